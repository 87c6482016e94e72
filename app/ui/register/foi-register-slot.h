/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FOI_TYPE_REGISTER_SLOT (foi_register_slot_get_type ())

/**
 * FoiRegisterSlot:
 *
 * A place in a list, and the row that stands there now. Signal "changed": it is another row, as
 * foi_register_slot_tell() tells.
 */
G_DECLARE_FINAL_TYPE (FoiRegisterSlot, foi_register_slot, FOI, REGISTER_SLOT, GObject)

FoiRegisterSlot *foi_register_slot_new     (GObject *row);
GObject         *foi_register_slot_get_row (FoiRegisterSlot *self);
void             foi_register_slot_set_row (FoiRegisterSlot *self, GObject *row);
void             foi_register_slot_tell    (FoiRegisterSlot *self);

G_END_DECLS
