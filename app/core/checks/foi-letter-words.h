/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-file-reading.h"
#include "foi-letter.h"
#include "foi-range.h"

G_BEGIN_DECLS

/* A paragraph, a heading, a note: where in the text of its passage, and where it is edited, or
 * where it stands in a file. Those of one @block are read as one: the items of a list, and the
 * paragraph that they belong to. */
typedef struct
{
  FoiRange range;
  char    *place;
  guint    block;
  gboolean is_asked; /* in the requester's words */
} FoiWords;

/* One of a list, or a row of a table in a file: what may be counted. */
typedef struct
{
  char *text; /* folded */
  char *place;
} FoiLine;

/**
 * FoiPassage:
 * @key: "questions/q2", "tables/calls", "attachments/a.txt", or "" for the rest of a letter
 * @text: all its words as foi_number_fold() gives them, whatever markup parts them
 * @asked: those of the requester
 * @answered: those of the answer
 * @words: (element-type FoiWords): what it is made of
 * @lines: (element-type FoiLine): of an answer or a file, line by line
 *
 * What is read together.
 */
typedef struct
{
  char    *key;
  GString *text, *asked, *answered;
  GArray  *words, *lines;
} FoiPassage;

GPtrArray *foi_letter_list_passages (FoiLetter *letter, gboolean with_data);
GPtrArray *foi_letter_list_counted  (FoiLetter *letter);
gboolean   foi_letter_words_are_of_estimate (const char *place);
FoiRange   foi_passage_get_block    (const FoiPassage *passage, const FoiWords *words);
GPtrArray *foi_passages_new         (void);
void       foi_passages_add_read    (GPtrArray *passages, const char *file,
                                     const FoiReadUnit *unit);

G_END_DECLS
