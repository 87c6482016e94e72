/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-date.h"

G_BEGIN_DECLS

/**
 * FoiPastTable:
 * @name: what it is called in its case
 * @title: over it
 * @columns: (element-type FoiColumn): those that were shown
 *
 * The shape of a table that was shown: what it has figures of, and none of the figures.
 */
typedef struct
{
  char      *name;
  char      *title;
  GPtrArray *columns;
} FoiPastTable;

/**
 * FoiPastAnswer:
 * @path: the file of its case
 * @reference: what the case is called by
 * @subject: what the case is about
 * @date: when it was answered
 * @regime: the law under which it was answered
 * @question: the id of the question
 * @number: its number, for people
 * @text: what was asked
 * @outcome: what became of it, as the file calls it
 * @grounds: (element-type utf8): each ground, as "foia 40(2)"
 * @answer: what was answered, in the markup of answers, without what tells who had asked
 * @said: the same as it was read: the figures and titles that its marks stand for
 * @tables: (element-type FoiPastTable): the tables that were shown with it
 * @from: (nullable): the beginning of the time that was answered for
 * @to: (nullable): its end
 * @log: (nullable): where the authority publishes its answers
 * @publisher: (nullable): the authority's name
 *
 * A question that was answered, as a later one can make use of it. It is read from what went out:
 * nothing that was withheld is in it. Immutable and reference counted.
 */
typedef struct
{
  char      *path;
  char      *reference;
  char      *subject;
  FoiDate    date;
  char      *regime;
  char      *question;
  char      *number;
  char      *text;
  char      *outcome;
  GPtrArray *grounds;
  char      *answer;
  char      *said;
  GPtrArray *tables;
  char      *from, *to;
  char      *log;
  char      *publisher;
} FoiPastAnswer;

GPtrArray     *foi_past_answers_new (const char *path, FoiCaseState *state);
FoiPastAnswer *foi_past_answer_ref (FoiPastAnswer *self);
void           foi_past_answer_unref (FoiPastAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiPastAnswer, foi_past_answer_unref)

G_END_DECLS
