/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is taken away from the words of a question (#FoiLabelWord) until they are a label. */

void foi_label_drop_announcement (GPtrArray *words);
void foi_label_drop_openings (GPtrArray *words);
void foi_label_drop_politeness (GPtrArray *words);
void foi_label_cut_afterwards (GPtrArray *words);
void foi_label_drop_question_form (GPtrArray *words);
void foi_label_drop_auxiliaries (GPtrArray *words);
void foi_label_drop_addressee (GPtrArray *words);
void foi_label_drop_brackets (GPtrArray *words);
void foi_label_drop_ending (GPtrArray *words);
void foi_label_drop_shared (GPtrArray *words, guint shared);

gboolean foi_label_is_small (const char *plain);
gboolean foi_label_is_participle (const char *plain);

G_END_DECLS
