/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GFile *foi_help_find (void);
void   foi_help_show (GtkWindow *parent);

G_END_DECLS
