/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_REVIEW_POINTS (foi_review_points_get_type ())

/**
 * FoiReviewPoints:
 *
 * The points of an internal review: of each the question, what is decided afresh and why; and what
 * the review comes to as a whole.
 */
G_DECLARE_FINAL_TYPE (FoiReviewPoints, foi_review_points, FOI, REVIEW_POINTS, GtkWidget)

GtkWidget *foi_review_points_new    (FoiDocument *document, const char *letter);
void       foi_review_points_update (FoiReviewPoints *self);
guint      foi_review_points_get_n  (FoiReviewPoints *self);
GtkWidget *foi_review_points_find   (FoiReviewPoints *self, const char *place);

G_END_DECLS
