/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-row.h"

G_BEGIN_DECLS

/* What a case asks for now, the most pressing first. */
typedef enum
{
  FOI_ERRAND_OVERDUE,
  FOI_ERRAND_DUE_TODAY,
  FOI_ERRAND_DUE_WEEK,   /* until Sunday */
  FOI_ERRAND_DUE_SOON,   /* next week, but within two working days */
  FOI_ERRAND_CAME_BACK,  /* a service answered in the last week */
  FOI_ERRAND_CHASE,      /* a service is late */
  FOI_ERRAND_UNDATED,    /* nobody can tell when it is due */
  FOI_ERRAND_UNREADABLE,
  FOI_ERRAND_NONE,
} FoiErrand;

FoiErrand   foi_register_row_get_errand      (const FoiRegisterRow *row, FoiDate today);
gboolean    foi_register_row_has_errand      (const FoiRegisterRow *row, FoiErrand errand,
                                              FoiDate today);
char       *foi_register_row_dup_errand_words (const FoiRegisterRow *row, FoiErrand from,
                                               FoiDate today);
const char *foi_errand_to_name               (FoiErrand errand);
const char *foi_errand_to_words              (FoiErrand errand);

G_END_DECLS
