/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-asks.h"

#include <string.h>

#include "foi-case-edits.h"
#include "foi-case-file.h"
#include "foi-case-new.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* A case with two questions, and its editor. */
typedef struct
{
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  const FoiNewCase facts = {
    .reference = "FOI1",
    .received = "2024-10-30",
    .regime = "foia",
    .created = "2024-10-30T09:00:00Z",
    .revision = "0",
  };
  g_autoptr (FoiCaseState) state = foi_case_state_new_case (&facts, NULL);

  fixture->foi_case = foi_case_new (state);
  fixture->editor = foi_case_editor_new (fixture->foi_case);
  foi_case_editor_add_question (fixture->editor, 0, "How many?", "Many", NULL, NULL);
  foi_case_editor_add_question (fixture->editor, 1, "How much?", "Much", NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->foi_case);
}

static char *
dup_asks (Fixture *fixture)
{
  JsonNode *asks = foi_case_state_get_node (foi_case_get_state (fixture->foi_case),
                                            "questions/q1/asked");
  g_autofree char *json = asks != NULL ? json_to_string (asks, FALSE) : g_strdup ("");

  return g_strdelimit (g_steal_pointer (&json), "\"", '\'');
}

/* "+Highways|h@x|DAY|WANTED" asks, "=0|Highways|h@x|DAY|WANTED" changes, "!0|DAY" chases, "?0|DAY"
 * notes an answer, "-0" removes. */
static gboolean
run (Fixture *fixture, const char *command, GError **error)
{
  g_auto (GStrv) words = g_strsplit (command + 1, "|", -1);
  const guint position = (guint) g_ascii_strtoull (words[0], NULL, 10);
  char **about = command[0] == '=' ? words + 1 : words;
  FoiAsk ask = { 0 };

  switch (command[0])
    {
    case '+':
    case '=':
      ask.service = about[0];
      ask.contact = about[1];
      ask.asked = foi_date_from_iso (about[2]);
      ask.wanted_by = foi_date_from_iso (about[3]);
      return command[0] == '+'
               ? foi_case_editor_ask (fixture->editor, "q1", &ask, error)
               : foi_case_editor_set_ask (fixture->editor, "q1", position, &ask, error);
    case '!':
      return foi_case_editor_chase (fixture->editor, "q1", position,
                                    foi_date_from_iso (words[1]), error);
    case '?':
      return foi_case_editor_note_answered (fixture->editor, "q1", position,
                                            foi_date_from_iso (words[1]), error);
    case '-':
      return foi_case_editor_remove_ask (fixture->editor, "q1", position, error);
    default:
      g_assert_not_reached ();
    }
}

#define HIGHWAYS "'service':'Highways','contact':'h@x.uk','asked':'2024-11-01'," \
                 "'wanted_by':'2024-11-13'"
#define HOUSING "'service':'Housing','asked':'2024-11-04'"

/* Each command, what undoing it is called, and what is noted after it. */
static const struct
{
  const char *command, *label, *asks;
} facts[] = {
  { "+Highways|h@x.uk|2024-11-01|2024-11-13", "Ask Service", "[{" HIGHWAYS "}]" },
  { "+ Housing |  |2024-11-04|", "Ask Service", "[{" HIGHWAYS "},{" HOUSING "}]" },
  { "!0|2024-11-14", "Chase Service",
    "[{" HIGHWAYS ",'chased':['2024-11-14']},{" HOUSING "}]" },
  { "!0|2024-11-12", "Chase Service",
    "[{" HIGHWAYS ",'chased':['2024-11-12','2024-11-14']},{" HOUSING "}]" },
  { "?0|2024-11-15", "Note Service’s Answer",
    "[{" HIGHWAYS ",'chased':['2024-11-12','2024-11-14'],'answered':'2024-11-15'},{" HOUSING
    "}]" },
  { "-1", "Remove Asked Service",
    "[{" HIGHWAYS ",'chased':['2024-11-12','2024-11-14'],'answered':'2024-11-15'}]" },
  { "?0|", "Wait for Service Again",
    "[{" HIGHWAYS ",'chased':['2024-11-12','2024-11-14']}]" },
  { "=0|Housing||2024-11-04|", "Change Asked Service",
    "[{" HOUSING ",'chased':['2024-11-12','2024-11-14']}]" },
  { "?0|2024-11-04", "Note Service’s Answer",
    "[{" HOUSING ",'chased':['2024-11-12','2024-11-14'],'answered':'2024-11-04'}]" },
  /* Who answered may be asked again. */
  { "+housing||2024-11-20|2024-11-22", "Ask Service",
    "[{" HOUSING ",'chased':['2024-11-12','2024-11-14'],'answered':'2024-11-04'},"
    "{'service':'housing','asked':'2024-11-20','wanted_by':'2024-11-22'}]" },
  { "-0", "Remove Asked Service",
    "[{'service':'housing','asked':'2024-11-20','wanted_by':'2024-11-22'}]" },
  { "-0", "Remove Asked Service", "" },
};

/* A member's place does not matter to what is said. */
static void
assert_same (const char *found, const char *expected)
{
  g_autofree char *a = g_strdelimit (g_strdup (found), "'", '"');
  g_autofree char *b = g_strdelimit (g_strdup (expected), "'", '"');
  g_autoptr (JsonNode) first = a[0] != '\0' ? json_from_string (a, NULL) : NULL;
  g_autoptr (JsonNode) second = b[0] != '\0' ? json_from_string (b, NULL) : NULL;

  if (first == NULL || second == NULL || !json_node_equal (first, second))
    g_assert_cmpstr (found, ==, expected);
}

static void
test_edits (Fixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *asks = NULL;

      g_test_message ("%s", facts[i].command);
      run (fixture, facts[i].command, &error);
      g_assert_no_error (error);
      asks = dup_asks (fixture);
      assert_same (asks, facts[i].asks);
      g_assert_cmpstr (foi_case_editor_get_undo_label (fixture->editor), ==, facts[i].label);
    }
  /* Each was one command: undone one by one, and done again. */
  for (gsize i = G_N_ELEMENTS (facts); i > 0; i--)
    {
      g_autofree char *before = NULL;

      g_assert_true (foi_case_editor_undo (fixture->editor));
      before = dup_asks (fixture);
      assert_same (before, i > 1 ? facts[i - 2].asks : "");
    }
}

/* What is refused once Highways was asked on 1 November and reminded on the 14th, and Finance
 * answered on the 8th; and why. */
static const struct
{
  const char *command;
  FoiError    code;
  const char *message;
} refusals[] = {
  { "+||2024-11-01|", FOI_ERROR_REFUSED, "Say which service is asked" },
  { "+ ||2024-11-01|", FOI_ERROR_REFUSED, "Say which service is asked" },
  { "+Parks|||", FOI_ERROR_REFUSED, "Say on which day the service is asked" },
  { "+Parks||2024-11-01|2024-10-31", FOI_ERROR_REFUSED,
    "The answer cannot be wanted before the service is asked" },
  { "+ HIGHWAYS||2024-11-20|", FOI_ERROR_REFUSED,
    "Highways was asked already, and has not answered: chase it" },
  { "=7|Parks||2024-11-01|", FOI_ERROR_NOT_FOUND,
    "No such service was asked about this question" },
  { "=0|||2024-11-01|", FOI_ERROR_REFUSED, "Say which service is asked" },
  { "!0|2024-10-31", FOI_ERROR_REFUSED, "A service cannot be reminded before it was asked" },
  { "!0|2024-11-14", FOI_ERROR_REFUSED, "Highways was reminded on that day already" },
  { "!1|2024-11-14", FOI_ERROR_REFUSED, "Finance has answered" },
  { "!2|2024-11-14", FOI_ERROR_NOT_FOUND, "No such service was asked about this question" },
  { "?0|2024-10-31", FOI_ERROR_REFUSED, "The service cannot have answered before it was asked" },
  { "?2|2024-11-14", FOI_ERROR_NOT_FOUND, "No such service was asked about this question" },
  { "-2", FOI_ERROR_NOT_FOUND, "No such service was asked about this question" },
};

static void
test_refusals (Fixture *fixture, gconstpointer unused)
{
  static const char *const before[] = { "+Highways||2024-11-01|", "+Finance||2024-11-01|",
                                        "!0|2024-11-14", "?1|2024-11-08" };
  FoiCaseState *state;

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    g_assert_true (run (fixture, before[i], NULL));
  state = foi_case_get_state (fixture->foi_case);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refusals[i].command);
      g_assert_false (run (fixture, refusals[i].command, &error));
      g_assert_error (error, FOI_ERROR, (int) refusals[i].code);
      g_assert_cmpstr (error->message, ==, refusals[i].message);
      g_assert_true (foi_case_get_state (fixture->foi_case) == state);
    }
}

static void
test_no_question (Fixture *fixture, gconstpointer unused)
{
  const FoiAsk ask = { .service = "Parks", .asked = foi_date_from_iso ("2024-11-01") };
  g_autoptr (GError) error = NULL;

  g_assert_false (foi_case_editor_ask (fixture->editor, "q9", &ask, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND);
}

/* Wanted by, chased, answered, the day on which one looks; the state, and the words. */
static const struct
{
  const char *json, *today;
  FoiAskState state;
  const char *words;
} states[] = {
  { "{'wanted_by':'2024-11-13'}", "2024-11-12", FOI_ASK_WAITING, "Waiting, wanted by Wed 13 Nov" },
  { "{'wanted_by':'2024-11-13'}", "2024-11-13", FOI_ASK_WAITING, "Waiting, wanted by Wed 13 Nov" },
  { "{'wanted_by':'2024-11-13'}", "2024-11-14", FOI_ASK_LATE, "Late, wanted by Wed 13 Nov" },
  { "{'wanted_by':'2024-11-13'}", "2025-01-02", FOI_ASK_LATE, "Late, wanted by Wed 13 Nov 2024" },
  { "{'wanted_by':'2024-11-13','chased':['2024-11-15','2024-11-14']}", "2024-11-18", FOI_ASK_LATE,
    "Late, wanted by Wed 13 Nov, chased Fri 15 Nov" },
  { "{'wanted_by':'2024-11-13','answered':'2024-11-20'}", "2024-11-21", FOI_ASK_ANSWERED,
    "Answered Wed 20 Nov" },
  { "{}", "2024-11-21", FOI_ASK_WAITING, "Waiting" },
};

static void
test_states (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *text = g_strdelimit (g_strdup (states[i].json), "'", '"');
      g_autoptr (JsonNode) node = json_from_string (text, NULL);
      const FoiDate today = foi_date_from_iso (states[i].today);
      g_autofree char *words = NULL;
      FoiAsk ask;

      foi_ask_read (&ask, node);
      words = foi_ask_dup_words (&ask, today);
      g_assert_cmpstr (words, ==, states[i].words);
      g_assert_cmpint (foi_ask_get_state (&ask, today), ==, states[i].state);
    }
}

/*
 * Received 30 October 2024: working day 10 is 13 November, day 20 is 27 November. The day of
 * asking, the members of the case, and by when an answer is wanted. Christmas, New Year and, of
 * 2024, Monday 2 December (St Andrew’s Day in Scotland) are skipped.
 */
static const struct
{
  const char *received, *asked, *members, *wanted_by;
} days[] = {
  { "2024-10-30", "2024-10-30", "", "2024-11-13" },
  { "2024-10-30", "2024-11-08", "", "2024-11-13" },
  { "2024-10-30", "2024-11-11", "", "2024-11-14" },
  { "2024-10-30", "2024-11-20", "", "2024-11-25" },
  { "2024-10-30", "2024-11-26", "", "2024-11-27" },
  { "2024-10-30", "2024-11-27", "", "2024-11-27" },
  { "2024-10-30", "2024-11-28", "", "2024-12-04" },
  { "2024-12-18", "2024-12-19", "", "2025-01-07" },
  { "2024-10-30", "2024-10-30", "'authority':{'ask_days':5},", "2024-11-06" },
  { "2024-10-30", "2024-10-30", "'authority':{'ask_days':0},", "2024-11-13" },
  { "2024-10-30", "2024-10-30", "'authority':{'ask_days':99},", "2024-11-27" },
  /* The clock began anew with the clarification, of which day 10 is 27 November. */
  { "2024-10-30", "2024-11-13",
    "'events':[{'type':'clarification-asked','date':'2024-11-06'},"
    "{'type':'clarification-received','date':'2024-11-13'}],", "2024-11-27" },
  { NULL, "2024-11-13", "", NULL },
  { "2030-05-01", "2030-05-02", "", NULL },
};

static FoiCaseState *
make_state (const char *received, const char *members)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *day = received != NULL ? g_strdup_printf ("'received':'%s'", received)
                                          : g_strdup ("");
  g_autofree char *text = g_strdelimit (
    g_strdup_printf ("{'foi:case':{'format':'uk-foi-case','version':1,'regime':'foia',%s"
                     "'request':{%s}}}", members, day), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  FoiCaseState *state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

static void
test_days (void)
{
  FoiHolidays *holidays = foi_holidays_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (FoiCaseState) state = make_state (days[i].received, days[i].members);
      g_autoptr (FoiCaseClock) clock = foi_case_clock_new (state, foi_rules_get_default (),
                                                           holidays);
      const FoiDate wanted
        = foi_case_state_propose_ask_day (state, clock, foi_date_from_iso (days[i].asked));
      g_autofree char *iso = wanted != FOI_DATE_NONE ? foi_date_to_iso (wanted) : NULL;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (iso, ==, days[i].wanted_by);
    }
}

static const char *
get_text (Fixture *fixture, guint position)
{
  FoiAsk ask;

  g_assert_true (foi_case_state_get_ask (foi_case_get_state (fixture->foi_case), "q1", position,
                                         &ask));
  return ask.text;
}

/* What was written stays whatever else is noted, comes and goes with the ask, and has a bound. */
static void
test_text (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *most = g_strnfill (64 * 1024, 'a'), *more = g_strconcat (most, "a", NULL);
  FoiAsk ask = { .service = "Highways", .asked = foi_date_from_iso ("2024-11-01"),
                 .text = "Dear colleague\n\nHow many?\n" };

  g_assert_true (foi_case_editor_ask (fixture->editor, "q1", &ask, NULL));
  g_assert_cmpstr (get_text (fixture, 0), ==, "Dear colleague\n\nHow many?");
  ask.text = "";
  ask.contact = "h@x";
  g_assert_true (foi_case_editor_set_ask (fixture->editor, "q1", 0, &ask, NULL));
  g_assert_true (foi_case_editor_chase (fixture->editor, "q1", 0,
                                        foi_date_from_iso ("2024-11-12"), NULL));
  g_assert_true (foi_case_editor_note_answered (fixture->editor, "q1", 0,
                                                foi_date_from_iso ("2024-11-13"), NULL));
  g_assert_cmpstr (get_text (fixture, 0), ==, "Dear colleague\n\nHow many?");
  g_assert_true (foi_case_editor_remove_ask (fixture->editor, "q1", 0, NULL));
  foi_case_editor_undo (fixture->editor);
  g_assert_cmpstr (get_text (fixture, 0), ==, "Dear colleague\n\nHow many?");
  ask.text = more;
  g_assert_true (foi_case_editor_ask (fixture->editor, "q1", &ask, NULL));
  g_assert_cmpstr (get_text (fixture, 1), ==, "");
  ask.text = most;
  g_assert_true (foi_case_editor_set_ask (fixture->editor, "q1", 1, &ask, NULL));
  g_assert_cmpstr (get_text (fixture, 1), ==, most);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/case-asks/edits", Fixture, NULL, set_up, test_edits, tear_down);
  g_test_add ("/case-asks/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  g_test_add ("/case-asks/no-question", Fixture, NULL, set_up, test_no_question, tear_down);
  g_test_add ("/case-asks/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add_func ("/case-asks/states", test_states);
  g_test_add_func ("/case-asks/days", test_days);
  return g_test_run ();
}
