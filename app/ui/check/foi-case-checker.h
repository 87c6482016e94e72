/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-document.h"
#include "foi-finding.h"

G_BEGIN_DECLS

#define FOI_TYPE_CASE_CHECKER (foi_case_checker_get_type ())

/**
 * FoiCaseChecker:
 *
 * What the checks find in the case of a window, looked for in a thread when nothing else is to do
 * after a change. Signal "changed": there is another list.
 */
G_DECLARE_FINAL_TYPE (FoiCaseChecker, foi_case_checker, FOI, CASE_CHECKER, GObject)

FoiCaseChecker *foi_case_checker_new (FoiDocument *document);
GPtrArray      *foi_case_checker_get_findings (FoiCaseChecker *self);
gboolean        foi_case_checker_is_busy (FoiCaseChecker *self);
guint           foi_case_checker_count (FoiCaseChecker *self, FoiSeverity severity);
guint           foi_case_checker_count_at (FoiCaseChecker *self, const char *topic);

G_END_DECLS
