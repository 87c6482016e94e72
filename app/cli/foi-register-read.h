/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-folder.h"
#include "foi-register-copies.h"

G_BEGIN_DECLS

FoiDate    foi_register_read_day     (const char *date);
GPtrArray *foi_register_read         (const char *command, const char *folder, FoiDate check_day,
                                      FoiRegisterCopies **copies);
GPtrArray *foi_register_list_rows    (GPtrArray *entries);
guint      foi_register_count_faults (GPtrArray *entries);
void       foi_register_warn_of_faults (GPtrArray *entries);
void       foi_register_warn_of_copies (GPtrArray *entries, const FoiRegisterCopies *copies);

G_END_DECLS
