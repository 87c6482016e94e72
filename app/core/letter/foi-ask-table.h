/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-brief.h"

G_BEGIN_DECLS

void  foi_ask_tables_add (GPtrArray *files, GHashTable *taken, FoiBrief *brief,
                          FoiQuestion *question, GPtrArray *details);
char *foi_ask_dup_masked (FoiBrief *brief, GPtrArray *details, const char *text);

G_END_DECLS
