/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-case.h"
#include "foi-json-writer.h"

G_BEGIN_DECLS

void foi_cli_add_audit (FoiJsonWriter *json, FoiDisclosureCase *disclosure, const FoiAudit *audit,
                        GArray *open);
void foi_cli_append_audit (GString *text, const char *file, FoiDisclosureCase *disclosure,
                           const FoiAudit *audit, GArray *open);

G_END_DECLS
