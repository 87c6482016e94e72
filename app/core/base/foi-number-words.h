/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoiNumberWords:
 * @length: how many bytes the words take
 * @value: the number that they are
 * @is_loose: the words are in many sentences that count nothing: "one", "no", "a pair"
 *
 * A number in letters.
 */
typedef struct
{
  gsize    length;
  gint64   value;
  gboolean is_loose;
} FoiNumberWords;

gboolean foi_number_words_read (const char *text, gsize length, FoiNumberWords *out);
char    *foi_number_fold (const char *text);

G_END_DECLS
