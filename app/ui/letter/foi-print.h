/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

void               foi_print (GtkWindow *parent, FoiDocument *document);
GtkPrintOperation *foi_print_operation_new (FoiLayout *layout, const char *name);

G_END_DECLS
