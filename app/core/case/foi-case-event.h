/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"
#include "foi-date.h"
#include "foi-event-log.h"

G_BEGIN_DECLS

/**
 * FoiEventKind:
 * @type: as the case file calls it: "fees-notice"
 * @words: as people do, translated by foi_event_type_to_words(): "Fees notice given"
 * @moves_clock: whether the due date goes by it
 * @is_asking: whether it tells of a service that was asked: that is noted with the question, where
 *   the register and the statistics look for it
 *
 * What can happen to a request.
 */
typedef struct
{
  const char *type;
  const char *words;
  gboolean    moves_clock, is_asking;
} FoiEventKind;

/**
 * FoiNewEvent:
 * @type: as the case file calls it
 * @date: when it happened
 * @until: of an extension, until when; or none
 * @question: (nullable): the id of the one question that it is about
 * @note: (nullable): what an officer says of it: of a complaint that was closed, what it came to
 */
typedef struct
{
  const char *type;
  FoiDate     date, until;
  const char *question, *note;
} FoiNewEvent;

const FoiEventKind *foi_event_get_kinds (gsize *n_kinds);
const char         *foi_event_type_to_words (const char *type);
char               *foi_event_refusal_dup_words (const FoiEventRefusal *self);
gboolean            foi_case_editor_add_event (FoiCaseEditor *self, const FoiNewEvent *event,
                                               GError **error);
FoiEventLog        *foi_case_state_read_events (FoiCaseState *self);
char               *foi_case_state_dup_event_problem (FoiCaseState *self, guint position);

G_END_DECLS
