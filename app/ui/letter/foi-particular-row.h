/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"
#include "foi-letter-kind.h"

G_BEGIN_DECLS

#define FOI_TYPE_PARTICULAR_ROW (foi_particular_row_get_type ())

/**
 * FoiParticularRow:
 *
 * Edits one thing that only one letter says: a date, a fee, words, the outcome of a review.
 */
G_DECLARE_FINAL_TYPE (FoiParticularRow, foi_particular_row, FOI, PARTICULAR_ROW, GtkWidget)

GtkWidget  *foi_particular_row_new (FoiDocument *document, const char *letter,
                                    const FoiParticular *particular);
const char *foi_particular_row_get_name (FoiParticularRow *self);
GtkWidget  *foi_particular_row_get_input (FoiParticularRow *self);
void        foi_particular_row_update (FoiParticularRow *self);

G_END_DECLS
