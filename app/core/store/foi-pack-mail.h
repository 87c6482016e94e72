/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-pack.h"

G_BEGIN_DECLS

char   *foi_pack_dup_subject (FoiPack *pack);
GBytes *foi_pack_to_eml      (FoiPack *pack, FoiCaseState *state, FoiDate date);

G_END_DECLS
