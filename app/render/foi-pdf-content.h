/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *foi_pdf_content_mark_artifacts (const char *content, gsize length, GError **error);

G_END_DECLS
