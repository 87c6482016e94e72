/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-paste.h"

G_BEGIN_DECLS

GArray *_foi_paste_problems_new (void);
void    _foi_paste_add_problem (GArray *problems, guint64 row, FoiColumn *column,
                                const char *typed, FoiRefusal *refusal);

G_END_DECLS
