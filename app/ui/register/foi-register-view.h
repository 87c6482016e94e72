/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-table.h"

G_BEGIN_DECLS

#define FOI_TYPE_REGISTER_VIEW (foi_register_view_get_type ())

/**
 * FoiRegisterView:
 *
 * The register of a folder as a person works with it: search, filters with their counts, the table,
 * and what there is to say where it has no rows. The folder, the filter and the columns are
 * remembered. Signals: "activated": a case is to be opened, which is the item; "back": who looked
 * at chosen cases wants to see again what led to them.
 */
G_DECLARE_FINAL_TYPE (FoiRegisterView, foi_register_view, FOI, REGISTER_VIEW, GtkWidget)

GtkWidget        *foi_register_view_new           (void);
FoiRegister      *foi_register_view_get_register  (FoiRegisterView *self);
FoiRegisterTable *foi_register_view_get_table     (FoiRegisterView *self);
void              foi_register_view_choose_folder (FoiRegisterView *self);
void              foi_register_view_choose        (FoiRegisterView *self, GHashTable *paths,
                                                   const char *words);
void              foi_register_view_focus_search  (FoiRegisterView *self);

G_END_DECLS
