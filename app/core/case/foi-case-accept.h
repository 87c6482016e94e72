/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"

G_BEGIN_DECLS

gboolean foi_case_editor_accept_finding (FoiCaseEditor *self, const char *finding,
                                         const char *path, const char *reason, FoiDate date,
                                         GError **error);

G_END_DECLS
