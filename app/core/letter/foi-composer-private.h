/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-composer.h"
#include "foi-event-log.h"
#include "foi-letter-kind.h"

G_BEGIN_DECLS

/* What is known while one letter is composed. */
typedef struct
{
  FoiBrief   *brief;
  FoiRules   *rules;
  JsonNode   *node;      /* the letter in the case; NULL where it is not there yet */
  JsonNode   *letter_wording;    /* the paragraphs that this letter words for itself, or NULL */
  JsonNode   *authority_wording; /* those that the authority does, or NULL */
  const char *type;      /* "response" */
  const FoiLetterKind *kind;
  FoiDate     date;
  FoiLetter  *letter;
  GHashTable *answers;   /* question id -> GPtrArray of FoiBlock, as read */
  GHashTable *headings;  /* question id -> id of the heading that it stands under */
  GHashTable *lines;     /* "table:NAME", "chart:NAME": those with a line of their own */
  GHashTable *set;       /* the same -> FoiBlock that is in the letter */
  GHashTable *marks;     /* table -> which cell states it shows, as bits */
  guint       n_tables;
  guint       n_figures;
  guint       n_notes;
  FoiEventLog *log;      /* NULL until it is asked for; the two below as far as it tells them */
  FoiCalendar *calendar;
  FoiDeadline *deadline;
  JsonNode   *asked;     /* the questions, once an estimate is asked for */
  GHashTable *estimates; /* question id -> FoiEstimatePool, or NULL */
} FoiComposer;

/*
 * What a paragraph is about, and so what its gaps and conditions mean. @members are the questions
 * under one heading; @number stands for {number}, @see for {question}. Of the paragraphs about a
 * table, those that explain its marks are the @small_print below it.
 */
typedef struct
{
  FoiComposer    *composer;
  FoiQuestion    *question;
  GPtrArray      *members;
  JsonNode       *ground;
  FoiPublication *table;
  const char     *number;
  const char     *see;
  gboolean        small_print;
  guint           point; /* of a review, from 1; 0 where it is about none */
} FoiScope;

/* foi-composer-gaps.c */
char       *_foi_scope_dup_gap (const FoiScope *scope, const char *name);
gboolean    _foi_scope_fill_gap (const char *name, FoiBlock *block, FoiSpanFlags flags,
                                 gpointer scope);
const char *_foi_scope_get_regime (const FoiScope *scope);
char       *_foi_composer_dup_period_end (JsonNode *period, const char *key);
char       *_foi_composer_join (GPtrArray *texts);
char       *_foi_composer_dup_number (FoiComposer *self, FoiQuestion *question);

/* foi-composer-wording.c */
gboolean    _foi_scope_holds (const FoiScope *scope, const FoiCondition *condition);
GPtrArray  *_foi_scope_dup_blocks (const FoiScope *scope, const char *paragraph, const char *id,
                                   const char *text);
void        _foi_scope_add_place (const FoiScope *scope, FoiParagraphPlace place, const char *id,
                                  GPtrArray *out);
void        _foi_scope_add_label (const FoiScope *scope, const char *label, FoiBlock *block,
                                  FoiSpanFlags flags);
char       *_foi_composer_dup_label (FoiComposer *self, const char *label, const char *number);

/* foi-composer-questions.c */
void        _foi_composer_plan (FoiComposer *self);
void        _foi_composer_add_asked (FoiComposer *self);
void        _foi_composer_add_questions (FoiComposer *self);
gboolean    _foi_composer_answer_has_words (FoiComposer *self, FoiQuestion *question);
gboolean    _foi_composer_answer_refers (FoiComposer *self, FoiQuestion *question);
gboolean    _foi_composer_answer_says (FoiComposer *self, FoiQuestion *question,
                                       const char *phrases);

/* foi-composer-references.c */
void        _foi_composer_place (FoiComposer *self, GPtrArray *blocks, GPtrArray *out);
void        _foi_composer_resolve (FoiComposer *self, GPtrArray *blocks);

G_END_DECLS
#include "foi-composer-tables.h"
