/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-register-table.h"
#include "foi-register.h"

G_BEGIN_DECLS

#define FOI_TYPE_REGISTER_EMPTY (foi_register_empty_get_type ())

/**
 * FoiRegisterEmpty:
 *
 * What a register says in the place of its table when that has no row: why, and where something is.
 */
G_DECLARE_FINAL_TYPE (FoiRegisterEmpty, foi_register_empty, FOI, REGISTER_EMPTY, GtkWidget)

GtkWidget *foi_register_empty_new (FoiRegister *reg, FoiRegisterTable *table);
void       foi_register_empty_say (FoiRegisterEmpty *self);

G_END_DECLS
