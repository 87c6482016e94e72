/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *foi_counted_noun_dup   (const char *words);
gboolean foi_counted_noun_is_of_people (const char *noun);
gboolean foi_counted_noun_is_of_office (const char *noun);

G_END_DECLS
