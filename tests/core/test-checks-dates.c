/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-checks.h"
#include "letter-case.h"

/* Where the checks find a day that cannot be, and an event that does nothing. The request was
 * received on 30 October 2024, the answer is due on 27 November, and it is 20 November. */

static gboolean
is_of_days (const FoiFinding *finding)
{
  return g_str_equal (finding->id, "impossible-date")
         || g_str_equal (finding->id, "event-without-effect");
}

/* "place; place", of these two kinds only. */
static char *
dup_places (FoiCaseState *state)
{
  g_autoptr (GPtrArray) findings
    = foi_checks_run (state, foi_rules_get_default (), foi_holidays_get_default (),
                      foi_date_from_iso ("2024-11-20"), NULL);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];

      if (!is_of_days (finding))
        continue;
      g_assert_true (g_str_has_prefix (finding->path, "$.foi:case."));
      g_string_append_printf (all, "%s%s", all->len > 0 ? "; " : "",
                              finding->path + strlen ("$.foi:case."));
    }
  return g_string_free (all, FALSE);
}

#define START \
  "{'name':'a','id':'FOI1','title':'calls','foi:case':{'format':'uk-foi-case','version':1," \
  "'_rev':'0','regime':'foia'"
#define RECEIVED ",'request':{'text':'A','received':'2024-10-30'}"
#define EVENT(type, day) "'events':[{'type':'" type "','date':'" day "'}]"
#define UNTIL(day, until) "'events':[{'type':'extended','date':'" day "','until':'" until "'}]"
#define LETTER(day) "{'letter':'response','date':'" day "'}"
#define ASK(rest) ",'asked':[{'service':'Roads'," rest "}]"

static const struct
{
  const char *members, *question, *places;
} facts[] = {
  { "", "", "" },
  /* Events: of the day of receipt and of today, and just beyond. */
  { EVENT ("acknowledged", "2024-10-30"), "", "" },
  { EVENT ("acknowledged", "2024-10-29"), "", "events[0].date" },
  { EVENT ("chased", "2024-11-20"), "", "" },
  { EVENT ("chased", "2024-11-21"), "", "events[0].date" },
  { EVENT ("fees-notice", "2024-10-29"), "", "events[0].date" },
  { "'events':[{'type':'acknowledged','date':'2024-10-31'},{'type':'complaint',"
    "'date':'2014-11-05'}]", "", "events[1].date" },
  { EVENT ("fee-received", "2024-11-05"), "", "events[0].date" },
  { "'events':[{'type':'fee-received','date':'2024-11-05'},{'type':'fees-notice',"
    "'date':'2024-11-04'}]", "", "" },
  { "'events':[{'type':'fees-notice','date':'2024-11-04'},{'type':'fees-notice',"
    "'date':'2024-11-05'}]", "", "events[1].date" },
  /* An extension: its end may be in the future, and is after the day on which the answer is due. */
  { UNTIL ("2024-11-15", "2024-12-20"), ",'outcome':'extended'", "" },
  { UNTIL ("2024-11-15", "2024-11-26"), ",'outcome':'extended'", "events[0].until" },
  { UNTIL ("2024-11-15", "2024-11-14"), ",'outcome':'extended'", "events[0].until" },
  { UNTIL ("2024-11-15", "2025-11-20"), ",'outcome':'extended'", "events[0].until" },
  /* Letters that went. */
  { "'issued':[" LETTER ("2024-10-30") "]", "", "" },
  { "'issued':[" LETTER ("2024-11-20") "]", "", "" },
  { "'issued':[" LETTER ("2024-10-29") "]", "", "issued[0].date" },
  /* What is made ready goes on the next working day, and on no later one. */
  { "'issued':[" LETTER ("2024-11-21") "]", "", "" },
  { "'issued':[" LETTER ("2024-11-22") "]", "", "issued[0].date" },
  { "'issued':[{'letter':'response','date':'2024-11-15','withdrawn':{'date':'2024-11-14'}}]", "",
    "issued[0].withdrawn.date" },
  { "'issued':[{'letter':'response','date':'2024-11-15','withdrawn':{'date':'2024-11-15'}}]", "",
    "" },
  /* Drafts may be made ready; none is older than what it answers. */
  { "'letters':[{'id':'response','type':'response','date':'2024-11-25'}]", "", "" },
  { "'letters':[{'id':'response','type':'response','date':'2024-10-29'}]", "", "letters[0].date" },
  /* Services and approvals. */
  { "", ASK ("'asked':'2024-10-30','wanted_by':'2024-11-25'"), "" },
  { "", ASK ("'asked':'2024-10-29'"), "questions[0].asked[0].asked" },
  { "", ASK ("'asked':'2024-11-21'"), "questions[0].asked[0].asked" },
  { "", ASK ("'asked':'2024-11-05','wanted_by':'2024-11-04'"),
    "questions[0].asked[0].wanted_by" },
  { "", ASK ("'asked':'2024-11-05','answered':'2024-11-05'"), "" },
  { "", ASK ("'asked':'2024-11-05','answered':'2024-11-04'"), "questions[0].asked[0].answered" },
  { "", ASK ("'asked':'2024-11-05','chased':['2024-11-12','2024-11-04']"),
    "questions[0].asked[0].chased[1]" },
  { "", ",'approved':{'by':'B','date':'2024-11-20'}", "" },
  { "", ",'approved':{'by':'B','date':'2024-10-01'}", "questions[0].approved.date" },
  { "", ",'parts':[{'id':'a','number':'a','label':'','text':'A','approved':{'by':'B',"
        "'date':'2024-12-01'}}]", "questions[0].parts[0].approved.date" },
};

static void
test_places (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *question = g_strconcat ("{'id':'q1','number':'1','label':'','text':'A'",
                                               facts[i].question, "}", NULL);
      g_autofree char *text = g_strconcat (START RECEIVED ",", facts[i].members,
                                           facts[i].members[0] != '\0' ? "," : "",
                                           "'questions':[", question, "]},'resources':[]}", NULL);
      g_autoptr (FoiCaseState) state = make_state (text);
      g_autofree char *places = dup_places (state);

      g_test_message ("%s %s", facts[i].members, facts[i].question);
      g_assert_cmpstr (places, ==, facts[i].places);
    }
}

/* Without a day of receipt, or without knowing what day it is, nothing is said of it. */
static void
test_unknown (void)
{
  g_autoptr (FoiCaseState) state
    = make_state (START "," EVENT ("chased", "2034-11-21") "},'resources':[]}");
  g_autoptr (GPtrArray) findings
    = foi_checks_run_on_day (state, foi_rules_get_default (), foi_holidays_get_default (),
                             foi_date_from_iso ("2024-11-20"), NULL);

  for (guint i = 0; i < findings->len; i++)
    g_assert_false (is_of_days (findings->pdata[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks-dates/places", test_places);
  g_test_add_func ("/checks-dates/unknown", test_unknown);
  return g_test_run ();
}
