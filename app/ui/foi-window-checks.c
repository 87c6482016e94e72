/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-window-private.h"

#include <glib/gi18n.h>

#include "foi-findings-popover.h"
#include "foi-letter-pane.h"
#include "foi-tooltip.h"

/* What weighs most stands on the button; all of it is said beside it and in the list. */
void
_foi_window_update_checks (FoiWindow *self)
{
  const guint n_errors = foi_case_checker_count (self->checker, FOI_SEVERITY_ERROR);
  const guint n_others = foi_case_checker_count (self->checker, FOI_SEVERITY_WARNING)
                         + foi_case_checker_count (self->checker, FOI_SEVERITY_ADVICE);
  g_autofree char *to_fix = g_strdup_printf (ngettext ("%u to fix", "%u to fix", n_errors),
                                             n_errors);
  g_autofree char *to_consider
    = g_strdup_printf (ngettext ("%u to consider", "%u to consider", n_others), n_others);
  /* Translators: "8 to fix, 5 to consider" */
  g_autofree char *both = g_strdup_printf (_("%s, %s"), to_fix, to_consider);
  g_autofree char *tip = g_strdup_printf (_("Checks Before Sending: %s"), both);
  gboolean narrow;

  g_object_get (self->panes, "narrow", &narrow, NULL);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->checks_button),
                             n_errors > 0 ? to_fix : to_consider);
  foi_tooltip_set (self->checks_button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  /* The narrowest header has no room for it; the key shows it even there. */
  gtk_widget_set_visible (self->checks_button, n_errors + n_others > 0 && !narrow);
}

static void
checks_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);

  gtk_widget_set_visible (self->checks_button, TRUE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->checks_button));
}

void
_foi_window_checks_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.checks", NULL, checks_action);
}

/* Checks the case of the window from now on. */
void
_foi_window_follow_checks (FoiWindow *self)
{
  self->checker = foi_case_checker_new (self->document);
  g_signal_connect_object (self->checker, "changed", G_CALLBACK (_foi_window_update_checks), self,
                           G_CONNECT_SWAPPED);
  foi_letter_pane_follow_checks (
    FOI_LETTER_PANE (foi_panes_get_child (self->panes, FOI_PANE_LETTER)), self->checker);
  foi_status_bar_follow_checks (self->status_bar, self->checker);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->checks_button),
                               foi_findings_popover_new (self->document, self->checker));
}
