/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-check-private.h"

G_BEGIN_DECLS

/* The checks, by family; the table in foi-checks.c says which is which. */
void _foi_check_outcomes (FoiCheck *self);
void _foi_check_grounds (FoiCheck *self);
void _foi_check_reasons (FoiCheck *self);
void _foi_check_public_interest (FoiCheck *self);
void _foi_check_review (FoiCheck *self);
void _foi_check_complaint (FoiCheck *self);
void _foi_check_held (FoiCheck *self);
void _foi_check_cost_language (FoiCheck *self);
void _foi_check_estimates (FoiCheck *self);
void _foi_check_advice (FoiCheck *self);
void _foi_check_exceeding (FoiCheck *self);
void _foi_check_within_limit (FoiCheck *self);
void _foi_check_hours_said (FoiCheck *self);
void _foi_check_countable (FoiCheck *self);
void _foi_check_similarity (FoiCheck *self);
void _foi_check_references (FoiCheck *self);
void _foi_check_by_reference (FoiCheck *self);
void _foi_check_periods (FoiCheck *self);
void _foi_check_targets (FoiCheck *self);
void _foi_check_link_texts (FoiCheck *self);
void _foi_check_places (FoiCheck *self);
void _foi_check_suppressed (FoiCheck *self);
void _foi_check_cells (FoiCheck *self);
void _foi_check_coverage (FoiCheck *self);
void _foi_check_due (FoiCheck *self);
void _foi_check_days (FoiCheck *self);
void _foi_check_regulator (FoiCheck *self);
void _foi_check_titles (FoiCheck *self);
void _foi_check_empty (FoiCheck *self);
void _foi_check_headings (FoiCheck *self);
void _foi_check_neither (FoiCheck *self);
void _foi_check_preferences (FoiCheck *self);
void _foi_check_misfits (FoiCheck *self);
void _foi_check_withheld (FoiCheck *self);
void _foi_check_approvals (FoiCheck *self);
void _foi_check_personal (FoiCheck *self);
void _foi_check_removed (FoiCheck *self);
void _foi_check_unexplained (FoiCheck *self);
void _foi_check_quoted (FoiCheck *self);
void _foi_check_derivable (FoiCheck *self);
void _foi_check_open (FoiCheck *self);
void _foi_check_reviewers (FoiCheck *self);
void _foi_check_points (FoiCheck *self);
void _foi_check_review_time (FoiCheck *self);

/* foi-checks-dates.c */
void _foi_check_dates (FoiCheck *self);
void _foi_check_events (FoiCheck *self);

/* foi-checks-attachments.c */
void _foi_check_attachments_there (FoiCheck *self);
void _foi_check_attachments_changed (FoiCheck *self);
void _foi_check_attachments_hiding (FoiCheck *self);
void _foi_check_attachments_telling (FoiCheck *self);
void _foi_check_attachments_unseen (FoiCheck *self);
void _foi_check_attachments_unaudited (FoiCheck *self);
void _foi_check_redactions (FoiCheck *self);

/* foi-checks-imports.c */
void _foi_check_unread (FoiCheck *self);
void _foi_check_sources (FoiCheck *self);
void _foi_check_numbers (FoiCheck *self);

G_END_DECLS
