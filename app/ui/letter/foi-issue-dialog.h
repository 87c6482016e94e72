/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-case-checker.h"

G_BEGIN_DECLS

#define FOI_TYPE_ISSUE_DIALOG (foi_issue_dialog_get_type ())

/**
 * FoiIssueDialog:
 *
 * Asks what a letter needs to go out: its date, how it is sent, by whom, who approved it; lists
 * what is still to do, to fix and to consider; issues it, and then offers what leaves: PDF, paper,
 * clipboard.
 */
G_DECLARE_FINAL_TYPE (FoiIssueDialog, foi_issue_dialog, FOI, ISSUE_DIALOG, GtkWindow)

void foi_issue_dialog_present (GtkWindow *parent, FoiDocument *document,
                               FoiCaseChecker *checker);

G_END_DECLS
