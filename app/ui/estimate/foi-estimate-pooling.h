/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"
#include "foi-estimate-pool.h"

G_BEGIN_DECLS

#define FOI_TYPE_ESTIMATE_POOLING (foi_estimate_pooling_get_type ())

/**
 * FoiEstimatePooling:
 *
 * With which questions and other requests an estimate is added up, what makes them similar, and in
 * words what of it the law does not allow.
 */
G_DECLARE_FINAL_TYPE (FoiEstimatePooling, foi_estimate_pooling, FOI, ESTIMATE_POOLING, GtkWidget)

GtkWidget *foi_estimate_pooling_new (FoiDocument *document);
void       foi_estimate_pooling_set_question (FoiEstimatePooling *self, const char *question);
void       foi_estimate_pooling_update (FoiEstimatePooling *self, const FoiEstimatePool *pool);

G_END_DECLS
