/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-columns.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *foi_register_cells_new_factory (const FoiRegisterColumn *column);

G_END_DECLS
