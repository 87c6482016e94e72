/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-group.h"

G_BEGIN_DECLS

#define FOI_TYPE_REGISTER_ROWS (foi_register_rows_get_type ())

/**
 * FoiRegisterRows:
 *
 * The rows of a table of cases: these in their order; or, under a heading for each group that has
 * any, the cases of that group.
 */
G_DECLARE_FINAL_TYPE (FoiRegisterRows, foi_register_rows, FOI, REGISTER_ROWS, GObject)

FoiRegisterRows    *foi_register_rows_new          (GListModel *cases);
void                foi_register_rows_set_grouping (FoiRegisterRows *self,
                                                    FoiRegisterGrouping grouping);
FoiRegisterGrouping foi_register_rows_get_grouping (FoiRegisterRows *self);
GListModel         *foi_register_rows_get_list     (FoiRegisterRows *self);
GPtrArray          *foi_register_rows_list_entries (FoiRegisterRows *self);
FoiRegisterItem    *foi_register_rows_ref_case     (gpointer row);
FoiRegisterGroup   *foi_register_rows_ref_group    (gpointer row);
gboolean            foi_register_rows_fold         (gpointer row, gboolean folded);

G_END_DECLS
