/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_NEW_CASE_WINDOW (foi_new_case_window_get_type ())

/**
 * FoiNewCaseWindow:
 *
 * A request is pasted; who wrote it, when and what they ask is recognised and shown to be
 * corrected. Creating the case opens its window.
 */
G_DECLARE_FINAL_TYPE (FoiNewCaseWindow, foi_new_case_window, FOI, NEW_CASE_WINDOW, GtkWindow)

GtkWidget *foi_new_case_window_new (GtkApplication *application);

G_END_DECLS
