/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-pdf-drawing.h"
#include "foi-pdf-metrics.h"
#include "foi-pdf-operands.h"

G_BEGIN_DECLS

/* What q keeps and Q takes back. */
typedef struct
{
  double         ctm[6];
  guint32        fill, stroke;
  double         alpha;
  gboolean       multiplies; /* black stays black, whatever the alpha of colours below */
  double         line_width;
  FoiPdfMetrics *font;
  double         size, spacing, word_spacing, stretch, leading, rise;
  int            mode;
  FoiPdfBox      clip;
  gboolean       clip_is_box;
} FoiPdfState;

/* A piece of a path: its box, and how much of it is inside. */
typedef struct
{
  FoiPdfBox box;
  double    area;
  double    start_x, start_y, x, y;
  guint     n_points;
} FoiPdfSubpath;

typedef struct
{
  FoiPdfDrawing *drawing;
  JsonNode      *resources;
  GArray        *operands;
  GArray        *states;   /* of FoiPdfState, the last one is in force */
  GArray        *path;     /* of FoiPdfSubpath */
  GArray        *marks;    /* of gboolean: whether what is in it is not shown */
  guint          n_hidden; /* of the marks */
  double         text[6], line[6];
  gboolean       clips;    /* the path becomes the clip when it is painted */
  guint          depth;
} FoiPdfPainting;

FoiPdfState *_foi_pdf_painting_get_state (FoiPdfPainting *self);
void         _foi_pdf_painting_add_patch (FoiPdfPainting *self, FoiPdfBox box, guint32 colour,
                                          gboolean is_solid, gboolean is_picture);
gboolean     _foi_pdf_painting_take_path (FoiPdfPainting *self, const char *operator);
gboolean     _foi_pdf_painting_take_text (FoiPdfPainting *self, const char *operator);
gboolean     _foi_pdf_painting_take_colour (FoiPdfPainting *self, const char *operator);
void         _foi_pdf_painting_clip (FoiPdfPainting *self, FoiPdfBox box, gboolean is_box);
void         _foi_pdf_multiply (const double left[6], const double right[6], double result[6]);
FoiPdfBox    _foi_pdf_transform (const double matrix[6], const FoiPdfBox *box);

G_END_DECLS
