/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-case-private.h"

#include <string.h>

#include "foi-json-edit.h"
#include "foi-number-words.h"

/* What tells figures of a table beside its totals and rates: sentences, and letters that went
 * before. */

/* ---- sentences ---- */

/* Whether a text that says @value may mean the rounded figure that the cell shows. */
static gboolean
is_shown (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column, gint64 value)
{
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);

  return cell->state == FOI_CELL_VALUE && cell->number == value
         && _foi_disclosure_is_hidden (draft, data, row, column);
}

/* Whether @text has the number, as "1234" or "1,234", and no longer one around it. */
static gboolean
has_number (const char *text, gint64 number)
{
  for (const char *at = text; *at != '\0';)
    {
      gint64 found = 0;

      if (!g_ascii_isdigit (*at))
        {
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
      if (found == number && !(*at == '.' && g_ascii_isdigit (at[1])) && *at != '/' && *at != '%')
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

          if (found.value == number && after[0] != '-'
              && ((!found.is_loose && !is_strict) || is_about_column (after, column)))
            return TRUE;
          at += found.length;
        }
      else
        at++;
    }
  return FALSE;
}

/* The texts in which a reader finds something about the table. */
static void
add_answers (FoiDisclosureDraft *draft, FoiTableData *data, JsonNode *questions, GPtrArray *texts)
{
  const char *name = foi_table_data_get_name (data);
  g_autofree char *placed = g_strdup_printf ("{{table:%s}}", name);

  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *tables = foi_json_get_member (question, "tables");
      const char *answer = foi_json_get_string (question, "answer", "");
      gboolean is_about = strstr (answer, placed) != NULL;

      for (guint j = 0; j < foi_json_get_n_elements (tables) && !is_about; j++)
        {
          JsonNode *element = foi_json_get_element (tables, j);

          is_about = foi_json_is_string (element)
                     && strcmp (json_node_get_string (element), name) == 0;
        }
      if (is_about)
        g_ptr_array_add (texts, (gpointer) answer);
      add_answers (draft, data, foi_json_get_member (question, "parts"), texts);
    }
}

static GPtrArray *
list_texts (FoiDisclosureDraft *draft, FoiTableData *data)
{
  GPtrArray *texts = g_ptr_array_new ();
  JsonNode *resource = foi_table_data_get_resource (data);
  JsonNode *notes = foi_json_get_member (resource, "foi:notes");

  g_ptr_array_add (texts, (gpointer) foi_json_get_string (resource, "title", ""));
  g_ptr_array_add (texts, (gpointer) foi_json_get_string (resource, "description", ""));
  for (guint i = 0; i < foi_json_get_n_elements (notes); i++)
    {
      JsonNode *note = foi_json_get_element (notes, i);

      /* The base of rounding is no figure of the table. */
      if (g_strcmp0 (foi_json_get_string (note, "id", NULL), FOI_ROUNDED_NOTE) != 0)
        g_ptr_array_add (texts, (gpointer) foi_json_get_string (note, "text", ""));
    }
  add_answers (draft, data, foi_case_state_get_node (draft->self->state, "questions"), texts);
  return texts;
}

/* Each sentence without case; of a paragraph with marks of its own that is near enough. */
static GPtrArray *
list_sentences (GPtrArray *texts)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *plain = foi_number_fold (texts->pdata[i]);
      g_autofree char *folded = g_utf8_casefold (plain, -1);
      const char *start = folded;

      for (const char *at = folded;; at++)
        {
          if (*at != '\0' && *at != '\n' && !(strchr (".!?;", *at) != NULL && at[1] == ' '))
            continue;
          g_ptr_array_add (sentences, g_strndup (start, (gsize) (at - start)));
          if (*at == '\0')
            break;
          start = at + 1;
        }
    }
  return sentences;
}

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

/* A sentence that names the row and the measure and has the very number. */
static gboolean
is_quoted (GPtrArray *sentences, FoiTableData *data, guint row, guint column, gint64 value)
{
  g_autofree char *key = dup_folded_key (data, row);

  for (guint i = 0; i < sentences->len && key[0] != '\0'; i++)
    {
      const char *sentence = sentences->pdata[i];
      const char *found = strstr (sentence, key);

      if (found != NULL
          && is_about_column (sentence, foi_table_data_get_column (data, column)))
        {
          g_autofree char *before = g_strndup (sentence, (gsize) (found - sentence));

          if (has_number (before, value) || has_number (found + strlen (key), value)
              || has_number_in_words (sentence, value,
                                      foi_table_data_get_column (data, column), FALSE))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_any_quoted (GPtrArray *texts, gint64 value, FoiColumn *column)
{
  for (guint i = 0; i < texts->len; i++)
    {
      if (has_number (texts->pdata[i], value)
          || has_number_in_words (texts->pdata[i], value, column, TRUE))
        return TRUE;
    }
  return FALSE;
}

/* Whether the row, or the column (@by_row FALSE), is declared to be a total. */
static gboolean
is_total (FoiTableData *data, gboolean by_row, guint place)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (data), "foi:totals");

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      JsonNode *key = foi_json_get_member (total, "row");
      const char *field = foi_json_get_string (total, "field", NULL);
      guint row;

      if (by_row && key != NULL && foi_table_data_find_row (data, key, &row) && row == place)
        return TRUE;
      if (!by_row && field != NULL && foi_table_data_find_column (data, field) == (int) place)
        return TRUE;
    }
  return FALSE;
}

/* Whether the table itself shows the number in the column: as a total, or as the sum of what it
 * shows. Of rounded figures these are not what the true ones come to. */
static gboolean
shows_sum (FoiTableData *data, guint column, gint64 sum)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  FoiWide shown = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      const FoiCell *cell = foi_table_data_get_cell (data, row, column);

      if (cell->state != FOI_CELL_VALUE)
        continue;
      if (!is_total (data, TRUE, row))
        shown += cell->number;
      else if (cell->number == sum)
        return TRUE;
    }
  return shown == sum;
}

/* The sum of a column that a title or an answer gives away. */
static void
add_quoted_sum (FoiDisclosureDraft *draft, FoiTableData *data, guint column, GPtrArray *texts)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  FoiLine *line;
  gint64 sum = 0;

  if (draft->wholes == NULL && !_foi_disclosure_has_hidden (draft, data, column))
    return;
  for (guint row = 0; row < n_rows; row++)
    {
      gint64 value;

      if (is_total (data, TRUE, row))
        continue;
      if (!_foi_disclosure_get_truth (draft, data, row, column, &value)
          || ABS (value) > FOI_DISCLOSURE_MAX_VALUE)
        return;
      sum += value;
    }
  if (sum == 0 || !is_any_quoted (texts, sum, foi_table_data_get_column (data, column))
      || (_foi_disclosure_get_rule (draft, data)->round > 1 && shows_sum (data, column, sum)))
    return;
  line = _foi_disclosure_draft_add_line (draft, FOI_LINE_QUOTED);
  line->from = line->to = sum;
  for (guint row = 0; row < n_rows; row++)
    {
      if (!is_total (data, TRUE, row))
        foi_line_add (line, _foi_disclosure_draft_take (draft, data, row, column), 1);
    }
  _foi_disclosure_draft_keep_line (draft, line);
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
  g_autoptr (GPtrArray) texts = list_texts (draft, data);
  g_autoptr (GPtrArray) sentences = list_sentences (texts);

  for (guint column = 0; column < foi_table_data_get_n_columns (data); column++)
    {
      FoiColumn *what = foi_table_data_get_column (data, column);

      if (foi_column_get_value_type (what) != FOI_VALUE_INTEGER || !_foi_disclosure_is_count (what)
          || foi_column_is_left_out (what))
        continue;
      add_quoted_sum (draft, data, column, texts);
      for (guint row = 0; row < n_rows; row++)
        {
          gint64 value;

          if ((draft->wholes != NULL
               || _foi_disclosure_is_hidden (draft, data, row, column))
              && _foi_disclosure_get_truth (draft, data, row, column, &value)
              && !is_shown (draft, data, row, column, value)
              && is_quoted (sentences, data, row, column, value))
            _foi_disclosure_draft_tell (draft, FOI_LINE_QUOTED,
                                        _foi_disclosure_draft_take (draft, data, row, column),
                                        value);
        }
    }
}

/* ---- earlier letters ---- */

/* Whether a letter's table has counts that are no multiples of the base: then it was not rounded,
 * and what it shows is exact. */
static gboolean
is_exact (FoiPublication *issued, gint64 base)
{
  for (guint i = 0; base > 1 && i < foi_publication_get_n_rows (issued); i++)
    {
      for (guint j = 0; j < foi_publication_get_n_columns (issued); j++)
        {
          FoiColumn *column = foi_publication_get_column (issued, j);
          FoiCell cell;

          foi_publication_get_cell (issued, i, j, &cell);
          if (cell.state == FOI_CELL_VALUE && !foi_publication_is_key (issued, j)
              && foi_column_get_value_type (column) == FOI_VALUE_INTEGER
              && _foi_disclosure_is_count (column) && cell.number % base != 0)
            return TRUE;
        }
    }
  return base <= 1;
}

/* Rows seldom move: the same place is looked at first, then all others. */
static gboolean
find_issued_row (FoiTableData *data, const char *key, guint hint, guint *out)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *here = NULL;

      *out = (hint + i) % n_rows;
      here = foi_disclosure_dup_row_key (data, *out);
      if (strcmp (here, key) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_issued_table (FoiDisclosureDraft *draft, FoiTableData *data, FoiPublication *issued)
{
  gboolean was_exact = is_exact (issued, _foi_disclosure_get_rule (draft, data)->round);

  for (guint i = 0; i < foi_publication_get_n_rows (issued); i++)
    {
      g_autofree char *key = foi_publication_dup_row_key (issued, i);
      guint row;

      if (!find_issued_row (data, key, i, &row))
        continue;
      for (guint j = 0; j < foi_publication_get_n_columns (issued); j++)
        {
          FoiColumn *column = foi_publication_get_column (issued, j);
          int place = foi_table_data_find_column (data, foi_column_get_name (column));
          FoiCell cell;
          gint64 value;

          foi_publication_get_cell (issued, i, j, &cell);
          if (place < 0 || cell.state != FOI_CELL_VALUE || cell.has_text
              || !_foi_disclosure_is_count (foi_table_data_get_column (data, (guint) place)))
            continue;
          if ((draft->wholes != NULL
               || _foi_disclosure_is_hidden (draft, data, row, (guint) place))
              && _foi_disclosure_get_truth (draft, data, row, (guint) place, &value)
              && value == cell.number
              && (was_exact || !is_shown (draft, data, row, (guint) place, value)))
            _foi_disclosure_draft_tell (draft, FOI_LINE_ISSUED,
                                        _foi_disclosure_draft_take (draft, data, row,
                                                                    (guint) place), value);
        }
    }
}

/*
 * _foi_disclosure_add_issued:
 *
 * Adds the figures of a table that a letter of this case showed before.
 */
void
_foi_disclosure_add_issued (FoiDisclosureDraft *draft, FoiTableData *data)
{
  JsonNode *issued = foi_case_state_get_node (draft->self->state, "issued");

  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *tables = foi_json_get_member (foi_json_get_element (issued, i), "tables");

      for (guint j = 0; j < foi_json_get_n_elements (tables); j++)
        {
          g_autoptr (FoiPublication) table
            = foi_publication_new_from_json (foi_json_get_element (tables, j), NULL);

          if (table != NULL && g_strcmp0 (foi_publication_get_name (table),
                                          foi_table_data_get_name (data)) == 0)
            add_issued_table (draft, data, table);
        }
    }
}
