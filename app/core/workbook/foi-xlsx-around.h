/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-xlsx-private.h"

G_BEGIN_DECLS

/* What stands around the cells of a sheet, while it is read. @hidden is %NULL where only cells are
 * wanted. Its elements are told apart by their names alone. */
typedef struct
{
  FoiXlsx *xlsx;
  const char *sheet;
  FoiSheetSink *sink;
  FoiSheetFacts *facts;
  FoiHidden *hidden;
  char *conditional;   /* the cells that a condition is for */
  GArray *columns;     /* of runs of columns, with the style of cells that have none; NULL */
  gboolean flat_columns; /* where nothing else is said */
  guint next_column;   /* after the last of which something is said */
  gboolean has_no_button; /* a filter that is read */
  gboolean in_page;    /* in a header or footer */
  gboolean in_cells;   /* in the cells of an entry of the newer kind */
  gboolean is_list;    /* which is a list */
  gboolean has_message; /* it says something when a cell is chosen, or something else typed */
  gboolean in_formula; /* of a condition or a list */
  char *ruled;         /* the cells that these are for, or NULL */
  GPtrArray *formulas; /* of char *, of these; or NULL */
  gboolean in_change;  /* in what a condition of the newer kind changes */
  FoiXlsxCondition change;
  gboolean hides_text, hides_format;
  guint n_said;        /* headers and footers that say something */
  GString *text;
} FoiXlsxAround;

void _foi_xlsx_around_begin (FoiXlsxAround *self, const char *name,
                             const FoiXmlAttributes *attributes);
guint _foi_xlsx_around_get_column_style (const FoiXlsxAround *self, guint column);
void _foi_xlsx_around_end (FoiXlsxAround *self, const char *name);
void _foi_xlsx_around_add_text (FoiXlsxAround *self, const char *text, gsize length);
void _foi_xlsx_around_tell (FoiXlsxAround *self);
void _foi_xlsx_around_clear (FoiXlsxAround *self);

G_END_DECLS
