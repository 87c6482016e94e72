/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-case-state.h"

G_BEGIN_DECLS

/**
 * FoiAskNames:
 *
 * The services that were asked before, in a case and in the register that is open, and how each was
 * reached last. Nothing of it is kept anywhere but in the cases.
 */
typedef struct _FoiAskNames FoiAskNames;

FoiAskNames *foi_ask_names_new          (FoiCaseState *state, GListModel *cases);
void         foi_ask_names_free         (FoiAskNames *self);
const char  *foi_ask_names_find_contact (FoiAskNames *self, const char *service);
void         foi_ask_names_complete     (FoiAskNames *self, GtkEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiAskNames, foi_ask_names_free)

G_END_DECLS
