/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-block.h"

G_BEGIN_DECLS

/* Longer texts are cut there, visibly: some markup costs the parser the square of its length. */
#define FOI_MARKUP_MAX_BYTES (128 * 1024)

/* Lists and quotations deeper than this are set as if they were not nested further. */
#define FOI_MARKUP_MAX_DEPTH 8

/* A span that still is a placeholder: its text is "table:mash-calls". The composer resolves it. */
#define FOI_SPAN_PLACEHOLDER ((FoiSpanFlags) (1 << 8))

/**
 * FoiMarkupGapFunc:
 * @name: what stands between the braces of a gap, "reference"
 * @block: where its text goes
 * @flags: the manner of the text around it
 *
 * Returns: whether there is such a gap and it has a text.
 */
typedef gboolean (*FoiMarkupGapFunc) (const char *name, FoiBlock *block, FoiSpanFlags flags,
                                      gpointer user_data);

/**
 * FoiMarkupSource:
 * @id: the ids of the blocks begin with it
 * @place: (nullable): where the text is edited
 * @fill: (nullable): fills gaps; with it `{gap}` and `[[locked]]` are read as in paragraphs of the
 *   rules, without it they are text as in answers
 */
typedef struct
{
  const char      *id;
  const char      *place;
  FoiMarkupGapFunc fill;
  gpointer         user_data;
} FoiMarkupSource;

GPtrArray *foi_markup_to_blocks (const char *text, const FoiMarkupSource *source);

/* What foi_markup_scan() took out of a text, before the parser could misunderstand it. */
typedef enum
{
  FOI_INSERT_TEXT,
  FOI_INSERT_ADDRESS,
  FOI_INSERT_PLACEHOLDER,
  FOI_INSERT_GAP,
  FOI_INSERT_LOCK,
  FOI_INSERT_UNLOCK,
} FoiInsertKind;

typedef struct
{
  FoiInsertKind kind;
  char         *text;   /* as it was typed; of a gap or placeholder what is between the braces */
  char         *target; /* of an address */
} FoiInsert;

/* An insert's place is marked by its number between these two, private use in Unicode. */
#define FOI_INSERT_BEGIN 0xe000
#define FOI_INSERT_END 0xe001

char    *foi_markup_scan (const char *text, gboolean is_rule, GArray **inserts);
gboolean foi_markup_find_insert (const char *text, gsize length, gsize *begin, gsize *end,
                                 guint *index);

G_END_DECLS
