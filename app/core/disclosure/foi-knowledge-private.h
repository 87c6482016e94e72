/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-knowledge.h"
#include "foi-whole.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_terms;
  guint *unknowns;
  gint64 *factors;
  gint64 from, to;
} FoiKnowledgeRow;

/* Unknowns that lines connect, and those lines. */
typedef struct
{
  GArray *unknowns; /* of guint */
  GArray *rows;     /* of guint */
  FoiLinear *linear;
  FoiWhole *whole;
  gboolean is_outer_stale, is_endless_stale;
  gboolean is_worn_out[2][2]; /* for primary cells, upwards: no program is asked for many at once */
} FoiKnowledgePart;

/* Numbers of all cells; in which parts they fit the lines. */
typedef struct
{
  gint64 *values;
  gboolean *fits;
} FoiKnowledgeSolution;

struct _FoiKnowledge
{
  FoiDisclosureProblem *problem;
  GArray *unknowns;     /* of guint: their cells */
  int *unknown_of;      /* of a cell, or -1 */
  GPtrArray *rows;      /* of FoiKnowledgeRow */
  GPtrArray *parts;     /* of FoiKnowledgePart */
  guint *part_of;       /* of an unknown */
  guint *place_of;      /* of an unknown, in its part */
  gint64 *from, *to;    /* of an unknown */
  gint64 *outer_from, *outer_to; /* the same, as single rows bring them nearer */
  gboolean *is_endless;
  gint64 *seen_from, *seen_to;
  gboolean is_seen_stale;
  GPtrArray *solutions; /* of FoiKnowledgeSolution */
  guint n_given_up;     /* searches that ended without a proof */
};

void       _foi_knowledge_see_again (FoiKnowledge *self);
FoiLinear *_foi_knowledge_get_linear (FoiKnowledge *self, FoiKnowledgePart *part);
gboolean   _foi_knowledge_take_linear (FoiKnowledge *self, FoiKnowledgePart *part,
                                       guint *fraction);
gboolean   _foi_knowledge_is_endless (FoiKnowledge *self, guint unknown);
gboolean   _foi_knowledge_reach (FoiKnowledge *self, guint unknown, gboolean upper, gint64 *end);

G_END_DECLS
