/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"
#include "foi-disclosure-case.h"

G_BEGIN_DECLS

/**
 * FoiProtection:
 * @table: the table
 * @rule: its rule
 * @disclosure: the case as it would be, with all marks
 * @audit: what could be worked out then
 * @primary: (element-type guint): cells of its problem that are suppressed for being small
 * @secondary: (element-type guint): cells that are suppressed so that those cannot be worked out
 * @advice: (nullable): what else could be done, where no pattern was found that is safe
 *
 * A preview: which cells of a table would be suppressed, and the audit of that. Nothing is changed
 * until it is applied.
 */
typedef struct
{
  char *table;
  FoiSmallRule rule;
  FoiDisclosureCase *disclosure;
  FoiAudit *audit;
  GArray *primary;
  GArray *secondary;
  char *advice;
} FoiProtection;

FoiProtection *foi_protection_new (FoiCaseState *state, const char *table,
                                   const FoiSmallRule *rule, FoiAuditProgress progress,
                                   gpointer user_data, GCancellable *cancellable, GError **error);
void           foi_protection_free (FoiProtection *self);
gboolean       foi_protection_apply (FoiProtection *self, FoiCaseEditor *editor,
                                     const char *reason, GError **error);
gboolean       foi_protection_is_in_force (FoiCaseState *state, const char *table);
gboolean       foi_protection_lift (FoiCaseEditor *editor, const char *table, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiProtection, foi_protection_free)

G_END_DECLS
