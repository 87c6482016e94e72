/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-data.h"

G_BEGIN_DECLS

/* A last column of generated ids, never printed, for a table in which nothing names the rows. */

FoiRowStore  *foi_generated_key_add (GPtrArray *columns, FoiRowStore *rows);
FoiTableData *foi_generated_key_ensure (FoiTableData *data);

G_END_DECLS
