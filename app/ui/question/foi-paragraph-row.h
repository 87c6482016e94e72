/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"
#include "foi-wording.h"

G_BEGIN_DECLS

#define FOI_TYPE_PARAGRAPH_ROW (foi_paragraph_row_get_type ())

/**
 * FoiParagraphRow:
 *
 * One standard paragraph of the letter: its words to be edited for this letter, whose words they
 * are, and the way back.
 */
G_DECLARE_FINAL_TYPE (FoiParagraphRow, foi_paragraph_row, FOI, PARAGRAPH_ROW, GtkWidget)

GtkWidget  *foi_paragraph_row_new (FoiDocument *document, const char *letter, gboolean is_pinned,
                                   const FoiWording *wording);
void        foi_paragraph_row_update (FoiParagraphRow *self, const FoiWording *wording);
const char *foi_paragraph_row_get_id (FoiParagraphRow *self);
const char *foi_paragraph_row_get_remark (FoiParagraphRow *self);
void        foi_paragraph_row_restore (FoiParagraphRow *self);

G_END_DECLS
