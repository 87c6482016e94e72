/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-page-text.h"

#include <string.h>

/**
 * foi_page_text_says:
 * @text: what stands above or below each page of a sheet, without what is put in when it is printed
 *
 * Spreadsheet programs number the pages by themselves, so the words for that say nothing.
 *
 * Returns: whether there is a word or a number in it of somebody's own.
 */
gboolean
foi_page_text_says (const char *text)
{
  static const char *const usual[] = { "page", "pages", "of", "sheet" };
  const char *p = text;

  while (*p != '\0')
    {
      const char *begin = p;
      gboolean is_usual = FALSE;

      while (g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
        is_usual |= strlen (usual[i]) == (gsize) (p - begin)
                    && g_ascii_strncasecmp (begin, usual[i], strlen (usual[i])) == 0;
      if (p > begin && !is_usual)
        return TRUE;
      if (p == begin)
        p = g_utf8_next_char (p);
    }
  return FALSE;
}

/* What is behind one `&`: the side, a font, its size or colour, or what is put in when printed.
 * `&&` is the sign itself. */
static const char *
skip_code (const char *p, GString *text)
{
  if (*p == '"')
    {
      const char *end = strchr (p + 1, '"');

      return end != NULL ? end + 1 : p + strlen (p);
    }
  if (g_ascii_isdigit (*p))
    return p + strspn (p, "0123456789");
  if (*p == 'K')
    {
      gsize length = strspn (p + 1, "0123456789ABCDEFabcdef+-");

      return p + 1 + MIN (length, 6);
    }
  g_string_append_c (text, ' ');
  return *p != '\0' ? g_utf8_next_char (p) : p;
}

/**
 * foi_page_code_says:
 * @code: the same with the codes of a workbook, as in `&CPage &P` (ECMA-376, 18.3.1.39)
 *
 * Returns: whether there is a word or a number in it of somebody's own.
 */
gboolean
foi_page_code_says (const char *code)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = code; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);

      if (*p == '&')
        next = skip_code (p + 1, text);
      else
        g_string_append_len (text, p, next - p);
      p = next;
    }
  return foi_page_text_says (text->str);
}
