/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "foi-layout.h"

G_BEGIN_DECLS

void    foi_letter_paint_page (FoiLayout *layout, guint page, cairo_t *cr);
/* The same in parts: what stands on every page, then piece by piece. */
void    foi_letter_paint_ground (FoiLayout *layout, guint page, cairo_t *cr);
void    foi_letter_paint_piece (FoiLayout *layout, guint page, const FoiPageBlock *piece,
                                cairo_t *cr);
GBytes *foi_letter_to_pdf (FoiLayout *layout, GError **error);

G_END_DECLS
