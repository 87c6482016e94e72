/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-hidden.h"

G_BEGIN_DECLS

FoiHidden *foi_pdf_inspect (GBytes *pdf, GCancellable *cancellable, GError **error);

G_END_DECLS
