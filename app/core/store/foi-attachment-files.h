/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-attachment-look.h"
#include "foi-case-state.h"
#include "foi-file-inspect.h"

G_BEGIN_DECLS

/* The files that go with a letter lie in a folder beside the case, `REFERENCE.files`. */

char              *foi_attachments_dup_folder (const char *case_path);
gboolean           foi_attachment_is_plain_name (const char *name);
GBytes            *foi_attachment_read (const char *folder, JsonNode *attachment, GError **error);
FoiAttachmentLook *foi_attachment_inspect (const char *name, GBytes *bytes,
                                           FoiPdfInspectFunc inspect_pdf,
                                           GCancellable *cancellable, GError **error);
GPtrArray         *foi_attachments_look (FoiCaseState *state, const char *folder,
                                         FoiPdfInspectFunc inspect_pdf,
                                         GCancellable *cancellable);
JsonNode          *foi_attachment_add (FoiCaseState *state, const char *folder, GFile *source,
                                       const char *name, FoiPdfInspectFunc inspect_pdf,
                                       gboolean *is_new, GCancellable *cancellable,
                                       GError **error);
char              *foi_attachment_put (const char *folder, const char *name, GBytes *bytes,
                                       gboolean *is_new, GError **error);
void               foi_attachment_take_back (const char *folder, JsonNode *made);

G_END_DECLS
