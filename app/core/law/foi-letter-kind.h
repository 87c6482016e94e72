/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much of the questions a letter holds. */
typedef enum
{
  FOI_LETTER_WITHOUT_QUESTIONS,
  FOI_LETTER_ASKED,     /* in the requester's words */
  FOI_LETTER_ANSWERED,  /* each with its answer */
} FoiLetterQuestions;

typedef enum
{
  FOI_PARTICULAR_TEXT,  /* a few words */
  FOI_PARTICULAR_WORDS, /* paragraphs in the markup of answers */
  FOI_PARTICULAR_DATE,
  FOI_PARTICULAR_MONEY, /* pounds as a decimal number: "12.50" */
  FOI_PARTICULAR_DECISION,
} FoiParticularKind;

/**
 * FoiParticular:
 * @name: in the case file, and the gap that it fills
 * @label: what people call it, to be translated by them that show it
 * @hint: what belongs there, to be translated likewise
 * @is_optional: the letter can go without it
 *
 * Something that one type of letter says, and only an officer knows.
 */
typedef struct
{
  const char       *name;
  FoiParticularKind kind;
  const char       *label;
  const char       *hint;
  gboolean          is_optional;
} FoiParticular;

/**
 * FoiLetterKind:
 * @type: as the case file writes it
 * @event: (nullable): what has happened to the request once it is issued
 * @outcome: (nullable): the questions that it is about; %NULL for all of them
 *
 * What the program knows of a type of letter. Its words are in the rules.
 */
typedef struct
{
  const char         *type;
  const char         *event;
  FoiLetterQuestions  questions;
  const char         *outcome;
  const FoiParticular particulars[6];
} FoiLetterKind;

const FoiLetterKind *foi_letter_kind_find (const char *type);
gboolean             foi_letter_kind_is_answer (const char *type);
const FoiLetterKind *foi_letter_kind_list (guint *n_kinds);
const FoiParticular *foi_particular_find (const char *name);

G_END_DECLS
