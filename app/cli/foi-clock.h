/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date.h"

G_BEGIN_DECLS

/* The clock and chance, which core takes as arguments: the command line asks for them here. */
char   *foi_clock_now (void);
char   *foi_clock_token (void);
FoiDate foi_clock_today (void);

G_END_DECLS
