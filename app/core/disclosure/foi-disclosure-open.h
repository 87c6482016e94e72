/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-case.h"

G_BEGIN_DECLS

gboolean foi_disclosure_has_own_rule (FoiTableData *data);
void     foi_disclosure_add_open (FoiCaseState *state, FoiTableData *data, GArray *open);
GArray  *foi_disclosure_list_open (FoiCaseState *state, const char *const *names);

G_END_DECLS
