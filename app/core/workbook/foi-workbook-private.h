/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  FoiSheetState state;
  char *part; /* where it is in the file; NULL where there is but one place */
} FoiSheet;

/* What reads one format. */
typedef struct
{
  gboolean (*read_sheet) (gpointer reader, guint sheet, const FoiSheetVisitor *visitor,
                          gpointer data, FoiHidden *hidden, GCancellable *cancellable,
                          GError **error);
  gboolean (*inspect) (gpointer reader, FoiHidden *hidden, GCancellable *cancellable,
                       GError **error);
  void (*free) (gpointer reader);
  /* may be NULL: then sheet after sheet is read */
  gboolean (*find_first) (gpointer reader, guint *sheet, GError **error);
} FoiReaderClass;

struct _FoiWorkbook
{
  const char *format;
  const char *encoding; /* of text; NULL of others */
  char delimiter;       /* of text; 0 of others */
  gboolean has_mojibake;
  GPtrArray *sheets; /* of FoiSheet */
  const FoiReaderClass *class;
  gpointer reader;
};

/* A sheet that is being read: what it must not go beyond. */
typedef struct
{
  const FoiSheetVisitor *visitor;
  gpointer data;
  guint n_cells;
} FoiSheetSink;

FoiWorkbook *_foi_workbook_alloc (const char *format, const FoiReaderClass *class, gpointer reader);
FoiSheet *_foi_workbook_add_sheet (FoiWorkbook *self, const char *name, FoiSheetState state);
gboolean _foi_sheet_sink_add (FoiSheetSink *self, const FoiSheetCell *cell, GError **error);
void _foi_sheet_sink_add_merged (FoiSheetSink *self, const FoiSheetRange *range);

FoiWorkbook *_foi_csv_open (GBytes *bytes, const FoiTextWish *wish, GError **error);
FoiWorkbook *_foi_xlsx_open (GBytes *bytes, GCancellable *cancellable, GError **error);
FoiWorkbook *_foi_ods_open (GBytes *bytes, GCancellable *cancellable, GError **error);
FoiWorkbook *_foi_html_open (const char *html, gsize length, GError **error);

G_END_DECLS
