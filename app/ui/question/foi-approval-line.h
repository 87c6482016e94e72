/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_APPROVAL_LINE (foi_approval_line_get_type ())

/**
 * FoiApprovalLine:
 *
 * Says whether the answer to a question is approved as it is, or changed since; worked out in a
 * thread. It is there where somebody approved it, or the authority wants that. A button takes an
 * approval back, as one command.
 */
G_DECLARE_FINAL_TYPE (FoiApprovalLine, foi_approval_line, FOI, APPROVAL_LINE, GtkWidget)

GtkWidget  *foi_approval_line_new          (FoiDocument *document);
void        foi_approval_line_set_question (FoiApprovalLine *self, const char *question);
const char *foi_approval_line_get_text     (FoiApprovalLine *self);

G_END_DECLS
