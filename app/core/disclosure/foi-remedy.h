/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"
#include "foi-cell-list.h"
#include "foi-disclosure-case.h"
#include "foi-remedy-request.h"

G_BEGIN_DECLS

/* A figure that is printed otherwise than it is, and where. */
typedef struct
{
  char *table;
  guint64 row;
  char *row_name; /* as in {{value:TABLE/ROW/FIELD}} */
  char *column;
  FoiWithheldBy by;
} FoiRemedyCell;

/**
 * FoiRemedy:
 * @before: the case that it was made for
 * @after: the case as it would be
 * @cells: (element-type FoiRemedyCell): the tables' figures that would be suppressed or rounded
 * @disclosure: @after as a reader sees it
 * @audit: what could be worked out of it
 * @open: (element-type FoiCellPlace): what of @after would still be shown though it is small
 * @is_safe: of these tables nothing that the rule covers
 * @verdict: the same in words
 * @loss: what readers do without, in words
 * @advice: (nullable): what else could be done, where it is not safe
 * @proposal: (nullable): what of it is safe for certain, as a request
 *
 * A preview. Nothing is changed until it is applied.
 */
typedef struct
{
  FoiRemedyRequest *request;
  FoiCaseState *before, *after;
  GArray *cells;
  guint n_primary, n_secondary, n_rounded;
  FoiDisclosureCase *disclosure;
  FoiAudit *audit;
  GArray *open;
  gboolean is_safe;
  char *verdict;
  char *loss;
  char *advice;
  FoiRemedyRequest *proposal;
} FoiRemedy;

FoiRemedy *foi_remedy_new (FoiCaseState *state, const FoiRemedyRequest *request,
                           FoiAuditProgress progress, gpointer user_data,
                           GCancellable *cancellable, GError **error);
void       foi_remedy_free (FoiRemedy *self);
gboolean   foi_remedy_apply (FoiRemedy *self, FoiCaseEditor *editor, GError **error);
gboolean   foi_remedy_concerns (FoiRemedy *self, const FoiAuditCell *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRemedy, foi_remedy_free)

G_END_DECLS
