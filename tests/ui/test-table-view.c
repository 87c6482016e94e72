/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"
#include "foi-draft-band.h"
#include "foi-table-cell.h"
#include "foi-table-grid.h"
#include "foi-table-view.h"
#include "ui-test.h"

/* The card of the example's MASH calls, in a window of its own. Its fields: 0 year, 1 calls,
 * 2 weeks, 3 comment. */
typedef struct
{
  FoiDocument  *document;
  FoiTable     *table;
  GtkWidget    *window;
  FoiTableGrid *grid;
} Fixture;

static gboolean
has_focus (gpointer grid)
{
  return gtk_widget_get_focus_child (grid) != NULL;
}

static void
show_table (Fixture *fixture, const char *name)
{
  GtkWidget *view = foi_table_view_new (fixture->document, name);

  g_assert_nonnull (view);
  fixture->table = foi_case_find_table (foi_document_get_case (fixture->document), name);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 540, 460);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, view, 5000));
  fixture->grid = FOI_TABLE_GRID (ui_test_find (view, FOI_TYPE_TABLE_GRID));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  g_assert_true (ui_test_wait_until (has_focus, fixture->grid, 5000));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = ui_test_open_example ();
  show_table (fixture, data != NULL ? data : "mash-calls");
}

static gboolean
is_unshared (gpointer object)
{
  return g_atomic_int_get (&G_OBJECT (object)->ref_count) == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_until (is_unshared, fixture->document, 3000);
  g_assert_finalize_object (fixture->document);
}

/* Presses a key as the grid's own controller hears it. */
static gboolean
press (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers
    = gtk_widget_observe_controllers (GTK_WIDGET (fixture->grid));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &handled);
      return handled;
    }
  g_assert_not_reached ();
}

static GtkWidget *
find_entry (Fixture *fixture)
{
  return ui_test_find (GTK_WIDGET (fixture->grid), GTK_TYPE_ENTRY);
}

/* Edits the cursor's cell to be @text, and leaves it by a key. */
static void
type (Fixture *fixture, const char *text, guint keyval)
{
  g_assert_true (press (fixture, GDK_KEY_F2, 0));
  g_assert_nonnull (find_entry (fixture));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), text);
  g_assert_true (press (fixture, keyval, 0));
  ui_test_settle ();
}

/* What the case has, as files say it. */
static void
assert_value (Fixture *fixture, guint position, guint field, const char *expected)
{
  g_autofree char *value
    = foi_column_format_plain (foi_table_grid_get_field (fixture->grid, field),
                               foi_table_data_get_cell (foi_table_get_data (fixture->table),
                                                        position, field));

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_cursor (Fixture *fixture, guint position, guint field)
{
  guint is_position, is_field;

  g_assert_true (foi_table_grid_get_cursor (fixture->grid, &is_position, &is_field));
  g_assert_cmpuint (is_position, ==, position);
  g_assert_cmpuint (is_field, ==, field);
}

static void
assert_block (Fixture *fixture, guint top, guint left, guint bottom, guint right)
{
  FoiGridBlock block;

  g_assert_true (foi_table_grid_get_block (fixture->grid, &block));
  g_assert_cmpuint (block.top, ==, top);
  g_assert_cmpuint (block.left, ==, left);
  g_assert_cmpuint (block.bottom, ==, bottom);
  g_assert_cmpuint (block.right, ==, right);
}

static guint
n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->table));
}

static void
act (Fixture *fixture, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->grid), action,
                                             target != NULL ? "s" : NULL, target));
  ui_test_settle ();
}

static FoiCaseEditor *
get_editor (Fixture *fixture)
{
  return foi_document_get_editor (fixture->document);
}

/* The widget that shows a cell. */
static FoiTableCell *
find_cell (Fixture *fixture, guint position, const char *title)
{
  GtkWidget *cell;

  for (guint i = 0; (cell = ui_test_find_nth (GTK_WIDGET (fixture->grid), FOI_TYPE_TABLE_CELL, i));
       i++)
    {
      GtkWidget *place = gtk_widget_get_parent (cell);

      if (foi_table_cell_get_row (FOI_TABLE_CELL (cell)) != NULL
          && foi_table_cell_get_position (FOI_TABLE_CELL (cell)) == position
          && gtk_test_accessible_has_property (GTK_ACCESSIBLE (place),
                                               GTK_ACCESSIBLE_PROPERTY_LABEL)
          && gtk_test_accessible_check_property (GTK_ACCESSIBLE (place),
                                                 GTK_ACCESSIBLE_PROPERTY_LABEL, title) == NULL)
        return FOI_TABLE_CELL (cell);
    }
  return NULL;
}

static void
test_moves (Fixture *fixture, gconstpointer data)
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
      g_assert_true (press (fixture, moves[i].keyval, moves[i].modifiers));
      assert_cursor (fixture, moves[i].position, moves[i].field);
      assert_block (fixture, moves[i].position, moves[i].field, moves[i].position, moves[i].field);
    }
}

static void
test_focus_follows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Right, 0);
  ui_test_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (FOI_IS_TABLE_CELL (focus));
  g_assert_cmpstr (foi_table_cell_get_text (FOI_TABLE_CELL (focus)), ==, "37,626");
  g_assert_cmpstr (foi_document_get_place (fixture->document), ==, "tables/mash-calls");
}

static void
test_blocks (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_block (fixture, 3, 1, 4, 2);
  press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  assert_block (fixture, 2, 1, 3, 2);
  press (fixture, GDK_KEY_Escape, 0);
  assert_block (fixture, 2, 2, 2, 2);
  press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  assert_block (fixture, 0, 0, 8, 3);
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  type (fixture, "12,345", GDK_KEY_Return);
  assert_value (fixture, 3, 1, "12345");
  assert_cursor (fixture, 4, 1);
  g_assert_false (foi_table_grid_is_editing (fixture->grid));
  g_assert_cmpstr (foi_case_editor_get_undo_label (get_editor (fixture)), ==, "Change Cell");

  foi_document_undo (fixture->document);
  ui_test_settle ();
  assert_value (fixture, 3, 1, "10066");
  assert_cursor (fixture, 3, 1);
  g_assert_false (foi_case_editor_can_undo (get_editor (fixture)));
  foi_document_redo (fixture->document);
  assert_value (fixture, 3, 1, "12345");
}

static void
test_unchanged_text_is_no_edit (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  press (fixture, GDK_KEY_F2, 0);
  press (fixture, GDK_KEY_Return, 0);
  assert_cursor (fixture, 4, 1);
  g_assert_false (foi_case_editor_can_undo (get_editor (fixture)));
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  type (fixture, "12,345", GDK_KEY_Escape);
  assert_value (fixture, 3, 1, "10066");
  g_assert_cmpstr (foi_table_cell_get_text (find_cell (fixture, 3, "MASH calls answered")), ==,
                   "10,066");
  g_assert_true (FOI_IS_TABLE_CELL (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_false (foi_case_editor_can_undo (get_editor (fixture)));
}

static void
test_tab_adds_row (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 8, 3, FALSE);
  type (fixture, "the last", GDK_KEY_Tab);
  g_assert_cmpuint (n_rows (fixture), ==, 10);
  assert_value (fixture, 8, 3, "the last");
  assert_cursor (fixture, 9, 0);
  foi_document_undo (fixture->document);
  foi_document_undo (fixture->document);
  ui_test_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 9);
  assert_cursor (fixture, 8, 3);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *band = ui_test_find (fixture->window, FOI_TYPE_DRAFT_BAND);
  FoiTableCell *cell;

  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  g_assert_false (gtk_widget_get_visible (band));
  type (fixture, "some", GDK_KEY_Return);
  /* Enter stays, so that the text can be mended. */
  g_assert_true (foi_table_grid_is_editing (fixture->grid));
  g_assert_true (gtk_widget_get_visible (band));
  g_assert_true (gtk_widget_has_css_class (find_entry (fixture), "error"));
  assert_value (fixture, 3, 1, "10066");

  /* Going elsewhere keeps the text, marked, and not in the case. */
  press (fixture, GDK_KEY_Tab, 0);
  ui_test_settle ();
  assert_cursor (fixture, 3, 2);
  cell = find_cell (fixture, 3, "MASH calls answered");
  g_assert_cmpstr (foi_table_cell_get_text (cell), ==, "some");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  assert_value (fixture, 3, 1, "10066");
  g_assert_false (foi_case_editor_can_undo (get_editor (fixture)));

  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  press (fixture, GDK_KEY_Escape, 0);
  g_assert_cmpstr (foi_table_cell_get_text (cell), ==, "10,066");
  g_assert_false (gtk_widget_get_visible (band));
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *band = ui_test_find (fixture->window, FOI_TYPE_DRAFT_BAND);
  GtkWidget *choice;

  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  type (fixture, "12,34", GDK_KEY_Return);
  choice = ui_test_find (band, GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (choice)), ==, "Use “1,234”");
  g_signal_emit_by_name (choice, "clicked");
  ui_test_settle ();
  assert_value (fixture, 3, 1, "1234");
  g_assert_false (foi_table_grid_is_editing (fixture->grid));
  g_assert_false (gtk_widget_get_visible (band));
}

static void
count_message (FoiDocument *document, const char *text, int *count)
{
  (*count)++;
}

static void
test_commit (Fixture *fixture, gconstpointer data)
{
  int told = 0;

  g_signal_connect (fixture->document, "message", G_CALLBACK (count_message), &told);
  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  press (fixture, GDK_KEY_F2, 0);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "77");
  foi_document_commit (fixture->document);
  assert_value (fixture, 3, 1, "77");
  g_assert_cmpint (told, ==, 0);

  press (fixture, GDK_KEY_F2, 0);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "some");
  foi_document_commit (fixture->document);
  assert_value (fixture, 3, 1, "77");
  g_assert_cmpint (told, ==, 1);
}

static void
test_clear_and_fill (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  foi_table_grid_move (fixture->grid, 5, 2, TRUE);
  press (fixture, GDK_KEY_Delete, 0);
  for (guint i = 3; i <= 5; i++)
    {
      assert_value (fixture, i, 1, "");
      assert_value (fixture, i, 2, "");
    }
  g_assert_cmpstr (foi_case_editor_get_undo_label (get_editor (fixture)), ==, "Clear Cells");
  foi_table_grid_move (fixture->grid, 2, 1, FALSE);
  foi_table_grid_move (fixture->grid, 5, 2, TRUE);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  for (guint i = 2; i <= 5; i++)
    {
      assert_value (fixture, i, 1, "20982");
      assert_value (fixture, i, 2, "51");
    }
  foi_document_undo (fixture->document);
  foi_document_undo (fixture->document);
  assert_value (fixture, 5, 1, "16927");
  g_assert_false (foi_case_editor_can_undo (get_editor (fixture)));
}

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
read_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, text_read_cb,
                                 &text);
  g_assert_true (ui_test_wait_until (is_set, &text, 5000));
  return text;
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *block = NULL;
  g_autofree char *withheld = NULL;

  foi_table_grid_move (fixture->grid, 3, 0, FALSE);
  foi_table_grid_move (fixture->grid, 4, 3, TRUE);
  press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  block = read_clipboard (fixture);
  g_assert_cmpstr (block, ==, "2019/20\t10066\t27\t25 weeks not available\n2020/21\t17346\t52\t");

  /* What is withheld does not leave by the clipboard either. */
  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  act (fixture, "table.withhold", NULL);
  press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  withheld = read_clipboard (fixture);
  g_assert_cmpstr (withheld, ==, "[c]");
}

static gboolean
is_undoable (gpointer editor)
{
  return foi_case_editor_can_undo (editor);
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 7, 0, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window),
                          "2023/24\t1,000\t52\t\"two\nlines\"\n2024/25\t2000\t26\tb\n"
                          "2025/26\t<5\t12\tc\n");
  press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  g_assert_true (ui_test_wait_until (is_undoable, get_editor (fixture), 5000));
  g_assert_cmpuint (n_rows (fixture), ==, 10);
  assert_value (fixture, 7, 1, "1000");
  assert_value (fixture, 7, 3, "two\nlines");
  assert_value (fixture, 8, 3, "b");
  assert_value (fixture, 9, 0, "2025/26");
  assert_value (fixture, 9, 1, "[c]");
  assert_block (fixture, 7, 0, 9, 3);

  g_assert_true (foi_document_undo (fixture->document));
  g_assert_cmpuint (n_rows (fixture), ==, 9);
  assert_value (fixture, 8, 1, "8649");
  g_assert_false (foi_case_editor_can_undo (get_editor (fixture)));
}

static void
test_paste_refused (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 0, 1, FALSE);
  foi_table_grid_paste_text (fixture->grid, "11\nsome\n13\n", 0, FALSE);
  ui_test_settle ();
  assert_value (fixture, 0, 1, "11");
  assert_value (fixture, 1, 1, "37626");
  assert_value (fixture, 2, 1, "13");
  g_assert_cmpuint (foi_cell_drafts_get_n (foi_table_grid_get_drafts (fixture->grid)), ==, 1);
  g_assert_cmpstr (foi_table_cell_get_text (find_cell (fixture, 1, "MASH calls answered")), ==,
                   "some");
}

static void
test_paste_fills (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 2, 1, FALSE);
  foi_table_grid_move (fixture->grid, 5, 1, TRUE);
  foi_table_grid_paste_text (fixture->grid, "9", 0, FALSE);
  for (guint i = 2; i <= 5; i++)
    assert_value (fixture, i, 1, "9");
  assert_value (fixture, 6, 1, "17182");
}

static void
keep_text (FoiTableGrid *grid, const char *text, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (text);
}

static void
test_paste_too_wide (Fixture *fixture, gconstpointer data)
{
  g_autofree char *asked = NULL;

  g_signal_connect (fixture->grid, "paste-too-wide", G_CALLBACK (keep_text), &asked);
  foi_table_grid_move (fixture->grid, 0, 3, FALSE);
  foi_table_grid_paste_text (fixture->grid, "a\tb\tc", 0, FALSE);
  g_assert_cmpstr (asked, ==, "a\tb\tc");
  g_assert_false (foi_case_editor_can_undo (get_editor (fixture)));

  foi_table_grid_paste_text (fixture->grid, asked, 0, TRUE);
  assert_value (fixture, 0, 3, "a");
  g_assert_cmpuint (foi_table_grid_get_n_fields (fixture->grid), ==, 4);
  foi_document_undo (fixture->document);
  foi_table_grid_move (fixture->grid, 0, 3, FALSE);
  foi_table_grid_paste_text (fixture->grid, asked, 2, FALSE);
  g_assert_cmpuint (foi_table_grid_get_n_fields (fixture->grid), ==, 6);
  assert_value (fixture, 0, 5, "c");
  foi_document_undo (fixture->document);
  g_assert_cmpuint (foi_table_grid_get_n_fields (fixture->grid), ==, 4);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  press (fixture, GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  ui_test_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 10);
  assert_cursor (fixture, 4, 1);
  press (fixture, GDK_KEY_minus, GDK_CONTROL_MASK);
  ui_test_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 9);
  assert_cursor (fixture, 4, 1);
  g_assert_true (FOI_IS_TABLE_CELL (gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  ui_test_settle ();
  assert_value (fixture, 3, 0, "2020/21");
  assert_value (fixture, 4, 0, "2019/20");
  assert_cursor (fixture, 3, 1);
  press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  assert_value (fixture, 3, 0, "2019/20");
  assert_cursor (fixture, 4, 1);
}

static void
test_cursor_stays_with_its_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  foi_table_grid_move (fixture->grid, 5, 1, FALSE);
  foi_table_grid_begin_edits (fixture->grid);
  foi_case_editor_insert_rows (get_editor (fixture), "mash-calls", 0, 2, NULL, &error);
  foi_table_grid_end_edits (fixture->grid);
  g_assert_no_error (error);
  assert_cursor (fixture, 7, 1);
  act (fixture, "table.sort", "down");
  /* 16,927 is the seventh largest of nine; rows without a value come last. */
  assert_value (fixture, 6, 1, "16927");
  assert_cursor (fixture, 6, 1);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tooltip = NULL;

  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  press (fixture, GDK_KEY_w, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  ui_test_settle ();
  assert_value (fixture, 3, 1, "[c]");
  tooltip = foi_table_cell_dup_tooltip (find_cell (fixture, 3, "MASH calls answered"));
  g_assert_cmpstr (tooltip, ==, "Withheld: 10,066");
  g_assert_cmpstr (foi_document_get_status (fixture->document), ==,
                   "MASH calls answered, 2019/20: withheld · 27 of 52 weeks");
  act (fixture, "table.reveal", NULL);
  assert_value (fixture, 3, 1, "10066");
  act (fixture, "table.mark", "[x]");
  assert_value (fixture, 3, 1, "[x]");
  foi_document_undo (fixture->document);
  assert_value (fixture, 3, 1, "10066");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  FoiTableCell *weeks = find_cell (fixture, 3, "Weeks of the year with figures");

  foi_table_grid_move (fixture->grid, 3, 1, FALSE);
  ui_test_settle ();
  g_assert_cmpstr (foi_document_get_status (fixture->document), ==,
                   "MASH calls answered, 2019/20: 10,066 · 27 of 52 weeks · 373 a week");
  g_assert_cmpstr (foi_table_cell_get_text (weeks), ==, "27 of 52");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (weeks), "part"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (weeks), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Weeks of the year with figures, 2019/20: 27 of 52 weeks");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_cell (fixture, 0,
                                                                  "MASH calls answered")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "MASH calls answered, 2016/17: 20,049");
}

static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 0, 3, FALSE);
  act (fixture, "table.leave-out", NULL);
  g_assert_true (foi_column_is_left_out (foi_table_grid_get_field (fixture->grid, 3)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_cell (fixture, 0, "Comment")),
                                           "left-out"));
  act (fixture, "table.leave-out", NULL);
  g_assert_false (foi_column_is_left_out (foi_table_grid_get_field (fixture->grid, 3)));
}

static void
test_totals (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 9, 0, FALSE);
  act (fixture, "table.add-row-last", NULL);
  act (fixture, "table.total-row", NULL);
  /* It has no name yet. */
  assert_value (fixture, 10, 1, "");
  g_assert_true (foi_table_grid_set_text (fixture->grid, "2025/26"));
  act (fixture, "table.total-row", NULL);
  assert_value (fixture, 10, 1, "8417410");
  foi_table_grid_move (fixture->grid, 10, 1, FALSE);
  type (fixture, "8,417,411", GDK_KEY_Up);
  g_assert_cmpstr (foi_table_marks_get_fault (foi_table_grid_get_marks (fixture->grid),
                                              foi_row_get_id (foi_table_cell_get_row (
                                                find_cell (fixture, 10, "Budget"))),
                                              "budget"),
                   ==, "Adds up to £8,417,410, not £8,417,411");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_cell (fixture, 10, "Budget")),
                                           "warning"));
}

static void
test_averages (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "954.7", "723.6", "411.4", "372.8", "333.6", "325.5", "330.4", "332.5", "332.7",
  };

  foi_table_grid_move (fixture->grid, 0, 1, FALSE);
  act (fixture, "table.average", NULL);
  g_assert_cmpstr (foi_column_get_title (foi_table_grid_get_field (fixture->grid, 2)), ==,
                   "MASH calls answered, average a week");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_value (fixture, i, 2, expected[i]);
  foi_document_undo (fixture->document);
  g_assert_cmpuint (foi_table_grid_get_n_fields (fixture->grid), ==, 4);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  foi_table_grid_move (fixture->grid, 2, 1, FALSE);
  act (fixture, "table.add-column-right", NULL);
  assert_cursor (fixture, 2, 2);
  g_assert_cmpstr (foi_column_get_title (foi_table_grid_get_field (fixture->grid, 2)), ==,
                   "New column");
  g_assert_nonnull (find_cell (fixture, 2, "New column"));
  foi_document_undo (fixture->document);
  ui_test_settle ();
  g_assert_null (find_cell (fixture, 2, "New column"));
  act (fixture, "table.add-column-left", NULL);
  g_assert_cmpstr (foi_column_get_title (foi_table_grid_get_field (fixture->grid, 2)), ==,
                   "New column");
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  guint first, last;

  for (guint i = 4; i < 45; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", i);
      g_autoptr (FoiColumn) column = foi_column_new (name, name, FOI_VALUE_INTEGER);

      foi_case_editor_insert_column (get_editor (fixture), "mash-calls", G_MAXUINT, column, NULL);
    }
  foi_table_grid_set_page (fixture->grid, 0);
  foi_table_grid_move (fixture->grid, 0, 0, FALSE);
  ui_test_settle ();
  g_assert_nonnull (find_cell (fixture, 0, "c19"));
  g_assert_null (find_cell (fixture, 0, "c20"));
  act (fixture, "table.next-page", NULL);
  g_assert_cmpuint (foi_table_grid_get_page (fixture->grid, &first, &last), ==, 1);
  g_assert_cmpuint (first, ==, 21);
  g_assert_cmpuint (last, ==, 40);
  /* The first column names the rows on every page. */
  g_assert_nonnull (find_cell (fixture, 0, "Reporting year"));
  g_assert_nonnull (find_cell (fixture, 0, "c20"));
  g_assert_null (find_cell (fixture, 0, "c19"));
  press (fixture, GDK_KEY_End, 0);
  ui_test_settle ();
  g_assert_cmpuint (foi_table_grid_get_page (fixture->grid, &first, &last), ==, 2);
  g_assert_cmpuint (last, ==, 45);
  g_assert_nonnull (find_cell (fixture, 0, "c44"));
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = ui_test_find (fixture->window, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Calls");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Calls answered");
  g_assert_cmpstr (foi_table_get_title (fixture->table), ==, "Calls answered");
  foi_document_undo (fixture->document);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "MASH calls answered by reporting year");
}

#define ADD(name, func) \
  g_test_add ("/table-view/" name, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("commit", test_commit);
  ADD ("clear-and-fill", test_clear_and_fill);
  ADD ("copy", test_copy);
  ADD ("paste", test_paste);
  ADD ("paste-refused", test_paste_refused);
  ADD ("paste-fills", test_paste_fills);
  ADD ("paste-too-wide", test_paste_too_wide);
  ADD ("rows", test_rows);
  ADD ("cursor-stays", test_cursor_stays_with_its_row);
  ADD ("marks", test_marks);
  ADD ("words", test_words);
  ADD ("left-out", test_left_out);
  ADD ("averages", test_averages);
  ADD ("columns", test_columns);
  ADD ("pages", test_pages);
  ADD ("title", test_title);
  g_test_add ("/table-view/totals", Fixture, "cse-budget", set_up, test_totals, tear_down);
  return ui_test_run ();
}
