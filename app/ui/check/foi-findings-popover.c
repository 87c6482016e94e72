/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-findings-popover.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-finding-row.h"

#define WIDTH 460
#define MAX_HEIGHT 520

struct _FoiFindingsPopover
{
  GtkPopover parent_instance;

  FoiDocument    *document;
  FoiCaseChecker *checker;
  GtkWidget      *list;
};

G_DEFINE_FINAL_TYPE (FoiFindingsPopover, foi_findings_popover, GTK_TYPE_POPOVER)

/* "To consider" stands once for warnings and advice. */
typedef struct
{
  FoiSeverity first, last;
  gboolean    accepted;
  const char *title;
} Group;

static const Group groups[] = {
  { FOI_SEVERITY_UNFINISHED, FOI_SEVERITY_UNFINISHED, FALSE, N_("To do") },
  { FOI_SEVERITY_ERROR, FOI_SEVERITY_ERROR, FALSE, N_("To fix") },
  { FOI_SEVERITY_WARNING, FOI_SEVERITY_ADVICE, FALSE, N_("To consider") },
  { FOI_SEVERITY_UNFINISHED, FOI_SEVERITY_ADVICE, TRUE, N_("Accepted") },
};

static gboolean
belongs (const Group *group, const FoiFinding *finding)
{
  return finding->severity >= group->first && finding->severity <= group->last
         && (finding->accepted != NULL) == group->accepted;
}

static GtkWidget *
new_heading (const char *title)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", title, "xalign", 0.0, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
add_group (FoiFindingsPopover *self, const Group *group)
{
  GPtrArray *findings = foi_case_checker_get_findings (self->checker);
  gboolean any = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];

      if (!belongs (group, finding))
        continue;
      if (!any)
        gtk_box_append (GTK_BOX (self->list), new_heading (_(group->title)));
      any = TRUE;
      gtk_box_append (GTK_BOX (self->list), foi_finding_row_new (self->document, finding));
    }
}

/* While it is not seen it need not follow the case. */
static void
fill (FoiFindingsPopover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->list);
  GtkWidget *child;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    add_group (self, &groups[i]);
  if (gtk_widget_get_first_child (self->list) == NULL)
    gtk_box_append (GTK_BOX (self->list),
                    gtk_label_new (foi_case_checker_is_busy (self->checker)
                                     ? _("Checking …")
                                     : _("Nothing to do, to fix or to consider.")));
  /* What was mended or accepted is gone, and the button that did it. */
  if (has_focus)
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
foi_findings_popover_dispose (GObject *object)
{
  FoiFindingsPopover *self = FOI_FINDINGS_POPOVER (object);

  g_clear_object (&self->document);
  g_clear_object (&self->checker);

  G_OBJECT_CLASS (foi_findings_popover_parent_class)->dispose (object);
}

static void
foi_findings_popover_class_init (FoiFindingsPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_findings_popover_dispose;
}

static void
foi_findings_popover_init (FoiFindingsPopover *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_start (self->list, 12);
  gtk_widget_set_margin_end (self->list, 12);
  gtk_widget_set_margin_top (self->list, 6);
  gtk_widget_set_margin_bottom (self->list, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", MAX_HEIGHT, "width-request", WIDTH, NULL);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Checks before Sending"), -1);
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
  self->document = g_object_ref (document);
  self->checker = g_object_ref (checker);
  g_signal_connect_object (checker, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::visible", G_CALLBACK (fill), NULL);
  return GTK_WIDGET (self);
}
