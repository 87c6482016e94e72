/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-pack.h"

G_BEGIN_DECLS

gboolean   foi_sent_files_is_letter (JsonNode *issued, const char *sha256);
GPtrArray *foi_sent_files_list_changes (FoiCaseState *state);
gboolean   foi_sent_files_add (FoiPack *pack, FoiCaseState *state, const char *folder,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
