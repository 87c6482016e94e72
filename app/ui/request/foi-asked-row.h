/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_ASKED_ROW (foi_asked_row_get_type ())

/**
 * FoiAskedRow:
 *
 * One question of the request: its short name and its words, to be corrected, split at the cursor,
 * joined with the next, moved and removed.
 */
G_DECLARE_FINAL_TYPE (FoiAskedRow, foi_asked_row, FOI, ASKED_ROW, GtkWidget)

GtkWidget  *foi_asked_row_new (FoiDocument *document, const char *question);
const char *foi_asked_row_get_question (FoiAskedRow *self);
void        foi_asked_row_update (FoiAskedRow *self);
void        foi_asked_row_set_cursor (FoiAskedRow *self, guint offset);

G_END_DECLS
