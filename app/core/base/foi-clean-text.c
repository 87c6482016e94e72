/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-clean-text.h"

#include <string.h>

/* What turns the words after it around until it is ended, and what ends it (Unicode, UAX #9). */
#define END_OF_EMBEDDING "\342\200\254"   /* U+202C */
#define END_OF_ISOLATE "\342\201\251"     /* U+2069 */

/* C0 and C1 without the two that text is made of: they print nothing, and what shows the text may
 * do anything at them. */
static gboolean
is_control (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
}

static gboolean
is_clean (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if ((*p < 0x20 && *p != '\t' && *p != '\n') || *p == 0x7F || (*p == 0xC2 && p[1] < 0xA0)
          || (*p == 0xE2 && (p[1] == 0x80 || p[1] == 0x81)))
        return FALSE;
    }
  return TRUE;
}

/* Keeps @open, the ends that are still to come, the innermost last: 'e' or 'i'. */
static void
follow (GString *open, gunichar c)
{
  const char last = open->len > 0 ? open->str[open->len - 1] : '\0';

  if (c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E)
    g_string_append_c (open, 'e');
  else if (c >= 0x2066 && c <= 0x2068)
    g_string_append_c (open, 'i');
  else if (c == 0x202C && last == 'e')
    g_string_truncate (open, open->len - 1);
  else if (c == 0x2069)
    {
      const char *isolate = g_strrstr (open->str, "i");

      /* It ends the embeddings that began in it, too. */
      if (isolate != NULL)
        g_string_truncate (open, (gsize) (isolate - open->str));
    }
}

static char *
clean (const char *text, gboolean apart)
{
  g_autoptr (GString) open = NULL;
  GString *out;

  if (is_clean (text))
    return g_strdup (text);
  open = g_string_new (NULL);
  out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (is_control (c) && !(apart && c == '\r'))
        continue;
      g_string_append_unichar (out, c);
      follow (open, c);
    }
  for (gsize i = open->len; apart && i > 0; i--)
    g_string_append (out, open->str[i - 1] == 'e' ? END_OF_EMBEDDING : END_OF_ISOLATE);
  return g_string_free (out, FALSE);
}

/**
 * foi_clean_text:
 * @text: UTF-8 from anywhere
 *
 * Returns: (transfer full): @text without its control characters, all but tabs and line feeds.
 */
char *
foi_clean_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return clean (text, FALSE);
}

/**
 * foi_clean_text_apart:
 * @text: UTF-8 from anywhere, which stands in one line with others: a cell
 *
 * Returns: (transfer full): @text without its control characters, all but tabs and line ends of
 *   every kind; and whatever turns its words around ends with it (Unicode, UAX #9), so that the
 *   cells beside it read as they were written.
 */
char *
foi_clean_text_apart (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return clean (text, TRUE);
}

/* ---- what is seen ---------------------------------------------------------------------------- */

/* What is not seen itself, and hides, joins or turns around what is: soft hyphens, marks of
 * direction, spaces and joiners of no width, fillers, tags. */
static gboolean
is_unseen (gunichar c)
{
  static const struct
  {
    gunichar first, last;
  } ranges[] = {
    { 0x00AD, 0x00AD },   { 0x034F, 0x034F },   { 0x061C, 0x061C },   { 0x115F, 0x1160 },
    { 0x17B4, 0x17B5 },   { 0x180B, 0x180F },   { 0x200B, 0x200F },   { 0x202A, 0x202E },
    { 0x2060, 0x206F },   { 0x3164, 0x3164 },   { 0xFEFF, 0xFEFF },   { 0xFFA0, 0xFFA0 },
    { 0xFFF0, 0xFFFB },   { 0x1D173, 0x1D17A }, { 0xE0000, 0xE0FFF },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      return TRUE;
  return FALSE;
}

/* Persian words, and pictures of several people, need what joins or parts their letters. */
static gboolean
is_joiner (gunichar before, gunichar c, gunichar after)
{
  return (c == 0x200C || c == 0x200D) && before >= 0x80 && after >= 0x80 && !is_unseen (before)
         && !is_unseen (after);
}

static char *
clean_unseen (const char *text, gboolean one_line)
{
  GString *line = g_string_sized_new (strlen (text));
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (one_line && (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029))
        g_string_append_c (line, ' ');
      else if (!is_unseen (c) || is_joiner (before, c, g_utf8_get_char (g_utf8_next_char (p))))
        g_string_append_unichar (line, c);
      before = c;
    }
  return g_string_free (line, FALSE);
}

/**
 * foi_clean_seen:
 * @text: UTF-8 from anywhere, which is shown among the program's own words: a subject, a name, a
 *   reference
 *
 * Whoever wrote it cannot turn the words around that stand beside it, or make two references of one
 * that look the same. What a case says stays as it is.
 *
 * Returns: (transfer full): @text without what is not seen.
 */
char *
foi_clean_seen (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return clean_unseen (text, FALSE);
}

/**
 * foi_clean_line:
 * @text: the same, shown in one line
 *
 * Nor can they end the line, or do anything to a terminal.
 *
 * Returns: (transfer full): @text without what is not seen, and with spaces in the place of line
 *   ends and control characters.
 */
char *
foi_clean_line (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return clean_unseen (text, TRUE);
}
