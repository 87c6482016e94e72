/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-export.h"
#include "foi-json-writer.h"
#include "foi-pack.h"

G_BEGIN_DECLS

#define FOI_EXPORT_PACK "pack"
#define FOI_EXPORT_MAIL "eml"

gboolean foi_export_check_pack (const char *name, const char *whom, const char *output,
                                const char *table);
int      foi_export_pack (FoiCaseState *state, const char *file, const char *whom,
                          const FoiExport *wanted, const char *output, gboolean replace,
                          gboolean as_json);
GBytes  *foi_export_mail (FoiCaseState *state, const char *file, const FoiExport *wanted,
                          GPtrArray **leaks, GError **error);
void     foi_export_write_files (FoiJsonWriter *json, FoiPack *pack);
int      foi_export_tell_leaks (const char *file, GPtrArray *leaks);

G_END_DECLS
