/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-paste-grid.h"

G_BEGIN_DECLS

/**
 * FoiPasteLayout:
 * @titles: rows with one cell above the table, from the first on
 * @header: (or -1): the row of headings
 * @units: (or -1): a row of units under it
 * @rows: (element-type guint): the rows of the table
 * @footnotes: (element-type utf8): rows with one cell of text below the table
 *
 * What the rows of a pasted block are.
 */
typedef struct
{
  GPtrArray *titles;
  int        header;
  int        units;
  GArray    *rows;
  GPtrArray *footnotes;
} FoiPasteLayout;

void     foi_paste_layout_read (FoiPasteLayout *self, FoiPasteGrid *grid);
void     foi_paste_layout_clear (FoiPasteLayout *self);
gboolean foi_paste_is_blank_row (FoiPasteGrid *grid, guint row);
gboolean foi_paste_is_unit (const char *text);
char    *foi_paste_clean_heading (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiPasteLayout, foi_paste_layout_clear)

G_END_DECLS
