/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chance.h"

/**
 * foi_today:
 *
 * Returns: the local day it is.
 */
FoiDate
foi_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return foi_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                            g_date_time_get_day_of_month (now));
}

/**
 * foi_now_utc:
 *
 * Returns: (transfer full): the time it is, as case files write it: "2024-11-27T10:42:00Z".
 */
char *
foi_now_utc (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * foi_random_token:
 *
 * Returns: (transfer full): sixteen hexadecimal digits that nobody has had before.
 */
char *
foi_random_token (void)
{
  return g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
}
