/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-linear.h"

G_BEGIN_DECLS

/* What is taken on, at most. */
#define FOI_DISCLOSURE_MAX_CELLS 200000
#define FOI_DISCLOSURE_MAX_TERMS 2000000
#define FOI_DISCLOSURE_MAX_VALUE G_GINT64_CONSTANT (1000000000000)

/**
 * FoiSecretCell:
 * @name: what it is called, for people
 * @value: the true value, where @is_known
 * @is_known: FALSE: it came to us suppressed
 * @is_suppressed: the reader sees a mark
 * @is_primary: it is suppressed for what it is itself, not for what it would give away
 * @from: the least that a reader has to reckon with, before he knows any rule
 * @to: the most, or %FOI_LINEAR_NO_TO
 * @need_from: of a primary cell: a reader must have to reckon with all numbers from here
 * @need_to: to here
 *
 * A figure of a table or sentence.
 */
typedef struct
{
  char *name;
  gint64 value;
  gboolean is_known;
  gboolean is_suppressed;
  gboolean is_primary;
  gint64 from, to;
  gint64 need_from, need_to;
} FoiSecretCell;

/* A cell of a line, and how often it counts. */
typedef struct
{
  guint cell;
  gint64 factor;
} FoiLineTerm;

/**
 * FoiLine:
 * @terms: (element-type FoiLineTerm): each cell once
 * @from: the least that they come to, or %FOI_LINEAR_NO_FROM
 * @to: the most, or %FOI_LINEAR_NO_TO
 * @total: the cell that is the total of the others, or -1
 *
 * Something that a reader knows of several cells together.
 */
typedef struct
{
  GArray *terms;
  gint64 from, to;
  int total;
} FoiLine;

/**
 * FoiDisclosureProblem: what a reader sees and knows, and what he should not find out.
 * @id: (nullable): its name in the file
 * @cells: (element-type FoiSecretCell): the figures
 * @lines: (element-type FoiLine): what binds them
 */
typedef struct
{
  char *id;
  GArray *cells;
  GPtrArray *lines;
} FoiDisclosureProblem;

FoiDisclosureProblem *foi_disclosure_problem_new (void);
void                  foi_disclosure_problem_free (FoiDisclosureProblem *self);
FoiSecretCell        *foi_disclosure_problem_get (FoiDisclosureProblem *self, guint cell);
guint                 foi_disclosure_problem_add_cell (FoiDisclosureProblem *self,
                                                       const char *name);
FoiLine              *foi_disclosure_problem_add_line (FoiDisclosureProblem *self);
void                  foi_line_add (FoiLine *self, guint cell, gint64 factor);
GPtrArray            *foi_disclosure_problem_read (GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiDisclosureProblem, foi_disclosure_problem_free)

G_END_DECLS
