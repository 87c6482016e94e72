/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-letter.h"
#include "foi-rules.h"
#include "foi-secrets.h"

G_BEGIN_DECLS

/* What the checks call it. */
#define FOI_DOUBT_FINDING "number-unexplained"
/* With what the path of an officer's word for a sentence begins. */
#define FOI_DOUBT_PATH "numbers: "

/**
 * FoiDoubt:
 * @place: where it is edited, in the terms of a letter's blocks
 * @where: the same in words: "question 2"
 * @file: (nullable): the attachment that it stands in
 * @sentence: a sentence of a letter
 * @numbers: the numbers in it of which nobody knows what they are: "14, nine"; "" where there are
 *   none
 * @n_listed: how many things it lists, where that is as many as are withheld in a row that it
 *   names; else 0
 * @path: what an officer's word for it is kept under
 * @accepted: (nullable): what an officer said that they are
 *
 * A sentence that may tell something of the figures that are withheld.
 */
typedef struct
{
  char *place;
  char *where;
  char *file;
  char *sentence;
  char *numbers;
  guint n_listed;
  char *path;
  char *accepted;
} FoiDoubt;

/**
 * FoiDoubtful:
 * @letter: a letter of the case
 * @attached: (nullable) (element-type FoiPassage): the words of files that go with it
 * @with_data: whether its tables are published as data
 *
 * What is read.
 */
typedef struct
{
  FoiLetter *letter;
  GPtrArray *attached;
  gboolean   with_data;
} FoiDoubtful;

GPtrArray *foi_doubts_list (FoiCaseState *state, FoiSecrets *secrets, FoiRules *rules,
                            const FoiDoubtful *what);

G_END_DECLS
