/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-row.h"

G_BEGIN_DECLS

/* How far a case is, in the order of its life; of an open one, what it waits for. */
typedef enum
{
  FOI_STATE_UNREADABLE, /* no case: it is seen to first */
  FOI_STATE_DRAFT,
  FOI_STATE_WANTS_CLARIFICATION,
  FOI_STATE_WANTS_FEE,
  FOI_STATE_EXTENDED,
  FOI_STATE_PART_ISSUED, /* something of it is still to be answered */
  FOI_STATE_LAPSED,
  FOI_STATE_WITHDRAWN,
  FOI_STATE_UNDER_REVIEW,
  FOI_STATE_COMPLAINT, /* all is done, and the regulator was complained to */
  FOI_STATE_ISSUED,
  FOI_STATE_CLOSED,
} FoiRegisterState;

#define FOI_N_REGISTER_STATES (FOI_STATE_CLOSED + 1)

FoiRegisterState foi_register_row_get_state       (const FoiRegisterRow *row, FoiDate today);
const char      *foi_register_row_get_state_words (const FoiRegisterRow *row, FoiDate today);
const char      *foi_register_state_to_name       (FoiRegisterState state);
const char      *foi_register_state_to_words      (FoiRegisterState state);

G_END_DECLS
