/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A block of cells as spreadsheets put it on the clipboard: tabs between cells, line ends between
 * rows, quotation marks around cells that hold either. */

void foi_block_text_append (GString *out, const char *text, gboolean first);

G_END_DECLS
