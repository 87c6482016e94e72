/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-block-text.h"

#include <string.h>

/**
 * foi_block_text_append:
 * @text: what is in a cell
 * @first: the first cell of its row
 *
 * Appends a cell, quoted where a spreadsheet would take it for several.
 */
void
foi_block_text_append (GString *out, const char *text, gboolean first)
{
  g_return_if_fail (out != NULL && text != NULL);

  if (!first)
    g_string_append_c (out, '\t');
  if (strpbrk (text, "\t\n\r\"") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}
