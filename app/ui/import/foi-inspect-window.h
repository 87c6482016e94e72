/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_INSPECT_WINDOW (foi_inspect_window_get_type ())

/**
 * FoiInspectWindow:
 *
 * A tool that needs no case: what a workbook holds that a glance at it does not show, before it is
 * given to anybody.
 */
G_DECLARE_FINAL_TYPE (FoiInspectWindow, foi_inspect_window, FOI, INSPECT_WINDOW, GtkWindow)

GtkWidget  *foi_inspect_window_present (GtkApplication *application, GFile *file);
gboolean    foi_inspect_window_is_busy (FoiInspectWindow *self);
const char *foi_inspect_window_get_heading (FoiInspectWindow *self);
gboolean    foi_inspect_takes (GFile *file);

G_END_DECLS
