/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-explanation.h"

G_BEGIN_DECLS

/* A number, and what stands around it. */
typedef struct
{
  const FoiExplaining *at;
  const FoiFoundNumber *found;
  FoiSaidNumber number;
  char *token;    /* all that is written without a space, but marks around it */
  char *before;   /* the words before it in the sentence, in small letters */
  char *after;    /* and behind it, up to the next mark */
  char *sentence; /* in small letters */
  int decimals;
  gboolean is_share;
} FoiWrittenNumber;

void     _foi_written_number_init  (FoiWrittenNumber *self, const FoiExplaining *at,
                                    FoiRange sentence, const FoiFoundNumber *found);
void     _foi_written_number_clear (FoiWrittenNumber *self);
gboolean _foi_written_is_day (const FoiWrittenNumber *self);
gboolean _foi_written_is_ordinal (const FoiWrittenNumber *self);
gboolean _foi_written_is_named (const FoiWrittenNumber *self);
gboolean _foi_written_is_of_law (const FoiWrittenNumber *self);
gboolean _foi_written_is_written_so (const FoiWrittenNumber *self);
gboolean _foi_written_has_a_name (const FoiWrittenNumber *self);
gboolean _foi_written_is_called (const FoiWrittenNumber *self);
gboolean _foi_written_is_of_street (const FoiWrittenNumber *self);

gboolean _foi_written_is_near_gap   (const FoiWrittenNumber *self);
gboolean _foi_written_is_money      (const FoiWrittenNumber *self);
gboolean _foi_written_counts_others (const FoiWrittenNumber *self);
gboolean _foi_written_is_frequency  (const FoiWrittenNumber *self);

gboolean _foi_written_is_of_posts       (const FoiWrittenNumber *self);
gboolean _foi_written_is_weight         (const FoiWrittenNumber *self);
gboolean _foi_written_is_offered        (const FoiWrittenNumber *self);
gboolean _foi_written_is_vague          (const FoiWrittenNumber *self);
gboolean _foi_written_counts_named      (const FoiWrittenNumber *self);
gboolean _foi_written_counts_other_rows (const FoiWrittenNumber *self);

gboolean _foi_words_are_any_of (const char *word, const char *const *list, gsize n);
gboolean _foi_words_say        (const char *text, const char *const *phrases, gsize n);
char    *_foi_words_dup_after  (const char *text, gsize begin, gsize to);
char    *_foi_words_dup_first  (const char *words);
char    *_foi_words_dup_last   (const char *words);

#define IS_ANY_OF(word, ...) \
  _foi_words_are_any_of (word, (const char *const[]) { __VA_ARGS__ }, \
                         G_N_ELEMENTS (((const char *const[]) { __VA_ARGS__ })))

#define SAYS(text, ...) \
  _foi_words_say (text, (const char *const[]) { __VA_ARGS__ }, \
                  G_N_ELEMENTS (((const char *const[]) { __VA_ARGS__ })))

G_END_DECLS
