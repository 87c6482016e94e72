/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-date.h"
#include "foi-text-lines.h"

G_BEGIN_DECLS

/**
 * FoiSignature:
 * @name: the sender's name, empty where none is evident
 * @organisation: of the sender, empty where none is evident
 * @address: the lines of a postal address, empty without one
 * @email: an e-mail address, empty without one
 *
 * What the top of a letter, or the lines below a name, say about the sender.
 */
typedef struct
{
  FoiTextSpan name;
  FoiTextSpan organisation;
  FoiTextSpan address;
  FoiTextSpan email;
} FoiSignature;

void     foi_signature_read (const char *text, GArray *lines, guint first, guint end,
                             FoiSignature *signature);
guint    foi_letter_top_read (const char *text, GArray *lines, guint first, guint end,
                              FoiSignature *sender, FoiTextDate *date, FoiTextSpan *subject);
gboolean foi_subject_line_read (const char *text, FoiTextSpan line, FoiTextSpan *subject);

G_END_DECLS
