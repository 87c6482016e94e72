/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

GBytes *foi_case_write (FoiCaseState *state, const char *revision, GError **error);

G_END_DECLS
