/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-explanation.h"

G_BEGIN_DECLS

guint foi_listing_count (const FoiExplaining *at, FoiRange sentence);
guint foi_listing_count_block (const FoiExplaining *at, guint n_items);

G_END_DECLS
