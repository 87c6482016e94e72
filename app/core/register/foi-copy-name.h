/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean foi_copy_name_is_case        (const char *name);
GStrv    foi_copy_name_list_originals (const char *name);
gboolean foi_copy_name_is_vague       (const char *path, const char *original);
gboolean foi_copy_name_says           (const char *path, const char *reference);

G_END_DECLS
