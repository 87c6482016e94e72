/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-drawing-private.h"

#include <math.h>
#include <string.h>

#define MAX_SUBPATHS 20000
/* A path of more edges is no cover; so many pieces are asked whether one reaches into another. */
#define MAX_EDGES 40000
#define MAX_NESTED 400
/* A curve is so many edges; what is taken for a box, and a line so thick that it covers letters. */
#define N_STEPS 12
#define WHOLE 0.999
#define THICK 3.0

static void
extend (FoiPdfBox *box, double x, double y)
{
  box->left = MIN (box->left, x);
  box->right = MAX (box->right, x);
  box->bottom = MIN (box->bottom, y);
  box->top = MAX (box->top, y);
}

static void
transform_point (const double matrix[6], double *x, double *y)
{
  double old_x = *x;

  *x = matrix[0] * old_x + matrix[2] * *y + matrix[4];
  *y = matrix[1] * old_x + matrix[3] * *y + matrix[5];
}

static void
move_to (FoiPdfPainting *self, double x, double y)
{
  FoiPdfSubpath piece;

  if (self->path->len >= MAX_SUBPATHS)
    {
      self->drawing->is_too_large = TRUE;
      return;
    }
  self->x = x;
  self->y = y;
  transform_point (_foi_pdf_painting_get_state (self)->ctm, &x, &y);
  piece = (FoiPdfSubpath){ { x, y, x, y }, 0, x, y, x, y, self->edges->len };
  g_array_append_val (self->path, piece);
}

static FoiPdfSubpath *
get_piece (FoiPdfPainting *self)
{
  return self->path->len > 0
           ? &g_array_index (self->path, FoiPdfSubpath, self->path->len - 1) : NULL;
}

/* To a point where it is on the page. */
static void
add_edge (FoiPdfPainting *self, FoiPdfSubpath *piece, double x, double y)
{
  const FoiPdfEdge edge = { (float) piece->x, (float) piece->y, (float) x, (float) y };

  if (self->edges->len <= MAX_EDGES)
    g_array_append_val (self->edges, edge);
  piece->area += piece->x * y - x * piece->y;
  piece->x = x;
  piece->y = y;
  extend (&piece->box, x, y);
}

static void
line_to (FoiPdfPainting *self, double x, double y)
{
  FoiPdfSubpath *piece = get_piece (self);

  if (piece == NULL)
    return;
  self->x = x;
  self->y = y;
  transform_point (_foi_pdf_painting_get_state (self)->ctm, &x, &y);
  add_edge (self, piece, x, y);
}

/* A Bézier curve between where the path is and the last of the points. */
static void
curve_to (FoiPdfPainting *self, double x1, double y1, double x2, double y2, double x3, double y3)
{
  const double x0 = self->x, y0 = self->y;

  for (guint i = 1; i <= N_STEPS; i++)
    {
      const double t = (double) i / N_STEPS, s = 1 - t;
      const double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

      line_to (self, a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
    }
}

/* Its last point is where it began. */
static void
close_piece (FoiPdfPainting *self)
{
  FoiPdfSubpath *piece = get_piece (self);

  if (piece != NULL)
    add_edge (self, piece, piece->start_x, piece->start_y);
}

static void
add_box (FoiPdfPainting *self)
{
  double x = foi_pdf_operands_get_number (self->operands, 3);
  double y = foi_pdf_operands_get_number (self->operands, 2);
  double width = foi_pdf_operands_get_number (self->operands, 1);
  double height = foi_pdf_operands_get_number (self->operands, 0);

  move_to (self, x, y);
  line_to (self, x + width, y);
  line_to (self, x + width, y + height);
  line_to (self, x, y + height);
  close_piece (self);
  self->x = x;
  self->y = y;
}

/* Below 0 where it goes round clockwise. */
static double
get_area (const FoiPdfSubpath *piece)
{
  return (piece->area + piece->x * piece->start_y - piece->start_x * piece->y) / 2;
}

/* Four edges that fill the box around them. */
static gboolean
is_box (FoiPdfPainting *self, guint index)
{
  const FoiPdfSubpath *piece = &g_array_index (self->path, FoiPdfSubpath, index);
  const guint end = index + 1 < self->path->len
                      ? g_array_index (self->path, FoiPdfSubpath, index + 1).first_edge
                      : self->edges->len;
  double whole = (piece->box.right - piece->box.left) * (piece->box.top - piece->box.bottom);

  return end - piece->first_edge <= 5 && whole > 0 && fabs (get_area (piece)) >= WHOLE * whole;
}

static gboolean
meets (const FoiPdfBox *one, const FoiPdfBox *other)
{
  return one->left < other->right && other->left < one->right && one->bottom < other->top
         && other->bottom < one->top;
}

/* Whether a piece reaches into another that may take something out of it: a frame is a piece in a
 * piece, the other way round or by the rule of even and odd. */
static gboolean
is_cut (FoiPdfPainting *self, guint index, gboolean is_even_odd)
{
  const FoiPdfSubpath *piece = &g_array_index (self->path, FoiPdfSubpath, index);

  for (guint i = 0; i < self->path->len && self->path->len <= MAX_NESTED; i++)
    {
      const FoiPdfSubpath *other = &g_array_index (self->path, FoiPdfSubpath, i);

      if (i != index && (is_even_odd || (get_area (piece) > 0) != (get_area (other) > 0))
          && meets (&piece->box, &other->box))
        return TRUE;
    }
  return FALSE;
}

/* The edges of pieces from @first to before @last, as a shape. */
static int
add_shape (FoiPdfPainting *self, guint first, guint last, gboolean is_even_odd, int parent)
{
  const guint from = g_array_index (self->path, FoiPdfSubpath, first).first_edge;
  const guint to = last < self->path->len
                     ? g_array_index (self->path, FoiPdfSubpath, last).first_edge
                     : self->edges->len;

  if (self->edges->len > MAX_EDGES)
    return FOI_PDF_NO_SHAPE;
  return foi_pdf_shapes_add (&self->drawing->shapes,
                             (const FoiPdfEdge *) (gconstpointer) self->edges->data + from,
                             to - from, is_even_odd, parent);
}

static FoiPdfBox
find_box (FoiPdfPainting *self)
{
  FoiPdfBox all = { 1e9, 1e9, -1e9, -1e9 };

  for (guint i = 0; i < self->path->len; i++)
    {
      const FoiPdfSubpath *piece = &g_array_index (self->path, FoiPdfSubpath, i);

      extend (&all, piece->box.left, piece->box.bottom);
      extend (&all, piece->box.right, piece->box.top);
    }
  return all;
}

/* Each piece is closed where it is not, which is no edge more for one that is. */
static void
close_all (FoiPdfPainting *self)
{
  GArray *edges;

  if (self->edges->len > MAX_EDGES)
    return;
  edges = g_array_sized_new (FALSE, FALSE, sizeof (FoiPdfEdge), self->edges->len + self->path->len);
  for (guint i = 0; i < self->path->len; i++)
    {
      FoiPdfSubpath *piece = &g_array_index (self->path, FoiPdfSubpath, i);
      const guint end = i + 1 < self->path->len
                          ? g_array_index (self->path, FoiPdfSubpath, i + 1).first_edge
                          : self->edges->len;
      const FoiPdfEdge last = { (float) piece->x, (float) piece->y, (float) piece->start_x,
                                (float) piece->start_y };
      const guint first = edges->len;

      g_array_append_vals (edges, (const FoiPdfEdge *) (gconstpointer) self->edges->data
                                    + piece->first_edge, end - piece->first_edge);
      if (fabs (piece->x - piece->start_x) + fabs (piece->y - piece->start_y) > 0)
        g_array_append_val (edges, last);
      piece->first_edge = first;
    }
  g_array_unref (self->edges);
  self->edges = edges;
}

static void
fill_piece (FoiPdfPainting *self, guint index, gboolean is_even_odd)
{
  const FoiPdfState *state = _foi_pdf_painting_get_state (self);
  FoiPdfPaint paint = { g_array_index (self->path, FoiPdfSubpath, index).box, FOI_PDF_NO_SHAPE,
                        state->fill, state->alpha, TRUE, FALSE };

  if (!is_box (self, index))
    {
      paint.shape = add_shape (self, index, index + 1, is_even_odd, FOI_PDF_NO_SHAPE);
      paint.is_solid = paint.shape != FOI_PDF_NO_SHAPE;
    }
  _foi_pdf_painting_add_patch (self, &paint);
}

static void
fill (FoiPdfPainting *self, gboolean is_even_odd)
{
  const FoiPdfState *state = _foi_pdf_painting_get_state (self);
  FoiPdfPaint all = { find_box (self), FOI_PDF_NO_SHAPE, state->fill, state->alpha, TRUE, FALSE };
  gboolean any_cut = FALSE;

  for (guint i = 0; i < self->path->len; i++)
    if (is_cut (self, i, is_even_odd))
      any_cut = TRUE;
    else
      fill_piece (self, i, is_even_odd);
  if (!any_cut)
    return;
  all.shape = add_shape (self, 0, self->path->len, is_even_odd, FOI_PDF_NO_SHAPE);
  all.is_solid = all.shape != FOI_PDF_NO_SHAPE;
  _foi_pdf_painting_add_patch (self, &all);
}

/* A thick line, from edge to edge. */
static void
stroke_edge (FoiPdfPainting *self, const FoiPdfEdge *edge, double half)
{
  const FoiPdfState *state = _foi_pdf_painting_get_state (self);
  const double dx = edge->x1 - edge->x0, dy = edge->y1 - edge->y0, length = hypot (dx, dy);
  const double along[6] = { dx / length, dy / length, -dy / length, dx / length, edge->x0,
                            edge->y0 };
  const FoiPdfBox line = { 0, -half, length, half };
  FoiPdfPaint paint = { { 0, 0, 0, 0 }, FOI_PDF_NO_SHAPE, state->stroke, state->stroke_alpha, TRUE,
                        FALSE };

  if (!(length > 0))
    return;
  paint.box = _foi_pdf_transform (along, &line);
  if (MIN (fabs (dx), fabs (dy)) > 1)
    paint.shape = _foi_pdf_painting_add_quad (self, along, &line, FOI_PDF_NO_SHAPE);
  paint.is_solid = MIN (fabs (dx), fabs (dy)) <= 1 || paint.shape != FOI_PDF_NO_SHAPE;
  _foi_pdf_painting_add_patch (self, &paint);
}

static void
stroke (FoiPdfPainting *self)
{
  const FoiPdfState *state = _foi_pdf_painting_get_state (self);
  double scale = sqrt (fabs (state->ctm[0] * state->ctm[3] - state->ctm[1] * state->ctm[2]));
  double half = state->line_width * scale / 2;

  for (guint i = 0; 2 * half >= THICK && i < self->edges->len && self->edges->len <= MAX_EDGES; i++)
    stroke_edge (self, &g_array_index (self->edges, FoiPdfEdge, i), half);
}

/* From here on nothing is painted outside of the path. */
static void
clip (FoiPdfPainting *self)
{
  static const double whole[6] = { 1, 0, 0, 1, 0, 0 };
  FoiPdfState *state = _foi_pdf_painting_get_state (self);
  const FoiPdfBox box = find_box (self);

  _foi_pdf_painting_clip_quad (self, whole, &box);
  if (self->path->len == 0 || (self->path->len == 1 && is_box (self, 0)))
    return;
  state->clip_shape = add_shape (self, 0, self->path->len, self->clips_even_odd,
                                 state->clip_shape);
  state->clip_is_known = state->clip_is_known && state->clip_shape != FOI_PDF_NO_SHAPE;
}

static gboolean
take_curve (FoiPdfPainting *self, const char *operator)
{
  GArray *operands = self->operands;
  const double x = foi_pdf_operands_get_number (operands, 1);
  const double y = foi_pdf_operands_get_number (operands, 0);
  const double x2 = foi_pdf_operands_get_number (operands, 3);
  const double y2 = foi_pdf_operands_get_number (operands, 2);

  if (g_str_equal (operator, "c"))
    curve_to (self, foi_pdf_operands_get_number (operands, 5),
              foi_pdf_operands_get_number (operands, 4), x2, y2, x, y);
  else if (g_str_equal (operator, "v"))
    curve_to (self, self->x, self->y, x2, y2, x, y);
  else if (g_str_equal (operator, "y"))
    curve_to (self, x2, y2, x, y, x, y);
  else
    return FALSE;
  return TRUE;
}

static gboolean
take_construction (FoiPdfPainting *self, const char *operator)
{
  double x = foi_pdf_operands_get_number (self->operands, 1);
  double y = foi_pdf_operands_get_number (self->operands, 0);

  if (g_str_equal (operator, "m"))
    move_to (self, x, y);
  else if (g_str_equal (operator, "l"))
    line_to (self, x, y);
  else if (g_str_equal (operator, "re"))
    add_box (self);
  else if (g_str_equal (operator, "h"))
    close_piece (self);
  else if (g_str_equal (operator, "W") || g_str_equal (operator, "W*"))
    {
      self->clips = TRUE;
      self->clips_even_odd = operator[1] == '*';
    }
  else
    return take_curve (self, operator);
  return TRUE;
}

/* Makes and paints paths. Returns: whether the operator is one of those. */
gboolean
_foi_pdf_painting_take_path (FoiPdfPainting *self, const char *operator)
{
  static const char *const fills[] = { "f", "F", "f*", "B", "B*", "b", "b*", NULL };
  static const char *const strokes[] = { "S", "s", "B", "B*", "b", "b*", NULL };
  static const char *const closes[] = { "s", "b", "b*", NULL };
  gboolean is_fill = g_strv_contains (fills, operator);
  gboolean is_stroke = g_strv_contains (strokes, operator);

  if (take_construction (self, operator))
    return TRUE;
  if (!is_fill && !is_stroke && !g_str_equal (operator, "n"))
    return FALSE;
  if (g_strv_contains (closes, operator))
    close_piece (self);
  if (is_stroke && !is_fill)
    stroke (self);
  if (is_fill || self->clips)
    close_all (self);
  if (is_fill)
    fill (self, operator[1] == '*');
  if (is_fill && is_stroke)
    stroke (self);
  if (self->clips)
    clip (self);
  self->clips = FALSE;
  g_array_set_size (self->path, 0);
  g_array_set_size (self->edges, 0);
  return TRUE;
}
