/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-deadline.h"

G_BEGIN_DECLS

#define FOI_TYPE_DEADLINE_STRIP (foi_deadline_strip_get_type ())

/**
 * FoiDeadlineStrip:
 *
 * The days of a deadline as a wall calendar shows them: a row for each week, on each day its
 * number, beside the week why a day of it is not counted, today, and the day that is due. To a
 * screen reader it is a picture; the days are in the list of a #FoiDeadlineView.
 */
G_DECLARE_FINAL_TYPE (FoiDeadlineStrip, foi_deadline_strip, FOI, DEADLINE_STRIP, GtkWidget)

GtkWidget *foi_deadline_strip_new (void);
void       foi_deadline_strip_set (FoiDeadlineStrip *self, const FoiDeadline *deadline,
                                   FoiCalendar *calendar, FoiDate today);
guint      foi_deadline_strip_get_n_weeks (FoiDeadlineStrip *self);
char      *foi_deadline_strip_dup_note (FoiDeadlineStrip *self, guint week);

G_END_DECLS
