/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *foi_clean_text (const char *text);
char *foi_clean_text_apart (const char *text);
char *foi_clean_seen (const char *text);
char *foi_clean_line (const char *text);

G_END_DECLS
