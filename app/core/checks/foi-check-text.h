/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-check-words.h"

G_BEGIN_DECLS

/**
 * FoiCheckText:
 * @place: where it is edited
 * @raw: as it is in the case
 * @masked: the same in which spaces stand for all that is not the officer's words: what the
 *   requester said, the targets of links, placeholders; byte for byte as long as @raw
 *
 * A text of an officer.
 */
typedef struct
{
  char *place;
  char *raw;
  char *masked;
} FoiCheckText;

/* A link in the text: [words](target), or <target>. */
typedef struct
{
  FoiRange words;
  FoiRange target;
  gboolean bare;
} FoiTextLink;

FoiCheckText *foi_check_text_new (const char *place, const char *raw, const char *request);
void          foi_check_text_free (FoiCheckText *self);
gboolean      foi_check_text_next_link (const FoiCheckText *self, gsize from, FoiTextLink *link);
gboolean      foi_check_text_is_blank (const FoiCheckText *self);
char         *foi_check_text_dup_words (const FoiCheckText *self, FoiRange range);
char         *foi_fold_words (const char *text);

G_END_DECLS
