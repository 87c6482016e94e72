/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-layout.h"

G_BEGIN_DECLS

GBytes     *foi_paper_make_pdf (FoiLetter *letter, const char *paper, GError **error);
const char *foi_paper_to_name (FoiPaper paper);
FoiPaper    foi_paper_from_name (const char *name, FoiPaper fallback);

G_END_DECLS
