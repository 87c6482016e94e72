/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-pack.h"

G_BEGIN_DECLS

/* The files that go with a letter, in a pack. */
gboolean foi_pack_read (const FoiPackTools *tools, const char *name, GBytes *bytes,
                        FoiReadFunc func, gpointer user_data, gboolean *is_known, GError **error);
gboolean foi_pack_attach (FoiPack *pack, FoiCaseState *state, JsonNode *issued,
                          const char *folder, const FoiPackTools *tools,
                          GCancellable *cancellable, GError **error);
void     foi_pack_leave_attached (FoiPack *pack, FoiCaseState *state, JsonNode *issued);
gboolean foi_pack_audit_attached (FoiPack *pack, FoiCaseState *state, JsonNode *issued,
                                  const char *folder, GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
