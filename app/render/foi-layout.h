/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-letter.h"

G_BEGIN_DECLS

/* Lengths are points, 72 to the inch; the origin is the top left corner of the page. */
typedef struct
{
  double x, y, width, height;
} FoiRect;

/* A block, where on a page it is, and which of the things placed there it is made of. */
typedef struct
{
  FoiBlock *block;
  FoiRect   rect;
  guint     first, n_placed;
} FoiPageBlock;

typedef enum
{
  FOI_PAPER_A4,
  FOI_PAPER_LETTER,
} FoiPaper;

/**
 * FoiLayout:
 *
 * A letter set on pages: the same for screen, paper and PDF, because it is made once, in points,
 * with hinting and glyph rounding off, down to the glyphs. Immutable; reference counted; made and
 * painted in any thread.
 */
typedef struct _FoiLayout FoiLayout;

#define FOI_TYPE_LAYOUT (foi_layout_get_type ())

GType       foi_layout_get_type (void);
FoiLayout  *foi_layout_new (FoiLetter *letter, FoiPaper paper, FoiLayout *previous);
FoiLayout  *foi_layout_ref (FoiLayout *self);
void        foi_layout_unref (FoiLayout *self);
FoiLetter  *foi_layout_get_letter (FoiLayout *self);
guint       foi_layout_get_n_pages (FoiLayout *self);
void        foi_layout_get_page_size (FoiLayout *self, double *width, double *height);
void        foi_layout_get_text_area (FoiLayout *self, FoiRect *area);
const char *foi_layout_get_font (FoiLayout *self);

/* Where a block (by id) stands, one rectangle for each page it is on; and what is at a point. */
GArray     *foi_layout_find_block (FoiLayout *self, const char *id, guint *first_page);
GArray     *foi_layout_list_blocks (FoiLayout *self, guint page);
/* The same in pieces that change alone, and whether another letter's look the same. */
GArray     *foi_layout_list_pieces (FoiLayout *self, guint page);
gboolean    foi_layout_shares_piece (FoiLayout *self, const FoiPageBlock *piece, FoiLayout *other,
                                     const FoiPageBlock *other_piece, guint page);
gboolean    foi_layout_shares_ground (FoiLayout *self, FoiLayout *other, guint page);
GArray     *foi_layout_find_place (FoiLayout *self, const char *place_prefix, guint *first_page);
FoiBlock   *foi_layout_get_block_at (FoiLayout *self, guint page, double x, double y);
const char *foi_layout_get_link_at (FoiLayout *self, guint page, double x, double y);
/* How many blocks were measured anew because @previous did not have them. */
guint       foi_layout_get_n_measured (FoiLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiLayout, foi_layout_unref)

G_END_DECLS
