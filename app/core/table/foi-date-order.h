/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the first two numbers of 03/04/2024 are. Nobody but a person can say. */
typedef enum
{
  FOI_DATE_ORDER_UNKNOWN,
  FOI_DATE_ORDER_DAY_FIRST,
  FOI_DATE_ORDER_MONTH_FIRST,
} FoiDateOrder;

gboolean foi_date_order_is_needed (const char *typed);
char    *foi_date_order_dup_iso (FoiDateOrder self, const char *typed);

G_END_DECLS
