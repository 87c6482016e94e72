/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-letter-words.h"
#include "foi-shown-figures.h"

G_BEGIN_DECLS

/**
 * FoiListedRow:
 * @words: the lines that are about the row
 * @place: where the first of them stands
 * @n: how many there are
 *
 * As many lines about a row as a figure is high that is withheld in it.
 */
typedef struct
{
  char *words;
  const char *place;
  guint n;
} FoiListedRow;

GPtrArray *foi_listed_rows_find (FoiShownFigures *figures, const FoiPassage *passage);

G_END_DECLS
