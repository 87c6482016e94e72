/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* What a new case must say; chance and the clock are the caller's. */
typedef struct
{
  const char *reference;
  const char *subject;
  const char *regime;      /* "foia" */
  const char *received;    /* ISO 8601, or NULL: not yet known */
  const char *created;     /* ISO 8601 time in UTC */
  const char *revision;    /* a random token */
  JsonNode   *authority;   /* the profile, or NULL */
} FoiNewCase;

FoiCaseState *foi_case_state_new_case (const FoiNewCase *facts, GError **error);
FoiCaseState *foi_case_state_new_from (FoiCaseState *model, const FoiNewCase *facts,
                                       GError **error);
char         *foi_case_name_from_reference (const char *reference);

G_END_DECLS
