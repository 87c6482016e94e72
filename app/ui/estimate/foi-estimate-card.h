/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_ESTIMATE_CARD (foi_estimate_card_get_type ())

/**
 * FoiEstimateCard:
 *
 * The estimate of what a question costs: its rows, what they come to against the limit, what they
 * are added up with, and what could be done within the limit. It is there for questions whose
 * ground is the cost, and for those that have an estimate; elsewhere one is offered where it may
 * help.
 */
G_DECLARE_FINAL_TYPE (FoiEstimateCard, foi_estimate_card, FOI, ESTIMATE_CARD, GtkWidget)

GtkWidget *foi_estimate_card_new (FoiDocument *document);
void       foi_estimate_card_set_question (FoiEstimateCard *self, const char *question);
void       foi_estimate_card_update (FoiEstimateCard *self);
void       foi_estimate_card_begin (FoiEstimateCard *self);
gboolean   foi_estimate_card_is_offered (FoiEstimateCard *self);

G_END_DECLS
