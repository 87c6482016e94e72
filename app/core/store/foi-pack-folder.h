/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-file.h"
#include "foi-pack.h"

G_BEGIN_DECLS

/* Looks at a file as it was read back. Returns: whether it may stay. */
typedef gboolean (*FoiPackLookFunc) (const FoiPackFile *file, GBytes *bytes, gpointer user_data,
                                     GError **error);

gboolean foi_pack_folder_write (FoiPack *pack, const char *path, gboolean replace,
                                FoiPackLookFunc look, gpointer look_data,
                                FoiProgressFunc progress, gpointer user_data,
                                GCancellable *cancellable, GError **error);

G_END_DECLS
