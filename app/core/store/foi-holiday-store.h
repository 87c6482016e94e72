/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-holidays.h"

G_BEGIN_DECLS

/* Bank holidays on this computer: those that come with the program, with a newer list that somebody
 * imported, and with what the office added itself. */
const char  *foi_holiday_store_get_folder (void);
FoiHolidays *foi_holiday_store_load (const char *folder, GError **error);
FoiHolidays *foi_holiday_store_read (const char *path, GError **error);
gboolean     foi_holiday_store_import (const char *folder, FoiHolidays *newer, GError **error);
gboolean     foi_holiday_store_has_imported (const char *folder);
gboolean     foi_holiday_store_forget_imported (const char *folder, GError **error);
FoiHolidays *foi_holiday_store_load_own (const char *folder, GError **error);
gboolean     foi_holiday_store_save_own (const char *folder, FoiHolidays *own, GError **error);

G_END_DECLS
