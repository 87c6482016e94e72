/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-holidays.h"

G_BEGIN_DECLS

/* The bank holidays that dates in letters go by: those of this computer once somebody has read them
 * from its store, and till then those that come with the program. */
FoiHolidays *foi_holidays_ref_current (void);
void         foi_holidays_set_current (FoiHolidays *holidays);

G_END_DECLS
