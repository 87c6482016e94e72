/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-folder.h"

G_BEGIN_DECLS

FoiDate    foi_register_read_day     (const char *date);
GPtrArray *foi_register_read         (const char *command, const char *folder, FoiDate check_day);
guint      foi_register_count_faults (GPtrArray *entries);
void       foi_register_warn_of_faults (GPtrArray *entries);

G_END_DECLS
