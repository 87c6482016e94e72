/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-case-checker.h"

G_BEGIN_DECLS

#define FOI_TYPE_STATUS_BAR (foi_status_bar_get_type ())

/**
 * FoiStatusBar:
 *
 * The line under a case: whether it is saved, what the thing under the cursor means, and what the
 * question at hand lacks.
 */
G_DECLARE_FINAL_TYPE (FoiStatusBar, foi_status_bar, FOI, STATUS_BAR, GtkWidget)

void foi_status_bar_set_document (FoiStatusBar *self, FoiDocument *document);
void foi_status_bar_follow_checks (FoiStatusBar *self, FoiCaseChecker *checker);

G_END_DECLS
