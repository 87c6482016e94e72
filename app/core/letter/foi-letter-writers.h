/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-letter.h"

G_BEGIN_DECLS

char *foi_letter_to_text (FoiLetter *self);
char *foi_letter_to_html (FoiLetter *self);

G_END_DECLS
