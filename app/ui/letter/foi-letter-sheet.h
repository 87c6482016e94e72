/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-layout.h"

G_BEGIN_DECLS

#define FOI_TYPE_LETTER_SHEET (foi_letter_sheet_get_type ())

/**
 * FoiLetterSheet:
 *
 * One page of a letter on the screen, painted by the painter of paper and PDF. Shows the part of
 * the page that it is told, at the scale it is told. Signals: "block-clicked" (place): where the
 * block under the pointer is edited; "mark-clicked" (place): where what is marked is put right.
 */
G_DECLARE_FINAL_TYPE (FoiLetterSheet, foi_letter_sheet, FOI, LETTER_SHEET, GtkWidget)

GtkWidget *foi_letter_sheet_new (guint page);
void       foi_letter_sheet_set_layout (FoiLetterSheet *self, FoiLayout *layout);
void       foi_letter_sheet_set_view (FoiLetterSheet *self, const FoiRect *region, double scale);
void       foi_letter_sheet_set_bars (FoiLetterSheet *self, GArray *bars);
void       foi_letter_sheet_set_marks (FoiLetterSheet *self, GHashTable *marks);
void       foi_letter_sheet_set_in_sight (FoiLetterSheet *self, gboolean in_sight);

G_END_DECLS
