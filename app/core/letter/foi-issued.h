/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-brief.h"
#include "foi-letter.h"
#include "foi-rules.h"

G_BEGIN_DECLS

/* How a letter went out, as the person who sent it says. Dates are ISO 8601 days. */
typedef struct
{
  const char *date;
  const char *how;
  const char *by;
  const char *approver; /* or NULL */
  const char *paper;    /* what it is set for, "A4" or "Letter"; or NULL */
} FoiIssueFacts;

/* A file that went with it. */
typedef struct
{
  const char *name;
  const char *format;
  GBytes     *bytes;
} FoiIssuedFile;

JsonNode   *foi_issued_new (FoiLetter *letter, const FoiIssueFacts *facts,
                            const FoiIssuedFile *files, gsize n_files, GError **error);
JsonNode   *foi_issued_find (FoiBrief *brief, const char *letter_id);
const char *foi_issued_find_paper (FoiBrief *brief, const char *letter_id);
FoiLetter  *foi_issued_read (JsonNode *issued, GError **error);
FoiLetter  *foi_issued_or_draft (FoiBrief *brief, FoiRules *rules, const char *letter_id,
                                 GError **error);
const char *foi_brief_get_current_letter (FoiBrief *brief);
const char *foi_brief_choose_letter (FoiBrief *brief, const char *wanted);

G_END_DECLS
