/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a file that goes with a letter may have in it that the audit of withheld figures never
 * sees. */
char *foi_attached_data_dup_kind (const char *name, GBytes *bytes, GCancellable *cancellable);

G_END_DECLS
