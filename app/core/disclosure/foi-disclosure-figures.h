/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-names.h"

G_BEGIN_DECLS

/* Which rows, or columns, a figure is of. */
typedef enum
{
  FOI_PART_ONE,    /* one that is named, or all that have the key in common that was said */
  FOI_PART_SOME,   /* those that are named, together */
  FOI_PART_OTHERS, /* all but those that are named */
  FOI_PART_ALL,
  FOI_PART_NEAR,   /* the row before or after the one that is named */
} FoiPartKind;

/* @places: (element-type guint): what is added up; @less: (element-type guint): and taken off. */
typedef struct
{
  FoiPartKind kind;
  GArray *places, *less;
} FoiPart;

/**
 * FoiFigure:
 * @rows: @columns: what it is of
 * @value: the true one; @shown: what the table's cells come to, where all have a number
 * @is_hidden: a reader does not see all of it
 *
 * What a sentence that names rows and columns may speak of.
 */
typedef struct
{
  const FoiPart *rows, *columns;
  gint64 value, shown;
  int decimals;
  gboolean is_money, is_hidden, is_shown;
} FoiFigure;

/* A table whose figures are looked for. */
typedef struct
{
  FoiDisclosureDraft *draft;
  FoiDisclosureGrid *grid;
  GArray *base_rows, *base_columns; /* of guint: what is no total */
  int total_row, total_column;      /* of all of them, or -1 */
} FoiFigureTable;

gboolean   foi_figure_table_init (FoiFigureTable *self, FoiDisclosureDraft *draft,
                                  FoiTableData *data);
void       foi_figure_table_clear (FoiFigureTable *self);
GPtrArray *foi_figure_table_list_rows (const FoiFigureTable *self, const GArray *named,
                                       gboolean is_group);
GPtrArray *foi_figure_table_list_columns (const FoiFigureTable *self, const GArray *named);
GArray    *foi_figure_table_list (const FoiFigureTable *self, GPtrArray *rows, GPtrArray *columns);
void       foi_figure_table_add_terms (const FoiFigureTable *self, const FoiFigure *figure,
                                       gint64 factor, FoiLine *line);

G_END_DECLS
