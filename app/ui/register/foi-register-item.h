/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "foi-case-folder.h"
#include "foi-errand.h"
#include "foi-register-filter.h"

G_BEGIN_DECLS

#define FOI_TYPE_REGISTER_ITEM (foi_register_item_get_type ())

/**
 * FoiRegisterItem:
 *
 * A case in the list of a folder: the object around an entry, and what a search found in it. A
 * file that changed is another item. Signal "changed": its case was checked, or searched.
 */
G_DECLARE_FINAL_TYPE (FoiRegisterItem, foi_register_item, FOI, REGISTER_ITEM, GObject)

FoiRegisterItem      *foi_register_item_new         (FoiCaseEntry *entry);
void                  foi_register_item_set_entry   (FoiRegisterItem *self, FoiCaseEntry *entry);
const FoiCaseEntry   *foi_register_item_get_entry   (FoiRegisterItem *self);
const FoiRegisterRow *foi_register_item_get_row     (FoiRegisterItem *self);
FoiErrand             foi_register_item_get_errand  (FoiRegisterItem *self, FoiDate today);
gboolean              foi_register_item_is_accepted (FoiRegisterItem *self,
                                                     FoiRegisterFilter filter, FoiDate today);
const char           *foi_register_item_get_excerpt (FoiRegisterItem *self);
const char           *foi_register_item_get_place   (FoiRegisterItem *self);
const char           *foi_register_item_get_original (FoiRegisterItem *self);
void                  foi_register_item_set_original (FoiRegisterItem *self, const char *original);
void                  foi_register_item_take_hit    (FoiRegisterItem *self, FoiCaseTextHit *hit);

G_END_DECLS
