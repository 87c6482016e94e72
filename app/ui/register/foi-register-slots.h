/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-register-slot.h"

G_BEGIN_DECLS

#define FOI_TYPE_REGISTER_SLOTS (foi_register_slots_get_type ())

/**
 * FoiRegisterSlots:
 *
 * A list of places for the rows of another list, for a view of GTK 4.8: that makes its widgets for
 * the first 200 rows anew for each choice of rows, which takes a third of a second. Here the places
 * stay when many rows change, and only what stands in them is another; and where there are more
 * than before they come a few in each turn of the main loop.
 *
 * Where few rows change, those that stay keep their places, and with them the focus. Signal
 * "changed": the rows changed, and which of them is where.
 */
G_DECLARE_FINAL_TYPE (FoiRegisterSlots, foi_register_slots, FOI, REGISTER_SLOTS, GObject)

FoiRegisterSlots *foi_register_slots_new           (GListModel *rows);
void              foi_register_slots_set_rows      (FoiRegisterSlots *self, GListModel *rows);
void              foi_register_slots_hold          (FoiRegisterSlots *self);
void              foi_register_slots_set_seen      (FoiRegisterSlots *self, guint position);
void              foi_register_slots_set_following (FoiRegisterSlots *self, gboolean following);

G_END_DECLS
