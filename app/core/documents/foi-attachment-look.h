/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-hidden.h"

G_BEGIN_DECLS

/* How an attachment's file is. */
typedef enum
{
  FOI_ATTACHMENT_THERE,
  FOI_ATTACHMENT_MISSING, /* or no file that may be read */
  FOI_ATTACHMENT_CHANGED, /* since it was added */
} FoiAttachmentState;

/**
 * FoiAttachmentLook:
 * @id: which attachment's file it is of, as foi_attachment_dup_id() says it
 * @state: how the file is
 * @reason: (nullable): why it is not there, as it was
 * @hidden: (nullable): what it holds that is not seen; %NULL where no reader of ours knows
 * @refusal: (nullable): why it may not be handed over
 * @way_out: (nullable): what to do in its place
 * @data: (nullable): why it may hold figures that are held against nothing: "it is a spreadsheet";
 *   %NULL where it is plain words
 * @sha256: (nullable): of the file with @data
 *
 * What a look into the file of an attachment found.
 */
typedef struct
{
  char *id;
  FoiAttachmentState state;
  char *reason;
  FoiHidden *hidden;
  char *refusal;
  char *way_out;
  char *data;
  char *sha256;
} FoiAttachmentLook;

FoiAttachmentLook *foi_attachment_look_new (void);
FoiAttachmentLook *foi_attachment_look_ref (FoiAttachmentLook *self);
void foi_attachment_look_unref (FoiAttachmentLook *self);
FoiAttachmentLook *foi_attachment_looks_find (GPtrArray *looks, const char *id);
gboolean foi_hidden_kind_is_grave (FoiHiddenKind kind);
char *foi_attachment_look_dup_places (FoiAttachmentLook *self, gboolean grave);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiAttachmentLook, foi_attachment_look_unref)

G_END_DECLS
