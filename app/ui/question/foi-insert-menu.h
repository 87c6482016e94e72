/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-document.h"

G_BEGIN_DECLS

GMenuModel *foi_insert_menu_new (FoiDocument *document, const char *question);

G_END_DECLS
