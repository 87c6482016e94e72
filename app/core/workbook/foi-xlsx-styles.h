/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-number-format.h"
#include "foi-zip.h"

G_BEGIN_DECLS

/* What one style says of its cells. */
typedef struct
{
  FoiNumberFormat format;
  gboolean is_invisible; /* text in the colour of what is behind it */
} FoiXlsxStyle;

GArray *foi_xlsx_styles_read (FoiZip *zip, const char *part, GCancellable *cancellable,
                              GError **error);

G_END_DECLS
