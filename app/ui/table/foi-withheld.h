/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"
#include "foi-table.h"

G_BEGIN_DECLS

char *foi_withheld_dup_remark (FoiDocument *document, FoiTable *table, guint64 row,
                               const char *column);
char *foi_withheld_dup_words (FoiDocument *document, FoiTable *table, guint64 row,
                              const char *column);
char *foi_withheld_dup_summary (FoiDocument *document, const char *table);
char *foi_withheld_dup_small (FoiDocument *document, FoiTable *table);

G_END_DECLS
