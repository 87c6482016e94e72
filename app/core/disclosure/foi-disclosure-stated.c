/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-said.h"

#include <string.h>

#include "foi-number-words.h"
#include "foi-phrase.h"
#include "foi-range.h"

/* The sentence that states a table's rule, as the program writes it and as officers do: "Figures of
 * 1 to 5 are withheld". Its numbers are ends of what is small, and no figure. Only those numbers
 * are passed over, and only where the words are of figures in general: a sentence that names a row,
 * or says what some come to, is read like any other. */

/* A number of the rule, or two: where they stand, and where what they are part of does. */
typedef struct
{
  gsize begin, end;
  FoiRange numbers[2];
  guint n_numbers;
} Ends;

#define CUT_ANY(text, length, phrases) cut_ending (text, length, phrases, G_N_ELEMENTS (phrases))

static gboolean
says_any (const char *text, const char *const *phrases, gsize n_phrases)
{
  for (gsize i = 0; i < n_phrases; i++)
    if (foi_phrase_find (text, phrases[i], FALSE, 0, NULL, NULL))
      return TRUE;
  return FALSE;
}

/* ---- the words before ---- */

static gsize
skip_back (const char *text, gsize length)
{
  while (length > 0 && strchr (" \n\t", text[length - 1]) != NULL)
    length--;
  return length;
}

/* Takes the one of @phrases off that the words end with; FALSE where they do not. One that begins
 * with a letter is no part of a word. */
static gboolean
cut_ending (const char *text, gsize *length, const char *const *phrases, gsize n_phrases)
{
  const gsize all = skip_back (text, *length);

  for (gsize i = 0; i < n_phrases; i++)
    {
      const gsize own = strlen (phrases[i]);

      if (all < own || g_ascii_strncasecmp (text + all - own, phrases[i], own) != 0)
        continue;
      if (all > own && g_ascii_isalnum (phrases[i][0]) && g_ascii_isalnum (text[all - own - 1]))
        continue;
      *length = all - own;
      return TRUE;
    }
  return FALSE;
}

/* "Figures of", "any number below", "cells that are": figures in general, none of them. */
static gboolean
is_of_figures (const char *text, gsize length)
{
  static const char *const links[] = { "of", "from", "between", "that are", "which are", "are",
                                       "(", "equal to", "that is", "which is" };
  static const char *const many[] = { "figures", "numbers", "counts", "values", "cells",
                                      "results", "entries" };
  static const char *const one[] = { "figure", "number", "count", "value", "cell" };
  static const char *const each[] = { "any", "every", "each", "a", "no" };

  CUT_ANY (text, &length, links);
  return CUT_ANY (text, &length, many)
         || (CUT_ANY (text, &length, one) && CUT_ANY (text, &length, each));
}

/* "[c] means": what a mark stands for. */
static gboolean
is_of_mark (const char *text, gsize length)
{
  static const char *const verbs[] = { "means", "denotes", "indicates", "represents",
                                       "stands for", "=" };
  static const char *const marks[] = { "[c]", "[low]", "c", "a star", "an asterisk", "the mark" };

  return CUT_ANY (text, &length, verbs) && CUT_ANY (text, &length, marks);
}

/* "Where there are": the beginning of a condition, without a number in it. */
static gboolean
is_condition (const char *text, gsize length)
{
  static const char *const words[] = { "where there are", "where there were", "if there are",
                                       "if there were", "when there are", "where a figure is",
                                       "where a number is", "where a count is",
                                       "where the figure is", "where the number is",
                                       "if a figure is", "if a number is", "if the number is" };

  return CUT_ANY (text, &length, words);
}

/* "Fewer than 5 is shown as [c]": the range itself is what is spoken of. */
static gboolean
is_subject (const char *text, const Ends *ends)
{
  static const char *const shown[] = { "is shown as", "are shown as", "is marked", "are marked",
                                       "is printed as", "are printed as", "is given as",
                                       "are given as", "is replaced", "are replaced" };
  const gsize length = skip_back (text, ends->begin);

  return (length == 0 || strchr (".:;([,", text[length - 1]) != NULL)
         && foi_phrase_starts_any (text + ends->end + strspn (text + ends->end, " "), shown,
                                   G_N_ELEMENTS (shown));
}

/* ---- the range ---- */

static gboolean
read_number (const char *text, gsize *at, gint64 *value, FoiRange *range)
{
  const gsize begin = *at + strspn (text + *at, " ");
  FoiNumberWords words;
  char *end;

  if (g_ascii_isdigit (text[begin]))
    {
      *value = g_ascii_strtoll (text + begin, &end, 10);
      *at = (gsize) (end - text);
      if (g_ascii_isalpha (*end) || *end == '%' || *end == '/'
          || ((*end == '.' || *end == ',') && g_ascii_isdigit (end[1])))
        return FALSE;
    }
  else
    {
      if (!foi_number_words_read (text + begin, strlen (text + begin), &words))
        return FALSE;
      *value = words.value;
      *at = begin + words.length;
      if (g_ascii_isalnum (text[*at]) || text[*at] == '-')
        return FALSE;
    }
  *range = (FoiRange) { begin, *at };
  return TRUE;
}

/* The end of one of @phrases that stands there; else 0. */
static gsize
read_phrase (const char *text, gsize at, const char *const *phrases, gsize n_phrases)
{
  at += strspn (text + at, " ");
  for (gsize i = 0; i < n_phrases; i++)
    {
      const gsize length = strlen (phrases[i]);

      if (g_ascii_strncasecmp (text + at, phrases[i], length) == 0
          && (!g_ascii_isalpha (phrases[i][length - 1]) || !g_ascii_isalnum (text[at + length])))
        return at + length;
    }
  return 0;
}

/* "1 to 5", "0 and 5", "5 or fewer". */
static gboolean
read_from_number (const char *text, gsize at, const FoiSmallRule *rule, Ends *ends)
{
  static const char *const to[] = { "to", "and", "through", "-", "–" };
  static const char *const or_fewer[] = { "or fewer", "or less", "or under", "or below",
                                          "and under", "and below", "or lower" };
  gint64 first, last;
  gsize next;

  if (!read_number (text, &at, &first, &ends->numbers[0]))
    return FALSE;
  ends->n_numbers = 1;
  ends->end = read_phrase (text, at, or_fewer, G_N_ELEMENTS (or_fewer));
  if (first == rule->threshold && ends->end > 0)
    return TRUE;
  next = read_phrase (text, at, to, G_N_ELEMENTS (to));
  if (first != (rule->zero ? 0 : 1) || next == 0
      || !read_number (text, &next, &last, &ends->numbers[1]))
    return FALSE;
  ends->n_numbers = 2;
  ends->end = next;
  return last == rule->threshold;
}

/* "fewer than 6", "up to 5". */
static gboolean
read_from_bound (const char *text, gsize at, const FoiSmallRule *rule, Ends *ends)
{
  static const char *const below[] = { "below", "under", "fewer than", "less than", "<",
                                       "smaller than", "lower than" };
  static const char *const up_to[] = { "up to", "at most", "no more than", "not more than" };
  gsize next = read_phrase (text, at, below, G_N_ELEMENTS (below));
  gint64 most = rule->threshold + 1, value;

  if (next == 0)
    {
      next = read_phrase (text, at, up_to, G_N_ELEMENTS (up_to));
      most = rule->threshold;
    }
  if (next == 0 || !read_number (text, &next, &value, &ends->numbers[0]))
    return FALSE;
  ends->n_numbers = 1;
  ends->end = next;
  return value == most;
}

static gboolean
read_ends (const char *text, gsize at, const FoiSmallRule *rule, Ends *ends)
{
  static const char *const share[] = { "%", "per cent", "percent" };

  ends->begin = at;
  return (read_from_number (text, at, rule, ends) || read_from_bound (text, at, rule, ends))
         && read_phrase (text, ends->end, share, G_N_ELEMENTS (share)) == 0;
}

/* ---- the sentence ---- */

/* Whether figures are said to be left out, and nothing of what they come to. */
static gboolean
states_rule (const char *text)
{
  static const char *const withholding[] = {
    "withheld", "withhold", "suppressed", "suppress", "not shown", "not show", "not given",
    "not give", "not published", "not publish", "not disclosed", "not disclose", "not released",
    "not release", "not provided", "not provide", "left out", "leave out", "removed", "replaced",
    "marked", "shown as", "printed as", "hidden", "redacted", "masked", "omitted", "means",
    "denotes", "indicates", "represents", "stands for",
  };
  static const char *const sums[] = { "altogether", "in total", "combined", "between them",
                                      "come to", "comes to", "came to", "add up to", "adds up to",
                                      "sum of", "total of", "together.", "together,",
                                      "together are", "together is", "together were",
                                      "in all are", "in all is", "in all were" };

  return (says_any (text, withholding, G_N_ELEMENTS (withholding)) || strstr (text, "[c]") != NULL)
         && !says_any (text, sums, G_N_ELEMENTS (sums))
         && !g_str_has_suffix (text, "together") && !g_str_has_suffix (text, "in all")
         && !g_str_has_suffix (text, "in all.") && strstr (text, "in all,") == NULL;
}

/* Passes over the numbers of the rule in a text; returns whether there were any. */
static gboolean
blank (char *text, const FoiSmallRule *rule)
{
  gboolean found = FALSE;

  for (gsize at = 0; text[at] != '\0'; at++)
    {
      Ends ends;

      if (at > 0 && g_ascii_isalnum (text[at]) && (g_ascii_isalnum (text[at - 1])
                                                   || strchr (".,-/", text[at - 1]) != NULL))
        continue;
      if (text[at] == ' ' || !read_ends (text, at, rule, &ends)
          || !(is_of_figures (text, at) || is_of_mark (text, at) || is_condition (text, at)
               || is_subject (text, &ends)))
        continue;
      for (guint i = 0; i < ends.n_numbers; i++)
        memset (text + ends.numbers[i].begin, '#', ends.numbers[i].end - ends.numbers[i].begin);
      at = ends.end - 1;
      found = TRUE;
    }
  return found;
}

/* A name of one letter is told from "a" and from the mark "[c]" by its capital. */
static gboolean
names_key (const FoiSaid *said, const char *key)
{
  const gsize length = strlen (key);
  gsize begin, end, from = 0;

  while (length > 0 && foi_phrase_find (said->plain, key, length == 1, from, &begin, &end))
    {
      if (!(begin > 0 && said->plain[begin - 1] == '[' && said->plain[end] == ']')
          && !(length == 1 && begin == 0))
        return TRUE;
      from = end;
    }
  return FALSE;
}

static gboolean
names_row (const FoiSaid *said, FoiTableData *data)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));

  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < foi_table_data_get_n_keys (data); i++)
      {
        const guint column = foi_table_data_get_key (data, i);
        g_autofree char *key = foi_column_format_plain (foi_table_data_get_column (data, column),
                                                        foi_table_data_get_cell (data, row,
                                                                                 column));

        if (names_key (said, key))
          return TRUE;
      }
  return FALSE;
}

/*
 * _foi_disclosure_pass_rule:
 * @said: a sentence that may be about the table
 *
 * Takes the numbers out of what is read of it that only say what the table's rule is: they are
 * known of every figure that is withheld for being small.
 */
void
_foi_disclosure_pass_rule (FoiSaid *said, FoiTableData *data, const FoiSmallRule *rule)
{
  g_autofree char *plain = NULL;

  if (rule->threshold <= 0 || said->is_asked || !states_rule (said->folded))
    return;
  plain = g_strdup (said->plain);
  if (!blank (plain, rule) || names_row (said, data))
    return;
  g_free (said->plain);
  said->plain = g_steal_pointer (&plain);
  blank (said->folded, rule);
}
