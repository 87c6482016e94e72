/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/**
 * FoiCommand:
 *
 * One action of a person: the whole case before and after it. What the two share costs nothing, and
 * applying and reverting cannot disagree, because each only puts its state in place.
 */
typedef struct
{
  char         *label;
  char         *merge_key;
  FoiCaseState *before;
  FoiCaseState *after;
} FoiCommand;

FoiCommand   *foi_command_new (const char *label, const char *merge_key, FoiCaseState *before,
                               FoiCaseState *after);
void          foi_command_free (FoiCommand *self);
FoiCaseState *foi_command_apply (FoiCommand *self);
FoiCaseState *foi_command_revert (FoiCommand *self);
const char   *foi_command_describe (FoiCommand *self);
gboolean      foi_command_merge (FoiCommand *self, const char *merge_key, FoiCaseState *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiCommand, foi_command_free)

G_END_DECLS
