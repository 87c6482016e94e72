/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-term.h"

#include <glib/gi18n-lib.h>

/**
 * foi_term_get_name:
 * @terms: (array length=n_terms): a table
 * @value: of its enumeration
 *
 * Returns: its name.
 */
const char *
foi_term_get_name (const FoiTerm *terms, gsize n_terms, guint value)
{
  g_return_val_if_fail (value < n_terms, "");
  return terms[value].name;
}

/**
 * foi_term_get_words:
 * @terms: (array length=n_terms): a table
 * @value: of its enumeration
 *
 * Returns: its words, translated.
 */
const char *
foi_term_get_words (const FoiTerm *terms, gsize n_terms, guint value)
{
  g_return_val_if_fail (value < n_terms, "");
  return _(terms[value].words);
}

/**
 * foi_term_find:
 * @terms: (array length=n_terms): a table
 * @name: (nullable): a name of it, or not
 * @value: (out): what is called so; left as it is where nothing is
 *
 * Returns: whether something is called so.
 */
gboolean
foi_term_find (const FoiTerm *terms, gsize n_terms, const char *name, guint *value)
{
  for (gsize i = 0; name != NULL && i < n_terms; i++)
    if (g_str_equal (terms[i].name, name))
      {
        *value = (guint) i;
        return TRUE;
      }
  return FALSE;
}
