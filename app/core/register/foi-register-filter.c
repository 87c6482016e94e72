/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-filter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-errand.h"
#include "foi-register-state.h"
#include "foi-term.h"

static const FoiTerm filters[] = {
  [FOI_FILTER_TODAY] = { "today", N_("Today") },
  [FOI_FILTER_WEEK] = { "week", N_("Due This Week") },
  [FOI_FILTER_OVERDUE] = { "overdue", N_("Overdue") },
  [FOI_FILTER_WAITING] = { "waiting", N_("Waiting") },
  [FOI_FILTER_APPROVE] = { "to-approve", N_("To Approve") },
  [FOI_FILTER_MINE] = { "mine", N_("Mine") },
  [FOI_FILTER_OPEN] = { "open", N_("Open") },
  [FOI_FILTER_ISSUED] = { "issued", N_("Issued") },
  [FOI_FILTER_ALL] = { "all", N_("All") },
};

static gboolean
is_waiting (const FoiRegisterRow *row, FoiDate today)
{
  return row->complained != FOI_DATE_NONE
         || (foi_register_row_is_open (row, today)
             && (foi_register_row_find_wait (row) != NULL
                 || row->clock->phase == FOI_CLOCK_WANTS_CLARIFICATION
                 || row->clock->phase == FOI_CLOCK_WANTS_FEE));
}

/* A review may be about that there is no answer, which then is not issued yet. */
static gboolean
is_issued (const FoiRegisterRow *row)
{
  const FoiRegisterState state = foi_register_row_get_state (row, FOI_DATE_NONE);

  return state == FOI_STATE_ISSUED
         || (state == FOI_STATE_COMPLAINT && row->status == FOI_STATUS_ISSUED)
         || (row->answered != FOI_DATE_NONE && !foi_register_row_owes_answer (row));
}

static gboolean
is_of (const FoiRegisterRow *row, const char *me)
{
  g_autofree char *owner = g_utf8_casefold (row->owner, -1);
  g_autofree char *name = me != NULL ? g_utf8_casefold (me, -1) : g_strdup ("");

  return name[0] != '\0' && strstr (owner, name) != NULL;
}

/**
 * foi_register_filter_accepts:
 * @filter: which cases are looked at
 * @row: a case
 * @today: the day on which one looks
 * @me: (nullable): the name of who looks
 *
 * Returns: whether it is one of them. What cannot be read is seen today, and among all.
 */
gboolean
foi_register_filter_accepts (FoiRegisterFilter filter, const FoiRegisterRow *row, FoiDate today,
                             const char *me)
{
  g_return_val_if_fail (row != NULL, FALSE);

  switch (filter)
    {
    case FOI_FILTER_TODAY:
      return foi_register_row_get_errand (row, today) != FOI_ERRAND_NONE;
    case FOI_FILTER_WEEK:
      return foi_register_row_has_errand (row, FOI_ERRAND_DUE_TODAY, today)
             || foi_register_row_has_errand (row, FOI_ERRAND_DUE_WEEK, today);
    case FOI_FILTER_OVERDUE:
      return foi_register_row_has_errand (row, FOI_ERRAND_OVERDUE, today);
    case FOI_FILTER_WAITING:
      return is_waiting (row, today);
    case FOI_FILTER_APPROVE:
      return row->fault == NULL && row->status == FOI_STATUS_DRAFT
             && foi_approvals_is_wanted (&row->approvals);
    case FOI_FILTER_MINE:
      return is_of (row, me);
    case FOI_FILTER_OPEN:
      return foi_register_row_is_open (row, today);
    case FOI_FILTER_ISSUED:
      return row->fault == NULL && is_issued (row);
    case FOI_FILTER_ALL:
    default:
      return TRUE;
    }
}

const char *
foi_register_filter_to_name (FoiRegisterFilter filter)
{
  return foi_term_get_name (filters, G_N_ELEMENTS (filters), filter);
}

const char *
foi_register_filter_to_words (FoiRegisterFilter filter)
{
  return foi_term_get_words (filters, G_N_ELEMENTS (filters), filter);
}

gboolean
foi_register_filter_find (const char *name, FoiRegisterFilter *filter)
{
  guint value;

  if (!foi_term_find (filters, G_N_ELEMENTS (filters), name, &value))
    return FALSE;
  *filter = (FoiRegisterFilter) value;
  return TRUE;
}
