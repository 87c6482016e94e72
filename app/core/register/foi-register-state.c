/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-state.h"

#include <glib/gi18n-lib.h>

#include "foi-term.h"

static const FoiTerm states[] = {
  [FOI_STATE_UNREADABLE] = { "unreadable", N_("Cannot be read") },
  [FOI_STATE_DRAFT] = { "draft", N_("Draft") },
  [FOI_STATE_WANTS_CLARIFICATION] = { "clarification", N_("Waiting for clarification") },
  [FOI_STATE_WANTS_FEE] = { "fee", N_("Waiting for a fee") },
  [FOI_STATE_EXTENDED] = { "extended", N_("Extended") },
  [FOI_STATE_PART_ISSUED] = { "part-issued", N_("Issued in part") },
  [FOI_STATE_LAPSED] = { "lapsed", N_("Lapsed: no fee came") },
  [FOI_STATE_WITHDRAWN] = { "withdrawn", N_("Withdrawn") },
  [FOI_STATE_UNDER_REVIEW] = { "under-review", N_("Under review") },
  [FOI_STATE_COMPLAINT] = { "complaint", N_("With the regulator") },
  [FOI_STATE_ISSUED] = { "issued", N_("Issued") },
  [FOI_STATE_CLOSED] = { "closed", N_("Closed") },
};

/* The state of a draft by what its clock waits for. */
static FoiRegisterState
get_draft_state (FoiClockPhase phase)
{
  switch (phase)
    {
    case FOI_CLOCK_WANTS_CLARIFICATION:
      return FOI_STATE_WANTS_CLARIFICATION;
    case FOI_CLOCK_WANTS_FEE:
      return FOI_STATE_WANTS_FEE;
    case FOI_CLOCK_LAPSED:
      return FOI_STATE_LAPSED;
    case FOI_CLOCK_EXTENDED:
      return FOI_STATE_EXTENDED;
    case FOI_CLOCK_WITHDRAWN:
    case FOI_CLOCK_UNKNOWN:
    case FOI_CLOCK_RUNNING:
    case FOI_CLOCK_ANSWERED:
    case FOI_CLOCK_REVIEW:
    case FOI_CLOCK_REVIEWED:
    default:
      return FOI_STATE_DRAFT;
    }
}

/* Of what was answered in part, what the rest waits for. */
static FoiRegisterState
get_issued_state (FoiClockPhase phase)
{
  const FoiRegisterState state = get_draft_state (phase);

  if (phase == FOI_CLOCK_RUNNING)
    return FOI_STATE_PART_ISSUED;
  return state == FOI_STATE_DRAFT ? FOI_STATE_ISSUED : state;
}

/* How far it is, whatever the regulator looks at. */
static FoiRegisterState
get_own_state (const FoiRegisterRow *row, FoiDate today)
{
  switch (row->status)
    {
    case FOI_STATUS_WITHDRAWN:
      return FOI_STATE_WITHDRAWN;
    case FOI_STATUS_ISSUED:
      return get_issued_state (foi_case_clock_get_phase (row->clock, today));
    case FOI_STATUS_UNDER_REVIEW:
      return FOI_STATE_UNDER_REVIEW;
    case FOI_STATUS_CLOSED:
      return FOI_STATE_CLOSED;
    case FOI_STATUS_DRAFT:
    default:
      return get_draft_state (foi_case_clock_get_phase (row->clock, today));
    }
}

/**
 * foi_register_row_get_state:
 * @row: a case
 * @today: the day on which one looks, or %FOI_DATE_NONE
 *
 * A complaint to the regulator is told where nothing is to be sent any more; else that is.
 *
 * Returns: how far it is, or what it waits for.
 */
FoiRegisterState
foi_register_row_get_state (const FoiRegisterRow *row, FoiDate today)
{
  FoiRegisterState state;

  g_return_val_if_fail (row != NULL, FOI_STATE_UNREADABLE);

  if (row->fault != NULL)
    return FOI_STATE_UNREADABLE;
  state = get_own_state (row, today);
  if (row->complained == FOI_DATE_NONE)
    return state;
  return state == FOI_STATE_ISSUED || state == FOI_STATE_CLOSED || state == FOI_STATE_LAPSED
             || state == FOI_STATE_WITHDRAWN
           ? FOI_STATE_COMPLAINT : state;
}

const char *
foi_register_row_get_state_words (const FoiRegisterRow *row, FoiDate today)
{
  return foi_register_state_to_words (foi_register_row_get_state (row, today));
}

const char *
foi_register_state_to_name (FoiRegisterState state)
{
  return foi_term_get_name (states, G_N_ELEMENTS (states), state);
}

const char *
foi_register_state_to_words (FoiRegisterState state)
{
  return foi_term_get_words (states, G_N_ELEMENTS (states), state);
}
