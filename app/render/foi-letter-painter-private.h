/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-layout-private.h"
#include "foi-letter-painter.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_MARK_ORNAMENT,   /* lines, tints, what stands on every page: no part of the text */
  FOI_MARK_TEXT,
  FOI_MARK_LABEL,      /* of an item in a list */
  FOI_MARK_CELL,
  FOI_MARK_FIGURE,
} FoiMarkKind;

/*
 * What is painted next, for whoever keeps a record of it. @rects: where the link is that the text
 * belongs to, one for each line.
 */
typedef struct
{
  FoiMarkKind      kind;
  const FoiPlaced *placed;     /* NULL for what stands on every page */
  guint            cell;
  guint            first_run;  /* of the text */
  const FoiSpan   *link;       /* or NULL */
  GArray          *rects;      /* of FoiRect, or NULL */
} FoiMark;

typedef void (*FoiMarkFunc) (const FoiMark *mark, cairo_t *cr, gpointer data);

void _foi_letter_paint_page (FoiLayout *layout, guint page, cairo_t *cr, FoiMarkFunc mark,
                             gpointer data);

G_END_DECLS
