/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-span.h"

G_BEGIN_DECLS

/**
 * FoiLabelWord:
 * @shown: the word as written, with the marks around it
 * @plain: the same for comparing: small letters, no marks; "" for a dash alone
 * @place: where it stands among the words of its question
 *
 * A word on the way from a question to its label.
 */
typedef struct
{
  char *shown;
  char *plain;
  guint place;
} FoiLabelWord;

GPtrArray *foi_label_words_read (const char *text, FoiTextSpan question);
GPtrArray *foi_label_words_copy (GPtrArray *words, guint from);
char      *foi_label_words_join_plain (GPtrArray *words, guint from);
char      *foi_label_words_join_shown (GPtrArray *words);

GPtrArray *foi_label_abbreviations_new (void);
void       foi_label_words_collect_abbreviations (GPtrArray *words, GPtrArray *abbreviations);
void       foi_label_words_abbreviate (GPtrArray *words, GPtrArray *abbreviations);

static inline FoiLabelWord *
foi_label_words_get (GPtrArray *words, guint i)
{
  return (FoiLabelWord *) g_ptr_array_index (words, i);
}

static inline const char *
foi_label_words_plain (GPtrArray *words, guint i)
{
  return foi_label_words_get (words, i)->plain;
}

G_END_DECLS
