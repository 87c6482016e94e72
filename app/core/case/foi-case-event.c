/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-event.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-json-edit.h"

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
  { "review-withdrawn", N_("Review withdrawn by the requester"), TRUE, FALSE },
  { "complaint", N_("Complaint to the regulator"), FALSE, FALSE },
  { "complaint-closed", N_("Complaint closed by the regulator"), FALSE, FALSE },
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

/**
 * foi_event_refusal_dup_words:
 * @self: an event that moves nothing
 *
 * Returns: (transfer full): "Fee received (6 November 2024): there is no fees notice before it"
 */
char *
foi_event_refusal_dup_words (const FoiEventRefusal *self)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  day = foi_date_to_words (self->date);
  /* Translators: what happened, when, and why that makes no sense. */
  return g_strdup_printf (_("%s (%s): %s"), foi_event_type_to_words (self->type), day,
                          self->reason);
}

static void
set_date (JsonObject *object, const char *key, FoiDate date)
{
  g_autofree char *iso = date != FOI_DATE_NONE ? foi_date_to_iso (date) : NULL;

  if (iso != NULL)
    json_object_set_string_member (object, key, iso);
}

static void
set_text (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL && text[0] != '\0')
    json_object_set_string_member (object, key, text);
}

/**
 * foi_case_editor_add_event:
 * @event: what happened
 *
 * Notes after all others that something happened, whether or not that makes sense: what came before
 * it may be noted later.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_editor_add_event (FoiCaseEditor *self, const FoiNewEvent *event, GError **error)
{
  JsonObject *object;
  JsonNode *events;
  g_autoptr (JsonNode) none = foi_json_new_array (), added = NULL, longer = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && event != NULL, FALSE);

  object = json_object_new ();
  set_text (object, "type", event->type);
  set_date (object, "date", event->date);
  set_date (object, "until", event->until);
  set_text (object, "question", event->question);
  set_text (object, "note", event->note);
  added = foi_json_take_object (object);
  events = foi_case_state_get_node (_foi_case_edits_get_state (self), "events");
  longer = foi_json_array_insert (events != NULL ? events : none,
                                  foi_json_get_n_elements (events), added);
  return foi_case_editor_set_node (self, "events", longer, _("Add Event"), error);
}

/**
 * foi_case_state_read_events:
 *
 * Returns: (transfer full): what the events of the case tell, in the order of their days.
 */
FoiEventLog *
foi_case_state_read_events (FoiCaseState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return foi_event_log_new (
    foi_case_state_get_node (self, "events"), foi_case_state_get_node (self, "authority"),
    foi_date_from_iso (foi_case_state_get_string (self, "request/received")));
}

/**
 * foi_case_state_dup_event_problem:
 * @position: of an event, as the file has them
 *
 * Returns: (transfer full) (nullable): why that event makes no sense among the others, and moves
 *   nothing, as from foi_event_refusal_dup_words().
 */
char *
foi_case_state_dup_event_problem (FoiCaseState *self, guint position)
{
  g_autoptr (FoiEventLog) log = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  log = foi_case_state_read_events (self);
  for (guint i = 0; i < log->refusals->len; i++)
    {
      const FoiEventRefusal *refusal = &g_array_index (log->refusals, FoiEventRefusal, i);

      if (refusal->position == position)
        return foi_event_refusal_dup_words (refusal);
    }
  return NULL;
}
