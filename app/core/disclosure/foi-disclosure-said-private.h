/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-said.h"

G_BEGIN_DECLS

/* What is collected: @n is the number of the text that is read. */
typedef struct
{
  FoiDisclosureDraft *draft;
  GPtrArray *said;
  guint n;
  const char *where;
  gboolean is_elsewhere, is_apart, is_asked;
} FoiCollecting;

void _foi_disclosure_collect_text (FoiCollecting *self, const char *text, const char *where);
void _foi_disclosure_collect_table (FoiCollecting *self, FoiTableData *data);

G_END_DECLS
