/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-view-names.h"

#include <glib/gi18n.h>

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Columns that are not shown have no heading. */
static void
name_headings (GtkColumnView *view, GtkWidget *header)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *heading = gtk_widget_get_first_child (header);

  for (guint i = 0; heading != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      name_widget (heading, gtk_column_view_column_get_title (column));
      heading = gtk_widget_get_next_sibling (heading);
    }
}

/**
 * foi_view_names_set:
 * @view: a table that has its columns
 * @name: what it is called
 *
 * Names a table for those who hear it, and the parts that the toolkit makes of it, which report
 * their C types else.
 */
void
foi_view_names_set (GtkColumnView *view, const char *name)
{
  GtkWidget *header, *list;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  name_widget (GTK_WIDGET (view), name);
  header = gtk_widget_get_first_child (GTK_WIDGET (view));
  list = header != NULL ? gtk_widget_get_next_sibling (header) : NULL;
  if (header != NULL)
    {
      name_widget (header, _("Headings"));
      name_headings (view, header);
    }
  if (list != NULL)
    name_widget (list, _("Rows"));
}
