/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <glib/gi18n-lib.h>

#include "foi-case-clock.h"
#include "foi-case-event.h"
#include "foi-json-edit.h"

/* Days on which what the case says cannot have happened. */

static const char *
get_fix (void)
{
  return _("Correct the day: due dates, letters and statistics go by it.");
}

static FoiDate
get_day (JsonNode *node, const char *member)
{
  return foi_date_from_iso (foi_json_get_string (node, member, NULL));
}

/* @words is what happened; @first the day before which it cannot have, which is that of @after;
 * @last that after which it cannot either, or none. */
static void
check_day_until (FoiCheck *self, FoiDate day, FoiDate last, const char *words, const char *place,
                 FoiDate first, const char *after)
{
  g_autofree char *said = NULL, *since = NULL, *message = NULL;

  if (day == FOI_DATE_NONE)
    return;
  said = foi_date_to_words (day);
  since = first != FOI_DATE_NONE ? foi_date_to_words (first) : NULL;
  if (first != FOI_DATE_NONE && day < first)
    /* Translators: what happened, and when; then what happened before it, and when. */
    message = g_strdup_printf (_("%s: %s is before %s (%s)."), words, said, after, since);
  else if (last != FOI_DATE_NONE && day > last)
    message = g_strdup_printf (_("%s: %s is yet to come."), words, said);
  if (message != NULL)
    _foi_check_add (self, self->regime, place, message, get_fix ());
}

static void
check_day (FoiCheck *self, FoiDate day, const char *words, const char *place, FoiDate first,
           const char *after)
{
  check_day_until (self, day, self->today, words, place, first, after);
}

static void
check_events (FoiCheck *self, FoiDate received)
{
  JsonNode *events = foi_case_state_get_node (self->state, "events");

  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    {
      JsonNode *event = foi_json_get_element (events, i);
      const char *type = foi_json_get_string (event, "type", "");
      g_autofree char *place = g_strdup_printf ("events/#%u/date", i);
      g_autofree char *until_place = g_strdup_printf ("events/#%u/until", i);
      const FoiDate day = get_day (event, "date"), until = get_day (event, "until");

      check_day (self, day, foi_event_type_to_words (type), place, received,
                 _("the day of receipt"));
      /* It is there to be in the future. */
      if (until != FOI_DATE_NONE && day != FOI_DATE_NONE && until < day)
        check_day (self, until, _("End of the extension"), until_place, day,
                   _("the day on which it was notified"));
    }
}

static void
check_issued (FoiCheck *self, FoiDate received)
{
  JsonNode *issued = foi_case_state_get_node (self->state, "issued");
  const FoiDate last = self->today == FOI_DATE_NONE
                         ? FOI_DATE_NONE
                         : foi_case_clock_find_last_letter_day (self->state, self->rules,
                                                                self->holidays, self->today);

  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *letter = foi_json_get_element (issued, i);
      g_autofree char *place = g_strdup_printf ("issued/#%u/date", i);
      g_autofree char *withdrawn = g_strdup_printf ("issued/#%u/withdrawn/date", i);

      check_day_until (self, get_day (letter, "date"), last, _("Letter issued"), place, received,
                       _("the day of receipt"));
      check_day (self, get_day (foi_json_get_member (letter, "withdrawn"), "date"),
                 _("Letter withdrawn"), withdrawn, get_day (letter, "date"),
                 _("the day on which it was issued"));
    }
}

/* A draft may bear a day that is yet to come: that on which it is to go. */
static void
check_letters (FoiCheck *self, FoiDate received)
{
  JsonNode *letters = foi_case_state_get_node (self->state, "letters");

  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);
      const FoiDate day = get_day (letter, "date");
      g_autofree char *place
        = g_strdup_printf ("letters/%s/date", foi_json_get_string (letter, "id", ""));

      if (day < received)
        check_day (self, day, _("Date of the letter"), place, received, _("the day of receipt"));
    }
}

static void
check_ask (FoiCheck *self, JsonNode *ask, const char *where, FoiDate received)
{
  JsonNode *chased = foi_json_get_member (ask, "chased");
  const FoiDate asked = get_day (ask, "asked");
  const FoiDate wanted = get_day (ask, "wanted_by");
  const FoiDate since = asked != FOI_DATE_NONE ? asked : received;
  const char *day_asked = _("the day on which it was asked");
  g_autofree char *asked_place = g_strconcat (where, "/asked", NULL);
  g_autofree char *answered_place = g_strconcat (where, "/answered", NULL);
  g_autofree char *wanted_place = g_strconcat (where, "/wanted_by", NULL);

  check_day (self, asked, _("Service asked"), asked_place, received, _("the day of receipt"));
  check_day (self, get_day (ask, "answered"), _("Service answered"), answered_place, since,
             day_asked);
  if (wanted != FOI_DATE_NONE && wanted < since)
    check_day (self, wanted, _("Answer of the service wanted by"), wanted_place, since, day_asked);
  for (guint i = 0; i < foi_json_get_n_elements (chased); i++)
    {
      JsonNode *day = foi_json_get_element (chased, i);
      g_autofree char *place = g_strdup_printf ("%s/chased/#%u", where, i);

      if (foi_json_is_string (day))
        check_day (self, foi_date_from_iso (json_node_get_string (day)), _("Service chased"),
                   place, since, day_asked);
    }
}

static void
check_questions (FoiCheck *self, JsonNode *questions, const char *where, FoiDate received)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *asked = foi_json_get_member (question, "asked");
      g_autofree char *place
        = g_strconcat (where, "/", foi_json_get_string (question, "id", ""), NULL);
      g_autofree char *approved = g_strconcat (place, "/approved/date", NULL);
      g_autofree char *parts = g_strconcat (place, "/parts", NULL);

      check_day (self, get_day (foi_json_get_member (question, "approved"), "date"),
                 _("Answer approved"), approved, received, _("the day of receipt"));
      for (guint k = 0; k < foi_json_get_n_elements (asked); k++)
        {
          g_autofree char *ask = g_strdup_printf ("%s/asked/#%u", place, k);

          check_ask (self, foi_json_get_element (asked, k), ask, received);
        }
      check_questions (self, foi_json_get_member (question, "parts"), parts, received);
    }
}

/* _foi_check_dates: nothing happened before the request was there, before what it follows, or on a
 * day that is yet to come. */
void
_foi_check_dates (FoiCheck *self)
{
  const FoiDate received
    = foi_date_from_iso (foi_case_state_get_string (self->state, "request/received"));

  check_day (self, received, _("Request received"), "request/received", FOI_DATE_NONE, NULL);
  check_events (self, received);
  check_issued (self, received);
  check_letters (self, received);
  check_questions (self, foi_case_state_get_node (self->state, "questions"), "questions",
                   received);
}

static gboolean
is_told (FoiCheck *self, const char *place)
{
  for (guint i = 0; i < self->findings->len; i++)
    if (g_strcmp0 (((FoiFinding *) self->findings->pdata[i])->place, place) == 0)
      return TRUE;
  return FALSE;
}

/* _foi_check_events: each event does what it is there for: an extension that comes too late moves
 * no day (FOIA, section 17(1); EIR, regulation 7(3)). */
void
_foi_check_events (FoiCheck *self)
{
  g_autoptr (FoiCaseClock) clock = foi_case_clock_new (self->state, self->rules, self->holidays);

  for (guint i = 0; i < clock->problems->len; i++)
    {
      const char *place = clock->problem_places->pdata[i];
      g_autofree char *message = NULL;

      if (place == NULL || is_told (self, place))
        continue;
      message = g_strconcat (clock->problems->pdata[i], ".", NULL);
      _foi_check_add (self, self->regime, place, message,
                      _("Correct it, or take it out: as it stands it does not do what it is there "
                        "for."));
    }
}
