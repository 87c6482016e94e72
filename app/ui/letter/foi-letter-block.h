/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-layout.h"

G_BEGIN_DECLS

#define FOI_TYPE_LETTER_BLOCK (foi_letter_block_get_type ())

/**
 * FoiLetterBlock:
 *
 * A block of the letter for those who hear it: nothing is drawn, its name is its text, and it lies
 * where the block is painted. GTK 4.8 has no interface for accessible text that could be
 * implemented.
 */
G_DECLARE_FINAL_TYPE (FoiLetterBlock, foi_letter_block, FOI, LETTER_BLOCK, GtkWidget)

GtkWidget  *foi_letter_block_new (FoiBlock *block);
gboolean    foi_letter_block_set (FoiLetterBlock *self, FoiBlock *block, const FoiRect *rect);
gboolean    foi_letter_block_suits (FoiLetterBlock *self, const FoiBlock *block);
const char *foi_letter_block_get_id (FoiLetterBlock *self);
void        foi_letter_block_get_rect (FoiLetterBlock *self, FoiRect *rect);

G_END_DECLS
