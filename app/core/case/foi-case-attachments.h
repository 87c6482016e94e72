/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"

G_BEGIN_DECLS

/* The files that go with the letter. One goes by its place among them; what is in the file is the
 * store's to know. */

/* A redaction that was made elsewhere: what it covers, in which program, and under which ground,
 * "40(2)". Texts are the state's. */
typedef struct
{
  const char *place, *tool, *ground;
} FoiRedaction;

guint       foi_case_state_get_n_attachments (FoiCaseState *self);
JsonNode   *foi_case_state_get_attachment (FoiCaseState *self, guint position);
const char *foi_attachment_get_file (JsonNode *attachment);
guint       foi_attachment_get_n_redactions (JsonNode *attachment);
void        foi_attachment_get_redaction (JsonNode *attachment, guint index,
                                          FoiRedaction *redaction);
char       *foi_attachment_dup_id (JsonNode *attachment);
char       *foi_attachment_dup_stem (const char *name);
const char *foi_attachment_get_extension (const char *name);
char       *foi_attachment_dup_plain_extension (const char *name);

/* Edits, each one command. */

gboolean foi_case_editor_attach (FoiCaseEditor *self, JsonNode *attachment, GError **error);
gboolean foi_case_editor_detach (FoiCaseEditor *self, guint position, GError **error);
gboolean foi_case_editor_move_attachment (FoiCaseEditor *self, guint position, guint to,
                                          GError **error);
gboolean foi_case_editor_rename_attachment (FoiCaseEditor *self, guint position, const char *name,
                                            GError **error);
gboolean foi_case_editor_set_redaction (FoiCaseEditor *self, guint position, guint index,
                                        const FoiRedaction *redaction, GError **error);
gboolean foi_case_editor_remove_redaction (FoiCaseEditor *self, guint position, guint index,
                                           GError **error);

G_END_DECLS
