/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-drawing-private.h"

#include <math.h>
#include <string.h>

/* Areas that are painted whole: within the clip, shadings and pictures. */

/* What is seen through is no cover. */
#define OPAQUE 0.95
/* Farther than any page goes; so many sides has a circle. */
#define FAR 1e5
#define N_SIDES 48
#define ALMOST_NOTHING 1e-6
/* More of a mask than is looked through. */
#define MAX_MASK ((gsize) 64 * 1024 * 1024)

static FoiPdfBox
intersect (const FoiPdfBox *one, const FoiPdfBox *other)
{
  return (FoiPdfBox){ MAX (one->left, other->left), MAX (one->bottom, other->bottom),
                      MIN (one->right, other->right), MIN (one->top, other->top) };
}

/* Whether a box stays one: neither turned at an angle nor leaning. */
static gboolean
keeps_boxes (const double matrix[6])
{
  const double straight = fabs (matrix[0]) + fabs (matrix[3]);
  const double turned = fabs (matrix[1]) + fabs (matrix[2]);

  return MIN (straight, turned) <= ALMOST_NOTHING * MAX (straight, turned);
}

/* Keeps the shape that @points are where @matrix puts them. */
static int
add_polygon (FoiPdfPainting *self, const double matrix[6], const double (*points)[2], guint n,
             int parent)
{
  FoiPdfEdge edges[N_SIDES];

  g_assert (n <= N_SIDES);
  for (guint i = 0; i < n; i++)
    {
      const double *from = points[i], *to = points[(i + 1) % n];

      edges[i] = (FoiPdfEdge){
        (float) (matrix[0] * from[0] + matrix[2] * from[1] + matrix[4]),
        (float) (matrix[1] * from[0] + matrix[3] * from[1] + matrix[5]),
        (float) (matrix[0] * to[0] + matrix[2] * to[1] + matrix[4]),
        (float) (matrix[1] * to[0] + matrix[3] * to[1] + matrix[5]),
      };
    }
  return foi_pdf_shapes_add (&self->drawing->shapes, edges, n, FALSE, parent);
}

/* Keeps the shape that @box is where @matrix puts it. */
int
_foi_pdf_painting_add_quad (FoiPdfPainting *self, const double matrix[6], const FoiPdfBox *box,
                            int parent)
{
  const double points[][2] = { { box->left, box->bottom }, { box->right, box->bottom },
                               { box->right, box->top }, { box->left, box->top } };

  return add_polygon (self, matrix, points, G_N_ELEMENTS (points), parent);
}

/* From here on nothing is painted outside of where @matrix puts @box. Returns: whether that is
 * known exactly. */
gboolean
_foi_pdf_painting_clip_quad (FoiPdfPainting *self, const double matrix[6], const FoiPdfBox *box)
{
  FoiPdfState *state = _foi_pdf_painting_get_state (self);
  const FoiPdfBox around = _foi_pdf_transform (matrix, box);

  state->clip = intersect (&state->clip, &around);
  if (keeps_boxes (matrix))
    return state->clip_is_known;
  state->clip_shape = _foi_pdf_painting_add_quad (self, matrix, box, state->clip_shape);
  state->clip_is_known = state->clip_is_known && state->clip_shape != FOI_PDF_NO_SHAPE;
  return state->clip_is_known;
}

/* Notes what is painted. */
void
_foi_pdf_painting_add_patch (FoiPdfPainting *self, const FoiPdfPaint *paint)
{
  const FoiPdfState *state = _foi_pdf_painting_get_state (self);
  FoiPdfDrawing *drawing = self->drawing;
  const guint32 colour = paint->colour;
  gboolean is_dark = colour != FOI_PDF_NO_COLOUR && (colour & 0xe0e0e0) == 0;
  FoiPdfPatch patch = { intersect (&paint->box, &state->clip), paint->shape, state->clip_shape,
                        ++drawing->order, colour, FALSE, paint->is_picture };

  if (patch.box.right - patch.box.left < 1 || patch.box.top - patch.box.bottom < 1
      || self->n_hidden > 0)
    return;
  patch.is_opaque = paint->is_solid && state->clip_is_known && paint->alpha >= OPAQUE
                    && !state->is_masked && (!state->multiplies || is_dark);
  if (!patch.is_opaque)
    patch.colour = FOI_PDF_NO_COLOUR;
  if (drawing->patches->len >= FOI_PDF_MAX_PAINTED)
    drawing->is_too_large = TRUE;
  else
    g_array_append_val (drawing->patches, patch);
}

/* ---- shadings ---- */

static gboolean
read_numbers (FoiPdfObjects *objects, JsonNode *dictionary, const char *key, double *numbers,
              guint n)
{
  JsonArray *list = foi_pdf_objects_get_array (objects, dictionary, key);

  if (list == NULL || json_array_get_length (list) < n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    numbers[i] = foi_pdf_node_get_number (
      foi_pdf_objects_resolve (objects, json_array_get_element (list, i)), 0);
  return TRUE;
}

static void
read_extend (FoiPdfObjects *objects, JsonNode *shading, gboolean extend[2])
{
  JsonArray *list = foi_pdf_objects_get_array (objects, shading, "/Extend");

  for (guint i = 0; i < 2; i++)
    {
      JsonNode *node = list != NULL && i < json_array_get_length (list)
                         ? foi_pdf_objects_resolve (objects, json_array_get_element (list, i))
                         : NULL;

      extend[i] = node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN
                  && json_node_get_boolean (node);
    }
}

/* From a line to a line, both across the axis. Returns: whether that is known. */
static gboolean
find_axial (FoiPdfPainting *self, JsonNode *shading, int *shape)
{
  gboolean extend[2];
  double at[4], length, along[2];

  if (!read_numbers (self->drawing->objects, shading, "/Coords", at, 4))
    return FALSE;
  length = hypot (at[2] - at[0], at[3] - at[1]);
  if (!(length > 0))
    return FALSE;
  along[0] = (at[2] - at[0]) / length * FAR;
  along[1] = (at[3] - at[1]) / length * FAR;
  read_extend (self->drawing->objects, shading, extend);
  if (extend[0] && extend[1])
    return TRUE;
  for (guint i = 0; i < 2; i++)
    {
      at[i] -= extend[0] ? along[i] : 0;
      at[2 + i] += extend[1] ? along[i] : 0;
    }
  {
    const double points[][2] = { { at[0] - along[1], at[1] + along[0] },
                                 { at[0] + along[1], at[1] - along[0] },
                                 { at[2] + along[1], at[3] - along[0] },
                                 { at[2] - along[1], at[3] + along[0] } };

    *shape = add_polygon (self, _foi_pdf_painting_get_state (self)->ctm, points,
                          G_N_ELEMENTS (points), FOI_PDF_NO_SHAPE);
  }
  return *shape != FOI_PDF_NO_SHAPE;
}

/* Circles one in the other, the inner one full. Returns: whether it is so. */
static gboolean
find_radial (FoiPdfPainting *self, JsonNode *shading, int *shape)
{
  double at[6], points[N_SIDES][2];
  gboolean extend[2];
  guint outer;

  if (!read_numbers (self->drawing->objects, shading, "/Coords", at, 6))
    return FALSE;
  read_extend (self->drawing->objects, shading, extend);
  outer = at[5] >= at[2] ? 1 : 0;
  if (hypot (at[3] - at[0], at[4] - at[1]) > fabs (at[5] - at[2])
      || (at[3 * (1 - outer) + 2] > 0 && !extend[1 - outer]))
    return FALSE;
  if (extend[outer] && fabs (at[5] - at[2]) > 0)
    return TRUE;
  for (guint i = 0; i < N_SIDES; i++)
    {
      points[i][0] = at[3 * outer] + at[3 * outer + 2] * cos (2 * G_PI * i / N_SIDES);
      points[i][1] = at[3 * outer + 1] + at[3 * outer + 2] * sin (2 * G_PI * i / N_SIDES);
    }
  *shape = add_polygon (self, _foi_pdf_painting_get_state (self)->ctm,
                        (const double (*)[2]) points, N_SIDES, FOI_PDF_NO_SHAPE);
  return *shape != FOI_PDF_NO_SHAPE;
}

/* A colour for each point of a box. Returns: whether that is known. */
static gboolean
find_function (FoiPdfPainting *self, JsonNode *shading, int *shape)
{
  double domain[4] = { 0, 1, 0, 1 }, matrix[6] = { 1, 0, 0, 1, 0, 0 };
  FoiPdfBox box;

  read_numbers (self->drawing->objects, shading, "/Domain", domain, 4);
  read_numbers (self->drawing->objects, shading, "/Matrix", matrix, 6);
  _foi_pdf_multiply (matrix, _foi_pdf_painting_get_state (self)->ctm, matrix);
  box = (FoiPdfBox){ domain[0], domain[2], domain[1], domain[3] };
  *shape = _foi_pdf_painting_add_quad (self, matrix, &box, FOI_PDF_NO_SHAPE);
  return *shape != FOI_PDF_NO_SHAPE;
}

/* Where a shading paints. Of a mesh that is not known. */
static gboolean
find_shaded (FoiPdfPainting *self, JsonNode *shading, int *shape)
{
  const int type = (int) CLAMP (
    foi_pdf_objects_get_number (self->drawing->objects, shading, "/ShadingType", 0), 0, 99);

  return type == 1 ? find_function (self, shading, shape)
         : type == 2 ? find_axial (self, shading, shape)
         : type == 3 && find_radial (self, shading, shape);
}

/* Paints a shading over all that the clip leaves (ISO 32000-1, 8.7.4). */
void
_foi_pdf_painting_shade (FoiPdfPainting *self)
{
  const FoiPdfOperand *name = foi_pdf_operands_get (self->operands, 0);
  FoiPdfObjects *objects = self->drawing->objects;
  FoiPdfState *state = _foi_pdf_painting_get_state (self);
  const FoiPdfState before = *state;
  g_autofree char *key
    = g_strconcat ("/", name != NULL && name->kind == FOI_PDF_NAME ? name->bytes : "", NULL);
  JsonNode *shading = foi_pdf_objects_get (
    objects, foi_pdf_objects_get (objects, self->resources, "/Shading"), key);
  FoiPdfPaint paint = { .shape = FOI_PDF_NO_SHAPE, .colour = FOI_PDF_NO_COLOUR,
                        .alpha = state->alpha };
  FoiPdfBox box;

  if (foi_pdf_box_read (objects, foi_pdf_objects_get_array (objects, shading, "/BBox"), &box))
    _foi_pdf_painting_clip_quad (self, state->ctm, &box);
  paint.is_solid = find_shaded (self, shading, &paint.shape);
  paint.box = state->clip;
  _foi_pdf_painting_add_patch (self, &paint);
  *state = before;
}

/* ---- pictures ---- */

/* Whether each of the bits that belong to a picture is @bit. */
static gboolean
is_all_bits (GBytes *bytes, gsize width, gsize height, guint bit)
{
  gsize size, stride = (width + 7) / 8;
  const guchar *data = g_bytes_get_data (bytes, &size);

  if (width == 0 || height == 0 || height > MAX_MASK || stride > MAX_MASK / height
      || size < stride * height)
    return FALSE;
  for (gsize y = 0; y < height; y++)
    for (gsize x = 0; x < width; x++)
      if ((guint) (data[y * stride + x / 8] >> (7 - x % 8) & 1) != bit)
        return FALSE;
  return TRUE;
}

static gboolean
is_all_opaque (GBytes *bytes, gsize width, gsize height)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  if (width == 0 || height == 0 || height > MAX_MASK || width > MAX_MASK / height
      || size < width * height)
    return FALSE;
  for (gsize i = 0; i < width * height; i++)
    if (data[i] < OPAQUE * 255)
      return FALSE;
  return TRUE;
}

/* Whether what a mask leaves of a picture is all of it. */
static gboolean
is_full (FoiPdfPainting *self, JsonNode *mask, gboolean is_soft)
{
  FoiPdfObjects *objects = self->drawing->objects;
  g_autoptr (GBytes) bytes = foi_pdf_objects_get_stream (objects, mask);
  const double width = foi_pdf_objects_get_number (objects, mask, "/Width", 0);
  const double height = foi_pdf_objects_get_number (objects, mask, "/Height", 0);
  const int depth = (int) CLAMP (
    foi_pdf_objects_get_number (objects, mask, "/BitsPerComponent", 1), 0, 99);
  double decode[2] = { 0, 1 };

  if (bytes == NULL || !(width >= 1 && width <= MAX_MASK && height >= 1 && height <= MAX_MASK))
    return FALSE;
  read_numbers (objects, mask, "/Decode", decode, 2);
  if (is_soft && depth == 8)
    return decode[0] < decode[1] && is_all_opaque (bytes, (gsize) width, (gsize) height);
  /* A soft mask of one bit says how opaque it is; a stencil paints where there is none. */
  return depth == 1
         && is_all_bits (bytes, (gsize) width, (gsize) height,
                         (is_soft ? 1 : 0) ^ (decode[0] > decode[1] ? 1 : 0));
}

static gboolean
is_true (FoiPdfObjects *objects, JsonNode *dictionary, const char *key)
{
  JsonNode *node = foi_pdf_objects_resolve (objects,
                                            foi_pdf_objects_get (objects, dictionary, key));

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

/* Paints @picture, or one of which nothing is known, where the unit square is. */
void
_foi_pdf_painting_picture (FoiPdfPainting *self, JsonNode *picture)
{
  static const FoiPdfBox unit = { 0, 0, 1, 1 };
  FoiPdfObjects *objects = self->drawing->objects;
  const FoiPdfState *state = _foi_pdf_painting_get_state (self);
  JsonNode *soft = foi_pdf_objects_get (objects, picture, "/SMask");
  JsonNode *mask = foi_pdf_objects_get (objects, picture, "/Mask");
  gboolean is_stencil = is_true (objects, picture, "/ImageMask");
  FoiPdfPaint paint = { _foi_pdf_transform (state->ctm, &unit), FOI_PDF_NO_SHAPE,
                        is_stencil ? state->fill : FOI_PDF_NO_COLOUR, state->alpha, TRUE, TRUE };

  if (is_stencil)
    paint.is_solid = is_full (self, picture, FALSE);
  else if (soft != NULL)
    paint.is_solid = is_full (self, soft, TRUE);
  else if (mask != NULL)
    paint.is_solid = is_full (self, mask, FALSE);
  if (!keeps_boxes (state->ctm))
    {
      paint.shape = _foi_pdf_painting_add_quad (self, state->ctm, &unit, FOI_PDF_NO_SHAPE);
      paint.is_solid = paint.is_solid && paint.shape != FOI_PDF_NO_SHAPE;
    }
  _foi_pdf_painting_add_patch (self, &paint);
}
