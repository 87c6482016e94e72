/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most decimal places a column may have, and the most digits a decimal number may have. */
#define FOI_MAX_DECIMALS 6
#define FOI_MAX_DIGITS 18

gboolean foi_number_from_text (const char *text, int decimals, gint64 *out);
char    *foi_number_to_text (gint64 value, int decimals);
char    *foi_number_to_words (gint64 value, int decimals);
char    *foi_number_dup_count (const char *things, guint n) G_GNUC_FORMAT (1);
gint64   foi_number_power_of_ten (int exponent);
gint64   foi_number_divide (gint64 value, gint64 divisor, int more_decimals);

G_END_DECLS
