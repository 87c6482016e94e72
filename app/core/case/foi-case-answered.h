/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-date.h"

G_BEGIN_DECLS

/* On which day a request was answered, where more than one letter went out. */
typedef enum
{
  FOI_ANSWERED_WHOLE, /* the first on which no question was left without an answer */
  FOI_ANSWERED_LAST,  /* that of the last answer: what is corrected is answered anew */
} FoiAnswered;

FoiDate foi_case_state_get_answered (FoiCaseState *self, FoiAnswered which);

G_END_DECLS
