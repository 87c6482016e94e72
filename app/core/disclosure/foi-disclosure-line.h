/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a reader knows a line. */
typedef enum
{
  FOI_LINE_TOTAL,
  FOI_LINE_SAME,
  FOI_LINE_RATE,
  FOI_LINE_QUOTED,
  FOI_LINE_ISSUED,
  FOI_LINE_EXACT,
  FOI_LINE_ACROSS,
  FOI_LINE_TIMES,
  FOI_LINE_LISTED,
  FOI_LINE_BALANCE,  /* figures that come to nothing together, each once */
  FOI_LINE_RANKED,   /* one is at least as large as the other */
  FOI_LINE_SUMMARY,  /* the first is an average, the highest or the like of the others */
  FOI_LINE_COMBINED, /* a total that is no more shown as one */
} FoiLineKind;

typedef struct
{
  guint cell;
  gint64 factor; /* how often it counts */
} FoiLineTerm;

/* What a reader knows of cells together: @terms, each cell once, come to between @from and @to.
 * @total is the cell that is the total of the others, or -1. Of what is quoted: the @sentence, and
 * @where it stands, in words; else NULL. @beside: the title of the other table that says so, where
 * no cell of it is here; else NULL. @is_apart: it goes out only with the table as data. */
typedef struct
{
  GArray *terms;
  gint64 from, to;
  FoiLineKind kind;
  int total;
  char *sentence, *where, *beside;
  gboolean is_apart;
} FoiLine;

void     foi_line_add (FoiLine *self, guint cell, gint64 factor);
gboolean foi_line_is_sum (const FoiLine *self);

G_END_DECLS
