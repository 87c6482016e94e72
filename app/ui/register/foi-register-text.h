/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_REGISTER_TEXT (foi_register_text_get_type ())

/**
 * FoiRegisterText:
 *
 * One line of text in a cell, as wide as its column and no wider, with "…" where it is too long.
 * It lays its text out when it is painted: of the hundreds of cells that a view holds few are seen,
 * and a label lays out each to be asked for its size.
 */
G_DECLARE_FINAL_TYPE (FoiRegisterText, foi_register_text, FOI, REGISTER_TEXT, GtkWidget)

GtkWidget  *foi_register_text_new      (int width_chars);
const char *foi_register_text_get_text (FoiRegisterText *self);
void        foi_register_text_set_text (FoiRegisterText *self, const char *text);

G_END_DECLS
