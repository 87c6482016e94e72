/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-outcome.h"

#include <string.h>

#include "foi-case-file.h"

/* A question by a letter: D disclosed, P part, p part but for what is published, R refused under
 * 43(2), A refused under 21, C cost 12(1), F cost of finding out, V vexatious, S repeated, N not
 * held, n neither, c clarification, t transferred, o open, e extended, r refused by reference to
 * the first question, [ ] the parts of one. */
static const struct
{
  char        letter;
  const char *members; /* JSON with ' for " */
} kinds[] = {
  { 'D', "'outcome':'disclosed'" },
  { 'P', "'outcome':'part','grounds':[{'act':'foia','section':'40(2)','kind':'personal-data'}]" },
  { 'p', "'outcome':'part','grounds':[{'act':'foia','section':'21','kind':'elsewhere'}]" },
  { 'R', "'outcome':'refused','grounds':[{'act':'foia','section':'43(2)','kind':'prejudice'}]" },
  { 'A', "'outcome':'refused','grounds':[{'act':'foia','section':'21','kind':'elsewhere'}]" },
  { 'C', "'outcome':'refused','grounds':[{'act':'foia','section':'12(1)','kind':'cost'}]" },
  { 'F', "'outcome':'refused',"
         "'grounds':[{'act':'foia','section':'12(2)','kind':'cost-to-confirm'}]" },
  { 'V', "'outcome':'refused','grounds':[{'act':'foia','section':'14(1)','kind':'vexatious'}]" },
  { 'S', "'outcome':'refused','grounds':[{'act':'foia','section':'14(2)','kind':'repeated'}]" },
  { 'N', "'outcome':'not-held'" },
  { 'n', "'outcome':'neither-confirmed-nor-denied',"
         "'grounds':[{'act':'foia','section':'40(2)','kind':'personal-data'}]" },
  { 'c', "'outcome':'clarification'" },
  { 't', "'outcome':'transferred'" },
  { 'o', "'outcome':'open'" },
  { 'e', "'outcome':'extended'" },
  { 'r', "'outcome':'refused','see':['q0']" },
};

static void
append_question (GString *json, char letter, guint number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].letter == letter)
      g_string_append_printf (json, "%s{'id':'q%u','number':'%u','label':'','text':'?',%s}",
                              json->str[json->len - 1] == '[' ? "" : ",", number, number,
                              kinds[i].members);
}

static FoiCaseState *
make_case (const char *questions, const char *regime, const char *events)
{
  GString *json = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state;

  g_string_append_printf (json, "{'name':'a','id':'FOI1','title':'calls','foi:case':{"
                                "'format':'uk-foi-case','version':1,'_rev':'0','regime':'%s',"
                                "'request':{'text':'?','received':'2024-10-30'},'questions':[",
                          regime);
  for (guint i = 0; questions[i] != '\0'; i++)
    if (questions[i] == '[')
      g_string_append_printf (json, "%s{'id':'q%u','number':'%u','label':'','text':'?','parts':[",
                              json->str[json->len - 1] == '[' ? "" : ",", i, i);
    else if (questions[i] == ']')
      g_string_append (json, "]}");
    else
      append_question (json, questions[i], i);
  g_string_append_printf (json, "],'events':[%s]},'resources':[]}", events);
  g_strdelimit (json->str, "'", '"');
  bytes = g_string_free_to_bytes (json);
  state = foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return state;
}

static char *
dup_grounds (const FoiCaseOutcome *outcome)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < outcome->grounds->len; i++)
    g_ptr_array_add (names, outcome->grounds->pdata[i]);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* v vexatious, s repeated, c cost, x an exemption. */
static char *
dup_reasons (const FoiCaseOutcome *outcome)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 4; i++)
    if ((outcome->withheld_for & (1u << i)) != 0)
      g_string_append_c (text, "vscx"[i]);
  return g_string_free (text, FALSE);
}

/* From the questions to the request, as the Cabinet Office counts. */
static void
test_roll_up (void)
{
  static const struct
  {
    const char *questions, *outcome, *reasons, *grounds;
  } facts[] = {
    { "", "open", "", "" },
    { "D", "granted-in-full", "", "" },
    { "DDN", "granted-in-full", "", "" },
    { "Dc", "granted-in-full", "", "" },
    { "N", "not-held", "", "" },
    { "NN", "not-held", "", "" },
    { "Nt", "not-held", "", "" },
    { "c", "advice-given", "", "" },
    { "tc", "advice-given", "", "" },
    { "A", "already-available", "x", "foia 21" },
    { "AD", "already-available", "x", "foia 21" },
    { "AN", "already-available", "x", "foia 21" },
    { "p", "already-available", "x", "foia 21" },
    { "AR", "fully-withheld", "x", "foia 21, foia 43(2)" },
    { "ADR", "partially-withheld", "x", "foia 21, foia 43(2)" },
    { "R", "fully-withheld", "x", "foia 43(2)" },
    { "RN", "fully-withheld", "x", "foia 43(2)" },
    { "CV", "fully-withheld", "vc", "foia 12(1), foia 14(1)" },
    { "S", "fully-withheld", "s", "foia 14(2)" },
    { "Fr", "fully-withheld", "c", "foia 12(2)" },
    { "DR", "partially-withheld", "x", "foia 43(2)" },
    { "P", "partially-withheld", "x", "foia 40(2)" },
    { "DP", "partially-withheld", "x", "foia 40(2)" },
    { "n", "neither-confirmed-nor-denied", "x", "foia 40(2)" },
    { "nR", "fully-withheld", "x", "foia 40(2), foia 43(2)" },
    { "nD", "partially-withheld", "x", "foia 40(2)" },
    { "Do", "open", "", "" },
    { "De", "open", "", "" },
    /* A question with parts counts by its parts. */
    { "[DR]", "partially-withheld", "x", "foia 43(2)" },
    { "[DD]N", "granted-in-full", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCaseState) state = make_case (facts[i].questions, "foia", "");
      g_autoptr (FoiCaseOutcome) outcome = foi_case_outcome_new (
        state, foi_rules_get_default (), foi_holidays_get_default ());
      g_autofree char *reasons = dup_reasons (outcome);
      g_autofree char *grounds = dup_grounds (outcome);

      g_test_message ("%s", facts[i].questions);
      g_assert_cmpstr (foi_request_outcome_to_name (outcome->outcome), ==, facts[i].outcome);
      g_assert_cmpstr (reasons, ==, facts[i].reasons);
      g_assert_cmpstr (grounds, ==, facts[i].grounds);
      g_assert_cmpint (outcome->timeliness, ==, FOI_TIME_OPEN);
    }
}

#define EVENT(type, day) "{'type':'" type "','date':'" day "'}"

#define CLARIFIED EVENT ("clarification-asked", "2024-11-06") "," \
                  EVENT ("clarification-received", "2028-12-20")

/* Received on 30 October 2024: day 20 is 27 November, day 40 is 30 December. */
static void
test_timeliness (void)
{
  static const struct
  {
    const char *regime, *events, *time, *words;
  } facts[] = {
    { "foia", "", "open", "Granted in full" },
    { "foia", EVENT ("issued", "2024-11-27"), "in-time", "Granted in full, in time" },
    { "foia", EVENT ("issued", "2024-11-28"), "late", "Granted in full, late" },
    { "foia", EVENT ("extended", "2024-11-20") "," EVENT ("issued", "2024-11-27"), "in-time",
      "Granted in full, in time" },
    { "foia", EVENT ("extended", "2024-11-20") "," EVENT ("issued", "2024-12-20"),
      "permitted-extension", "Granted in full, within a permitted extension" },
    { "foia", EVENT ("extended", "2024-11-20") "," EVENT ("issued", "2025-01-20"), "late",
      "Granted in full, late" },
    /* FOIA, section 17(1): the notice was due by day 20. */
    { "foia", EVENT ("extended", "2024-11-27") "," EVENT ("issued", "2024-12-20"),
      "permitted-extension", "Granted in full, within a permitted extension" },
    { "foia", EVENT ("extended", "2024-11-28") "," EVENT ("issued", "2024-12-20"), "late",
      "Granted in full, late" },
    { "eir", EVENT ("extended", "2024-11-28") "," EVENT ("issued", "2024-12-20"), "late",
      "Granted in full, late" },
    { "eir", EVENT ("extended", "2024-11-20") "," EVENT ("issued", "2024-12-30"),
      "permitted-extension", "Granted in full, within a permitted extension" },
    { "eir", EVENT ("extended", "2024-11-20") "," EVENT ("issued", "2024-12-31"), "late",
      "Granted in full, late" },
    { "foisa", EVENT ("extended", "2024-11-20") "," EVENT ("issued", "2024-11-29"), "late",
      "Granted in full, late" },
    /* A review changes nothing about when the answer was given. */
    { "foia",
      EVENT ("issued", "2024-11-27") "," EVENT ("review-asked", "2024-12-09") ","
      EVENT ("review-answered", "2025-03-03"), "in-time", "Granted in full, in time" },
    { "foia", EVENT ("issued", "2024-12-05") "," EVENT ("review-asked", "2024-12-09"), "late",
      "Granted in full, late" },
    /* Counted anew from 20 December 2028: nobody knows the bank holidays of 2029, but more of them
     * would give more time. */
    { "foia", CLARIFIED "," EVENT ("issued", "2029-01-04"), "in-time",
      "Granted in full, in time" },
    { "foia", CLARIFIED "," EVENT ("issued", "2029-03-01"), "not-certain",
      "Granted in full, not certain whether in time" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCaseState) state = make_case ("D", facts[i].regime, facts[i].events);
      g_autoptr (FoiCaseOutcome) outcome = foi_case_outcome_new (
        state, foi_rules_get_default (), foi_holidays_get_default ());
      g_autofree char *words = foi_case_outcome_dup_words (outcome);

      g_test_message ("%s %s", facts[i].regime, facts[i].events);
      g_assert_cmpstr (foi_timeliness_to_name (outcome->timeliness), ==, facts[i].time);
      g_assert_cmpstr (words, ==, facts[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-outcome/roll-up", test_roll_up);
  g_test_add_func ("/case-outcome/timeliness", test_timeliness);
  return g_test_run ();
}
