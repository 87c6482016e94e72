/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-filter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-term.h"

/* Working days before the last one, in which a case is looked at every day. */
#define NEAR_DAYS 2

/* For so many days what a service sent is news. */
#define NEWS_DAYS 7

#define SUNDAY 7

static const FoiTerm filters[] = {
  [FOI_FILTER_TODAY] = { "today", N_("Today") },
  [FOI_FILTER_WEEK] = { "week", N_("Due This Week") },
  [FOI_FILTER_OVERDUE] = { "overdue", N_("Overdue") },
  [FOI_FILTER_WAITING] = { "waiting", N_("Waiting") },
  [FOI_FILTER_MINE] = { "mine", N_("Mine") },
  [FOI_FILTER_OPEN] = { "open", N_("Open") },
  [FOI_FILTER_ISSUED] = { "issued", N_("Issued") },
  [FOI_FILTER_ALL] = { "all", N_("All") },
};

static const char *const errands[] = {
  [FOI_ERRAND_NONE] = "",
  [FOI_ERRAND_DUE] = N_("Due"),
  [FOI_ERRAND_CAME_BACK] = N_("Came back"),
  [FOI_ERRAND_CHASE] = N_("To chase"),
  [FOI_ERRAND_UNREADABLE] = N_("Cannot be read"),
};

/* A date past the known bank holidays may be later than it is counted, never earlier. */
static gboolean
is_overdue (const FoiRegisterRow *row, FoiDate today)
{
  const FoiDate due = foi_register_row_get_due (row);

  return foi_register_row_is_open (row) && foi_case_clock_is_open (row->clock)
         && row->clock->certain && due != FOI_DATE_NONE && due < today;
}

static gboolean
is_due_this_week (const FoiRegisterRow *row, FoiDate today)
{
  const FoiDate due = foi_register_row_get_due (row);

  return foi_register_row_is_open (row) && foi_case_clock_is_open (row->clock) && due >= today
         && due <= today + SUNDAY - foi_date_get_weekday (today);
}

static gboolean
is_waiting (const FoiRegisterRow *row)
{
  return foi_register_row_is_open (row)
         && (foi_register_row_find_wait (row) != NULL
             || row->clock->phase == FOI_CLOCK_WANTS_CLARIFICATION
             || row->clock->phase == FOI_CLOCK_WANTS_FEE);
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
      return is_due_this_week (row, today);
    case FOI_FILTER_OVERDUE:
      return is_overdue (row, today);
    case FOI_FILTER_WAITING:
      return is_waiting (row);
    case FOI_FILTER_MINE:
      return is_of (row, me);
    case FOI_FILTER_OPEN:
      return foi_register_row_is_open (row);
    case FOI_FILTER_ISSUED:
      return row->fault == NULL && row->status != FOI_STATUS_DRAFT;
    case FOI_FILTER_ALL:
    default:
      return TRUE;
    }
}

/**
 * foi_register_row_get_errand:
 * @row: a case
 * @today: the day on which one looks
 *
 * Returns: what most asks for something to be done now: that it is due before that a service
 *     answered, and that before a service that is late.
 */
FoiErrand
foi_register_row_get_errand (const FoiRegisterRow *row, FoiDate today)
{
  FoiErrand errand = FOI_ERRAND_NONE;
  int days;

  g_return_val_if_fail (row != NULL, FOI_ERRAND_NONE);

  if (row->fault != NULL)
    return FOI_ERRAND_UNREADABLE;
  if (!foi_register_row_is_open (row))
    return FOI_ERRAND_NONE;
  if (foi_register_row_get_days_left (row, today, &days) && days <= NEAR_DAYS)
    return FOI_ERRAND_DUE;
  for (guint i = 0; i < row->waits->len; i++)
    {
      const FoiServiceWait *wait = g_ptr_array_index (row->waits, i);

      if (wait->answered != FOI_DATE_NONE && wait->answered <= today
          && wait->answered > today - NEWS_DAYS)
        return FOI_ERRAND_CAME_BACK;
      /* Who was reminded today need not be reminded again. */
      if (wait->answered == FOI_DATE_NONE && wait->wanted_by != FOI_DATE_NONE
          && wait->wanted_by < today && wait->chased < today)
        errand = FOI_ERRAND_CHASE;
    }
  return errand;
}

const char *
foi_errand_to_words (FoiErrand errand)
{
  return errand != FOI_ERRAND_NONE && errand < G_N_ELEMENTS (errands) ? _(errands[errand]) : "";
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
