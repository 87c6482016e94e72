/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOI_TYPE_WRAP_LAYOUT (foi_wrap_layout_get_type ())

/**
 * FoiWrapLayout:
 *
 * A row of widgets that breaks into several where it is too long, as words do: so that a bar of
 * controls has room in narrow windows and with large text. A child that expands takes what is left
 * of its row. Property: spacing.
 */
G_DECLARE_FINAL_TYPE (FoiWrapLayout, foi_wrap_layout, FOI, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
