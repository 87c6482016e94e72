/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-past-day.h"

/* On the day itself something can have happened; on the next it cannot. */
static void
test_future (void)
{
  const FoiDate today = foi_date_from_iso ("2024-11-27");
  g_autofree char *problem = foi_past_day_dup_problem (today + 1, today);

  g_assert_cmpstr (problem, ==,
                   "28 November 2024 is yet to come: give the day on which it happened");
  g_assert_null (foi_past_day_dup_problem (today, today));
  g_assert_null (foi_past_day_dup_problem (FOI_DATE_NONE, today));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/past-day/future", test_future);
  return g_test_run ();
}
