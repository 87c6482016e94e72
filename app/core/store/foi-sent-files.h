/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-pack.h"

G_BEGIN_DECLS

typedef gboolean (*FoiSentFileFunc) (JsonNode *file, gpointer user_data, GError **error);

const char *foi_sent_files_get_letter_hash (JsonNode *issued);
const char *foi_sent_files_get_table_hash (JsonNode *issued, const char *table);
GPtrArray *foi_sent_files_list_changes (FoiCaseState *state);
gboolean   foi_sent_files_foreach      (FoiCaseState *state, JsonNode *issued,
                                        FoiSentFileFunc func, gpointer user_data,
                                        GError **error);
JsonNode  *foi_sent_file_find_attachment (FoiCaseState *state, JsonNode *file);
char      *foi_sent_file_dup_place     (FoiCaseState *state, const char *folder, JsonNode *file);
GBytes    *foi_sent_file_read          (FoiCaseState *state, const char *folder, JsonNode *file,
                                        GError **error);
gboolean   foi_sent_files_add          (FoiPack *pack, FoiCaseState *state, const char *folder,
                                        GCancellable *cancellable, GError **error);

G_END_DECLS
