/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people write for the same thing: "OAKFIELD PRIMARY SCHOOL", "Oakfield Primary", "Oakfield
 * P.S.". */

GStrv    foi_label_split (const char *text);
gboolean foi_label_has (const char *const *words, const char *const *part);
gboolean foi_label_ends_with (const char *const *words, const char *const *end);
int     *foi_labels_match (GPtrArray *from, GPtrArray *to);

G_END_DECLS
