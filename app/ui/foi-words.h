/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *foi_words_new  (const char *text, const char *style);
void       foi_words_show (GtkWidget *label, const char *text);

G_END_DECLS
