/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-file-reading.h"

G_BEGIN_DECLS

gboolean foi_file_read_pdf (GBytes *pdf, FoiReadFunc func, gpointer user_data,
                             gboolean *is_legible, GError **error);

G_END_DECLS
