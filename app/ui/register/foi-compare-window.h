/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_COMPARE_WINDOW (foi_compare_window_get_type ())

/**
 * FoiCompareWindow:
 *
 * Shows in what a case and a copy of it differ, and lets a person keep one of them: the other goes
 * to the bin.
 */
G_DECLARE_FINAL_TYPE (FoiCompareWindow, foi_compare_window, FOI, COMPARE_WINDOW, GtkWindow)

GtkWidget *foi_compare_window_present (GtkWindow *parent, const char *original, const char *copy);

G_END_DECLS
