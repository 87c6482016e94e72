/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-lines.h"

G_BEGIN_DECLS

/**
 * FoiRequestFrame:
 * @greeting: "Dear Sir or Madam," or the like, with the line below it that says what a letter is
 *   about; empty without one
 * @subject: what that line says; empty without one
 * @closing: thanks, "Yours faithfully" and the name; empty without one
 * @name: the line of @closing that is the sender's name; empty without one
 * @end: the line after the last that can be part of the request: signature, footer and earlier
 *   mail begin there
 *
 * What stands around the words of a request.
 */
typedef struct
{
  FoiTextSpan greeting;
  FoiTextSpan subject;
  FoiTextSpan closing;
  FoiTextSpan name;
  guint       end;
} FoiRequestFrame;

void     foi_request_frame_read (const char *text, GArray *lines, guint first, guint end,
                                 FoiRequestFrame *frame);
gboolean foi_request_greeting_read (const char *text, const FoiTextLine *line,
                                    FoiTextSpan *greeting);
guint    foi_request_skip_banners (const char *text, GArray *lines, guint first, guint end);
gboolean foi_request_footer_begins (const char *text, const FoiTextLine *line);

G_END_DECLS
