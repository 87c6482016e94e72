/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

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

const FoiEventKind *foi_event_get_kinds (gsize *n_kinds);
const char         *foi_event_type_to_words (const char *type);

G_END_DECLS
