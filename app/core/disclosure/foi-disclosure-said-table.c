/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-said-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-number-scan.h"

/* What stands with a table in words: its title and headings, its notes, the text in its cells, and
 * what is added to a name in brackets. */

/* Of more rows without a gap the words are not gone through. */
#define MAX_REMARKS 300
/* In longer tables that are rounded nobody is told of one figure. */
#define MAX_ROUNDED_ROWS 300

static const char *
get_heading (FoiTableData *data, guint column)
{
  return foi_column_get_title (foi_table_data_get_column (data, column));
}

/* ---- gaps ---- */

/* What is withheld or, where that is still to be chosen, small; and what is rounded. */
static gboolean
is_gap (FoiCollecting *self, FoiTableData *data, guint row, guint column)
{
  FoiColumn *what = foi_table_data_get_column (data, column);
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);
  const FoiSmallRule *rule = _foi_disclosure_get_rule (self->draft, data);

  if (!_foi_disclosure_is_count (what) || foi_table_data_is_key (data, column)
      || foi_column_is_left_out (what))
    return FALSE;
  if (cell->state != FOI_CELL_VALUE)
    return cell->state == FOI_CELL_SUPPRESSED;
  return (_foi_disclosure_is_whole (self->draft, data)
          && foi_small_rule_covers (rule, what, cell->number))
         || (foi_row_store_get_length (foi_table_data_get_rows (data)) <= MAX_ROUNDED_ROWS
             && _foi_disclosure_is_rounded (rule, data, row, column));
}

/* The columns that have a gap in one row, or in any. */
static GArray *
list_gaps (FoiCollecting *self, FoiTableData *data, int only)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint column = 0; column < foi_table_data_get_n_columns (data); column++)
    for (guint row = only < 0 ? 0 : (guint) only; row < n_rows; row++)
      {
        const gboolean is_one = is_gap (self, data, row, column);

        if (is_one)
          g_array_append_val (gaps, column);
        if (is_one || only >= 0)
          break;
      }
  return gaps;
}

/* The one row that has a gap in a column; -1: none, or several. */
static int
find_only_gap (FoiCollecting *self, FoiTableData *data, guint column)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  int found = -1;

  for (guint row = 0; row < n_rows; row++)
    {
      if (!is_gap (self, data, row, column))
        continue;
      if (found >= 0)
        return -1;
      found = (int) row;
    }
  return found;
}

/* "Abbey, Boys: 3" */
static void
add_of_cell (FoiCollecting *self, FoiTableData *data, guint row, guint column, const char *words,
             const char *where)
{
  g_autofree char *key = foi_disclosure_dup_row_key (data, row);
  g_autofree char *text
    = g_strdup_printf ("%s, %s: %s", key, get_heading (data, column), words);

  _foi_disclosure_collect_text (self, text, where);
}

/* What is remarked on a row may be about any of the figures that are withheld in it. */
static void
add_of_row (FoiCollecting *self, FoiTableData *data, guint row, const char *words,
            const char *where)
{
  g_autoptr (GArray) gaps = list_gaps (self, data, (int) row);

  for (guint i = 0; i < gaps->len; i++)
    add_of_cell (self, data, row, g_array_index (gaps, guint, i), words, where);
}

/* ---- notes ---- */

/* What a note hangs on names what it is about: a row alone, a column alone, of which one figure is
 * withheld, or a cell. */
static void
add_note (FoiCollecting *self, FoiTableData *data, JsonNode *note)
{
  const char *where = _("a note of the table"), *words = foi_json_get_string (note, "text", "");
  JsonNode *node = foi_json_get_member (note, "row");
  const int column = foi_table_data_find_column (data, foi_json_get_string (note, "field", ""));
  g_autofree char *text = NULL;
  guint row;

  if (node != NULL && foi_table_data_find_row (data, node, &row))
    {
      g_autofree char *key = foi_disclosure_dup_row_key (data, row);

      if (column >= 0)
        add_of_cell (self, data, row, (guint) column, words, where);
      else
        {
          text = g_strdup_printf ("%s: %s", key, words);
          _foi_disclosure_collect_text (self, text, where);
          add_of_row (self, data, row, words, where);
        }
      return;
    }
  if (column >= 0)
    text = g_strdup_printf ("%s: %s", get_heading (data, (guint) column), words);
  _foi_disclosure_collect_text (self, text != NULL ? text : words, where);
  if (column >= 0 && find_only_gap (self, data, (guint) column) >= 0)
    add_of_cell (self, data, (guint) find_only_gap (self, data, (guint) column), (guint) column,
                 words, where);
}

/* ---- cells ---- */

/* Whether it says a number of something: none of a year or a stage, by which things are called. */
static gboolean
has_number (const char *text)
{
  const FoiRange whole = { 0, strlen (text) };
  FoiFoundNumber found;

  for (gsize from = 0; foi_number_scan_next (text, whole, from, &found); from = found.range.end)
    if (found.kind == FOI_FOUND_NUMBER || found.kind == FOI_FOUND_WORD)
      return TRUE;
  return FALSE;
}

/* Whether it has a word, and is no number alone: "6.3%". */
static gboolean
has_word (const char *text)
{
  guint n = 0;

  for (; *text != '\0' && n < 3; text++)
    n = g_ascii_isalpha (*text) || (*text & 0x80) != 0 ? n + 1 : 0;
  return n == 3;
}

static gboolean
is_remark (FoiTableData *data, guint row, guint column)
{
  FoiColumn *what = foi_table_data_get_column (data, column);
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);

  return !foi_column_is_left_out (what) && !foi_table_data_is_key (data, column) && cell->has_text
         && (foi_column_get_role (what) == FOI_ROLE_NOTE
             || (has_word (cell->text) && has_number (cell->text)));
}

/* Text in any cell, of whatever sort its column is: where its row has no gap it may be about that
 * of another. */
static void
add_remarks (FoiCollecting *self, FoiTableData *data)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  const char *where = _("a remark in the table");
  g_autoptr (GArray) gaps = list_gaps (self, data, -1);
  guint n_remarks = 0;

  for (guint row = 0; row < n_rows && gaps->len > 0; row++)
    {
      g_autoptr (GArray) own = list_gaps (self, data, (int) row);

      for (guint column = 0; column < foi_table_data_get_n_columns (data); column++)
        {
          const GArray *of = own->len > 0 ? own : gaps;

          if (!is_remark (data, row, column)
              || (own->len == 0 && ++n_remarks > MAX_REMARKS))
            continue;
          for (guint i = 0; i < of->len; i++)
            add_of_cell (self, data, row, g_array_index (of, guint, i),
                         foi_table_data_get_cell (data, row, column)->text, where);
        }
    }
}

/* ---- names ---- */

/* What is added to a name: "3" of "Abbey (n=3)", of "Abbey: 3" and of "Abbey - 3". */
static char *
dup_added (const char *name)
{
  const char *open = strchr (name, '('), *close = open == NULL ? NULL : strrchr (name, ')');
  const char *mark;

  if (close != NULL && close > open)
    {
      const char *equals = memchr (open, '=', (gsize) (close - open));
      const char *begin = equals != NULL ? equals + 1 : open + 1;
      g_autofree char *added = g_strndup (begin, (gsize) (close - begin));

      return has_number (added) ? g_steal_pointer (&added) : NULL;
    }
  mark = strpbrk (name, "=:");
  if (mark == NULL)
    mark = strstr (name, " - ");
  if (mark == NULL)
    mark = strstr (name, " – ");
  if (mark == NULL || mark == name)
    return NULL;
  mark += strcspn (mark, "0123456789");
  return *mark != '\0' && strspn (mark, "0123456789,") == strlen (mark) ? g_strdup (mark) : NULL;
}

/* How many of them are one more than that before them: numbers by which things are called. */
static gboolean
are_consecutive (GPtrArray *added)
{
  guint n_next = 0;

  for (guint i = 1; i < added->len; i++)
    if (added->pdata[i] != NULL && added->pdata[i - 1] != NULL)
      {
        const gint64 before = g_ascii_strtoll (added->pdata[i - 1], NULL, 10);

        n_next += before > 0 && g_ascii_strtoll (added->pdata[i], NULL, 10) == before + 1;
      }
  return n_next > 0 && n_next + 1 == added->len;
}

static void
add_names_of_rows (FoiCollecting *self, FoiTableData *data)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *key = foi_disclosure_dup_row_key (data, row);

      g_ptr_array_add (added, dup_added (key));
    }
  if (are_consecutive (added))
    return;
  for (guint row = 0; row < n_rows; row++)
    if (added->pdata[row] != NULL)
      add_of_row (self, data, row, added->pdata[row], _("a name in the table"));
}

static void
add_names_of_columns (FoiCollecting *self, FoiTableData *data)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    g_ptr_array_add (added, foi_table_data_is_key (data, i) ? NULL
                                                            : dup_added (get_heading (data, i)));
  if (are_consecutive (added))
    return;
  for (guint i = 0; i < added->len; i++)
    for (guint row = 0; row < n_rows && added->pdata[i] != NULL; row++)
      if (is_gap (self, data, row, i))
        add_of_cell (self, data, row, i, added->pdata[i], _("a heading of the table"));
}

/* ---- headings ---- */

/* A heading without its numbers: "year #". */
static char *
dup_form (const char *heading)
{
  g_autofree char *lower = g_utf8_strdown (heading, -1);
  GString *form = g_string_new (NULL);

  for (const char *c = lower; *c != '\0';)
    {
      const gsize n_digits = strspn (c, "0123456789");

      g_string_append_c (form, n_digits > 0 ? '#' : *c);
      c += MAX (n_digits, 1);
    }
  return g_string_free (form, FALSE);
}

/* The headings of columns, but for those that number things of one kind: "Year 7", "Year 8". */
static void
add_headings (FoiCollecting *self, FoiTableData *data)
{
  const guint n_columns = foi_table_data_get_n_columns (data);
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) repeated = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_columns; i++)
    {
      char *form = dup_form (get_heading (data, i));
      gpointer first;

      if (g_hash_table_lookup_extended (forms, form, &first, NULL))
        {
          g_hash_table_add (repeated, first);
          g_free (form);
        }
      else
        g_hash_table_add (forms, form);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *form = dup_form (get_heading (data, i));

      if (!foi_column_is_left_out (foi_table_data_get_column (data, i))
          && !g_hash_table_contains (repeated, form))
        _foi_disclosure_collect_text (self, get_heading (data, i), _("a heading of the table"));
    }
}

/* ---- all ---- */

/*
 * _foi_disclosure_collect_table:
 *
 * Adds what stands with the table itself.
 */
void
_foi_disclosure_collect_table (FoiCollecting *self, FoiTableData *data)
{
  JsonNode *resource = foi_table_data_get_resource (data);
  JsonNode *notes = foi_json_get_member (resource, "foi:notes");
  JsonNode *chart = foi_json_get_member (resource, "foi:chart");

  _foi_disclosure_collect_text (self, foi_json_get_string (resource, "title", ""),
                                _("the title of the table"));
  self->is_apart = TRUE;
  _foi_disclosure_collect_text (self, foi_json_get_string (resource, "description", ""),
                                _("the description of the table"));
  self->is_apart = FALSE;
  _foi_disclosure_collect_text (self, foi_json_get_string (chart, "title", ""),
                                _("the title of the chart"));
  _foi_disclosure_collect_text (self, foi_json_get_string (chart, "alt", ""),
                                _("the description of the chart"));
  add_headings (self, data);
  for (guint i = 0; i < foi_json_get_n_elements (notes); i++)
    {
      JsonNode *note = foi_json_get_element (notes, i);

      /* The base of rounding is no figure of the table. */
      if (g_strcmp0 (foi_json_get_string (note, "id", NULL), FOI_ROUNDED_NOTE) != 0)
        add_note (self, data, note);
    }
  add_remarks (self, data);
  add_names_of_rows (self, data);
  add_names_of_columns (self, data);
}
