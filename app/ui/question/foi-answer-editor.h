/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_ANSWER_EDITOR (foi_answer_editor_get_type ())

/**
 * FoiAnswerEditor:
 *
 * The answer to one question, in CommonMark that shows what it does. What is typed is in the case
 * at once, a pause ends the command. It has no undo of its own: the case's is the only one.
 */
G_DECLARE_FINAL_TYPE (FoiAnswerEditor, foi_answer_editor, FOI, ANSWER_EDITOR, GtkWidget)

GtkWidget *foi_answer_editor_new (FoiDocument *document);
void       foi_answer_editor_set_question (FoiAnswerEditor *self, const char *question);
void       foi_answer_editor_insert (FoiAnswerEditor *self, const char *text);
char      *foi_answer_editor_dup_marked (FoiAnswerEditor *self);
void       foi_answer_editor_place (FoiAnswerEditor *self, const char *placeholder);

G_END_DECLS
