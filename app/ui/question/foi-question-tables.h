/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_QUESTION_TABLES (foi_question_tables_get_type ())

/**
 * FoiQuestionTables:
 *
 * The tables of one question, each with its chart below it. A table's editor stays the same widget
 * as long as its table belongs to the question.
 */
G_DECLARE_FINAL_TYPE (FoiQuestionTables, foi_question_tables, FOI, QUESTION_TABLES, GtkWidget)

GtkWidget *foi_question_tables_new (FoiDocument *document);
void       foi_question_tables_set_question (FoiQuestionTables *self, const char *question);
void       foi_question_tables_show_small_numbers (FoiQuestionTables *self);

gboolean   foi_question_add_table (FoiDocument *document, const char *question, GError **error);

G_END_DECLS
