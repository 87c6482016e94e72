/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-finding.h"
#include "foi-layout.h"

G_BEGIN_DECLS

/**
 * FoiLetterMark:
 * @severity: of the gravest finding
 * @n_findings: how many there are
 * @editor: where the gravest is put right
 * @text: what all of them say, a line each
 *
 * What the checks found in one paragraph of the letter.
 */
typedef struct
{
  FoiSeverity severity;
  guint       n_findings;
  char       *editor;
  char       *text;
} FoiLetterMark;

GHashTable *foi_letter_marks_new (FoiLayout *layout, GPtrArray *findings);
gboolean    foi_letter_mark_equal (const FoiLetterMark *a, const FoiLetterMark *b);

G_END_DECLS
