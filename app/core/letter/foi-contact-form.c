/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-contact-form.h"

#include <string.h>

#include "foi-phrase.h"

/* A telephone number and an address are the same in whichever way they are written. */

/* Shorter ones are in every text. */
#define SHORTEST_NUMBER 7
#define LONGEST_NUMBER  15

/* ---- telephone numbers ---- */

/* The sign at @at that may stand between two figures of a number; how long it is, 0 for none. */
static gsize
get_separator (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (*at == '\0')
    return 0;
  if (strchr (" -.()/\t\r\n", *at) != NULL)
    return 1;
  return c == 0xa0 || (c >= 0x2010 && c <= 0x2013) || c == 0x202f
           ? (gsize) (g_utf8_next_char (at) - at) : 0;
}

/**
 * foi_contact_dup_number:
 * @text: a telephone number: `07700 900123`, `+44 (0)7700 900-123`
 *
 * Returns: (transfer full) (nullable): its figures without what is dialled before them from abroad
 *   or at home, as `7700900123`; %NULL if it is none.
 */
char *
foi_contact_dup_number (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean from_abroad = *text == '+';
  const char *at = text;
  const char *number;

  g_return_val_if_fail (text != NULL, NULL);

  for (at += from_abroad; *at != '\0';)
    {
      gsize separator = get_separator (at);

      if (g_ascii_isdigit (*at))
        g_string_append_c (digits, *at);
      else if (separator == 0)
        break;
      at += MAX (separator, 1);
    }
  number = digits->str;
  if (g_str_has_prefix (number, "0044"))
    number += 4;
  else if (from_abroad && g_str_has_prefix (number, "44"))
    number += 2;
  number += *number == '0';
  if (strlen (number) < SHORTEST_NUMBER || strlen (number) > LONGEST_NUMBER)
    return NULL;
  return g_strdup (number);
}

/**
 * foi_contact_list_numbers:
 * @text: what somebody wrote
 *
 * Returns: (transfer full): the telephone numbers in it that are people's: those of a place, and of
 *   mobile telephones, and not such as services have.
 */
GStrv
foi_contact_list_numbers (const char *text)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (GRegex) regex = g_regex_new (FOI_TELEPHONE, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_assert (regex != NULL);

  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      g_autofree char *written = g_match_info_fetch (match, 0);
      g_autofree char *number = foi_contact_dup_number (written);

      if (number != NULL && strchr ("127", *number) != NULL)
        g_strv_builder_add (found, number);
      g_match_info_next (match, NULL);
    }
  return g_strv_builder_end (found);
}

/* Where the figures of @number end that begin at @at; NULL if they do not. */
static const char *
match_number (const char *at, const char *number)
{
  for (guint n_apart = 0; *number != '\0';)
    {
      gsize separator = get_separator (at);

      if (*at == *number)
        {
          number++;
          at++;
          n_apart = 0;
          continue;
        }
      if (separator == 0 || ++n_apart > 3)
        return NULL;
      at += separator;
    }
  return g_ascii_isdigit (*at) ? NULL : at;
}

static gboolean
is_dialled (const char *digits)
{
  static const char *const before[] = { "0", "44", "440", "0044", "00440" };

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (strcmp (digits, before[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Where a number begins whose figures are at @at, with what is dialled before them; NULL where
 * these are the end of a longer number. */
static const char *
find_dialled (const char *text, const char *at)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *found = at == text || !g_ascii_isdigit (at[-1]) ? at : NULL;

  for (const char *p = at; p > text && digits->len <= 5;)
    {
      p = g_utf8_prev_char (p);
      if (g_ascii_isdigit (*p))
        g_string_prepend_c (digits, *p);
      else if (*p != '+' && get_separator (p) == 0)
        break;
      if ((g_ascii_isdigit (*p) || *p == '+' || *p == '(') && digits->len > 0
          && is_dialled (digits->str) && (p == text || !g_ascii_isdigit (p[-1])))
        found = p;
    }
  return found;
}

/**
 * foi_contact_find_number:
 * @text: a text
 * @number: from foi_contact_dup_number()
 * @from: where to begin, in bytes
 * @begin: (out) (optional): where it begins
 * @end: (out) (optional): where it ends
 *
 * Returns: whether the number is in the text, in whichever groups its figures stand.
 */
gboolean
foi_contact_find_number (const char *text, const char *number, gsize from, gsize *begin,
                         gsize *end)
{
  g_return_val_if_fail (text != NULL && number != NULL && *number != '\0', FALSE);

  for (const char *at = strchr (text + from, *number); at != NULL; at = strchr (at + 1, *number))
    {
      const char *after = match_number (at, number);
      const char *before = after != NULL ? find_dialled (text + from, at) : NULL;

      if (before == NULL)
        continue;
      if (begin != NULL)
        *begin = (gsize) (before - text);
      if (end != NULL)
        *end = (gsize) (after - text);
      return TRUE;
    }
  return FALSE;
}

/* ---- addresses ---- */

/* What roads are called, whole and in short. */
static const char *const roads[][2] = {
  { "avenue", "ave" },  { "close", "cl" },     { "court", "ct" },   { "crescent", "cres" },
  { "drive", "dr" },    { "gardens", "gdns" }, { "grove", "gr" },   { "lane", "ln" },
  { "place", "pl" },    { "road", "rd" },      { "square", "sq" },  { "street", "st" },
  { "terrace", "terr" }, { "saint", "st" },    { "flat", "apartment" },
};

static gboolean
is_of_word (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return g_unichar_isalnum (c) || c == '\'' || c == 0x2019;
}

/* The next word at or after @at, in small letters; @begin and @end are where it is. */
static char *
dup_word (const char *at, const char **begin, const char **end)
{
  g_autofree char *word = NULL;

  while (*at != '\0' && !is_of_word (at))
    at = g_utf8_next_char (at);
  *begin = at;
  while (*at != '\0' && is_of_word (at))
    at = g_utf8_next_char (at);
  *end = at;
  word = g_strndup (*begin, (gsize) (*end - *begin));
  return g_utf8_casefold (word, -1);
}

static gboolean
is_same_word (const char *one, const char *other)
{
  if (strcmp (one, other) == 0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (roads); i++)
    if ((strcmp (one, roads[i][0]) == 0 && strcmp (other, roads[i][1]) == 0)
        || (strcmp (one, roads[i][1]) == 0 && strcmp (other, roads[i][0]) == 0))
      return TRUE;
  return FALSE;
}

static gboolean
is_road (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roads); i++)
    if (strcmp (word, roads[i][0]) == 0 || strcmp (word, roads[i][1]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * foi_contact_get_letters:
 * @address: a line of an address
 *
 * Returns: as foi_phrase_get_letters(), of what cannot be written in short.
 */
guint64
foi_contact_get_letters (const char *address)
{
  guint64 letters = 0;
  const char *at = address;

  g_return_val_if_fail (address != NULL, 0);

  while (*at != '\0')
    {
      const char *begin;
      g_autofree char *word = dup_word (at, &begin, &at);

      if (!is_road (word))
        letters |= foi_phrase_get_letters (word);
    }
  return letters;
}

/* Between two words of an address stands little: no other word, and no end of a sentence but after
 * one that is written in short. */
static gboolean
is_gap (const char *from, const char *until)
{
  g_autofree char *gap = g_strndup (from, (gsize) (until - from));

  return strspn (gap, " \t\r\n,;.-/") == strlen (gap) && strlen (gap) <= 8
         && strchr (gap, ';') == NULL;
}

/* Where the address ends that begins at @at; NULL if there is none. */
static const char *
match_address (const char *at, const char *address)
{
  const char *begin, *wanted_begin, *last = NULL;

  while (TRUE)
    {
      g_autofree char *wanted = dup_word (address, &wanted_begin, &address);
      g_autofree char *word = NULL;

      if (*wanted == '\0')
        return last;
      word = dup_word (at, &begin, &at);
      if (!is_same_word (word, wanted) || (last != NULL && !is_gap (last, begin)))
        return NULL;
      last = at;
    }
}

/**
 * foi_contact_find_address:
 * @text: a text
 * @address: a line of an address: `14 Mill Lane`
 * @from: where to begin, in bytes
 * @begin: (out) (optional): where it begins
 * @end: (out) (optional): where it ends
 *
 * Returns: whether the line is in the text, with commas or without, and whichever word for a road
 *   is written in short: `14, Mill Ln`.
 */
gboolean
foi_contact_find_address (const char *text, const char *address, gsize from, gsize *begin,
                          gsize *end)
{
  const char *at = text + from, *word_begin, *word_end;
  const gsize n_figures = strspn (address, "0123456789");
  g_autofree char *house = NULL;

  g_return_val_if_fail (text != NULL && address != NULL, FALSE);

  /* Most texts have not even the number of the house. */
  house = g_strndup (address, n_figures);
  if (strstr (at, house) == NULL)
    return FALSE;

  /* What the text before begins with is a word of its own. */
  while (at > text && *at != '\0' && is_of_word (at) && is_of_word (g_utf8_prev_char (at)))
    at = g_utf8_next_char (at);
  while (*at != '\0')
    {
      g_autofree char *word = dup_word (at, &word_begin, &word_end);
      const char *after = *word != '\0' ? match_address (word_begin, address) : NULL;

      at = word_end;
      if (after == NULL)
        continue;
      if (begin != NULL)
        *begin = (gsize) (word_begin - text);
      if (end != NULL)
        *end = (gsize) (after - text);
      return TRUE;
    }
  return FALSE;
}
