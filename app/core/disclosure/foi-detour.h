/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-audit.h"

G_BEGIN_DECLS

/**
 * FoiDetour:
 *
 * Finds other numbers for the cells of a problem that fit all lines, in which one cell is what it
 * must be able to be and as little as possible is moved that is published. What is moved has to be
 * suppressed, and then the numbers prove that a reader must reckon with them.
 */
typedef struct _FoiDetour FoiDetour;

FoiDetour *foi_detour_new (FoiDisclosureProblem *problem, const gint64 *costs);
void       foi_detour_free (FoiDetour *self);
gboolean   foi_detour_find (FoiDetour *self, const FoiScenario *scenario, guint cell, gint64 value,
                            gint64 *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiDetour, foi_detour_free)

G_END_DECLS
