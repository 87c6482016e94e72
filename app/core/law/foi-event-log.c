/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-event-log.h"

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

typedef struct
{
  const char *type;
  FoiDate     date, until;
  guint       position;
} Event;

/* ---- events ---------------------------------------------------------------------------------- */

static void
refuse (FoiEventLog *self, const Event *event, const char *reason)
{
  const FoiEventRefusal refusal = { event->type, event->date, reason, event->position };

  g_array_append_val (self->refusals, refusal);
}

static void
take_asked (FoiEventLog *self, const Event *event)
{
  if (self->asked == FOI_DATE_NONE)
    self->asked = event->date;
}

static void
take_clarified (FoiEventLog *self, const Event *event)
{
  if (self->asked == FOI_DATE_NONE)
    refuse (self, event, _("no clarification was asked for before; the clock does not start "
                           "anew"));
  else
    {
      self->clock.clarified = event->date;
      self->request_withdrawn = FOI_DATE_NONE;
    }
  self->asked = FOI_DATE_NONE;
}

static void
take_fees_notice (FoiEventLog *self, const Event *event)
{
  if (self->clock.fees_notice == FOI_DATE_NONE)
    {
      self->clock.fees_notice = event->date;
      self->notice_position = event->position;
    }
  else
    refuse (self, event, _("there is a fees notice already; this one is not counted"));
}

static void
take_fee (FoiEventLog *self, const Event *event)
{
  if (self->clock.fees_notice == FOI_DATE_NONE)
    refuse (self, event, _("there is no fees notice before it"));
  else if (self->clock.fee_received != FOI_DATE_NONE)
    refuse (self, event, _("the fee was there already"));
  else
    self->clock.fee_received = event->date;
}

static void
take_extended (FoiEventLog *self, const Event *event)
{
  if (self->notified == FOI_DATE_NONE)
    {
      self->notified = event->date;
      self->notified_position = event->position;
    }
  if (self->until == FOI_DATE_NONE || event->until > self->until)
    {
      self->until = event->until;
      self->until_position = event->position;
    }
}

static void
take_issued (FoiEventLog *self, const Event *event)
{
  if (self->issued == FOI_DATE_NONE)
    self->issued = event->date;
}

static void
take_withdrawn (FoiEventLog *self, const Event *event)
{
  if (self->issued == FOI_DATE_NONE)
    self->withdrew_none = event->date;
  self->issued = FOI_DATE_NONE;
}

/* What was answered cannot be taken back any more. */
static void
take_request_withdrawn (FoiEventLog *self, const Event *event)
{
  if (self->issued != FOI_DATE_NONE)
    refuse (self, event, _("the request was answered before"));
  else if (self->request_withdrawn != FOI_DATE_NONE)
    refuse (self, event, _("the request was withdrawn already"));
  else
    self->request_withdrawn = event->date;
}

static void
take_review_asked (FoiEventLog *self, const Event *event)
{
  self->review_asked = event->date;
  self->reviewed = self->review_withdrawn = FOI_DATE_NONE;
}

/* The first end of a review counts: who wants another asks for it, and a corrected letter does not
 * make it late. */
static void
take_reviewed (FoiEventLog *self, const Event *event)
{
  if (self->review_asked == FOI_DATE_NONE)
    refuse (self, event, _("no review was asked for before"));
  else if (self->review_withdrawn != FOI_DATE_NONE)
    refuse (self, event, _("the requester withdrew the review before"));
  else if (self->reviewed == FOI_DATE_NONE)
    self->reviewed = event->date;
}

/* What was answered cannot be taken back any more. */
static void
take_review_withdrawn (FoiEventLog *self, const Event *event)
{
  if (self->review_asked == FOI_DATE_NONE)
    refuse (self, event, _("no review was asked for before"));
  else if (self->reviewed != FOI_DATE_NONE)
    refuse (self, event, _("the review was answered before"));
  else if (self->review_withdrawn != FOI_DATE_NONE)
    refuse (self, event, _("the requester withdrew the review before"));
  else
    self->review_withdrawn = event->date;
}

/* What is written again while it runs is the same one. */
static void
take_complaint (FoiEventLog *self, const Event *event)
{
  if (self->complained == FOI_DATE_NONE || self->complaint_closed != FOI_DATE_NONE)
    self->complained = event->date;
  self->complaint_closed = FOI_DATE_NONE;
}

static void
take_complaint_closed (FoiEventLog *self, const Event *event)
{
  if (self->complained == FOI_DATE_NONE || self->complaint_closed != FOI_DATE_NONE)
    refuse (self, event, _("no complaint to the regulator was open"));
  else
    self->complaint_closed = event->date;
}

static const struct
{
  const char *type;
  void (*take) (FoiEventLog *self, const Event *event);
} takers[] = {
  { "clarification-asked", take_asked },
  { "clarification-received", take_clarified },
  { "fees-notice", take_fees_notice },
  { "fee-received", take_fee },
  { "extended", take_extended },
  { "issued", take_issued },
  { "withdrawn", take_withdrawn },
  { "request-withdrawn", take_request_withdrawn },
  { "review-asked", take_review_asked },
  { "review-answered", take_reviewed },
  { "review-withdrawn", take_review_withdrawn },
  { "complaint", take_complaint },
  { "complaint-closed", take_complaint_closed },
};

static void
take_event (FoiEventLog *self, const Event *event)
{
  for (gsize i = 0; i < G_N_ELEMENTS (takers); i++)
    {
      if (!g_str_equal (takers[i].type, event->type))
        continue;
      if (event->date < self->clock.received)
        refuse (self, event, _("this is before the day of receipt"));
      else
        takers[i].take (self, event);
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return ((const Event *) a)->date - ((const Event *) b)->date;
}

/* By their days: an officer may note them in any order. Those of one day stay as they are. */
static void
read_events (FoiEventLog *self, JsonNode *nodes)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));

  for (guint i = 0; i < foi_json_get_n_elements (nodes); i++)
    {
      JsonNode *node = foi_json_get_element (nodes, i);
      Event event = { foi_json_get_string (node, "type", ""),
                      foi_date_from_iso (foi_json_get_string (node, "date", NULL)),
                      foi_date_from_iso (foi_json_get_string (node, "until", NULL)), i };

      if (event.date != FOI_DATE_NONE)
        g_array_append_val (events, event);
    }
  g_array_sort (events, compare_days);
  for (guint i = 0; i < events->len; i++)
    take_event (self, &g_array_index (events, Event, i));
}

/* A fee that was there before the clock started anew belongs to the time before. */
static void
forget_old_fee (FoiClockEvents *clock)
{
  if (clock->fee_received != FOI_DATE_NONE && clock->fee_received < clock->clarified)
    clock->fees_notice = clock->fee_received = FOI_DATE_NONE;
}

/* ---- closed periods -------------------------------------------------------------------------- */

static void
read_closed (FoiEventLog *self, JsonNode *nodes)
{
  for (guint i = 0; i < foi_json_get_n_elements (nodes); i++)
    {
      JsonNode *node = foi_json_get_element (nodes, i);
      FoiDays days = { foi_date_from_iso (foi_json_get_string (node, "from", NULL)),
                       foi_date_from_iso (foi_json_get_string (node, "to", NULL)) };

      if (days.from != FOI_DATE_NONE && days.from <= days.to)
        g_array_append_val (self->closed, days);
      else if (days.from != FOI_DATE_NONE && days.to != FOI_DATE_NONE)
        g_ptr_array_add (self->misdated, node);
    }
  self->clock.closed = (const FoiDays *) (gconstpointer) self->closed->data;
  self->clock.n_closed = self->closed->len;
}

/**
 * foi_event_log_new:
 * @events: (nullable): the events of a case, in any order
 * @authority: (nullable): its authority, of whose closed periods a school's clock takes notice
 * @received: the day of receipt
 *
 * Reads what happened to a request. An event without a day is none; one that makes no sense moves
 * nothing, and is named in the refusals. Both nodes must outlive the log.
 *
 * Returns: (transfer full): what its clock and its letters go by.
 */
FoiEventLog *
foi_event_log_new (JsonNode *events, JsonNode *authority, FoiDate received)
{
  FoiEventLog *self = g_new (FoiEventLog, 1);

  *self = (FoiEventLog) {
    .clock = { .received = received },
    .closed = g_array_new (FALSE, FALSE, sizeof (FoiDays)),
    .misdated = g_ptr_array_new (),
    .refusals = g_array_new (FALSE, FALSE, sizeof (FoiEventRefusal)),
  };
  read_closed (self, foi_json_get_member (authority, "closed"));
  read_events (self, events);
  forget_old_fee (&self->clock);
  return self;
}

/**
 * foi_event_log_is_review_open:
 *
 * Returns: whether a review was asked for that is neither answered nor withdrawn.
 */
gboolean
foi_event_log_is_review_open (const FoiEventLog *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->review_asked != FOI_DATE_NONE && self->reviewed == FOI_DATE_NONE
         && self->review_withdrawn == FOI_DATE_NONE;
}

/**
 * foi_event_log_extend:
 * @rule: the numbers of the regime, without an extension
 * @most: how many working days the law gives the whole answer at most, more than @rule does
 * @calendar: the regime's working days
 * @due: when the answer is due without an extension
 *
 * Some laws give the whole answer more time (EIR, regulation 7), if the requester is told of it
 * while there still is time (regulation 7(3)).
 *
 * Returns: (transfer full) (nullable): when the answer is due then, at the latest; %NULL where the
 *   requester was not told, or too late.
 */
FoiDeadline *
foi_event_log_extend (FoiEventLog *self, const FoiClockRule *rule, guint most,
                      FoiCalendar *calendar, FoiDate due)
{
  g_return_val_if_fail (self != NULL && rule != NULL && calendar != NULL, NULL);
  g_return_val_if_fail (most > rule->n_days, NULL);

  if (self->notified == FOI_DATE_NONE || self->notified > due)
    return NULL;
  self->clock.extended_by = most - rule->n_days;
  return foi_deadline_compute (&self->clock, rule, calendar);
}

/**
 * foi_event_log_shorten:
 * @deadline: what foi_event_log_extend() gave
 * @due: when the answer was due without an extension
 *
 * Ends it on the day that was given to the requester, unless that is one on which it cannot end:
 * before the answer was due at first, or after the last day that the law allows.
 */
void
foi_event_log_shorten (FoiEventLog *self, FoiDeadline *deadline, FoiDate due)
{
  GArray *days;

  g_return_if_fail (self != NULL && deadline != NULL);

  if (self->until == FOI_DATE_NONE || self->until < due || self->until > deadline->due)
    return;
  days = deadline->days;
  while (days->len > 1 && g_array_index (days, FoiClockDay, days->len - 1).date > self->until)
    g_array_set_size (days, days->len - 1);
  deadline->due = self->until;
  deadline->n_days = g_array_index (days, FoiClockDay, days->len - 1).number;
}

/**
 * foi_event_log_free:
 * @self: (transfer full): a log
 */
void
foi_event_log_free (FoiEventLog *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->closed);
  g_ptr_array_unref (self->misdated);
  g_array_unref (self->refusals);
  g_free (self);
}
