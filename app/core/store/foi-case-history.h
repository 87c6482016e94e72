/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

char *foi_case_history_to_text (FoiCaseState *state);

G_END_DECLS
