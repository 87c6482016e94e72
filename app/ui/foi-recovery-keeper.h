/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_RECOVERY_KEEPER (foi_recovery_keeper_get_type ())

/**
 * FoiRecoveryKeeper:
 *
 * Keeps a journal of a case's unsaved changes, written in a thread every few seconds, never in the
 * person's own file. When the case is saved or given up the journal goes.
 */
G_DECLARE_FINAL_TYPE (FoiRecoveryKeeper, foi_recovery_keeper, FOI, RECOVERY_KEEPER, GObject)

FoiRecoveryKeeper *foi_recovery_keeper_new (FoiDocument *document);
void               foi_recovery_keeper_set_sample (FoiRecoveryKeeper *self);
void               foi_recovery_keeper_take_over (FoiRecoveryKeeper *self, const char *name);
void               foi_recovery_keeper_write (FoiRecoveryKeeper *self);
void               foi_recovery_keeper_forget (FoiRecoveryKeeper *self);
gboolean           foi_recovery_keeper_is_writing (FoiRecoveryKeeper *self);
char              *foi_recovery_keeper_dup_folder (void);

G_END_DECLS
