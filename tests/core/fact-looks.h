/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

GPtrArray *fact_looks_read (FoiCaseState *state, JsonNode *list);

G_END_DECLS
