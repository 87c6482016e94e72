/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-remedy.h"

G_BEGIN_DECLS

/**
 * FoiSmallPreview:
 * @remedy: what would be done
 * @table: the table as it would print
 * @changes: what changes in a cell, in words, by its place
 * @rows: (element-type guint): the rows that are worth a look: all of a short table, else those in
 *   which something changes
 * @columns: (element-type guint): likewise
 * @n_rows_more: how many rows are not among them
 * @n_columns_more: how many columns
 * @changes_anything: whether the case would be another one
 * @verdict: what somebody could work out of it, in sentences
 * @warns: the verdict is more than that all is well
 *
 * How a table would print if small numbers were taken care of, and what could still be worked out:
 * made in a thread, looked at by the window.
 */
typedef struct
{
  FoiRemedy *remedy;
  FoiPublication *table;
  GHashTable *changes;
  GArray *rows;
  GArray *columns;
  guint n_rows_more;
  guint n_columns_more;
  gboolean changes_anything;
  char *verdict;
  gboolean warns;
} FoiSmallPreview;

FoiSmallPreview *foi_small_preview_new (FoiCaseState *state, const FoiRemedyRequest *request,
                                        FoiAuditProgress progress, gpointer user_data,
                                        GCancellable *cancellable, GError **error);
void             foi_small_preview_free (FoiSmallPreview *self);
const char      *foi_small_preview_get_change (FoiSmallPreview *self, guint row, guint column);
char            *foi_small_preview_dup_row_words (FoiSmallPreview *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiSmallPreview, foi_small_preview_free)

G_END_DECLS
