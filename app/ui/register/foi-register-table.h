/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-register-filter.h"
#include "foi-register.h"

G_BEGIN_DECLS

#define FOI_TYPE_REGISTER_TABLE (foi_register_table_get_type ())

/**
 * FoiRegisterTable:
 *
 * The table of a register: its columns, which are chosen and sorted by their headings and are
 * remembered; the rows that its filter and its search leave. Signals: "activated": a case is to be
 * opened, which is the item; "filtered": other rows are shown.
 */
G_DECLARE_FINAL_TYPE (FoiRegisterTable, foi_register_table, FOI, REGISTER_TABLE, GtkWidget)

GtkWidget        *foi_register_table_new        (FoiRegister *reg);
void              foi_register_table_set_filter (FoiRegisterTable *self, FoiRegisterFilter filter);
FoiRegisterFilter foi_register_table_get_filter (FoiRegisterTable *self);
void              foi_register_table_choose     (FoiRegisterTable *self, GHashTable *paths);
gboolean          foi_register_table_has_chosen (FoiRegisterTable *self);
guint             foi_register_table_get_n_rows (FoiRegisterTable *self);
FoiRegisterItem  *foi_register_table_get_row    (FoiRegisterTable *self, guint position);
char             *foi_register_table_dup_heading (FoiRegisterTable *self, guint position);
void              foi_register_table_set_grouped (FoiRegisterTable *self, gboolean grouped);
GPtrArray        *foi_register_table_list_entries (FoiRegisterTable *self);
FoiRegisterItem  *foi_register_table_ref_selected (FoiRegisterTable *self);
GMenuModel       *foi_register_table_get_menu   (FoiRegisterTable *self);
void              foi_register_table_add_actions (FoiRegisterTable *self, GtkWidget *widget);

G_END_DECLS
