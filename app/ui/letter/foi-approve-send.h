/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

void    foi_approve_send             (GtkWindow *parent, FoiDocument *document, const char *to);
void    foi_approve_save             (GtkWindow *parent, FoiDocument *document, const char *to);
void    foi_approve_make_mail_async  (FoiDocument *document, const char *to,
                                      GAsyncReadyCallback callback, gpointer user_data);
GBytes *foi_approve_make_mail_finish (GAsyncResult *result, GError **error);

G_END_DECLS
