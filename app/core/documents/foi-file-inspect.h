/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-hidden.h"

G_BEGIN_DECLS

/* How a PDF is looked through: with a library that core does not know. */
typedef FoiHidden *(*FoiPdfInspectFunc) (GBytes *pdf, GCancellable *cancellable, GError **error);

const char *foi_file_find_format (GBytes *bytes, GCancellable *cancellable);
FoiHidden *foi_file_inspect (GBytes *bytes, FoiPdfInspectFunc inspect_pdf, char **format,
                                 GCancellable *cancellable, GError **error);

G_END_DECLS
