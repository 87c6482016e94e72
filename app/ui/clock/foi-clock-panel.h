/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_CLOCK_PANEL (foi_clock_panel_get_type ())

/**
 * FoiClockPanel:
 *
 * By when a case must be answered, and how that date was reached. It follows the case while it is
 * seen.
 */
G_DECLARE_FINAL_TYPE (FoiClockPanel, foi_clock_panel, FOI, CLOCK_PANEL, GtkWidget)

GtkWidget *foi_clock_panel_new (FoiDocument *document);

G_END_DECLS
