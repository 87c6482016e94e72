/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* Takes the next piece of a file that is written; FALSE with @error ends it. */
typedef gboolean (*FoiCaseSink) (const char *text, gsize length, gpointer data, GError **error);

GBytes  *foi_case_write (FoiCaseState *state, const char *revision, GError **error);
gboolean foi_case_write_to (FoiCaseState *state, const char *revision, FoiCaseSink sink,
                            gpointer data, GError **error);

G_END_DECLS
