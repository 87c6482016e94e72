/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-last-look.h"

G_BEGIN_DECLS

#define FOI_TYPE_LEAK_ROW (foi_leak_row_get_type ())

/**
 * FoiLeakRow:
 *
 * A sentence in which a number seems to be a figure that is withheld, and the way to say that it is
 * another one. Signal: "confirmed" (reason): somebody looked at it and says why it may stand.
 */
G_DECLARE_FINAL_TYPE (FoiLeakRow, foi_leak_row, FOI, LEAK_ROW, GtkBox)

GtkWidget  *foi_leak_row_new (const FoiLeak *leak);
void        foi_leak_row_add_place (FoiLeakRow *self, const FoiLeak *leak);
const char *foi_leak_row_get_path (FoiLeakRow *self);

G_END_DECLS
