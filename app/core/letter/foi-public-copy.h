/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-letter.h"

G_BEGIN_DECLS

FoiLetter *foi_letter_make_public (FoiLetter *self, JsonNode *request, JsonNode *authority);

G_END_DECLS
