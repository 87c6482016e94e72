/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_START_WINDOW (foi_start_window_get_type ())

/**
 * FoiStartWindow:
 *
 * Where a person begins: all cases of a folder, the cases used lately, a new one, another file, the
 * example. Who has chosen a folder has it open all day, beside the cases.
 */
G_DECLARE_FINAL_TYPE (FoiStartWindow, foi_start_window, FOI, START_WINDOW, GtkApplicationWindow)

GtkWidget *foi_start_window_new (GtkApplication *application);
void       foi_start_window_present (GtkApplication *application);
guint      foi_start_window_get_n_recent (FoiStartWindow *self);
gboolean   foi_start_window_has_register (FoiStartWindow *self);

G_END_DECLS
