/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"

G_BEGIN_DECLS

void foi_case_editor_reload (FoiCaseEditor *self, FoiCaseState *state);

G_END_DECLS
