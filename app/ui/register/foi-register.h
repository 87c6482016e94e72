/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-register-copies.h"
#include "foi-register-item.h"

G_BEGIN_DECLS

#define FOI_TYPE_REGISTER (foi_register_get_type ())

/**
 * FoiRegister:
 *
 * The cases of a folder, a #GListModel of #FoiRegisterItem in no order, which follows the files:
 * they are read in other threads, and looked at again when the system says that something changed,
 * every half minute, and when foi_register_refresh() is called, for shared folders do not tell.
 * Signals: "changed": it begins or ends to read, or has another problem; "searched": what was
 * sought was found, or is not sought any more.
 */
G_DECLARE_FINAL_TYPE (FoiRegister, foi_register, FOI, REGISTER, GObject)

FoiRegister     *foi_register_new         (void);
FoiRegister     *foi_register_peek        (void);
void             foi_register_set_folder  (FoiRegister *self, const char *folder);
const char      *foi_register_get_folder  (FoiRegister *self);
void             foi_register_refresh     (FoiRegister *self);
gboolean         foi_register_is_reading  (FoiRegister *self);
const char      *foi_register_get_problem (FoiRegister *self);
void             foi_register_search      (FoiRegister *self, const char *words);
const char      *foi_register_get_words   (FoiRegister *self);
FoiRegisterItem *foi_register_find        (FoiRegister *self, const char *path);
FoiRegisterItem *foi_register_find_copy   (FoiRegister *self);
FoiRegisterCopies *foi_register_new_copies (FoiRegister *self);

G_END_DECLS
