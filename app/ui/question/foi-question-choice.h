/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-question.h"

G_BEGIN_DECLS

#define FOI_TYPE_QUESTION_CHOICE (foi_question_choice_get_type ())

/**
 * FoiQuestionChoice:
 *
 * Questions of a case to tick, a line each: its number, as much of its words as there is room for,
 * and how it stands. Signal: "changed": others are ticked.
 */
G_DECLARE_FINAL_TYPE (FoiQuestionChoice, foi_question_choice, FOI, QUESTION_CHOICE, GtkWidget)

GtkWidget *foi_question_choice_new    (void);
void       foi_question_choice_add    (FoiQuestionChoice *self, FoiQuestion *question,
                                       const char *note, gboolean chosen);
GPtrArray *foi_question_choice_list   (FoiQuestionChoice *self);
GtkWidget *foi_question_choice_scroll (FoiQuestionChoice *self, int most_height);

G_END_DECLS
