/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

__extension__ typedef __int128 FoiWide;

/**
 * FoiRational:
 * @above: the numerator
 * @below: the denominator, above zero; 0: not known
 *
 * An exact fraction in lowest terms. What does not fit into 128 bits is not known, and so is
 * whatever is reckoned with it: it never becomes a wrong number.
 */
typedef struct
{
  FoiWide above;
  FoiWide below;
} FoiRational;

FoiRational foi_rational (gint64 number);
FoiRational foi_rational_fraction (gint64 above, gint64 below);
FoiRational foi_rational_unknown (void);
FoiRational foi_rational_add (FoiRational a, FoiRational b);
FoiRational foi_rational_subtract (FoiRational a, FoiRational b);
FoiRational foi_rational_multiply (FoiRational a, FoiRational b);
FoiRational foi_rational_divide (FoiRational a, FoiRational b);
gboolean    foi_rational_is_known (FoiRational self);
gboolean    foi_rational_is_whole (FoiRational self);
int         foi_rational_sign (FoiRational self);
gboolean    foi_rational_compare (FoiRational a, FoiRational b, int *order);
gboolean    foi_rational_equal (FoiRational a, FoiRational b);
gboolean    foi_rational_floor (FoiRational self, gint64 *out);
gboolean    foi_rational_ceiling (FoiRational self, gint64 *out);
char       *foi_rational_to_text (FoiRational self);

G_END_DECLS
