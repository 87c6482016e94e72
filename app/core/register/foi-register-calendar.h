/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-folder.h"
#include "foi-register-copies.h"

G_BEGIN_DECLS

char *foi_register_to_calendar (GPtrArray *entries, const FoiRegisterCopies *copies,
                                GDateTime *now, guint *n_events);

G_END_DECLS
