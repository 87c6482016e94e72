/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

/* How the due date of a case was reached, on paper. */
void               foi_clock_print (GtkWindow *parent, FoiDocument *document);
GtkPrintOperation *foi_clock_print_operation_new (FoiDocument *document);

G_END_DECLS
