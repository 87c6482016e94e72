/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-brief.h"
#include "foi-paragraph.h"
#include "foi-rules.h"

G_BEGIN_DECLS

/* Whose words a paragraph has. */
typedef enum
{
  FOI_WORDING_STANDARD,
  FOI_WORDING_AUTHORITY,
  FOI_WORDING_LETTER,
} FoiWordingSource;

/**
 * FoiWording:
 * @id: the paragraph's id: "review"
 * @place: where it stands
 * @text: its words here and now, with their gaps open; empty where it is left out on purpose
 * @inherited: what they would be without this letter's own
 * @source: whose @text is
 * @inherited_source: whose @inherited is
 * @standard: the rules' words, whatever the authority says
 * @law: (nullable): why the letter has it
 * @is_due: whether the letter prints it, unless it is left out: its conditions hold
 *
 * One paragraph of a letter before or after the questions, as a person may reword it.
 */
typedef struct
{
  char             *id;
  FoiParagraphPlace place;
  char             *text;
  char             *inherited;
  char             *standard;
  char             *law;
  FoiWordingSource  source;
  FoiWordingSource  inherited_source;
  gboolean          is_due;
} FoiWording;

GPtrArray *foi_wording_list (FoiBrief *brief, FoiRules *rules, const char *letter_id);
void       foi_wording_free (FoiWording *self);

G_END_DECLS
