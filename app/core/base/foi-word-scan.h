/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @start, @end: offsets in characters. */
typedef struct
{
  guint start, end;
} FoiWordRange;

GArray *foi_word_scan (const char *line);

G_END_DECLS
