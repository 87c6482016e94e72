/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint foi_disposal_count_attachments (const char *path);
guint foi_disposal_count_journals    (const char *path, const char *journals);
GStrv foi_disposal_list_others       (const char *path);

G_END_DECLS
