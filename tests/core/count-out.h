/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Far above all numbers that are shown; and what is as large has no end that anybody knows. */
#define COUNT_OUT_MOST G_GINT64_CONSTANT (100000000)
#define COUNT_OUT_LARGE 3000
#define COUNT_OUT_MAX_TERMS 12

/* Numbers that a reader does not see, and what he knows of them together: what each can be
 * is found by trying numbers, one after another. No code of the audit, no program that solves. */
typedef struct
{
  guint n_terms;
  guint unknowns[COUNT_OUT_MAX_TERMS];
  gint64 factors[COUNT_OUT_MAX_TERMS];
  gint64 from, to; /* G_MININT64 and G_MAXINT64: no end */
  guint kind;
} CountOutFact;

typedef struct
{
  GArray *from, *to; /* of gint64: of each unknown */
  GArray *facts;     /* of CountOutFact */
  int without;       /* a kind of facts that is not known, or -1 */
  guint n_tried, n_given_up;
} CountOut;

CountOut     *count_out_new (void);
void          count_out_free (CountOut *self);
guint         count_out_add_unknown (CountOut *self);
CountOutFact *count_out_add_fact (CountOut *self, guint kind);
void          count_out_set (CountOut *self, guint unknown, gint64 from, gint64 to);
gboolean      count_out_is_possible (CountOut *self);
gboolean      count_out_can_be (CountOut *self, guint unknown, gint64 from, gint64 to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CountOut, count_out_free)

G_END_DECLS
