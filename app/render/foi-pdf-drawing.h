/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-pdf-objects.h"
#include "foi-pdf-shape.h"

G_BEGIN_DECLS

#define FOI_PDF_NO_COLOUR G_MAXUINT32
/* More letters or things painted on a page than are looked at. */
#define FOI_PDF_MAX_PAINTED 400000

typedef struct
{
  double left, bottom, right, top;
} FoiPdfBox;

/* The middle of a letter: as much as has to be covered for nobody to read it. */
typedef struct
{
  FoiPdfBox box;
  float     at[2], across[2], up[2]; /* its corner and two sides, for it may stand at an angle */
  guint     order;  /* what is painted later lies above */
  guint32   colour; /* 0xRRGGBB, or %FOI_PDF_NO_COLOUR */
  gboolean  has_ink;
  gboolean  is_tiny;
  gboolean  is_clipped; /* away */
} FoiPdfGlyph;

/* A filled area, a thick line, a shading or a picture. */
typedef struct
{
  FoiPdfBox box;
  int       shape;     /* which part of the box it fills, or %FOI_PDF_NO_SHAPE: all of it */
  int       clip;      /* within which shape, or %FOI_PDF_NO_SHAPE */
  guint     order;
  guint32   colour;
  gboolean  is_opaque; /* nothing below shows, wherever it fills */
  gboolean  is_picture;
} FoiPdfPatch;

/**
 * FoiPdfDrawing:
 *
 * Where on a page letters are and what is painted over and under them. Nothing is drawn: of each
 * operation only the box or the edges are kept.
 */
typedef struct
{
  FoiPdfObjects *objects;
  GHashTable    *fonts;      /* node -> FoiPdfMetrics; of the whole file */
  GHashTable    *hidden;     /* "5 0 R" -> of layers that are not shown */
  GArray        *glyphs;     /* of FoiPdfGlyph */
  GArray        *patches;    /* of FoiPdfPatch */
  FoiPdfShapes   shapes;
  guint          order;
  guint          n_forms;    /* of the whole file */
  gboolean       is_too_large;
} FoiPdfDrawing;

void     foi_pdf_drawing_init (FoiPdfDrawing *self, FoiPdfObjects *objects);
void     foi_pdf_drawing_clear (FoiPdfDrawing *self);
void     foi_pdf_drawing_begin_page (FoiPdfDrawing *self);
void     foi_pdf_drawing_read (FoiPdfDrawing *self, const char *data, gsize length,
                               JsonNode *resources, const double matrix[6]);
void     foi_pdf_drawing_read_form (FoiPdfDrawing *self, JsonNode *form, const FoiPdfBox *place);
gboolean foi_pdf_drawing_is_hidden (FoiPdfDrawing *self, JsonNode *layer);

gboolean foi_pdf_box_read (FoiPdfObjects *objects, JsonArray *numbers, FoiPdfBox *box);
gboolean foi_pdf_box_contains (const FoiPdfBox *self, const FoiPdfBox *other);

G_END_DECLS
