/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    foi_currency_is_code (const char *text);
const char *foi_currency_get_sign (const char *code);

G_END_DECLS
