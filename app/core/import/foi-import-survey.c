/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-import-survey.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-paste-cover.h"
#include "foi-paste-layout.h"
#include "foi-totals-find.h"
#include "foi-work.h"

/* Nobody reads more than this before an import; the case keeps them all the same. */
#define MAX_LINES 2000
#define MAX_MARKS 60
#define MAX_ROWS 100

/* A longer text stands for no value but is one. */
#define MAX_MARK 20

static void
free_column (gpointer data)
{
  FoiImportColumn *column = data;

  g_free (column->heading);
  g_free (column);
}

static void
free_mark (gpointer data)
{
  FoiImportMark *mark = data;

  g_free (mark->text);
  g_free (mark->meaning);
  g_free (mark);
}

static void
free_total (gpointer data)
{
  FoiImportTotal *total = data;

  g_free (total->id);
  g_free (total->words);
  g_free (total);
}

static FoiImportSurvey *
survey_new (void)
{
  FoiImportSurvey *self = g_new0 (FoiImportSurvey, 1);

  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->marks = g_ptr_array_new_with_free_func (free_mark);
  self->totals = g_ptr_array_new_with_free_func (free_total);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

/* Whatever is in them, @what and @where are one line each. */
static void
add_line (FoiImportSurvey *self, const char *what, const char *where)
{
  g_autofree char *first = g_strdelimit (g_strdup (what), "\r\n", ' ');
  g_autofree char *second = g_strdelimit (g_strdup (where), "\r\n", ' ');

  if (self->lines->len < MAX_LINES)
    g_ptr_array_add (self->lines, g_strconcat (first, "\n", second, NULL));
  else
    self->n_left_out++;
}

/* ---- what is written otherwise ---- */

static void
add_change_line (FoiImportSurvey *self, FoiSheetBlock *block, FoiPasteProposal *proposal,
                 guint column, const FoiSheetChange *change)
{
  const char *heading
    = foi_column_get_title (foi_table_data_get_column (proposal->table, column));
  g_autofree char *place = foi_sheet_block_dup_place (block, proposal, change->row, column);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *what = NULL;

  if (change->is_text)
    /* Translators: what stands in a cell, among numbers. */
    what = g_strdup_printf (_("“%s” is no number, so all of the column is kept as text"),
                            change->typed);
  else if (change->value != NULL)
    /* Translators: what stands in a cell, and what it becomes. */
    what = g_strdup_printf (_("%s becomes %s"), change->typed,
                            *change->value != '\0' ? change->value : _("a blank cell"));
  else
    /* Translators: what stands in a cell. */
    what = g_strdup_printf (_("“%s” is not read, and kept as a note"), change->typed);
  /* Translators: the heading of a column, and the place of a cell. */
  g_string_append_printf (line, _("%s, %s"), heading != NULL ? heading : "", place);
  if (change->count > 1)
    g_string_append_printf (line, ngettext (" and %u more cell", " and %u more cells",
                                            change->count - 1),
                            change->count - 1);
  if (change->value == NULL && !change->is_text && change->refusal.reason != NULL)
    g_string_append_printf (line, " · %s", change->refusal.reason);
  add_line (self, what, line->str);
}

/* Numbers that have more places in the file than a table can. */
static void
read_rounded (FoiImportSurvey *self, FoiSheetBlock *block)
{
  for (guint i = 0; i < block->rounded->len; i++)
    {
      const FoiSheetRounded *rounded = &g_array_index (block->rounded, FoiSheetRounded, i);
      g_autofree char *place = foi_sheet_rounded_dup_place (rounded);
      g_autofree char *what
        /* Translators: a number in a file, and the same with fewer decimal places. */
        = g_strdup_printf (_("%s is rounded to %s"), rounded->stored, rounded->shown);

      add_line (self, what, place);
    }
  self->n_left_out += block->n_rounded - block->rounded->len;
}

static gboolean
is_mark (const char *value)
{
  FoiCellState state;

  return foi_cell_state_from_mark (value, strlen (value), &state);
}

/* What stands for no value: a mark, or what could not be read and may be one. */
static void
add_mark (FoiImportSurvey *self, GHashTable *known, GHashTable *meanings,
          const FoiSheetChange *change)
{
  FoiImportMark *mark = g_hash_table_lookup (known, change->typed);

  if (!g_hash_table_contains (meanings, change->typed)
      && (strlen (change->typed) > MAX_MARK || foi_date_order_is_needed (change->typed)
          || (change->value != NULL && !is_mark (change->value))))
    return;
  if (mark == NULL)
    {
      mark = g_new0 (FoiImportMark, 1);
      mark->text = g_strdup (change->typed);
      mark->meaning = g_strdup (change->value);
      g_ptr_array_add (self->marks, mark);
      g_hash_table_insert (known, mark->text, mark);
    }
  mark->count += change->count;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const FoiImportMark *first = *(FoiImportMark *const *) a;
  const FoiImportMark *second = *(FoiImportMark *const *) b;

  return first->count != second->count ? (first->count < second->count ? 1 : -1)
                                       : strcmp (first->text, second->text);
}

static void
read_changes (FoiImportSurvey *self, FoiSheetBlock *block, FoiPasteProposal *proposal,
              FoiImportColumn *column, guint index, GHashTable *known, GHashTable *meanings)
{
  g_autoptr (GPtrArray) changes = foi_sheet_block_list_changes (block, proposal, index);

  for (guint i = 0; i < changes->len; i++)
    {
      const FoiSheetChange *change = g_ptr_array_index (changes, i);

      *(change->is_text         ? &column->n_words
        : change->value != NULL ? &column->n_changed
                                : &column->n_unread) += change->count;
      add_change_line (self, block, proposal, index, change);
      if (column->type != FOI_VALUE_TEXT || change->is_text)
        add_mark (self, known, meanings, change);
    }
  self->n_changed += column->n_changed;
  self->n_unread += column->n_unread;
  self->n_words += column->n_words;
}

/* ---- the first rows ---- */

static GHashTable *
index_problems (GArray *problems)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      FoiPasteProblem *problem = &g_array_index (problems, FoiPasteProblem, i);

      if (problem->row > MAX_ROWS)
        break;
      g_hash_table_insert (index,
                           g_strdup_printf ("%" G_GUINT64_FORMAT " %s", problem->row,
                                            problem->column),
                           problem->typed);
    }
  return index;
}

static char *
dup_cell (FoiPasteProposal *proposal, GHashTable *problems, guint row, guint column)
{
  FoiColumn *field = foi_table_data_get_column (proposal->table, column);
  const FoiCell *cell = foi_table_data_get_cell (proposal->table, row, column);
  g_autofree char *key
    = g_strdup_printf ("%u %s", row + 1, foi_column_get_name (field));
  const char *unread = g_hash_table_lookup (problems, key);

  if (unread != NULL && cell->state == FOI_CELL_BLANK)
    /* Translators: in the place of a cell: what stands in the file, and that it is not read. */
    return g_strdup_printf (_("“%s” – not read"), unread);
  return foi_column_format (field, cell);
}

static void
read_rows (FoiImportSurvey *self, FoiPasteProposal *proposal)
{
  g_autoptr (GHashTable) problems = index_problems (proposal->problems);

  self->n_rows = foi_row_store_get_length (foi_table_data_get_rows (proposal->table));
  for (guint i = 0; i < MIN (self->n_rows, MAX_ROWS); i++)
    {
      char **cells = g_new0 (char *, proposal->sources->len + 1);

      for (guint j = 0; j < proposal->sources->len; j++)
        cells[j] = dup_cell (proposal, problems, i, j);
      g_ptr_array_add (self->rows, cells);
    }
}

/* What was found to be a total; the table declares it unless a person said that it is none. */
static void
read_totals (FoiImportSurvey *self, FoiPasteProposal *proposal)
{
  FoiTableData *table = proposal->table;

  for (guint i = 0; i < proposal->found->len; i++)
    {
      const FoiFoundTotal *found = g_ptr_array_index (proposal->found, i);
      FoiImportTotal *total = g_new0 (FoiImportTotal, 1);

      total->id = foi_found_total_dup_id (found, table);
      total->words = foi_found_total_dup_words (found, table);
      total->is_refused = found->is_row ? !foi_totals_is_row (table, found->place)
                                        : !foi_totals_is_column (table, found->place);
      g_ptr_array_add (self->totals, total);
    }
}

static void
read_layout (FoiImportSurvey *self, FoiPasteGrid *grid)
{
  g_auto (FoiPasteLayout) layout = { NULL, -1, -1, NULL, NULL };

  foi_paste_layout_read (&layout, grid);
  self->has_headings = layout.header >= 0;
  self->has_units = layout.units >= 0;
  if (layout.titles->len > 0)
    self->title = g_strdup (g_ptr_array_index (layout.titles, 0));
}

/**
 * foi_import_survey_new:
 * @block: what was read of a file
 * @proposal: the table made of it
 * @meanings: (element-type utf8 utf8): what marks were said to mean, which stay among them
 *
 * For any thread.
 *
 * Returns: (transfer full): what a person has to see of it.
 */
FoiImportSurvey *
foi_import_survey_new (FoiSheetBlock *block, FoiPasteProposal *proposal, GHashTable *meanings)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  FoiImportSurvey *self;

  g_return_val_if_fail (block != NULL && proposal != NULL, NULL);

  self = survey_new ();
  read_layout (self, proposal->grid);
  self->doubts = foi_import_doubts_find (proposal->grid);
  for (guint i = 0; i < proposal->sources->len; i++)
    {
      FoiColumn *field = foi_table_data_get_column (proposal->table, i);
      FoiImportColumn *column = g_new0 (FoiImportColumn, 1);

      column->source = g_array_index (proposal->sources, guint, i);
      column->heading = foi_column_dup_heading (field);
      column->type = foi_column_get_value_type (field);
      read_changes (self, block, proposal, column, i, known, meanings);
      g_ptr_array_add (self->columns, column);
    }
  read_rounded (self, block);
  g_ptr_array_sort (self->marks, compare_marks);
  if (self->marks->len > MAX_MARKS)
    g_ptr_array_set_size (self->marks, MAX_MARKS);
  read_totals (self, proposal);
  read_rows (self, proposal);
  return self;
}

/* ---- a table that is there ---- */

static char *
dup_row_words (FoiTableData *table, guint64 id)
{
  guint position;
  g_autoptr (GString) words = g_string_new (NULL);

  if (!foi_row_store_find (foi_table_data_get_rows (table), id, &position))
    return g_strdup ("");
  for (guint i = 0; i < foi_table_data_get_n_keys (table); i++)
    {
      guint key = foi_table_data_get_key (table, i);
      g_autofree char *value = foi_column_format (foi_table_data_get_column (table, key),
                                                  foi_table_data_get_cell (table, position, key));

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", value);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_replaced (FoiImportSurvey *self, FoiTableData *table, const FoiPasteChange *change)
{
  int index = foi_table_data_find_column (table, change->column);
  FoiColumn *column = foi_table_data_get_column (table, (guint) index);
  g_autofree char *row = dup_row_words (table, change->row);
  g_autofree char *before = foi_column_format (column, &change->before);
  g_autofree char *after = foi_column_format (column, &change->after);

  g_autofree char *what
    = g_strdup_printf (change->cover == FOI_PASTE_WITHHELD
                         /* Translators: what is in a cell, and what comes in its place. */
                         ? _("A withheld figure is replaced: %s becomes %s")
                       : change->cover == FOI_PASTE_ROUNDED
                         /* Translators: what is in a cell, and what comes in its place. */
                         ? _("A rounded figure is replaced: %s becomes %s")
                         : _("%s becomes %s"),
                       *before != '\0' ? before : _("A blank cell"),
                       *after != '\0' ? after : _("a blank cell"));
  /* Translators: the name of a row and the heading of a column. */
  g_autofree char *where = g_strdup_printf (_("%s, %s"), row, foi_column_get_title (column));

  add_line (self, what, where);
}

/* What the case keeps to itself comes before anything else. */
static void
add_changes (FoiImportSurvey *self, FoiTableData *table, FoiPasteMatch *match, gboolean covered)
{
  for (guint i = 0; i < match->changes->len; i++)
    {
      const FoiPasteChange *change = &g_array_index (match->changes, FoiPasteChange, i);

      if ((change->cover != FOI_PASTE_OPEN) == covered)
        add_replaced (self, table, change);
    }
}

static void
add_added (FoiImportSurvey *self, FoiTableData *table, const FoiRecord *record)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < foi_table_data_get_n_columns (table); i++)
    {
      FoiColumn *column = foi_table_data_get_column (table, i);
      g_autofree char *value = NULL;

      if (g_str_equal (foi_column_get_name (column), FOI_ROW_FIELD))
        continue;
      value = foi_column_format (column, &record->cells[i]);
      if (*value == '\0')
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", value);
    }
  add_line (self, _("A row is added"), words->str);
}

/**
 * foi_import_survey_new_over:
 * @block: what was read of a file
 * @said: its cells with what they were said to mean
 * @table: a table that is there
 * @match: what an import would change in it
 *
 * For any thread.
 *
 * Returns: (transfer full): what a person has to see of it.
 */
FoiImportSurvey *
foi_import_survey_new_over (FoiSheetBlock *block, FoiPasteGrid *said, FoiTableData *table,
                            FoiPasteMatch *match)
{
  FoiImportSurvey *self;

  g_return_val_if_fail (block != NULL && said != NULL, NULL);
  g_return_val_if_fail (table != NULL && match != NULL, NULL);

  self = survey_new ();
  self->doubts = foi_import_doubts_find (said);
  self->n_changed = match->changes->len;
  self->n_unread = match->problems->len;
  self->n_added = match->added->len;
  self->n_absent = match->absent->len;
  self->n_rows = match->added->len;
  self->unmatched = g_strdupv (match->unmatched);
  self->covered = foi_paste_cover_dup_words (match);
  add_changes (self, table, match, TRUE);
  for (guint i = 0; i < match->problems->len; i++)
    {
      const FoiPasteProblem *problem = &g_array_index (match->problems, FoiPasteProblem, i);
      g_autofree char *row = dup_row_words (table, problem->row);

      g_autofree char *what
        = g_strdup_printf (_("“%s” is not read, and kept as a note"), problem->typed);
      g_autofree char *where
        = g_strconcat (row, *row != '\0' ? " · " : "", problem->refusal.reason, NULL);

      add_line (self, what, where);
    }
  add_changes (self, table, match, FALSE);
  read_rounded (self, block);
  for (guint i = 0; i < match->added->len; i++)
    add_added (self, table, g_ptr_array_index (match->added, i));
  return self;
}

/**
 * foi_import_survey_free:
 * @self: (nullable): a survey
 *
 * Frees it.
 */
void
foi_import_survey_free (FoiImportSurvey *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->doubts);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->totals);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->rows);
  g_strfreev (self->unmatched);
  g_free (self->covered);
  g_free (self->title);
  g_free (self);
}
