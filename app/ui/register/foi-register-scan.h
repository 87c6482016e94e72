/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-case-folder.h"

G_BEGIN_DECLS

/**
 * FoiRegisterScan:
 *
 * One reading of a folder, in other threads: of the files that are new or changed; or, when there
 * are none, of those that were not checked yet. What was read can be taken while it goes on.
 */
typedef struct _FoiRegisterScan FoiRegisterScan;

FoiRegisterScan *foi_register_scan_new         (const char *folder, GPtrArray *items,
                                                FoiHolidays *holidays, FoiDate today);
void             foi_register_scan_unref       (FoiRegisterScan *self);
void             foi_register_scan_run_async   (FoiRegisterScan *self, GObject *source,
                                                GAsyncReadyCallback callback);
FoiRegisterScan *foi_register_scan_finish      (GAsyncResult *result, GError **error);
GPtrArray       *foi_register_scan_take        (FoiRegisterScan *self, guint most);
GHashTable      *foi_register_scan_get_present (FoiRegisterScan *self);
GHashTable      *foi_register_scan_get_copies  (FoiRegisterScan *self);
void             foi_register_scan_cancel      (FoiRegisterScan *self);

G_END_DECLS
