/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "random-world.h"

G_BEGIN_DECLS

/* Of a world under way. */
typedef struct
{
  World *world;
  GRand *chance;
  guint n_plain;     /* rows of refs that are no totals; they come first, but for the subtotal */
  guint n_counts;    /* columns of refs: calls, visits */
  int all;           /* the column of both, or -1 */
  int total, subtotal; /* rows, or -1 */
  guint plain[4];    /* where the rows are */
  guint rows[WORLD_MAX_ROWS]; /* of each row that has figures, where */
} Making;

extern const char *const random_world_areas[];

WorldFact  *world_add_fact (World *self, Known known);
void        world_add_term (WorldFact *fact, guint table, guint row, guint column, gint64 factor);
WorldTable *world_add_table (World *self, const char *name);
guint       world_add_row (WorldTable *table, const char *name);
guint       world_add_column (WorldTable *table, const char *name, const char *title,
                              int decimals);
void        world_declare_row_total (WorldTable *table, guint total, const guint *rows,
                                     guint n_rows);
void        world_sum_rows (World *self, guint number, guint total, const guint *rows,
                            guint n_rows, guint column, Known known);
gint64      world_divide_rounded (gint64 a, gint64 b);
gboolean    making_draws (Making *making, double share);
gint64      making_draw_number (Making *making);
gint64      making_sum_calls (Making *making);
void        making_make_others (Making *making);

G_END_DECLS
