/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOI_TYPE_FILE_WATCH (foi_file_watch_get_type ())

/**
 * FoiFileWatch:
 *
 * Says when it is time to look at a file, or at a folder, that others change: the signal "look"
 * comes a moment after the system told of a change, and every half minute, for shared folders do
 * not tell. It says nothing of whether there is a change.
 */
G_DECLARE_FINAL_TYPE (FoiFileWatch, foi_file_watch, FOI, FILE_WATCH, GObject)

FoiFileWatch *foi_file_watch_new (GFile *file, gboolean is_folder);

G_END_DECLS
