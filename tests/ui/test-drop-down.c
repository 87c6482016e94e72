/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-drop-down.h"
#include "ui-test.h"

static guint
get_row_of_focus (GtkWidget *window)
{
  GtkWidget *row = gtk_root_get_focus (GTK_ROOT (window));
  guint n = 0;

  g_assert_nonnull (row);
  while ((row = gtk_widget_get_prev_sibling (row)) != NULL)
    n++;
  return n;
}

/* The keyboard begins at what is chosen, whatever was chosen with the list before. */
static void
test_cursor (void)
{
  static const char *const choices[] = { "Not considered", "Yes", "In part", "No", NULL };
  static const guint chosen[] = { 3, 0, 2, 0, 1 };
  GtkWidget *window = gtk_window_new (), *drop_down = gtk_drop_down_new_from_strings (choices);
  GtkWidget *weak = NULL;

  g_set_weak_pointer (&weak, window);
  foi_drop_down_set_name (drop_down, "Held");
  gtk_window_set_child (GTK_WINDOW (window), drop_down);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, drop_down, 5000));
  for (gsize i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      GtkWidget *button = gtk_widget_get_first_child (drop_down);

      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen[i]);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      ui_test_settle ();
      g_assert_cmpuint (get_row_of_focus (window), ==, chosen[i]);
      gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (drop_down)));
      ui_test_settle ();
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &weak, 5000));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/drop-down/cursor", test_cursor);
  return ui_test_run ();
}
