/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoiTerm:
 * @name: in files, and for other programs
 * @words: for people; marked to be translated
 *
 * What the value of an enumeration is called. A table of them stands in the enumeration's order.
 */
typedef struct
{
  const char *name;
  const char *words;
} FoiTerm;

const char *foi_term_get_name (const FoiTerm *terms, gsize n_terms, guint value);
const char *foi_term_get_words (const FoiTerm *terms, gsize n_terms, guint value);
gboolean    foi_term_find (const FoiTerm *terms, gsize n_terms, const char *name, guint *value);

G_END_DECLS
