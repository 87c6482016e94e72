/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "table-test.h"

#include "foi-table-view.h"
#include "ui-test.h"

static gboolean
has_focus (gpointer grid)
{
  return gtk_widget_get_focus_child (grid) != NULL;
}

void
table_test_show (TableTest *test, const char *name)
{
  GtkWidget *view = foi_table_view_new (test->document, name);

  g_assert_nonnull (view);
  test->table = foi_case_find_table (foi_document_get_case (test->document), name);
  test->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (test->window), 540, 460);
  gtk_window_set_child (GTK_WINDOW (test->window), view);
  gtk_window_present (GTK_WINDOW (test->window));
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, view, 5000));
  test->grid = FOI_TABLE_GRID (ui_test_find (view, FOI_TYPE_TABLE_GRID));
  gtk_widget_grab_focus (GTK_WIDGET (test->grid));
  g_assert_true (ui_test_wait_until (has_focus, test->grid, 5000));
}

void
table_test_set_up (TableTest *test, gconstpointer data)
{
  test->document = ui_test_open_example ();
  table_test_show (test, data != NULL ? data : "mash-calls");
}

static gboolean
is_unshared (gpointer object)
{
  return g_atomic_int_get (&G_OBJECT (object)->ref_count) == 1;
}

void
table_test_tear_down (TableTest *test, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (test->window));
  ui_test_wait_until (is_unshared, test->document, 3000);
  g_assert_finalize_object (test->document);
}

/* Presses a key as the grid's own controller hears it. */
gboolean
table_test_press (TableTest *test, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (test->grid));

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

GtkWidget *
table_test_find_entry (TableTest *test)
{
  return ui_test_find (GTK_WIDGET (test->grid), GTK_TYPE_ENTRY);
}

/* Edits the cursor's cell to be @text, and leaves it by a key. */
void
table_test_type (TableTest *test, const char *text, guint keyval)
{
  g_assert_true (table_test_press (test, GDK_KEY_F2, 0));
  g_assert_nonnull (table_test_find_entry (test));
  gtk_editable_set_text (GTK_EDITABLE (table_test_find_entry (test)), text);
  g_assert_true (table_test_press (test, keyval, 0));
  ui_test_settle ();
}

/* What the case has, as files say it. */
void
table_test_assert_value (TableTest *test, guint position, guint field, const char *expected)
{
  g_autofree char *value
      = foi_column_format_plain (foi_table_grid_get_field (test->grid, field),
                                 foi_table_data_get_cell (foi_table_get_data (test->table),
                                                          position, field));

  g_assert_cmpstr (value, ==, expected);
}

void
table_test_assert_cursor (TableTest *test, guint position, guint field)
{
  guint is_position, is_field;

  g_assert_true (foi_table_grid_get_cursor (test->grid, &is_position, &is_field));
  g_assert_cmpuint (is_position, ==, position);
  g_assert_cmpuint (is_field, ==, field);
}

void
table_test_assert_block (TableTest *test, guint top, guint left, guint bottom, guint right)
{
  FoiGridBlock block;

  g_assert_true (foi_table_grid_get_block (test->grid, &block));
  g_assert_cmpuint (block.top, ==, top);
  g_assert_cmpuint (block.left, ==, left);
  g_assert_cmpuint (block.bottom, ==, bottom);
  g_assert_cmpuint (block.right, ==, right);
}

guint
table_test_count_rows (TableTest *test)
{
  return g_list_model_get_n_items (G_LIST_MODEL (test->table));
}

void
table_test_act (TableTest *test, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (test->grid), action,
                                             target != NULL ? "s" : NULL, target));
  ui_test_settle ();
}

FoiCaseEditor *
table_test_get_editor (TableTest *test)
{
  return foi_document_get_editor (test->document);
}

static gboolean
has_label (GtkWidget *widget, const char *label)
{
  g_autofree char *other = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  return other == NULL;
}

/* The widget that shows a cell. */
FoiTableCell *
table_test_find_cell (TableTest *test, guint position, const char *title)
{
  GtkWidget *cell;

  for (guint i = 0; (cell = ui_test_find_nth (GTK_WIDGET (test->grid), FOI_TYPE_TABLE_CELL, i));
       i++)
    {
      if (foi_table_cell_get_row (FOI_TABLE_CELL (cell)) != NULL
          && foi_table_cell_get_position (FOI_TABLE_CELL (cell)) == position
          && has_label (gtk_widget_get_parent (cell), title))
        return FOI_TABLE_CELL (cell);
    }
  return NULL;
}
