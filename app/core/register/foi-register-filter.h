/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-row.h"

G_BEGIN_DECLS

/* Which cases of the register are looked at. */
typedef enum
{
  FOI_FILTER_TODAY,   /* what asks for something to be done now */
  FOI_FILTER_WEEK,    /* due until the end of this week */
  FOI_FILTER_OVERDUE,
  FOI_FILTER_WAITING, /* for a service, the requester or the regulator */
  FOI_FILTER_APPROVE, /* all is answered, and not yet approved */
  FOI_FILTER_MINE,    /* of which a question is owned by who looks */
  FOI_FILTER_OPEN,
  FOI_FILTER_ISSUED,  /* answered, whatever came after */
  FOI_FILTER_ALL,
} FoiRegisterFilter;

#define FOI_N_FILTERS (FOI_FILTER_ALL + 1)

gboolean    foi_register_filter_accepts  (FoiRegisterFilter filter, const FoiRegisterRow *row,
                                          FoiDate today, const char *me);
const char *foi_register_filter_to_name  (FoiRegisterFilter filter);
const char *foi_register_filter_to_words (FoiRegisterFilter filter);
gboolean    foi_register_filter_find     (const char *name, FoiRegisterFilter *filter);

G_END_DECLS
