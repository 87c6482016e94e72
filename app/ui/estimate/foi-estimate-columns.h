/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-field.h"
#include "foi-estimate-grid.h"

G_BEGIN_DECLS

/* What a cell of an estimate is. */
typedef enum
{
  FOI_ESTIMATE_CELL_TYPED,
  FOI_ESTIMATE_CELL_ACTIVITY, /* chosen: one of those that the law counts */
  FOI_ESTIMATE_CELL_RESULT,   /* what the row comes to */
} FoiEstimateCellKind;

/* A column; @member is where it stands in a row of the file. */
typedef struct
{
  const char         *member, *title, *hint;
  FoiEstimateCellKind cell;
  FoiFieldKind        kind;
  int                 width;
} FoiEstimateColumn;

/* The most columns that a list has. */
#define FOI_ESTIMATE_MOST_COLUMNS 10

const FoiEstimateColumn *foi_estimate_get_columns (FoiEstimateList list, guint *n_columns);
const char              *foi_estimate_list_get_member (FoiEstimateList list);
const char              *foi_estimate_list_get_command (FoiEstimateList list, guint which);
const char              *foi_estimate_get_activity (guint index, const char **words);

G_END_DECLS
