/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-sheet-ranges.h"

G_BEGIN_DECLS

#define FOI_WORKBOOK_MAX_BYTES   ((gsize) 512 * 1024 * 1024)
#define FOI_WORKBOOK_MAX_ROWS    1048576
#define FOI_WORKBOOK_MAX_COLUMNS 16384
#define FOI_WORKBOOK_MAX_CELLS   8000000 /* with something in them, of one sheet */

typedef enum
{
  FOI_SHEET_VISIBLE,
  FOI_SHEET_HIDDEN,
  FOI_SHEET_VERY_HIDDEN, /* that no menu shows */
} FoiSheetState;

typedef enum
{
  FOI_SHEET_TEXT,
  FOI_SHEET_NUMBER,
  FOI_SHEET_DATE,
  FOI_SHEET_BOOLEAN,
  FOI_SHEET_ERROR,
} FoiSheetType;

/* A cell that has something in it. @text is what it shows, in one notation for all languages:
 * 20049.5, £5, 12.5%, 2024-11-27. @stored (nullable) is the number where that is longer. */
typedef struct
{
  guint row; /* from 0 */
  guint column;
  FoiSheetType type;
  const char *text;
  const char *stored;
  gboolean computed; /* a formula's value, as it was when the file was saved */
  gboolean hidden;   /* in a hidden row or column, or under a merged cell */
} FoiSheetCell;

/* What is called for a sheet. @progress (nullable) with a fraction from 0 to 1; @merged (nullable)
 * for each block of cells that is shown as one, which is its first cell's; before it or after. */
typedef struct
{
  gboolean (*cell) (const FoiSheetCell *cell, gpointer data, GError **error);
  void (*progress) (double fraction, gpointer data);
  void (*merged) (const FoiSheetRange *range, gpointer data);
} FoiSheetVisitor;

/* What a person says of a text file: NULL and 0 where that is to be found out. */
typedef struct
{
  const char *encoding; /* `UTF-8`, `windows-1252`…, `mojibake` */
  char delimiter;
} FoiTextWish;

/**
 * FoiWorkbook:
 *
 * A spreadsheet file from a stranger, of any kind that is read. Nothing in it is run, fetched or
 * believed: sizes that it declares are never allocated. For one thread at a time.
 */
typedef struct _FoiWorkbook FoiWorkbook;
gboolean foi_workbook_is_case (GBytes *bytes);
GBytes *foi_workbook_load (GFile *file, GCancellable *cancellable, GError **error);
GBytes *foi_workbook_load_stream (GInputStream *stream, GError **error);
FoiWorkbook *foi_workbook_new (GBytes *bytes, const FoiTextWish *text, GCancellable *cancellable,
                               GError **error);
FoiWorkbook *foi_workbook_new_html (const char *html, gssize length, GError **error);
void foi_workbook_free (FoiWorkbook *self);
const char *foi_workbook_get_format (FoiWorkbook *self);
const char *foi_workbook_get_encoding (FoiWorkbook *self);
char foi_workbook_get_delimiter (FoiWorkbook *self);
gboolean foi_workbook_has_mojibake (FoiWorkbook *self);
guint foi_workbook_get_n_sheets (FoiWorkbook *self);
const char *foi_workbook_get_sheet_name (FoiWorkbook *self, guint sheet);
FoiSheetState foi_workbook_get_sheet_state (FoiWorkbook *self, guint sheet);
gboolean foi_workbook_read_sheet (FoiWorkbook *self, guint sheet, const FoiSheetVisitor *visitor,
                                  gpointer data, GCancellable *cancellable, GError **error);
int foi_workbook_find_first (FoiWorkbook *self, GError **error);
FoiHidden *foi_workbook_inspect (FoiWorkbook *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiWorkbook, foi_workbook_free)

G_END_DECLS
