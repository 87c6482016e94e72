/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_QUESTION_DETAILS (foi_question_details_get_type ())

/**
 * FoiQuestionDetails:
 *
 * A button with a form for what few answers need: the period answered and why it is not all of the
 * one asked for, where was looked for what is not held, and which question this one is answered
 * together with.
 */
G_DECLARE_FINAL_TYPE (FoiQuestionDetails, foi_question_details, FOI, QUESTION_DETAILS, GtkWidget)

GtkWidget *foi_question_details_new (FoiDocument *document);
void       foi_question_details_set_question (FoiQuestionDetails *self, const char *question);

G_END_DECLS
