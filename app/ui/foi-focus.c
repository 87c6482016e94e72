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

/**
 * foi_focus_is_inside:
 * @widget: something in a window
 *
 * Returns: whether the focus is there and can be seen.
 */
gboolean
foi_focus_is_inside (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && gtk_widget_get_mapped (focus)
         && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/**
 * foi_focus_keep:
 * @was_there: whether the focus was in it before something changed
 * @widget: a page of a stack
 * @otherwise: what led to the page that is shown in its place
 *
 * GTK gives a focus that is lost to whatever comes next in the window. This gives it back to
 * @widget, or to @otherwise, whose name a screen reader tells, if that is not shown any more.
 */
void
foi_focus_keep (gboolean was_there, GtkWidget *widget, GtkWidget *otherwise)
{
  GtkStack *stack;
  gboolean is_shown;

  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_WIDGET (otherwise));

  stack = GTK_STACK (gtk_widget_get_parent (widget));
  is_shown = gtk_stack_get_visible_child (stack) == widget;
  if (was_there && !(is_shown && foi_focus_is_inside (widget))
      && !(is_shown && gtk_widget_grab_focus (widget)))
    gtk_widget_grab_focus (otherwise);
}
