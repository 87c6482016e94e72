/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-shape.h"
#include "foi-faults.h"

G_BEGIN_DECLS

/* The version of the format that this program writes. */
#define FOI_CASE_VERSION 1

gboolean foi_case_check_object (FoiFaults *faults, JsonNode *node, const FoiShape *shape,
                                gboolean newer);
void     foi_case_check (FoiFaults *faults, JsonNode *root);

G_END_DECLS
