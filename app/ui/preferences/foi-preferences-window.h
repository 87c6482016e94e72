/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-application.h"

G_BEGIN_DECLS

#define FOI_TYPE_PREFERENCES_WINDOW (foi_preferences_window_get_type ())

/**
 * FoiPreferencesWindow:
 *
 * The authority's profile as a form, which is saved as one file, and how the program looks, which
 * is remembered at once.
 */
G_DECLARE_FINAL_TYPE (FoiPreferencesWindow, foi_preferences_window, FOI, PREFERENCES_WINDOW,
                      GtkWindow)

/* @document: (nullable): the case to which the profile can be applied */
FoiPreferencesWindow *foi_preferences_window_present (FoiApplication *application,
                                                      GtkWindow *parent, FoiDocument *document);

G_END_DECLS
