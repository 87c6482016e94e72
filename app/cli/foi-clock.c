/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-clock.h"

/**
 * foi_clock_now:
 *
 * Returns: (transfer full): the time it is, as case files write it: "2024-11-27T10:42:00Z".
 */
char *
foi_clock_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * foi_clock_token:
 *
 * Returns: (transfer full): sixteen hexadecimal digits that nobody has had before.
 */
char *
foi_clock_token (void)
{
  return g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
}

/**
 * foi_clock_today:
 *
 * Returns: the day it is here.
 */
FoiDate
foi_clock_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return foi_date_from_ymd (year, month, day);
}
