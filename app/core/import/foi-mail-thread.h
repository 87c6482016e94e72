/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-mail-headers.h"

G_BEGIN_DECLS

/**
 * FoiMailMark:
 * @FOI_MAIL_MARK_NONE: words of the mail itself
 * @FOI_MAIL_MARK_REPLY: an earlier mail, quoted below or above them
 * @FOI_MAIL_MARK_FORWARD: a mail that was passed on
 */
typedef enum
{
  FOI_MAIL_MARK_NONE,
  FOI_MAIL_MARK_REPLY,
  FOI_MAIL_MARK_FORWARD,
} FoiMailMark;

/**
 * FoiMailMessage:
 * @mark: what introduces it
 * @body: its first line after marks and headers
 * @end: the line after its last
 * @headers: what its headers say
 */
typedef struct
{
  FoiMailMark    mark;
  guint          body;
  guint          end;
  FoiMailHeaders headers;
} FoiMailMessage;

GArray *foi_mail_thread_read (const char *text, GArray *lines);
guint   foi_mail_thread_choose (const char *text, GArray *lines, GArray *messages);

G_END_DECLS
