/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void foi_mnemonics_read_plainly (void);
void foi_mnemonics_name_buttons (GtkWidget *widget);

G_END_DECLS
