/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-answered.h"

#include "foi-case-status.h"
#include "foi-json-edit.h"
#include "foi-letter-kind.h"

/* An answer that went out and stands. */
typedef struct
{
  FoiDate     date;
  const char *question; /* the one that it answers; %NULL for all */
} Answer;

/* An event that no letter of the case accounts for: what it tells went another way. */
typedef struct
{
  FoiDate     date;
  const char *type, *question;
  gboolean    is_letters;
} Event;

static FoiDate
get_date (JsonNode *node)
{
  return foi_date_from_iso (foi_json_get_string (node, "date", NULL));
}

/* ---- what the events say --------------------------------------------------------------------- */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return ((const Event *) a)->date - ((const Event *) b)->date;
}

/* By their days; those of one day stay as they are. */
static GArray *
read_events (FoiCaseState *self)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));
  JsonNode *nodes = foi_case_state_get_node (self, "events");
  const FoiDate received
    = foi_date_from_iso (foi_case_state_get_string (self, "request/received"));

  for (guint i = 0; i < foi_json_get_n_elements (nodes); i++)
    {
      JsonNode *node = foi_json_get_element (nodes, i);
      const char *question = foi_json_get_string (node, "question", "");
      const Event event = { get_date (node), foi_json_get_string (node, "type", ""),
                            question[0] != '\0' ? question : NULL, FALSE };

      if (event.date != FOI_DATE_NONE && event.date >= received)
        g_array_append_val (events, event);
    }
  g_array_sort (events, compare_days);
  return events;
}

/* Returns: whether there is an event that tells what a letter tells; of one without a day, any. */
static gboolean
account_for (GArray *events, const char *type, FoiDate date)
{
  for (guint i = 0; i < events->len; i++)
    {
      Event *event = &g_array_index (events, Event, i);

      if (!event->is_letters && (date == FOI_DATE_NONE || event->date == date)
          && g_strcmp0 (event->type, type) == 0)
        {
          event->is_letters = TRUE;
          return TRUE;
        }
    }
  return FALSE;
}

/* What is issued here or taken back stands among the events as well; an acknowledgement as one, or
 * only as a letter that was issued. */
static void
account_for_letter (FoiCaseState *self, GArray *events, JsonNode *record)
{
  g_autofree char *path = g_strconcat ("letters/", foi_json_get_string (record, "letter", ""),
                                       "/type", NULL);
  const FoiLetterKind *kind = foi_letter_kind_find (foi_case_state_get_string (self, path));
  JsonNode *withdrawn = foi_json_get_member (record, "withdrawn");

  if (withdrawn != NULL)
    account_for (events, "withdrawn", get_date (withdrawn));
  if (kind == NULL || !account_for (events, kind->event, get_date (record)))
    account_for (events, "issued", get_date (record));
}

/* That a letter was taken back, and of no letter in the case, is of all that went out before. */
static void
add_events (GArray *answers, GArray *events)
{
  const guint n_letters = answers->len;

  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      const Answer answer = { event->date, event->question };

      if (event->is_letters)
        continue;
      if (g_str_equal (event->type, "issued"))
        g_array_append_val (answers, answer);
      else if (g_str_equal (event->type, "withdrawn"))
        g_array_set_size (answers, n_letters);
    }
}

/* ---- the answers ----------------------------------------------------------------------------- */

static GArray *
list_answers (FoiCaseState *self)
{
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (Answer));
  g_autoptr (GArray) events = read_events (self);
  JsonNode *issued = foi_case_state_get_node (self, "issued");

  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *record = foi_json_get_element (issued, i);
      const Answer answer = { get_date (record), NULL };

      account_for_letter (self, events, record);
      if (answer.date != FOI_DATE_NONE && foi_case_state_is_answer (self, record))
        g_array_append_val (answers, answer);
    }
  add_events (answers, events);
  return answers;
}

/* A question is answered with the whole request, by itself, or by all of its parts. */
static FoiDate
find_question_answered (GArray *answers, JsonNode *question)
{
  const char *id = foi_json_get_string (question, "id", "");
  JsonNode *parts = foi_json_get_member (question, "parts");
  FoiDate first = FOI_DATE_NONE, of_parts = FOI_DATE_NONE;

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = &g_array_index (answers, Answer, i);

      if ((answer->question == NULL || g_str_equal (answer->question, id))
          && (first == FOI_DATE_NONE || answer->date < first))
        first = answer->date;
    }
  for (guint i = 0; i < foi_json_get_n_elements (parts); i++)
    {
      const FoiDate date = find_question_answered (answers, foi_json_get_element (parts, i));

      if (date == FOI_DATE_NONE)
        return first;
      of_parts = MAX (of_parts, date);
    }
  if (of_parts == FOI_DATE_NONE || (first != FOI_DATE_NONE && first < of_parts))
    return first;
  return of_parts;
}

static FoiDate
find_whole (GArray *answers, JsonNode *questions)
{
  FoiDate whole = FOI_DATE_NONE;

  /* A case that lists none has one answer for whatever was asked. */
  if (foi_json_get_n_elements (questions) == 0)
    return find_question_answered (answers, NULL);
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      const FoiDate date
        = find_question_answered (answers, foi_json_get_element (questions, i));

      if (date == FOI_DATE_NONE)
        return FOI_DATE_NONE;
      whole = MAX (whole, date);
    }
  return whole;
}

/**
 * foi_case_state_get_answered:
 * @self: a case
 * @which: the day that is asked for
 *
 * Looks at the letters issued that stand, and at the events that tell of answers which went another
 * way: these may be of one question, and then the request is answered with the last of them.
 *
 * Returns: the day on which it was answered, or none.
 */
FoiDate
foi_case_state_get_answered (FoiCaseState *self, FoiAnswered which)
{
  g_autoptr (GArray) answers = NULL;
  FoiDate last = FOI_DATE_NONE;

  g_return_val_if_fail (self != NULL, FOI_DATE_NONE);

  answers = list_answers (self);
  if (which == FOI_ANSWERED_WHOLE)
    return find_whole (answers, foi_case_state_get_node (self, "questions"));
  for (guint i = 0; i < answers->len; i++)
    last = MAX (last, g_array_index (answers, Answer, i).date);
  return last;
}
