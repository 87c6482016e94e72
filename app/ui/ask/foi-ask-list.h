/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_ASK_LIST (foi_ask_list_get_type ())

/**
 * FoiAskList:
 *
 * Which services were asked for what answers a question, how each stands, and what can be done
 * about it. It is there while there are some.
 */
G_DECLARE_FINAL_TYPE (FoiAskList, foi_ask_list, FOI, ASK_LIST, GtkWidget)

GtkWidget *foi_ask_list_new          (FoiDocument *document);
void       foi_ask_list_set_question (FoiAskList *self, const char *question);
void       foi_ask_list_update       (FoiAskList *self);
void       foi_ask_list_ask          (FoiAskList *self);

G_END_DECLS
