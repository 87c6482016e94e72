/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_QUESTION_PAGE (foi_question_page_get_type ())

/**
 * FoiQuestionPage:
 *
 * One question: as asked, whether the information is held, the outcome and its grounds, the answer,
 * and below it the tables and charts that belong to it.
 */
G_DECLARE_FINAL_TYPE (FoiQuestionPage, foi_question_page, FOI, QUESTION_PAGE, GtkWidget)

GtkWidget *foi_question_page_new (FoiDocument *document);
void       foi_question_page_set_question (FoiQuestionPage *self, const char *question);
const char *foi_question_page_get_question (FoiQuestionPage *self);

/* What the answer as it stands proposes for Held and Outcome of an open question, and taking it. */
gboolean   foi_question_page_has_proposal (FoiQuestionPage *self);
gboolean   foi_question_page_accept_proposal (FoiQuestionPage *self);

G_END_DECLS
