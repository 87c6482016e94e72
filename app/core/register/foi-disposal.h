/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-case-state.h"
#include "foi-date.h"

G_BEGIN_DECLS

/**
 * FoiDisposal:
 * @closed: the day since which nothing happened in the case
 * @complained: since when a complaint to the regulator runs, for which all is kept; or none
 * @requester: whether it says who made the request
 * @n_withheld: true values behind figures that are not shown
 * @n_notes: officers' notes, and what else is internal
 * @n_attachments: files beside the case
 * @n_journals: unsaved work that was kept of it
 * @n_leftovers: copies of it that saves which were cut off left beside it
 *
 * What is removed of a case once nobody needs it any more.
 */
typedef struct
{
  FoiDate  closed, complained;
  gboolean requester;
  guint    n_withheld, n_notes, n_attachments, n_journals, n_leftovers;
} FoiDisposal;

gboolean      foi_disposal_parse_age (const char *text, FoiDate today, FoiDate *before);
gboolean      foi_disposal_plan      (const char *path, FoiCaseState *state, FoiDate before,
                                      const char *journals, FoiDisposal *plan);
FoiCaseState *foi_disposal_strip     (FoiCaseState *state, FoiDate day, GError **error);
gboolean      foi_disposal_clear     (const char *path, const char *journals, GError **error);

G_END_DECLS
