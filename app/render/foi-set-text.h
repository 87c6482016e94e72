/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The few colours of a letter. */
typedef enum
{
  FOI_INK_TEXT,
  FOI_INK_ASKED,    /* dark grey, better than 7:1 on white */
  FOI_INK_SMALL,    /* running headers and small print: grey of 7:1 */
  FOI_INK_LINK,
  FOI_INK_MISSING,
  FOI_INK_PART,     /* of a chart: how much of a period a value covers */
} FoiInk;

/*
 * Glyphs of one font in one colour, in the order in which they stand on the line. Positions are
 * points from the start of the line's box and from the baseline.
 */
typedef struct
{
  cairo_scaled_font_t        *font;
  guint                       first_glyph, n_glyphs;
  guint                       first_cluster, n_clusters;
  guint                       text_start, text_length;
  cairo_text_cluster_flags_t  flags;
  FoiInk                      ink;
  int                         span;         /* which of the spans set, or -1 */
  gboolean                    underlined;
  double                      x, width;
} FoiRun;

typedef struct
{
  double y, height;      /* of its box, from the top of the text */
  double baseline;       /* from the top of its box */
  double x, width;       /* what is inked, from the left edge of the text */
  guint  first_run, n_runs;
} FoiLine;

/**
 * FoiSetText:
 *
 * Running text broken into lines of glyphs: what is left of Pango once it has done its work, so
 * that painting needs no Pango, can be done in any thread, and breaks nothing anew. Reference
 * counted; immutable once set.
 */
typedef struct
{
  char   *text;           /* what the clusters spell, as it is to be found and read aloud */
  GArray *lines;          /* of FoiLine */
  GArray *runs;           /* of FoiRun */
  GArray *glyphs;         /* of cairo_glyph_t */
  GArray *clusters;       /* of cairo_text_cluster_t */
  double  font_size;
  double  width, height;  /* of the widest line; of all lines */
} FoiSetText;

FoiSetText    *foi_set_text_new (void);
FoiSetText    *foi_set_text_ref (FoiSetText *self);
void           foi_set_text_unref (FoiSetText *self);
gboolean       foi_set_text_looks_same (const FoiSetText *self, const FoiSetText *other);
const FoiLine *foi_set_text_get_line (const FoiSetText *self, guint line);
const FoiRun  *foi_set_text_get_run (const FoiSetText *self, guint run);
void           foi_set_text_draw_run (const FoiSetText *self, cairo_t *cr, const FoiRun *run,
                                      double x, double baseline);
void           foi_set_text_draw (const FoiSetText *self, cairo_t *cr, double x, double y);
void           foi_set_text_add_outline (const FoiSetText *self, cairo_t *cr, double x, double y);
guint32        foi_ink_get_colour (FoiInk ink);
void           foi_ink_set (FoiInk ink, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiSetText, foi_set_text_unref)

G_END_DECLS
