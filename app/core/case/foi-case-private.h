/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case.h"

G_BEGIN_DECLS

void          _foi_case_set_state (FoiCase *self, FoiCaseState *state);
void          _foi_case_forget_gone (FoiCase *self);

/* foi-case-accept.c */
FoiCaseState *_foi_case_follow_accepted (FoiCaseState *before, FoiCaseState *after);

G_END_DECLS
