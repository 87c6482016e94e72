/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-column.h"

G_BEGIN_DECLS

JsonNode *foi_column_cell_to_json (FoiColumn *self, const FoiCell *cell);
gboolean  foi_column_cell_from_json_node (FoiColumn *self, JsonNode *node, FoiCell *out,
                                          char **reason);

G_END_DECLS
