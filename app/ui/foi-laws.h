/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        foi_laws_fill (GtkWidget *drop_down, gboolean in_full);
const char *foi_laws_get_first (void);
const char *foi_laws_get_selected (GtkWidget *drop_down);
void        foi_laws_select (GtkWidget *drop_down, const char *regime);

G_END_DECLS
