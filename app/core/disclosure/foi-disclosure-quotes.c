/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-totals-private.h"

#include <string.h>

#include "foi-disclosure-said.h"
#include "foi-number-scan.h"
#include "foi-number-words.h"

/* What sentences tell of the figures of a table: its title, its notes, the answers that show it. */

/* "3rd" */
static gboolean
is_ordinal (const char *after)
{
  static const char *const ends[] = { "st", "nd", "rd", "th" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_ascii_strncasecmp (after, ends[i], 2) == 0 && !g_ascii_isalpha (after[2]))
      return TRUE;
  return FALSE;
}

/* Whether it is the second half of "2022/23". */
static gboolean
is_half_of_year (const char *text, const char *begin)
{
  if (begin < text + 5 || (begin[-1] != '/' && begin[-1] != '-')
      || (begin > text + 5 && g_ascii_isdigit (begin[-6])))
    return FALSE;
  for (int i = 2; i <= 5; i++)
    if (!g_ascii_isdigit (begin[-i]))
      return FALSE;
  return TRUE;
}

/* Whether @text has the number, as "1234" or "1,234", and no longer one around it, nor a date. */
static gboolean
has_number (const char *text, gint64 number)
{
  const FoiRange whole = { 0, strlen (text) };

  for (const char *at = text; *at != '\0';)
    {
      gint64 found = 0;
      const char *begin = at;

      /* "Q3", "c1": a name. */
      if (!g_ascii_isdigit (*at) || (at > text && g_ascii_isalpha (at[-1])))
        {
          at++;
          while (g_ascii_isdigit (at[-1]) && g_ascii_isdigit (*at))
            at++;
          continue;
        }
      while (g_ascii_isdigit (*at)
             || (*at == ',' && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2])
                 && g_ascii_isdigit (at[3]) && !g_ascii_isdigit (at[4])))
        {
          if (*at != ',' && found < FOI_DISCLOSURE_MAX_VALUE)
            found = found * 10 + (*at - '0');
          at++;
        }
      if (found == number && !(*at == '.' && g_ascii_isdigit (at[1])) && *at != '/' && *at != '%'
          && !is_ordinal (at) && !is_half_of_year (text, begin)
          && !foi_found_number_is_named (text, whole, (FoiRange) { (gsize) (begin - text),
                                                                   (gsize) (at - text) }))
        return TRUE;
    }
  return FALSE;
}

/* Whether a sentence speaks of the column: by a longer word of its heading, be it one or many. */
static gboolean
is_about_column (const char *sentence, FoiColumn *column)
{
  g_autofree char *heading = g_utf8_casefold (foi_column_get_title (column), -1);
  g_auto (GStrv) words = g_strsplit_set (heading, " (),-/", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (g_utf8_strlen (words[i], -1) < 4)
        continue;
      if (length > 4 && words[i][length - 1] == 's')
        words[i][length - 1] = '\0';
      if (strstr (sentence, words[i]) != NULL)
        return TRUE;
    }
  return strstr (sentence, heading) != NULL;
}

/* How near behind a number in letters stands what it counts. */
#define COUNTED_WITHIN 32

/* Whether @text has the number in letters. Of "one", which is in many sentences that count nothing,
 * of other words like it, and of any where @is_strict, it is said what was counted. */
static gboolean
has_number_in_words (const char *text, gint64 number, FoiColumn *column, gboolean is_strict)
{
  for (const char *at = text; *at != '\0';)
    {
      const gboolean begins = g_ascii_isalpha (*at)
                              && (at == text || (!g_ascii_isalnum (at[-1]) && at[-1] != '-'
                                                 && (at[-1] & 0x80) == 0));
      FoiNumberWords found;

      if (begins && foi_number_words_read (at, strlen (at), &found))
        {
          const gsize stop = strcspn (at + found.length, ".!?;\n");
          g_autofree char *near = g_strndup (at + found.length, MIN (stop, COUNTED_WITHIN));
          g_autofree char *valid = g_utf8_make_valid (near, -1);
          g_autofree char *after = g_utf8_casefold (valid, -1);

          const FoiFoundNumber scanned = { .range = { (gsize) (at - text),
                                                      (gsize) (at - text) + found.length } };

          if (found.value == number && after[0] != '-'
              && !foi_found_number_is_time (text, (FoiRange) { 0, strlen (text) }, &scanned)
              && ((!found.is_loose && !is_strict) || is_about_column (after, column)))
            return TRUE;
          at += found.length;
        }
      else
        at++;
    }
  return FALSE;
}

/* ---- what they say ---- */

/* The words by which a row is known, without case. */
static char *
dup_folded_key (FoiTableData *data, guint row)
{
  guint column = foi_table_data_get_n_keys (data) > 0 ? foi_table_data_get_key (data, 0) : 0;
  g_autofree char *key
    = foi_column_format_plain (foi_table_data_get_column (data, column),
                               foi_table_data_get_cell (data, row, column));
  g_autofree char *plain = foi_number_fold (key);

  return g_utf8_casefold (plain, -1);
}

static gboolean
is_of_word (char letter)
{
  return g_ascii_isalnum (letter) || (letter & 0x80) != 0;
}

/* Whether the name of another row has it in it there: "Abbey" of "Abbey ward". */
static gboolean
is_in_longer_name (FoiTableData *data, guint row, const char *text, const char *found,
                   gsize length)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *other = i == row ? NULL : dup_folded_key (data, i);

      if (other == NULL || strlen (other) <= length)
        continue;
      for (const char *at = strstr (text, other); at != NULL && at <= found;
           at = strstr (at + 1, other))
        if (at + strlen (other) >= found + length)
          return TRUE;
    }
  return FALSE;
}

/* Where a sentence names a row, and no part of a word or of another name is that. */
static const char *
find_key (FoiTableData *data, guint row, const char *text, const char *key)
{
  const gsize length = strlen (key);

  for (const char *at = strstr (text, key); at != NULL; at = strstr (at + 1, key))
    if ((at == text || !is_of_word (at[-1])) && !is_of_word (at[length])
        && !is_in_longer_name (data, row, text, at, length))
      return at;
  return NULL;
}

/* A sentence that names the row and the measure and has the very number. */
static const FoiSaid *
find_quote (GPtrArray *sentences, FoiTableData *data, guint row, guint column, gint64 value)
{
  g_autofree char *key = dup_folded_key (data, row);
  FoiColumn *what = foi_table_data_get_column (data, column);

  for (guint i = 0; i < sentences->len && key[0] != '\0'; i++)
    {
      const FoiSaid *sentence = sentences->pdata[i];
      const char *found;
      const gboolean is_as_long = strlen (sentence->plain) == strlen (sentence->folded);
      const char *text = is_as_long ? sentence->plain : sentence->folded;
      gsize place;
      g_autofree char *before = NULL;

      if (sentence->is_asked || strstr (sentence->folded, key) == NULL
          || !is_about_column (sentence->folded, what))
        continue;
      found = find_key (data, row, sentence->folded, key);
      if (found == NULL)
        continue;
      place = (gsize) (found - sentence->folded);
      before = g_strndup (text, place);
      if (has_number (before, value) || has_number (text + place + strlen (key), value)
          || has_number_in_words (sentence->folded, value, what, FALSE))
        return sentence;
    }
  return NULL;
}

static const FoiSaid *
find_sum (GPtrArray *sentences, gint64 value, FoiColumn *column)
{
  for (guint i = 0; i < sentences->len; i++)
    {
      const FoiSaid *sentence = sentences->pdata[i];

      if (sentence->is_asked)
        continue;
      if (sentence->is_elsewhere && !is_about_column (sentence->folded, column))
        continue;
      if (has_number (sentence->folded, value)
          || has_number_in_words (sentence->folded, value, column, TRUE))
        return sentence;
    }
  return NULL;
}

/* Whether the table itself shows the number in the column: as a total, or as the sum of what it
 * shows. Of rounded figures these are not what the true ones come to. */
static gboolean
shows_sum (FoiDisclosureDraft *draft, FoiTableData *data, guint column, gint64 sum)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  FoiWide shown = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      const FoiCell *cell = foi_table_data_get_cell (data, row, column);

      if (cell->state != FOI_CELL_VALUE)
        continue;
      if (!_foi_disclosure_is_total_row (draft, data, row))
        shown += cell->number;
      else if (cell->number == sum)
        return TRUE;
    }
  return shown == sum;
}

/* The rows that a sum has in it: all that are no totals, by what is said of them or (@with_seen) by
 * their figures as well. FALSE where there are no more than with what is said. */
static gboolean
list_summed (FoiDisclosureDraft *draft, FoiTableData *data, gboolean with_seen, GArray *rows)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  gboolean is_new = !with_seen;

  for (guint row = 0; row < n_rows; row++)
    {
      if (_foi_disclosure_is_total_row (draft, data, row))
        continue;
      if (with_seen && _foi_disclosure_is_seen_total (draft, data, row))
        is_new = TRUE;
      else
        g_array_append_val (rows, row);
    }
  return is_new && rows->len > 0;
}

/* The sum of a column that a title or an answer gives away. */
static void
add_quoted_sum (FoiDisclosureDraft *draft, FoiTableData *data, guint column, gboolean with_seen,
                GPtrArray *sentences)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  const FoiSaid *said;
  FoiLine *line;
  gint64 value, sum = 0;

  if ((draft->wholes == NULL && !_foi_disclosure_has_hidden (draft, data, column))
      || !list_summed (draft, data, with_seen, rows))
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      if (!_foi_disclosure_get_truth (draft, data, g_array_index (rows, guint, i), column, &value)
          || ABS (value) > FOI_DISCLOSURE_MAX_VALUE)
        return;
      sum += value;
    }
  said = sum == 0 ? NULL : find_sum (sentences, sum, foi_table_data_get_column (data, column));
  if (said == NULL
      || (_foi_disclosure_get_rule (draft, data)->round > 1
          && shows_sum (draft, data, column, sum)))
    return;
  line = _foi_disclosure_draft_add_line (draft, FOI_LINE_QUOTED);
  line->from = line->to = sum;
  for (guint i = 0; i < rows->len; i++)
    foi_line_add (line,
                  _foi_disclosure_draft_take (draft, data, g_array_index (rows, guint, i), column),
                  1);
  _foi_disclosure_set_source (line, said);
  _foi_disclosure_draft_keep_line (draft, line);
}

/* A figure that a sentence gives away. */
static void
add_quote (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column,
           GPtrArray *sentences)
{
  const FoiSaid *said;
  FoiLine *line;
  gint64 value;

  if ((draft->wholes == NULL && !_foi_disclosure_is_hidden (draft, data, row, column))
      || !_foi_disclosure_get_truth (draft, data, row, column, &value)
      || _foi_disclosure_is_shown (draft, data, row, column, value))
    return;
  said = find_quote (sentences, data, row, column, value);
  if (said == NULL)
    return;
  line = _foi_disclosure_draft_tell (draft, FOI_LINE_QUOTED,
                                     _foi_disclosure_draft_take (draft, data, row, column), value);
  if (line != NULL)
    _foi_disclosure_set_source (line, said);
}

/*
 * _foi_disclosure_add_quotes:
 *
 * Adds what the title and the notes of a table and the answers that show it say in plain numbers: a
 * figure beside its row and its measure, and the sum of a column.
 */
void
_foi_disclosure_add_quotes (FoiDisclosureDraft *draft, FoiTableData *data)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  g_autoptr (GPtrArray) sentences = _foi_disclosure_list_said (draft, data);

  for (guint column = 0; column < foi_table_data_get_n_columns (data); column++)
    {
      FoiColumn *what = foi_table_data_get_column (data, column);

      if (foi_column_get_value_type (what) != FOI_VALUE_INTEGER || !_foi_disclosure_is_count (what)
          || foi_column_is_left_out (what))
        continue;
      add_quoted_sum (draft, data, column, FALSE, sentences);
      add_quoted_sum (draft, data, column, TRUE, sentences);
      for (guint row = 0; row < n_rows; row++)
        add_quote (draft, data, row, column, sentences);
    }
  _foi_disclosure_add_told (draft, data, sentences);
}

