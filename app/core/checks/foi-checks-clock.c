/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-clock.h"
#include "foi-json-edit.h"

/* The day by which the letter was due. */

static gboolean
is_extended (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (((FoiCheckQuestion *) self->questions->pdata[i])->outcome == FOI_OUTCOME_EXTENDED)
      return TRUE;
  return FALSE;
}

/* The last day for the letter, or none: a letter that extends the time is due before that. */
static FoiDate
find_due (FoiCheck *self)
{
  g_autoptr (FoiCaseClock) clock = foi_case_clock_new (self->state, self->rules, self->holidays);

  if (!clock->certain
      || (clock->phase != FOI_CLOCK_RUNNING && clock->phase != FOI_CLOCK_EXTENDED))
    return FOI_DATE_NONE;
  if (is_extended (self))
    return clock->notice_due;
  return foi_calendar_is_known (clock->calendar, clock->extended_to)
           ? MAX (clock->due, clock->extended_to) : clock->due;
}

static gboolean
apologises (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (_foi_check_says (self, self->questions->pdata[i], "apology"))
      return TRUE;
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const FoiCheckText *text = self->paragraphs->pdata[i];

      if (foi_check_words_find (self->words, "apology", text->masked,
                                (FoiRange) { 0, strlen (text->masked) }, NULL))
        return TRUE;
    }
  return FALSE;
}

/* A letter that was sent on another day than it says. */
static void
check_sent (FoiCheck *self)
{
  JsonNode *issued = foi_brief_get_issued (self->brief);
  g_autofree char *place = g_strdup_printf ("letters/%s/date", self->letter_id);

  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *letter = foi_json_get_element (issued, i);
      FoiDate sent = foi_date_from_iso (foi_json_get_string (letter, "date", NULL));
      FoiDate printed = foi_date_from_iso (foi_case_state_get_string (self->state, place));
      g_autofree char *message = NULL, *a = NULL, *b = NULL;

      if (g_strcmp0 (foi_json_get_string (letter, "letter", NULL), self->letter_id) != 0
          || foi_json_get_member (letter, "withdrawn") != NULL || printed == FOI_DATE_NONE
          || sent <= printed)
        continue;
      a = foi_date_to_words (sent);
      b = foi_date_to_words (printed);
      message = g_strdup_printf (_("The letter was sent on %s, but bears the date %s."), a, b);
      _foi_check_add (self, self->regime, place, message,
                      _("The time for a review runs from the day on which it was sent."));
    }
}

/* _foi_check_due: the answer is in time, or says that it is late. */
void
_foi_check_due (FoiCheck *self)
{
  FoiDate last = find_due (self);
  g_autofree char *due = NULL, *day = NULL, *message = NULL, *place = NULL;

  check_sent (self);
  if (last == FOI_DATE_NONE || self->day <= last || apologises (self))
    return;
  due = foi_date_to_words (last);
  day = foi_date_to_words (self->day);
  message = g_strdup_printf (_("The answer was due on %s. On %s it is late."), due, day);
  place = g_strdup_printf ("letters/%s/date", self->letter_id);
  _foi_check_add (self, self->regime, place, message,
                  _("Send it now, and say in the letter that you are sorry for the delay."));
}
