/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoiRecovery:
 * @path: the journal
 * @name: what it was written under
 * @place: the URI of the case file, or any other name of a case that was never saved
 * @revision: (nullable): the token of the file on which the unsaved work builds
 * @time: when it was written, in seconds since 1970
 *
 * Unsaved work that outlived its window.
 */
typedef struct
{
  char  *path;
  char  *name;
  char  *place;
  char  *revision;
  gint64 time;
} FoiRecovery;

gboolean   foi_recovery_write (const char *folder, const char *name, const char *place,
                               const char *revision, gint64 time, GBytes *bytes, GError **error);
GPtrArray *foi_recovery_list (const char *folder);
GBytes    *foi_recovery_read (const FoiRecovery *recovery, GError **error);
gboolean   foi_recovery_discard (const char *folder, const char *name, GError **error);
void       foi_recovery_free (FoiRecovery *recovery);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRecovery, foi_recovery_free)

G_END_DECLS
