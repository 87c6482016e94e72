/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-attachment-look.h"
#include "foi-case-state.h"
#include "foi-finding.h"
#include "foi-holidays.h"
#include "foi-rules.h"

G_BEGIN_DECLS

/* The check of figures that a table's rule takes for small, and that it shows. */
#define FOI_CHECK_OPEN "small-figures-open"
/* The checks of what a file that goes with the letter holds and does not show, and of one that may
 * hold figures while some are withheld. */
#define FOI_CHECK_HIDES "attachment-hides-content"
#define FOI_CHECK_UNAUDITED "attachment-not-audited"

GPtrArray         *foi_checks_run (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays,
                                   FoiDate today, GCancellable *cancellable);
GPtrArray         *foi_checks_run_on_day (FoiCaseState *state, FoiRules *rules,
                                          FoiHolidays *holidays, FoiDate day,
                                          GCancellable *cancellable);
GPtrArray         *foi_checks_run_with_files (FoiCaseState *state, FoiRules *rules,
                                              FoiHolidays *holidays, FoiDate day,
                                              FoiDate today, GPtrArray *looks,
                                              GCancellable *cancellable);
GPtrArray         *foi_checks_run_attached (FoiCaseState *state, FoiRules *rules,
                                            FoiHolidays *holidays, GPtrArray *looks);
char              *foi_checks_dup_stop (FoiCaseState *state, JsonNode *attachment,
                                        FoiAttachmentLook *look, const char *id);
FoiDate            foi_checks_find_day (FoiCaseState *state, FoiDate today);
GPtrArray         *foi_checks_run_small (FoiCaseState *state, gboolean publishes,
                                         FoiRules *rules, FoiHolidays *holidays,
                                         GCancellable *cancellable);
char              *foi_checks_dup_telling (GPtrArray *findings);
char              *foi_checks_run_telling (FoiCaseState *state, const char *letter,
                                           gboolean is_sent, FoiRules *rules,
                                           FoiHolidays *holidays);
const char *const *foi_checks_get_ids (void);

G_END_DECLS
