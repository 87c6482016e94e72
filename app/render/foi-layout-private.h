/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-layout.h"
#include "foi-measured.h"
#include "foi-paginate.h"

G_BEGIN_DECLS

/* For the painter and the writer of PDF; nobody changes anything in it. */
struct _FoiLayout
{
  int         ref_count;
  FoiLetter  *letter;
  FoiPaper    paper;
  double      page_width, page_height;
  FoiRect     area;
  const char *font;
  GPtrArray  *measured;      /* of FoiMeasured, one for each block of the letter */
  GHashTable *by_id;         /* borrowed id of such a block -> borrowed FoiMeasured */
  GArray     *placed;        /* of FoiPlaced, page by page */
  GArray     *page_starts;   /* of guint: where in @placed each page begins, and the end */
  FoiSetText *reference;     /* of the running header */
  GPtrArray  *page_labels;   /* of FoiSetText: "Page 2 of 3" */
  FoiSetText *watermark;     /* or NULL */
  guint       n_measured;
};

/* Where a link is drawn on a page: @placed's line by line, in the order of the text. */
typedef struct
{
  const FoiSpan *span;
  FoiRect        rect;
} FoiLinkArea;

const FoiPlaced *_foi_layout_get_placed (FoiLayout *self, guint page, guint *n_placed);
void             _foi_layout_get_rect (FoiLayout *self, const FoiPlaced *placed, FoiRect *rect);
const FoiPlaced *_foi_layout_find_first (FoiLayout *self, const char *id);

G_END_DECLS
