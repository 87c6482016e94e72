/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date.h"
#include "foi-json-writer.h"

G_BEGIN_DECLS

void foi_cli_json_add_text (FoiJsonWriter *json, const char *key, const char *text);
void foi_cli_json_add_date (FoiJsonWriter *json, const char *key, FoiDate date);

G_END_DECLS
