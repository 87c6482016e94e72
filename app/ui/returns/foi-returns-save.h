/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-returns.h"

G_BEGIN_DECLS

void  foi_returns_save_async  (GtkWindow *parent, FoiReturns *returns,
                               GAsyncReadyCallback callback, gpointer user_data);
char *foi_returns_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
