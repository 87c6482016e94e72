/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-case-editor.h"
#include "foi-case-file.h"

G_BEGIN_DECLS

#define FOI_TYPE_CASE_SAVER (foi_case_saver_get_type ())

/**
 * FoiCaseSaver:
 *
 * Where the case of a window is saved, and by what the file there is known: what a save must find
 * again lest it write over somebody else's work.
 *
 * Properties, with notify: file, busy (the file is being written).
 */
G_DECLARE_FINAL_TYPE (FoiCaseSaver, foi_case_saver, FOI, CASE_SAVER, GObject)

FoiCaseSaver *foi_case_saver_new (FoiCase *foi_case, FoiCaseEditor *editor, GFile *file,
                                  const char *checksum);
GFile        *foi_case_saver_get_file (FoiCaseSaver *self);
const FoiFileMark *foi_case_saver_get_mark (FoiCaseSaver *self);
gboolean      foi_case_saver_is_busy (FoiCaseSaver *self);
GDateTime    *foi_case_saver_get_saved_at (FoiCaseSaver *self);
void          foi_case_saver_set_mark (FoiCaseSaver *self, const char *revision,
                                       const char *checksum);
void          foi_case_saver_save_async (FoiCaseSaver *self, GFile *file, gboolean overwrite,
                                         GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean      foi_case_saver_save_finish (FoiCaseSaver *self, GAsyncResult *result,
                                          GError **error);

G_END_DECLS
