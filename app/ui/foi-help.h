/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   foi_help_find_async (GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
GFile *foi_help_find_finish (GAsyncResult *result, GError **error);
void   foi_help_show (GtkWindow *parent);

G_END_DECLS
