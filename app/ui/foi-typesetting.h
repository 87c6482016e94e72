/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-case-state.h"
#include "foi-layout.h"

G_BEGIN_DECLS

#define FOI_TYPE_TYPESETTING (foi_typesetting_get_type ())

/**
 * FoiTypesetting:
 *
 * Makes the letter of a case anew in a thread whenever it is given another state: brief, tree,
 * pages. While one is being made the next ones wait, and only the newest of them is made. Signals:
 * "ready", on the main loop; "failed" (reason).
 */
G_DECLARE_FINAL_TYPE (FoiTypesetting, foi_typesetting, FOI, TYPESETTING, GObject)

FoiTypesetting *foi_typesetting_new (void);
void            foi_typesetting_update (FoiTypesetting *self, FoiCaseState *state);
FoiCaseState   *foi_typesetting_get_state (FoiTypesetting *self);
void            foi_typesetting_wait (FoiTypesetting *self, gint64 microseconds);
void            foi_typesetting_return_letter (FoiTypesetting *self, GTask *task);
FoiLayout      *foi_typesetting_get_layout (FoiTypesetting *self);
FoiBrief       *foi_typesetting_get_brief (FoiTypesetting *self);
const char     *foi_typesetting_get_letter_id (FoiTypesetting *self);
gboolean        foi_typesetting_is_issued (FoiTypesetting *self);
gboolean        foi_typesetting_is_current (FoiTypesetting *self, FoiCaseState *state);
void            foi_typesetting_await_threads (void);
FoiPaper        foi_typesetting_get_paper (FoiTypesetting *self);
void            foi_typesetting_set_letter (FoiTypesetting *self, const char *letter_id);
void            foi_typesetting_set_paper (FoiTypesetting *self, FoiPaper paper);

G_END_DECLS
