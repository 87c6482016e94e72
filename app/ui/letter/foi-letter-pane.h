/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-case-checker.h"
#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_LETTER_PANE (foi_letter_pane_get_type ())

/**
 * FoiLetterPane:
 *
 * The letter as it will print, beside its editors: it follows every change, marks what is being
 * edited with a bar in the margin, and a click in it goes to the editor. In the other margin stand
 * signs beside the paragraphs in which the checks found something.
 */
G_DECLARE_FINAL_TYPE (FoiLetterPane, foi_letter_pane, FOI, LETTER_PANE, GtkWidget)

GtkWidget *foi_letter_pane_new (FoiDocument *document);
void       foi_letter_pane_follow_checks (FoiLetterPane *self, FoiCaseChecker *checker);
guint      foi_letter_pane_get_page (FoiLetterPane *self);
void       foi_letter_pane_scroll_to_page (FoiLetterPane *self, guint page);

G_END_DECLS
