/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_ASKED_TEXT (foi_asked_text_get_type ())

/**
 * FoiAskedText:
 *
 * A question as it was asked, above its answer. A long one is folded: whoever answers sees where
 * they write, and a whole thread of mails that somebody pasted is set only when it is wanted.
 */
G_DECLARE_FINAL_TYPE (FoiAskedText, foi_asked_text, FOI, ASKED_TEXT, GtkWidget)

void foi_asked_text_set_text (FoiAskedText *self, const char *text);

G_END_DECLS
