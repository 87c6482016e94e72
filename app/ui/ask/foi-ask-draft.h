/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-ask-mail.h"

G_BEGIN_DECLS

char    *foi_ask_draft_dup_name    (FoiAskMail *mail);
void     foi_ask_draft_give_async  (GtkWindow *parent, FoiAskMail *mail, GFile *file,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean foi_ask_draft_give_finish (GAsyncResult *result, GError **error);

G_END_DECLS
