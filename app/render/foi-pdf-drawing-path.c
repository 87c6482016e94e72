/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-drawing-private.h"

#include <math.h>
#include <string.h>

#define MAX_SUBPATHS 20000
/* So many pieces of a path are asked whether one lies in another. */
#define MAX_NESTED 400
/* As much of its box has a piece to fill to be one; a line as thick as this covers letters. */
#define SOLID 0.85
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
  transform_point (_foi_pdf_painting_get_state (self)->ctm, &x, &y);
  piece = (FoiPdfSubpath){ { x, y, x, y }, 0, x, y, x, y, 1 };
  g_array_append_val (self->path, piece);
}

static FoiPdfSubpath *
get_piece (FoiPdfPainting *self)
{
  return self->path->len > 0
           ? &g_array_index (self->path, FoiPdfSubpath, self->path->len - 1) : NULL;
}

static void
line_to (FoiPdfPainting *self, double x, double y)
{
  FoiPdfSubpath *piece = get_piece (self);

  if (piece == NULL)
    return;
  transform_point (_foi_pdf_painting_get_state (self)->ctm, &x, &y);
  piece->area += piece->x * y - x * piece->y;
  piece->x = x;
  piece->y = y;
  piece->n_points++;
  extend (&piece->box, x, y);
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
}

/* Below 0 where it goes round clockwise. */
static double
get_area (const FoiPdfSubpath *piece)
{
  return (piece->area + piece->x * piece->start_y - piece->start_x * piece->y) / 2;
}

static gboolean
is_solid (const FoiPdfSubpath *piece)
{
  double area = fabs (get_area (piece));
  double whole = (piece->box.right - piece->box.left) * (piece->box.top - piece->box.bottom);

  return whole > 0 && area >= SOLID * whole;
}

/* A frame is a piece in a piece, the other way round or by the rule of even and odd: what is in the
 * inner one shows. */
static gboolean
is_of_frame (FoiPdfPainting *self, guint index, gboolean is_even_odd)
{
  const FoiPdfSubpath *piece = &g_array_index (self->path, FoiPdfSubpath, index);

  for (guint i = 0; i < self->path->len && self->path->len <= MAX_NESTED; i++)
    {
      const FoiPdfSubpath *other = &g_array_index (self->path, FoiPdfSubpath, i);

      if (i != index && (is_even_odd || (get_area (piece) > 0) != (get_area (other) > 0))
          && (foi_pdf_box_contains (&piece->box, &other->box)
              || foi_pdf_box_contains (&other->box, &piece->box)))
        return TRUE;
    }
  return FALSE;
}

static void
fill (FoiPdfPainting *self, gboolean is_even_odd)
{
  for (guint i = 0; i < self->path->len; i++)
    {
      const FoiPdfSubpath *piece = &g_array_index (self->path, FoiPdfSubpath, i);

      _foi_pdf_painting_add_patch (self, piece->box, _foi_pdf_painting_get_state (self)->fill,
                                   is_solid (piece) && !is_of_frame (self, i, is_even_odd), FALSE);
    }
}

static void
stroke (FoiPdfPainting *self)
{
  const FoiPdfState *state = _foi_pdf_painting_get_state (self);
  double scale = sqrt (fabs (state->ctm[0] * state->ctm[3] - state->ctm[1] * state->ctm[2]));
  double half = state->line_width * scale / 2;

  for (guint i = 0; 2 * half >= THICK && i < self->path->len; i++)
    {
      FoiPdfBox box = g_array_index (self->path, FoiPdfSubpath, i).box;
      gboolean is_flat = box.top - box.bottom <= 1, is_upright = box.right - box.left <= 1;

      if (is_flat == is_upright)
        continue;
      box.bottom -= is_flat ? half : 0;
      box.top += is_flat ? half : 0;
      box.left -= is_upright ? half : 0;
      box.right += is_upright ? half : 0;
      _foi_pdf_painting_add_patch (self, box, state->stroke, TRUE, FALSE);
    }
}

static void
end_path (FoiPdfPainting *self)
{
  if (self->clips)
    {
      FoiPdfBox all = { 1e9, 1e9, -1e9, -1e9 };

      for (guint i = 0; i < self->path->len; i++)
        {
          const FoiPdfSubpath *piece = &g_array_index (self->path, FoiPdfSubpath, i);

          extend (&all, piece->box.left, piece->box.bottom);
          extend (&all, piece->box.right, piece->box.top);
        }
      _foi_pdf_painting_clip (self, all, self->path->len == 1 && is_solid (get_piece (self)));
    }
  self->clips = FALSE;
  g_array_set_size (self->path, 0);
}

static gboolean
take_construction (FoiPdfPainting *self, const char *operator)
{
  double x = foi_pdf_operands_get_number (self->operands, 1);
  double y = foi_pdf_operands_get_number (self->operands, 0);

  if (g_str_equal (operator, "m"))
    move_to (self, x, y);
  else if (g_str_equal (operator, "l") || g_str_equal (operator, "c") || g_str_equal (operator, "v")
           || g_str_equal (operator, "y"))
    line_to (self, x, y);
  else if (g_str_equal (operator, "re"))
    add_box (self);
  else if (g_str_equal (operator, "W") || g_str_equal (operator, "W*"))
    self->clips = TRUE;
  else
    return g_str_equal (operator, "h");
  return TRUE;
}

/* Makes and paints paths. Returns: whether the operator is one of those. */
gboolean
_foi_pdf_painting_take_path (FoiPdfPainting *self, const char *operator)
{
  static const char *const fills[] = { "f", "F", "f*", "B", "B*", "b", "b*", NULL };
  static const char *const strokes[] = { "S", "s", "B", "B*", "b", "b*", NULL };
  gboolean is_fill = g_strv_contains (fills, operator);
  gboolean is_stroke = g_strv_contains (strokes, operator);

  if (take_construction (self, operator))
    return TRUE;
  if (!is_fill && !is_stroke && !g_str_equal (operator, "n"))
    return FALSE;
  if (is_fill)
    fill (self, operator[1] == '*');
  if (is_stroke)
    stroke (self);
  end_path (self);
  return TRUE;
}
