/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_GROUND_FORM (foi_ground_form_get_type ())

/**
 * FoiGroundForm:
 *
 * What the notice has to say of one ground: to what it applies and why, the harm, the public
 * interest, where the information already is. It asks for no more than the ground's kind needs.
 */
G_DECLARE_FINAL_TYPE (FoiGroundForm, foi_ground_form, FOI, GROUND_FORM, GtkWidget)

GtkWidget *foi_ground_form_new (FoiDocument *document, const char *question, guint index);
void       foi_ground_form_update (FoiGroundForm *self);

G_END_DECLS
