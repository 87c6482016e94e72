/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-case-checker.h"

G_BEGIN_DECLS

#define FOI_TYPE_FINDING_LIST (foi_finding_list_get_type ())

/**
 * FoiFindingList:
 *
 * What the checks found, in groups: to do, to fix, to consider, and what was accepted. It follows
 * the checks while it is seen. Signal "leaving": a person goes to where a finding is put right.
 */
G_DECLARE_FINAL_TYPE (FoiFindingList, foi_finding_list, FOI, FINDING_LIST, GtkBox)

GtkWidget *foi_finding_list_new (FoiDocument *document, FoiCaseChecker *checker);
void       foi_finding_list_set_first (FoiFindingList *self, FoiSeverity first);
void       foi_finding_list_update (FoiFindingList *self);

G_END_DECLS
