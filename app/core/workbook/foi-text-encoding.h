/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads text once too often encoded as UTF-8: `Â£` is `£`. */
#define FOI_ENCODING_MOJIBAKE "mojibake"

GBytes *foi_text_decode_bytes (GBytes *bytes, const char *encoding, const char **found,
                               gboolean *has_mojibake, GError **error);
char   *foi_text_decode (GBytes *bytes, const char *encoding, const char **found,
                         gboolean *has_mojibake, gsize *length, GError **error);

G_END_DECLS
