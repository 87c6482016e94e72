/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-return-period.h"

G_BEGIN_DECLS

#define FOI_TYPE_PERIOD_CHOOSER (foi_period_chooser_get_type ())

/**
 * FoiPeriodChooser:
 *
 * Chooses the days that returns are about: a quarter or a year, the one before and the one after
 * it, or any other dates, which are typed. Signal "changed": it is another period.
 */
G_DECLARE_FINAL_TYPE (FoiPeriodChooser, foi_period_chooser, FOI, PERIOD_CHOOSER, GtkWidget)

GtkWidget             *foi_period_chooser_new  (void);
const FoiReturnPeriod *foi_period_chooser_get  (FoiPeriodChooser *self);
void                   foi_period_chooser_set  (FoiPeriodChooser *self,
                                                const FoiReturnPeriod *period);
void                   foi_period_chooser_step (FoiPeriodChooser *self, int by);

G_END_DECLS
