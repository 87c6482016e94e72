/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  foi_clipboard_cells_read_async (GdkClipboard *clipboard, gboolean whole,
                                      GAsyncReadyCallback callback, gpointer user_data);
char *foi_clipboard_cells_read_finish (GAsyncResult *result);
char *foi_clipboard_cells_from_html (GBytes *html, const char *text, gboolean whole);

G_END_DECLS
