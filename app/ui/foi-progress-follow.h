/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

guint foi_progress_follow (GtkWidget *bar, GTask *task, const int *percent,
                           void (*also) (GTask *task));

G_END_DECLS
