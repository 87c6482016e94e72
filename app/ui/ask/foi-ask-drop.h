/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

gboolean foi_ask_drop_takes  (GFile *file);
void     foi_ask_drop        (GtkWindow *window, FoiDocument *document, const char *question,
                              GFile *file);
void     foi_ask_drop_choose (GtkWidget *widget, FoiDocument *document, const char *question);

G_END_DECLS
