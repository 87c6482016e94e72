/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-layout-private.h"

G_BEGIN_DECLS

void check_layout (FoiLayout *layout);
void check_same_layout (FoiLayout *a, FoiLayout *b);

G_END_DECLS
