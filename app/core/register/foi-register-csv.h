/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-folder.h"

G_BEGIN_DECLS

char *foi_register_to_csv (GPtrArray *entries, FoiDate today);

G_END_DECLS
