/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

void foi_import_choose_file (GtkWidget *widget, FoiDocument *document, const char *question,
                             const char *table);

G_END_DECLS
