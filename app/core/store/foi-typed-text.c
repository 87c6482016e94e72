/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-typed-text.h"

/**
 * foi_typed_text_new:
 * @row: the position of the row in the table, from 0
 * @reason: why it is no value
 *
 * Returns: (transfer full): text that was typed into a cell.
 */
FoiTypedText *
foi_typed_text_new (const char *table, guint row, const char *column, const char *text,
                    const char *reason)
{
  FoiTypedText *self = g_new (FoiTypedText, 1);

  *self = (FoiTypedText) { g_strdup (table), row, g_strdup (column), g_strdup (text),
                           g_strdup (reason) };
  return self;
}

/**
 * foi_typed_text_free:
 * @typed: (transfer full): text that was typed into a cell
 *
 * Frees it.
 */
void
foi_typed_text_free (FoiTypedText *typed)
{
  g_free (typed->table);
  g_free (typed->column);
  g_free (typed->text);
  g_free (typed->reason);
  g_free (typed);
}
