/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"

G_BEGIN_DECLS

/* A figure that is left out is refused, and a refusal names its ground (FOIA s17(1)). */

char    *foi_small_ground_dup_offer (FoiCase *foi_case, const char *const *tables);
gboolean foi_small_ground_add (FoiCaseEditor *editor, const char *const *tables,
                               GError **error);

G_END_DECLS
