/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-attachment-look.h"
#include "foi-document.h"
#include "foi-finding.h"

G_BEGIN_DECLS

#define FOI_TYPE_ATTACHMENT_ROW (foi_attachment_row_get_type ())

/**
 * FoiAttachmentRow:
 *
 * A file that goes with the letter: what the letter calls it, what was found in it, and which
 * redactions were made elsewhere.
 */
G_DECLARE_FINAL_TYPE (FoiAttachmentRow, foi_attachment_row, FOI, ATTACHMENT_ROW, GtkWidget)

GtkWidget *foi_attachment_row_new      (FoiDocument *document, guint position);
void       foi_attachment_row_update   (FoiAttachmentRow *self);
void       foi_attachment_row_set_look (FoiAttachmentRow *self, FoiAttachmentLook *look,
                                        const FoiFinding *unaudited);
void       foi_attachment_row_go_to    (FoiAttachmentRow *self, int redaction);

G_END_DECLS
