/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_EVENT_ROW (foi_event_row_get_type ())

/**
 * FoiEventRow:
 *
 * What happened to a request, when, and a note about it; of an extension also until when. It shows
 * the event at one position of the case, whichever that is after an edit.
 */
G_DECLARE_FINAL_TYPE (FoiEventRow, foi_event_row, FOI, EVENT_ROW, GtkWidget)

GtkWidget *foi_event_row_new (FoiDocument *document, guint position);
void       foi_event_row_update (FoiEventRow *self);

G_END_DECLS
