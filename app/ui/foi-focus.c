/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-focus.h"

static gboolean
move_among_children (GtkWidget *widget, GtkDirectionType direction)
{
  /* Kept: GtkWidget has no such function that others may call. */
  static GtkWidgetClass *box_class;

  if (box_class == NULL)
    box_class = g_type_class_ref (GTK_TYPE_BOX);
  return box_class->focus (widget, direction);
}

static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  const gboolean is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP
                           || direction == GTK_DIR_LEFT;

  if (gtk_widget_get_focus_child (widget) == NULL && !is_back && gtk_widget_grab_focus (widget))
    return TRUE;
  return move_among_children (widget, direction);
}

/**
 * foi_focus_let_go:
 * @widget_class: of a widget with children that says which of them takes the focus
 *
 * GTK gives such a widget the focus when Shift+Tab goes beyond its first child, and so its child:
 * nobody could leave it that way. With this the focus goes to what stands before the widget.
 */
void
foi_focus_let_go (GtkWidgetClass *widget_class)
{
  widget_class->focus = focus;
}

/**
 * foi_focus_close_by_escape:
 * @window: a small window
 *
 * Escape closes it.
 */
void
foi_focus_close_by_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

static void
add_accels (GtkShortcutController *controller, const char *action)
{
  g_auto (GStrv) accels = gtk_application_get_accels_for_action (
    GTK_APPLICATION (g_application_get_default ()), action);

  for (guint i = 0; accels[i] != NULL; i++)
    gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accels[i]),
                                    gtk_named_action_new (action)));
}

/**
 * foi_focus_keep_shortcuts:
 * @popover: one with fields to type in, that is or will be in a window of a case
 *
 * GTK gives no key typed in a popover to the window behind it. With this saving, undo and redo
 * work there as they do everywhere else.
 */
void
foi_focus_keep_shortcuts (GtkWidget *popover)
{
  static const char *const actions[] = { "win.save", "win.undo", "win.redo" };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_POPOVER (popover));

  /* As in the window, they come before what a field makes of them. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  if (GTK_IS_APPLICATION (g_application_get_default ()))
    for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
      add_accels (GTK_SHORTCUT_CONTROLLER (controller), actions[i]);
  gtk_widget_add_controller (popover, controller);
}

static gboolean
leave_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  const GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  const gboolean is_back = key == GDK_KEY_ISO_Left_Tab || (held & GDK_SHIFT_MASK) != 0;
  gboolean moved;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab)
      || (held & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  /* What cannot have the focus is passed over on the way on. */
  gtk_widget_set_can_focus (list, FALSE);
  moved = gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)),
                                  is_back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  gtk_widget_set_can_focus (list, TRUE);
  return moved ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/**
 * foi_focus_leave_by_tab:
 * @list: a list or a table whose row that is selected matters to what is beside it, or that is long
 *
 * Tab leaves it at once, and the row stays selected: GTK goes through all rows by Tab, selects
 * each, and does not leave a table backwards.
 */
void
foi_focus_leave_by_tab (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (list));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (leave_cb), NULL);
  gtk_widget_add_controller (list, keys);
}
