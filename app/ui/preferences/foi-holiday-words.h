/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"
#include "foi-holidays.h"

G_BEGIN_DECLS

const char *foi_division_to_words (const char *division);
char       *foi_holiday_dup_changes (FoiHolidays *before, FoiHolidays *after);
char       *foi_holiday_dup_effect (FoiDocument *document, FoiHolidays *before,
                                    FoiHolidays *after);

G_END_DECLS
