/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-workbook.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_FORMAT_GENERAL,
  FOI_FORMAT_NUMBER,
  FOI_FORMAT_PERCENT,
  FOI_FORMAT_DATE,
  FOI_FORMAT_MONTH, /* a month and a year, no day */
  FOI_FORMAT_YEAR,
  FOI_FORMAT_TIME,
  FOI_FORMAT_MOMENT,  /* a day and a time */
  FOI_FORMAT_ELAPSED, /* hours beyond 24 */
} FoiFormatKind;

/* Of positive, negative, zero and text, or of those for which a condition holds. */
typedef struct
{
  gboolean shows;    /* anything at all */
  gboolean is_fixed; /* the same whatever the cell has */
  gboolean adds;     /* figures of its own to those of the number */
  gboolean has_figure;
  char condition;    /* `<`, `l` for `<=`, `=`, `n` for `<>`, `g` for `>=`, `>`; or 0 */
  double limit;
} FoiFormatSection;

/* What a spreadsheet's number format says of a cell. */
typedef struct
{
  FoiFormatKind kind;
  int decimals;         /* -1: as many as there are */
  int digits;           /* zeros before a shorter number, as of codes */
  const char *currency; /* "£", or NULL */
  /* which of positive, negative, zero and text it shows nothing of */
  gboolean blank[4];
  FoiFormatSection sections[4];
  guint n_sections;
} FoiNumberFormat;

FoiNumberFormat foi_number_format_parse (const char *code);
FoiNumberFormat foi_number_format_builtin (guint id);
FoiSheetType foi_number_format_show (const FoiNumberFormat *self, double value, gboolean from_1904,
                                     GString *text);
char *foi_number_format_dup_rounded (const FoiNumberFormat *self, double value, const char *shown);
void foi_number_format_plain (double value, int decimals, GString *text);
gboolean foi_number_format_hides (const FoiNumberFormat *self, gboolean is_number, double value);
gboolean foi_number_format_misleads (const FoiNumberFormat *self, gboolean is_number,
                                     double value);

G_END_DECLS
