/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *foi_pack_dup_file_name (const char *wish, const char *extension, GHashTable *taken);

G_END_DECLS
