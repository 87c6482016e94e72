/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-problem.h"

G_BEGIN_DECLS

/**
 * FoiEnd:
 * @is_unbounded: nothing ends it on this side
 * @is_known: @linear is exact
 * @linear: the end for numbers with fractions
 * @is_proven: @whole is exact; else it is only no further out than the true end
 * @whole: the end for whole numbers
 *
 * One end of what a cell can be.
 */
typedef struct
{
  gboolean is_unbounded;
  gboolean is_known;
  FoiRational linear;
  gboolean is_proven;
  gint64 whole;
} FoiEnd;

/**
 * FoiKnowledge:
 *
 * What a reader can work out: the suppressed cells of a problem as unknowns of whole numbers, and
 * what binds them. It falls into parts that share no line, each a linear program that is solved as
 * often as somebody asks. Every solution in whole numbers is kept: it proves what a reader must
 * reckon with, for all cells at once. For one thread.
 */
typedef struct _FoiKnowledge FoiKnowledge;

FoiKnowledge *foi_knowledge_new (FoiDisclosureProblem *problem, GError **error);
void          foi_knowledge_free (FoiKnowledge *self);
void          foi_knowledge_set_ends (FoiKnowledge *self, guint cell, gint64 from, gint64 to);
void          foi_knowledge_reset_ends (FoiKnowledge *self);
gboolean      foi_knowledge_share_part (FoiKnowledge *self, guint a, guint b);
void          foi_knowledge_add_solution (FoiKnowledge *self, const gint64 *values);
void          foi_knowledge_copy_solutions (FoiKnowledge *self, FoiKnowledge *from);
gboolean      foi_knowledge_is_given_up (FoiKnowledge *self);
gboolean      foi_knowledge_was_seen (FoiKnowledge *self, guint cell, gboolean upper,
                                      gint64 value);
gboolean      foi_knowledge_find_end (FoiKnowledge *self, guint cell, gboolean upper, FoiEnd *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiKnowledge, foi_knowledge_free)

G_END_DECLS
