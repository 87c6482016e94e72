/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoiWhole:
 *
 * Whole numbers that have to fit rows. What a linear program cannot know is that there are few of
 * them: beside a percentage of 33.3 no total between 3 and 6 is possible. Here every row narrows
 * its columns, and the narrowest are tried one number after another.
 */
typedef struct _FoiWhole FoiWhole;

/**
 * FoiWholeResult:
 * @FOI_WHOLE_FOUND: there are such numbers
 * @FOI_WHOLE_NONE: it is proved that there are none
 * @FOI_WHOLE_OPEN: neither, within the steps that were allowed
 */
typedef enum
{
  FOI_WHOLE_FOUND,
  FOI_WHOLE_NONE,
  FOI_WHOLE_OPEN,
} FoiWholeResult;

FoiWhole      *foi_whole_new (guint n_columns, guint n_rows);
void           foi_whole_free (FoiWhole *self);
void           foi_whole_set_row (FoiWhole *self, guint row, const guint *columns,
                                  const gint64 *factors, guint n_terms, gint64 from, gint64 to);
void           foi_whole_set_column (FoiWhole *self, guint column, gint64 from, gint64 to,
                                     gint64 near);
FoiWholeResult foi_whole_search (FoiWhole *self, guint max_nodes, gint64 *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiWhole, foi_whole_free)

G_END_DECLS
