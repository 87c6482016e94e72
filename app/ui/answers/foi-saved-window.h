/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_SAVED_WINDOW (foi_saved_window_get_type ())

/**
 * FoiSavedWindow:
 *
 * The saved paragraphs, an officer's own and the authority's, found as one types and shown before
 * they are used.
 *
 * Signal: "chosen" (text): use these words; the window goes.
 */
G_DECLARE_FINAL_TYPE (FoiSavedWindow, foi_saved_window, FOI, SAVED_WINDOW, GtkWindow)

GtkWidget *foi_saved_window_present (GtkWindow *parent, const char *text);
gboolean   foi_saved_window_is_busy (FoiSavedWindow *self);

G_END_DECLS
