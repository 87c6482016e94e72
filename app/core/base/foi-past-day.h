/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date.h"

G_BEGIN_DECLS

char *foi_past_day_dup_problem (FoiDate date, FoiDate today);

G_END_DECLS
