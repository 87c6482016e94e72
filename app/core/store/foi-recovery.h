/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-file.h"

G_BEGIN_DECLS

/**
 * FoiRecovery:
 * @path: the journal; not known until it is written
 * @name: what it is written under, which can be part of a path
 * @place: the URI of the case file, or any other name of a case that was never saved
 * @mark: the file on which the unsaved work builds; nothing is in it where there is none
 * @time: when it was written, in seconds since 1970
 *
 * Unsaved work that outlived its window.
 */
typedef struct
{
  char       *path;
  char       *name;
  char       *place;
  FoiFileMark mark;
  gint64      time;
} FoiRecovery;

char      *foi_recovery_dup_folder (void);
gboolean   foi_recovery_write (const char *folder, const FoiRecovery *recovery, GBytes *bytes,
                               GPtrArray *typed, GError **error);
GPtrArray *foi_recovery_list (const char *folder);
GBytes    *foi_recovery_read (const FoiRecovery *recovery, GPtrArray **typed, GError **error);
gboolean   foi_recovery_discard (const char *folder, const char *name, GError **error);
void       foi_recovery_free (FoiRecovery *recovery);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRecovery, foi_recovery_free)

G_END_DECLS
