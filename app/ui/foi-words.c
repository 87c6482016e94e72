/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-words.h"

/**
 * foi_words_new:
 * @text: (nullable): what it says
 * @style: the class of its look
 *
 * Returns: (transfer full): a label of sentences, which begin at the left and may take more lines
 *     than one.
 */
GtkWidget *
foi_words_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

/**
 * foi_words_show:
 * @label: a label
 * @text: (nullable): what it is to say
 *
 * Says it; a label that has nothing to say is not there.
 */
void
foi_words_show (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && text[0] != '\0');
}
