/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-brief.h"
#include "foi-letter.h"

G_BEGIN_DECLS

FoiLetter *foi_letter_follow (FoiLetter *self, FoiBrief *before, FoiBrief *after);

G_END_DECLS
