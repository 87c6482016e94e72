/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-errand.h"

#include <glib/gi18n-lib.h>

#include "foi-clock-words.h"
#include "foi-term.h"

/* Working days before the last one, in which a case is looked at every day. */
#define NEAR_DAYS 2

/* For so many days what a service sent is news. */
#define NEWS_DAYS 7

/* No two working days lie further apart than the end of the year makes them. */
#define FAR_DAYS 14

#define SUNDAY 7

static const FoiTerm errands[] = {
  [FOI_ERRAND_OVERDUE] = { "overdue", N_("Overdue") },
  [FOI_ERRAND_DUE_TODAY] = { "due-today", N_("Due today") },
  [FOI_ERRAND_DUE_WEEK] = { "due-this-week", N_("Due this week") },
  [FOI_ERRAND_DUE_SOON] = { "due-soon", N_("Due soon") },
  [FOI_ERRAND_CAME_BACK] = { "came-back", N_("Came back") },
  [FOI_ERRAND_CHASE] = { "chase", N_("To chase") },
  [FOI_ERRAND_UNDATED] = { "no-receipt", N_("No day of receipt") },
  [FOI_ERRAND_UNREADABLE] = { "unreadable", N_("Cannot be read") },
  [FOI_ERRAND_NONE] = { "none", N_("Nothing to do") },
};

/* ---- when it is due -------------------------------------------------------------------------- */

/* A date past the known bank holidays may be later than it is counted, never earlier: nothing is
 * said to be overdue that is not. */
static FoiErrand
get_due (const FoiCaseClock *clock, FoiDate today)
{
  const FoiDate due = clock->due;

  if (!foi_case_clock_is_open (clock))
    return FOI_ERRAND_NONE;
  if (due < today)
    return clock->certain ? FOI_ERRAND_OVERDUE : FOI_ERRAND_NONE;
  if (due == today)
    return FOI_ERRAND_DUE_TODAY;
  if (due <= today + SUNDAY - foi_date_get_weekday (today))
    return FOI_ERRAND_DUE_WEEK;
  /* Counting working days is what takes time, where thousands are looked at. */
  return due <= today + FAR_DAYS && clock->certain
             && foi_clock_get_days_left (clock, today) <= NEAR_DAYS
           ? FOI_ERRAND_DUE_SOON : FOI_ERRAND_NONE;
}

/* An answer that is owed stays due, whatever day the review of it has. */
static gboolean
is_due (const FoiRegisterRow *row, FoiErrand errand, FoiDate today)
{
  return get_due (row->clock, today) == errand
         || (foi_register_row_owes_answer (row)
             && get_due (row->outcome->answer, today) == errand);
}

/* ---- what the services do -------------------------------------------------------------------- */

static gboolean
came_back (const FoiServiceWait *wait, FoiDate today)
{
  return wait->answered != FOI_DATE_NONE && wait->answered <= today
         && wait->answered > today - NEWS_DAYS;
}

/* Who was reminded today need not be reminded again. */
static gboolean
is_late (const FoiServiceWait *wait, FoiDate today)
{
  return wait->answered == FOI_DATE_NONE && wait->wanted_by != FOI_DATE_NONE
         && wait->wanted_by < today && wait->chased < today;
}

static gboolean
any_wait (const FoiRegisterRow *row, FoiDate today,
          gboolean (*is_so) (const FoiServiceWait *wait, FoiDate today))
{
  for (guint i = 0; i < row->waits->len; i++)
    if (is_so (g_ptr_array_index (row->waits, i), today))
      return TRUE;
  return FALSE;
}

/**
 * foi_register_row_has_errand:
 * @row: a case
 * @errand: something to be done
 * @today: the day on which one looks
 *
 * Returns: whether the case asks for it. It may ask for more than one: it is due this week, and a
 *   service is late.
 */
gboolean
foi_register_row_has_errand (const FoiRegisterRow *row, FoiErrand errand, FoiDate today)
{
  g_return_val_if_fail (row != NULL, FALSE);

  if (row->fault != NULL)
    return errand == FOI_ERRAND_UNREADABLE;
  if (!foi_register_row_is_open (row, today))
    return errand == FOI_ERRAND_NONE;
  switch (errand)
    {
    case FOI_ERRAND_OVERDUE:
    case FOI_ERRAND_DUE_TODAY:
    case FOI_ERRAND_DUE_WEEK:
    case FOI_ERRAND_DUE_SOON:
      return is_due (row, errand, today);
    case FOI_ERRAND_CAME_BACK:
      return any_wait (row, today, came_back);
    case FOI_ERRAND_CHASE:
      return any_wait (row, today, is_late);
    case FOI_ERRAND_UNDATED:
      return row->received == FOI_DATE_NONE;
    case FOI_ERRAND_NONE:
      return foi_register_row_get_errand (row, today) == FOI_ERRAND_NONE;
    case FOI_ERRAND_UNREADABLE:
    default:
      return FALSE;
    }
}

/**
 * foi_register_row_get_errand:
 * @row: a case
 * @today: the day on which one looks
 *
 * Returns: the most pressing of what it asks for: that it is due comes before that a service
 *   answered, and that before a service that is late, and before a day of receipt that is missing.
 */
FoiErrand
foi_register_row_get_errand (const FoiRegisterRow *row, FoiDate today)
{
  FoiErrand errand;

  g_return_val_if_fail (row != NULL, FOI_ERRAND_NONE);

  if (row->fault != NULL)
    return FOI_ERRAND_UNREADABLE;
  if (!foi_register_row_is_open (row, today))
    return FOI_ERRAND_NONE;
  for (errand = FOI_ERRAND_OVERDUE; errand <= FOI_ERRAND_DUE_SOON; errand++)
    if (is_due (row, errand, today))
      return errand;
  errand = FOI_ERRAND_NONE;
  if (errand == FOI_ERRAND_NONE && any_wait (row, today, came_back))
    errand = FOI_ERRAND_CAME_BACK;
  else if (errand == FOI_ERRAND_NONE && any_wait (row, today, is_late))
    errand = FOI_ERRAND_CHASE;
  else if (row->received == FOI_DATE_NONE)
    errand = FOI_ERRAND_UNDATED;
  return errand;
}

/**
 * foi_register_row_dup_errand_words:
 * @row: a case
 * @from: the first that is told: where the most pressing is said already, the one after it
 * @today: the day on which one looks
 *
 * Returns: (transfer full): what it asks for, the most pressing first; "" where it is nothing.
 */
char *
foi_register_row_dup_errand_words (const FoiRegisterRow *row, FoiErrand from, FoiDate today)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (row != NULL, g_string_free (words, FALSE));

  for (FoiErrand errand = from; errand < FOI_ERRAND_NONE; errand++)
    if (foi_register_row_has_errand (row, errand, today))
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                              foi_errand_to_words (errand));
  return g_string_free (words, FALSE);
}

const char *
foi_errand_to_name (FoiErrand errand)
{
  return foi_term_get_name (errands, G_N_ELEMENTS (errands), errand);
}

const char *
foi_errand_to_words (FoiErrand errand)
{
  return foi_term_get_words (errands, G_N_ELEMENTS (errands), errand);
}
