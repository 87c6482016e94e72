/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-text.h"

#include <string.h>

/* A quotation shown in a message is cut after so many characters. */
#define MAX_QUOTE 90

/* A link's words and its target may be as long as this, in bytes. */
#define MAX_LINK 4096

/* Of other lengths a quotation does not tell whose words they are. */
#define MIN_QUOTED 4

static const struct
{
  const char *open, *close;
} quotes[] = { { "“", "”" }, { "‘", "’" }, { "\"", "\"" } };

static void
blank (char *text, gsize begin, gsize end)
{
  for (gsize i = begin; i < end; i++)
    if (text[i] != '\n')
      text[i] = ' ';
}

/**
 * foi_fold_words:
 * @text: a text
 *
 * Returns: (transfer full): the same in small letters with one space for all white space, so that
 *   words are known again.
 */
char *
foi_fold_words (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t\r\n", -1);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (folded, "%s%s", folded->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/* What follows > is somebody else's words. */
static void
mask_block_quotes (char *text)
{
  for (char *line = text; line != NULL && *line != '\0';)
    {
      char *end = strchr (line, '\n');
      gsize length = end != NULL ? (gsize) (end - line) : strlen (line);

      if (line[strspn (line, " \t")] == '>')
        blank (line, 0, length);
      line = end != NULL ? end + 1 : NULL;
    }
}

static void
mask_quotations (char *text, const char *request)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      char *open = text;

      while ((open = strstr (open, quotes[i].open)) != NULL)
        {
          char *begin = open + strlen (quotes[i].open);
          char *close = strstr (begin, quotes[i].close);
          g_autofree char *quoted = NULL, *folded = NULL;

          if (close == NULL)
            break;
          quoted = g_strndup (begin, (gsize) (close - begin));
          folded = foi_fold_words (quoted);
          open = close + strlen (quotes[i].close);
          if (strlen (folded) >= MIN_QUOTED && strstr (request, folded) != NULL)
            blank (begin, 0, (gsize) (close - begin));
        }
    }
}

static void
mask_between (char *text, const char *open, const char *close)
{
  char *begin = text;

  while ((begin = strstr (begin, open)) != NULL)
    {
      char *end = strstr (begin, close);

      if (end == NULL)
        return;
      blank (begin, 0, (gsize) (end - begin) + strlen (close));
      begin = end;
    }
}

static void
mask_links (FoiCheckText *self)
{
  FoiTextLink link = { 0 };
  gsize from = 0;

  while (foi_check_text_next_link (self, from, &link))
    {
      blank (self->masked, link.target.begin, link.target.end);
      from = MAX (link.target.end, from + 1);
    }
}

/**
 * foi_check_text_new:
 * @place: where it is edited
 * @raw: the text
 * @request: what was asked, folded by foi_fold_words()
 *
 * Returns: (transfer full): the text, ready to be searched.
 */
FoiCheckText *
foi_check_text_new (const char *place, const char *raw, const char *request)
{
  FoiCheckText *self = g_new0 (FoiCheckText, 1);

  self->place = g_strdup (place);
  self->raw = g_utf8_make_valid (raw, -1);
  self->masked = g_strdup (self->raw);
  mask_links (self);
  mask_block_quotes (self->masked);
  mask_quotations (self->masked, request);
  mask_between (self->masked, "{{", "}}");
  return self;
}

/**
 * foi_check_text_free:
 * @self: (transfer full): a text
 *
 * Frees it.
 */
void
foi_check_text_free (FoiCheckText *self)
{
  g_free (self->place);
  g_free (self->raw);
  g_free (self->masked);
  g_free (self);
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http") || g_str_has_prefix (text, "www.")
         || g_str_has_prefix (text, "mailto:");
}

/* The link whose ] stands at @close, if a target follows it. */
static gboolean
read_link (const char *text, gsize close, FoiTextLink *link)
{
  gsize open = close;
  const char *end = strchr (text + close + 2, ')');

  while (open > 0 && text[open - 1] != '[' && close - open < MAX_LINK)
    open--;
  if (open == 0 || text[open - 1] != '[' || end == NULL)
    return FALSE;
  *link = (FoiTextLink) { { open, close }, { close + 2, (gsize) (end - text) }, FALSE };
  return TRUE;
}

/**
 * foi_check_text_next_link:
 * @from: where to begin
 * @link: (out): the link
 *
 * Returns: whether there is one at or after @from.
 */
gboolean
foi_check_text_next_link (const FoiCheckText *self, gsize from, FoiTextLink *link)
{
  const char *text = self->raw;

  for (gsize i = from; text[i] != '\0'; i++)
    {
      if (text[i] == ']' && text[i + 1] == '(' && read_link (text, i, link))
        return TRUE;
      if (text[i] == '<' && is_address (text + i + 1))
        {
          gsize end = i + 1 + strcspn (text + i + 1, "> \n");

          *link = (FoiTextLink) { { i + 1, end }, { i + 1, end }, TRUE };
          return TRUE;
        }
      if ((i == 0 || !g_ascii_isalnum (text[i - 1])) && (text[i] == 'h' || text[i] == 'w')
          && (g_str_has_prefix (text + i, "https://") || g_str_has_prefix (text + i, "http://")
              || g_str_has_prefix (text + i, "www.")))
        {
          gsize end = i + strcspn (text + i, " \t\r\n)>]\"");

          while (end > i && strchr (".,;:", text[end - 1]) != NULL)
            end--;
          *link = (FoiTextLink) { { i, end }, { i, end }, TRUE };
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * foi_check_text_is_blank:
 *
 * Returns: whether there is nothing in the text.
 */
gboolean
foi_check_text_is_blank (const FoiCheckText *self)
{
  return self->raw[strspn (self->raw, " \t\r\n")] == '\0';
}

/**
 * foi_check_text_dup_words:
 * @range: a piece of it
 *
 * Returns: (transfer full): the piece on one line, cut where it is long, to be quoted.
 */
char *
foi_check_text_dup_words (const FoiCheckText *self, FoiRange range)
{
  g_autofree char *piece = g_strndup (self->raw + range.begin, range.end - range.begin);
  g_auto (GStrv) words = g_strsplit_set (piece, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  if (g_utf8_strlen (line->str, -1) > MAX_QUOTE)
    {
      char *end = g_utf8_offset_to_pointer (line->str, MAX_QUOTE - 1);

      g_string_truncate (line, (gsize) (end - line->str));
      g_string_append (line, "…");
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}
