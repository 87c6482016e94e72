/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *foi_text_dup_start (const char *text, guint most);
char *foi_text_dup_first_line (const char *text);

G_END_DECLS
