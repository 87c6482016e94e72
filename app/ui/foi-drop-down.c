/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-drop-down.h"

#include <glib/gi18n.h>

static void
name_button (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  const char *name = g_object_get_data (G_OBJECT (drop_down), "foi-name");
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *label = NULL;

  if (button == NULL)
    return;
  if (GTK_IS_STRING_OBJECT (item))
    /* Translators: a choice and what is chosen, for screen readers: "Kind of chart: Columns". */
    label = g_strdup_printf (_("%s: %s"), name, gtk_string_object_get_string (item));
  else
    label = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *list = find_list (child);

      if (list != NULL)
        return list;
    }
  return NULL;
}

/* The list remembers where its cursor was, and not what was chosen meanwhile by other means: the
 * next arrow key would go from a row that nobody sees marked. */
static void
shown_cb (GtkWidget *popover, GtkDropDown *drop_down)
{
  const guint selected = gtk_drop_down_get_selected (drop_down);
  GtkWidget *list = find_list (popover);
  GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL;

  /* All rows of a short list are there, in their order. */
  for (guint i = 0; row != NULL && i < selected; i++)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
follow_popover (GtkWidget *drop_down)
{
  GtkWidget *popover = gtk_widget_get_last_child (drop_down);

  if (GTK_IS_POPOVER (popover))
    g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), drop_down, G_CONNECT_AFTER);
}

/**
 * foi_drop_down_set_name:
 * @drop_down: a #GtkDropDown of strings
 * @name: what is chosen with it
 *
 * Names it for screen readers, and the button inside it, too: that is what has the focus, and
 * without a name it goes by that of its class. The button also says what is chosen. The keyboard
 * begins at what is chosen when the list is shown.
 */
void
foi_drop_down_set_name (GtkWidget *drop_down, const char *name)
{
  g_autoptr (GList) labels = NULL;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (name != NULL);

  /* Where a label points at it, GTK has named it: it would have its name twice. */
  labels = gtk_widget_list_mnemonic_labels (drop_down);
  if (labels == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  if (g_object_get_data (G_OBJECT (drop_down), "foi-name") == NULL)
    {
      g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (name_button), NULL);
      follow_popover (drop_down);
    }
  g_object_set_data_full (G_OBJECT (drop_down), "foi-name", g_strdup (name), g_free);
  name_button (GTK_DROP_DOWN (drop_down));
}
