/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkDropDown over the words of an enumeration, of which not all can be chosen at a time. */
void     foi_choice_list_fill (GtkWidget *drop_down, const char *const *words);
void     foi_choice_list_show (GtkWidget *drop_down, guint offered, guint value);
gboolean foi_choice_list_get (GtkWidget *drop_down, guint *value);

G_END_DECLS
