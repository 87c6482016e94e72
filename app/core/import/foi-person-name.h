/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean foi_person_name_is_name (const char *line, gboolean signed_off);
char    *foi_person_name_dup_plain (const char *line);
char    *foi_person_name_dup_salutation (const char *name);
gboolean foi_person_name_has_title (const char *name);

G_END_DECLS
