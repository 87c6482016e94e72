/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-explanation.h"

G_BEGIN_DECLS

GArray *foi_hinted_numbers_list (const FoiExplaining *at, FoiRange sentence);

G_END_DECLS
