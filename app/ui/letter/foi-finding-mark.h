/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-letter-marks.h"

G_BEGIN_DECLS

#define FOI_TYPE_FINDING_MARK (foi_finding_mark_get_type ())

/**
 * FoiFindingMark:
 *
 * A sign in the margin of the letter that is seen on the screen, beside a paragraph in which the
 * checks found something; a button that leads to where it is put right. What is to fix has another
 * shape than what is to consider, not only another colour.
 */
G_DECLARE_FINAL_TYPE (FoiFindingMark, foi_finding_mark, FOI, FINDING_MARK, GtkButton)

GtkWidget  *foi_finding_mark_new (void);
void        foi_finding_mark_set (FoiFindingMark *self, const FoiLetterMark *mark);
const char *foi_finding_mark_get_editor (FoiFindingMark *self);

G_END_DECLS
