/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-file-reading.h"
#include "foi-hidden.h"

G_BEGIN_DECLS

gboolean foi_attached_book_is (const char *name, GBytes *bytes, GCancellable *cancellable);
FoiHidden *foi_attached_book_check (GBytes *bytes, GCancellable *cancellable, GError **error);
gboolean foi_attached_book_read (GBytes *bytes, FoiReadFunc func, gpointer user_data,
                                 GError **error);

G_END_DECLS
