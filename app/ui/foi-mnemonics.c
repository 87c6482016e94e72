/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-mnemonics.h"

#define NAMED "foi-named"

/* "_Save" as it is said: "Save". Two underlines stand for one. */
static char *
dup_plain (const char *label)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p++)
    {
      if (*p == '_' && *++p == '\0')
        break;
      g_string_append_c (plain, *p);
    }
  return g_string_free (plain, FALSE);
}

/* The label of a button that has a key; NULL for others. */
static const char *
get_label (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_CHECK_BUTTON (widget)
      && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  return NULL;
}

static void
name_button (GtkWidget *widget)
{
  const char *label = get_label (widget);
  g_autofree char *name = label != NULL ? dup_plain (label) : NULL;

  if (name == NULL)
    return;
  /* Both what labels it and its own label would be read, one after the other. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/**
 * foi_mnemonics_name_buttons:
 * @widget: a part of a window that is made while the window is seen
 *
 * Has the buttons in it read by their words, once: whoever knows a better name for one later is not
 * contradicted.
 */
void
foi_mnemonics_name_buttons (GtkWidget *widget)
{
  if (get_label (widget) != NULL
      && g_object_get_data (G_OBJECT (widget), NAMED) == NULL)
    {
      g_object_set_data (G_OBJECT (widget), NAMED, GINT_TO_POINTER (TRUE));
      name_button (widget);
      g_signal_connect (widget, "notify::label", G_CALLBACK (name_button), NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    foi_mnemonics_name_buttons (child);
}

static void
windows_changed_cb (GListModel *windows, guint position, guint removed, guint added,
                    gpointer unused)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "map", G_CALLBACK (foi_mnemonics_name_buttons), NULL);
    }
}

/**
 * foi_mnemonics_read_plainly:
 *
 * The toolkit tells screen readers a button's label with the underline that marks its key on the
 * screen: "underline Save". From now on the buttons that a window has when it is shown are called
 * by their words alone, also when these change.
 */
void
foi_mnemonics_read_plainly (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb),
                    NULL);
}
