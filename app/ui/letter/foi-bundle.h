/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

void foi_bundle_choose     (GtkWindow *parent, FoiDocument *document);
void foi_bundle_make_async (FoiDocument *document, GFile *folder, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
char *foi_bundle_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
