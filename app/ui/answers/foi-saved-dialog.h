/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-saved-lists.h"

G_BEGIN_DECLS

/* Called when the paragraph is kept, with the title it now has. */
typedef void (*FoiSavedFunc) (const char *title, gboolean is_shared, gpointer user_data);

GtkWidget *foi_saved_dialog_present (GtkWindow *parent, const FoiSavedItem *item, const char *text,
                                     FoiSavedFunc kept, gpointer user_data,
                                     GDestroyNotify user_data_free);

G_END_DECLS
