/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"
#include "foi-draft-band.h"
#include "foi-paste-strip.h"
#include "foi-table-paste-new.h"
#include "foi-table-view.h"
#include "foi-todo.h"
#include "foi-totals.h"
#include "table-test.h"
#include "ui-test.h"

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

static char *
read_clipboard (TableTest *test)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (test->window), NULL, text_read_cb,
                                 &text);
  g_assert_true (ui_test_wait_until (is_set, &text, 5000));
  return text;
}

static void
test_copy (TableTest *test, gconstpointer data)
{
  g_autofree char *block = NULL;
  g_autofree char *withheld = NULL;

  foi_table_grid_move (test->grid, 3, 0, FALSE);
  foi_table_grid_move (test->grid, 4, 3, TRUE);
  table_test_press (test, GDK_KEY_c, GDK_CONTROL_MASK);
  block = read_clipboard (test);
  g_assert_cmpstr (block, ==, "2019/20\t10066\t27\t25 weeks not available\n2020/21\t17346\t52\t");

  /* What is withheld does not leave by the clipboard either. */
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_act (test, "table.withhold", NULL);
  table_test_press (test, GDK_KEY_c, GDK_CONTROL_MASK);
  withheld = read_clipboard (test);
  g_assert_cmpstr (withheld, ==, "[c]");
}

/* A total is copied by the name that is shown; put back there, it is the same table. */
static void
test_copy_total (TableTest *test, gconstpointer data)
{
  g_autofree char *block = NULL;

  foi_table_grid_move (test->grid, 9, 0, FALSE);
  table_test_act (test, "table.add-row-last", NULL);
  g_assert_true (foi_table_grid_set_text (test->grid, "Total"));
  foi_table_grid_move (test->grid, 10, 0, FALSE);
  foi_table_grid_move (test->grid, 10, 1, TRUE);
  table_test_press (test, GDK_KEY_c, GDK_CONTROL_MASK);
  block = read_clipboard (test);
  g_assert_cmpstr (block, ==, "Total\t8417410");
  foi_table_grid_paste_text (test->grid, block, 0, FALSE);
  g_assert_cmpuint (foi_cell_drafts_get_n (foi_table_grid_get_drafts (test->grid)), ==, 0);
  g_assert_true (foi_totals_is_name (foi_table_get_data (test->table), 10, 0));

  /* Over a year it is no value, and stays to be looked at. */
  foi_table_grid_move (test->grid, 9, 0, FALSE);
  foi_table_grid_paste_text (test->grid, "Total", 0, FALSE);
  g_assert_cmpuint (foi_cell_drafts_get_n (foi_table_grid_get_drafts (test->grid)), ==, 1);
}

static gboolean
is_undoable (gpointer editor)
{
  return foi_case_editor_can_undo (editor);
}

static void
test_paste (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 7, 0, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (test->window),
                          "2023/24\t1,000\t52\t\"two\nlines\"\n2024/25\t2000\t26\tb\n"
                          "2025/26\t<5\t12\tc\n");
  table_test_press (test, GDK_KEY_v, GDK_CONTROL_MASK);
  g_assert_true (ui_test_wait_until (is_undoable, table_test_get_editor (test), 5000));
  g_assert_cmpuint (table_test_count_rows (test), ==, 10);
  table_test_assert_value (test, 7, 1, "1000");
  table_test_assert_value (test, 7, 3, "two\nlines");
  table_test_assert_value (test, 8, 3, "b");
  table_test_assert_value (test, 9, 0, "2025/26");
  table_test_assert_value (test, 9, 1, "[c]");
  table_test_assert_block (test, 7, 0, 9, 3);

  g_assert_true (foi_document_undo (test->document));
  g_assert_cmpuint (table_test_count_rows (test), ==, 9);
  table_test_assert_value (test, 8, 1, "8649");
  g_assert_false (foi_case_editor_can_undo (table_test_get_editor (test)));
}

static void
test_paste_refused (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  foi_table_grid_paste_text (test->grid, "11\nsome\n13\n", 0, FALSE);
  ui_test_settle ();
  table_test_assert_value (test, 0, 1, "11");
  table_test_assert_value (test, 1, 1, "37626");
  table_test_assert_value (test, 2, 1, "13");
  g_assert_cmpuint (foi_cell_drafts_get_n (foi_table_grid_get_drafts (test->grid)), ==, 1);
  g_assert_cmpstr (foi_table_cell_get_text (table_test_find_cell (test, 1, "MASH calls answered")),
                   ==, "some");
}

static void
assert_draft (TableTest *test, guint n_drafts, guint position, const char *shown)
{
  ui_test_settle ();
  g_assert_cmpuint (foi_cell_drafts_get_n (foi_table_grid_get_drafts (test->grid)), ==, n_drafts);
  g_assert_cmpstr (foi_table_cell_get_text (table_test_find_cell (test, position,
                                                                  "MASH calls answered")),
                   ==, shown);
}

/* What a paste brought and is not understood goes and comes back with it; what was typed by itself
 * stays, and what was typed before and pasted over is there again. */
static void
test_refused_undone (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  table_test_type (test, "many", GDK_KEY_Tab);
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  foi_table_grid_paste_text (test->grid, "11\nsome\n13\n", 0, FALSE);
  assert_draft (test, 1, 1, "some");
  foi_table_grid_move (test->grid, 5, 1, FALSE);
  table_test_type (test, "c. 40", GDK_KEY_Tab);
  assert_draft (test, 2, 5, "c. 40");

  g_assert_true (foi_document_undo (test->document));
  assert_draft (test, 2, 1, "37,626");
  assert_draft (test, 2, 0, "many");
  assert_draft (test, 2, 5, "c. 40");
  g_assert_true (foi_document_redo (test->document));
  assert_draft (test, 2, 1, "some");
  assert_draft (test, 2, 0, "11");
  assert_draft (test, 2, 5, "c. 40");

  /* Escape is for good. */
  foi_table_grid_move (test->grid, 1, 1, FALSE);
  table_test_press (test, GDK_KEY_Escape, 0);
  g_assert_true (foi_document_undo (test->document));
  g_assert_true (foi_document_redo (test->document));
  assert_draft (test, 1, 1, "37,626");
}

/* Whoever shows a table hears that undo brought its drafts back, not only whoever asks first. */
static void
test_drafts_shown_twice (TableTest *test, gconstpointer data)
{
  GtkWidget *card = foi_table_view_new (test->document, foi_table_get_name (test->table));
  GtkWidget *window = gtk_window_new ();
  GtkWidget *band;

  gtk_window_set_child (GTK_WINDOW (window), card);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  band = ui_test_find (card, FOI_TYPE_DRAFT_BAND);
  g_assert_false (gtk_widget_get_visible (band));
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  foi_table_grid_paste_text (test->grid, "11\nsome\n13\n", 0, FALSE);
  assert_draft (test, 1, 1, "some");
  g_assert_true (foi_document_undo (test->document));
  ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (band));
  g_assert_true (foi_document_redo (test->document));
  ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (band));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* How many there are is written as figures are everywhere else. */
static void
test_many_drafts (TableTest *test, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (test->document);
  GtkWidget *band = ui_test_find (test->window, FOI_TYPE_DRAFT_BAND);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) todos = NULL;
  gboolean is_told = FALSE;

  for (guint i = 0; i < 1200; i++)
    g_string_append (text, "some\n");
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  foi_table_grid_paste_text (test->grid, text->str, 0, FALSE);
  foi_table_grid_move (test->grid, 0, 0, FALSE);
  ui_test_settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (band), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1,200 cells have text that is not understood: it is not "
                                       "in the case");
  todos = foi_todo_list (foi_case);
  for (guint i = 0; i < todos->len; i++)
    is_told = is_told || strstr (((FoiTodo *) todos->pdata[i])->text, " 1,200 cells have") != NULL;
  g_assert_true (is_told);
}

/* Undoing something else leaves what was typed since as it is, also that it was taken back. */
static void
test_drafts_through_undo (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  table_test_type (test, "many", GDK_KEY_Tab);
  foi_table_grid_move (test->grid, 1, 1, FALSE);
  table_test_type (test, "some", GDK_KEY_Tab);
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  g_assert_true (foi_table_grid_set_text (test->grid, "7"));
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  table_test_type (test, "more", GDK_KEY_Tab);
  foi_table_grid_move (test->grid, 1, 1, FALSE);
  table_test_type (test, "37,626", GDK_KEY_Tab);
  assert_draft (test, 1, 0, "more");

  g_assert_true (foi_document_undo (test->document));
  assert_draft (test, 1, 0, "more");
  assert_draft (test, 1, 1, "37,626");
  g_assert_true (foi_document_redo (test->document));
  assert_draft (test, 1, 0, "more");

  /* What a new edit leaves behind is not kept. */
  g_assert_true (foi_document_undo (test->document));
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  g_assert_true (foi_table_grid_set_text (test->grid, "8"));
  assert_draft (test, 1, 0, "more");
}

/* Clearing takes what was typed along, and brings it back when it is undone, also what was over a
 * cell that was blank. */
static void
test_clear_undone (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 1, 1, FALSE);
  table_test_press (test, GDK_KEY_Delete, 0);
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  table_test_type (test, "many", GDK_KEY_Tab);
  foi_table_grid_move (test->grid, 1, 1, FALSE);
  table_test_type (test, "some", GDK_KEY_Tab);
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  foi_table_grid_move (test->grid, 1, 1, TRUE);
  table_test_press (test, GDK_KEY_Delete, 0);
  assert_draft (test, 0, 0, "");

  g_assert_true (foi_document_undo (test->document));
  assert_draft (test, 2, 0, "many");
  assert_draft (test, 2, 1, "some");
  g_assert_true (foi_document_redo (test->document));
  assert_draft (test, 0, 1, "");
}

/* Also where every cell was as it is to be, so that only what was typed goes. */
static void
test_clear_blank_undone (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  foi_table_grid_move (test->grid, 1, 1, TRUE);
  table_test_press (test, GDK_KEY_Delete, 0);
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  table_test_type (test, "many", GDK_KEY_Tab);
  foi_table_grid_move (test->grid, 1, 1, FALSE);
  table_test_type (test, "some", GDK_KEY_Tab);
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  foi_table_grid_move (test->grid, 1, 1, TRUE);
  table_test_press (test, GDK_KEY_Delete, 0);
  assert_draft (test, 0, 0, "");
  assert_draft (test, 0, 1, "");

  g_assert_true (foi_document_undo (test->document));
  assert_draft (test, 2, 0, "many");
  assert_draft (test, 2, 1, "some");
  g_assert_true (foi_document_redo (test->document));
  assert_draft (test, 0, 1, "");
  g_assert_true (foi_document_undo (test->document));
  g_assert_true (foi_document_undo (test->document));
  assert_draft (test, 0, 1, "37,626");
}

static void
test_paste_fills (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 2, 1, FALSE);
  foi_table_grid_move (test->grid, 5, 1, TRUE);
  foi_table_grid_paste_text (test->grid, "9", 0, FALSE);
  for (guint i = 2; i <= 5; i++)
    table_test_assert_value (test, i, 1, "9");
  table_test_assert_value (test, 6, 1, "17182");
}

static void
keep_text (FoiTableGrid *grid, const char *text, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (text);
}

static void
test_paste_too_wide (TableTest *test, gconstpointer data)
{
  g_autofree char *asked = NULL;

  g_signal_connect (test->grid, "paste-too-wide", G_CALLBACK (keep_text), &asked);
  foi_table_grid_move (test->grid, 0, 3, FALSE);
  foi_table_grid_paste_text (test->grid, "a\tb\tc", 0, FALSE);
  g_assert_cmpstr (asked, ==, "a\tb\tc");
  g_assert_false (foi_case_editor_can_undo (table_test_get_editor (test)));

  foi_table_grid_paste_text (test->grid, asked, 0, TRUE);
  table_test_assert_value (test, 0, 3, "a");
  g_assert_cmpuint (foi_table_grid_get_n_fields (test->grid), ==, 4);
  foi_document_undo (test->document);
  foi_table_grid_move (test->grid, 0, 3, FALSE);
  foi_table_grid_paste_text (test->grid, asked, 2, FALSE);
  g_assert_cmpuint (foi_table_grid_get_n_fields (test->grid), ==, 6);
  table_test_assert_value (test, 0, 5, "c");
  foi_document_undo (test->document);
  g_assert_cmpuint (foi_table_grid_get_n_fields (test->grid), ==, 4);
}

/* What LibreOffice Calc 7.4 put on the clipboard as text. */
static void
test_calc (TableTest *test, gconstpointer data)
{
  g_autofree char *path = ui_test_dup_data ("tests/data/clipboard/libreoffice-calc.txt");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  foi_table_grid_move (test->grid, 7, 0, FALSE);
  foi_table_grid_paste_text (test->grid, text, 0, FALSE);
  g_assert_cmpuint (table_test_count_rows (test), ==, 11);
  table_test_assert_value (test, 7, 1, "17001");
  table_test_assert_value (test, 7, 3, "change of \"system\", finished");
  table_test_assert_value (test, 8, 3, "two lines");
  table_test_assert_value (test, 9, 0, "2025/26");
  table_test_assert_value (test, 9, 3, "\"quoted\"");
  /* 1234.5 is no whole number. */
  table_test_assert_value (test, 9, 1, "");
  g_assert_cmpuint (foi_cell_drafts_get_n (foi_table_grid_get_drafts (test->grid)), ==, 1);
  table_test_assert_value (test, 10, 2, "");
}

/* Blank cells at the end of a block blank what they are pasted on. */
static void
test_paste_blank (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 0, 2, FALSE);
  foi_table_grid_paste_text (test->grid, "11\t\n12\t\n", 0, FALSE);
  table_test_assert_value (test, 0, 2, "11");
  table_test_assert_value (test, 0, 3, "");
}

static const char pasted_table[] = "Incidents by year\n"
                                   "Year\tIncidents\tCost\n"
                                   "\tnumber\t£\n"
                                   "2018/19\t1,204\t10.50\n"
                                   "2019/20\t<5\t20.00\n"
                                   "2020/21\tsome\t30.25\n"
                                   "2021/22\t12\t31.00\n"
                                   "2022/23\t13\t32.00\n"
                                   "2023/24\t14\t33.00\n";

static FoiTable *
paste_text (TableTest *test, const char *text)
{
  GListModel *tables = foi_case_get_tables (foi_document_get_case (test->document));
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiTable) table = NULL;

  foi_table_paste_as_new (test->document, "q6", text, &error);
  g_assert_no_error (error);
  table = g_list_model_get_item (tables, g_list_model_get_n_items (tables) - 1);
  gtk_window_destroy (GTK_WINDOW (test->window));
  table_test_show (test, foi_table_get_name (table));
  return test->table;
}

static FoiTable *
paste_new (TableTest *test)
{
  return paste_text (test, pasted_table);
}

/* A table takes the short name of its question, but not one that was cut: half a question. */
static void
test_titles (TableTest *test, gconstpointer data)
{
  static const struct
  {
    const char *label, *cells, *title;
  } facts[] = {
    { "Dogs seized", "Year\tDogs\n2019\t3\n2020\t4\n", "Dogs seized" },
    { "Dogs seized in each of the…", "Year\tDogs\n2019\t3\n2020\t4\n", "Dogs by year" },
    { "Dogs seized in each of the…", "Year\tDogs\tCats\n2019\t3\t1\n2020\t4\t2\n",
      "Figures by year" },
    { "", "Year\tDogs\n2019\t3\n2020\t4\n", "Dogs by year" },
    { "Dogs seized in each of the…", "Seizures\nYear\tDogs\n2019\t3\n2020\t4\n", "Seizures" },
  };
  GListModel *tables = foi_case_get_tables (foi_document_get_case (test->document));

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiTable) table = NULL;

      foi_case_editor_set_string (table_test_get_editor (test), "questions/q6/label",
                                  facts[i].label, "Prepare", &error);
      g_assert_no_error (error);
      foi_table_paste_as_new (test->document, "q6", facts[i].cells, &error);
      g_assert_no_error (error);
      table = g_list_model_get_item (tables, g_list_model_get_n_items (tables) - 1);
      g_assert_cmpstr (foi_table_get_title (table), ==, facts[i].title);
    }
}

static void
test_paste_as_new (TableTest *test, gconstpointer data)
{
  FoiTable *table = paste_new (test);

  g_assert_cmpstr (foi_table_get_title (table), ==, "Incidents by year");
  g_assert_cmpstr (foi_case_find_table_question (foi_document_get_case (test->document),
                                                 foi_table_get_name (table)),
                   ==, "q6");
  g_assert_cmpuint (table_test_count_rows (test), ==, 6);
  g_assert_cmpuint (foi_table_grid_get_n_fields (test->grid), ==, 3);
  g_assert_cmpint (foi_column_get_value_type (foi_table_grid_get_field (test->grid, 0)), ==,
                   FOI_VALUE_FINANCIAL_YEAR);
  g_assert_cmpint (foi_column_get_value_type (foi_table_grid_get_field (test->grid, 1)), ==,
                   FOI_VALUE_INTEGER);
  g_assert_cmpint (foi_column_get_value_type (foi_table_grid_get_field (test->grid, 2)), ==,
                   FOI_VALUE_MONEY);
  table_test_assert_value (test, 0, 1, "1204");
  table_test_assert_value (test, 1, 1, "[c]");
  table_test_assert_value (test, 2, 2, "30.25");
  /* What could not be read is shown in its cell. */
  g_assert_cmpstr (foi_table_cell_get_text (table_test_find_cell (test, 2, "Incidents")), ==,
                   "some");
  g_assert_true (FOI_IS_PASTE_STRIP (ui_test_find (test->window, FOI_TYPE_PASTE_STRIP)));

  /* One command. */
  g_assert_cmpstr (foi_case_editor_get_undo_label (table_test_get_editor (test)), ==,
                   "Paste Table");
  foi_document_undo (test->document);
  g_assert_false (foi_case_editor_can_undo (table_test_get_editor (test)));
  g_assert_cmpuint (g_list_model_get_n_items (
                        foi_case_get_tables (foi_document_get_case (test->document))),
                    ==, 2);
}

/* The choice in the strip for a column's type (0) or role (1). */
static GtkDropDown *
find_choice (TableTest *test, guint column, guint which)
{
  GtkWidget *strip = ui_test_find (test->window, FOI_TYPE_PASTE_STRIP);

  return GTK_DROP_DOWN (ui_test_find_nth (strip, GTK_TYPE_DROP_DOWN, 2 * column + which));
}

static void
test_correct_pasted (TableTest *test, gconstpointer data)
{
  paste_new (test);
  g_assert_cmpuint (gtk_drop_down_get_selected (find_choice (test, 1, 0)), ==, FOI_VALUE_INTEGER);
  gtk_drop_down_set_selected (find_choice (test, 1, 0), FOI_VALUE_TEXT);
  ui_test_settle ();
  /* Read anew: as text it is all understood, as it was pasted. */
  table_test_assert_value (test, 0, 1, "1,204");
  table_test_assert_value (test, 2, 1, "some");
  g_assert_cmpuint (foi_cell_drafts_get_n (foi_table_grid_get_drafts (test->grid)), ==, 0);
  g_assert_cmpstr (foi_table_get_title (test->table), ==, "Incidents by year");

  foi_document_undo (test->document);
  ui_test_settle ();
  table_test_assert_value (test, 0, 1, "1204");
  g_assert_cmpuint (gtk_drop_down_get_selected (find_choice (test, 1, 0)), ==, FOI_VALUE_INTEGER);

  gtk_drop_down_set_selected (find_choice (test, 1, 1), FOI_ROLE_CATEGORY);
  g_assert_cmpint (foi_column_get_role (foi_table_grid_get_field (test->grid, 1)), ==,
                   FOI_ROLE_CATEGORY);
}

/* What adds up is a total until somebody says that it is none, in the strip or by undoing. */
static void
test_pasted_total (TableTest *test, gconstpointer data)
{
  FoiTable *table = paste_text (test, "Area\tPupils\tBoys\tGirls\nNorth\t3\t1\t2\n"
                                      "South\t9\t4\t5\nWest\t14\t7\t7\n");
  GtkWidget *strip = ui_test_find (test->window, FOI_TYPE_PASTE_STRIP);
  GtkCheckButton *check = GTK_CHECK_BUTTON (ui_test_find (strip, GTK_TYPE_CHECK_BUTTON));

  g_assert_cmpstr (gtk_check_button_get_label (check), ==,
                   "“Pupils” is the total of Boys and Girls");
  g_assert_true (gtk_check_button_get_active (check));
  g_assert_true (foi_totals_is_column (foi_table_get_data (table), 1));
  gtk_check_button_set_active (check, FALSE);
  g_assert_false (foi_totals_is_column (foi_table_get_data (table), 1));
  g_assert_cmpstr (foi_case_editor_get_undo_label (table_test_get_editor (test)), ==,
                   "Forget Total");
  foi_document_undo (test->document);
  ui_test_settle ();
  g_assert_true (gtk_check_button_get_active (check));
  g_assert_true (foi_totals_is_column (foi_table_get_data (table), 1));
}

static gboolean
is_marked_wrong (gpointer data)
{
  TableTest *test = data;
  g_autoptr (FoiRow) last = g_list_model_get_item (G_LIST_MODEL (test->table),
                                                   table_test_count_rows (test) - 1);

  return foi_table_marks_get_fault (foi_table_grid_get_marks (test->grid), foi_row_get_id (last),
                                    "calls") != NULL;
}

static gboolean
is_marked_right (gpointer data)
{
  return !is_marked_wrong (data);
}

static char *
dup_wards (const char *headings)
{
  GString *cells = g_string_new (headings);

  for (guint i = 1; i <= 5000; i++)
    g_string_append_printf (cells, "Ward %u\t%u\n", i, i);
  g_string_append (cells, "Total\t12502500\n");
  return g_string_free (cells, FALSE);
}

/* 5,000 wards and their total, shown. */
static void
show_long_table (TableTest *test)
{
  GListModel *tables = foi_case_get_tables (foi_document_get_case (test->document));
  g_autofree char *cells = dup_wards ("Ward\tCalls\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiTable) table = NULL;

  foi_table_paste_as_new (test->document, "q6", cells, &error);
  g_assert_no_error (error);
  table = g_list_model_get_item (tables, g_list_model_get_n_items (tables) - 1);
  gtk_window_destroy (GTK_WINDOW (test->window));
  table_test_show (test, foi_table_get_name (table));
  ui_test_settle ();
}

/* The total of a table of many rows is checked in a thread, and after the last of quick edits. */
static void
test_long_table (TableTest *test, gconstpointer data)
{
  show_long_table (test);
  g_assert_true (is_marked_right (test));
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  g_assert_true (foi_table_grid_set_text (test->grid, "7"));
  g_assert_true (foi_table_grid_set_text (test->grid, "8"));
  g_assert_true (ui_test_wait_until (is_marked_wrong, test, 10000));
  g_assert_true (foi_table_grid_set_text (test->grid, "1"));
  g_assert_true (ui_test_wait_until (is_marked_right, test, 10000));
}

static gboolean
is_counted (gpointer told)
{
  return *(char **) told != NULL && g_str_has_prefix (*(char **) told, "10,002 cells are copied");
}

/* So many cells are written down in a thread; they are on the clipboard nevertheless, and the last
 * that was copied stays. */
static void
test_long_copy (TableTest *test, gconstpointer data)
{
  g_autofree char *cells = dup_wards ("");
  g_autofree char *copied = NULL;
  g_autofree char *last = NULL;
  g_autofree char *told = NULL;

  show_long_table (test);
  g_signal_connect (test->grid, "told", G_CALLBACK (keep_text), &told);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (test->window), "Before");
  foi_table_grid_move (test->grid, 0, 0, FALSE);
  foi_table_grid_move (test->grid, 5000, 1, TRUE);
  foi_table_grid_copy (test->grid, FALSE);
  copied = read_clipboard (test);
  cells[strlen (cells) - 1] = '\0';
  g_assert_true (g_str_equal (copied, cells));
  g_assert_true (ui_test_wait_until (is_counted, &told, 10000));
  g_assert_null (strstr (told, "left out"));

  foi_table_grid_copy (test->grid, FALSE);
  foi_table_grid_move (test->grid, 0, 0, FALSE);
  foi_table_grid_copy (test->grid, FALSE);
  ui_test_settle ();
  last = read_clipboard (test);
  g_assert_cmpstr (last, ==, "Ward 1");

  /* How many cells there are does not hide that some are not in the letter. */
  foi_table_grid_move (test->grid, 0, 0, FALSE);
  table_test_act (test, "table.leave-out", NULL);
  foi_table_grid_move (test->grid, 5000, 1, TRUE);
  foi_table_grid_copy (test->grid, FALSE);
  g_assert_true (ui_test_wait_until (is_counted, &told, 10000));
  g_assert_cmpstr (told, ==, "10,002 cells are copied, also those of “Ward”, which is left out of "
                             "the letter");
}

static gboolean
is_pasted (gpointer data)
{
  TableTest *test = data;
  FoiTableData *table = foi_table_get_data (test->table);

  return foi_table_data_get_cell (table, 4999, 1)->state == FOI_CELL_VALUE;
}

/* What was cut can be pasted at once, however much it is. */
static void
test_long_cut (TableTest *test, gconstpointer data)
{
  show_long_table (test);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (test->window), "7");
  foi_table_grid_move (test->grid, 0, 1, FALSE);
  foi_table_grid_move (test->grid, 5000, 1, TRUE);
  foi_table_grid_copy (test->grid, TRUE);
  table_test_assert_value (test, 4999, 1, "");
  foi_table_grid_paste (test->grid);
  g_assert_true (ui_test_wait_until (is_pasted, test, 10000));
  table_test_assert_value (test, 0, 1, "1");
  table_test_assert_value (test, 4999, 1, "5000");
  table_test_assert_value (test, 5000, 1, "12502500");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/table-paste/" name, TableTest, NULL, table_test_set_up, func, table_test_tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("copy", test_copy);
  g_test_add ("/table-paste/copy-total", TableTest, "cse-budget", table_test_set_up,
              test_copy_total, table_test_tear_down);
  ADD ("long-table", test_long_table);
  ADD ("long-copy", test_long_copy);
  ADD ("long-cut", test_long_cut);
  ADD ("paste", test_paste);
  ADD ("refused", test_paste_refused);
  ADD ("refused-undone", test_refused_undone);
  ADD ("drafts-shown-twice", test_drafts_shown_twice);
  ADD ("many-drafts", test_many_drafts);
  ADD ("drafts-through-undo", test_drafts_through_undo);
  ADD ("clear-undone", test_clear_undone);
  ADD ("clear-blank-undone", test_clear_blank_undone);
  ADD ("fills", test_paste_fills);
  ADD ("too-wide", test_paste_too_wide);
  ADD ("blank", test_paste_blank);
  ADD ("calc", test_calc);
  ADD ("as-new", test_paste_as_new);
  ADD ("titles", test_titles);
  ADD ("correct", test_correct_pasted);
  ADD ("total", test_pasted_total);
  return ui_test_run ();
}
