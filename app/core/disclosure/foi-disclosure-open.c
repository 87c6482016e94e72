/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-open.h"

#include "foi-disclosure-totals-private.h"
#include "foi-json-edit.h"
#include "foi-table.h"

/* What is small by a table's rule and stands in the letter all the same: rows that came after the
 * table was protected, a figure that was typed into one. It is what protecting the table by that
 * rule would take, so nothing is open once that was done. */

/**
 * foi_disclosure_has_own_rule:
 *
 * Returns: whether somebody said what is done about small numbers of this table; else it goes by
 *   what the authority does.
 */
gboolean
foi_disclosure_has_own_rule (FoiTableData *data)
{
  return foi_json_is_object (foi_json_get_member (foi_table_data_get_resource (data),
                                                  "foi:rule"));
}

/* Whether the rule asks for anything to be done about a cell, by its number alone. */
static gboolean
is_small (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column)
{
  const FoiSmallRule *rule = _foi_disclosure_get_rule (draft, data);
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);

  return cell->state == FOI_CELL_VALUE && !cell->has_text
         && foi_small_rule_covers (rule, foi_table_data_get_column (data, column), cell->number)
         && !_foi_disclosure_is_rounded (rule, data, row, column)
         /* The audit itself says that of a figure among rounded ones. */
         && !_foi_disclosure_is_exact (draft, data, row, column);
}

/* What the case withholds is covered, should its cell have it. */
static gboolean
is_printed (FoiPublication *publication, FoiColumn *column, guint row)
{
  int place = foi_publication_find_column (publication, foi_column_get_name (column));
  g_auto (FoiCell) cell = FOI_CELL_INIT;

  if (place < 0)
    return FALSE;
  foi_publication_get_cell (publication, row, (guint) place, &cell);
  return cell.state == FOI_CELL_VALUE;
}

static void
list_column (FoiDisclosureDraft *draft, FoiTableData *data, guint column,
             FoiPublication **publication, GArray *open)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  FoiColumn *what = foi_table_data_get_column (data, column);

  for (guint i = 0, n_small = 0; i < n_rows; i++)
    {
      FoiCellPlace place = { data, i, column };

      if (!is_small (draft, data, i, column))
        continue;
      /* That takes a look at the whole table, so it is asked only where it matters. */
      if (n_small++ == 0 && !_foi_disclosure_counts (draft, data, column))
        return;
      if (*publication == NULL)
        *publication = foi_case_state_publish_table (draft->self->state, data);
      if (is_printed (*publication, what, i))
        g_array_append_val (open, place);
    }
}

/**
 * foi_disclosure_add_open:
 * @data: a table of the case
 * @open: (element-type FoiCellPlace): gets them
 *
 * Lists the counts that the table's rule takes for small, or the authority's where it has none, and
 * that the letter shows as they are.
 */
void
foi_disclosure_add_open (FoiCaseState *state, FoiTableData *data, GArray *open)
{
  g_auto (FoiDisclosureDraft) draft = { 0 };
  g_autoptr (FoiPublication) publication = NULL;

  _foi_disclosure_draft_init (&draft, state, NULL, NULL);
  if (_foi_disclosure_get_rule (&draft, data)->threshold == 0)
    return;
  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    {
      FoiColumn *column = foi_table_data_get_column (data, i);

      if (_foi_disclosure_is_count (column) && !foi_column_is_left_out (column)
          && !foi_table_data_is_key (data, i))
        list_column (&draft, data, i, &publication, open);
    }
}

/**
 * foi_disclosure_list_open:
 * @names: (nullable) (array zero-terminated=1): some of its tables, else all
 *
 * Returns: (transfer full) (element-type FoiCellPlace): the same, of those tables that have a rule
 *   of their own: nobody said yet of the others that their small numbers name anybody.
 */
GArray *
foi_disclosure_list_open (FoiCaseState *state, const char *const *names)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (FoiCellPlace));
  GPtrArray *tables = foi_case_state_get_tables (state);

  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *data = tables->pdata[i];

      if ((names == NULL || g_strv_contains (names, foi_table_data_get_name (data)))
          && foi_disclosure_has_own_rule (data))
        foi_disclosure_add_open (state, data, open);
    }
  return open;
}
