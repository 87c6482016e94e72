/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoiListFiller:
 *
 * Gives a list its rows a few in each frame. GTK makes widgets for some 200 rows of a list whether
 * or not they are seen, and lays all of them out before the next frame: at once, that would hold
 * the window up. A list that is not shown yet gets none.
 */
typedef struct _FoiListFiller FoiListFiller;

FoiListFiller *foi_list_filler_new (GtkWidget *view, GType type, guint n_each);
void           foi_list_filler_free (FoiListFiller *self);
GListModel    *foi_list_filler_get_list (FoiListFiller *self);
void           foi_list_filler_set_n_each (FoiListFiller *self, guint n_each);
void           foi_list_filler_set (FoiListFiller *self, GPtrArray *items);
gboolean       foi_list_filler_is_done (FoiListFiller *self);
gboolean       foi_list_filler_drop (FoiListFiller *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiListFiller, foi_list_filler_free)

G_END_DECLS
