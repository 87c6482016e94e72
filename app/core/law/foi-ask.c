/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ask.h"

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

/* Half of the twenty working days that the law gives; the other half is for the answer. */
#define USUAL_DAYS 10
#define MOST_DAYS 60

/* Nobody finds figures in less. */
#define LEAST_DAYS 3

static const char *const names[] = {
  [FOI_ASK_WAITING] = "waiting",
  [FOI_ASK_LATE] = "late",
  [FOI_ASK_ANSWERED] = "answered",
};

static FoiDate
get_date (JsonNode *object, const char *key)
{
  return foi_date_from_iso (foi_json_get_string (object, key, NULL));
}

/**
 * foi_ask_read:
 * @self: (out): what it says; the texts are @node's
 * @node: (nullable): one of a question's `asked`
 */
void
foi_ask_read (FoiAsk *self, JsonNode *node)
{
  JsonNode *chased = foi_json_get_member (node, "chased");

  g_return_if_fail (self != NULL);

  *self = (FoiAsk) {
    .service = foi_json_get_string (node, "service", ""),
    .contact = foi_json_get_string (node, "contact", ""),
    .asked = get_date (node, "asked"),
    .wanted_by = get_date (node, "wanted_by"),
    .answered = get_date (node, "answered"),
    .n_chased = foi_json_get_n_elements (chased),
    .text = foi_json_get_string (node, "text", ""),
  };
  for (guint i = 0; i < self->n_chased; i++)
    {
      JsonNode *element = foi_json_get_element (chased, i);

      if (foi_json_is_string (element))
        self->chased = MAX (self->chased, foi_date_from_iso (json_node_get_string (element)));
    }
}

/**
 * foi_ask_get_state:
 * @today: the day on which one looks
 *
 * Returns: whether it is waited for still, and for too long. On the day itself nobody is late.
 */
FoiAskState
foi_ask_get_state (const FoiAsk *self, FoiDate today)
{
  g_return_val_if_fail (self != NULL, FOI_ASK_WAITING);

  if (self->answered != FOI_DATE_NONE)
    return FOI_ASK_ANSWERED;
  return self->wanted_by != FOI_DATE_NONE && self->wanted_by < today ? FOI_ASK_LATE
                                                                     : FOI_ASK_WAITING;
}

/**
 * foi_ask_state_to_name:
 *
 * Returns: "waiting", as other programs read it.
 */
const char *
foi_ask_state_to_name (FoiAskState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (names), names[0]);

  return names[state];
}

/**
 * foi_ask_dup_words:
 * @today: the day on which one looks
 *
 * Returns: (transfer full): "Late, wanted by Fri 15 Nov, chased Mon 18 Nov"
 */
char *
foi_ask_dup_words (const FoiAsk *self, FoiDate today)
{
  const FoiAskState state = foi_ask_get_state (self, today);
  g_autofree char *answered = foi_date_to_words_seen (self->answered, today);
  g_autofree char *wanted = foi_date_to_words_seen (self->wanted_by, today);
  g_autofree char *chased = foi_date_to_words_seen (self->chased, today);
  GString *words = g_string_new (NULL);

  if (state == FOI_ASK_ANSWERED)
    g_string_printf (words, _("Answered %s"), answered);
  else
    {
      g_string_assign (words, state == FOI_ASK_LATE ? _("Late") : _("Waiting"));
      if (self->wanted_by != FOI_DATE_NONE)
        g_string_append_printf (words, _(", wanted by %s"), wanted);
      if (self->chased != FOI_DATE_NONE)
        g_string_append_printf (words, _(", chased %s"), chased);
    }
  return g_string_free (words, FALSE);
}

/* The working day of the clock with that number, with what stops the clock; or else its last. */
static FoiDate
find_day (FoiDeadline *deadline, guint number)
{
  FoiDate found = FOI_DATE_NONE;

  for (guint i = 0; i < deadline->days->len; i++)
    {
      const FoiClockDay *day = &g_array_index (deadline->days, FoiClockDay, i);

      if (day->kind != FOI_DAY_COUNTED || day->number > number)
        continue;
      found = day->date;
    }
  return found;
}

/**
 * foi_ask_propose_day:
 * @deadline: (nullable): how the request's time is counted
 * @calendar: (nullable): the working days of its law
 * @profile: (nullable): the authority's profile; its `ask_days` are counted instead of ten
 * @asked: the day on which the service is asked
 *
 * Works out by when an answer can be wanted: by working day 10 of the request's clock. Who is asked
 * late gets three working days, but none after the day on which the request must be answered.
 *
 * Returns: the day; none where the clock or all bank holidays on the way are not known.
 */
FoiDate
foi_ask_propose_day (FoiDeadline *deadline, FoiCalendar *calendar, JsonNode *profile, FoiDate asked)
{
  const gint64 own = foi_json_get_integer (profile, "ask_days", 0);
  const guint n = own > 0 ? (guint) MIN (own, MOST_DAYS) : USUAL_DAYS;
  gboolean certain = FALSE;
  FoiDate least, proposed;

  if (deadline == NULL || calendar == NULL || asked == FOI_DATE_NONE)
    return FOI_DATE_NONE;
  least = foi_deadline_add_working_days (asked, LEAST_DAYS, calendar, &certain);
  if (!certain || !foi_calendar_is_known (calendar, deadline->start))
    return FOI_DATE_NONE;
  proposed = MAX (find_day (deadline, n), least);
  if (deadline->due >= asked && proposed > deadline->due)
    proposed = deadline->due;
  return proposed;
}
