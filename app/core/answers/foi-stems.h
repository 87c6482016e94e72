/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is given each word of a text as it is compared; @stem is good until it returns. */
typedef void (*FoiStemFunc) (const char *stem, gpointer user_data);

void foi_stems_visit (const char *text, FoiStemFunc func, gpointer user_data);

G_END_DECLS
