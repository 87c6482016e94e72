/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_GROUNDS_ROW (foi_grounds_row_get_type ())

/**
 * FoiGroundsRow:
 *
 * The legal grounds of one question as buttons, and a list of the regime's grounds to add from,
 * found by typing a number or words. Each addition and removal is one command.
 */
G_DECLARE_FINAL_TYPE (FoiGroundsRow, foi_grounds_row, FOI, GROUNDS_ROW, GtkWidget)

GtkWidget *foi_grounds_row_new (FoiDocument *document);
void       foi_grounds_row_set_question (FoiGroundsRow *self, const char *question);

G_END_DECLS
