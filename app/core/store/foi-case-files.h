/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* What lies beside a case: the files that go with its letter, and those that went with one. */
gboolean foi_case_files_copy (FoiCaseState *state, const char *from, const char *to,
                              GError **error);
void     foi_case_files_tidy (FoiCaseState *saved, const char *folder, GHashTable *ours);

G_END_DECLS
