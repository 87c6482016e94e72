/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean foi_page_text_says (const char *text);
gboolean foi_page_code_says (const char *code);

G_END_DECLS
