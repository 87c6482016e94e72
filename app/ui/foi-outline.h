/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_OUTLINE (foi_outline_get_type ())

/**
 * FoiOutline:
 *
 * The parts of a case as a list: request, questions with what they lack, closing paragraphs;
 * letters; tables. Choosing one says so to the document; activating one goes to its editor. Signal
 * "menu-shown": its menu, or that of the letters, is about to be seen.
 */
G_DECLARE_FINAL_TYPE (FoiOutline, foi_outline, FOI, OUTLINE, GtkWidget)

GtkWidget *foi_outline_new (FoiDocument *document, GMenuModel *letters_menu);

G_END_DECLS
