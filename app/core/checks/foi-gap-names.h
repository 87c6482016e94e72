/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-range.h"

G_BEGIN_DECLS

/**
 * FoiGapNames:
 *
 * By what words rows are known in which figures are withheld: their names, pieces of these that no
 * other row has, their place in the table ("the first school"), and that they are withheld.
 */
typedef struct _FoiGapNames FoiGapNames;

FoiGapNames *foi_gap_names_new  (GPtrArray *withheld);
void         foi_gap_names_free (FoiGapNames *self);
gboolean     foi_gap_names_has_kind (FoiGapNames *self, const char *word);
gboolean     foi_gap_names_find_row (FoiGapNames *self, const char *text, FoiRange within);
gboolean     foi_gap_names_find (FoiGapNames *self, const char *text, FoiRange within);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiGapNames, foi_gap_names_free)

G_END_DECLS
