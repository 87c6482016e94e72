/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"
#include "foi-issued.h"

G_BEGIN_DECLS

/* A letter on its way out: set without the watermark, its files made, frozen, recorded, saved. */
void       foi_issue_async (FoiDocument *document, const FoiIssueFacts *facts,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean   foi_issue_finish (FoiDocument *document, GAsyncResult *result, GError **error);

G_END_DECLS
