/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_SIMILAR_ROW (foi_similar_row_get_type ())

/**
 * FoiSimilarRow:
 *
 * Says of a question that is open what was answered to one like it, and of its request that it may
 * be a repeated one; shows the answers at a press. Not there when there is nothing to say.
 */
G_DECLARE_FINAL_TYPE (FoiSimilarRow, foi_similar_row, FOI, SIMILAR_ROW, GtkWidget)

GtkWidget *foi_similar_row_new          (FoiDocument *document);
void       foi_similar_row_set_question (FoiSimilarRow *self, const char *question);

G_END_DECLS
