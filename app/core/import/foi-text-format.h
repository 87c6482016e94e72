/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-span.h"

G_BEGIN_DECLS

gboolean foi_text_format_find (const char *text, FoiTextSpan span, FoiTextSpan *format);
gboolean foi_text_format_is_all (const char *folded);

G_END_DECLS
