/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-deadline.h"

G_BEGIN_DECLS

#define FOI_TYPE_DEADLINE_VIEW (foi_deadline_view_get_type ())

/**
 * FoiDeadlineView:
 *
 * How a date was reached: as a calendar, and day by day as a list.
 */
G_DECLARE_FINAL_TYPE (FoiDeadlineView, foi_deadline_view, FOI, DEADLINE_VIEW, GtkWidget)

GtkWidget  *foi_deadline_view_new (void);
void        foi_deadline_view_set (FoiDeadlineView *self, const FoiDeadline *deadline,
                                   FoiCalendar *calendar, FoiDate today);
GListModel *foi_deadline_view_get_days (FoiDeadlineView *self);

G_END_DECLS
