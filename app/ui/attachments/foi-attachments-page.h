/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_ATTACHMENTS_PAGE (foi_attachments_page_get_type ())

/**
 * FoiAttachmentsPage:
 *
 * The files that go with the letter: added by a button or dropped, named, looked through.
 */
G_DECLARE_FINAL_TYPE (FoiAttachmentsPage, foi_attachments_page, FOI, ATTACHMENTS_PAGE, GtkWidget)

GtkWidget *foi_attachments_page_new       (FoiDocument *document);
void       foi_attachments_page_add_files (FoiAttachmentsPage *self, GListModel *files);

G_END_DECLS
