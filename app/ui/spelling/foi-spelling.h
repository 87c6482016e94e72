/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Underlines misspelt words of a view, some time after they were typed and never the one that is
 * being typed. Its context menu has what may be meant, and takes words into the lists. Ctrl+F7 goes
 * to the next one. While spelling is not checked, nothing is underlined.
 */
void     foi_spelling_attach (GtkTextView *view);
gboolean foi_spelling_is_busy (GtkTextView *view);
guint    foi_spelling_count (GtkTextView *view);

G_END_DECLS
