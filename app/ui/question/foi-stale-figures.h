/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"

G_BEGIN_DECLS

/* A figure in an answer that its table shows no longer; offsets are characters. */
typedef struct
{
  guint start;
  guint end;
  char *said;
  char *now;   /* what the table shows in its place, or NULL */
} FoiStaleFigure;

GArray *foi_stale_figures_find (FoiDocument *document, const char *answer);
char   *foi_stale_figure_describe (const FoiStaleFigure *figure);

G_END_DECLS
