/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-spans.h"

G_BEGIN_DECLS

/* Labels that may have others together, and those others, as foi_label_split() and
 * foi_label_read_spans() give them. */
typedef struct
{
  GPtrArray *labels, *ends; /* of GStrv */
  GArray *spans, *of_parts; /* of FoiSpan, %FOI_MAX_SPANS of each label */
  const gboolean *is_part;  /* of the others: whether it may be one */
  gboolean is_one_list;     /* both are the same */
} FoiJoinedNames;

/* In which way a label may be meant: the parts whose names it has one after another, the longest
 * that fits at each place; all parts that it names, one within another as well; from the first to
 * the last of these; within one of its spans; with its words in theirs; beginning as it does; all
 * others. */
typedef enum
{
  FOI_JOINED_READ,
  FOI_JOINED_NAMED,
  FOI_JOINED_FILLED,
  FOI_JOINED_WITHIN,
  FOI_JOINED_HAVING = FOI_JOINED_WITHIN + FOI_MAX_SPANS,
  FOI_JOINED_BEGUN,
  FOI_JOINED_OTHERS,
  FOI_JOINED_N_WAYS,
} FoiJoinedWay;

GArray        *_foi_joined_list_parts (const FoiJoinedNames *self, guint label, FoiJoinedWay way);
const FoiSpan *_foi_joined_get_spans (GArray *spans, guint label);

G_END_DECLS
