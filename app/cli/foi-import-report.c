/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-import-report.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-cli.h"
#include "foi-import-book.h"
#include "foi-json-writer.h"
#include "foi-totals-find.h"

/**
 * foi_import_clear:
 * @self: an import
 *
 * Frees what it has.
 */
void
foi_import_clear (FoiImport *self)
{
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->sheet, g_free);
  g_clear_pointer (&self->proposal, foi_paste_proposal_free);
  g_clear_pointer (&self->match, foi_paste_match_free);
  g_clear_pointer (&self->block, foi_sheet_block_free);
  g_clear_pointer (&self->left, foi_hidden_free);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
}

static GArray *
get_problems (const FoiImport *self)
{
  return self->proposal != NULL ? self->proposal->problems : self->match->problems;
}

/* Whether words among numbers made text of a column. */
static gboolean
has_words (const FoiImport *self)
{
  for (guint i = 0; self->match == NULL && i < self->proposal->sources->len; i++)
    {
      g_autoptr (GPtrArray) changes
        = foi_sheet_block_list_changes (self->block, self->proposal, i);

      for (guint j = 0; j < changes->len; j++)
        if (((FoiSheetChange *) g_ptr_array_index (changes, j))->is_text)
          return TRUE;
    }
  return FALSE;
}

/**
 * foi_import_has_findings:
 * @self: an import
 *
 * Returns: whether something could not be read, has to be said, stayed behind because it is hidden,
 *   looks as if it had been encoded twice, is shown though its table's rule takes it for small, or
 *   has a heading that the table has not.
 */
gboolean
foi_import_has_findings (const FoiImport *self)
{
  return get_problems (self)->len > 0 || self->block->n_hidden > 0
         || self->doubts->len > 0 || self->has_mojibake || self->n_open > 0 || has_words (self)
         || (self->match != NULL
             && (self->match->kept->len > 0 || self->match->unmatched != NULL));
}

/* Cells that stay behind, in whichever sheet; of other things foi inspect tells. */
static gboolean
has_cells (const FoiHiddenItem *item)
{
  static const FoiHiddenKind kinds[] = {
    FOI_HIDDEN_SHEET,        FOI_HIDDEN_VERY_HIDDEN_SHEET, FOI_HIDDEN_ROW,
    FOI_HIDDEN_COLUMN,       FOI_HIDDEN_FILTERED_ROW,      FOI_HIDDEN_ZERO_SIZE,
    FOI_HIDDEN_COLLAPSED_GROUP,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (item->kind == kinds[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_taken (const FoiImport *self, const FoiHiddenItem *item)
{
  return (item->kind == FOI_HIDDEN_SHEET || item->kind == FOI_HIDDEN_VERY_HIDDEN_SHEET)
         && strcmp (item->place, self->sheet) == 0;
}

/* ---- JSON ---- */

static void
add_change (FoiJsonWriter *json, const FoiImport *self, guint column, const FoiSheetChange *change)
{
  g_autofree char *place
    = foi_sheet_block_dup_place (self->block, self->proposal, change->row, column);

  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "typed", change->typed);
  if (change->value != NULL)
    foi_json_writer_add_string (json, "value", change->value);
  foi_json_writer_add_integer (json, "count", change->count);
  foi_json_writer_add_string (json, "place", place);
  if (change->value == NULL && change->refusal.reason != NULL)
    foi_json_writer_add_string (json, "reason", change->refusal.reason);
  if (change->value == NULL && change->refusal.choices != NULL)
    {
      foi_json_writer_begin_array (json, "choices");
      for (guint i = 0; change->refusal.choices[i] != NULL; i++)
        foi_json_writer_add_string (json, NULL, change->refusal.choices[i]);
      foi_json_writer_end_array (json);
    }
  foi_json_writer_end_object (json);
}

/* In the order of FoiValueType. */
static const char *const type_ids[]
  = { "text", "integer", "decimal",        "money", "percentage", "date", "month",
      "year", "financial-year" };

/**
 * foi_import_type_from_id:
 * @id: a type's name for programs
 * @type: (out): the type
 *
 * Returns: whether there is such a type.
 */
gboolean
foi_import_type_from_id (const char *id, FoiValueType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_ids); i++)
    {
      if (g_strcmp0 (id, type_ids[i]) == 0)
        {
          *type = (FoiValueType) i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
add_column (FoiJsonWriter *json, const FoiImport *self, guint index)
{
  FoiColumn *column = foi_table_data_get_column (self->proposal->table, index);
  g_autoptr (GPtrArray) changes = NULL;

  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "name", foi_column_get_name (column));
  if (foi_column_get_title (column) != NULL)
    foi_json_writer_add_string (json, "title", foi_column_get_title (column));
  foi_json_writer_add_string (json, "type", type_ids[foi_column_get_value_type (column)]);
  if (foi_role_to_name (foi_column_get_role (column)) != NULL)
    foi_json_writer_add_string (json, "role", foi_role_to_name (foi_column_get_role (column)));
  if (foi_column_get_unit (column) != NULL)
    foi_json_writer_add_string (json, "unit", foi_column_get_unit (column));
  changes = foi_sheet_block_list_changes (self->block, self->proposal, index);
  for (int unread = 0; unread < 2; unread++)
    {
      foi_json_writer_begin_array (json, unread ? "unparsed" : "changed");
      for (guint i = 0; i < changes->len; i++)
        {
          const FoiSheetChange *change = g_ptr_array_index (changes, i);

          if ((change->value == NULL) == (unread != 0))
            add_change (json, self, index, change);
        }
      foi_json_writer_end_array (json);
    }
  foi_json_writer_end_object (json);
}

static gboolean
is_declared (FoiTableData *table, const FoiFoundTotal *total)
{
  return total->is_row ? foi_totals_is_row (table, total->place)
                       : foi_totals_is_column (table, total->place);
}

static void
add_proposal (FoiJsonWriter *json, const FoiImport *self)
{
  FoiTableData *table = self->proposal->table;

  foi_json_writer_add_integer (json, "rows",
                               foi_row_store_get_length (foi_table_data_get_rows (table)));
  foi_json_writer_begin_array (json, "key");
  for (guint i = 0; i < foi_table_data_get_n_keys (table); i++)
    foi_json_writer_add_string (
      json, NULL,
      foi_column_get_name (foi_table_data_get_column (table, foi_table_data_get_key (table, i))));
  foi_json_writer_end_array (json);
  foi_json_writer_begin_array (json, "columns");
  /* A key that was made for the rows stands behind those that came from the file. */
  for (guint i = 0; i < self->proposal->sources->len; i++)
    add_column (json, self, i);
  foi_json_writer_end_array (json);
}

/* What is the sum of others though nothing says so. */
static void
add_totals (FoiJsonWriter *json, const FoiImport *self)
{
  FoiTableData *table = self->proposal->table;

  foi_json_writer_begin_array (json, "totals");
  for (guint i = 0; i < self->proposal->found->len; i++)
    {
      const FoiFoundTotal *total = g_ptr_array_index (self->proposal->found, i);
      g_autofree char *words = foi_found_total_dup_words (total, table);

      foi_json_writer_begin_object (json, NULL);
      if (total->is_row)
        foi_json_writer_add_integer (json, "row", total->place + 1);
      else
        foi_json_writer_add_string (
          json, "column", foi_column_get_name (foi_table_data_get_column (table, total->place)));
      foi_json_writer_add_boolean (json, "declared", is_declared (table, total));
      foi_json_writer_add_string (json, "words", words);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static void
add_match (FoiJsonWriter *json, const FoiImport *self, FoiTableData *table)
{
  const FoiPasteMatch *match = self->match;

  foi_json_writer_add_integer (json, "added", match->added->len);
  foi_json_writer_add_integer (json, "absent", match->absent->len);
  foi_json_writer_add_integer (json, "open", self->n_open);
  foi_import_add_cells (json, "changes", match->changes, table);
  foi_import_add_cells (json, "kept", match->kept, table);
  foi_json_writer_begin_array (json, "unmatched");
  for (guint i = 0; match->unmatched != NULL && match->unmatched[i] != NULL; i++)
    foi_json_writer_add_string (json, NULL, match->unmatched[i]);
  foi_json_writer_end_array (json);
  foi_json_writer_begin_array (json, "unparsed");
  for (guint i = 0; i < match->problems->len; i++)
    {
      const FoiPasteProblem *problem = &g_array_index (match->problems, FoiPasteProblem, i);

      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "column", problem->column);
      foi_json_writer_add_string (json, "typed", problem->typed);
      foi_json_writer_add_string (json, "reason",
                                  problem->refusal.reason != NULL ? problem->refusal.reason : "");
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

/* Of what a glance does not show that which stays behind, or that which comes in. */
static void
add_left (FoiJsonWriter *json, const FoiImport *self, const char *name, gboolean comes_in)
{
  foi_json_writer_begin_array (json, name);
  for (guint i = 0; self->left != NULL && i < foi_hidden_get_length (self->left); i++)
    {
      const FoiHiddenItem *item = foi_hidden_get (self->left, i);

      if (is_taken (self, item) || foi_import_brings_in (item, self->sheet) != comes_in)
        continue;
      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "kind", foi_hidden_kind_get_id (item->kind));
      foi_json_writer_add_string (json, "place", item->place);
      foi_json_writer_add_integer (json, "count", item->count);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static void
report_as_json (const FoiImport *self, FoiTableData *table, const char *name, GString *text)
{
  g_autofree char *shown = g_filename_display_name (self->file);
  g_autofree char *range = foi_sheet_range_to_text (&self->block->range);
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "file", shown);
  foi_json_writer_add_string (&json, "format", self->format);
  if (self->encoding != NULL)
    foi_json_writer_add_string (&json, "encoding", self->encoding);
  if (self->has_mojibake)
    foi_json_writer_add_boolean (&json, "mojibake", TRUE);
  foi_json_writer_add_string (&json, "sheet", self->sheet);
  foi_json_writer_add_string (&json, "range", range);
  foi_json_writer_add_string (&json, "table", name);
  foi_json_writer_add_integer (&json, "hidden", self->block->n_hidden);
  add_left (&json, self, "left_behind", FALSE);
  add_left (&json, self, "brought_in", TRUE);
  foi_json_writer_add_integer (&json, "merged", self->block->merged->len);
  foi_json_writer_add_integer (&json, "computed", self->block->n_computed);
  foi_import_add_rounded (&json, self);
  foi_import_add_doubts (&json, self);
  if (self->proposal != NULL)
    {
      add_proposal (&json, self);
      add_totals (&json, self);
    }
  else
    add_match (&json, self, table);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
}

/* ---- text ---- */

static void
append_column (GString *text, const FoiImport *self, guint index)
{
  FoiColumn *column = foi_table_data_get_column (self->proposal->table, index);
  g_autofree char *heading = foi_column_dup_heading (column);
  g_autofree char *line = foi_cli_dup_line (heading);
  g_autoptr (GPtrArray) changes = NULL;

  g_string_append_printf (text, "%s: %s\n", line,
                          foi_value_type_to_words (foi_column_get_value_type (column)));
  changes = foi_sheet_block_list_changes (self->block, self->proposal, index);
  for (guint i = 0; i < changes->len; i++)
    {
      const FoiSheetChange *change = g_ptr_array_index (changes, i);
      g_autofree char *typed = foi_cli_dup_line (change->typed);
      g_autofree char *value = change->value != NULL ? foi_cli_dup_line (change->value) : NULL;
      g_autofree char *place
        = foi_sheet_block_dup_place (self->block, self->proposal, change->row, index);

      if (value != NULL)
        g_string_append_printf (text, "  %s: %s → %s (%u)\n", place, typed, value, change->count);
      else
        g_string_append_printf (text, "  %s: %s (%u)\n", place,
                                change->refusal.reason != NULL ? change->refusal.reason : typed,
                                change->count);
    }
}

static void
append_totals (GString *text, const FoiImport *self)
{
  FoiTableData *table = self->proposal->table;

  for (guint i = 0; i < self->proposal->found->len; i++)
    {
      const FoiFoundTotal *total = g_ptr_array_index (self->proposal->found, i);
      g_autofree char *words = foi_found_total_dup_words (total, table);
      g_autofree char *line = foi_cli_dup_line (words);

      g_string_append_printf (text, is_declared (table, total)
                                      ? _("it adds up, so it is declared: %s (--no-totals: not)\n")
                                      : _("it adds up, and is not declared: %s\n"),
                              line);
    }
}

/* Where cells stay behind, and how many other things do. */
static void
append_left (GString *text, const FoiImport *self)
{
  guint n_others = 0, n_in = 0;

  for (guint i = 0; self->left != NULL && i < foi_hidden_get_length (self->left); i++)
    {
      const FoiHiddenItem *item = foi_hidden_get (self->left, i);
      g_autofree char *place = foi_cli_dup_line (item->place);

      if (foi_import_brings_in (item, self->sheet))
        n_in++;
      else if (!has_cells (item))
        n_others++;
      else if (!is_taken (self, item))
        /* Translators: a kind of hidden thing, its place in a workbook, how many there are. */
        g_string_append_printf (text, _("left behind: %s: %s: %u\n"),
                                foi_hidden_kind_get_words (item->kind), place, item->count);
    }
  if (n_others > 0)
    g_string_append_printf (text,
                            ngettext ("left behind: %u thing more that a glance does not show; see "
                                      "foi inspect\n",
                                      "left behind: %u things more that a glance does not show; "
                                      "see foi inspect\n",
                                      n_others),
                            n_others);
  if (n_in > 0)
    g_string_append_printf (text,
                            ngettext ("in cells that came in: %u thing that a glance does not "
                                      "show; see foi inspect\n",
                                      "in cells that came in: %u things that a glance does not "
                                      "show; see foi inspect\n",
                                      n_in),
                            n_in);
}

/* Which cells of a table that is there could not be read. */
/* A column that nobody looks for is not lost without a word. */
static void
append_unmatched (GString *text, const FoiPasteMatch *match)
{
  for (guint i = 0; match->unmatched != NULL && match->unmatched[i] != NULL; i++)
    {
      g_autofree char *line = foi_cli_dup_line (match->unmatched[i]);

      g_string_append_printf (text, _("not taken, for the table has no such column: %s\n"), line);
    }
}

static void
append_problems (GString *text, GArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const FoiPasteProblem *problem = &g_array_index (problems, FoiPasteProblem, i);
      const char *reason = problem->refusal.reason;
      g_autofree char *line = foi_cli_dup_line (reason != NULL ? reason : problem->typed);

      g_string_append_printf (text, "  %s: %s\n", problem->column, line);
    }
}

/* A rule is done to a table once, and not to what comes into it later. */
static void
append_open (GString *text, const FoiImport *self, const char *name)
{
  g_autofree char *line = foi_cli_dup_line (name);

  if (self->n_open > 0)
    g_string_append_printf (text,
                            ngettext ("%u figure of “%s” is small by the rule of this table, and "
                                      "shown as it is (try: foi protect)\n",
                                      "%u figures of “%s” are small by the rule of this table, and "
                                      "shown as they are (try: foi protect)\n", self->n_open),
                            self->n_open, line);
}

static void
report_as_text (const FoiImport *self, FoiTableData *table, GString *text)
{
  if (self->has_mojibake)
    g_string_append (text, _("The text seems to have been encoded twice; --encoding mojibake "
                             "puts it right\n"));
  if (self->block->n_hidden > 0)
    g_string_append_printf (text, _("hidden cells left out: %u\n"), self->block->n_hidden);
  append_left (text, self);
  if (self->block->merged->len > 0)
    g_string_append_printf (text, _("merged cells, whose value is in the first of them: %u\n"),
                            self->block->merged->len);
  if (self->block->n_computed > 0)
    g_string_append_printf (text, _("values of formulas, as they were saved: %u\n"),
                            self->block->n_computed);
  foi_import_append_rounded (text, self);
  foi_import_append_doubts (text, self);
  if (self->match != NULL)
    {
      g_string_append_printf (text, _("cells changed: %u\nrows added: %u\nrows not in the file: "
                                      "%u\ncould not be read: %u\n"),
                              self->match->changes->len, self->match->added->len,
                              self->match->absent->len, self->match->problems->len);
      append_unmatched (text, self->match);
      append_problems (text, self->match->problems);
      foi_import_append_cover (text, self->match, table);
      append_open (text, self, foi_table_data_get_name (table));
      return;
    }
  for (guint i = 0; i < self->proposal->sources->len; i++)
    append_column (text, self, i);
  append_totals (text, self);
}

/**
 * foi_import_report:
 * @self: an import
 * @table: (nullable): the table that it changes, as it is
 * @name: its name, or that of the new one
 * @json: as JSON, or as text
 * @text: gets it
 *
 * Says what the import makes of the file.
 */
void
foi_import_report (const FoiImport *self, FoiTableData *table, const char *name, gboolean json,
                   GString *text)
{
  if (json)
    report_as_json (self, table, name, text);
  else
    report_as_text (self, table, text);
}
