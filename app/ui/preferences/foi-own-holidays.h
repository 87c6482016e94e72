/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_OWN_HOLIDAYS (foi_own_holidays_get_type ())

/**
 * FoiOwnHolidays:
 *
 * The bank holidays that an office adds itself, because they were proclaimed and are in no file
 * yet: each with a note, and each taken away again with one button.
 */
G_DECLARE_FINAL_TYPE (FoiOwnHolidays, foi_own_holidays, FOI, OWN_HOLIDAYS, GtkWidget)

GtkWidget *foi_own_holidays_new (void);
void       foi_own_holidays_set_document (FoiOwnHolidays *self, FoiDocument *document);

G_END_DECLS
