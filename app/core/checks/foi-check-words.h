/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date.h"
#include "foi-range.h"

G_BEGIN_DECLS

/**
 * FoiCheckWords:
 *
 * What the checks know of language and of law: lists of phrases, the right titles of statutes, the
 * law behind each check. All of it is data, `resources/checks/checks.json`. Immutable, for all
 * threads.
 */
typedef struct _FoiCheckWords FoiCheckWords;

/* A title of a statute as it was found, and as it should be. */
typedef struct
{
  FoiRange    range;
  const char *title;
} FoiWrongTitle;

FoiCheckWords *foi_check_words_get_default (void);
gboolean       foi_check_words_find (FoiCheckWords *self, const char *list, const char *text,
                                     FoiRange within, FoiRange *found);
gboolean       foi_check_words_find_sentence (FoiCheckWords *self, const char *list,
                                              const char *text, FoiRange *sentence,
                                              FoiRange *found);
gboolean       foi_check_words_find_title (FoiCheckWords *self, const char *text, gsize from,
                                           FoiDate day, FoiWrongTitle *found);
const char    *foi_check_words_get_law (FoiCheckWords *self, const char *id, const char *regime);
gboolean       foi_check_sentence_next (const char *text, FoiRange *sentence);

G_END_DECLS
