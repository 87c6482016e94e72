/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean          foi_regular_file_check (GFile *file, GCancellable *cancellable, GError **error);
GFileInputStream *foi_regular_file_read  (GFile *file, GCancellable *cancellable, GError **error);
GBytes           *foi_regular_file_load  (GFile *file, gsize most, GCancellable *cancellable,
                                          GError **error);
char             *foi_regular_file_compute_checksum (GFile *file, GCancellable *cancellable,
                                                     GError **error);

G_END_DECLS
