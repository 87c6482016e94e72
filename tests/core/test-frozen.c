/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a letter used is frozen when it is issued. Whatever is overridden afterwards, in the case,
 * in the profile, the rules or the calendar: what was issued is the same to the byte. Each of
 * these changes does move a draft, or it would prove nothing. */

#include "letter-case.h"

#include "foi-case-letters.h"
#include "foi-holidays-current.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-letter-writers.h"

#include <glib/gstdio.h>

#define EXAMPLE "data/examples/FOI651119421-corrected.foi.json"

static FoiCaseState *
load_state (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), EXAMPLE, NULL);
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_load (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

static FoiCaseState *
with_json (FoiCaseState *state, const char *path, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, &error) : NULL;
  FoiCaseState *changed;

  g_assert_no_error (error);
  if (node != NULL)
    json_node_seal (node);
  changed = foi_case_state_with_node (state, path, node, &error);
  g_assert_no_error (error);
  return changed;
}

static FoiCaseState *
issue (FoiCaseState *state)
{
  const FoiIssueFacts facts = { "2024-11-27", "email", "A. Officer", NULL, "A4" };
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  g_autoptr (FoiBrief) brief = foi_case_state_publish (state);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  const FoiIssuedFile file = { "FOI651119421.pdf", "application/pdf", bytes };
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) letter = foi_letter_compose (brief, foi_rules_get_default (), "response",
                                                     FALSE, &error);
  g_autoptr (JsonNode) issued = NULL;

  g_assert_no_error (error);
  issued = foi_issued_new (letter, &facts, &file, 1, &error);
  g_assert_no_error (error);
  g_assert_true (foi_case_editor_issue_letter (editor, issued, &error));
  g_assert_no_error (error);
  return foi_case_state_ref (foi_case_get_state (foi_case));
}

/* The response, with all that prints: its text, its JSON, and of one that is issued, its record. */
static char *
dup_response (FoiCaseState *state, FoiRules *rules)
{
  g_autoptr (FoiBrief) brief = foi_case_state_publish (state);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) letter = foi_issued_or_draft (brief, rules, "response", &error);
  JsonNode *issued = foi_issued_find (brief, "response");
  g_autofree char *text = NULL, *record = NULL;

  g_assert_no_error (error);
  text = foi_letter_to_text (letter);
  record = issued != NULL ? json_to_string (issued, TRUE) : g_strdup ("");
  return g_strjoin ("\n", text, record, NULL);
}

/* The rules of the program, in which @before says @after. */
static FoiRules *
make_rules (const char *before, const char *after)
{
  g_autofree char *folder = g_dir_make_tmp ("foi-frozen-XXXXXX", NULL);
  g_autofree char *source = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), "resources", "rules",
                                              "foia.json", NULL);
  g_autofree char *target = g_build_filename (folder, "foia.json", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;
  FoiRules *rules;

  g_assert_true (g_file_get_contents (source, &contents, NULL, NULL));
  text = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (text, before, after, 0), >, 0);
  g_assert_true (g_file_set_contents (target, text->str, (gssize) text->len, NULL));
  rules = foi_rules_new_from_directory (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (target), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return rules;
}

static FoiHolidays *
make_holidays (const char *day)
{
  char *json = g_strdup_printf (
    "{\"scotland\":{\"events\":[{\"title\":\"A day\",\"date\":\"%s\"}]}}", day);
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiHolidays) more = foi_holidays_new_from_json (bytes, "more", &error);

  g_assert_no_error (error);
  return foi_holidays_add (foi_holidays_get_default (), more);
}

static const struct
{
  const char *why;
  const char *path, *json;             /* in the case */
  const char *before, *after;          /* in the rules */
  const char *holiday;
  const char *words;                   /* that a draft then has */
} overrides[] = {
  { "limit", "authority/limits", "{\"appropriate-limit\":{\"pounds\":500}}", NULL, NULL, NULL,
    "the limit of £500" },
  { "rate", "authority/limits", "{\"appropriate-limit\":{\"rate\":30}}", NULL, NULL, NULL,
    "An hour of work counts as £30." },
  { "type", "authority/type", "\"central\"", NULL, NULL, NULL, "the limit of £600" },
  { "house wording", "authority/wording", "{\"re-use\":\"Use it as you like.\"}", NULL, NULL, NULL,
    "Use it as you like." },
  { "letter wording", "letters/response/paragraphs", "{\"re-use\":\"Use it once.\"}", NULL, NULL,
    NULL, "Use it once." },
  { "review window", "authority/review/window",
    "{\"n\":30,\"unit\":\"working\",\"from\":\"issue\"}", NULL, NULL, NULL,
    "by 15 January 2025" },
  { "name", "authority/name", "\"Another Council\"", NULL, NULL, NULL, "Another Council" },
  { "answer", "questions/q3/answer", "\"Something else.\"", NULL, NULL, NULL, "Something else." },
  { "limit in the rules", NULL, NULL, "\"pounds\": 450", "\"pounds\": 475", NULL,
    "the limit of £475" },
  { "paragraph in the rules", NULL, NULL, "Drawing this information together would cost",
    "To draw it together would cost", NULL, "To draw it together would cost" },
  { "holiday", NULL, NULL, NULL, NULL, "2024-12-05", "by 30 January 2025" },
};

static void
test_frozen (void)
{
  g_autoptr (FoiCaseState) draft = load_state ();
  g_autoptr (FoiCaseState) issued = issue (draft);
  g_autofree char *sent = dup_response (issued, foi_rules_get_default ());
  g_autofree char *drafted = dup_response (draft, foi_rules_get_default ());

  for (gsize i = 0; i < G_N_ELEMENTS (overrides); i++)
    {
      const char *path = overrides[i].path;
      g_autoptr (FoiRules) rules = overrides[i].before != NULL
                                     ? make_rules (overrides[i].before, overrides[i].after)
                                     : foi_rules_ref (foi_rules_get_default ());
      g_autoptr (FoiHolidays) holidays
        = overrides[i].holiday != NULL ? make_holidays (overrides[i].holiday) : NULL;
      g_autoptr (FoiCaseState) other_draft
        = path != NULL ? with_json (draft, path, overrides[i].json) : foi_case_state_ref (draft);
      g_autoptr (FoiCaseState) other_issued
        = path != NULL ? with_json (issued, path, overrides[i].json) : foi_case_state_ref (issued);
      g_autofree char *then = NULL, *now = NULL, *flat = NULL;
      g_auto (GStrv) pieces = NULL;

      g_test_message ("%s", overrides[i].why);
      foi_holidays_set_current (holidays);
      then = dup_response (other_draft, rules);
      now = dup_response (other_issued, rules);
      foi_holidays_set_current (NULL);
      pieces = g_regex_split_simple ("\\s+", then, 0, 0);
      flat = g_strjoinv (" ", pieces);
      g_assert_cmpstr (then, !=, drafted);
      if (strstr (flat, overrides[i].words) == NULL)
        g_error ("%s: not in the draft: %s\n%s", overrides[i].why, overrides[i].words, then);
      g_assert_cmpstr (now, ==, sent);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frozen/whatever-is-overridden", test_frozen);
  return g_test_run ();
}
