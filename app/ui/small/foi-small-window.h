/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_SMALL_WINDOW (foi_small_window_get_type ())

/**
 * FoiSmallWindow:
 *
 * The small numbers of a table: the rule, what the table would print by it, what somebody could
 * still work out, and one button that does it.
 */
G_DECLARE_FINAL_TYPE (FoiSmallWindow, foi_small_window, FOI, SMALL_WINDOW, GtkWindow)

void foi_small_window_present (GtkWindow *parent, FoiDocument *document, const char *table);

G_END_DECLS
