/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-protection.h"

G_BEGIN_DECLS

/**
 * FoiSmallChange:
 * @text: what the letter prints in the cell
 * @words: what it is instead of, and why: "3, small"
 *
 * A cell that would print as something else.
 */
typedef struct
{
  char *text;
  char *words;
} FoiSmallChange;

/**
 * FoiSmallPreview:
 * @table: the table as it is, for what prints as before
 * @rows: (element-type guint): the rows that are worth a look: all of a short table, else those in
 *   which something changes
 * @columns: (element-type guint): likewise
 * @n_rows_more: how many rows are not among them
 * @n_columns_more: how many columns
 * @n_changes: how many cells change
 * @is_safe: nobody can work out a figure that is left out of this table; proved
 * @summary: what is done, in a sentence
 * @sentences: (element-type utf8): what somebody could work out then; none: nothing
 * @protection: what does it
 *
 * How a table would print if small numbers were taken care of, and what could still be worked out:
 * made in a thread, looked at by the window.
 */
typedef struct
{
  FoiPublication *table;
  GHashTable *changes;
  GArray *rows;
  GArray *columns;
  guint n_rows_more;
  guint n_columns_more;
  guint n_changes;
  gboolean is_safe;
  char *summary;
  GPtrArray *sentences;
  FoiProtection *protection;
} FoiSmallPreview;

FoiSmallPreview      *foi_small_preview_new (FoiCaseState *state, const char *table,
                                             const FoiSmallRule *rule, FoiAuditProgress progress,
                                             gpointer user_data, GCancellable *cancellable,
                                             GError **error);
void                  foi_small_preview_free (FoiSmallPreview *self);
const FoiSmallChange *foi_small_preview_get_change (FoiSmallPreview *self, guint row,
                                                    guint column);
char                 *foi_small_preview_dup_row_words (FoiSmallPreview *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiSmallPreview, foi_small_preview_free)

G_END_DECLS
