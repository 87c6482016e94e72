/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* Who asked, as far as the case says so. */
typedef enum
{
  FOI_REQUESTER_UNKNOWN,
  FOI_REQUESTER_PERSON,
  FOI_REQUESTER_ORGANISATION,
  FOI_REQUESTER_PLATFORM, /* through a site that publishes what it gets */
} FoiRequesterKind;

FoiRequesterKind foi_case_state_get_requester (FoiCaseState *self);
const char      *foi_requester_kind_to_name   (FoiRequesterKind kind);
const char      *foi_requester_kind_to_words  (FoiRequesterKind kind);

G_END_DECLS
