/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-findings-popover.h"

#include <glib/gi18n.h>

#include "foi-finding-list.h"

#define WIDTH 460
#define MAX_HEIGHT 520

struct _FoiFindingsPopover
{
  GtkPopover parent_instance;

  GtkWidget *scrolled;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (FoiFindingsPopover, foi_findings_popover, GTK_TYPE_POPOVER)

static void
visible_cb (FoiFindingsPopover *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  foi_finding_list_update (FOI_FINDING_LIST (self->list));
  /* The list was empty when the focus came. */
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
foi_findings_popover_class_init (FoiFindingsPopoverClass *klass)
{
}

static void
foi_findings_popover_init (FoiFindingsPopover *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  g_object_set (self->scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height",
                TRUE, "max-content-height", MAX_HEIGHT, "width-request", WIDTH, NULL);
  gtk_popover_set_child (GTK_POPOVER (self), self->scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Checks Before Sending"), -1);
}

/**
 * foi_findings_popover_new:
 * @document: a case
 * @checker: what checks it
 *
 * Returns: (transfer full): the list of what was found.
 */
GtkWidget *
foi_findings_popover_new (FoiDocument *document, FoiCaseChecker *checker)
{
  FoiFindingsPopover *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (FOI_IS_CASE_CHECKER (checker), NULL);

  self = g_object_new (FOI_TYPE_FINDINGS_POPOVER, NULL);
  self->list = foi_finding_list_new (document, checker);
  g_object_set (self->list, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom",
                12, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  g_signal_connect_object (self->list, "leaving", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::visible", G_CALLBACK (visible_cb), NULL);
  return GTK_WIDGET (self);
}
