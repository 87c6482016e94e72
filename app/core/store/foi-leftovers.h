/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Behind a case's name while it is saved, before the letters that make it another each time: no
 * other program calls a file so. */
#define FOI_LEFTOVER_MARK ".foi-saving-"

gboolean   foi_leftovers_has_name (const char *name, const char *base);
GPtrArray *foi_leftovers_list     (const char *path);
gboolean   foi_leftovers_remove   (GPtrArray *leftovers, GError **error);
guint      foi_leftovers_sweep    (const char *path, gint64 now);

G_END_DECLS
