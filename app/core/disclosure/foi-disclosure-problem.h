/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-disclosure-line.h"
#include "foi-linear.h"

G_BEGIN_DECLS

#define FOI_DISCLOSURE_MAX_BYTES ((gsize) 8000000) /* of a file, which takes 20 times as many */
#define FOI_DISCLOSURE_MAX_CELLS 200000
#define FOI_DISCLOSURE_MAX_TERMS 2000000
#define FOI_DISCLOSURE_MAX_VALUE G_GINT64_CONSTANT (1000000000000)

/**
 * FoiSecretCell:
 * @name: for people
 * @value: the true value, where @is_known
 * @is_known: FALSE: it came to us suppressed
 * @is_suppressed: the reader sees a mark; @is_primary: for what it is itself
 * @is_rounded: he sees it rounded, not whether it is primary; @is_left_out: he does not see it;
 *   @is_unseen: no table has it at all
 * @from: the least that a reader has to reckon with, before he knows any rule; @to: the most, or
 *   %FOI_LINEAR_NO_TO
 * @unit: how many of its last digits are one of what it counts: 10 where it has one decimal; 0: it
 *   is a mean or a rate, of which no rule says how small it is
 * @is_gone: it became one with others: what these come to may be said, and nobody is asked who is
 *   one of them
 * @need_from: of a primary cell: he must have to reckon with all numbers from here
 * @need_to: to here; before @need_from: he only must not find out the number
 */
typedef struct
{
  char *name;
  gint64 value;
  gboolean is_known;
  gboolean is_suppressed, is_primary, is_rounded, is_left_out, is_gone, is_unseen;
  gint64 from, to;
  gint64 unit;
  gboolean is_doubtful; /* what a broken line says of it is not so */
  gint64 need_from, need_to;
} FoiSecretCell;

/**
 * FoiDisclosureProblem: what a reader sees and knows, and what he should not find out.
 * @id: (nullable): its name in the file
 * @cells: (element-type FoiSecretCell): figures; @lines: (element-type FoiLine): what binds them
 * @broken: (element-type FoiLine): what is said to bind them and does not hold, as a total that is
 *   not what its parts come to
 * @goes_on: where some contradict each other they are not proven, and the others are audited
 * @ends_early: a pattern is of use only where every cell can be protected
 */
typedef struct
{
  char *id;
  GArray *cells;
  GPtrArray *lines;
  GPtrArray *broken;
  gboolean goes_on, ends_early;
} FoiDisclosureProblem;

FoiDisclosureProblem *foi_disclosure_problem_new (void);
void                  foi_disclosure_problem_free (FoiDisclosureProblem *self);
FoiSecretCell        *foi_disclosure_problem_get (FoiDisclosureProblem *self, guint cell);
guint                 foi_disclosure_problem_add_cell (FoiDisclosureProblem *self,
                                                       const char *name);
FoiLine              *foi_disclosure_problem_add_line (FoiDisclosureProblem *self);
GBytes               *foi_disclosure_problem_load (GFile *file, GError **error);
GPtrArray            *foi_disclosure_problem_read (GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiDisclosureProblem, foi_disclosure_problem_free)

G_END_DECLS
