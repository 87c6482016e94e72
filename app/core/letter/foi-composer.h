/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-brief.h"
#include "foi-letter.h"
#include "foi-rules.h"

G_BEGIN_DECLS

FoiLetter *foi_letter_compose (FoiBrief *brief, FoiRules *rules, const char *letter_id,
                               gboolean draft, GError **error);

G_END_DECLS
