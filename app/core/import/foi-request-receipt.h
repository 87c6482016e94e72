/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-request-text.h"

G_BEGIN_DECLS

void foi_request_text_propose_receipt (FoiRequestText *self, const char *text,
                                       FoiTextSpan received);

G_END_DECLS
