/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The edge of an area, which is closed. */
typedef struct
{
  float x0, y0, x1, y1;
} FoiPdfEdge;

#define FOI_PDF_NO_SHAPE (-1)

/* An area by its edges, which lie one after another; it counts only within its parent. */
typedef struct
{
  guint    first, n_edges;
  gboolean is_even_odd;
  int      parent; /* or %FOI_PDF_NO_SHAPE */
  guint    depth;
} FoiPdfShape;

/**
 * FoiPdfShapes:
 *
 * The areas of a page that are no boxes: with curves, at an angle, of several pieces.
 */
typedef struct
{
  GArray *edges;  /* of FoiPdfEdge */
  GArray *shapes; /* of FoiPdfShape */
} FoiPdfShapes;

void     foi_pdf_shapes_init   (FoiPdfShapes *self);
void     foi_pdf_shapes_clear  (FoiPdfShapes *self);
void     foi_pdf_shapes_forget (FoiPdfShapes *self);
int      foi_pdf_shapes_add    (FoiPdfShapes *self, const FoiPdfEdge *edges, guint n_edges,
                                gboolean is_even_odd, int parent);
gboolean foi_pdf_shapes_has    (const FoiPdfShapes *self, int shape, double x, double y,
                                guint64 *n_steps);

G_END_DECLS
