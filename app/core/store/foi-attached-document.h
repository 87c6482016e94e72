/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-file-reading.h"

G_BEGIN_DECLS

gboolean foi_attached_document_is (GBytes *bytes);
gboolean foi_attached_document_read (GBytes *bytes, FoiReadFunc func, gpointer user_data,
                                     GError **error);

G_END_DECLS
