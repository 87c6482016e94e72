/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Telephone numbers of the United Kingdom, as a part of a regular expression. */
#define FOI_TELEPHONE                                                           \
  "(?<![\\w.,/-])(?:\\+44[ -]?(?:\\(0\\)[ -]?)?|0044[ -]?|\\(?0)"              \
  "[1-37-9]\\d{1,4}\\)?(?:[ -]?\\d){5,8}(?![\\w/-])"

char     *foi_contact_dup_number (const char *text);
GStrv     foi_contact_list_numbers (const char *text);
gboolean  foi_contact_find_number (const char *text, const char *number, gsize from, gsize *begin,
                                   gsize *end);
guint64   foi_contact_get_letters (const char *address);
gboolean  foi_contact_find_address (const char *text, const char *address, gsize from,
                                    gsize *begin, gsize *end);

G_END_DECLS
