/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"
#include "foi-draft-band.h"
#include "foi-table-view.h"
#include "foi-todo.h"
#include "table-test.h"
#include "ui-test.h"

static void
test_moves (TableTest *test, gconstpointer data)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    guint           position, field;
  } moves[] = {
    { GDK_KEY_Down, 0, 1, 0 },
    { GDK_KEY_Right, 0, 1, 1 },
    { GDK_KEY_Return, 0, 2, 1 },
    { GDK_KEY_Return, GDK_SHIFT_MASK, 1, 1 },
    { GDK_KEY_Tab, 0, 1, 2 },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, 1, 1 },
    { GDK_KEY_End, 0, 1, 3 },
    { GDK_KEY_Tab, 0, 2, 0 },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, 1, 3 },
    { GDK_KEY_Home, 0, 1, 0 },
    { GDK_KEY_Left, 0, 1, 0 },
    { GDK_KEY_End, GDK_CONTROL_MASK, 8, 3 },
    { GDK_KEY_Down, 0, 8, 3 },
    { GDK_KEY_Page_Up, 0, 0, 3 },
    { GDK_KEY_Page_Down, 0, 8, 3 },
    { GDK_KEY_Up, GDK_CONTROL_MASK, 0, 3 },
    { GDK_KEY_Up, 0, 0, 3 },
    { GDK_KEY_Home, GDK_CONTROL_MASK, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_assert_true (table_test_press (test, moves[i].keyval, moves[i].modifiers));
      table_test_assert_cursor (test, moves[i].position, moves[i].field);
      table_test_assert_block (test, moves[i].position, moves[i].field, moves[i].position,
                               moves[i].field);
    }
}

static void
test_focus_follows (TableTest *test, gconstpointer data)
{
  GtkWidget *focus;

  table_test_press (test, GDK_KEY_Down, 0);
  table_test_press (test, GDK_KEY_Right, 0);
  ui_test_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (test->window));
  g_assert_true (FOI_IS_TABLE_CELL (focus));
  g_assert_cmpstr (foi_table_cell_get_text (FOI_TABLE_CELL (focus)), ==, "37,626");
  g_assert_cmpstr (foi_document_get_place (test->document), ==, "tables/mash-calls");
}

static void
test_blocks (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_press (test, GDK_KEY_Down, GDK_SHIFT_MASK);
  table_test_press (test, GDK_KEY_Right, GDK_SHIFT_MASK);
  table_test_assert_block (test, 3, 1, 4, 2);
  table_test_press (test, GDK_KEY_Up, GDK_SHIFT_MASK);
  table_test_press (test, GDK_KEY_Up, GDK_SHIFT_MASK);
  table_test_assert_block (test, 2, 1, 3, 2);
  table_test_press (test, GDK_KEY_Escape, 0);
  table_test_assert_block (test, 2, 2, 2, 2);
  table_test_press (test, GDK_KEY_a, GDK_CONTROL_MASK);
  table_test_assert_block (test, 0, 0, 8, 3);
}

static void
test_typing (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_type (test, "12,345", GDK_KEY_Return);
  table_test_assert_value (test, 3, 1, "12345");
  table_test_assert_cursor (test, 4, 1);
  g_assert_false (foi_table_grid_is_editing (test->grid));
  g_assert_cmpstr (foi_case_editor_get_undo_label (table_test_get_editor (test)), ==,
                   "Change Cell");

  foi_document_undo (test->document);
  ui_test_settle ();
  table_test_assert_value (test, 3, 1, "10066");
  table_test_assert_cursor (test, 3, 1);
  g_assert_false (foi_case_editor_can_undo (table_test_get_editor (test)));
  foi_document_redo (test->document);
  table_test_assert_value (test, 3, 1, "12345");
}

static void
test_unchanged_text_is_no_edit (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_press (test, GDK_KEY_F2, 0);
  table_test_press (test, GDK_KEY_Return, 0);
  table_test_assert_cursor (test, 4, 1);
  g_assert_false (foi_case_editor_can_undo (table_test_get_editor (test)));
}

static void
test_escape (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_type (test, "12,345", GDK_KEY_Escape);
  table_test_assert_value (test, 3, 1, "10066");
  g_assert_cmpstr (foi_table_cell_get_text (table_test_find_cell (test, 3, "MASH calls answered")),
                   ==, "10,066");
  g_assert_true (FOI_IS_TABLE_CELL (gtk_window_get_focus (GTK_WINDOW (test->window))));
  g_assert_false (foi_case_editor_can_undo (table_test_get_editor (test)));
}

static void
test_tab_adds_row (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 8, 3, FALSE);
  table_test_type (test, "the last", GDK_KEY_Tab);
  g_assert_cmpuint (table_test_count_rows (test), ==, 10);
  table_test_assert_value (test, 8, 3, "the last");
  table_test_assert_cursor (test, 9, 0);
  foi_document_undo (test->document);
  foi_document_undo (test->document);
  ui_test_settle ();
  g_assert_cmpuint (table_test_count_rows (test), ==, 9);
  table_test_assert_cursor (test, 8, 3);
}

static void
test_refused (TableTest *test, gconstpointer data)
{
  GtkWidget *band = ui_test_find (test->window, FOI_TYPE_DRAFT_BAND);
  FoiTableCell *cell;

  foi_table_grid_move (test->grid, 3, 1, FALSE);
  g_assert_false (gtk_widget_get_visible (band));
  table_test_type (test, "some", GDK_KEY_Return);
  /* Enter stays, so that the text can be mended. */
  g_assert_true (foi_table_grid_is_editing (test->grid));
  g_assert_true (gtk_widget_get_visible (band));
  g_assert_true (gtk_widget_has_css_class (table_test_find_entry (test), "error"));
  table_test_assert_value (test, 3, 1, "10066");

  /* Going elsewhere keeps the text, marked, and not in the case. */
  table_test_press (test, GDK_KEY_Tab, 0);
  ui_test_settle ();
  table_test_assert_cursor (test, 3, 2);
  cell = table_test_find_cell (test, 3, "MASH calls answered");
  g_assert_cmpstr (foi_table_cell_get_text (cell), ==, "some");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  table_test_assert_value (test, 3, 1, "10066");
  g_assert_false (foi_case_editor_can_undo (table_test_get_editor (test)));

  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_press (test, GDK_KEY_Escape, 0);
  g_assert_cmpstr (foi_table_cell_get_text (cell), ==, "10,066");
  g_assert_false (gtk_widget_get_visible (band));
}

/* Text that is not understood outlives the page it was typed on, and keeps the letter back. */
static void
test_drafts_stay (TableTest *test, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (test->document);
  g_autoptr (GPtrArray) none = foi_todo_list (foi_case);
  g_autoptr (GPtrArray) todos = NULL;
  GtkWidget *card;
  FoiTableGrid *grid;

  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_type (test, "c. 40", GDK_KEY_Tab);
  foi_table_grid_move (test->grid, 5, 1, FALSE);
  table_test_type (test, "many", GDK_KEY_Tab);

  card = foi_table_view_new (test->document, foi_table_get_name (test->table));
  gtk_window_set_child (GTK_WINDOW (test->window), card);
  ui_test_settle ();
  grid = FOI_TABLE_GRID (ui_test_find (card, FOI_TYPE_TABLE_GRID));
  g_assert_cmpuint (foi_cell_drafts_get_n (foi_table_grid_get_drafts (grid)), ==, 2);
  test->grid = grid;
  g_assert_cmpstr (foi_table_cell_get_text (table_test_find_cell (test, 3, "MASH calls answered")),
                   ==, "c. 40");

  todos = foi_todo_list (foi_case);
  g_assert_cmpuint (todos->len, ==, none->len + 1);
  g_assert_cmpstr (((FoiTodo *) todos->pdata[none->len])->text, ==,
                   "In “MASH calls answered by reporting year” 2 cells have text that is not "
                   "understood");
}

/* More weeks than a year has: not to be typed, and pointed at where a file says it. */
static void
test_over_covered (TableTest *test, gconstpointer data)
{
  g_autoptr (FoiRow) row = g_list_model_get_item (G_LIST_MODEL (test->table), 3);
  const FoiCell cell = foi_cell_number (12345);
  g_autoptr (GError) error = NULL;
  g_autofree char *tip = NULL;

  foi_table_grid_move (test->grid, 3, 2, FALSE);
  table_test_type (test, "12,345", GDK_KEY_Tab);
  table_test_assert_value (test, 3, 2, "27");
  g_assert_cmpuint (foi_cell_drafts_get_n (foi_table_grid_get_drafts (test->grid)), ==, 1);

  foi_case_editor_set_cell (table_test_get_editor (test), foi_table_get_name (test->table),
                            foi_row_get_id (row), "weeks", &cell, &error);
  g_assert_no_error (error);
  ui_test_settle ();
  tip = foi_table_cell_dup_tooltip (
    table_test_find_cell (test, 3, "Weeks of the year with figures"));
  g_assert_nonnull (tip);
  g_assert_nonnull (strstr (tip, "More than the whole"));
}

static void
test_choice (TableTest *test, gconstpointer data)
{
  GtkWidget *band = ui_test_find (test->window, FOI_TYPE_DRAFT_BAND);
  GtkWidget *choice;

  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_type (test, "12,34", GDK_KEY_Return);
  choice = ui_test_find (band, GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (choice)), ==, "Use “1,234”");
  g_signal_emit_by_name (choice, "clicked");
  ui_test_settle ();
  table_test_assert_value (test, 3, 1, "1234");
  g_assert_false (foi_table_grid_is_editing (test->grid));
  g_assert_false (gtk_widget_get_visible (band));
}

static void
count_message (FoiDocument *document, const char *text, int *count)
{
  (*count)++;
}

static void
test_commit (TableTest *test, gconstpointer data)
{
  int told = 0;

  g_signal_connect (test->document, "message", G_CALLBACK (count_message), &told);
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_press (test, GDK_KEY_F2, 0);
  gtk_editable_set_text (GTK_EDITABLE (table_test_find_entry (test)), "77");
  foi_document_commit (test->document);
  table_test_assert_value (test, 3, 1, "77");
  g_assert_cmpint (told, ==, 0);

  table_test_press (test, GDK_KEY_F2, 0);
  gtk_editable_set_text (GTK_EDITABLE (table_test_find_entry (test)), "some");
  foi_document_commit (test->document);
  table_test_assert_value (test, 3, 1, "77");
  g_assert_cmpint (told, ==, 1);
}

static void
test_clear_and_fill (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  foi_table_grid_move (test->grid, 5, 2, TRUE);
  table_test_press (test, GDK_KEY_Delete, 0);
  for (guint i = 3; i <= 5; i++)
    {
      table_test_assert_value (test, i, 1, "");
      table_test_assert_value (test, i, 2, "");
    }
  g_assert_cmpstr (foi_case_editor_get_undo_label (table_test_get_editor (test)), ==,
                   "Clear Cells");
  foi_table_grid_move (test->grid, 2, 1, FALSE);
  foi_table_grid_move (test->grid, 5, 2, TRUE);
  table_test_press (test, GDK_KEY_d, GDK_CONTROL_MASK);
  for (guint i = 2; i <= 5; i++)
    {
      table_test_assert_value (test, i, 1, "20982");
      table_test_assert_value (test, i, 2, "51");
    }
  foi_document_undo (test->document);
  foi_document_undo (test->document);
  table_test_assert_value (test, 5, 1, "16927");
  g_assert_false (foi_case_editor_can_undo (table_test_get_editor (test)));
}

static void
test_rows (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_press (test, GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  ui_test_settle ();
  g_assert_cmpuint (table_test_count_rows (test), ==, 10);
  table_test_assert_cursor (test, 4, 1);
  table_test_press (test, GDK_KEY_minus, GDK_CONTROL_MASK);
  ui_test_settle ();
  g_assert_cmpuint (table_test_count_rows (test), ==, 9);
  table_test_assert_cursor (test, 4, 1);
  g_assert_true (FOI_IS_TABLE_CELL (gtk_window_get_focus (GTK_WINDOW (test->window))));

  table_test_press (test, GDK_KEY_Up, GDK_ALT_MASK);
  ui_test_settle ();
  table_test_assert_value (test, 3, 0, "2020/21");
  table_test_assert_value (test, 4, 0, "2019/20");
  table_test_assert_cursor (test, 3, 1);
  table_test_press (test, GDK_KEY_Down, GDK_ALT_MASK);
  table_test_assert_value (test, 3, 0, "2019/20");
  table_test_assert_cursor (test, 4, 1);
}

static void
test_cursor_stays_with_its_row (TableTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  foi_table_grid_move (test->grid, 5, 1, FALSE);
  foi_table_grid_begin_edits (test->grid);
  foi_case_editor_insert_rows (table_test_get_editor (test), "mash-calls", 0, 2, NULL, &error);
  foi_table_grid_end_edits (test->grid);
  g_assert_no_error (error);
  table_test_assert_cursor (test, 7, 1);
  table_test_act (test, "table.sort", "down");
  /* 16,927 is the seventh largest of nine; rows without a value come last. */
  table_test_assert_value (test, 6, 1, "16927");
  table_test_assert_cursor (test, 6, 1);
}

static void
test_marks (TableTest *test, gconstpointer data)
{
  g_autofree char *tooltip = NULL;

  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_press (test, GDK_KEY_w, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  ui_test_settle ();
  table_test_assert_value (test, 3, 1, "[c]");
  tooltip = foi_table_cell_dup_tooltip (table_test_find_cell (test, 3, "MASH calls answered"));
  g_assert_cmpstr (tooltip, ==, "Withheld: 10,066");
  g_assert_cmpstr (foi_document_get_status (test->document), ==,
                   "MASH calls answered, 2019/20: withheld · 27 of 52 weeks · "
                   "for you only: 10,066");
  table_test_act (test, "table.reveal", NULL);
  table_test_assert_value (test, 3, 1, "10066");
  table_test_act (test, "table.mark", "[x]");
  table_test_assert_value (test, 3, 1, "[x]");
  foi_document_undo (test->document);
  table_test_assert_value (test, 3, 1, "10066");
}

static void
test_words (TableTest *test, gconstpointer data)
{
  FoiTableCell *weeks = table_test_find_cell (test, 3, "Weeks of the year with figures");

  foi_table_grid_move (test->grid, 3, 1, FALSE);
  ui_test_settle ();
  g_assert_cmpstr (foi_document_get_status (test->document), ==,
                   "MASH calls answered, 2019/20: 10,066 · 27 of 52 weeks · 373 a week");
  g_assert_cmpstr (foi_table_cell_get_text (weeks), ==, "27 of 52");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (weeks), "part"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (weeks), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Weeks of the year with figures, 2019/20: 27 of 52 weeks");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (
                                           table_test_find_cell (test, 0, "MASH calls answered")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "MASH calls answered, 2016/17: 20,049");
}

static void
test_left_out (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 0, 3, FALSE);
  table_test_act (test, "table.leave-out", NULL);
  g_assert_true (foi_column_is_left_out (foi_table_grid_get_field (test->grid, 3)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (table_test_find_cell (test, 0, "Comment")),
                                           "left-out"));
  table_test_act (test, "table.leave-out", NULL);
  g_assert_false (foi_column_is_left_out (foi_table_grid_get_field (test->grid, 3)));
}

static void
test_totals (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 9, 0, FALSE);
  table_test_act (test, "table.add-row-last", NULL);
  table_test_act (test, "table.total-row", NULL);
  /* It has no name yet. */
  table_test_assert_value (test, 10, 1, "");
  g_assert_true (foi_table_grid_set_text (test->grid, "2025/26"));
  table_test_act (test, "table.total-row", NULL);
  table_test_assert_value (test, 10, 1, "8417410");
  foi_table_grid_move (test->grid, 10, 1, FALSE);
  table_test_type (test, "8,417,411", GDK_KEY_Up);
  g_assert_cmpstr (foi_table_marks_get_fault (foi_table_grid_get_marks (test->grid),
                                              foi_row_get_id (foi_table_cell_get_row (
                                                  table_test_find_cell (test, 10, "Budget"))),
                                              "budget"),
                   ==, "Adds up to £8,417,410, not £8,417,411");
  g_assert_true (
      gtk_widget_has_css_class (GTK_WIDGET (table_test_find_cell (test, 10, "Budget")), "warning"));
}

/* Who does not see the table hears what it is called, too. */
static void
assert_total_said (TableTest *test)
{
  GtkWidget *year = GTK_WIDGET (table_test_find_cell (test, 10, "Financial year"));
  GtkWidget *budget = GTK_WIDGET (table_test_find_cell (test, 10, "Budget"));
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (year));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (year), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Financial year, row 11: Total");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Total");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (budget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Budget, Total: £8,417,410");
}

static void
keep_message (FoiDocument *document, const char *text, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (text);
}

/* "Total" names a row in a table of years too: by typing it, and by typing it over a year. */
static void
test_typed_total (TableTest *test, gconstpointer data)
{
  static const char *const words[] = { "Total", "total", "All years", "Sum" };
  g_autofree char *told = NULL;

  g_signal_connect (test->document, "message", G_CALLBACK (keep_message), &told);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (FoiPublication) publication = NULL;
      g_autofree char *name = NULL;

      foi_table_grid_move (test->grid, 9, 0, FALSE);
      table_test_act (test, "table.add-row-last", NULL);
      if (i % 2 == 1)
        g_assert_true (foi_table_grid_set_text (test->grid, "2025/26"));
      table_test_type (test, words[i], GDK_KEY_Return);
      table_test_assert_value (test, 10, 0, "");
      table_test_assert_value (test, 10, 1, "8417410");
      g_assert_cmpstr (foi_table_cell_get_text (table_test_find_cell (test, 10, "Financial year")),
                       ==, "Total");
      assert_total_said (test);
      g_assert_nonnull (strstr (told, "is the total of those above it now."));
      g_assert_true ((strstr (told, "not “") != NULL) == (i > 0));
      g_assert_true (i == 0 || strstr (told, words[i]) != NULL);
      publication = foi_publication_new (foi_table_get_data (test->table));
      name = foi_publication_format (publication, 10, 0);
      g_assert_cmpstr (name, ==, "Total");
      g_assert_true (foi_publication_is_total_row (publication, 10));

      /* One command; then the row, and a year it was given. */
      foi_document_undo (test->document);
      table_test_assert_value (test, 10, 1, "");
      foi_document_undo (test->document);
      if (i % 2 == 1)
        foi_document_undo (test->document);
      g_assert_cmpuint (table_test_count_rows (test), ==, 10);
      ui_test_settle ();
    }
  /* In other columns it is not understood, and kept. */
  foi_table_grid_move (test->grid, 9, 1, FALSE);
  table_test_type (test, "Total", GDK_KEY_Return);
  g_assert_cmpstr (foi_table_cell_get_text (table_test_find_cell (test, 9, "Budget")), ==, "Total");
  g_signal_handlers_disconnect_by_func (test->document, keep_message, &told);
}

static void
test_averages (TableTest *test, gconstpointer data)
{
  static const char *const expected[] = {
    "954.7", "723.6", "411.4", "372.8", "333.6", "325.5", "330.4", "332.5", "332.7",
  };

  foi_table_grid_move (test->grid, 0, 1, FALSE);
  table_test_act (test, "table.average", NULL);
  g_assert_cmpstr (foi_column_get_title (foi_table_grid_get_field (test->grid, 2)), ==,
                   "MASH calls answered, average a week");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    table_test_assert_value (test, i, 2, expected[i]);
  foi_document_undo (test->document);
  g_assert_cmpuint (foi_table_grid_get_n_fields (test->grid), ==, 4);
}

static void
test_columns (TableTest *test, gconstpointer data)
{
  foi_table_grid_move (test->grid, 2, 1, FALSE);
  table_test_act (test, "table.add-column-right", NULL);
  table_test_assert_cursor (test, 2, 2);
  g_assert_cmpstr (foi_column_get_title (foi_table_grid_get_field (test->grid, 2)), ==,
                   "New column");
  g_assert_nonnull (table_test_find_cell (test, 2, "New column"));
  foi_document_undo (test->document);
  ui_test_settle ();
  g_assert_null (table_test_find_cell (test, 2, "New column"));
  table_test_act (test, "table.add-column-left", NULL);
  g_assert_cmpstr (foi_column_get_title (foi_table_grid_get_field (test->grid, 2)), ==,
                   "New column");
}

static void
test_pages (TableTest *test, gconstpointer data)
{
  guint first, last;

  for (guint i = 4; i < 45; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", i);
      g_autoptr (FoiColumn) column = foi_column_new (name, name, FOI_VALUE_INTEGER);

      foi_case_editor_insert_column (table_test_get_editor (test), "mash-calls", G_MAXUINT, column,
                                     NULL);
    }
  foi_table_grid_set_page (test->grid, 0);
  foi_table_grid_move (test->grid, 0, 0, FALSE);
  ui_test_settle ();
  g_assert_nonnull (table_test_find_cell (test, 0, "c19"));
  g_assert_null (table_test_find_cell (test, 0, "c20"));
  table_test_act (test, "table.next-page", NULL);
  g_assert_cmpuint (foi_table_grid_get_page (test->grid, &first, &last), ==, 1);
  g_assert_cmpuint (first, ==, 21);
  g_assert_cmpuint (last, ==, 40);
  /* The first column names the rows on every page. */
  g_assert_nonnull (table_test_find_cell (test, 0, "Reporting year"));
  g_assert_nonnull (table_test_find_cell (test, 0, "c20"));
  g_assert_null (table_test_find_cell (test, 0, "c19"));
  table_test_press (test, GDK_KEY_End, 0);
  ui_test_settle ();
  g_assert_cmpuint (foi_table_grid_get_page (test->grid, &first, &last), ==, 2);
  g_assert_cmpuint (last, ==, 45);
  g_assert_nonnull (table_test_find_cell (test, 0, "c44"));
}

static void
test_title (TableTest *test, gconstpointer data)
{
  GtkWidget *entry = ui_test_find (test->window, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Calls");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Calls answered");
  g_assert_cmpstr (foi_table_get_title (test->table), ==, "Calls answered");
  foi_document_undo (test->document);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "MASH calls answered by reporting year");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/table-view/" name, TableTest, NULL, table_test_set_up, func, table_test_tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("moves", test_moves);
  ADD ("focus", test_focus_follows);
  ADD ("blocks", test_blocks);
  ADD ("typing", test_typing);
  ADD ("unchanged", test_unchanged_text_is_no_edit);
  ADD ("escape", test_escape);
  ADD ("tab-adds-row", test_tab_adds_row);
  ADD ("refused", test_refused);
  ADD ("choice", test_choice);
  ADD ("drafts-stay", test_drafts_stay);
  ADD ("over-covered", test_over_covered);
  ADD ("commit", test_commit);
  ADD ("clear-and-fill", test_clear_and_fill);
  ADD ("rows", test_rows);
  ADD ("cursor-stays", test_cursor_stays_with_its_row);
  ADD ("marks", test_marks);
  ADD ("words", test_words);
  ADD ("left-out", test_left_out);
  ADD ("averages", test_averages);
  ADD ("columns", test_columns);
  ADD ("pages", test_pages);
  ADD ("title", test_title);
  g_test_add ("/table-view/typed-total", TableTest, "cse-budget", table_test_set_up,
              test_typed_total, table_test_tear_down);
  g_test_add ("/table-view/totals", TableTest, "cse-budget", table_test_set_up, test_totals,
              table_test_tear_down);
  return ui_test_run ();
}
