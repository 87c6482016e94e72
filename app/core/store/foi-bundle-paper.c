/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-bundle-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-ask.h"
#include "foi-block-writer.h"
#include "foi-case-clock.h"
#include "foi-case-event.h"
#include "foi-case-review.h"
#include "foi-case-status.h"
#include "foi-estimate.h"
#include "foi-json-edit.h"
#include "foi-sent-files.h"

typedef struct
{
  FoiBlockWriter writer;
  FoiCaseState  *state;
  FoiBrief      *brief;
  FoiRules      *rules;
  FoiHolidays   *holidays;
  FoiDate        today;
  GPtrArray     *made;     /* (nullable): of letters that were made anew */
  char          *disposed; /* (nullable): when, in words */
} Writing;

/* ---- what it is ------------------------------------------------------------------------------ */

static char *
dup_day (FoiDate date)
{
  return date != FOI_DATE_NONE ? foi_date_to_words (date) : g_strdup ("");
}

static char *
dup_disposed (FoiCaseState *state)
{
  const FoiDate day = foi_date_from_iso (foi_case_state_get_string (state, "disposed/date"));

  return day != FOI_DATE_NONE ? foi_date_to_words (day) : NULL;
}

/* What the program itself took out is no change that anybody made to the answer. */
static void
add_disposed (Writing *self)
{
  g_autofree char *words = NULL;

  if (self->disposed == NULL)
    return;
  words = g_strdup_printf (_("The case was disposed of on %s, because it was old: who asked, the "
                             "request in its own words, what was withheld, the officers’ notes and "
                             "the attachments were removed for good."), self->disposed);
  foi_block_writer_add_paragraph (&self->writer, words);
}

static void
add_about (Writing *self)
{
  g_autofree char *today = dup_day (self->today);
  g_autofree char *made = g_strdup_printf (_("Made on %s from the case file."), today);

  foi_block_writer_add_paragraph (&self->writer, made);
  foi_block_writer_add_paragraph (
    &self->writer,
    self->disposed != NULL
      ? _("This bundle is for the regulator who decides on a complaint, and not to be published. "
          "It contains who approved and sent the letters.")
      : _("This bundle is for the regulator who decides on a complaint, and not to be published. "
          "It contains the requester’s name and contact details, the request in its own words, and "
          "who approved and sent the letters."));
  add_disposed (self);
  foi_block_writer_add_paragraph (
    &self->writer,
    _("It does not contain what was withheld, nor the officers’ notes. The regulator may see "
      "what was withheld: give it to them separately, when they ask for it."));
}

static void
add_fact (Writing *self, FoiBlock *list, const char *name, const char *value)
{
  /* Translators: what is told, and its value. */
  g_autofree char *words = g_strdup_printf (_("%s: %s"), name, value != NULL ? value : "");

  if (value != NULL && value[0] != '\0')
    foi_block_writer_add_item (&self->writer, list, words);
}

static void
add_facts (Writing *self)
{
  const char *regime = foi_case_state_get_string (self->state, "regime");
  const char *received = foi_case_state_get_string (self->state, "request/received");
  g_autofree char *day = dup_day (foi_date_from_iso (received));
  JsonNode *address = foi_case_state_get_node (self->state, "request/requester/address");
  FoiBlock *list = foi_block_writer_new_list (&self->writer);

  foi_block_writer_add_heading (&self->writer, _("The case"));
  add_fact (self, list, _("Reference"), foi_case_state_get_string (self->state, "/id"));
  add_fact (self, list, _("Subject"), foi_case_state_get_string (self->state, "/title"));
  add_fact (self, list, _("Authority"), foi_case_state_get_string (self->state, "authority/name"));
  add_fact (self, list, _("Law"), foi_rules_get_act_title (self->rules, regime));
  add_fact (self, list, _("Received"), day);
  add_fact (self, list, _("State"),
            foi_case_status_to_words (foi_case_state_get_status (self->state)));
  add_fact (self, list, _("Requester"),
            foi_case_state_get_string (self->state, "request/requester/name"));
  add_fact (self, list, _("Organisation"),
            foi_case_state_get_string (self->state, "request/requester/organisation"));
  add_fact (self, list, _("E-mail"),
            foi_case_state_get_string (self->state, "request/requester/email"));
  for (guint i = 0; i < foi_json_get_n_elements (address); i++)
    {
      JsonNode *line = foi_json_get_element (address, i);

      if (foi_json_is_string (line))
        add_fact (self, list, _("Address"), json_node_get_string (line));
    }
  foi_block_writer_take_list (&self->writer, list);
}

static void
add_request (Writing *self)
{
  const char *text = foi_case_state_get_string (self->state, "request/text");

  foi_block_writer_add_heading (&self->writer, _("The request, as it was received"));
  if (text != NULL && text[strspn (text, " \t\r\n")] != '\0')
    foi_block_writer_add_text (&self->writer, FOI_BLOCK_ASKED, text);
  else
    foi_block_writer_add_paragraph (&self->writer, _("The case does not have its words any more."));
}

/* ---- the story and the clock ----------------------------------------------------------------- */

static void
add_story (Writing *self)
{
  JsonNode *events = foi_case_state_get_node (self->state, "events");
  FoiBlock *list = foi_block_writer_new_list (&self->writer);

  foi_block_writer_add_heading (&self->writer, _("What happened"));
  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    {
      JsonNode *event = foi_json_get_element (events, i);
      g_autofree char *day
        = dup_day (foi_date_from_iso (foi_json_get_string (event, "date", NULL)));
      const FoiDate until = foi_date_from_iso (foi_json_get_string (event, "until", NULL));
      g_autofree char *end = dup_day (until);
      const char *what = foi_event_type_to_words (foi_json_get_string (event, "type", ""));
      g_autofree char *words
        = until != FOI_DATE_NONE
            /* Translators: a day, what happened on it, and until when it extends. */
            ? g_strdup_printf (_("%s: %s, until %s"), day, what, end)
            /* Translators: a day, and what happened on it. */
            : g_strdup_printf (_("%s: %s"), day, what);

      foi_block_writer_add_item (&self->writer, list, words);
    }
  if (!foi_block_writer_take_list (&self->writer, list))
    foi_block_writer_add_paragraph (&self->writer, _("The case notes nothing."));
}

static char *
dup_why (const FoiClockDay *day, FoiCalendar *calendar)
{
  switch (day->kind)
    {
    case FOI_DAY_RECEIPT:
      return g_strdup (_("Receipt: not counted"));
    case FOI_DAY_COUNTED:
      return g_strdup (_("Working day"));
    case FOI_DAY_WEEKEND:
      return g_strdup (_("Weekend"));
    case FOI_DAY_HOLIDAY:
      return g_strdup (foi_calendar_get_holiday (calendar, day->date));
    case FOI_DAY_PAUSED:
      return g_strdup (_("Waiting for the fee"));
    case FOI_DAY_CLOSED:
    default:
      return g_strdup (_("The school is closed"));
    }
}

static void
add_days (Writing *self, const FoiCaseClock *clock, const char *title)
{
  const char *headings[] = { _("Day"), _("What it is"), _("Counted") };
  FoiWrittenTable table;

  foi_written_table_begin (&table, title, headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < clock->deadline->days->len; i++)
    {
      const FoiClockDay *day = &g_array_index (clock->deadline->days, FoiClockDay, i);
      g_autofree char *date = foi_date_to_words_with_weekday (day->date);
      g_autofree char *why = dup_why (day, clock->calendar);
      g_autofree char *number = day->kind == FOI_DAY_COUNTED
                                  ? g_strdup_printf ("%u", day->number) : g_strdup ("");
      const char *cells[] = { date, why != NULL ? why : "", number };

      foi_written_table_add_row (&table, cells);
    }
  foi_block_writer_take_table (&self->writer, &table);
}

static void
add_clock (Writing *self, FoiCaseState *state, const char *heading, const char *title)
{
  g_autoptr (FoiCaseClock) clock = foi_case_clock_new (state, self->rules, self->holidays);
  g_autofree char *due = dup_day (clock->due), *since = dup_day (clock->since), *words = NULL;

  foi_block_writer_add_heading (&self->writer, heading);
  if (clock->deadline == NULL)
    {
      foi_block_writer_add_paragraph (&self->writer,
                                      _("By when it was due cannot be told of this case."));
      return;
    }
  if (clock->phase == FOI_CLOCK_ANSWERED || clock->phase == FOI_CLOCK_REVIEWED)
    words = g_strdup_printf (_("Due by %s. Answered on %s, %s."), due, since,
                             clock->since <= clock->due ? _("in time") : _("late"));
  else if (clock->due != FOI_DATE_NONE)
    words = g_strdup_printf (_("Due by %s. Not answered yet."), due);
  if (words != NULL)
    foi_block_writer_add_paragraph (&self->writer, words);
  for (guint i = 0; i < clock->problems->len; i++)
    foi_block_writer_add_paragraph (&self->writer, clock->problems->pdata[i]);
  add_days (self, clock, title);
}

static void
add_clocks (Writing *self)
{
  g_autoptr (FoiCaseState) answered = foi_case_state_without_review (self->state);
  g_autoptr (FoiCaseClock) clock = foi_case_clock_new (self->state, self->rules, self->holidays);

  add_clock (self, answered, _("The time for the answer, day by day"),
             _("The days that were counted for the answer"));
  if (clock->phase == FOI_CLOCK_REVIEW || clock->phase == FOI_CLOCK_REVIEWED)
    add_clock (self, self->state, _("The time for the internal review, day by day"),
               _("The days that were counted for the internal review"));
}

/* ---- questions ------------------------------------------------------------------------------- */

static char *
join_days (JsonNode *days)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (days); i++)
    {
      JsonNode *node = foi_json_get_element (days, i);
      g_autofree char *day
        = dup_day (foi_json_is_string (node) ? foi_date_from_iso (json_node_get_string (node))
                                             : FOI_DATE_NONE);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", day);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_asked_of (FoiWrittenTable *table, JsonNode *questions)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *asked = foi_json_get_member (question, "asked");

      for (guint j = 0; j < foi_json_get_n_elements (asked); j++)
        {
          JsonNode *node = foi_json_get_element (asked, j);
          g_autofree char *chased = join_days (foi_json_get_member (node, "chased"));
          g_autofree char *first = NULL, *wanted = NULL, *answered = NULL;
          FoiAsk ask;

          foi_ask_read (&ask, node);
          first = dup_day (ask.asked);
          wanted = dup_day (ask.wanted_by);
          answered = dup_day (ask.answered);
          foi_written_table_add_row (
            table, (const char *const[]) { foi_json_get_string (question, "number", ""),
                                           ask.service, first, wanted, chased, answered });
        }
      add_asked_of (table, foi_json_get_member (question, "parts"));
    }
}

static void
add_asks (Writing *self)
{
  const char *headings[] = { _("Question"), _("Service"), _("Asked"), _("Wanted by"),
                             _("Reminded"), _("Answered") };
  FoiWrittenTable table;

  foi_block_writer_add_heading (&self->writer, _("Services that were asked"));
  foi_written_table_begin (&table, _("Who was asked, and reminded"), headings,
                           G_N_ELEMENTS (headings));
  add_asked_of (&table, foi_case_state_get_node (self->state, "questions"));
  if (!foi_block_writer_take_table (&self->writer, &table))
    foi_block_writer_add_paragraph (&self->writer, _("The case notes none."));
}

/* What the work of one question was estimated to be. */
static void
add_estimate (Writing *self, JsonNode *question)
{
  const char *headings[] = { _("Work"), _("In what"), _("How many"), _("Hours in all") };
  JsonNode *rows = foi_json_get_member (foi_json_get_member (question, "estimate"), "rows");
  g_autofree char *title
    = g_strdup_printf (_("The estimate of Question %s"),
                       foi_json_get_string (question, "number", ""));
  gint64 minutes = 0;
  g_autofree char *hours = NULL, *words = NULL;
  FoiWrittenTable table;

  if (foi_json_get_n_elements (rows) == 0)
    return;
  foi_written_table_begin (&table, title, headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < foi_json_get_n_elements (rows); i++)
    {
      JsonNode *row = foi_json_get_element (rows, i);
      g_autofree char *count
        = g_strdup_printf ("%" G_GINT64_FORMAT " %s", foi_json_get_integer (row, "count", 0),
                           foi_json_get_string (row, "unit", ""));
      const gint64 each = foi_estimate_get_row_minutes (row);
      g_autofree char *all = foi_estimate_dup_hours (each);
      const char *activity = foi_json_get_string (row, "activity", NULL);
      const char *cells[] = { foi_estimate_activity_to_words (activity),
                              foi_json_get_string (row, "system", ""), count, all };

      minutes += each;
      foi_written_table_add_row (&table, cells);
    }
  foi_block_writer_take_table (&self->writer, &table);
  hours = foi_estimate_dup_hours (minutes);
  words = g_strdup_printf (_("In all: %s."), hours);
  foi_block_writer_add_paragraph (&self->writer, words);
}

static void
add_estimates_of (Writing *self, JsonNode *questions)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);

      add_estimate (self, question);
      add_estimates_of (self, foi_json_get_member (question, "parts"));
    }
}

static void
add_estimates (Writing *self)
{
  const guint n_tables = self->writer.n_tables;

  foi_block_writer_add_heading (&self->writer, _("Estimates of the cost"));
  add_estimates_of (self, foi_case_state_get_node (self->state, "questions"));
  if (self->writer.n_tables == n_tables)
    foi_block_writer_add_paragraph (&self->writer, _("The case has none."));
}

/* ---- letters --------------------------------------------------------------------------------- */

/* With what was cut out of both, no comparison tells what anybody changed. */
static void
add_changes_disposed (Writing *self)
{
  g_autofree char *words
    = g_strdup_printf (_("What tells who asked was taken out of the case and of its letters on %s: "
                         "the files here are not those that were sent, and have other hashes. What "
                         "else changed cannot be told any more."), self->disposed);

  foi_block_writer_add_paragraph (&self->writer, words);
}

static void
add_changes (Writing *self)
{
  g_autoptr (GPtrArray) changes = foi_bundle_list_changes (self->brief, self->rules);
  g_autoptr (GPtrArray) others = foi_sent_files_list_changes (self->state);
  FoiBlock *list = foi_block_writer_new_list (&self->writer);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    foi_block_writer_add_item (&self->writer, list, changes->pdata[i]);
  for (guint i = 0; i < others->len; i++)
    foi_block_writer_add_item (&self->writer, list, others->pdata[i]);
  if (!foi_block_writer_take_list (&self->writer, list))
    foi_block_writer_add_paragraph (&self->writer,
                                    changes != NULL
                                      ? _("Nothing.")
                                      : _("No answer was issued with this program."));
}

static void
add_letters (Writing *self)
{
  foi_bundle_add_letters (&self->writer, self->state, self->today, self->made);
  foi_block_writer_add_heading (&self->writer, _("What changed since the answer was sent"));
  if (self->disposed != NULL)
    add_changes_disposed (self);
  else
    add_changes (self);
}

/**
 * foi_bundle_paper_new:
 * @today: the day on which it is made
 * @made: (nullable) (element-type utf8): the SHA-256 of each issued letter's PDF as it is made now
 *
 * Writes down what a regulator needs who decides on a complaint: the request, what happened, how
 * its time was counted day by day, who was asked, estimates, approvals, the letters as they were
 * sent with their hashes, and what changed since. It is made of what may leave the building, of
 * who asked, and of who approved and sent; never of what is withheld, or of notes.
 *
 * Returns: (transfer full): it, as a letter that is never issued.
 */
FoiLetter *
foi_bundle_paper_new (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays, FoiDate today,
                      GPtrArray *made)
{
  Writing self = { .state = state, .rules = rules, .holidays = holidays, .today = today,
                   .made = made };
  const char *reference;
  FoiLetter *paper;
  g_autoptr (FoiBrief) brief = NULL;
  g_autofree char *disposed = NULL;

  g_return_val_if_fail (state != NULL && rules != NULL && holidays != NULL, NULL);

  reference = foi_case_state_get_string (state, "/id");
  self.brief = brief = foi_case_state_publish (state);
  self.disposed = disposed = dup_disposed (state);
  paper = foi_letter_new ();
  self.writer = (FoiBlockWriter) { .letter = paper, .prefix = "bundle" };
  paper->id = g_strdup ("bundle");
  paper->reference = g_strdup (reference != NULL ? reference : "");
  paper->title = g_strdup_printf (_("Complaint bundle: %s"), paper->reference);
  paper->author = g_strdup (foi_case_state_get_string (state, "authority/name"));
  paper->language = g_strdup ("en-GB");
  paper->date = foi_date_to_iso (today);
  foi_block_writer_add_heading (&self.writer, paper->title);
  add_about (&self);
  add_facts (&self);
  add_request (&self);
  add_story (&self);
  add_clocks (&self);
  add_asks (&self);
  add_estimates (&self);
  foi_bundle_add_approvals (&self.writer, state, brief);
  add_letters (&self);
  return paper;
}
