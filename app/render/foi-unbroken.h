/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

void foi_unbroken_add_numbers (PangoAttrList *attributes, const char *text);

G_END_DECLS
