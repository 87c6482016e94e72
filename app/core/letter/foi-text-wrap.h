/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-block.h"

G_BEGIN_DECLS

/* Plain text of a letter is set in columns of a terminal, this many. */
#define FOI_TEXT_COLUMNS 76

guint      foi_text_measure (const char *text);
guint      foi_text_measure_longest_word (const char *text);
GPtrArray *foi_text_wrap (const char *text, guint columns);
char      *foi_text_pad (const char *text, guint columns, gboolean to_the_right);
GPtrArray *foi_text_table_to_lines (const FoiBlock *table, guint columns);

G_END_DECLS
