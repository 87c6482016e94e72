/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case.h"

G_BEGIN_DECLS

void _foi_case_set_state (FoiCase *self, FoiCaseState *state);

G_END_DECLS
