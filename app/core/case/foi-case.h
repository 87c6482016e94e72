/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-case-state.h"
#include "foi-question.h"

G_BEGIN_DECLS

typedef struct _FoiTable FoiTable;

#define FOI_TYPE_CASE (foi_case_get_type ())

/**
 * FoiCase:
 *
 * The open case as views see it: properties reference, subject, regime, received (ISO 8601),
 * state (a #FoiCaseState), all with notify; a list of #FoiQuestion and a list of #FoiTable whose
 * objects live as long as what they stand for. Signals: "changed", something did, said once for
 * each turn of the main loop; "state-set", at once and before the objects follow, for who only
 * takes the state to a thread. Only #FoiCaseEditor changes a case.
 */
G_DECLARE_FINAL_TYPE (FoiCase, foi_case, FOI, CASE, GObject)

FoiCase      *foi_case_new (FoiCaseState *state);
FoiCaseState *foi_case_get_state (FoiCase *self);
FoiCaseState *foi_case_ref_snapshot (FoiCase *self);
const char   *foi_case_get_reference (FoiCase *self);
const char   *foi_case_get_subject (FoiCase *self);
const char   *foi_case_get_regime (FoiCase *self);
const char   *foi_case_get_received (FoiCase *self);
GListModel   *foi_case_get_questions (FoiCase *self);
GListModel   *foi_case_get_tables (FoiCase *self);
FoiQuestion  *foi_case_find_question (FoiCase *self, const char *id);
FoiTable     *foi_case_find_table (FoiCase *self, const char *name);
const char   *foi_case_find_table_question (FoiCase *self, const char *name);

G_END_DECLS
