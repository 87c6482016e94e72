/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"

G_BEGIN_DECLS

/* What is done to the questions of a case as they were asked; each is one command. */
int      foi_asked_find (FoiDocument *document, const char *question);
gboolean foi_asked_split (FoiDocument *document, const char *question, guint offset, char **id,
                          GError **error);
gboolean foi_asked_merge (FoiDocument *document, const char *question, GError **error);
gboolean foi_asked_add (FoiDocument *document, guint position, const char *text, char **id,
                        GError **error);

G_END_DECLS
