/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-letter.h"

G_BEGIN_DECLS

/* Letters made by hand and by dice, for the tests of what sets and paints them. */
FoiLetter      *maker_letter_new (void);
FoiBlock       *maker_add (FoiLetter *letter, FoiBlockKind kind, const char *id, const char *text);
FoiBlock       *maker_add_child (FoiBlock *parent, FoiBlockKind kind, const char *text);
FoiPublication *maker_table (const char *fields, const char *rows, const char *more);
FoiPublication *maker_calls (guint n_rows);
void            maker_add_table (FoiLetter *letter, const char *id, const char *caption,
                                 FoiPublication *table);
char           *maker_words (GRand *dice, guint n_words);
FoiLetter      *maker_random_letter (GRand *dice, guint n_blocks);
FoiBlock       *maker_random_block (GRand *dice, const char *id);
FoiLetter      *maker_council_letter (void);
FoiLetter      *maker_edited (FoiLetter *letter, guint index, FoiBlock *block);

G_END_DECLS
