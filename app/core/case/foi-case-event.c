/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-event.h"

#include <glib/gi18n-lib.h>

/* In the order in which they happen to a request. */
static const FoiEventKind kinds[] = {
  { "acknowledged", N_("Acknowledged"), FALSE, FALSE },
  { "clarification-asked", N_("Clarification asked for"), TRUE, FALSE },
  { "clarification-received", N_("Clarification received"), TRUE, FALSE },
  { "fees-notice", N_("Fees notice given"), TRUE, FALSE },
  { "fee-received", N_("Fee received"), TRUE, FALSE },
  { "extended", N_("Extension notified"), TRUE, FALSE },
  { "request-withdrawn", N_("Request withdrawn by the requester"), TRUE, FALSE },
  { "asked-service", N_("Service asked"), FALSE, TRUE },
  { "chased", N_("Service chased"), FALSE, TRUE },
  { "service-answered", N_("Service answered"), FALSE, TRUE },
  { "approved", N_("Approved"), FALSE, FALSE },
  { "issued", N_("Letter issued"), TRUE, FALSE },
  { "withdrawn", N_("Letter withdrawn"), TRUE, FALSE },
  { "review-asked", N_("Review asked for"), TRUE, FALSE },
  { "review-answered", N_("Review answered"), TRUE, FALSE },
  { "complaint", N_("Complaint to the regulator"), FALSE, FALSE },
};

/**
 * foi_event_get_kinds:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): all that can happen to a request.
 */
const FoiEventKind *
foi_event_get_kinds (gsize *n_kinds)
{
  g_return_val_if_fail (n_kinds != NULL, NULL);

  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * foi_event_type_to_words:
 * @type: (nullable): the type of an event
 *
 * Returns: what people call it: "Fees notice given"; of one that is not known, its type.
 */
const char *
foi_event_type_to_words (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].type, type) == 0)
        return _(kinds[i].words);
    }
  return type != NULL ? type : "";
}
