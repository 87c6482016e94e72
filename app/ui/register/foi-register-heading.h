/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-rows.h"

G_BEGIN_DECLS

#define FOI_TYPE_REGISTER_HEADING (foi_register_heading_get_type ())

/**
 * FoiRegisterHeading:
 *
 * The heading of a group of rows, with how many there are. It asks for no width of its own: it
 * stands in the first cell of a row and reaches over the others, which are empty.
 */
G_DECLARE_FINAL_TYPE (FoiRegisterHeading, foi_register_heading, FOI, REGISTER_HEADING, GtkWidget)

GtkWidget *foi_register_heading_new       (void);
void       foi_register_heading_set_row   (FoiRegisterHeading *self, GtkTreeListRow *row);
char      *foi_register_heading_dup_words (FoiRegisterHeading *self);

G_END_DECLS
