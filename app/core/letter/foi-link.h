/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-block.h"

G_BEGIN_DECLS

gsize    foi_link_match (const char *text, char **target);
gboolean foi_link_may_occur (const char *text);
gboolean foi_link_may_begin (const char *text, const char *at);
char    *foi_link_dup_safe_target (const char *url);
gboolean foi_link_says_target (const char *words, const char *target);
char    *foi_link_dup_on_paper (const char *words, const char *target);
void     foi_link_add_text (FoiBlock *block, const char *text, FoiSpanFlags flags);

G_END_DECLS
