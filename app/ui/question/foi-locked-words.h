/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     foi_locked_words_follow (GtkTextBuffer *buffer);
void     foi_locked_words_unlock (GtkTextBuffer *buffer, gboolean unlocked);
gboolean foi_locked_words_are_unlocked (GtkTextBuffer *buffer);
gboolean foi_locked_words_are_in (const char *text);
gboolean foi_locked_words_stand (const char *text, const char *standard);

G_END_DECLS
