/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The fields of a line of CSV, whoever writes it. */
char       *foi_csv_dup_safe     (const char *words, gboolean *disarmed);
const char *foi_csv_skip_sign    (const char *text);
void        foi_csv_append_field (GString *csv, const char *text, gboolean alone);
void        foi_csv_append_words (GString *csv, const char *words, gboolean alone);
GBytes     *foi_csv_to_file      (const char *csv);

G_END_DECLS
