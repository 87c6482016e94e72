/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "foi-brief.h"

G_BEGIN_DECLS

/* Named, so that what sees a case need not see its tables. */
typedef struct _FoiTableData FoiTableData;

#define FOI_TYPE_CASE_STATE (foi_case_state_get_type ())

/**
 * FoiCaseState (the snapshot):
 *
 * A whole case at one moment: the JSON of the file without its tables, and its tables. Immutable,
 * reference counted, thread-safe, and made in constant time because states share all that is equal.
 * Undo holds states; threads read them; saving writes one.
 */
typedef struct _FoiCaseState FoiCaseState;
typedef FoiCaseState FoiCaseSnapshot;

GType         foi_case_state_get_type (void);
FoiCaseState *foi_case_state_new (JsonNode *root, GPtrArray *tables);
FoiCaseState *foi_case_state_ref (FoiCaseState *self);
void          foi_case_state_unref (FoiCaseState *self);
JsonNode     *foi_case_state_get_root (FoiCaseState *self);
GPtrArray    *foi_case_state_get_tables (FoiCaseState *self);
FoiTableData *foi_case_state_find_table (FoiCaseState *self, const char *name);
JsonNode     *foi_case_state_get_node (FoiCaseState *self, const char *path);
const char   *foi_case_state_get_string (FoiCaseState *self, const char *path);
FoiCaseState *foi_case_state_with_node (FoiCaseState *self, const char *path, JsonNode *value,
                                        GError **error);
FoiCaseState *foi_case_state_with_table (FoiCaseState *self, FoiTableData *data);
FoiCaseState *foi_case_state_without_table (FoiCaseState *self, const char *name);
FoiBrief     *foi_case_state_publish (FoiCaseState *self);
FoiPublication *foi_case_state_publish_table (FoiCaseState *self, FoiTableData *data);
char         *foi_case_state_dup_question_path (FoiCaseState *self, const char *question);
char         *foi_case_state_dup_unique_table_name (FoiCaseState *self, const char *wish);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiCaseState, foi_case_state_unref)

G_END_DECLS
