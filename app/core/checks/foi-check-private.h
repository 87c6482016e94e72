/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-check-text.h"
#include "foi-checks.h"
#include "foi-letter.h"

G_BEGIN_DECLS

/* A ground of a question, with what the rules say of it. */
typedef struct
{
  JsonNode   *node;
  JsonNode   *rule;    /* or NULL */
  JsonNode   *limb;    /* or NULL */
  const char *kind;    /* never NULL */
  const char *balance; /* "absolute", "qualified", "mixed", "none" or "" */
  char       *place;   /* "questions/q2/grounds/#0" */
} FoiCheckGround;

/*
 * A question, or a part of one, that has an outcome of its own. @answer is the first of @texts,
 * which are all the words of officers in it. @tables are those that belong to it or that its answer
 * places; @leads_to are the questions that it is answered together with.
 */
typedef struct
{
  FoiQuestion  *question;
  const char   *id;
  char         *name;     /* "Question 2" */
  char         *place;    /* "questions/q2" */
  const char   *regime;
  FoiOutcome    outcome;
  FoiHeld       held;
  GPtrArray    *grounds;  /* of FoiCheckGround */
  GPtrArray    *texts;    /* of FoiCheckText */
  FoiCheckText *answer;
  GPtrArray    *tables;   /* of FoiPublication, borrowed */
  GPtrArray    *leads_to; /* of FoiCheckQuestion, borrowed */
} FoiCheckQuestion;

/* One run of the checks. */
typedef struct
{
  FoiCaseState   *state;
  FoiBrief       *brief;
  FoiRules       *rules;
  FoiHolidays    *holidays;
  FoiCheckWords  *words;
  FoiDate         day, today; /* on which it is judged: the letter's; what day it is, or none */
  const char     *letter_id;
  FoiLetter      *letter;     /* as it would go, or NULL */
  const char     *regime;     /* the case's */
  const char     *authority;  /* its type, or NULL */
  char           *request;    /* folded, to know its words again */
  GPtrArray      *questions;  /* of FoiCheckQuestion */
  GPtrArray      *paragraphs; /* of FoiCheckText: the words that take a rule's paragraph's place */
  gboolean        is_at_door, is_apart; /* words count that were said there; no data go out */
  GCancellable   *cancellable; /* or NULL */
  GPtrArray      *looks;      /* of FoiAttachmentLook, borrowed; or NULL: nobody looked */
  const char     *id;         /* of the check that runs */
  FoiSeverity     severity;
  GPtrArray      *doubts, *findings; /* of FoiDoubt, or NULL: nobody looked; of FoiFinding */
} FoiCheck;

typedef void (*FoiCheckFunc) (FoiCheck *self);

FoiFinding       *_foi_check_add (FoiCheck *self, const char *regime, const char *place,
                                  const char *message, const char *fix);
FoiFinding       *_foi_check_add_to (FoiCheck *self, FoiCheckQuestion *question,
                                     const char *member, const char *message, const char *fix);
gboolean          _foi_check_accept_as (FoiCheck *self, FoiFinding *finding, const char *what);
void              _foi_finding_set_words (FoiFinding *self, const char *words);
void              _foi_finding_set_mend (FoiFinding *self, const char *label, const char *path,
                                         JsonNode *value);
char             *_foi_check_dup_path (FoiCheck *self, const char *place);
void              _foi_check_read_questions (FoiCheck *self);
FoiCheckQuestion *_foi_check_find_question (FoiCheck *self, const char *id);
FoiCheckGround   *_foi_check_find_ground (FoiCheckQuestion *question, const char *const *kinds);
gboolean          _foi_check_is_refusal (FoiCheckQuestion *question);
gboolean          _foi_check_says (FoiCheck *self, FoiCheckQuestion *question, const char *list);
gboolean          _foi_check_names (FoiCheckQuestion *question, FoiCheckQuestion *other);
gboolean          _foi_check_cites (FoiCheck *self, FoiCheckQuestion *question,
                                    const char *number);
char             *_foi_check_dup_cite (FoiCheck *self, const char *regime, JsonNode *ground);
JsonNode         *_foi_check_dup_limit (FoiCheck *self, const char *regime);

G_END_DECLS
