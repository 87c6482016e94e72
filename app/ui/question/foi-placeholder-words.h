/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"

G_BEGIN_DECLS

char *foi_placeholder_describe (FoiDocument *document, const char *placeholder, gboolean *known);

G_END_DECLS
