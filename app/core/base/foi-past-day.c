/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-past-day.h"

#include <glib/gi18n-lib.h>

/**
 * foi_past_day_dup_problem:
 * @date: the day on which something is said to have happened, or none
 * @today: the day on which it is said
 *
 * Returns: (transfer full) (nullable): why it cannot have happened then: "1 January 2030 is yet to
 *   come…"; %NULL where it can.
 */
char *
foi_past_day_dup_problem (FoiDate date, FoiDate today)
{
  g_autofree char *words = NULL;

  if (date <= today)
    return NULL;
  words = foi_date_to_words (date);
  return g_strdup_printf (_("%s is yet to come: give the day on which it happened"), words);
}
