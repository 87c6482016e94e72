/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-composer-private.h"

G_BEGIN_DECLS

/* What the composer and the list of a letter's paragraphs decide together. */
void                _foi_composer_init (FoiComposer *self, FoiBrief *brief, FoiRules *rules,
                                        const char *letter_id);
void                _foi_composer_clear (FoiComposer *self);
const FoiParagraph *_foi_scope_find_paragraph (const FoiScope *scope, GPtrArray *paragraphs,
                                               guint first, gboolean is_reworded);

G_END_DECLS
