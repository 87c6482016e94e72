/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What 0.5 is in a column that has 50% as well. Nobody but a person can say. */
typedef enum
{
  FOI_SHARE_ORDER_UNKNOWN,
  FOI_SHARE_ORDER_FRACTION,
  FOI_SHARE_ORDER_PERCENTAGE,
} FoiShareOrder;

gboolean foi_share_has_sign (const char *typed);
gboolean foi_share_is_bare (const char *typed);
gboolean foi_share_may_be_fraction (const char *typed);
char    *foi_share_order_dup_percent (FoiShareOrder self, const char *typed);

G_END_DECLS
