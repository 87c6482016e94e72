/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-paste-match.h"

G_BEGIN_DECLS

void  foi_paste_cover_find (FoiPasteMatch *match, FoiCaseState *state, const char *table);
void  foi_paste_cover_keep (FoiPasteMatch *match);
guint foi_paste_cover_count (const FoiPasteMatch *match, FoiPasteCover cover);
char *foi_paste_cover_dup_words (const FoiPasteMatch *match);

G_END_DECLS
