/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-case-private.h"

#include <string.h>

#include "foi-json-edit.h"

/* What letters that went before tell of the figures of a table. */

/*
 * _foi_disclosure_is_shown:
 *
 * Returns: whether a text that says @value may mean the rounded figure that the cell shows.
 */
gboolean
_foi_disclosure_is_shown (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column,
                          gint64 value)
{
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);

  return cell->state == FOI_CELL_VALUE && cell->number == value
         && _foi_disclosure_is_hidden (draft, data, row, column);
}

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
              && (was_exact || !_foi_disclosure_is_shown (draft, data, row, (guint) place, value)))
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
