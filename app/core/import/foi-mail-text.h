/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is read of a mail or a text file that somebody sent, in bytes. */
#define FOI_MAIL_MAX_LENGTH (16 * 1024 * 1024)

char *foi_mail_text_read (GBytes *bytes, guint *n_files, GError **error);
char *foi_plain_text_read (GBytes *bytes, GError **error);

G_END_DECLS
