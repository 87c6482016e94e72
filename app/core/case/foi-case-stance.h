/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-offer.h"

G_BEGIN_DECLS

FoiStance foi_case_state_get_stance (FoiCaseState *self, FoiQuestion *question);

G_END_DECLS
