/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"
#include "foi-table-paste.h"

G_BEGIN_DECLS

gboolean foi_table_paste_as_new (FoiDocument *document, const char *question_id, const char *text,
                                 GError **error);
FoiPasteProposal *foi_table_paste_take_proposal (FoiDocument *document, const char *table);
void foi_table_paste_leave_problems (FoiDocument *document, const char *table, GArray *problems);
void foi_table_paste_forget_problems (FoiDocument *document, const char *table);
GArray *foi_table_paste_take_problems (FoiDocument *document, const char *table);

G_END_DECLS
