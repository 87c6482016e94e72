/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-case-file.h"

G_BEGIN_DECLS

#define FOI_TYPE_FAULTS_WINDOW (foi_faults_window_get_type ())

/**
 * FoiFaultsWindow:
 *
 * Why a file was not opened: each fault with its line, its column and its path, to be copied to
 * whoever made the file.
 */
G_DECLARE_FINAL_TYPE (FoiFaultsWindow, foi_faults_window, FOI, FAULTS_WINDOW, GtkWindow)

FoiFaultsWindow *foi_faults_window_present (GtkApplication *application, GFile *file,
                                            const GError *error, GPtrArray *faults);
char            *foi_faults_window_dup_text (FoiFaultsWindow *self);

G_END_DECLS
