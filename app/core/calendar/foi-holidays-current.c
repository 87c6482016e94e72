/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-holidays-current.h"

/* Letters are set in threads while a newer list may be imported. */
static GMutex lock;
static FoiHolidays *current;

/**
 * foi_holidays_ref_current:
 *
 * Returns: (transfer full): the list of this computer.
 */
FoiHolidays *
foi_holidays_ref_current (void)
{
  FoiHolidays *holidays;

  g_mutex_lock (&lock);
  holidays = foi_holidays_ref (current != NULL ? current : foi_holidays_get_default ());
  g_mutex_unlock (&lock);
  return holidays;
}

/**
 * foi_holidays_set_current:
 * @holidays: (nullable): the list of this computer; %NULL for the one that comes with the program
 *
 * Called once the store was read, and after an import. Letters that are set from then on go by it.
 */
void
foi_holidays_set_current (FoiHolidays *holidays)
{
  FoiHolidays *old;

  g_mutex_lock (&lock);
  old = current;
  current = holidays != NULL ? foi_holidays_ref (holidays) : NULL;
  g_mutex_unlock (&lock);
  if (old != NULL)
    foi_holidays_unref (old);
}
