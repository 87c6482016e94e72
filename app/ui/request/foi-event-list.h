/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_EVENT_LIST (foi_event_list_get_type ())

/**
 * FoiEventList:
 *
 * What happened to a request, in the order of the case file, with what of it makes no sense to the
 * clock. Events are added, edited and removed here, each with undo.
 */
G_DECLARE_FINAL_TYPE (FoiEventList, foi_event_list, FOI, EVENT_LIST, GtkWidget)

GtkWidget *foi_event_list_new (FoiDocument *document);
void       foi_event_list_update (FoiEventList *self);
void       foi_event_list_add (FoiEventList *self, const char *type);

G_END_DECLS
