/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Is the information held? The names of the file are in foi-question.c. */
typedef enum
{
  FOI_HELD_NOT_CONSIDERED,
  FOI_HELD_YES,
  FOI_HELD_PART,
  FOI_HELD_NO,
  FOI_HELD_CANNOT_CONFIRM_WITHIN_LIMIT,
  FOI_HELD_NEITHER_CONFIRM_NOR_DENY,
} FoiHeld;

typedef enum
{
  FOI_OUTCOME_OPEN,
  FOI_OUTCOME_DISCLOSED,
  FOI_OUTCOME_PART,
  FOI_OUTCOME_REFUSED,
  FOI_OUTCOME_NOT_HELD,
  FOI_OUTCOME_NEITHER,
  FOI_OUTCOME_CLARIFICATION,
  FOI_OUTCOME_TRANSFERRED,
  FOI_OUTCOME_EXTENDED,
} FoiOutcome;

#define FOI_TYPE_QUESTION (foi_question_get_type ())

G_DECLARE_FINAL_TYPE (FoiQuestion, foi_question, FOI, QUESTION, GObject)

/*
 * A question (or a part of one): an object with notify over a sealed JSON node. In the open case
 * the same object lives as long as the question does and its node is replaced by the editor; a
 * letter makes its own over the nodes of its snapshot.
 */
FoiQuestion *foi_question_new (JsonNode *node);
JsonNode    *foi_question_get_node (FoiQuestion *self);
void         foi_question_set_node (FoiQuestion *self, JsonNode *node);
const char  *foi_question_get_id (FoiQuestion *self);
const char  *foi_question_get_number (FoiQuestion *self);
const char  *foi_question_get_label (FoiQuestion *self);
const char  *foi_question_get_text (FoiQuestion *self);
const char  *foi_question_get_answer (FoiQuestion *self);
FoiHeld      foi_question_get_held (FoiQuestion *self);
FoiOutcome   foi_question_get_outcome (FoiQuestion *self);
gboolean     foi_question_withholds_part (FoiQuestion *self);
JsonNode    *foi_question_get_grounds (FoiQuestion *self);
GStrv        foi_question_dup_see (FoiQuestion *self);
GStrv        foi_question_dup_tables (FoiQuestion *self);
const char  *foi_question_get_regime (FoiQuestion *self);
GListModel  *foi_question_get_parts (FoiQuestion *self);
char        *foi_question_dup_title (FoiQuestion *self);
char        *foi_question_dup_summary (FoiQuestion *self);
JsonNode    *foi_question_find_node (JsonNode *questions, const char *id);

const char  *foi_held_to_name (FoiHeld held);
gboolean     foi_held_from_name (const char *name, FoiHeld *out);
const char  *foi_held_to_words (FoiHeld held);
const char  *foi_outcome_to_name (FoiOutcome outcome);
gboolean     foi_outcome_from_name (const char *name, FoiOutcome *out);
const char  *foi_outcome_to_words (FoiOutcome outcome);

G_END_DECLS
