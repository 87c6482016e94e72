/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-link.h"
#include "foi-markup.h"

#include <string.h>

#define MAX_PLACEHOLDER 500
#define MAX_GAP 64

/* A list may be numbered up to this; a larger number at the start of a line is a year or a sum. */
#define MAX_LIST_NUMBER_DIGITS 2

typedef struct
{
  const char *text;
  const char *at;
  const char *kept;    /* from here to @at all is text that is still to be copied */
  gboolean    is_rule;
  gboolean    has_addresses; /* or may have */
  GString    *out;
  GArray     *inserts;
} Scan;

static void
insert_clear (gpointer data)
{
  FoiInsert *insert = data;

  g_clear_pointer (&insert->text, g_free);
  g_clear_pointer (&insert->target, g_free);
}

static void
flush_kept (Scan *scan)
{
  g_string_append_len (scan->out, scan->kept, scan->at - scan->kept);
  scan->kept = scan->at;
}

/* Puts a mark in the place of the next @length bytes; @skip of them at each end are no text. */
static void
take (Scan *scan, FoiInsertKind kind, gsize length, gsize skip, char *target)
{
  FoiInsert insert = { .kind = kind, .target = target };

  flush_kept (scan);
  insert.text = g_strndup (scan->at + skip, length - 2 * skip);
  g_string_append_unichar (scan->out, FOI_INSERT_BEGIN);
  g_string_append_printf (scan->out, "%u", scan->inserts->len);
  g_string_append_unichar (scan->out, FOI_INSERT_END);
  g_array_append_val (scan->inserts, insert);
  scan->at += length;
  scan->kept = scan->at;
}

/* "[Total]: 45" would be the address of a link, and be lost: here only an address is one. */
static gboolean
begins_definition (const char *at)
{
  static const char *const addresses[] = { "http:", "https:", "mailto:", "tel:", "www.", "<" };
  const char *p = at + 1;

  if (*at != '[')
    return FALSE;
  while (*p != '\0' && *p != '[' && *p != ']')
    p += *p == '\\' && p[1] != '\0' ? 2 : 1;
  if (p[0] != ']' || p[1] != ':')
    return FALSE;
  p += 2 + strspn (p + 2, " \t");
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (g_ascii_strncasecmp (p, addresses[i], strlen (addresses[i])) == 0)
      return FALSE;
  return TRUE;
}

/*
 * What may stand before the text of a line: space, marks of quotation, bullets. "2024. The" is a
 * sentence here, not the 2024th item of a list.
 */
static void
scan_line_start (Scan *scan)
{
  gsize digits = 0;

  for (;;)
    {
      if (strchr (" \t>", scan->at[0]) != NULL && scan->at[0] != '\0')
        scan->at += 1;
      else if (strchr ("-*+", scan->at[0]) != NULL && scan->at[0] != '\0' && scan->at[1] == ' ')
        scan->at += 2;
      else
        break;
    }
  while (g_ascii_isdigit (scan->at[digits]))
    digits++;
  if (digits > MAX_LIST_NUMBER_DIGITS && (scan->at[digits] == '.' || scan->at[digits] == ')'))
    {
      scan->at += digits;
      take (scan, FOI_INSERT_TEXT, 1, 0, NULL);
    }
  else if (begins_definition (scan->at))
    take (scan, FOI_INSERT_TEXT, 1, 0, NULL);
}

/* "table: a " -> "table:a", so that all who look for a table's line find the same text. */
static char *
tidy_placeholder (const char *text, gsize length)
{
  g_autofree char *typed = g_strndup (text, length);
  g_auto (GStrv) pieces = g_strsplit (typed, ":", 2);

  for (guint i = 0; pieces[i] != NULL; i++)
    g_strstrip (pieces[i]);
  return g_strjoinv (":", pieces);
}

/* How many bytes from @open to @close, both included; 0 if the line or @max ends before. */
static gsize
measure_braced (const char *text, const char *open, const char *close, gsize max)
{
  gsize i = strlen (open);

  if (strncmp (text, open, i) != 0)
    return 0;
  for (; i < max && text[i] != '\0' && text[i] != '\n'; i++)
    {
      if (strncmp (text + i, close, strlen (close)) == 0)
        return i + strlen (close);
      if (text[i] == '{')
        return 0;
    }
  return 0;
}

static gboolean
is_gap (const char *text, gsize length)
{
  for (gsize i = 1; i + 1 < length; i++)
    if (!g_ascii_islower (text[i]) && text[i] != '-' && text[i] != '_')
      return FALSE;
  return length > 2;
}

/* An address in a link's destination or in angle brackets is the parser's. */
static gboolean
is_in_link (Scan *scan)
{
  gsize before = (gsize) (scan->at - scan->text);

  return before > 0
         && (scan->at[-1] == '<' || (before > 1 && scan->at[-1] == '(' && scan->at[-2] == ']'));
}

static gboolean
scan_braces (Scan *scan)
{
  gsize length = measure_braced (scan->at, "{{", "}}", MAX_PLACEHOLDER);

  if (length > 4)
    {
      FoiInsert *insert;
      char *tidy = tidy_placeholder (scan->at + 2, length - 4);

      take (scan, FOI_INSERT_PLACEHOLDER, length, 2, NULL);
      insert = &g_array_index (scan->inserts, FoiInsert, scan->inserts->len - 1);
      g_free (insert->text);
      insert->text = tidy;
      return TRUE;
    }
  if (!scan->is_rule)
    return FALSE;
  length = measure_braced (scan->at, "{", "}", MAX_GAP);
  if (length > 0 && is_gap (scan->at, length))
    {
      take (scan, FOI_INSERT_GAP, length, 1, NULL);
      return TRUE;
    }
  return FALSE;
}

static gboolean
scan_address (Scan *scan)
{
  char *target = NULL;
  gsize length;

  if (!scan->has_addresses || is_in_link (scan) || !foi_link_may_begin (scan->text, scan->at))
    return FALSE;
  length = foi_link_match (scan->at, &target);
  if (length == 0)
    return FALSE;
  take (scan, FOI_INSERT_ADDRESS, length, 0, target);
  return TRUE;
}

/* Past the rest of a word, in which nothing begins. */
static void
pass (Scan *scan)
{
  scan->at = g_utf8_next_char (scan->at);
  if (g_ascii_isalnum (scan->at[-1]))
    while (g_ascii_isalnum (scan->at[0]))
      scan->at++;
}

/**
 * foi_markup_scan:
 * @text: valid UTF-8
 * @is_rule: whether gaps and locked words are read
 * @inserts: (out) (transfer full) (element-type FoiInsert): what was taken out
 *
 * Takes placeholders, gaps, addresses and numbers that begin no list out of a text and leaves a
 * numbered mark for each, so that no character in them can be taken for markup.
 *
 * Returns: (transfer full): the text with the marks.
 */
char *
foi_markup_scan (const char *text, gboolean is_rule, GArray **inserts)
{
  Scan scan = { .text = text, .at = text, .kept = text, .is_rule = is_rule };

  g_return_val_if_fail (text != NULL && inserts != NULL, NULL);

  scan.has_addresses = foi_link_may_occur (text);
  scan.out = g_string_new (NULL);
  scan.inserts = g_array_new (FALSE, FALSE, sizeof (FoiInsert));
  g_array_set_clear_func (scan.inserts, insert_clear);
  scan_line_start (&scan);
  while (*scan.at != '\0')
    {
      gunichar c = g_utf8_get_char (scan.at);

      if (c == '\\' && g_ascii_ispunct (scan.at[1]))
        scan.at += 2;
      else if (c == '\n')
        {
          scan.at++;
          scan_line_start (&scan);
        }
      else if (c == FOI_INSERT_BEGIN || c == FOI_INSERT_END)
        {
          flush_kept (&scan);
          g_string_append (scan.out, "\xef\xbf\xbd");
          scan.at = scan.kept = g_utf8_next_char (scan.at);
        }
      else if (c == '{' && scan_braces (&scan))
        continue;
      else if (is_rule && g_str_has_prefix (scan.at, "[["))
        take (&scan, FOI_INSERT_LOCK, 2, 1, NULL);
      else if (is_rule && g_str_has_prefix (scan.at, "]]"))
        take (&scan, FOI_INSERT_UNLOCK, 2, 1, NULL);
      else if (scan_address (&scan))
        continue;
      else
        pass (&scan);
    }
  flush_kept (&scan);
  *inserts = scan.inserts;
  return g_string_free (scan.out, FALSE);
}

/**
 * foi_markup_find_insert:
 * @text: text that foi_markup_scan() gave, or a piece of it
 * @length: its bytes
 * @begin: (out): where the first mark in it begins
 * @end: (out): where that mark ends
 * @index: (out): the insert's number
 *
 * Returns: whether there is a whole mark in @text.
 */
gboolean
foi_markup_find_insert (const char *text, gsize length, gsize *begin, gsize *end, guint *index)
{
  static const char open[] = "\xee\x80\x80", close[] = "\xee\x80\x81";
  const char *first = memmem (text, length, open, 3);
  const char *last;

  if (first == NULL)
    return FALSE;
  last = memmem (first, length - (gsize) (first - text), close, 3);
  if (last == NULL)
    return FALSE;
  *begin = (gsize) (first - text);
  *end = (gsize) (last - text) + 3;
  *index = (guint) g_ascii_strtoull (first + 3, NULL, 10);
  return TRUE;
}
