/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-publication.h"

G_BEGIN_DECLS

/**
 * FoiStaleQuote:
 * @start: where the figure begins in the answer, in bytes
 * @end: where it ends
 * @now: (nullable): what the table shows there now; %NULL where it shows nothing, or where several
 *   figures were the same and no longer are
 *
 * A figure in prose that a table used to show and shows no longer.
 */
typedef struct
{
  gsize start;
  gsize end;
  char *now;
} FoiStaleQuote;

GArray *foi_quotes_find_stale (const char *answer, FoiPublication *before, FoiPublication *after);

G_END_DECLS
