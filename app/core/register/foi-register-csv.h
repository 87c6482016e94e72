/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-folder.h"
#include "foi-register-copies.h"

G_BEGIN_DECLS

char *foi_register_to_csv (GPtrArray *entries, const FoiRegisterCopies *copies, FoiDate today,
                           guint *n_cases);

G_END_DECLS
