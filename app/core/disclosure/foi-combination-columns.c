/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-combination.h"

#include <glib/gi18n-lib.h>

#include "foi-case-follow.h"
#include "foi-combination-private.h"
#include "foi-disclosure-case-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-totals.h"

/* Columns of counts that become one, in the place of the first. */

typedef struct
{
  FoiTableData *data;
  const char *const *names;
  GArray *columns; /* of guint, in their order */
} Columns;

static guint
get_place (Columns *self, guint i)
{
  return g_array_index (self->columns, guint, i);
}

static FoiColumn *
get_column (Columns *self, guint i)
{
  return foi_table_data_get_column (self->data, get_place (self, i));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

static gboolean
find_columns (Columns *self, GError **error)
{
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      int place = foi_table_data_find_column (self->data, self->names[i]);
      guint column = (guint) place;

      if (place < 0)
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                       _("There is no column “%s” in the table “%s”"), self->names[i],
                       foi_table_data_get_name (self->data));
          return FALSE;
        }
      g_array_append_val (self->columns, column);
    }
  g_array_sort (self->columns, compare_places);
  for (guint i = 1; i < self->columns->len; i++)
    {
      if (get_place (self, i) == get_place (self, i - 1))
        return refuse (error, _("The column “%s” was named twice"),
                       foi_column_get_title (get_column (self, i)));
    }
  if (self->columns->len < 2)
    return refuse (error, _("It takes two columns or more to combine them"));
  return TRUE;
}

static gboolean
check_columns (Columns *self, GError **error)
{
  FoiColumn *first = get_column (self, 0);

  for (guint i = 0; i < self->columns->len; i++)
    {
      FoiColumn *column = get_column (self, i);

      if (!_foi_disclosure_is_count (column)
          || foi_table_data_is_key (self->data, get_place (self, i)))
        return refuse (error, _("“%s” cannot be added up"), foi_column_get_title (column));
      if (foi_totals_is_column (self->data, get_place (self, i)))
        return refuse (error, _("“%s” is a total: only what is in a total can be combined"),
                       foi_column_get_title (column));
      if (foi_column_get_value_type (column) != foi_column_get_value_type (first)
          || foi_column_get_decimals (column) != foi_column_get_decimals (first)
          || g_strcmp0 (foi_column_get_unit (column), foi_column_get_unit (first)) != 0)
        return refuse (error, _("“%s” and “%s” do not count in the same unit"),
                       foi_column_get_title (first), foi_column_get_title (column));
      if (foi_column_is_left_out (column))
        return refuse (error, _("“%s” is left out of the letter"), foi_column_get_title (column));
    }
  return TRUE;
}

/* Whether each total of columns has all of them, or none. */
static gboolean
check_totals (Columns *self, GError **error)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (self->data), "foi:totals");

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *of = foi_json_get_member (foi_json_get_element (totals, i), "of");
      guint n_found = 0;

      for (guint j = 0; j < foi_json_get_n_elements (of); j++)
        {
          JsonNode *name = foi_json_get_element (of, j);

          n_found += foi_json_is_string (name)
                     && g_strv_contains (self->names, json_node_get_string (name));
        }
      if (n_found > 0 && n_found < self->columns->len)
        return refuse (error, _("The columns are parts of different totals, which would not add "
                                "up any more"));
    }
  return TRUE;
}

static gboolean
has_place (Columns *self, guint place)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (get_place (self, i) == place)
        return TRUE;
    }
  return FALSE;
}

/* A rate of one of the columns would give it away, and nobody could see any more that it does. */
static gboolean
check_rates (Columns *self, FoiCaseState *state, GError **error)
{
  const char *const wholes[] = { foi_table_data_get_name (self->data), NULL };
  const FoiSmallRule none = { 0 };
  g_auto (FoiDisclosureDraft) draft = { 0 };
  FoiRate rate;

  _foi_disclosure_draft_init (&draft, state, wholes, &none);
  for (guint i = 0; i < foi_table_data_get_n_columns (self->data); i++)
    {
      if (_foi_disclosure_find_rate (&draft, self->data, i, &rate)
          && (has_place (self, rate.above) || has_place (self, rate.below)))
        return refuse (error, _("“%s” is worked out from one of the columns: leave it out of the "
                                "letter first"),
                       foi_column_get_title (foi_table_data_get_column (self->data, i)));
    }
  return TRUE;
}

/* ---- the new column ---- */

static gboolean
add_up (Columns *self, const FoiRecord *record, FoiCell *out, GError **error)
{
  FoiWide sum = 0;
  gboolean is_any = FALSE, is_blank = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const FoiCell *cell = &record->cells[get_place (self, i)];

      if (cell->state == FOI_CELL_VALUE)
        {
          sum += cell->number;
          is_any = TRUE;
        }
      else if (cell->state == FOI_CELL_BLANK)
        is_blank = TRUE;
      else if (cell->state != FOI_CELL_NOT_APPLICABLE)
        return refuse (error, _("In “%s” a figure is not known, or withheld for a reason of its "
                                "own, so it cannot be added up"),
                       foi_column_get_title (get_column (self, i)));
    }
  if (is_any && is_blank)
    return refuse (error, _("One of the cells is blank, so the sum is not known: enter "
                            "0 if that is what it means, or [z] where it does not apply"));
  if (sum > G_MAXINT64 / 2 || sum < G_MININT64 / 2)
    return refuse (error, _("The sum is too large"));
  *out = is_any ? foi_cell_number ((gint64) sum)
                : foi_cell_copy (&record->cells[get_place (self, 0)]);
  return TRUE;
}

static FoiRowStore *
lay_rows (Columns *self, GError **error)
{
  FoiRowStore *rows = foi_table_data_get_rows (self->data);
  g_autoptr (GPtrArray) records
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);
  guint n_columns = foi_table_data_get_n_columns (self->data);

  for (guint i = 0; i < foi_row_store_get_length (rows); i++)
    {
      FoiRecord *before = foi_row_store_get (rows, i);
      FoiRecord *after = foi_record_new (before->id, n_columns - self->columns->len + 1);
      FoiCell sum = FOI_CELL_INIT;

      for (guint j = 0; j < after->n_cells; j++)
        after->cells[j] = FOI_CELL_INIT;
      g_ptr_array_add (records, after);
      if (!add_up (self, before, &sum, error))
        {
          g_prefix_error (error, _("Row %u: "), i + 1);
          return NULL;
        }
      for (guint j = 0, place = 0; j < n_columns; j++)
        {
          if (j == get_place (self, 0))
            after->cells[place++] = sum;
          else if (!has_place (self, j))
            after->cells[place++] = foi_cell_copy (&before->cells[j]);
        }
    }
  return foi_row_store_new_take (g_steal_pointer (&records));
}

/* A name of a field that the table does not have. */
static char *
dup_name (Columns *self, const char *label)
{
  g_autofree char *ascii = g_str_to_ascii (label, "C");
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && name->len < 40; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (name, g_ascii_tolower (*p));
      else if (name->len > 0 && name->str[name->len - 1] != '_')
        g_string_append_c (name, '_');
    }
  if (name->len == 0)
    g_string_append (name, "combined");
  while (foi_table_data_find_column (self->data, name->str) >= 0)
    g_string_append_c (name, '_');
  return g_strdup (name->str);
}

static FoiColumn *
new_column (Columns *self, const char *name, const char *label)
{
  g_autoptr (JsonNode) name_node = foi_json_new_string (name);
  g_autoptr (JsonNode) title = foi_json_new_string (label);
  g_autoptr (FoiColumn) named = foi_column_with_member (get_column (self, 0), "name", name_node);
  g_autoptr (FoiColumn) titled = foi_column_with_member (named, "title", title);

  return foi_column_with_member (titled, "description", NULL);
}

/* A column of coverage speaks of the new one where it spoke of one of the others. */
static FoiColumn *
dup_covering (Columns *self, FoiColumn *column, const char *name)
{
  const char *const *covers = foi_column_get_covers (column);
  g_autoptr (GPtrArray) now = g_ptr_array_new ();
  gboolean is_covered = FALSE;
  g_autoptr (JsonNode) list = NULL;

  for (guint i = 0; covers != NULL && covers[i] != NULL; i++)
    {
      if (!g_strv_contains (self->names, covers[i]))
        g_ptr_array_add (now, (gpointer) covers[i]);
      else if (!is_covered)
        {
          is_covered = TRUE;
          g_ptr_array_add (now, (gpointer) name);
        }
    }
  if (!is_covered)
    return foi_column_ref (column);
  g_ptr_array_add (now, NULL);
  list = foi_json_new_strings ((const char *const *) now->pdata);
  return foi_column_with_member (column, "foi:covers", list);
}

static GPtrArray *
lay_columns (Columns *self, const char *name, const char *label)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);

  for (guint i = 0; i < foi_table_data_get_n_columns (self->data); i++)
    {
      if (i == get_place (self, 0))
        g_ptr_array_add (columns, new_column (self, name, label));
      else if (!has_place (self, i))
        g_ptr_array_add (columns, dup_covering (self, foi_table_data_get_column (self->data, i),
                                                name));
    }
  return columns;
}

static FoiCaseState *
make_state (Columns *self, FoiCaseState *state, const char *label, GError **error)
{
  const char *table = foi_table_data_get_name (self->data);
  g_autofree char *name = dup_name (self, label);
  g_autoptr (FoiRowStore) rows = lay_rows (self, error);
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (FoiTableData) laid = NULL;
  g_autoptr (JsonNode) resource = NULL;
  g_autoptr (FoiTableData) changed = NULL;
  g_autoptr (FoiCaseState) noted = NULL;
  g_autoptr (FoiCaseState) result = NULL;

  if (rows == NULL)
    return NULL;
  columns = lay_columns (self, name, label);
  laid = foi_table_data_with_columns (self->data, columns, rows);
  resource = foi_combination_with_columns (foi_table_data_get_resource (laid), self->names, name);
  changed = foi_table_data_with_resource (laid, resource);
  noted = foi_combination_note_columns (state, self->data, self->names, name);
  result = foi_case_state_with_table (noted, changed);
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      g_autoptr (FoiCaseState) before = g_steal_pointer (&result);
      g_autoptr (FoiCaseState) forgot
        = foi_combination_forget_same (before, table, NULL, self->names[i]);

      result = foi_case_follow_column_removed (forgot, table, self->names[i]);
    }
  return g_steal_pointer (&result);
}

/**
 * foi_combination_of_columns:
 * @table: the name of a table that shows its true figures
 * @names: (array zero-terminated=1): names of columns of counts in the same unit
 * @label: (nullable): the heading of the new column
 *
 * Makes one column of several, in the place of the first; its cells are the sums of theirs.
 *
 * Returns: (transfer full): the case with it; else %NULL with %FOI_ERROR_NOT_FOUND, or with
 *   %FOI_ERROR_REFUSED and the reason.
 */
FoiCaseState *
foi_combination_of_columns (FoiCaseState *state, const char *table, const char *const *names,
                            const char *label, GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  Columns self = { foi_case_state_find_table (state, table), names, columns };

  if (label == NULL || label[0] == '\0')
    {
      refuse (error, _("The new column needs a heading"));
      return NULL;
    }
  if (!find_columns (&self, error) || !check_columns (&self, error)
      || !check_totals (&self, error) || !check_rates (&self, state, error))
    return NULL;
  return make_state (&self, state, label, error);
}
