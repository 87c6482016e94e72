/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-link.h"

#include <string.h>

/* No mail address is longer (RFC 3696, erratum 1690). */
#define MAX_MAIL_ADDRESS 254

static gboolean
has_prefix (const char *text, const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/* Whether a web address typed in a sentence goes on with this character. */
static gboolean
is_url_char (gunichar c)
{
  return c > 0x20 && c != 0x7f && !g_unichar_isspace (c) && !(c >= 0xe000 && c <= 0xf8ff)
         && (c >= 0x80 || strchr ("<>\"[]{}|\\^`", (int) c) == NULL);
}

/* Closing marks belong to the sentence, a bracket only if it was not opened in the address. */
static gsize
trim_sentence_end (const char *text, gsize length)
{
  static const char *const marks[] = {
    "?", "!", ".", ",", ":", ";", "*", "_", "~", "'", "’", "”", "…", "»",
  };
  gint64 unopened = 0;
  gsize trimmed = 0;

  for (gsize i = 0; i < length; i++)
    unopened += text[i] == ')' ? 1 : text[i] == '(' ? -1 : 0;
  while (trimmed != length)
    {
      trimmed = length;
      for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          gsize size = strlen (marks[i]);

          if (length >= size && memcmp (text + length - size, marks[i], size) == 0)
            length -= size;
        }
      if (length > 0 && text[length - 1] == ')' && unopened > 0)
        {
          length--;
          unopened--;
        }
    }
  return length;
}

static gsize
match_url (const char *text, gsize prefix_length)
{
  const char *end = text + prefix_length;
  gsize length;

  if (!g_unichar_isalnum (g_utf8_get_char (end)))
    return 0;
  while (*end != '\0' && is_url_char (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  length = trim_sentence_end (text, (gsize) (end - text));
  return length > prefix_length ? length : 0;
}

static gboolean
is_mailbox_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr (".+_-", c) != NULL);
}

static gsize
match_mail_address (const char *text)
{
  gsize at = 0, length, last_label = 0;

  while (at < MAX_MAIL_ADDRESS && is_mailbox_char (text[at]))
    at++;
  if (at == 0 || text[at] != '@')
    return 0;
  length = at + 1;
  while (length < MAX_MAIL_ADDRESS
         && (g_ascii_isalnum (text[length])
             || ((text[length] == '-' || text[length] == '.')
                 && g_ascii_isalnum (text[length - 1]) && g_ascii_isalnum (text[length + 1]))))
    {
      if (text[length] == '.')
        last_label = length + 1;
      length++;
    }
  return last_label > 0 && length - last_label >= 2 ? length : 0;
}

/**
 * foi_link_match:
 * @text: UTF-8 that may begin with an address
 * @target: (out) (optional) (transfer full): where it leads, if it does
 *
 * Returns: how many bytes of @text are a web or mail address, as people write them in a sentence; 0
 *   for none.
 */
gsize
foi_link_match (const char *text, char **target)
{
  static const char *const schemes[] = { "https://", "http://", "www." };
  const char *scheme = "mailto:";
  gsize length = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (schemes) && length == 0; i++)
    if (has_prefix (text, schemes[i]))
      {
        length = match_url (text, strlen (schemes[i]));
        scheme = g_str_equal (schemes[i], "www.") ? "https://" : "";
      }
  if (length == 0)
    {
      length = match_mail_address (text);
      scheme = "mailto:";
    }
  if (length > 0 && target != NULL)
    *target = g_strdup_printf ("%s%.*s", scheme, (int) length, text);
  return length;
}

/**
 * foi_link_may_occur:
 * @text: UTF-8
 *
 * Returns: whether there may be an address in @text: most texts have nothing that makes one.
 */
gboolean
foi_link_may_occur (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (strchr (text, '@') != NULL || strstr (text, "://") != NULL)
    return TRUE;
  for (const char *dot = strchr (text, '.'); dot != NULL; dot = strchr (dot + 1, '.'))
    if (dot - text >= 3 && has_prefix (dot - 3, "www."))
      return TRUE;
  return FALSE;
}

/**
 * foi_link_may_begin:
 * @text: where the text begins
 * @at: a character in it
 *
 * Returns: whether an address may begin there: not in the middle of a word or of another address.
 */
gboolean
foi_link_may_begin (const char *text, const char *at)
{
  if (!g_ascii_isalnum (*at))
    return FALSE;
  if (at == text)
    return TRUE;
  return !is_mailbox_char (at[-1]) && at[-1] != '@' && at[-1] != '/'
         && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/**
 * foi_link_dup_safe_target:
 * @url: where a link says that it leads
 *
 * Returns: (transfer full) (nullable): a web, mail or telephone address that a letter may link to;
 *   %NULL for everything else, such as scripts and files.
 */
char *
foi_link_dup_safe_target (const char *url)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:", "tel:" };

  g_return_val_if_fail (url != NULL, NULL);

  for (const char *c = url; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) || *c == ' ')
      return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (has_prefix (url, schemes[i]) && url[strlen (schemes[i])] != '\0')
      return g_strdup (url);
  if (has_prefix (url, "www.") && url[4] != '\0')
    return g_strconcat ("https://", url, NULL);
  if (url[0] != '\0' && match_mail_address (url) == strlen (url))
    return g_strconcat ("mailto:", url, NULL);
  return NULL;
}

/* What a web browser or a mail program adds by itself. */
static const char *
skip_scheme (const char *target)
{
  static const char *const schemes[] = { "mailto:", "tel:", "https://", "http://" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (has_prefix (target, schemes[i]))
      return target + strlen (schemes[i]);
  return target;
}

/* "www.example.uk/", "example.uk": one place. */
static gboolean
is_same_address (const char *address, const char *other)
{
  const char *const each[] = { skip_scheme (address), skip_scheme (other) };
  gsize lengths[2];

  for (gsize i = 0; i < G_N_ELEMENTS (each); i++)
    lengths[i] = strlen (each[i]) - (g_str_has_suffix (each[i], "/") ? 1 : 0);
  return lengths[0] == lengths[1] && g_ascii_strncasecmp (each[0], each[1], lengths[0]) == 0;
}

/**
 * foi_link_says_target:
 * @words: the words of a link
 * @target: where it leads
 *
 * Returns: whether a reader who sees only the words can follow the link: they are the address
 *   without what programs add to it, or the link leads to another place of the letter.
 */
gboolean
foi_link_says_target (const char *words, const char *target)
{
  g_return_val_if_fail (words != NULL && target != NULL, FALSE);

  return target[0] == '#' || is_same_address (words, target);
}

/**
 * foi_link_dup_on_paper:
 * @words: the words of a link
 * @target: where it leads
 *
 * Returns: (transfer full) (nullable): what has to stand after the words so that the link can be
 *   followed from paper; %NULL where the words say it by themselves.
 */
char *
foi_link_dup_on_paper (const char *words, const char *target)
{
  const char *address, *path;
  gsize length;

  g_return_val_if_fail (words != NULL && target != NULL, NULL);

  if (foi_link_says_target (words, target))
    return NULL;
  path = strchr (skip_scheme (target), '/');
  /* Only one that is not encrypted has to be typed with its beginning. */
  address = has_prefix (target, "http://") ? target : skip_scheme (target);
  length = path != NULL && path[1] == '\0' ? (gsize) (path - address) : strlen (address);
  return g_strdup_printf (" (%.*s)", (int) length, address);
}

/**
 * foi_link_add_text:
 * @block: a block being made
 * @text: plain text of the case, such as an address; "\n" ends a line
 * @flags: its manner
 *
 * Adds the text as it is, with the addresses in it linked.
 */
void
foi_link_add_text (FoiBlock *block, const char *text, FoiSpanFlags flags)
{
  const char *start = text, *at = text;
  gboolean may_occur;

  g_return_if_fail (block != NULL && text != NULL);

  may_occur = foi_link_may_occur (text);
  while (*at != '\0')
    {
      g_autofree char *target = NULL;
      gsize length = may_occur && foi_link_may_begin (text, at) ? foi_link_match (at, &target) : 0;

      if (length > 0 || *at == '\n')
        {
          g_autofree char *before = g_strndup (start, (gsize) (at - start));
          g_autofree char *address = g_strndup (at, length);

          foi_block_add_span (block, before, flags, NULL);
          foi_block_add_span (block, address, length > 0 ? flags : FOI_SPAN_BREAK, target);
          at += length > 0 ? length : 1;
          start = at;
        }
      else
        at = g_utf8_next_char (at);
    }
  foi_block_add_span (block, start, flags, NULL);
}
