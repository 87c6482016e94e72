/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char    *foi_ask_draft_dup_name    (const char *subject);
void     foi_ask_draft_give_async  (GtkWindow *parent, GBytes *eml, const char *subject,
                                    GFile *file, GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean foi_ask_draft_give_finish (GAsyncResult *result, GError **error);

G_END_DECLS
