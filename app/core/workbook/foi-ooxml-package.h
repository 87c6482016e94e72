/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-hidden.h"
#include "foi-zip.h"

G_BEGIN_DECLS

/* What every file of Office has, a spreadsheet or a text. */
GHashTable *foi_ooxml_read_types (FoiZip *zip, GCancellable *cancellable, GError **error);
gboolean foi_ooxml_inspect_properties (FoiZip *zip, FoiHidden *hidden, GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
