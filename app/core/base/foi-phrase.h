/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean foi_phrase_find (const char *text, const char *phrase, gboolean exact_case, gsize from,
                          gsize *begin, gsize *end);
gboolean foi_phrase_starts_any (const char *text, const char *const *phrases, gsize n_phrases);
guint    foi_phrase_count (const char *text, const char *phrase);
guint64  foi_phrase_get_letters (const char *text);
gboolean foi_phrase_is_unspaced (const char *phrase);

G_END_DECLS
