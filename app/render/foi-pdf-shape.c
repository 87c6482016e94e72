/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-shape.h"

/* More edges of a page than are kept, and clips in clips. */
#define MAX_EDGES 1000000
#define MAX_DEPTH 16

/**
 * foi_pdf_shapes_init:
 * @self: gets nothing yet
 *
 * Sets them up.
 */
void
foi_pdf_shapes_init (FoiPdfShapes *self)
{
  self->edges = g_array_new (FALSE, FALSE, sizeof (FoiPdfEdge));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (FoiPdfShape));
}

/**
 * foi_pdf_shapes_clear:
 * @self: some shapes
 *
 * Frees them.
 */
void
foi_pdf_shapes_clear (FoiPdfShapes *self)
{
  g_array_unref (self->edges);
  g_array_unref (self->shapes);
}

/**
 * foi_pdf_shapes_forget:
 * @self: some shapes
 *
 * Forgets them: a page is over.
 */
void
foi_pdf_shapes_forget (FoiPdfShapes *self)
{
  g_array_set_size (self->edges, 0);
  g_array_set_size (self->shapes, 0);
}

/**
 * foi_pdf_shapes_add:
 * @self: some shapes
 * @edges: (array length=n_edges): of one more
 * @is_even_odd: by which rule it is filled
 * @parent: the shape within which it counts, or %FOI_PDF_NO_SHAPE
 *
 * Keeps a shape.
 *
 * Returns: which it is; %FOI_PDF_NO_SHAPE where there are too many.
 */
int
foi_pdf_shapes_add (FoiPdfShapes *self, const FoiPdfEdge *edges, guint n_edges,
                    gboolean is_even_odd, int parent)
{
  FoiPdfShape shape = { self->edges->len, n_edges, is_even_odd, parent, 0 };

  if (parent != FOI_PDF_NO_SHAPE)
    shape.depth = g_array_index (self->shapes, FoiPdfShape, parent).depth + 1;
  if (shape.depth > MAX_DEPTH || n_edges > MAX_EDGES - self->edges->len)
    return FOI_PDF_NO_SHAPE;
  g_array_append_vals (self->edges, edges, n_edges);
  g_array_append_val (self->shapes, shape);
  return (int) self->shapes->len - 1;
}

/* How often the edges go around a point, those to its right counted. */
static gboolean
is_inside (const FoiPdfShapes *self, const FoiPdfShape *shape, double x, double y)
{
  int turns = 0, crossings = 0;

  for (guint i = 0; i < shape->n_edges; i++)
    {
      const FoiPdfEdge *edge = &g_array_index (self->edges, FoiPdfEdge, shape->first + i);

      if ((edge->y0 <= y) == (edge->y1 <= y)
          || edge->x0 + (y - edge->y0) / (edge->y1 - edge->y0) * (edge->x1 - edge->x0) <= x)
        continue;
      crossings++;
      turns += edge->y0 <= y ? 1 : -1;
    }
  return shape->is_even_odd ? crossings % 2 != 0 : turns != 0;
}

/**
 * foi_pdf_shapes_has:
 * @self: some shapes
 * @shape: which of them; %FOI_PDF_NO_SHAPE is everywhere
 * @x: where
 * @y: where
 * @n_steps: is raised by what it took
 *
 * Returns: whether the point is in it, and in all those within which it counts.
 */
gboolean
foi_pdf_shapes_has (const FoiPdfShapes *self, int shape, double x, double y, guint64 *n_steps)
{
  while (shape != FOI_PDF_NO_SHAPE)
    {
      const FoiPdfShape *one = &g_array_index (self->shapes, FoiPdfShape, shape);

      *n_steps += one->n_edges;
      if (!is_inside (self, one, x, y))
        return FALSE;
      shape = one->parent;
    }
  return TRUE;
}
