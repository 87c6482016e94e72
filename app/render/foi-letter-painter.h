/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "foi-layout.h"

G_BEGIN_DECLS

void    foi_letter_paint_page (FoiLayout *layout, guint page, cairo_t *cr);
GBytes *foi_letter_to_pdf (FoiLayout *layout, GError **error);

G_END_DECLS
