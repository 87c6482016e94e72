/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_DAYS_WINDOW (foi_days_window_get_type ())

/**
 * FoiDaysWindow:
 *
 * Two tools that need no case: by when a request that came on a day must be answered, with every
 * day that is not counted; and working days, from one day to another or so many of them.
 */
G_DECLARE_FINAL_TYPE (FoiDaysWindow, foi_days_window, FOI, DAYS_WINDOW, GtkWindow)

void        foi_days_window_present (GtkApplication *application);
const char *foi_days_window_get_due (FoiDaysWindow *self);
const char *foi_days_window_get_count (FoiDaysWindow *self);

G_END_DECLS
