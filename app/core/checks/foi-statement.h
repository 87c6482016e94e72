/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-number-scan.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_STATEMENT_NUMBER,     /* 15: another figure can be compared with it */
  FOI_STATEMENT_SHARE,      /* 20%, 3/15, one in five: of something else */
  FOI_STATEMENT_TIMES,      /* twice as many */
  FOI_STATEMENT_DIFFERENCE, /* 9 more than */
  FOI_STATEMENT_CHANGE,     /* up 20% */
  FOI_STATEMENT_BOUND,      /* fewer than 4 */
} FoiStatementKind;

/* What a sentence says of figures: that one is between @from and @to; or so many times another, or
 * so far from it. @above is the first number of a fraction, else -1. */
typedef struct
{
  FoiStatementKind kind;
  double from, to;
  double above;
} FoiStatement;

GArray *foi_statements_read (const char *sentence);

G_END_DECLS
