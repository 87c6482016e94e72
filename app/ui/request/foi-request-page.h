/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_REQUEST_PAGE (foi_request_page_get_type ())

/**
 * FoiRequestPage:
 *
 * What was asked, by whom and when: the facts of the case, the requester, the period, the questions
 * as asked and the request as received.
 */
G_DECLARE_FINAL_TYPE (FoiRequestPage, foi_request_page, FOI, REQUEST_PAGE, GtkWidget)

GtkWidget *foi_request_page_new (FoiDocument *document);
gboolean   foi_request_page_make_question (FoiRequestPage *self);

G_END_DECLS
