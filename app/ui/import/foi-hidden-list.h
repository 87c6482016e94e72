/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-hidden.h"

G_BEGIN_DECLS

#define FOI_TYPE_HIDDEN_LIST (foi_hidden_list_get_type ())

/**
 * FoiHiddenList:
 *
 * What was found of a file, each with its place under it. Of what a glance at a spreadsheet does
 * not show these are kinds, places and counts, and never what a cell holds. It can be copied.
 */
G_DECLARE_FINAL_TYPE (FoiHiddenList, foi_hidden_list, FOI, HIDDEN_LIST, GtkWidget)

GtkWidget *foi_hidden_list_new (const char *name);
void       foi_hidden_list_set_lines (FoiHiddenList *self, GPtrArray *lines);
gboolean   foi_hidden_list_drop (FoiHiddenList *self);
guint      foi_hidden_list_get_length (FoiHiddenList *self);
char      *foi_hidden_list_dup_text (FoiHiddenList *self);
void       foi_hidden_list_copy (FoiHiddenList *self);
GPtrArray *foi_hidden_list_describe (FoiHidden *hidden);

G_END_DECLS
