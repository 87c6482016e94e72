/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-span.h"

G_BEGIN_DECLS

gboolean foi_contact_find_email (const char *text, FoiTextSpan span, FoiTextSpan *email);
gboolean foi_contact_find_postcode (const char *text, FoiTextSpan span, FoiTextSpan *postcode);
gboolean foi_contact_is_detail (const char *folded);
gboolean foi_contact_is_organisation (const char *folded);
gboolean foi_contact_is_public_office (const char *folded);

G_END_DECLS
