/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-approval.h"

#include <string.h>

#include "foi-case-edits.h"
#include "foi-case-file.h"
#include "foi-case-letters.h"
#include "foi-case-review.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-sent-approvals.h"

#define QUESTION(id, more) "{'id':'" id "','number':'1','text':'How many?'," more "}"
#define CASE(questions, data) \
  "{'id':'FOI1','foi:case':{'format':'uk-foi-case','version':1,'regime':'foia'," \
  "'questions':[" questions "]},'resources':[{'name':'t','schema':{'fields':[" \
  "{'name':'year','type':'string'},{'name':'calls','type':'integer'}],'primaryKey':['year']}," \
  "'data':[['year','calls']," data "]}]}"

static FoiCaseState *
make_state (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

static char *
dup_hash (const char *json)
{
  g_autoptr (FoiCaseState) state = make_state (json);
  g_autoptr (FoiBrief) brief = foi_case_state_publish (state);

  return foi_brief_dup_question_hash (brief, "q1");
}

#define PLAIN CASE (QUESTION ("q1", "'answer':'Two.','tables':['t']"), "['2023',2]")

/* What says the same to a reader of the letter, and what does not. */
static const struct
{
  const char *json;
  gboolean    same;
} others[] = {
  { PLAIN, TRUE },
  /* The order of members, and what is internal. */
  { CASE (QUESTION ("q1", "'tables':['t'],'answer':'Two.'"), "['2023',2]"), TRUE },
  { CASE (QUESTION ("q1", "'answer':'Two.','tables':['t'],'owner':'Me','asked':[{'service':'A'}],"
                          "'approved':{'by':'B'}"), "['2023',2]"), TRUE },
  { CASE (QUESTION ("q1", "'answer':'Two.','tables':['t']") "," QUESTION ("q2", "'answer':'N.'"),
          "['2023',2]"), TRUE },
  { CASE (QUESTION ("q1", "'answer':'Two!','tables':['t']"), "['2023',2]"), FALSE },
  { CASE (QUESTION ("q1", "'answer':'Two.','tables':['t']"), "['2023',3]"), FALSE },
  { CASE (QUESTION ("q1", "'answer':'Two.','tables':['t']"), "['2023',2],['2024',2]"), FALSE },
  { CASE (QUESTION ("q1", "'answer':'Two.'"), "['2023',2]"), FALSE },
  { CASE (QUESTION ("q1", "'answer':'Two.','tables':['t'],'held':'yes'"), "['2023',2]"), FALSE },
  { CASE (QUESTION ("q1", "'answer':'Two.','tables':['t'],'see':['ab','c']"), "['2023',2]"),
    FALSE },
};

static void
test_hash (void)
{
  g_autofree char *plain = dup_hash (PLAIN);

  g_assert_cmpuint (strlen (plain), ==, 64);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *hash = dup_hash (others[i].json);

      g_test_message ("%s", others[i].json);
      g_assert_cmpint (g_str_equal (hash, plain), ==, others[i].same);
    }
}

/* What goes out beside the words of the answer was seen as well. */
static void
test_beside (void)
{
  static const struct
  {
    const char *path, *json;
    gboolean    same;
  } facts[] = {
    { "attachments", "[{'name':'a.pdf','question':'q1'}]", FALSE },
    { "attachments", "[{'name':'a.pdf'}]", FALSE },
    { "attachments", "[{'name':'a.pdf','question':'q9'}]", TRUE },
    { "regime", "'foisa'", FALSE },
    { "authority", "{'name':'Ashdale','wording':{'ground-cost':'We simply refuse.'}}", FALSE },
    { "authority", "{'name':'Ashdale','team':'Information'}", TRUE },
    { "letters", "[{'id':'response','type':'response','paragraphs':{'re-use':'Pay us £500.'}}]",
      FALSE },
    { "letters", "[{'id':'response','type':'response','date':'2024-11-20'}]", TRUE },
    { "letters", "[{'id':'a','type':'acknowledgement','paragraphs':{'re-use':'None.'}}]", TRUE },
    { "request", "{'received':'2024-10-30','requester':{'name':'Ann Other'}}", TRUE },
  };
  g_autoptr (FoiCaseState) state = make_state (PLAIN);
  g_autofree char *plain = dup_hash (PLAIN);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *json = g_strdelimit (g_strdup (facts[i].json), "'", '"');
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) value = json_from_string (json, &error);
      g_autoptr (FoiCaseState) other = NULL;
      g_autoptr (FoiBrief) brief = NULL;
      g_autofree char *hash = NULL;

      g_assert_no_error (error);
      json_node_seal (value);
      other = foi_case_state_with_node (state, facts[i].path, value, &error);
      g_assert_no_error (error);
      brief = foi_case_state_publish (other);
      hash = foi_brief_dup_question_hash (brief, "q1");
      g_test_message ("%s: %s", facts[i].path, facts[i].json);
      g_assert_cmpint (g_str_equal (hash, plain), ==, facts[i].same);
    }
}

/* Lists that run into each other are not the same. */
static void
test_borders (void)
{
  g_autofree char *one = dup_hash (CASE (QUESTION ("q1", "'see':['ab','c']"), "['2023',2]"));
  g_autofree char *other = dup_hash (CASE (QUESTION ("q1", "'see':['a','bc']"), "['2023',2]"));
  g_autofree char *inner = dup_hash (CASE (QUESTION ("q1", "'see':['abc']"), "['2023',2]"));

  g_assert_cmpstr (one, !=, other);
  g_assert_cmpstr (one, !=, inner);
}

static void
assert_approval (FoiCase *foi_case, FoiApprovalState state, const char *words)
{
  g_autofree char *found = NULL;
  FoiApproval approval;

  foi_case_state_get_approval (foi_case_get_state (foi_case), "q1", &approval);
  found = foi_approval_dup_words (&approval, foi_date_from_iso ("2024-11-25"));
  g_assert_cmpint (approval.state, ==, state);
  g_assert_cmpstr (found, ==, words);
}

static void
test_edits (void)
{
  g_autoptr (FoiCaseState) state = make_state (PLAIN);
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  const FoiDate day = foi_date_from_iso ("2024-11-20");
  g_autoptr (GError) error = NULL;

  assert_approval (foi_case, FOI_APPROVAL_NONE, "Not approved");
  g_assert_false (foi_case_editor_approve (editor, "q1", " ", day, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (foi_case_editor_approve (editor, "q9", "D. Head", day, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND);
  g_assert_true (foi_case_editor_approve (editor, "q1", " D. Head ", day, NULL));
  g_assert_cmpstr (foi_case_editor_get_undo_label (editor), ==, "Approve");
  assert_approval (foi_case, FOI_APPROVAL_GIVEN, "Approved by D. Head, Wed 20 Nov");
  /* Changed, and as it was again. */
  g_assert_true (foi_case_editor_set_string (editor, "questions/q1/answer", "Three.", "C", NULL));
  assert_approval (foi_case, FOI_APPROVAL_CHANGED,
                   "Changed since approved by D. Head, Wed 20 Nov");
  g_assert_true (foi_case_editor_undo (editor));
  assert_approval (foi_case, FOI_APPROVAL_GIVEN, "Approved by D. Head, Wed 20 Nov");
  g_assert_true (foi_case_editor_withdraw_approval (editor, "q1", NULL));
  assert_approval (foi_case, FOI_APPROVAL_NONE, "Not approved");
  while (foi_case_editor_undo (editor))
    ;
  g_assert_true (foi_case_get_state (foi_case) == state);
}

/* ---- what a letter went out with ------------------------------------------------------------- */

#define SENT \
  "{'id':'FOI1','foi:case':{'format':'uk-foi-case','version':1,'regime':'foia'," \
  "'questions':[{'id':'q1','number':'1','text':'How many?','answer':'Two.'}," \
  "{'id':'q2','number':'2','text':'And where?','parts':[" \
  "{'id':'q2a','number':'2(a)','text':'Here?','outcome':'extended'}]}]," \
  "'letters':[{'id':'response','type':'response'}," \
  "{'id':'acknowledgement','type':'acknowledgement'}," \
  "{'id':'pit-extension','type':'pit-extension'},{'id':'review','type':'review'}]," \
  "'authority':{'name':'Ashdale','team':'Information'}}}"

static void
issue (FoiCaseEditor *editor, const char *letter, const char *date)
{
  g_autofree char *json
    = g_strdup_printf ("{\"letter\":\"%s\",\"date\":\"%s\",\"tree\":{}}", letter, date);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) issued = json_from_string (json, &error);

  g_assert_no_error (error);
  json_node_seal (issued);
  g_assert_true (foi_case_editor_issue_letter (editor, issued, &error));
  g_assert_no_error (error);
}

static void
approve (FoiCaseEditor *editor, const char *question, const char *by, const char *day)
{
  g_assert_true (foi_case_editor_approve (editor, question, by, foi_date_from_iso (day), NULL));
}

/* The approvals in the record of the issue, one after the other. */
static void
assert_sent (FoiCase *foi_case, guint index, const char *expected)
{
  JsonNode *issued
    = foi_json_get_element (foi_case_state_get_node (foi_case_get_state (foi_case), "issued"),
                            index);
  JsonNode *approvals = foi_json_get_member (issued, "approvals");
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (approvals); i++)
    {
      g_autofree char *one = foi_sent_approval_dup_words (
        foi_json_get_element (approvals, i), foi_date_from_iso ("2024-12-25"));

      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", one);
    }
  g_assert_cmpstr (words->str, ==, expected);
  g_assert_cmpint (foi_json_get_member (issued, "approvals") != NULL, ==, expected[0] != '\0');
}

/* A corrected letter has approvals of its own, and leaves the first letter's as they were. */
static void
test_sent (void)
{
  g_autoptr (FoiCaseState) state = make_state (SENT);
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  const char *first = "Question 1: Approved by D. Head, Wed 20 Nov; "
                      "Question 2(a): Approved by A. Vet, Thu 21 Nov";

  approve (editor, "q1", "D. Head", "2024-11-20");
  approve (editor, "q2a", "A. Vet", "2024-11-21");
  issue (editor, "acknowledgement", "2024-10-31");
  assert_sent (foi_case, 0, "");
  issue (editor, "response", "2024-11-27");
  assert_sent (foi_case, 1, first);
  g_assert_true (foi_case_editor_correct_letter (editor, "response", NULL));
  g_assert_true (foi_case_editor_set_string (editor, "questions/q1/answer", "Three.", "C", NULL));
  approve (editor, "q1", "C. Chief", "2024-12-02");
  g_assert_true (foi_case_editor_withdraw_approval (editor, "q2a", NULL));
  issue (editor, "response-2", "2024-12-03");
  assert_sent (foi_case, 1, first);
  assert_sent (foi_case, 2, "Question 1: Approved by C. Chief, Mon 2 Dec");
  /* Both took part in what was decided first; who was never asked did not. */
  for (gsize i = 0; i < 4; i++)
    {
      static const char *const people[] = { "d. head", "A. Vet", "C. Chief", "E. Other" };

      g_assert_cmpstr (foi_case_state_find_decider (foi_case_get_state (foi_case), people[i]), ==,
                       i < 3 ? "approved the answer" : NULL);
    }
  issue (editor, "review", "2024-12-20");
  assert_sent (foi_case, 3, "");
}

/* What was changed after it was approved went out all the same, and the record says so. */
static void
test_sent_changed (void)
{
  g_autoptr (FoiCaseState) state = make_state (SENT);
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);

  approve (editor, "q1", "D. Head", "2024-11-20");
  approve (editor, "q2", "D. Head", "2023-11-20");
  g_assert_true (foi_case_editor_set_string (editor, "questions/q1/answer", "Three.", "C", NULL));
  issue (editor, "response", "2024-11-27");
  assert_sent (foi_case, 0,
               "Question 1: Approved by D. Head, Wed 20 Nov; changed before it was sent; "
               "Question 2: Approved by D. Head, Mon 20 Nov 2023");
  /* Only what it is about. */
  issue (editor, "pit-extension", "2024-11-28");
  assert_sent (foi_case, 1, "Question 2: Approved by D. Head, Mon 20 Nov 2023");
  g_assert_true (foi_case_editor_withdraw_letter (editor, "response", "2024-11-28", NULL, "Wrong",
                                                  NULL));
  assert_sent (foi_case, 0,
               "Question 1: Approved by D. Head, Wed 20 Nov; changed before it was sent; "
               "Question 2: Approved by D. Head, Mon 20 Nov 2023");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-approval/hash", test_hash);
  g_test_add_func ("/case-approval/beside", test_beside);
  g_test_add_func ("/case-approval/borders", test_borders);
  g_test_add_func ("/case-approval/edits", test_edits);
  g_test_add_func ("/case-approval/sent", test_sent);
  g_test_add_func ("/case-approval/sent-changed", test_sent_changed);
  return g_test_run ();
}
