/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-html-text.h"

#include <string.h>

/* A tag that is longer is cut: nothing is in it that is looked at. */
#define MAX_TAG 4096

/**
 * foi_html_scanner_init:
 * @self: a scanner
 * @html: HTML, which has to outlive it
 * @length: bytes of it
 *
 * Begins at the start.
 */
void
foi_html_scanner_init (FoiHtmlScanner *self, const char *html, gsize length)
{
  *self = (FoiHtmlScanner){ html, html + length, g_string_new (NULL), NULL, 0 };
}

/**
 * foi_html_scanner_clear:
 * @self: a scanner
 *
 * Frees what it has.
 */
void
foi_html_scanner_clear (FoiHtmlScanner *self)
{
  g_string_free (self->tag, TRUE);
}

static const char *
find (const FoiHtmlScanner *self, const char *what)
{
  return memmem (self->p, (gsize) (self->end - self->p), what, strlen (what));
}

/* Goes behind `</script` of a script that begins here. */
static void
skip_content (FoiHtmlScanner *self, const char *name)
{
  gsize length = strlen (name);

  for (; self->p + length + 2 < self->end; self->p++)
    {
      if (self->p[0] == '<' && self->p[1] == '/'
          && g_ascii_strncasecmp (self->p + 2, name, length) == 0)
        return;
    }
  self->p = self->end;
}

static void
read_tag (FoiHtmlScanner *self)
{
  static const char *const skipped[] = { "script", "style" };
  char quote = '\0';

  g_string_truncate (self->tag, 0);
  for (self->p++; self->p < self->end && (quote != '\0' || *self->p != '>'); self->p++)
    {
      if (quote != '\0' ? *self->p == quote : *self->p == '"' || *self->p == '\'')
        quote = quote != '\0' ? '\0' : *self->p;
      if (self->tag->len < MAX_TAG && *self->p != '\0')
        g_string_append_c (self->tag, *self->p);
    }
  if (self->p < self->end)
    self->p++;
  for (gsize i = 0; i < G_N_ELEMENTS (skipped); i++)
    {
      gsize length = strlen (skipped[i]);

      if (g_ascii_strncasecmp (self->tag->str, skipped[i], length) == 0
          && !g_ascii_isalnum (self->tag->str[length]))
        skip_content (self, skipped[i]);
    }
}

/**
 * foi_html_scanner_next:
 * @self: a scanner
 * @is_tag: (out): whether `tag` is set, or else `text`
 *
 * Returns: whether there was something more.
 */
gboolean
foi_html_scanner_next (FoiHtmlScanner *self, gboolean *is_tag)
{
  while (self->p < self->end)
    {
      const char *start = self->p;

      if (*start == '<' && self->end - start >= 4 && memcmp (start, "<!--", 4) == 0)
        {
          const char *close = find (self, "-->");

          self->p = close != NULL ? close + 3 : self->end;
          continue;
        }
      *is_tag = *start == '<' && start + 1 < self->end
                && (g_ascii_isalpha (start[1]) || strchr ("/!?", start[1]) != NULL);
      if (*is_tag)
        {
          read_tag (self);
          return TRUE;
        }
      self->p = memchr (start + 1, '<', (gsize) (self->end - start - 1));
      if (self->p == NULL)
        self->p = self->end;
      self->text = start;
      self->text_length = (gsize) (self->p - start);
      return TRUE;
    }
  return FALSE;
}

/**
 * foi_html_get_attribute:
 * @tag: what stands in a tag
 * @name: in small letters
 *
 * Returns: (transfer full) (nullable): the attribute's value, without quotation marks.
 */
char *
foi_html_get_attribute (const char *tag, const char *name)
{
  g_autofree char *small = g_ascii_strdown (tag, -1);
  gsize length = strlen (name);

  for (const char *p = small; (p = strstr (p, name)) != NULL; p += length)
    {
      const char *value = p + length;

      if (p == small || !g_ascii_isspace (p[-1]))
        continue;
      while (g_ascii_isspace (*value))
        value++;
      if (*value++ != '=')
        continue;
      while (g_ascii_isspace (*value) || *value == '"' || *value == '\'')
        value++;
      return g_strndup (value, strcspn (value, " \t\r\n\"'>"));
    }
  return NULL;
}

/* The tag in small letters, without spaces, and without what stands in quotation marks but for its
 * style. `hidden` is between two \1, so that it is known from `data-hidden`. */
static char *
condense (const char *tag)
{
  GString *text = g_string_new (NULL);
  char quote = '\0';
  gboolean is_style = FALSE;

  for (const char *p = tag; *p != '\0'; p++)
    {
      if (quote == '\0' && (*p == '"' || *p == '\''))
        {
          quote = *p;
          is_style = text->len >= 6 && strncmp (text->str + text->len - 6, "style=", 6) == 0;
        }
      else if (*p == quote)
        quote = '\0';
      else if (g_ascii_isspace (*p) && quote == '\0')
        g_string_append_c (text, '\1');
      else if (!g_ascii_isspace (*p) && (quote == '\0' || is_style))
        g_string_append_c (text, g_ascii_tolower (*p));
    }
  g_string_append_c (text, '\1');
  return g_string_free (text, FALSE);
}

/**
 * foi_html_is_hidden:
 * @tag: what stands in a tag
 *
 * Returns: whether it says itself that its element is not seen; what a style sheet says of it is
 *   not known.
 */
gboolean
foi_html_is_hidden (const char *tag)
{
  static const char *const signs[] = { "display:none", "visibility:hidden", "visibility:collapse",
                                       "mso-hide:all", "\1hidden\1", "\1hidden=" };
  g_autofree char *condensed = condense (tag);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strstr (condensed, signs[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The character that `&…;` at @p stands for; how many bytes that has, or 0 if it is none. */
static gsize
read_entity (const char *p, gsize length, gunichar *c)
{
  static const struct
  {
    const char *name;
    gunichar c;
  } names[]
      = { { "amp;", '&' },      { "lt;", '<' },       { "gt;", '>' },       { "quot;", '"' },
          { "apos;", '\'' },    { "nbsp;", ' ' },     { "pound;", 0xa3 },   { "euro;", 0x20ac },
          { "ndash;", 0x2013 }, { "mdash;", 0x2014 }, { "lsquo;", 0x2018 }, { "rsquo;", 0x2019 },
          { "ldquo;", 0x201c }, { "rdquo;", 0x201d }, { "hellip;", 0x2026 } };
  char digits[12] = "";
  guint64 number;
  gsize n = 0;
  gboolean is_hex = length > 3 && (p[2] == 'x' || p[2] == 'X');

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      n = strlen (names[i].name);
      if (length > n && memcmp (p + 1, names[i].name, n) == 0)
        {
          *c = names[i].c;
          return n + 1;
        }
    }
  if (length < 4 || p[1] != '#')
    return 0;
  p += is_hex ? 3 : 2;
  length -= is_hex ? 3 : 2;
  for (n = 0; n < length && n < sizeof digits - 1 && g_ascii_isxdigit (p[n]); n++)
    digits[n] = p[n];
  if (n >= length || p[n] != ';'
      || !g_ascii_string_to_unsigned (digits, is_hex ? 16 : 10, 32, 0x10ffff, &number, NULL)
      || !g_unichar_validate ((gunichar) number))
    return 0;
  *c = (gunichar) number;
  return n + 1 + (is_hex ? 3 : 2);
}

/**
 * foi_html_text_append:
 * @text: gets it
 * @html: what stands between tags
 * @length: bytes of it
 *
 * Appends what is meant: entities resolved, of spaces in a row one, and what is no UTF-8 left out.
 */
void
foi_html_text_append (GString *text, const char *html, gsize length)
{
  for (gsize i = 0; i < length;)
    {
      gunichar c = g_utf8_get_char_validated (html + i, (gssize) (length - i));
      gsize n = 1;

      if (html[i] == '&')
        {
          n = read_entity (html + i, length - i, &c);
          n = MAX (n, 1);
        }
      else if (c == (gunichar) -1 || c == (gunichar) -2)
        c = 0;
      else
        n = (gsize) g_unichar_to_utf8 (c, NULL);
      i += n;
      if (c < 0x20)
        c = c == '\t' || c == '\n' || c == '\r' ? ' ' : 0;
      if (c == 0 || (c == ' ' && text->len > 0 && text->str[text->len - 1] == ' '))
        continue;
      g_string_append_unichar (text, c);
    }
}

/**
 * foi_html_text_trim:
 * @text: a cell's text
 *
 * Takes away spaces at the ends, and makes lines of what stands for their ends.
 */
void
foi_html_text_trim (GString *text)
{
  g_autofree char *copy = g_strdup (text->str);
  g_auto (GStrv) lines = NULL;

  g_strdelimit (copy, (char[]){ FOI_HTML_LINE, '\0' }, '\n');
  lines = g_strsplit (copy, "\n", -1);
  g_string_truncate (text, 0);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", lines[i]);
    }
}
