/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOI_TYPE_SPELLER (foi_speller_get_type ())

/**
 * FoiSpeller:
 *
 * British English, with the words that an officer and the authority added: the only file that knows
 * the library behind it. The authority's words are in words.txt beside its profile, one in a line;
 * an officer's own are those of the library, which other programs share. Without the library, or a
 * dictionary, every word is right.
 *
 * Property: enabled (with notify): while it is not, every word is right; the program remembers it.
 *
 * Signal: "changed": other words are right than before.
 */
G_DECLARE_FINAL_TYPE (FoiSpeller, foi_speller, FOI, SPELLER, GObject)

/* Who is to know a word. */
typedef enum
{
  FOI_WORDS_SESSION,   /* until the program ends */
  FOI_WORDS_OWN,
  FOI_WORDS_AUTHORITY,
} FoiWords;

FoiSpeller *foi_speller_get_default (void);
gboolean    foi_speller_is_available (FoiSpeller *self);
gboolean    foi_speller_is_right (FoiSpeller *self, const char *word);
void        foi_speller_add_async (FoiSpeller *self, const char *word, FoiWords words,
                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean    foi_speller_add_finish (FoiSpeller *self, GAsyncResult *result, GError **error);
void        foi_speller_suggest_async (FoiSpeller *self, const char *word,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
char      **foi_speller_suggest_finish (FoiSpeller *self, GAsyncResult *result, GError **error);
GFile      *foi_speller_ref_authority_words (void);

G_END_DECLS
