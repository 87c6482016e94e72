/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-tooltip.h"

/**
 * foi_tooltip_set:
 * @widget: a widget
 * @text: (nullable): what to say of it; %NULL or "" for nothing
 *
 * Gives a widget its tooltip. For widgets that follow the case: setting the same text again would
 * have the toolkit look for the pointer and ask whatever lies below it, after every edit.
 *
 * Returns: whether it was another text.
 */
gboolean
foi_tooltip_set (GtkWidget *widget, const char *text)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (text != NULL && text[0] == '\0')
    text = NULL;
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return FALSE;
  gtk_widget_set_tooltip_text (widget, text);
  return TRUE;
}
