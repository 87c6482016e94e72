/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words with which people ask, in the form of foi_text_span_fold(); each list ends with NULL.
 * What each is for is said where it stands. */

extern const char *const foi_phrases_connectives[];
extern const char *const foi_phrases_clause_starts[];
extern const char *const foi_phrases_asking_verbs[];
extern const char *const foi_phrases_polite_starts[];
extern const char *const foi_phrases_wishes[];
extern const char *const foi_phrases_question_words[];
extern const char *const foi_phrases_strong_question_words[];
extern const char *const foi_phrases_names_information[];
extern const char *const foi_phrases_qualifiers[];
extern const char *const foi_phrases_introductions[];
extern const char *const foi_phrases_following[];
extern const char *const foi_phrases_about[];
extern const char *const foi_phrases_thanks[];
extern const char *const foi_phrases_courtesies[];
extern const char *const foi_phrases_deadlines[];

G_END_DECLS
