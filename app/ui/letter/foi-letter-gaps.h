/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-letter.h"

G_BEGIN_DECLS

/**
 * FoiLetterGap:
 * @block: the id of the block: "q1/ground/1/ground-prejudice"
 * @place: (nullable): where that block is edited
 * @text: what stands where something is missing: "[missing: harm]"
 *
 * A place of a draft that nobody has filled yet.
 */
typedef struct
{
  char *block;
  char *place;
  char *text;
} FoiLetterGap;

GPtrArray *foi_letter_gaps_list (FoiLetter *letter);

G_END_DECLS
