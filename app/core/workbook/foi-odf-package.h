/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-hidden.h"
#include "foi-zip.h"

G_BEGIN_DECLS

/* What every OpenDocument file has, a spreadsheet or a text. */
gboolean foi_odf_check_open (FoiZip *zip, GCancellable *cancellable, GError **error);
gboolean foi_odf_inspect_object (FoiZip *zip, const char *name, FoiHidden *hidden,
                                 GCancellable *cancellable, GError **error);
gboolean foi_odf_inspect_properties (FoiZip *zip, FoiHidden *hidden, GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
