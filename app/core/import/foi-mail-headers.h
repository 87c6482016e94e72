/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-lines.h"

G_BEGIN_DECLS

/**
 * FoiMailHeaders:
 * @from: the value of From, or of the line in which somebody "wrote:"
 * @date: the value of Sent or Date
 * @subject: the value of Subject, all its lines
 * @received: the value of the first Received, which the last computer on the way wrote
 * @message: whether they are the whole headers of a mail message (RFC 5322), not a mail program's
 *   view of them
 *
 * What a block of mail headers says, as spans; those it does not have are empty.
 */
typedef struct
{
  FoiTextSpan from;
  FoiTextSpan date;
  FoiTextSpan subject;
  FoiTextSpan received;
  gboolean    message;
} FoiMailHeaders;

guint foi_mail_headers_read (const char *text, GArray *lines, guint first,
                             FoiMailHeaders *headers);
guint foi_mail_headers_read_viewed (const char *text, GArray *lines, guint first,
                                    FoiMailHeaders *headers);

gboolean foi_mail_sender_split (const char *text, FoiTextSpan from, FoiTextSpan *name,
                                FoiTextSpan *email);
char    *foi_mail_sender_dup_name (const char *text, FoiTextSpan name);

G_END_DECLS
