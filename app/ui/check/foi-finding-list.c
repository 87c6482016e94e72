/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-finding-list.h"

#include <glib/gi18n.h>

#include "foi-finding-row.h"

struct _FoiFindingList
{
  GtkBox parent_instance;

  FoiDocument    *document;
  FoiCaseChecker *checker;
  FoiSeverity     first;
};

enum
{
  LEAVING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiFindingList, foi_finding_list, GTK_TYPE_BOX)

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
belongs (FoiFindingList *self, const Group *group, const FoiFinding *finding)
{
  return finding->severity >= group->first && finding->severity <= group->last
         && finding->severity >= self->first && (finding->accepted != NULL) == group->accepted;
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
leaving_cb (FoiFindingList *self)
{
  g_signal_emit (self, signals[LEAVING], 0);
}

static void
add_group (FoiFindingList *self, const Group *group)
{
  GPtrArray *findings = foi_case_checker_get_findings (self->checker);
  gboolean any = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];
      GtkWidget *row;

      if (!belongs (self, group, finding))
        continue;
      if (!any)
        gtk_box_append (GTK_BOX (self), new_heading (_(group->title)));
      any = TRUE;
      row = foi_finding_row_new (self->document, finding);
      g_signal_connect_object (row, "leaving", G_CALLBACK (leaving_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), row);
    }
}

static void
foi_finding_list_dispose (GObject *object)
{
  FoiFindingList *self = FOI_FINDING_LIST (object);

  g_clear_object (&self->document);
  g_clear_object (&self->checker);

  G_OBJECT_CLASS (foi_finding_list_parent_class)->dispose (object);
}

static void
foi_finding_list_class_init (FoiFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_finding_list_dispose;

  signals[LEAVING] = g_signal_new ("leaving", FOI_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_finding_list_init (FoiFindingList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/* While it is not seen it need not follow the case. */
static void
checked_cb (FoiFindingList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    foi_finding_list_update (self);
}

/**
 * foi_finding_list_new:
 * @document: a case
 * @checker: what checks it
 *
 * Returns: (transfer floating): the list of what was found; empty until it is updated.
 */
GtkWidget *
foi_finding_list_new (FoiDocument *document, FoiCaseChecker *checker)
{
  FoiFindingList *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (FOI_IS_CASE_CHECKER (checker), NULL);

  self = g_object_new (FOI_TYPE_FINDING_LIST, NULL);
  self->document = g_object_ref (document);
  self->checker = g_object_ref (checker);
  g_signal_connect_object (checker, "changed", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_finding_list_set_first:
 * @first: the first severity that is listed
 *
 * Leaves out what is told elsewhere.
 */
void
foi_finding_list_set_first (FoiFindingList *self, FoiSeverity first)
{
  g_return_if_fail (FOI_IS_FINDING_LIST (self));
  self->first = first;
}

/**
 * foi_finding_list_update:
 *
 * Lists what was found last.
 */
void
foi_finding_list_update (FoiFindingList *self)
{
  GtkRoot *root;
  GtkWidget *focus, *child;
  gboolean has_focus;

  g_return_if_fail (FOI_IS_FINDING_LIST (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    add_group (self, &groups[i]);
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) == NULL)
    gtk_box_append (GTK_BOX (self),
                    gtk_label_new (foi_case_checker_is_busy (self->checker)
                                     ? _("Checking …")
                                     : _("Nothing to do, to fix or to consider.")));
  /* What was mended or accepted is gone, and the button that did it. */
  if (has_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
