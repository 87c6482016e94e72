/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-chart.h"
#include "foi-publication.h"

G_BEGIN_DECLS

/**
 * FoiBlockKind:
 *
 * What a letter is made of. A block has spans (running text) or children, never both.
 */
typedef enum
{
  FOI_BLOCK_LETTERHEAD,    /* children: PARAGRAPH, one for each line */
  FOI_BLOCK_DATE,
  FOI_BLOCK_ADDRESSEE,     /* children: PARAGRAPH, one for each line */
  FOI_BLOCK_SALUTATION,
  FOI_BLOCK_SUBJECT,       /* children: PARAGRAPH, one for each line, set bold */
  FOI_BLOCK_HEADING,       /* spans, level */
  FOI_BLOCK_PARAGRAPH,
  FOI_BLOCK_ASKED,         /* the question as asked: indented, dark grey */
  FOI_BLOCK_LIST,          /* children: ITEM; ordered, start */
  FOI_BLOCK_ITEM,          /* children: any block of running text */
  FOI_BLOCK_TABLE,         /* table, number, caption in spans; children: NOTE below it */
  FOI_BLOCK_FIGURE,        /* chart, number, caption in spans */
  FOI_BLOCK_NOTE,          /* small print: the marks' meanings, notes on cells */
  FOI_BLOCK_SIGN_OFF,      /* children: PARAGRAPH, one for each line; room to sign after the first */
} FoiBlockKind;

typedef enum
{
  FOI_SPAN_STRONG   = 1 << 0,
  FOI_SPAN_EMPHASIS = 1 << 1,
  FOI_SPAN_LOCKED   = 1 << 2, /* statutory words */
  FOI_SPAN_BREAK    = 1 << 3, /* a line ends here; no text */
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
 *
 * Plain data, written once by the composer and then only read; reference counted so that a layout
 * can keep what did not change.
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

#define FOI_TYPE_LETTER (foi_letter_get_type ())

/* A composed letter: @blocks in reading order. Immutable once composed. */
typedef struct
{
  int        ref_count;
  char      *id;          /* of the letter in the case: "response" */
  char      *title;       /* of the document */
  char      *author;      /* the authority, never a person */
  char      *language;    /* "en-GB" */
  char      *reference;   /* for the running header */
  char      *date;        /* ISO 8601, or NULL */
  gboolean   draft;       /* not issued: watermark */
  GPtrArray *blocks;      /* of FoiBlock */
  GPtrArray *annexes;     /* of FoiPublication: tables supplied as files */
} FoiLetter;

GType      foi_letter_get_type (void);
FoiLetter *foi_letter_new (void);
FoiLetter *foi_letter_ref (FoiLetter *self);
void       foi_letter_unref (FoiLetter *self);
FoiBlock  *foi_letter_find_block (FoiLetter *self, const char *id);
JsonNode  *foi_letter_to_json (FoiLetter *self);
FoiLetter *foi_letter_new_from_json (JsonNode *node, GError **error);
char      *foi_letter_to_text (FoiLetter *self);
char      *foi_letter_to_html (FoiLetter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiBlock, foi_block_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiLetter, foi_letter_unref)

G_END_DECLS
