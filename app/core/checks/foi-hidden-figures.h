/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoiHiddenFigures:
 *
 * What withheld figures come to with others of their row and of their column: numbers that tell
 * something of them although they are none of them.
 */
typedef struct _FoiHiddenFigures FoiHiddenFigures;

FoiHiddenFigures *foi_hidden_figures_new  (GPtrArray *withheld);
void              foi_hidden_figures_free (FoiHiddenFigures *self);
gboolean foi_hidden_figures_have_sum        (FoiHiddenFigures *self, double value);
gboolean foi_hidden_figures_have_difference (FoiHiddenFigures *self, double value);
gboolean foi_hidden_figures_have_share      (FoiHiddenFigures *self, double from, double to);
gboolean foi_hidden_figures_have_change     (FoiHiddenFigures *self, double from, double to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiHiddenFigures, foi_hidden_figures_free)

G_END_DECLS
