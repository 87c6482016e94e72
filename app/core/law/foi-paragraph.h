/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Where a paragraph stands; labels are words that the composer puts where they are needed. */
typedef enum
{
  FOI_PARAGRAPH_LABEL,
  FOI_PARAGRAPH_SUBJECT,
  FOI_PARAGRAPH_SALUTATION,
  FOI_PARAGRAPH_OPENING, FOI_PARAGRAPH_POINT,
  FOI_PARAGRAPH_BEFORE_ANSWER,
  FOI_PARAGRAPH_AFTER_ANSWER,
  FOI_PARAGRAPH_TABLE,
  FOI_PARAGRAPH_AFTER_QUESTIONS,
  FOI_PARAGRAPH_CLOSING,
  FOI_PARAGRAPH_SIGN_OFF,
} FoiParagraphPlace;

typedef enum
{
  FOI_CONDITION_HAS,              /* the gap @name has a value */
  FOI_CONDITION_GROUND,           /* the ground's kind is @name */
  FOI_CONDITION_BALANCE,          /* the ground is "absolute" or "qualified" */
  FOI_CONDITION_OUTCOME,          /* the question's outcome, as the case file writes it */
  FOI_CONDITION_HELD,             /* the same of held */
  FOI_CONDITION_MARK,             /* the table shows the mark @name without its brackets */
  FOI_CONDITION_SEVERAL_QUESTIONS,
  FOI_CONDITION_NO_WORDS,         /* the answer has placeholders at most */
  FOI_CONDITION_BY_REFERENCE,     /* refused by its `see`, with an answer but no ground */
  FOI_CONDITION_REFERENCE_PLACED, /* the answer has {{question:…}} */
  FOI_CONDITION_SAYS,             /* the answer begins with one of the phrases @name */
  FOI_CONDITION_ANNEX,            /* the table goes into a file */
  FOI_CONDITION_ANY_DISCLOSED,    /* a question is disclosed, in part at least */
  FOI_CONDITION_ANY_REFUSED,      /* a question is refused, in part at least */
  FOI_CONDITION_DECISION,         /* a review's outcome is @name */
  FOI_CONDITION_ANSWERED_LATE,    /* the answer was sent after it was due */
} FoiConditionKind;

/* What a gap is about, and so how often a paragraph with it can be printed. */
typedef enum
{
  FOI_GAP_UNKNOWN,
  FOI_GAP_AUTHORITY,
  FOI_GAP_LETTER,
  FOI_GAP_QUESTION,
  FOI_GAP_GROUND,
  FOI_GAP_TABLE,
} FoiGapScope;

typedef struct
{
  FoiConditionKind kind;
  gboolean         negated;
  const char      *name;
  FoiGapScope      scope;        /* of FOI_CONDITION_HAS: what the gap is about */
} FoiCondition;

/* A paragraph of the rules as read: owned by its #FoiRules, whose nodes keep its texts. */
typedef struct
{
  const char       *id;
  FoiParagraphPlace place;
  JsonNode         *letters;
  GArray           *conditions; /* of FoiCondition; all must hold */
  FoiDate           from, to;   /* first and last day, or FOI_DATE_NONE */
  const char       *text;       /* CommonMark with {gap} and [[locked]] */
  const char       *law;        /* why it is there: "section 17(7)(a)"; NULL where nothing says */
  gboolean          per_ground; /* printed for each ground of a question */
  gboolean          own_regime; /* not inherited by other regimes */
} FoiParagraph;

FoiParagraph *foi_paragraph_new (JsonNode *node, JsonNode **culprit, char **reason);
void          foi_paragraph_free (FoiParagraph *self);
gboolean      foi_paragraph_is_for (const FoiParagraph *self, const char *letter, FoiDate date);
gboolean      foi_paragraph_place_from_name (const char *name, FoiParagraphPlace *out);
FoiGapScope   foi_gap_find_scope (const char *name);
gboolean      foi_gap_find_next (const char *text, gsize *begin, gsize *end);
gboolean      foi_ground_kind_is_known (const char *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiParagraph, foi_paragraph_free)

G_END_DECLS
