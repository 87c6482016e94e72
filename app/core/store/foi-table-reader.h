/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-faults.h"
#include "foi-left-out.h"
#include "foi-table-data.h"

G_BEGIN_DECLS

FoiTableData *foi_table_read (FoiFaults *faults, guint index, JsonNode *resource,
                              FoiLeftOut *left_out, GCancellable *cancellable, GError **error);

G_END_DECLS
