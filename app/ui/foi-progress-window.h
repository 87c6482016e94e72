/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_PROGRESS_WINDOW (foi_progress_window_get_type ())

/**
 * FoiProgressWindow:
 *
 * Says how far something is that takes long, and can cancel it.
 */
G_DECLARE_FINAL_TYPE (FoiProgressWindow, foi_progress_window, FOI, PROGRESS_WINDOW, GtkWindow)

GtkWidget *foi_progress_window_new (GtkApplication *application, const char *text,
                                    GCancellable *cancellable);
void       foi_progress_window_set_fraction (FoiProgressWindow *self, double fraction);

G_END_DECLS
