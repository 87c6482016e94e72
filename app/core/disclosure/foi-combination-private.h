/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean _foi_combination_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Its name in the files that combine: it stands in every other line of theirs. */
#define refuse(...) _foi_combination_refuse (__VA_ARGS__)

G_END_DECLS
