/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-chart.h"
#include "foi-publication.h"

G_BEGIN_DECLS

/* What a letter is made of. Only a table has both spans (running text) and children. */
typedef enum
{
  FOI_BLOCK_LETTERHEAD,    /* children: PARAGRAPH, one for each line */
  FOI_BLOCK_DATE,
  FOI_BLOCK_ADDRESSEE,     /* children: PARAGRAPH, one for each line */
  FOI_BLOCK_SALUTATION,
  FOI_BLOCK_SUBJECT,       /* children: PARAGRAPH, one for each line, set bold */
  FOI_BLOCK_HEADING,       /* spans, level: 1 for a question, 2 for a part of one */
  FOI_BLOCK_PARAGRAPH,
  FOI_BLOCK_ASKED,         /* the question as asked: indented, dark grey */
  FOI_BLOCK_LIST,          /* children: ITEM; ordered, start */
  FOI_BLOCK_ITEM,          /* children: any block of running text */
  FOI_BLOCK_QUOTE,         /* children: somebody else's words, indented */
  FOI_BLOCK_TABLE,         /* table, number, caption in spans; children: NOTE below it */
  FOI_BLOCK_FIGURE,        /* chart, the table charted, number, caption in spans */
  FOI_BLOCK_NOTE,          /* small print: the marks' meanings, notes on cells; number or 0 */
  FOI_BLOCK_SIGN_OFF,      /* children: PARAGRAPH, a line each; room to sign after the first */
} FoiBlockKind;

typedef enum
{
  FOI_SPAN_STRONG   = 1 << 0,
  FOI_SPAN_EMPHASIS = 1 << 1,
  FOI_SPAN_LOCKED   = 1 << 2, /* statutory words */
  FOI_SPAN_BREAK    = 1 << 3, /* a line ends here; no text */
  FOI_SPAN_MISSING  = 1 << 4, /* of a draft: a thing that is not there, "[missing: table a]" */
  FOI_SPAN_UNLINKED = 1 << 5, /* with it: what is missing is only where the words lead to */
} FoiSpanFlags;

/* A run of text in one manner. @target: a URL, or "#" and the id of a block of this letter. */
typedef struct
{
  char        *text;
  char        *target;
  FoiSpanFlags flags;
} FoiSpan;

typedef struct _FoiBlock FoiBlock;
/**
 * FoiBlock:
 * @id: unique in the letter and stable while its source exists: "q3/answer/2"
 * @place: (nullable): where it is edited: "questions/q3/answer", "tables/mash-calls",
 *   "wording/review", "request/received", "letters/response/date"
 * @spans: a caption's begin with "Table 1: "
 *
 * Plain data, written once and then only read; a layout keeps references to what did not change.
 */
struct _FoiBlock
{
  int             ref_count;
  FoiBlockKind    kind;
  char           *id;
  char           *place;
  guint           level;
  gboolean        ordered;
  int             start;
  guint           number;
  GArray         *spans;      /* of FoiSpan, or NULL */
  GPtrArray      *children;   /* of FoiBlock, or NULL */
  FoiPublication *table;
  FoiChart       *chart;
};

FoiBlock *foi_block_new (FoiBlockKind kind, const char *id, const char *place);
FoiBlock *foi_block_ref (FoiBlock *self);
void      foi_block_unref (FoiBlock *self);
void      foi_block_add_span (FoiBlock *self, const char *text, FoiSpanFlags flags,
                              const char *target);
void      foi_block_add_child (FoiBlock *self, FoiBlock *child);
gboolean  foi_block_equal (const FoiBlock *a, const FoiBlock *b);
guint     foi_block_hash (const FoiBlock *self);
char     *foi_block_dup_text (const FoiBlock *self);
char     *foi_block_dup_note_id (const char *table_id, FoiPublication *table, guint index);
char     *foi_block_dup_heading_text (const FoiBlock *self, guint column);
char     *foi_block_dup_cell_text (const FoiBlock *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiBlock, foi_block_unref)

G_END_DECLS
