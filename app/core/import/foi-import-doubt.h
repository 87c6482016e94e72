/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date-order.h"
#include "foi-paste-grid.h"
#include "foi-share-order.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_IMPORT_DOUBT_DATES,  /* 03/04/2024 */
  FOI_IMPORT_DOUBT_SHARES, /* 0.5 beside 50% */
} FoiImportDoubtKind;

/* What cells of a column mean that could be either of two things. */
typedef struct
{
  FoiImportDoubtKind kind;
  guint source;   /* the column's place in the block */
  char *heading;
  guint count;
  char *example;  /* the first of these cells */
  char *evidence; /* a cell beside them that has one meaning, or NULL */
} FoiImportDoubt;

GPtrArray *foi_import_doubts_find (FoiPasteGrid *grid);
char      *foi_import_doubt_dup_words (const FoiImportDoubt *self);
char      *foi_import_doubt_dup_meaning (const FoiImportDoubt *self, guint choice);

G_END_DECLS
