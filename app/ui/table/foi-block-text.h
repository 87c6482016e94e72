/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A block of cells as spreadsheets put it on the clipboard: tabs between cells, line ends between
 * rows, quotation marks around cells that hold either. */

/* More rows or columns than this are no table that anybody copied. */
#define FOI_BLOCK_MAX_ROWS 1048576
#define FOI_BLOCK_MAX_COLUMNS 1024

void       foi_block_text_append (GString *out, const char *text, gboolean first);
GPtrArray *foi_block_text_read (const char *text);
guint      foi_block_text_get_width (GPtrArray *rows);

G_END_DECLS
