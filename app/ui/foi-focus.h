/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void foi_focus_let_go (GtkWidgetClass *widget_class);
void foi_focus_close_by_escape (GtkWidget *window);
void foi_focus_keep_shortcuts (GtkWidget *popover);
void foi_focus_leave_by_tab (GtkWidget *list);

G_END_DECLS
