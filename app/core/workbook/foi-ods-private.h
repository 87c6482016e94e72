/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-workbook-private.h"
#include "foi-xml.h"

G_BEGIN_DECLS

#define FOI_ODS_CONTENT "content.xml"

/* What a style hides. */
typedef enum
{
  FOI_ODS_HIDDEN_SHEET = 1 << 0,
  FOI_ODS_FLAT = 1 << 1,      /* rows or columns without height or width */
  FOI_ODS_INVISIBLE = 1 << 2, /* text in the colour of what is behind it */
} FoiOdsStyle;

typedef struct
{
  FoiZip *zip;
  GHashTable *styles; /* name to FoiOdsStyle, of those that hide something */
  GPtrArray *sheets;  /* of FoiSheet; the workbook's */
} FoiOds;

gboolean _foi_ods_has_style (FoiOds *self, const char *name, FoiOdsStyle style);
gboolean _foi_ods_read_sheet (FoiOds *self, guint sheet, const FoiSheetVisitor *visitor,
                              gpointer data, FoiHidden *hidden, GCancellable *cancellable,
                              GError **error);
gboolean _foi_ods_inspect (FoiOds *self, FoiHidden *hidden, GCancellable *cancellable,
                           GError **error);

G_END_DECLS
