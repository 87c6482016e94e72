/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date.h"

G_BEGIN_DECLS

/* The clock and chance, which core takes as arguments: the window's program asks for them here. */
FoiDate foi_today (void);
char   *foi_now_utc (void);
char   *foi_random_token (void);

G_END_DECLS
