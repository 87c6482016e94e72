/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_START_WINDOW (foi_start_window_get_type ())

/**
 * FoiStartWindow:
 *
 * Where a person begins: the cases used lately, a new one, another file, the example.
 */
G_DECLARE_FINAL_TYPE (FoiStartWindow, foi_start_window, FOI, START_WINDOW, GtkApplicationWindow)

GtkWidget *foi_start_window_new (GtkApplication *application);
guint      foi_start_window_get_n_recent (FoiStartWindow *self);

G_END_DECLS
