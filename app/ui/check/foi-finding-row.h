/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"
#include "foi-finding.h"

G_BEGIN_DECLS

#define FOI_TYPE_FINDING_ROW (foi_finding_row_get_type ())

/**
 * FoiFindingRow:
 *
 * One finding: what is wrong, how to mend it, the law, and what can be done from here. Signal
 * "leaving": a person is about to go to where it is put right.
 */
G_DECLARE_FINAL_TYPE (FoiFindingRow, foi_finding_row, FOI, FINDING_ROW, GtkBox)

GtkWidget *foi_finding_row_new (FoiDocument *document, const FoiFinding *finding);
GtkWidget *foi_finding_row_new_there (FoiDocument *document, const FoiFinding *finding);
char      *foi_finding_dup_editor (const FoiFinding *finding);

G_END_DECLS
