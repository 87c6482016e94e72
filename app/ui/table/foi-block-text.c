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

static gboolean
ends_cell (char c)
{
  return c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

/* The end of the cell in quotation marks that begins at @text, or NULL where what begins there is
 * not one: Excel writes `"quoted" word` without more ado. */
static const char *
find_quoted_end (const char *text)
{
  for (const char *p = text + 1; *p != '\0'; p++)
    {
      if (*p != '"')
        continue;
      if (p[1] == '"')
        p++;
      else
        return ends_cell (p[1]) ? p + 1 : NULL;
    }
  return NULL;
}

static char *
unquote (const char *text, const char *end)
{
  GString *cell = g_string_new (NULL);

  for (const char *p = text + 1; p < end - 1; p++)
    {
      if (*p == '\r')
        continue;
      g_string_append_c (cell, *p);
      if (*p == '"')
        p++;
    }
  return g_string_free (cell, FALSE);
}

/* Reads one cell and moves @text behind it. */
static char *
read_cell (const char **text)
{
  const char *start = *text;
  const char *end = *start == '"' ? find_quoted_end (start) : NULL;

  if (end != NULL)
    {
      *text = end;
      return unquote (start, end);
    }
  end = start + strcspn (start, "\t\n\r");
  *text = end;
  return g_strndup (start, (gsize) (end - start));
}

static void
skip_line_end (const char **text)
{
  if (**text == '\r')
    (*text)++;
  if (**text == '\n')
    (*text)++;
}

/**
 * foi_block_text_read:
 * @text: text of the clipboard
 *
 * Reads the text of a block, without the line end that spreadsheets put after the last row. What is
 * beyond the limits is left out.
 *
 * Returns: (transfer full) (element-type GStrv): its rows, each a list of cells; at least one.
 */
GPtrArray *
foi_block_text_read (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_return_val_if_fail (text != NULL, rows);

  do
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new ();

      for (;;)
        {
          char *cell = read_cell (&text);

          if (cells->len < FOI_BLOCK_MAX_COLUMNS)
            g_ptr_array_add (cells, cell);
          else
            g_free (cell);
          if (*text != '\t')
            break;
          text++;
        }
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (rows, g_ptr_array_free (g_steal_pointer (&cells), FALSE));
      skip_line_end (&text);
    }
  while (*text != '\0' && rows->len < FOI_BLOCK_MAX_ROWS);
  return rows;
}

/**
 * foi_block_text_get_width:
 * @rows: as read
 *
 * Returns: how many cells the longest row has.
 */
guint
foi_block_text_get_width (GPtrArray *rows)
{
  guint width = 0;

  g_return_val_if_fail (rows != NULL, 0);

  for (guint i = 0; i < rows->len; i++)
    width = MAX (width, g_strv_length (g_ptr_array_index (rows, i)));
  return width;
}
