/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-file-lock.h"

G_BEGIN_DECLS

/* A new file: for its group too, as far as the system's umask allows, but never for others. */
#define FOI_DURABLE_MODE 0660

/* The one error of GIO after which a file may not be as it was: it was written, and is not so. */
#define FOI_DURABLE_DOUBT G_IO_ERROR_PARTIAL_INPUT

/* Writes all of a file with foi_durable_put(); FALSE with @error and nothing is replaced. */
typedef gboolean (*FoiDurableFunc) (int file, gpointer data, GError **error);

gboolean foi_durable_put (int file, const char *text, gsize length, GError **error);
gboolean foi_durable_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);
gboolean foi_durable_write_path (const char *path, GBytes *bytes, int mode, GError **error);
gboolean foi_durable_write_remote (GFile *file, GBytes *bytes, GCancellable *cancellable,
                                   GError **error);
gboolean foi_durable_write_pieces (const char *path, int mode, FoiDurableFunc func, gpointer data,
                                   FoiFileLock *lock, GError **error);
void     foi_durable_set_error (GError **error, int saved_errno);

G_END_DECLS
