/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any file at all as a spreadsheet. It is refused with a reason, or each of its sheets is read, and
 * what is seen of the first becomes a table in which nothing of it is lost. */

#include "fuzz.h"

#include "foi-sheet-import.h"

const char *const fuzz_words[] = {
  "<row r=\"", "</row>", "<c r=\"A1\"", "<v>", "</v>", " t=\"s\"", " t=\"b\"", " s=\"3\"",
  "hidden=\"1\"", "number-columns-repeated=\"16384\"", "number-rows-repeated=\"1048576\"",
  "<text:p>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE a [", "&amp;", "&#0;", "&#x41;",
  "ZZZ1048577", "1e309", "-1", "99999999999", "<td", " colspan=\"1000\"", " rowspan=\"1000\"",
  "<table>", "</table>", "\"", "\"\"", ",", ";", "\t", "\r\n", "\r", "PK\1\2", "PK\3\4",
  "PK\5\6", "\xff\xfe", "\xef\xbb\xbf", "\xc2\xa3", "\x80", NULL,
};

typedef struct
{
  guint n_cells;
  guint row;
  guint column;
} Seen;

/* Cells come row by row, each with something in it, and within the limits. */
static gboolean
cell_cb (const FoiSheetCell *cell, gpointer data, GError **error)
{
  Seen *seen = data;

  g_assert_cmpstr (cell->text, !=, "");
  g_assert_true (g_utf8_validate (cell->text, -1, NULL));
  g_assert_cmpuint (cell->row, <, FOI_WORKBOOK_MAX_ROWS);
  g_assert_cmpuint (cell->column, <, FOI_WORKBOOK_MAX_COLUMNS);
  g_assert_true (seen->n_cells == 0 || cell->row > seen->row
                 || (cell->row == seen->row && cell->column > seen->column));
  seen->row = cell->row;
  seen->column = cell->column;
  /* A declared count may make a sheet of millions: that is the reader's, and not looked at here. */
  return ++seen->n_cells < 10000;
}

static void
merged_cb (const FoiSheetRange *range, gpointer data)
{
  g_assert_cmpuint (range->first_row, <=, range->last_row);
  g_assert_cmpuint (range->first_column, <=, range->last_column);
  g_assert_true (range->first_row < range->last_row
                 || range->first_column < range->last_column);
}

static void
check_table (FoiWorkbook *workbook)
{
  static const FoiSheetRange part = { 0, 0, 999, 99 };
  g_autoptr (FoiSheetBlock) block
    = foi_sheet_block_read (workbook, 0, &part, NULL, NULL, NULL, NULL);
  g_autoptr (FoiPasteProposal) proposal = NULL;

  if (block == NULL)
    return;
  proposal = foi_paste_propose_table (block->grid, "fuzz");
  for (guint i = 0; proposal != NULL && i < proposal->sources->len; i++)
    {
      g_autoptr (GPtrArray) changes = foi_sheet_block_list_changes (block, proposal, i);

      for (guint j = 0; j < changes->len; j++)
        {
          const FoiSheetChange *change = g_ptr_array_index (changes, j);
          g_autofree char *place = foi_sheet_block_dup_place (block, proposal, change->row, i);
          FoiSheetRange range;

          g_assert_true (foi_sheet_range_parse (place, &range));
          g_assert_cmpuint (change->count, >, 0);
        }
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const FoiSheetVisitor visitor = { cell_cb, NULL, merged_cb };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiWorkbook) workbook = foi_workbook_new (bytes, NULL, NULL, &error);
  g_autoptr (FoiHidden) hidden = NULL;

  if (workbook == NULL)
    {
      g_assert_cmpstr (error->message, !=, "");
      return 0;
    }
  for (guint i = 0; i < foi_workbook_get_n_sheets (workbook); i++)
    {
      Seen seen = { 0, 0, 0 };

      foi_workbook_read_sheet (workbook, i, &visitor, &seen, NULL, NULL);
    }
  hidden = foi_workbook_inspect (workbook, NULL, NULL);
  check_table (workbook);
  return 0;
}
