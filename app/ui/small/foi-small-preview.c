/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-small-preview.h"

#include <glib/gi18n.h>

#include "foi-table.h"

/* A table with more rows is not shown whole, nor one with more columns: what changes is looked for
 * in vain there. */
#define SHORT_TABLE 40
#define NARROW_TABLE 10

/* Rows are not shown beyond these, nor sentences. */
#define MAX_ROWS 100
#define MAX_SENTENCES 12

static gint64
make_place (guint row, guint column)
{
  return ((gint64) row << 32) | column;
}

static void
change_free (gpointer data)
{
  FoiSmallChange *change = data;

  g_free (change->text);
  g_free (change->words);
  g_free (change);
}

/* ---- what changes ---------------------------------------------------------------------------- */

static void
add_change (FoiSmallPreview *self, guint row, guint column, char *text, char *words)
{
  FoiSmallChange *change = g_new (FoiSmallChange, 1);
  const gint64 place = make_place (row, column);

  change->text = text;
  change->words = words;
  g_hash_table_replace (self->changes, g_memdup2 (&place, sizeof place), change);
}

static void
add_left_out (FoiSmallPreview *self, GArray *cells, const char *why)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const FoiCellPlace *place
        = foi_disclosure_case_get_place (self->protection->disclosure,
                                         g_array_index (cells, guint, i));
      FoiColumn *column = foi_table_data_get_column (place->data, place->column);
      int shown = foi_publication_find_column (self->table, foi_column_get_name (column));
      g_autofree char *was = NULL;

      if (shown < 0)
        continue;
      was = foi_publication_format (self->table, place->row, (guint) shown);
      add_change (self, place->row, (guint) shown,
                  g_strdup (foi_cell_state_to_mark (FOI_CELL_SUPPRESSED)),
                  g_strdup_printf ("%s, %s", was, why));
    }
}

static char *
dup_summary (FoiProtection *protection)
{
  const guint n_small = protection->primary->len, n_others = protection->secondary->len;

  if (n_small == 0)
    return g_strdup (_("No figure in this table is that small."));
  if (n_others == 0)
    return g_strdup_printf (ngettext ("%u small figure is left out.",
                                      "%u small figures are left out.", n_small), n_small);
  return g_strdup_printf (
    ngettext ("%u small figure is left out, and with it %u that would give it away.",
              "%u small figures are left out, and with them %u that would give them away.",
              n_small), n_small, n_others);
}

static gboolean
is_of_table (FoiSmallPreview *self, const FoiAuditCell *found)
{
  const FoiCellPlace *place
    = foi_disclosure_case_get_place (self->protection->disclosure, found->cell);

  return g_str_equal (foi_table_data_get_name (place->data), self->protection->table);
}

/* A figure of another table is said with that table's title. */
static char *
dup_sentence (FoiSmallPreview *self, const FoiAuditCell *found)
{
  FoiDisclosureCase *disclosure = self->protection->disclosure;
  g_autofree char *sentence = foi_disclosure_case_dup_sentence (disclosure, found);

  if (is_of_table (self, found))
    return g_steal_pointer (&sentence);
  return g_strdup_printf (
    _("“%s”: %s"),
    foi_table_data_get_title (foi_disclosure_case_get_place (disclosure, found->cell)->data),
    sentence);
}

static void
list_sentences (FoiSmallPreview *self)
{
  FoiAudit *audit = self->protection->audit;
  guint n_more = 0;

  for (guint i = 0; i < audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (audit->cells, FoiAuditCell, i);

      if (found->is_safe)
        continue;
      self->is_safe = self->is_safe && !is_of_table (self, found);
      if (self->sentences->len < MAX_SENTENCES)
        g_ptr_array_add (self->sentences, dup_sentence (self, found));
      else
        n_more++;
    }
  if (n_more > 0)
    g_ptr_array_add (self->sentences,
                     g_strdup_printf (ngettext ("The same is so of %u more figure",
                                                "The same is so of %u more figures", n_more),
                                      n_more));
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
 * @table: the name of a table
 * @rule: which figures are small
 * @progress: (nullable) (scope call): how far it is
 *
 * Works out how a table would print, and what somebody could work out of that. It may take seconds:
 * for a thread.
 *
 * Returns: (transfer full): the preview; else %NULL with an error of foi_protection_new().
 */
FoiSmallPreview *
foi_small_preview_new (FoiCaseState *state, const char *table, const FoiSmallRule *rule,
                       FoiAuditProgress progress, gpointer user_data, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (FoiSmallPreview) self = g_new0 (FoiSmallPreview, 1);

  self->changes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, change_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  self->is_safe = TRUE;
  self->protection = foi_protection_new (state, table, rule, progress, user_data, cancellable,
                                         error);
  if (self->protection == NULL)
    return NULL;
  self->table = foi_publication_new (foi_case_state_find_table (state, table));
  /* Translators: why a figure is left out, after it: "3, small"; "20, to hide another". */
  add_left_out (self, self->protection->primary, _("small"));
  add_left_out (self, self->protection->secondary, _("to hide another"));
  self->n_changes = g_hash_table_size (self->changes);
  self->summary = dup_summary (self->protection);
  list_sentences (self);
  choose_rows (self);
  choose_columns (self);
  return g_steal_pointer (&self);
}

/**
 * foi_small_preview_free:
 *
 * Frees a preview.
 */
void
foi_small_preview_free (FoiSmallPreview *self)
{
  g_clear_pointer (&self->table, foi_publication_unref);
  g_clear_pointer (&self->protection, foi_protection_free);
  g_hash_table_unref (self->changes);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->sentences);
  g_free (self->summary);
  g_free (self);
}

/**
 * foi_small_preview_get_change:
 *
 * Returns: (transfer none) (nullable): what a cell would print instead; %NULL where it is the same.
 */
const FoiSmallChange *
foi_small_preview_get_change (FoiSmallPreview *self, guint row, guint column)
{
  const gint64 place = make_place (row, column);

  return g_hash_table_lookup (self->changes, &place);
}

/**
 * foi_small_preview_dup_row_words:
 *
 * Returns: (transfer full): a row for somebody who does not see the table: "North, Calls: [c], 3,
 *   small; Visits: 20".
 */
char *
foi_small_preview_dup_row_words (FoiSmallPreview *self, guint row)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const guint column = g_array_index (self->columns, guint, i);
      const FoiSmallChange *change = foi_small_preview_get_change (self, row, column);
      g_autofree char *text = foi_publication_format (self->table, row, column);

      if (words->len > 0)
        g_string_append (words, "; ");
      if (!foi_publication_is_key (self->table, column))
        g_string_append_printf (
          words, "%s: ", foi_column_get_title (foi_publication_get_column (self->table, column)));
      g_string_append (words, change != NULL ? change->text : text);
      if (change != NULL)
        g_string_append_printf (words, ", %s", change->words);
    }
  return g_string_free (words, FALSE);
}
