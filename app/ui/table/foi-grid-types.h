/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-column.h"
#include "foi-table-cell.h"

G_BEGIN_DECLS

/* What a grid is made of; for its files only. */

/* One column that is shown, shared by the grid, its factory and its cells. */
typedef struct _FoiGridColumn
{
  char                *name;
  guint                index;        /* in the table */
  guint                field;        /* among those a person sees */
  FoiColumn           *column;
  GtkColumnViewColumn *view_column;  /* unowned; the view keeps it */
  GHashTable          *cells;        /* row id -> FoiTableCell, unowned */
  int                  n_chars;
} FoiGridColumn;

/* A cell by what never changes, and where it was seen last, for when it has gone. */
typedef struct
{
  guint64 row;
  char   *column;
  guint   position;
  guint   field;
} FoiGridPoint;

/* What is being typed. */
typedef struct
{
  FoiTableCell *cell;         /* NULL: nothing */
  GtkWidget    *entry;
  guint64       row;
  char         *column;
  char         *original;
  gboolean      composing;    /* an input method has the keys */
  gboolean      ending;       /* no second end while the first is under way */
  gboolean      leaving;      /* because the focus goes elsewhere */
} FoiGridEdit;

G_END_DECLS
