/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-hidden.h"
#include "foi-json-writer.h"

G_BEGIN_DECLS

void foi_hidden_to_json (FoiHidden *hidden, FoiJsonWriter *json);
void foi_hidden_to_text (FoiHidden *hidden, GString *text);

G_END_DECLS
