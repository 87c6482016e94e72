/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-ods-styles.h"
#include "foi-workbook-private.h"
#include "foi-xml.h"

G_BEGIN_DECLS

#define FOI_ODS_CONTENT "content.xml"

typedef struct
{
  FoiZip *zip;
  FoiOdsStyles *styles;
  GPtrArray *sheets; /* of FoiSheet; the workbook's */
} FoiOds;

gboolean _foi_ods_read_sheet (FoiOds *self, guint sheet, const FoiSheetVisitor *visitor,
                              gpointer data, GCancellable *cancellable, GError **error);
gboolean _foi_ods_find_first (FoiOds *self, guint *sheet, GError **error);
gboolean _foi_ods_inspect_sheets (FoiOds *self, FoiHidden *hidden, gboolean *has_lists,
                                  GCancellable *cancellable, GError **error);
gboolean _foi_ods_inspect (FoiOds *self, FoiHidden *hidden, GCancellable *cancellable,
                           GError **error);

G_END_DECLS
