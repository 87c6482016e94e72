/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-statistics-class.h"

G_BEGIN_DECLS

GPtrArray  *foi_statistics_count           (GPtrArray *rows, FoiDate from, FoiDate to,
                                            FoiDate today);
const char *foi_statistics_scheme_to_words (const char *scheme);

G_END_DECLS
