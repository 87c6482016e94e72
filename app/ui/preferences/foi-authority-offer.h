/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

void     foi_authority_offer (GtkWindow *window, FoiDocument *document);
gboolean foi_authority_use (FoiDocument *document, JsonNode *profile, GError **error);

G_END_DECLS
