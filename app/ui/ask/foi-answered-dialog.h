/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

/* In the place of one ask: the person says which of those that are waited for. */
#define FOI_ANSWERED_ANY G_MAXUINT

void foi_answered_dialog_present (GtkWindow *parent, FoiDocument *document, const char *question,
                                  guint position);

G_END_DECLS
