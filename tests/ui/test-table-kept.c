/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"
#include "table-test.h"
#include "ui-test.h"

/* What commands for many cells leave as it is. */

/* Refreshed figures over withheld ones leave these withheld, and show in the cell what they are. */
static void
test_withheld_stays (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_act (test, "table.withhold", NULL);
  foi_table_grid_move (test->grid, 3, 0, FALSE);
  foi_table_grid_paste_text (test->grid, "2019/20\t10067\t28\n2020/21\t17347\t51\n", 0, FALSE);
  table_test_assert_value (test, 3, 1, "[c]");
  table_test_assert_value (test, 3, 2, "28");
  table_test_assert_value (test, 4, 1, "17347");
  g_assert_cmpstr (foi_table_cell_get_text (table_test_find_cell (test, 3, "MASH calls answered")),
                   ==, "10067");

  /* So does clearing a block; clearing the cell alone is meant. */
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  foi_table_grid_move (test->grid, 4, 2, TRUE);
  table_test_press (test, GDK_KEY_Delete, 0);
  table_test_assert_value (test, 3, 1, "[c]");
  table_test_assert_value (test, 3, 2, "");
  table_test_assert_value (test, 4, 1, "");
  foi_table_grid_move (test->grid, 2, 1, FALSE);
  foi_table_grid_move (test->grid, 3, 1, TRUE);
  foi_table_grid_fill_down (test->grid);
  table_test_assert_value (test, 3, 1, "[c]");
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_press (test, GDK_KEY_Delete, 0);
  table_test_assert_value (test, 3, 1, "");
}

/* What was told last, in the strip of the window. */
static void
told_cb (FoiTableGrid *grid, const char *text, char **told)
{
  g_free (*told);
  *told = g_strdup (text);
}

/* The first year's calls are shown rounded, and the case knows what they were. */
static void
round_one (TableTest *test)
{
  static const char entry[] = "[{\"table\":\"mash-calls\",\"row\":{\"%s\":\"2019/20\"},"
                              "\"field\":\"%s\",\"value\":10066,\"by\":\"rounded\"}]";
  FoiTableData *data = foi_table_get_data (test->table);
  const char *year = foi_column_get_name (foi_table_data_get_column (data, 0));
  const char *calls = foi_column_get_name (foi_table_data_get_column (data, 1));
  const guint64 row = foi_row_store_get (foi_table_data_get_rows (data), 3)->id;
  g_autofree char *json = g_strdup_printf (entry, year, calls);
  g_autoptr (JsonNode) list = json_from_string (json, NULL);
  FoiCell rounded = foi_cell_number (10065);
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_case_editor_set_cell (table_test_get_editor (test), "mash-calls", row, calls,
                                           &rounded, &error));
  json_node_seal (list);
  g_assert_true (foi_case_editor_set_node (table_test_get_editor (test), "withheld", list, "Round",
                                           &error));
  ui_test_settle ();
}

static void
select_three (TableTest *test)
{
  foi_table_grid_move (test->grid, 2, 1, FALSE);
  foi_table_grid_move (test->grid, 4, 1, TRUE);
}

/* Fresh figures over a block leave its rounded ones, as they leave withheld ones: pasted, filled
 * down, cleared, cut and marked. One that is typed is meant, and what that does is told. */
static void
test_rounded_stays (TableTest *test, gconstpointer data)
{
  g_autofree char *told = NULL;

  round_one (test);
  g_signal_connect (test->grid, "told", G_CALLBACK (told_cb), &told);
  foi_table_grid_move (test->grid, 3, 0, FALSE);
  foi_table_grid_paste_text (test->grid, "2019/20\t10067\t28\n2020/21\t17347\t51\n", 0, FALSE);
  table_test_assert_value (test, 3, 1, "10065");
  table_test_assert_value (test, 3, 2, "28");
  table_test_assert_value (test, 4, 1, "17347");
  g_assert_cmpstr (foi_table_cell_get_text (table_test_find_cell (test, 3, "MASH calls answered")),
                   ==, "10067");
  g_assert_cmpuint (foi_cell_drafts_get_n (foi_table_grid_get_drafts (test->grid)), ==, 1);
  g_assert_true (foi_document_undo (test->document));
  /* The figure that it shows is no other one. */
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  foi_table_grid_paste_text (test->grid, "10065", 0, FALSE);
  g_assert_cmpuint (foi_cell_drafts_get_n (foi_table_grid_get_drafts (test->grid)), ==, 0);

  select_three (test);
  foi_table_grid_fill_down (test->grid);
  table_test_assert_value (test, 3, 1, "10065");
  g_assert_cmpstr (told, ==, "1 rounded figure stays as it is. Take the rounding off first, in "
                             "Small Numbers.");
  g_assert_true (foi_document_undo (test->document));
  select_three (test);
  table_test_press (test, GDK_KEY_Delete, 0);
  table_test_assert_value (test, 2, 1, "");
  table_test_assert_value (test, 3, 1, "10065");
  g_assert_true (foi_document_undo (test->document));
  select_three (test);
  table_test_press (test, GDK_KEY_x, GDK_CONTROL_MASK);
  table_test_assert_value (test, 3, 1, "10065");
  g_assert_true (foi_document_undo (test->document));
  select_three (test);
  foi_table_grid_mark_block (test->grid, "[x]");
  table_test_assert_value (test, 2, 1, "[x]");
  table_test_assert_value (test, 3, 1, "10065");
  g_assert_true (foi_document_undo (test->document));

  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_type (test, "10067", GDK_KEY_Return);
  table_test_assert_value (test, 3, 1, "10067");
  g_assert_cmpstr (told, ==, "This figure was rounded. It will be in the letter as you typed it: "
                             "round the table again, in Small Numbers.");
  g_assert_true (foi_document_undo (test->document));
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_press (test, GDK_KEY_Delete, 0);
  table_test_assert_value (test, 3, 1, "");
  g_assert_cmpstr (told, ==, "What this rounded figure was is not kept any more. Undo brings it "
                             "back.");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/table-kept/withheld", TableTest, NULL, table_test_set_up, test_withheld_stays,
              table_test_tear_down);
  g_test_add ("/table-kept/rounded", TableTest, NULL, table_test_set_up, test_rounded_stays,
              table_test_tear_down);
  return ui_test_run ();
}
