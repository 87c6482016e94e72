/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-number-scan.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_STATEMENT_NUMBER,     /* 15: another figure can be compared with it */
  FOI_STATEMENT_SHARE,      /* 20%, 3/15, one in five: of something else */
  FOI_STATEMENT_TIMES,      /* twice as many; 7:9 */
  FOI_STATEMENT_DIFFERENCE, /* 9 more than */
  FOI_STATEMENT_CHANGE,     /* up 20% */
  FOI_STATEMENT_BOUND,      /* fewer than 4 */
} FoiStatementKind;

/* No end where it is nothing below. */
typedef struct
{
  gint64 above, below;
} FoiFraction;

/**
 * FoiStatement:
 * @range: the number, or the words
 * @from: @to: between what a figure is, both included: or so many times another, or so far from it
 * @wide_from: @wide_to: how far it may be from that where it was rounded
 * @above: the first number of a fraction, else -1
 * @is_strict: of ends that are open: neither @from nor @to itself
 * @is_loose: a word that is in many sentences which count nothing
 * @is_money: it has the sign of a currency
 *
 * What a sentence says of figures.
 */
typedef struct
{
  FoiStatementKind kind;
  FoiRange range;
  FoiFraction from, to, wide_from, wide_to;
  gint64 above;
  gboolean is_strict, is_loose, is_money;
} FoiStatement;

GArray *foi_statements_read (const char *sentence);
double  foi_fraction_to_double (FoiFraction fraction);

G_END_DECLS
