/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-xml.h"

G_BEGIN_DECLS

/* What a style hides. */
typedef enum
{
  FOI_ODS_HIDDEN_SHEET = 1 << 0,
  FOI_ODS_FLAT = 1 << 1,      /* rows or columns without height or width */
  FOI_ODS_PROTECTED = 1 << 2, /* cells that show nothing where the sheet is protected */
  FOI_ODS_SEE_THROUGH = 1 << 4, /* shapes without a filling */
  FOI_ODS_TINY = 1 << 3,      /* letters that are too small to be read */
} FoiOdsStyle;

/**
 * FoiOdsStyles:
 *
 * The styles of an OpenDocument workbook, by family (`table-cell`, `table-row`…) and name. What one
 * does not say, the one that it is made from does.
 */
typedef struct _FoiOdsStyles FoiOdsStyles;

FoiOdsStyles *foi_ods_styles_new (void);
void foi_ods_styles_free (FoiOdsStyles *self);
void foi_ods_styles_begin (FoiOdsStyles *self, const char *name,
                           const FoiXmlAttributes *attributes);
void foi_ods_styles_end (FoiOdsStyles *self, const char *name);
gboolean foi_ods_styles_has (FoiOdsStyles *self, const char *family, const char *name,
                             FoiOdsStyle what);
guint32 foi_ods_styles_get_colour (FoiOdsStyles *self, const char *family, const char *name);
guint32 foi_ods_styles_get_behind (FoiOdsStyles *self, const char *name);
gboolean foi_ods_styles_is_invisible (FoiOdsStyles *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiOdsStyles, foi_ods_styles_free)

G_END_DECLS
