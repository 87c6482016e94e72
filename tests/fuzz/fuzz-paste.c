/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of any clipboard. It is refused, or becomes cells, a table and changes of a table in which
 * nothing of it is lost: each cell was read, or is among the problems with what was typed. */

#include "fuzz.h"

#include <string.h>

#include "foi-case-edits.h"
#include "foi-case-new.h"
#include "foi-table-paste.h"
#include "foi-totals.h"
#include "foi-table.h"

const char *const fuzz_words[] = {
  "\t", "\t\t", "\n", "\r\n", "\r", "\"", "\"\"", "\"\n\"", "2016/17", "2016-17", "16/17", "2024",
  "Nov-24",
  "27/11/2024", "03/04/24", "20,049", "1.234", "1e5", "£", "£1.2m", "(£)", "%", "12.5%", "<5", "*",
  "n/a", "(5)", "-", "[c]", "..", "007", "Total", "Comment", "Year", "weeks available", "calls",
  "budget", "Source: a", "\xc2\xa0", "\xe2\x88\x92" "5", "٢", "\xff", "\xe2\x80\xae", NULL,
};

/* A table to paste over. */
static FoiTableData *
make_table (void)
{
  static const char resource[] = "{\"name\":\"t\",\"schema\":{\"primaryKey\":[\"year\"]}}";
  g_autoptr (JsonNode) node = json_from_string (resource, NULL);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (FoiRowStore) rows = NULL;
  FoiRecord *record = foi_record_new (1, 3);
  GPtrArray *records = g_ptr_array_new ();

  g_ptr_array_set_free_func (columns, (GDestroyNotify) foi_column_unref);
  g_ptr_array_add (columns, foi_column_new ("year", "Year", FOI_VALUE_FINANCIAL_YEAR));
  g_ptr_array_add (columns, foi_column_new ("calls", NULL, FOI_VALUE_INTEGER));
  g_ptr_array_add (columns, foi_column_new ("budget", "Budget", FOI_VALUE_MONEY));
  record->cells[0] = foi_cell_number (2016);
  record->cells[1] = foi_cell_state (FOI_CELL_SUPPRESSED);
  g_ptr_array_add (records, record);
  rows = foi_row_store_new_take (records);
  return foi_table_data_new (node, columns, rows, 2);
}

/* The name of a row that is declared a total says so where the column has no such value. */
static gboolean
is_said_by_total (FoiTableData *table, guint row, guint column, const char *typed)
{
  return foi_totals_is_label (typed) && foi_totals_is_name (table, row, column);
}

/* Each cell says what was pasted, or a problem does, or that its row is a total. */
static void
check_proposal (const FoiPasteProposal *proposal)
{
  FoiRowStore *rows = foi_table_data_get_rows (proposal->table);
  guint n_refused = 0;

  g_assert_cmpuint (foi_row_store_get_length (rows), ==, proposal->rows->len);
  for (guint i = 0; i < proposal->rows->len; i++)
    {
      for (guint j = 0; j < proposal->sources->len; j++)
        {
          const char *typed
            = foi_paste_grid_get (proposal->grid, g_array_index (proposal->rows, guint, i),
                                  g_array_index (proposal->sources, guint, j));
          FoiColumn *column = foi_table_data_get_column (proposal->table, j);
          g_auto (FoiCell) cell = FOI_CELL_INIT;

          n_refused += !foi_typed_parse (column, typed, &cell, NULL)
                       && !is_said_by_total (proposal->table, i, j, typed);
          g_assert_true (foi_cell_equal (&cell, foi_table_data_get_cell (proposal->table, i, j)));
        }
    }
  g_assert_cmpuint (n_refused, ==, proposal->problems->len);
}

/* The proposal can be published and read again. */
static void
check_publication (FoiTableData *table)
{
  g_autoptr (FoiPublication) publication = foi_publication_new (table);
  g_autoptr (JsonNode) node = foi_publication_to_json (publication);
  g_autofree char *csv = foi_publication_to_csv (publication);
  g_autoptr (FoiPublication) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (csv, -1, NULL));
  again = foi_publication_new_from_json (node, &error);
  g_assert_no_error (error);
  g_assert_true (foi_publication_equal (publication, again));
}

static void
check_match (FoiPasteGrid *grid)
{
  g_autoptr (FoiTableData) table = make_table ();
  g_autoptr (FoiPasteMatch) match = foi_paste_match_table (grid, table);
  static const FoiNewCase facts = {
    .reference = "FOI1", .subject = "t", .regime = "foia", .received = "2024-10-30",
    .created = "2024-10-30T09:00:00Z", .revision = "0",
  };
  g_autoptr (FoiCaseState) bare = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (FoiCase) foi_case = NULL;
  g_autoptr (FoiCaseEditor) editor = NULL;
  FoiTableData *after;
  guint n_before = foi_row_store_get_length (foi_table_data_get_rows (table));

  if (match == NULL)
    return;
  bare = foi_case_state_new_case (&facts, NULL);
  state = foi_case_state_with_table (bare, table);
  foi_case = foi_case_new (state);
  editor = foi_case_editor_new (foi_case);
  g_assert_true (foi_case_editor_paste_over (editor, "t", match, NULL));
  after = foi_case_state_find_table (foi_case_get_state (foi_case), "t");
  g_assert_cmpuint (foi_row_store_get_length (foi_table_data_get_rows (after)), ==,
                    n_before + match->added->len);
  g_assert_cmpint (foi_table_data_get_cell (after, 0, 1)->state, !=, FOI_CELL_VALUE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (FoiPasteGrid) grid = foi_paste_grid_new (text, -1, NULL);
  g_autoptr (FoiPasteProposal) proposal = NULL;
  g_autoptr (GArray) faults = NULL;

  if (grid == NULL)
    return 0;
  check_match (grid);
  proposal = foi_paste_propose_table (grid, "fuzz");
  if (proposal == NULL)
    return 0;
  check_proposal (proposal);
  check_publication (proposal->table);
  /* What does not add up is claimed only of a row whose name can say nothing else. */
  faults = foi_totals_check (proposal->table);
  for (guint i = 0; i < faults->len; i++)
    {
      const FoiTotalFault *fault = &g_array_index (faults, FoiTotalFault, i);

      g_assert_true (foi_totals_is_name (proposal->table, fault->row,
                                         foi_table_data_get_key (proposal->table, 0)));
    }
  return 0;
}
