/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_REDACTION_ROW (foi_redaction_row_get_type ())

/**
 * FoiRedactionRow:
 *
 * A redaction of an attachment, made elsewhere: what it covers, in which program, and the ground.
 */
G_DECLARE_FINAL_TYPE (FoiRedactionRow, foi_redaction_row, FOI, REDACTION_ROW, GtkWidget)

GtkWidget *foi_redaction_row_new    (FoiDocument *document, guint attachment, guint index);
void       foi_redaction_row_update (FoiRedactionRow *self);

G_END_DECLS
