/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A "moment" is a day, a month, a year or a financial year as the case file writes it: 2024-11-27,
 * 2024-11, 2024, 2016/17. */
gboolean foi_typed_date_read (const char *text, char **moment, char **reason);
gboolean foi_typed_moment_read (const char *text, char **moment, char **reason);
char    *foi_moment_to_words (const char *moment);

G_END_DECLS
