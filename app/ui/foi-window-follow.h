/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-window.h"

G_BEGIN_DECLS

/* What others do to the file of a window's case; what is to become of that, where work here is not
 * saved, is asked as when saving finds it, in foi-window-save.c. */
void _foi_window_follow_file (FoiWindow *self);
void _foi_window_settle_conflict_action (GtkWidget *widget, const char *action_name,
                                         GVariant *parameter);
void _foi_window_look_at_file_action (GtkWidget *widget, const char *action_name,
                                      GVariant *parameter);

G_END_DECLS
