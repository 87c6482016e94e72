/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-file.h"
#include "foi-case-letters.h"
#include "foi-case-status.h"
#include "foi-composer.h"
#include "foi-error.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-letter-writers.h"

/* A letter's way out: issued as it stood, withdrawn with a reason, corrected after it was sent. */

typedef struct
{
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
} Fixture;

static FoiCaseState *
get_state (Fixture *fixture)
{
  return foi_case_get_state (fixture->foi_case);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), "data", "examples",
                                            "FOI651119421.foi.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = foi_case_file_load (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  fixture->foi_case = foi_case_new (state);
  fixture->editor = foi_case_editor_new (fixture->foi_case);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->foi_case);
}

static JsonNode *
freeze (Fixture *fixture, const char *letter_id, const char *date)
{
  const FoiIssueFacts facts = { date, "email", "A. Officer", NULL, "Letter" };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  const FoiIssuedFile file = { "FOI651119421.pdf", "application/pdf", bytes };
  g_autoptr (FoiCaseState) dated
    = foi_case_state_with_letter_date (get_state (fixture), letter_id, date, NULL);
  g_autoptr (FoiBrief) brief = foi_case_state_publish (dated);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) letter = foi_letter_compose (brief, foi_rules_get_default (), letter_id,
                                                     FALSE, &error);
  JsonNode *issued;

  g_assert_no_error (error);
  issued = foi_issued_new (letter, &facts, &file, 1, &error);
  g_assert_no_error (error);
  return issued;
}

static void
issue (Fixture *fixture, const char *letter_id, const char *date)
{
  g_autoptr (JsonNode) issued = freeze (fixture, letter_id, date);
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_case_editor_issue_letter (fixture->editor, issued, &error));
  g_assert_no_error (error);
}

static char *
issued_text (Fixture *fixture, const char *letter_id)
{
  g_autoptr (FoiBrief) brief = foi_case_state_publish (get_state (fixture));
  JsonNode *issued = foi_issued_find (brief, letter_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) letter = NULL;

  if (issued == NULL)
    return NULL;
  letter = foi_issued_read (issued, &error);
  g_assert_no_error (error);
  g_assert_false (letter->draft);
  return foi_letter_to_text (letter);
}

static void
change_figure (Fixture *fixture)
{
  foi_case_editor_set_string (fixture->editor, "questions/q3/answer", "Something else.", "Change",
                              NULL);
}

static void
test_frozen (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *sent = NULL;
  g_autofree char *later = NULL;

  issue (fixture, "response", "2024-11-27");
  sent = issued_text (fixture, "response");
  g_assert_nonnull (strstr (sent, "20,049"));
  change_figure (fixture);
  later = issued_text (fixture, "response");
  g_assert_cmpstr (later, ==, sent);
}

static void
test_recorded (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoiBrief) brief = NULL;
  FoiCaseState *state;

  issue (fixture, "response", "2024-11-28");
  state = get_state (fixture);
  g_assert_cmpstr (foi_case_state_get_string (state, "letters/response/date"), ==, "2024-11-28");
  brief = foi_case_state_publish (state);
  g_assert_cmpstr (foi_issued_find_paper (brief, "response"), ==, "Letter");
  g_assert_cmpstr (foi_case_state_get_string (state, "issued/#0/how"), ==, "email");
  g_assert_cmpstr (foi_case_state_get_string (state, "issued/#0/by"), ==, "A. Officer");
  g_assert_null (foi_case_state_get_node (state, "issued/#0/approver"));
  /* What sha256sum says of "abc". */
  g_assert_cmpstr (foi_case_state_get_string (state, "issued/#0/files/#0/sha256"), ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpuint (foi_json_get_n_elements (foi_case_state_get_node (state, "issued/#0/tables")),
                    ==, 2);
  g_assert_null (foi_case_state_get_node (state, "issued/#0/tree/tables"));
}

static void
test_not_undone_by_a_key (Fixture *fixture, gconstpointer unused)
{
  change_figure (fixture);
  issue (fixture, "response", "2024-11-27");
  g_assert_false (foi_case_editor_can_undo (fixture->editor));
  g_assert_false (foi_case_editor_can_redo (fixture->editor));
  g_assert_true (foi_case_editor_is_modified (fixture->editor));
}

static void
test_never_overwritten (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GError) error = NULL;

  issue (fixture, "response", "2024-11-27");
  again = freeze (fixture, "response", "2024-11-28");
  g_assert_false (foi_case_editor_issue_letter (fixture->editor, again, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_assert_cmpuint (foi_json_get_n_elements (foi_case_state_get_node (get_state (fixture),
                                                                      "issued")), ==, 1);
}

/* What the profile in the case says, and whether a letter can go out with it. */
static void
test_from_somebody (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *authority;
    gboolean names_authority, names_sender;
  } rows[] = {
    { NULL, FALSE, FALSE },
    { "{}", FALSE, FALSE },
    { "{\"name\":\" \",\"team\":\"Information Governance\"}", FALSE, TRUE },
    { "{\"name\":\"Anytown Council\"}", TRUE, FALSE },
    { "{\"name\":\"Anytown Council\",\"team\":\"\"}", TRUE, FALSE },
    { "{\"name\":\"Anytown Council\",\"signatory\":{\"role\":\"Officer\"}}", TRUE, FALSE },
    { "{\"name\":\"Anytown Council\",\"signatory\":{\"name\":\"A. Officer\"}}", TRUE, TRUE },
    { "{\"name\":\"Anytown Council\",\"team\":\"Information Governance\"}", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) authority
        = rows[i].authority != NULL ? json_from_string (rows[i].authority, NULL) : NULL;
      const gboolean may_go = rows[i].names_authority && rows[i].names_sender;
      g_autoptr (JsonNode) issued = NULL;
      g_autoptr (GError) error = NULL;

      if (authority != NULL)
        json_node_seal (authority);
      foi_case_editor_set_node (fixture->editor, "authority", authority, "Change", &error);
      g_assert_no_error (error);
      g_assert_true (foi_case_state_names_authority (get_state (fixture))
                     == rows[i].names_authority);
      g_assert_true (foi_case_state_names_sender (get_state (fixture)) == rows[i].names_sender);
      issued = freeze (fixture, "response", "2024-11-27");
      g_assert_true (foi_case_editor_issue_letter (fixture->editor, issued, &error) == may_go);
      if (!may_go)
        g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
      else if (!foi_case_editor_withdraw_letter (fixture->editor, "response", "2024-11-27", NULL,
                                                 "Again", NULL))
        g_assert_not_reached ();
    }
}

static void
test_withdrawn (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  issue (fixture, "response", "2024-11-27");
  g_assert_false (foi_case_editor_withdraw_letter (fixture->editor, "response", "2024-11-27", NULL,
                                                   "", &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (foi_case_editor_withdraw_letter (fixture->editor, "response", "2024-11-27", NULL,
                                                  "The figures of 2019/20 were queried", &error));
  g_assert_null (issued_text (fixture, "response"));
  g_assert_cmpstr (foi_case_state_get_string (get_state (fixture), "issued/#0/withdrawn/reason"),
                   ==, "The figures of 2019/20 were queried");
  change_figure (fixture);
  issue (fixture, "response", "2024-11-29");
  text = issued_text (fixture, "response");
  g_assert_nonnull (strstr (text, "Something else."));
  g_assert_cmpuint (foi_json_get_n_elements (foi_case_state_get_node (get_state (fixture),
                                                                      "issued")), ==, 2);
}

static void
test_corrected (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiBrief) brief = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;
  g_autoptr (FoiLetter) third = NULL;

  g_assert_false (foi_case_editor_correct_letter (fixture->editor, "response", &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND);
  issue (fixture, "response", "2024-11-27");
  g_assert_true (foi_case_editor_correct_letter (fixture->editor, "response", NULL));
  brief = foi_case_state_publish (get_state (fixture));
  g_assert_cmpstr (foi_brief_get_current_letter (brief), ==, "response-2");
  g_assert_null (foi_issued_find (brief, "response-2"));
  change_figure (fixture);
  issue (fixture, "response-2", "2024-12-02");
  first = issued_text (fixture, "response");
  second = issued_text (fixture, "response-2");
  g_assert_null (strstr (first, "Something else."));
  g_assert_nonnull (strstr (second, "Something else."));
  g_assert_nonnull (strstr (second, "2 December 2024"));
  g_assert_nonnull (strstr (second, "replaces our letter of 27 November 2024."));
  g_assert_null (strstr (first, "replaces our letter"));

  /* The third replaces the second. */
  g_assert_true (foi_case_editor_correct_letter (fixture->editor, "response-2", NULL));
  g_clear_pointer (&brief, foi_brief_unref);
  brief = foi_case_state_publish (get_state (fixture));
  third = foi_issued_or_draft (brief, foi_rules_get_default (), "response-3", &error);
  text = foi_letter_to_text (third);
  g_assert_nonnull (strstr (text, "replaces our letter of 2 December 2024."));
}

static void
assert_stands (Fixture *fixture, gboolean is_issued, gboolean is_changed)
{
  g_autoptr (FoiBrief) brief = foi_case_state_publish (get_state (fixture));
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) letter
    = foi_issued_or_draft (brief, foi_rules_get_default (), foi_brief_get_current_letter (brief),
                           &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = foi_letter_to_text (letter);
  g_assert_cmpint (letter->draft, ==, !is_issued);
  g_assert_cmpint (foi_case_state_is_issued (get_state (fixture)), ==, is_issued);
  g_assert_cmpint (strstr (text, "Something else.") != NULL, ==, is_changed);
  g_assert_nonnull (foi_letter_find_table (letter, "mash-calls"));
  g_assert_null (foi_letter_find_table (letter, "mash"));
}

/* What every output is made of, from the first draft to the correction. */
static void
test_stands (Fixture *fixture, gconstpointer unused)
{
  assert_stands (fixture, FALSE, FALSE);
  issue (fixture, "response", "2024-11-27");
  assert_stands (fixture, TRUE, FALSE);
  change_figure (fixture);
  assert_stands (fixture, TRUE, FALSE);
  g_assert_true (foi_case_editor_correct_letter (fixture->editor, "response", NULL));
  assert_stands (fixture, FALSE, TRUE);
  issue (fixture, "response-2", "2024-12-02");
  assert_stands (fixture, TRUE, TRUE);
  g_assert_true (foi_case_editor_withdraw_letter (fixture->editor, "response-2", "2024-12-02", NULL,
                                                  "Not sent", NULL));
  assert_stands (fixture, FALSE, TRUE);
}

static void
test_saved_and_read_again (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (FoiBrief) brief = NULL;
  g_autoptr (FoiLetter) letter = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *read_text = NULL;

  issue (fixture, "response", "2024-11-27");
  text = issued_text (fixture, "response");
  bytes = foi_case_file_write (get_state (fixture), &error);
  g_assert_no_error (error);
  state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  again = foi_case_file_write (state, &error);
  g_assert_true (g_bytes_equal (bytes, again));
  brief = foi_case_state_publish (state);
  letter = foi_issued_read (foi_issued_find (brief, "response"), &error);
  g_assert_no_error (error);
  read_text = foi_letter_to_text (letter);
  g_assert_cmpstr (read_text, ==, text);
}

static void
set_member (Fixture *fixture, const char *path, const char *json)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;
  g_autoptr (GError) error = NULL;

  if (node != NULL)
    json_node_seal (node);
  foi_case_editor_set_node (fixture->editor, path, node, "Change", &error);
  g_assert_no_error (error);
}

/* What is in the case now is a case that opens, with a letter of that text. */
static void
assert_opens (Fixture *fixture, const char *date, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foi_case_file_write (get_state (fixture), &error);
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (FoiBrief) brief = NULL;
  g_autoptr (FoiLetter) letter = NULL;
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (foi_case_state_get_string (state, "letters/response/date"), ==, date);
  brief = foi_case_state_publish (state);
  letter = foi_issued_read (foi_issued_find (brief, "response"), &error);
  g_assert_no_error (error);
  found = foi_letter_to_text (letter);
  g_assert_nonnull (strstr (found, text));
}

/* A case need not say that it has a response. */
static void
test_without_letters (Fixture *fixture, gconstpointer letters)
{
  set_member (fixture, "letters", letters);
  issue (fixture, "response", "2024-11-27");
  assert_opens (fixture, "2024-11-27", "27 November 2024");
}

#define TABLE_NAME "\"name\": \"mash-calls\","
#define NOTES "\"foi:notes\": [" \
  "{\"id\":\"a\",\"text\":\"First words.\",\"field\":\"year\"}," \
  "{\"id\":\"a\",\"text\":\"Second words.\",\"field\":\"calls\"}," \
  "{\"text\":\"Third words.\"}, {\"id\":\"3\",\"text\":\"Fourth words.\"}],"

static void
add_notes (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = foi_case_file_write (get_state (fixture), NULL);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (bytes, NULL),
                                               (gssize) g_bytes_get_size (bytes));
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (text, TABLE_NAME, TABLE_NAME NOTES, 1), ==, 1);
  changed = g_bytes_new (text->str, text->len);
  state = foi_case_file_parse (changed, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  foi_case_editor_push (fixture->editor, state, "Change", NULL);
}

/* Nothing says that the notes of a table have ids, or ids of their own. */
static void
test_notes_of_one_name (Fixture *fixture, gconstpointer unused)
{
  add_notes (fixture);
  issue (fixture, "response", "2024-11-27");
  assert_opens (fixture, "2024-11-27", "[note 1] First words.");
  assert_opens (fixture, "2024-11-27", "[note 2] Second words.");
  assert_opens (fixture, "2024-11-27", "Third words.");
  assert_opens (fixture, "2024-11-27", "Fourth words.");
  /* The heads of the first columns, on their last line: each has its own mark. */
  assert_opens (fixture, "2024-11-27", "1]            [note 2]       figures");
}

/* The type of the last event, and what it says of a day. */
static void
assert_event (Fixture *fixture, const char *type, const char *until)
{
  JsonNode *events = foi_case_state_get_node (get_state (fixture), "events");
  const guint n_events = foi_json_get_n_elements (events);
  JsonNode *event = n_events > 0 ? foi_json_get_element (events, n_events - 1) : NULL;

  g_assert_cmpstr (foi_json_get_string (event, "type", NULL), ==, type);
  g_assert_cmpstr (foi_json_get_string (event, "until", NULL), ==, until);
}

/* What each letter tells of the request, and whether the request is answered by it; one that is
 * taken back did not stop the clock. */
static void
test_types (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *type, *event;
    FoiCaseStatus status;
    gboolean is_answer;
  } facts[] = {
    { "acknowledgement", "acknowledged", FOI_STATUS_DRAFT, FALSE },
    { "clarification", "clarification-asked", FOI_STATUS_DRAFT, FALSE },
    { "fees-notice", "fees-notice", FOI_STATUS_DRAFT, FALSE },
    { "pit-extension", "extended", FOI_STATUS_DRAFT, FALSE },
    { "eir-extension", "extended", FOI_STATUS_DRAFT, FALSE },
    { "late", NULL, FOI_STATUS_DRAFT, FALSE },
    { "business-as-usual", "issued", FOI_STATUS_ISSUED, TRUE },
    { "review", "review-answered", FOI_STATUS_CLOSED, FALSE },
  };

  foi_case_editor_set_node (fixture->editor, "events", NULL, "Clear", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const gboolean extends = g_strcmp0 (facts[i].event, "extended") == 0;
      g_autoptr (GError) error = NULL;
      g_autofree char *id = foi_case_editor_add_letter (fixture->editor, facts[i].type, &error);
      g_autofree char *path = g_strdup_printf ("letters/%s/particulars/until", id);

      g_assert_no_error (error);
      g_assert_cmpstr (id, ==, facts[i].type);
      if (extends)
        foi_case_editor_set_string (fixture->editor, path, "2024-12-30", "Date", NULL);
      issue (fixture, id, "2024-11-27");
      assert_event (fixture, facts[i].event, extends ? "2024-12-30" : NULL);
      g_assert_cmpint (foi_case_state_get_status (get_state (fixture)), ==, facts[i].status);
      g_assert_cmpint (foi_case_state_is_issued (get_state (fixture)), ==, facts[i].is_answer);
      g_assert_true (foi_case_editor_withdraw_letter (fixture->editor, id, "2024-11-27", NULL, "No",
                                                      NULL));
      assert_event (fixture, "withdrawn", NULL);
      g_assert_cmpuint (
        foi_json_get_n_elements (foi_case_state_get_node (get_state (fixture), "events")), ==,
        facts[i].is_answer ? 2 : 1);
      foi_case_editor_set_node (fixture->editor, "events", NULL, "Clear", NULL);
    }
}

/* A letter is begun and undone; a draft is deleted, what was issued once is not. */
static void
test_begun (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = foi_case_editor_add_letter (fixture->editor, "late", &error);
  g_autofree char *second = foi_case_editor_add_letter (fixture->editor, "late", &error);
  g_autoptr (FoiBrief) brief = foi_case_state_publish (get_state (fixture));

  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, "late");
  g_assert_cmpstr (second, ==, "late-2");
  g_assert_cmpstr (foi_brief_get_current_letter (brief), ==, "response");
  g_assert_true (foi_case_editor_undo (fixture->editor));
  g_assert_null (foi_case_state_get_node (get_state (fixture), "letters/late-2"));
  g_assert_true (foi_case_editor_remove_letter (fixture->editor, "late", NULL));
  g_assert_null (foi_case_state_get_node (get_state (fixture), "letters/late"));
  g_assert_true (foi_case_editor_undo (fixture->editor));
  issue (fixture, "late", "2024-12-02");
  g_assert_false (foi_case_editor_remove_letter (fixture->editor, "late", &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (foi_case_editor_remove_letter (fixture->editor, "late-2", &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (foi_case_editor_add_letter (fixture->editor, "postcard", &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_VALUE);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/issued/frozen", test_frozen);
  add ("/issued/recorded", test_recorded);
  add ("/issued/not-undone-by-a-key", test_not_undone_by_a_key);
  add ("/issued/never-overwritten", test_never_overwritten);
  add ("/issued/from-somebody", test_from_somebody);
  add ("/issued/withdrawn", test_withdrawn);
  add ("/issued/corrected", test_corrected);
  add ("/issued/stands", test_stands);
  add ("/issued/types", test_types);
  add ("/issued/begun", test_begun);
  add ("/issued/saved-and-read-again", test_saved_and_read_again);
  g_test_add ("/issued/without-letters", Fixture, NULL, set_up, test_without_letters, tear_down);
  g_test_add ("/issued/without-any-letter", Fixture, "[]", set_up, test_without_letters, tear_down);
  add ("/issued/notes-of-one-name", test_notes_of_one_name);
  return g_test_run ();
}
