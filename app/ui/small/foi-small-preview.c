/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-small-preview.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-json-edit.h"
#include "foi-table.h"

/* A table with more rows is not shown whole, nor one with more columns: what changes is looked for
 * in vain there. */
#define SHORT_TABLE 40
#define NARROW_TABLE 20

/* Rows are not shown beyond these, nor sentences. */
#define MAX_ROWS 100
#define MAX_SENTENCES 12

static gint64
make_place (guint row, guint column)
{
  return ((gint64) row << 32) | column;
}

/* ---- what changes ---------------------------------------------------------------------------- */

/* @words is taken over. */
static void
add_change (FoiSmallPreview *self, guint row, guint column, char *words)
{
  const gint64 place = make_place (row, column);

  g_hash_table_replace (self->changes, g_memdup2 (&place, sizeof place), words);
}

/* What the case would keep aside of a cell: "24". */
static char *
dup_true_value (FoiTableData *data, FoiCellList *withheld, guint row, guint column)
{
  FoiColumn *what = foi_table_data_get_column (data, column);
  g_autoptr (JsonNode) address = foi_table_data_dup_row_address (data, row);
  JsonNode *entry = address == NULL ? NULL
                    : foi_cell_list_get (withheld, address, foi_column_get_name (what));
  JsonNode *value = foi_json_get_member (entry, "value");
  g_auto (FoiCell) cell = FOI_CELL_INIT;
  gboolean is_integer = value != NULL && foi_json_is_integer (value);
  const char *text = value != NULL && foi_json_is_string (value) ? json_node_get_string (value)
                                                                 : "";

  if (!foi_column_cell_from_json (what, is_integer, is_integer ? json_node_get_int (value) : 0,
                                  text, strlen (text), &cell, NULL))
    return g_strdup ("");
  return foi_column_format_under_heading (what, &cell);
}

/* "24, to hide another" */
static char *
dup_words (FoiWithheldBy by, const char *value)
{
  switch (by)
    {
    case FOI_WITHHELD_PRIMARY:
      /* Translators: a figure, and why it is left out. */
      return g_strdup_printf (_("%s, small"), value);
    case FOI_WITHHELD_SECONDARY:
      /* Translators: a figure, and why it is left out as well. */
      return g_strdup_printf (_("%s, to hide another"), value);
    case FOI_WITHHELD_ROUNDED:
    default:
      /* Translators: a figure before it was rounded. */
      return g_strdup_printf (_("was %s"), value);
    }
}

static void
add_cell (FoiSmallPreview *self, FoiTableData *data, FoiCellList *withheld,
          const FoiRemedyCell *cell)
{
  int column = foi_table_data_find_column (data, cell->column);
  int shown = foi_publication_find_column (self->table, cell->column);
  g_autofree char *value = NULL;
  guint row;

  if (column < 0 || shown < 0
      || !foi_row_store_find (foi_table_data_get_rows (data), cell->row, &row))
    return;
  value = dup_true_value (data, withheld, row, (guint) column);
  add_change (self, row, (guint) shown, dup_words (cell->by, value));
}

/* A row that was none before is one of several. */
static void
add_combined (FoiSmallPreview *self, FoiTableData *before, FoiTableData *after)
{
  FoiRowStore *rows = foi_table_data_get_rows (after);

  for (guint i = 0; i < foi_row_store_get_length (rows); i++)
    if (!foi_row_store_find (foi_table_data_get_rows (before), foi_row_store_get (rows, i)->id,
                             NULL))
      add_change (self, i, 0, g_strdup (_("combined")));
}

static void
add_changes (FoiSmallPreview *self)
{
  const char *table = self->remedy->request->table;
  FoiTableData *before = foi_case_state_find_table (self->remedy->before, table);
  FoiTableData *after = foi_case_state_find_table (self->remedy->after, table);
  g_autoptr (FoiCellList) withheld
    = foi_cell_list_new (self->remedy->after, table, FOI_CELL_LIST_WITHHELD);

  for (guint i = 0; i < self->remedy->cells->len; i++)
    {
      const FoiRemedyCell *cell = &g_array_index (self->remedy->cells, FoiRemedyCell, i);

      if (g_str_equal (cell->table, table))
        add_cell (self, after, withheld, cell);
    }
  add_combined (self, before, after);
}

/* ---- what could be worked out ---------------------------------------------------------------- */

static void
append_sentence (FoiSmallPreview *self, GString *text, const FoiAuditCell *found)
{
  FoiDisclosureCase *disclosure = self->remedy->disclosure;
  FoiTableData *data = foi_disclosure_case_get_place (disclosure, found->cell)->data;
  g_autofree char *sentence = foi_disclosure_case_dup_sentence (disclosure, found);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* A figure of another table is said with that table's title. */
  if (g_strcmp0 (foi_table_data_get_name (data), self->remedy->request->table) != 0)
    g_string_append_printf (text, _("“%s”: "), foi_table_data_get_title (data));
  g_string_append_printf (text, "%s.", sentence);
}

static const char *
get_safe_words (const FoiRemedy *remedy)
{
  if (remedy->request->rule.method != FOI_SMALL_SUPPRESS)
    return remedy->verdict;
  return remedy->cells->len > 0
           ? _("Nobody reading the letter can work out a figure that is left out.")
           : _("No figure has to be left out for being small.");
}

static gboolean
has_part (JsonNode *total, const char *column)
{
  JsonNode *of = foi_json_get_member (total, "of");

  for (guint i = 0; i < foi_json_get_n_elements (of); i++)
    {
      JsonNode *part = foi_json_get_element (of, i);

      if (foi_json_is_string (part) && g_str_equal (json_node_get_string (part), column))
        return TRUE;
    }
  return FALSE;
}

/* The column that still counts one that is left out: who takes the others off it has that again. */
static FoiColumn *
find_total_of (FoiTableData *data, const char *column)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (data), "foi:totals");

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      int place = foi_table_data_find_column (data, foi_json_get_string (total, "field", ""));
      FoiColumn *found = place >= 0 ? foi_table_data_get_column (data, (guint) place) : NULL;

      if (found != NULL && !foi_column_is_left_out (found) && has_part (total, column))
        return found;
    }
  return NULL;
}

static void
add_remarks (FoiSmallPreview *self)
{
  const FoiRemedyRequest *request = self->remedy->request;
  FoiTableData *data = foi_case_state_find_table (self->remedy->after, request->table);

  for (guint i = 0; request->dropped != NULL && request->dropped[i] != NULL; i++)
    {
      int place = foi_table_data_find_column (data, request->dropped[i]);
      FoiColumn *total = find_total_of (data, request->dropped[i]);
      g_autofree char *verdict = g_steal_pointer (&self->verdict);

      if (place < 0 || total == NULL)
        {
          self->verdict = g_steal_pointer (&verdict);
          continue;
        }
      /* Translators: what was said before; the titles of two columns. */
      self->verdict
        = g_strdup_printf (_("%s\n“%s” still counts “%s”: somebody could take the other columns "
                             "off it. Leave it out of the letter as well."), verdict,
                           foi_column_get_title (total),
                           foi_column_get_title (foi_table_data_get_column (data,
                                                                            (guint) place)));
      self->warns = TRUE;
    }
}

static char *
dup_verdict (FoiSmallPreview *self)
{
  const FoiRemedy *remedy = self->remedy;
  GString *text = g_string_new (NULL);
  guint n_unsafe = 0;

  if (remedy->is_safe)
    {
      g_string_free (text, TRUE);
      return g_strdup (get_safe_words (remedy));
    }
  for (guint i = 0; i < remedy->audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (remedy->audit->cells, FoiAuditCell, i);

      if (foi_remedy_concerns (self->remedy, found) && n_unsafe++ < MAX_SENTENCES)
        append_sentence (self, text, found);
    }
  if (n_unsafe > MAX_SENTENCES)
    g_string_append_printf (text, ngettext ("\nThe same is so of %u more figure.",
                                            "\nThe same is so of %u more figures.",
                                            n_unsafe - MAX_SENTENCES), n_unsafe - MAX_SENTENCES);
  if (remedy->advice != NULL)
    g_string_append_printf (text, "\n%s", remedy->advice);
  return g_string_free (text, FALSE);
}

/* ---- what is worth a look -------------------------------------------------------------------- */

static gboolean
changes_row (FoiSmallPreview *self, guint row)
{
  for (guint i = 0; i < foi_publication_get_n_columns (self->table); i++)
    if (foi_small_preview_get_change (self, row, i) != NULL)
      return TRUE;
  return FALSE;
}

static void
choose_rows (FoiSmallPreview *self)
{
  const guint n_rows = foi_publication_get_n_rows (self->table);
  const gboolean is_short = n_rows <= SHORT_TABLE;

  for (guint i = 0; i < n_rows && self->rows->len < MAX_ROWS; i++)
    if (is_short || changes_row (self, i))
      g_array_append_val (self->rows, i);
  self->n_rows_more = n_rows - self->rows->len;
}

static gboolean *
list_changed_columns (FoiSmallPreview *self)
{
  gboolean *changed = g_new0 (gboolean, foi_publication_get_n_columns (self->table));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->changes);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    changed[*(gint64 *) key & G_MAXUINT32] = TRUE;
  return changed;
}

static void
choose_columns (FoiSmallPreview *self)
{
  const guint n_columns = foi_publication_get_n_columns (self->table);
  g_autofree gboolean *changed = list_changed_columns (self);
  const gboolean is_narrow = n_columns <= NARROW_TABLE;

  for (guint i = 0; i < n_columns && self->columns->len < NARROW_TABLE; i++)
    if (is_narrow || changed[i] || foi_publication_is_key (self->table, i))
      g_array_append_val (self->columns, i);
  self->n_columns_more = n_columns - self->columns->len;
}

/**
 * foi_small_preview_new:
 * @request: what is to be done
 * @progress: (nullable) (scope call): how far it is
 *
 * Works out how a table would print, and what somebody could work out of that. It may take seconds:
 * for a thread.
 *
 * Returns: (transfer full): the preview; else %NULL with an error of foi_remedy_new().
 */
FoiSmallPreview *
foi_small_preview_new (FoiCaseState *state, const FoiRemedyRequest *request,
                       FoiAuditProgress progress, gpointer user_data, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (FoiRemedy) remedy
    = foi_remedy_new (state, request, progress, user_data, cancellable, error);
  FoiSmallPreview *self;

  if (remedy == NULL)
    return NULL;
  self = g_new0 (FoiSmallPreview, 1);
  self->table
    = foi_case_state_publish_table (remedy->after,
                                    foi_case_state_find_table (remedy->after, request->table));
  self->remedy = g_steal_pointer (&remedy);
  self->changes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->changes_anything = self->remedy->cells->len > 0 || request->dropped != NULL
                           || request->columns != NULL || request->rows->len > 0;
  self->verdict = dup_verdict (self);
  self->warns = !self->remedy->is_safe;
  add_remarks (self);
  add_changes (self);
  choose_rows (self);
  choose_columns (self);
  return self;
}

/**
 * foi_small_preview_free:
 *
 * Frees a preview.
 */
void
foi_small_preview_free (FoiSmallPreview *self)
{
  foi_publication_unref (self->table);
  foi_remedy_free (self->remedy);
  g_hash_table_unref (self->changes);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self->verdict);
  g_free (self);
}

/**
 * foi_small_preview_get_change:
 *
 * Returns: (transfer none) (nullable): what the cell was and why it changes: "3, small"; %NULL
 *   where it does not.
 */
const char *
foi_small_preview_get_change (FoiSmallPreview *self, guint row, guint column)
{
  const gint64 place = make_place (row, column);

  return g_hash_table_lookup (self->changes, &place);
}

/**
 * foi_small_preview_dup_row_words:
 *
 * Returns: (transfer full): a row for somebody who does not see the table: "North; Calls: [c], 3,
 *   small; Visits: 20".
 */
char *
foi_small_preview_dup_row_words (FoiSmallPreview *self, guint row)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const guint column = g_array_index (self->columns, guint, i);
      const char *change = foi_small_preview_get_change (self, row, column);
      g_autofree char *text = foi_publication_format (self->table, row, column);

      if (words->len > 0)
        g_string_append (words, "; ");
      if (!foi_publication_is_key (self->table, column))
        g_string_append_printf (
          words, "%s: ", foi_column_get_title (foi_publication_get_column (self->table, column)));
      g_string_append (words, text);
      if (change != NULL)
        g_string_append_printf (words, ", %s", change);
    }
  return g_string_free (words, FALSE);
}
