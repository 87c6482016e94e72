/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-number-format.h"
#include "foi-sheet-colours.h"
#include "foi-xml.h"
#include "foi-zip.h"

G_BEGIN_DECLS

/* What one style says of its cells. */
typedef struct
{
  FoiNumberFormat format;
  guint32 behind;        /* the colour behind the text */
  gboolean is_invisible; /* text in the colour of what is behind it */
  gboolean is_tiny;      /* or of a size that nobody can read */
} FoiXlsxStyle;

/* What a condition changes of a style, as it is read. */
typedef struct
{
  FoiXlsxStyle style;
  guint32 font;
  gboolean in_font; /* and in no border, which has a colour as well */
} FoiXlsxCondition;

/* The styles of cells, and what a condition changes of one. */
typedef struct
{
  GArray *cells;      /* of FoiXlsxStyle */
  GArray *conditions; /* of FoiXlsxStyle */
} FoiXlsxStyles;

gboolean foi_xlsx_size_is_tiny (const FoiXmlAttributes *attributes);
void     foi_xlsx_condition_begin (FoiXlsxCondition *self, const FoiSheetTheme *theme,
                                   const char *name, const FoiXmlAttributes *attributes);
void     foi_xlsx_styles_init (FoiXlsxStyles *self);
void     foi_xlsx_styles_clear (FoiXlsxStyles *self);
gboolean foi_xlsx_styles_read (FoiXlsxStyles *self, FoiZip *zip, const char *part,
                               const FoiSheetTheme *theme, GCancellable *cancellable,
                               GError **error);

G_END_DECLS
