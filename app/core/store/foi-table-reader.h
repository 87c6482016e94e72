/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-faults.h"
#include "foi-left-out.h"
#include "foi-table-data.h"

G_BEGIN_DECLS

/**
 * FoiReading:
 * @faults: where faults of content go
 * @left_out: the columns left out of the letter
 * @size: of the file, in bytes
 * @progress: (nullable): told now and then how much is done
 * @user_data: for @progress
 * @cancellable: (nullable): looked at now and then
 *
 * What the readers of one file share.
 */
typedef struct
{
  FoiFaults      *faults;
  FoiLeftOut     *left_out;
  gsize           size;
  FoiProgressFunc progress;
  gpointer        user_data;
  GCancellable   *cancellable;
} FoiReading;

/* How much of the work is done when the tree is read; the tables' rows are the rest. */
#define FOI_READING_TREE_SHARE 0.5

FoiTableData *foi_table_read (FoiReading *reading, guint index, JsonNode *resource,
                              GError **error);

G_END_DECLS
