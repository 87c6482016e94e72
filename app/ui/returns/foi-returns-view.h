/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-period-chooser.h"
#include "foi-register.h"
#include "foi-returns-list.h"

G_BEGIN_DECLS

#define FOI_TYPE_RETURNS_VIEW (foi_returns_view_get_type ())

/**
 * FoiReturnsView:
 *
 * The returns and statistics of a folder's cases: a period, which is remembered, the numbers of
 * each return, and how many were answered on time by month. They are counted in a thread whenever
 * the cases change while it is seen, and kept nowhere. Signals: "activated": the cases of a number
 * are to be seen, which is the item; "choose-folder": there is none yet, and one is wanted.
 */
G_DECLARE_FINAL_TYPE (FoiReturnsView, foi_returns_view, FOI, RETURNS_VIEW, GtkWidget)

GtkWidget        *foi_returns_view_new          (void);
void              foi_returns_view_set_register (FoiReturnsView *self, FoiRegister *reg);
FoiPeriodChooser *foi_returns_view_get_period   (FoiReturnsView *self);
FoiReturnsList   *foi_returns_view_get_list     (FoiReturnsView *self);
FoiReturns       *foi_returns_view_get_returns  (FoiReturnsView *self);
char             *foi_returns_view_dup_words    (FoiReturnsView *self, FoiReturnsItem *item);

G_END_DECLS
