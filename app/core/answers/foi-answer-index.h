/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-past-answer.h"

G_BEGIN_DECLS

/**
 * FoiAnswerIndex:
 *
 * Answers by the words of what was asked, to be found by those of another question. Answers are put
 * into it first; from the first search on it does not change, and any thread may search it.
 */
typedef struct _FoiAnswerIndex FoiAnswerIndex;

/**
 * FoiAnswerMatch:
 * @answer: an answer
 * @score: how well it fits: only to be compared with others of the same search
 */
typedef struct
{
  FoiPastAnswer *answer;
  double         score;
} FoiAnswerMatch;

FoiAnswerIndex *foi_answer_index_new   (void);
FoiAnswerIndex *foi_answer_index_ref   (FoiAnswerIndex *self);
void            foi_answer_index_unref (FoiAnswerIndex *self);
void            foi_answer_index_add   (FoiAnswerIndex *self, FoiPastAnswer *answer);
guint           foi_answer_index_get_size (FoiAnswerIndex *self);
GArray         *foi_answer_index_find  (FoiAnswerIndex *self, const char *question,
                                        const char *except, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiAnswerIndex, foi_answer_index_unref)

G_END_DECLS
