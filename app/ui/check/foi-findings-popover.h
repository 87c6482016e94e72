/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-case-checker.h"

G_BEGIN_DECLS

#define FOI_TYPE_FINDINGS_POPOVER (foi_findings_popover_get_type ())

/**
 * FoiFindingsPopover:
 *
 * What the checks found, in groups: to do, to fix, to consider. Each can be gone to, some can be
 * mended at once, and each can be accepted with a reason.
 */
G_DECLARE_FINAL_TYPE (FoiFindingsPopover, foi_findings_popover, FOI, FINDINGS_POPOVER, GtkPopover)

GtkWidget *foi_findings_popover_new (FoiDocument *document, FoiCaseChecker *checker);

G_END_DECLS
