/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-json-path.h"
#include "foi-json-writer.h"

#include <string.h>

/* A key longer than this, in characters, is cut in messages. */
#define MAX_KEY 60

/**
 * foi_json_line_seek:
 * @line: (inout): a line of @text, or all zero
 * @text: the file
 * @offset: a byte of it, or its end
 *
 * Finds the line on which @offset stands. Only `\n` ends a line. Offsets in rising order are found
 * in one walk over the file, however many they are.
 */
void
foi_json_line_seek (FoiJsonLine *line, const char *text, gsize offset)
{
  const char *newline;

  if (line->number == 0 || offset < line->start)
    *line = (FoiJsonLine) { .number = 1 };

  while (offset > line->start
         && (newline = memchr (text + line->start, '\n', offset - line->start)) != NULL)
    {
      line->number++;
      line->start = (gsize) (newline - text) + 1;
    }
}

/**
 * foi_json_line_get_column:
 * @line: the line on which @offset stands
 * @text: the file
 * @offset: a byte of it, or its end
 *
 * Returns: the column, from 1, in characters (Unicode code points), as editors count.
 */
guint
foi_json_line_get_column (const FoiJsonLine *line, const char *text, gsize offset)
{
  guint column = 1;

  g_assert (line->start <= offset);
  for (gsize i = line->start; i < offset; i++)
    column += ((guchar) text[i] & 0xc0) != 0x80;
  return column;
}

/* Keys of letters, digits, `_`, `:` and `-` that begin with a letter or `_` need no quotes. */
static gboolean
is_plain (const char *key)
{
  if (!g_ascii_isalpha (key[0]) && key[0] != '_')
    return FALSE;
  for (const char *c = key; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && strchr ("_:-", *c) == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * foi_json_path_append_key:
 * @path: a path, `$` at first
 * @key: a key
 *
 * Appends `.key`, or `["odd key"]` where the key is not made of letters, digits, `_`, `:` and `-`.
 */
void
foi_json_path_append_key (GString *path, const char *key)
{
  gboolean is_long = g_utf8_strlen (key, -1) > MAX_KEY;
  gsize length = is_long ? (gsize) (g_utf8_offset_to_pointer (key, MAX_KEY) - key) : strlen (key);

  if (!is_long && is_plain (key))
    {
      g_string_append_c (path, '.');
      g_string_append (path, key);
      return;
    }

  g_string_append_c (path, '[');
  foi_json_write_text (path, key, length);
  if (is_long)
    g_string_insert (path, (gssize) path->len - 1, "…");
  g_string_append_c (path, ']');
}

/**
 * foi_json_path_append_index:
 * @path: a path
 * @index: an element's number, from 0
 *
 * Appends `[4]`.
 */
void
foi_json_path_append_index (GString *path, guint index)
{
  g_string_append_printf (path, "[%u]", index);
}
