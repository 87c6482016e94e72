/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A case file that nobody else saves meanwhile; @file is open, or -1 where nothing is held. */
typedef struct
{
  int file;
} FoiFileLock;

#define FOI_FILE_LOCK_NONE { -1 }

gboolean foi_file_lock_take (FoiFileLock *lock, const char *path, GCancellable *cancellable,
                             GError **error);
void     foi_file_lock_release (FoiFileLock *lock);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiFileLock, foi_file_lock_release)

G_END_DECLS
