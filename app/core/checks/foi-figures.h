/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-publication.h"

G_BEGIN_DECLS

/**
 * FoiFigures:
 *
 * The numbers that a reader finds in tables, or gets from them by adding, subtracting, dividing and
 * rounding as people do. Of all tables whose letters show them together.
 */
typedef struct _FoiFigures FoiFigures;

FoiFigures *foi_figures_new (void);
void        foi_figures_free (FoiFigures *self);
void        foi_figures_add_table (FoiFigures *self, FoiPublication *table);
void        foi_figures_add_text (FoiFigures *self, const char *text);
gboolean    foi_figures_get_number (FoiPublication *table, guint row, guint column, double *out);
gboolean    foi_figures_row_is_named (FoiPublication *table, guint row, const char *sentence);
gboolean    foi_figures_have (FoiFigures *self, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiFigures, foi_figures_free)

G_END_DECLS
