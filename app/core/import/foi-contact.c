/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-contact.h"

#include <string.h>

/* RFC 5321, 4.5.3.1: the longest that either side of an address may be. */
#define MAX_LOCAL 64
#define MAX_DOMAIN 255

static gboolean
is_local (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr (".!#$%&'*+-/=?^_{|}~", c) != NULL);
}

static gboolean
is_domain (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.';
}

/* The address around the "@" at @at, if there is one. */
static gboolean
read_email (const char *text, FoiTextSpan span, gsize at, FoiTextSpan *email)
{
  gsize start = at, end = at + 1;

  while (start > span.start && at - start < MAX_LOCAL && is_local (text[start - 1]))
    start--;
  while (start < at && strchr (".'*/=", text[start]) != NULL)
    start++;
  while (end < span.end && end - at <= MAX_DOMAIN && is_domain (text[end]))
    end++;
  while (end > at + 1 && strchr (".-", text[end - 1]) != NULL)
    end--;
  if (start == at || end - at < 4 || memchr (text + at + 1, '.', end - at - 1) == NULL
      || text[at + 1] == '.')
    return FALSE;
  *email = (FoiTextSpan){ start, end };
  return TRUE;
}

/**
 * foi_contact_find_email:
 * @text: valid UTF-8
 * @span: where to look
 * @email: (out): the first e-mail address
 *
 * Returns: whether there is one.
 */
gboolean
foi_contact_find_email (const char *text, FoiTextSpan span, FoiTextSpan *email)
{
  const char *end = text + span.end;
  const char *p = text + span.start;

  while (p < end && (p = memchr (p, '@', (size_t) (end - p))) != NULL)
    {
      if (read_email (text, span, (gsize) (p - text), email))
        return TRUE;
      p++;
    }
  return FALSE;
}

/* The shape of @length characters: A for letters, 9 for digits, a blank for white space. */
static gboolean
has_shape (const char *p, const char *end, const char *shape)
{
  for (; *shape != '\0'; shape++, p++)
    {
      if (p >= end)
        return FALSE;
      if (*shape == 'A' ? !g_ascii_isalpha (*p) : !g_ascii_isdigit (*p))
        return FALSE;
    }
  return TRUE;
}

/* The length of a postcode at @p: outward code, blanks or none, inward code. */
static gsize
postcode_length (const char *p, const char *end)
{
  static const char *const outward[] = { "AA9A", "A9A", "AA99", "A99", "AA9", "A9" };

  for (gsize i = 0; i < G_N_ELEMENTS (outward); i++)
    {
      const char *inward = p + strlen (outward[i]);

      if (!has_shape (p, end, outward[i]))
        continue;
      while (inward < end && *inward == ' ' && inward - p < 8)
        inward++;
      if (end - inward >= 2 && (guchar) inward[0] == 0xc2 && (guchar) inward[1] == 0xa0)
        inward += 2;
      if (has_shape (inward, end, "9AA") && (inward + 3 >= end || !g_ascii_isalnum (inward[3])))
        return (gsize) (inward + 3 - p);
    }
  return 0;
}

/**
 * foi_contact_find_postcode:
 * @text: valid UTF-8
 * @span: where to look
 * @postcode: (out): the first postcode
 *
 * Returns: whether something with the shape of a United Kingdom postcode is in @span.
 */
gboolean
foi_contact_find_postcode (const char *text, FoiTextSpan span, FoiTextSpan *postcode)
{
  for (gsize at = span.start; at < span.end; at++)
    {
      gsize length;

      if (!g_ascii_isalpha (text[at]) || (at > span.start && g_ascii_isalnum (text[at - 1])))
        continue;
      length = postcode_length (text + at, text + span.end);
      if (length == 0)
        continue;
      *postcode = (FoiTextSpan){ at, at + length };
      return TRUE;
    }
  return FALSE;
}

/**
 * foi_contact_is_detail:
 * @folded: a folded line
 *
 * Returns: whether it is a telephone number, a web or e-mail address, or a heading for one.
 */
gboolean
foi_contact_is_detail (const char *folded)
{
  static const char *const starts[] = {
    "tel", "telephone", "phone", "mobile", "mob", "fax", "email", "e-mail", "web", "website",
    "twitter", "t:", "m:", "e:", "w:", "ffon", "ffôn", "ebost", "e-bost", "www", "http", "https",
    "date", "our ref", "your ref", "ref", NULL
  };
  guint digits = 0;

  if (foi_phrase_begins (folded, starts) > 0 || strchr (folded, '@') != NULL)
    return TRUE;
  for (const char *p = folded; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        digits++;
      else if (strchr (" +()-.", *p) == NULL)
        return FALSE;
    }
  return digits >= 6;
}

/**
 * foi_contact_is_organisation:
 * @folded: a folded line of a signature
 *
 * Returns: whether a word in it is one that names organisations.
 */
gboolean
foi_contact_is_organisation (const char *folded)
{
  static const char *const words[] = {
    "ltd", "limited", "plc", "llp", "cic", "cio", "inc", "university", "prifysgol", "college",
    "coleg", "school", "academy", "trust", "council", "charity", "association", "society", "union",
    "institute", "foundation", "federation", "alliance", "network", "news", "gazette", "herald",
    "times", "post", "chronicle", "echo", "argus", "journal", "observer", "magazine", "media",
    "radio", "tv", "group", "solicitors", "partners", "consulting", "consultants", "consultancy",
    "research", "campaign", "forum", "centre", "agency", "company", "services", "friends of",
    "cymdeithas", "unison", "press", "watch", "insight", "analytics", NULL
  };

  return foi_phrase_within (folded, words);
}

/**
 * foi_contact_is_public_office:
 * @folded: a folded block of address lines
 *
 * Returns: whether it is the address of an authority or an officer, so the one written to.
 */
gboolean
foi_contact_is_public_office (const char *folded)
{
  static const char *const words[] = {
    "council", "cyngor", "freedom of information", "foi officer", "foi team", "foi unit", "foi",
    "information governance", "information rights", "information management",
    "information officer", "information team", "information requests", "data protection",
    "borough", "nhs", "constabulary", "police", "chief executive", "chief constable",
    "county hall", "town hall", "civic centre", "shire hall", "legal services", "records",
    "headteacher", "department", "ministry", "university", "the manager", "health board", NULL
  };

  return foi_phrase_within (folded, words);
}
