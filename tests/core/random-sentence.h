/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "random-world.h"

G_BEGIN_DECLS

void world_make_sentence (World *self, GRand *chance, const guint *plain, guint n_plain);

G_END_DECLS
