/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-wrap.h"

#include <string.h>

/* A no-break space keeps what it joins on one line. */
static gboolean
is_gap (gunichar c)
{
  return c == ' ' || c == '\t';
}

/* Combining marks take no column, ideographs and their like two. */
static guint
measure_char (gunichar c)
{
  if (g_unichar_iszerowidth (c) || g_unichar_iscntrl (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
measure (const char *text, const char *end)
{
  guint columns = 0;

  for (; text < end; text = g_utf8_next_char (text))
    columns += measure_char (g_utf8_get_char (text));
  return columns;
}

/**
 * foi_text_measure:
 * @text: one line
 *
 * Returns: how many columns of a terminal it takes.
 */
guint
foi_text_measure (const char *text)
{
  g_return_val_if_fail (text != NULL, 0);
  return measure (text, text + strlen (text));
}

static const char *
find_word_end (const char *text)
{
  while (*text != '\0' && *text != '\n' && !is_gap (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/**
 * foi_text_measure_longest_word:
 * @text: text of any length
 *
 * Returns: the columns that its longest word takes: it cannot be set in less.
 */
guint
foi_text_measure_longest_word (const char *text)
{
  guint longest = 0;

  g_return_val_if_fail (text != NULL, 0);

  while (*text != '\0')
    {
      const char *end = find_word_end (text);

      longest = MAX (longest, measure (text, end));
      text = *end != '\0' ? end + 1 : end;
    }
  return longest;
}

/* Where a word of a script without spaces may be broken so that its start fits into @columns. */
static const char *
find_break (const char *word, const char *end, guint columns)
{
  const char *found = word;
  guint used = 0;

  for (const char *c = word; c < end; c = g_utf8_next_char (c))
    {
      gunichar this = g_utf8_get_char (c);

      if (c > word && g_unichar_iswide (this)
          && g_unichar_iswide (g_utf8_get_char (g_utf8_prev_char (c))))
        found = c;
      used += measure_char (this);
      if (used > columns)
        break;
    }
  return used > columns ? found : end;
}

typedef struct
{
  GPtrArray *lines;
  GString   *line;
  guint      used;
  guint      columns;
} Wrap;

static void
end_line (Wrap *wrap)
{
  g_ptr_array_add (wrap->lines, g_string_free (wrap->line, FALSE));
  wrap->line = g_string_new (NULL);
  wrap->used = 0;
}

static void
add_word (Wrap *wrap, const char *word, const char *end)
{
  guint gap = wrap->used > 0 ? 1 : 0;

  if (wrap->used > 0 && wrap->used + gap + measure (word, end) > wrap->columns)
    {
      end_line (wrap);
      gap = 0;
    }
  while (measure (word, end) > wrap->columns)
    {
      const char *middle = find_break (word, end, wrap->columns);

      if (middle == word || middle == end)
        break;
      g_string_append_len (wrap->line, word, middle - word);
      end_line (wrap);
      word = middle;
    }
  if (gap > 0)
    g_string_append_c (wrap->line, ' ');
  g_string_append_len (wrap->line, word, end - word);
  wrap->used += gap + measure (word, end);
}

/**
 * foi_text_wrap:
 * @text: text; "\n" ends a line
 * @columns: how wide a line may be
 *
 * Breaks text at spaces, and between ideographs where nothing else helps. A longer word, such as a
 * link, stands whole on a line of its own.
 *
 * Returns: (transfer full) (element-type utf8): the lines, at least one.
 */
GPtrArray *
foi_text_wrap (const char *text, guint columns)
{
  Wrap wrap = { .columns = columns };

  g_return_val_if_fail (text != NULL, NULL);

  wrap.lines = g_ptr_array_new_with_free_func (g_free);
  wrap.line = g_string_new (NULL);
  while (*text != '\0')
    {
      const char *end = find_word_end (text);

      if (end > text)
        add_word (&wrap, text, end);
      if (*end == '\n')
        end_line (&wrap);
      text = *end != '\0' ? end + 1 : end;
    }
  end_line (&wrap);
  g_string_free (wrap.line, TRUE);
  return wrap.lines;
}

/**
 * foi_text_pad:
 * @text: one line
 * @columns: how wide it shall be
 * @to_the_right: whether the space goes before it
 *
 * Returns: (transfer full): @text with as many spaces as it lacks.
 */
char *
foi_text_pad (const char *text, guint columns, gboolean to_the_right)
{
  guint used;
  g_autofree char *space = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  used = foi_text_measure (text);
  space = g_strnfill (used < columns ? columns - used : 0, ' ');
  return to_the_right ? g_strconcat (space, text, NULL) : g_strconcat (text, space, NULL);
}
