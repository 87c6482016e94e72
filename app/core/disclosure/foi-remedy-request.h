/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-small-rule.h"

G_BEGIN_DECLS

/**
 * FoiRemedyRequest:
 * @table: the name of a table
 * @also: (nullable): names of others to which @takes_off or @rule goes as well, in the same step
 * @takes_off: figures are to be shown again, and the table has no rule any more; all below is idle
 * @rule: which counts are too small, and what is done about them after all else was; without
 *   threshold and base the table keeps its rule, if it has one
 * @reason: (nullable): why identification is reasonably likely
 * @dropped: (nullable): names of columns that are left out of the letter; with that of a table of
 *   @also and a slash before it, of that table
 * @columns: (nullable): names of columns that become one
 * @columns_label: (nullable): its heading
 * @rows: (element-type guint64): ids of rows that become one
 * @rows_label: (nullable): what names it
 *
 * What is to be done to a table, in this order. All of it belongs to the request.
 */
typedef struct
{
  char *table;
  GStrv also;
  gboolean takes_off;
  FoiSmallRule rule;
  char *reason;
  GStrv dropped;
  GStrv columns;
  char *columns_label;
  GArray *rows;
  char *rows_label;
} FoiRemedyRequest;

FoiRemedyRequest *foi_remedy_request_new (const char *table);
FoiRemedyRequest *foi_remedy_request_copy (const FoiRemedyRequest *self);
void              foi_remedy_request_free (FoiRemedyRequest *self);
gboolean          foi_remedy_request_is_of (const FoiRemedyRequest *self, const char *table);

/* foi-remedy-together.c */
char             *foi_remedy_request_dup_others (const FoiRemedyRequest *self,
                                                 FoiCaseState *state);

/* foi-remedy-proposal.c */
gboolean          foi_remedy_request_add_row (FoiRemedyRequest *self, FoiCaseState *state,
                                              const char *name, GError **error);
char             *foi_remedy_request_dup_label (const FoiRemedyRequest *self, FoiCaseState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRemedyRequest, foi_remedy_request_free)

G_END_DECLS
