/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoiJsonLine:
 * @number: a line, from 1; 0 before the first search
 * @start: the offset at which it begins
 *
 * A line found before, from which the next search goes on.
 */
typedef struct
{
  guint number;
  gsize start;
} FoiJsonLine;

void foi_json_line_seek (FoiJsonLine *line, const char *text, gsize offset);
guint foi_json_line_get_column (const FoiJsonLine *line, const char *text, gsize offset);

void foi_json_path_append_key (GString *path, const char *key);
void foi_json_path_append_index (GString *path, guint index);

G_END_DECLS
