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
  double         alpha, stroke_alpha;
  gboolean       is_masked;  /* by a picture of how opaque it is */
  gboolean       multiplies; /* black stays black, whatever the alpha of colours below */
  double         line_width;
  FoiPdfMetrics *font;
  double         size, spacing, word_spacing, stretch, leading, rise;
  int            mode;
  FoiPdfBox      clip;
  int            clip_shape;    /* or %FOI_PDF_NO_SHAPE: all of the box */
  gboolean       clip_is_known;
} FoiPdfState;

/* A piece of a path: its box, how much of it is inside, and where its edges begin. */
typedef struct
{
  FoiPdfBox box;
  double    area;
  double    start_x, start_y, x, y;
  guint     first_edge;
} FoiPdfSubpath;

typedef struct
{
  FoiPdfDrawing *drawing;
  JsonNode      *resources;
  GArray        *operands;
  GArray        *states;   /* of FoiPdfState, the last one is in force */
  GArray        *path;     /* of FoiPdfSubpath */
  GArray        *edges;    /* of FoiPdfEdge: the path's */
  double         x, y;     /* where the path is, as it is written */
  GArray        *marks;    /* of gboolean: whether what is in it is not shown */
  guint          n_hidden; /* of the marks */
  double         text[6], line[6];
  gboolean       clips, clips_even_odd; /* the path becomes the clip when it is painted */
  guint          depth;
} FoiPdfPainting;

FoiPdfState *_foi_pdf_painting_get_state (FoiPdfPainting *self);

/* What is painted: where, in which colour, how opaque, and whether it is a picture. */
typedef struct
{
  FoiPdfBox box;
  int       shape;
  guint32   colour;
  double    alpha;
  gboolean  is_solid, is_picture;
} FoiPdfPaint;

void         _foi_pdf_painting_add_patch (FoiPdfPainting *self, const FoiPdfPaint *paint);
int          _foi_pdf_painting_add_quad  (FoiPdfPainting *self, const double matrix[6],
                                          const FoiPdfBox *box, int parent);
gboolean     _foi_pdf_painting_clip_quad (FoiPdfPainting *self, const double matrix[6],
                                          const FoiPdfBox *box);
void         _foi_pdf_painting_shade     (FoiPdfPainting *self);
void         _foi_pdf_painting_picture   (FoiPdfPainting *self, JsonNode *picture);
gboolean     _foi_pdf_painting_take_path (FoiPdfPainting *self, const char *operator);
gboolean     _foi_pdf_painting_take_text (FoiPdfPainting *self, const char *operator);
gboolean     _foi_pdf_painting_take_colour (FoiPdfPainting *self, const char *operator);
void         _foi_pdf_multiply (const double left[6], const double right[6], double result[6]);
FoiPdfBox    _foi_pdf_transform (const double matrix[6], const FoiPdfBox *box);

G_END_DECLS
