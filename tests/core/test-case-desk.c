/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-approval.h"
#include "foi-case-asks.h"
#include "foi-case-attachments.h"
#include "foi-case-edits.h"
#include "foi-case-event.h"
#include "foi-case-file.h"
#include "foi-case-letters.h"
#include "foi-case-new.h"
#include "foi-case-outcome.h"
#include "foi-case-review.h"
#include "foi-case-status.h"
#include "foi-checks.h"
#include "foi-composer.h"
#include "foi-error.h"
#include "foi-issued.h"
#include "foi-json-edit.h"

/*
 * What happens to a case at the desk, in any order: services asked and chased, answers approved,
 * files attached, letters issued, withdrawn and corrected, reviews. Whatever it was, the case can
 * be saved, opened and judged; what can be undone is as it was, and what was issued stays.
 */

#define N_SESSIONS 60
#define N_COMMANDS 120

typedef struct
{
  GRand         *random;
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
  FoiHolidays   *holidays;
  guint          n_done;
  guint          n_most; /* records of issue: never fewer than before */
} Session;

static guint
pick (Session *session, guint n)
{
  return n == 0 ? 0 : (guint) g_rand_int_range (session->random, 0, (gint32) n);
}

static FoiCaseState *
get_state (Session *session)
{
  return foi_case_get_state (session->foi_case);
}

static const char *
pick_question (Session *session)
{
  static const char *const ids[] = { "q1", "q2", "q2a", "q9" };

  return ids[pick (session, G_N_ELEMENTS (ids))];
}

/* A working week or two around the day of receipt, and now and then a day far off. */
static FoiDate
pick_day (Session *session)
{
  const guint days = pick (session, 20) == 0 ? 4000 : pick (session, 90);

  return foi_date_from_iso ("2024-10-20") + (FoiDate) days;
}

static char *
dup_day (Session *session)
{
  return foi_date_to_iso (pick_day (session));
}

/* The id of one of the case's letters, or of none. */
static const char *
pick_letter (Session *session)
{
  JsonNode *letters = foi_case_state_get_node (get_state (session), "letters");
  JsonNode *letter = foi_json_get_element (letters, pick (session,
                                                          foi_json_get_n_elements (letters) + 1));

  return letter != NULL ? foi_json_get_string (letter, "id", "") : "none";
}

/* ---- commands: each says whether it was done ---- */

static gboolean
ask (Session *session, GError **error)
{
  FoiAsk asked = { .service = "Highways", .contact = "h@example.uk" };

  asked.service = pick (session, 2) == 0 ? "Highways" : "Housing";
  asked.asked = pick_day (session);
  asked.wanted_by = pick_day (session);
  return foi_case_editor_ask (session->editor, pick_question (session), &asked, error);
}

static gboolean
follow_ask (Session *session, GError **error)
{
  const char *question = pick_question (session);
  const guint position = pick (session, 3);
  const FoiDate day = pick_day (session);

  switch (pick (session, 3))
    {
    case 0:
      return foi_case_editor_chase (session->editor, question, position, day, error);
    case 1:
      return foi_case_editor_note_answered (session->editor, question, position, day, error);
    default:
      return foi_case_editor_remove_ask (session->editor, question, position, error);
    }
}

static gboolean
approve (Session *session, GError **error)
{
  const char *question = pick_question (session);

  if (pick (session, 4) == 0)
    return foi_case_editor_withdraw_approval (session->editor, question, error);
  return foi_case_editor_approve (session->editor, question, "A. Head", pick_day (session), error);
}

static gboolean
attach (Session *session, GError **error)
{
  g_autofree char *name = g_strdup_printf ("file%u.pdf", pick (session, 5));
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) attachment = foi_json_set_string (empty, "name", name, NULL);
  const FoiRedaction redaction = { "page 1", "Writer", "40(2)" };
  const guint position = pick (session, 4);

  switch (pick (session, 6))
    {
    case 0:
      return foi_case_editor_detach (session->editor, position, error);
    case 1:
      return foi_case_editor_move_attachment (session->editor, position, pick (session, 4), error);
    case 2:
      return foi_case_editor_rename_attachment (session->editor, position, name, error);
    case 3:
      return foi_case_editor_set_redaction (session->editor, position, pick (session, 2),
                                            &redaction, error);
    case 4:
      return foi_case_editor_remove_redaction (session->editor, position, pick (session, 2), error);
    default:
      return foi_case_editor_attach (session->editor, attachment, error);
    }
}

/* As the list of events does it: any kind on any day. */
static gboolean
add_event (Session *session, GError **error)
{
  gsize n_kinds;
  const FoiEventKind *kinds = foi_event_get_kinds (&n_kinds);
  g_autoptr (JsonNode) empty = foi_json_new_array ();
  JsonNode *events = foi_case_state_get_node (get_state (session), "events");
  g_autofree char *day = dup_day (session);
  g_autoptr (JsonNode) none = foi_json_new_object ();
  g_autoptr (JsonNode) typed
    = foi_json_set_string (none, "type", kinds[pick (session, (guint) n_kinds)].type, NULL);
  g_autoptr (JsonNode) event = foi_json_set_string (typed, "date", day, NULL);
  g_autoptr (JsonNode) more
    = foi_json_array_insert (events != NULL ? events : empty, foi_json_get_n_elements (events),
                             event);

  return foi_case_editor_set_node (session->editor, "events", more, "Add Event", error);
}

static gboolean
answer (Session *session, GError **error)
{
  g_autofree char *path = g_strdup_printf ("questions/%s/answer", pick_question (session));
  g_autofree char *text = g_strdup_printf ("We hold %u reports.", pick (session, 20));

  return foi_case_editor_set_string (session->editor, path, text, "Edit Answer", error);
}

static gboolean
start_letter (Session *session, GError **error)
{
  static const char *const types[] = { "response", "acknowledgement", "fees-notice", "extension",
                                       "clarification", "review", "no-such-letter" };
  g_autofree char *id = NULL;

  if (pick (session, 3) == 0)
    return foi_case_editor_correct_letter (session->editor, pick_letter (session), error);
  id = foi_case_editor_add_letter (session->editor, types[pick (session, G_N_ELEMENTS (types))],
                                   error);
  return id != NULL;
}

static gboolean
issue_letter (Session *session, GError **error)
{
  const char *id = pick_letter (session);
  g_autofree char *day = dup_day (session);
  const FoiIssueFacts facts = { day, "email", "A. Officer", NULL, "A4" };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  const FoiIssuedFile file = { "FOI1.pdf", "application/pdf", bytes };
  g_autoptr (FoiCaseState) dated
    = foi_case_state_with_letter_date (get_state (session), id, day, error);
  g_autoptr (FoiBrief) brief = dated != NULL ? foi_case_state_publish (dated) : NULL;
  g_autoptr (FoiLetter) letter
    = brief != NULL ? foi_letter_compose (brief, foi_rules_get_default (), id, FALSE, error) : NULL;
  g_autoptr (JsonNode) issued
    = letter != NULL ? foi_issued_new (letter, &facts, &file, 1, error) : NULL;

  return issued != NULL && foi_case_editor_issue_letter (session->editor, issued, error);
}

static gboolean
take_letter_back (Session *session, GError **error)
{
  g_autofree char *day = dup_day (session);

  if (pick (session, 3) == 0)
    return foi_case_editor_remove_letter (session->editor, pick_letter (session), error);
  return foi_case_editor_withdraw_letter (session->editor, pick_letter (session), day, "A. Head",
                                          pick (session, 4) == 0 ? "" : "A name was left in",
                                          error);
}

static gboolean
review (Session *session, GError **error)
{
  static const char *const decisions[]
    = { "upheld", "upheld-in-part", "overturned", "thrown-out", NULL };
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();
  FoiReviewStart start = { .asked = pick_day (session), .reviewer = "B. Other",
                           .complaint = "Too little", .questions = questions };
  g_autofree char *id = NULL;

  if (pick (session, 2) == 0)
    {
      const char *letter = foi_case_state_find_review (get_state (session));

      return foi_case_editor_decide_point (session->editor, letter != NULL ? letter : "none",
                                           pick_question (session),
                                           decisions[pick (session, G_N_ELEMENTS (decisions))],
                                           "As before.", error);
    }
  g_ptr_array_add (questions, (gpointer) pick_question (session));
  id = foi_case_editor_start_review (session->editor, &start, error);
  return id != NULL;
}

static gboolean (*const commands[]) (Session *session, GError **error) = {
  ask, follow_ask, follow_ask, approve, attach, attach, add_event, answer, start_letter,
  issue_letter, take_letter_back, review,
};

/* ---- what has to hold after each ---- */

/* Asks of the case are those of its questions. */
static void
check_asks (FoiCaseState *state)
{
  static const char *const ids[] = { "q1", "q2", "q2a" };
  g_autoptr (GArray) all = foi_case_state_list_asks (state, NULL);
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const guint n_asks = foi_case_state_get_n_asks (state, ids[i]);

      for (guint j = 0; j < n_asks; j++)
        {
          FoiAsk asked;

          g_assert_true (foi_case_state_get_ask (state, ids[i], j, &asked));
          g_assert_cmpstr (asked.service, !=, "");
        }
      n += n_asks;
    }
  g_assert_cmpuint (all->len, ==, n);
}

/* What an approval covers says so itself, and says otherwise as soon as the words are others. */
static void
check_approvals (FoiCaseState *state)
{
  FoiApproval approval;
  g_autoptr (FoiCaseState) other = NULL;

  foi_case_state_get_approval (state, "q1", &approval);
  if (approval.state != FOI_APPROVAL_GIVEN)
    return;
  {
    g_autoptr (FoiCase) twin = foi_case_new (state);
    g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (twin);
    g_autoptr (GError) error = NULL;

    foi_case_editor_set_string (editor, "questions/q1/answer", "Something else.", "Edit", &error);
    g_assert_no_error (error);
    other = foi_case_state_ref (foi_case_get_state (twin));
  }
  foi_case_state_get_approval (other, "q1", &approval);
  g_assert_cmpint (approval.state, ==, FOI_APPROVAL_CHANGED);
}

static void
check_issued (Session *session)
{
  const guint n
    = foi_json_get_n_elements (foi_case_state_get_node (get_state (session), "issued"));

  g_assert_cmpuint (n, >=, session->n_most);
  session->n_most = n;
}

/* Everything that is worked out of a case can be, whatever happened to it. */
static void
check_judged (Session *session)
{
  FoiRules *rules = foi_rules_get_default ();
  FoiCaseState *state = get_state (session);
  g_autoptr (FoiCaseClock) clock = foi_case_clock_new (state, rules, session->holidays);
  g_autoptr (FoiCaseOutcome) outcome = foi_case_outcome_new (state, rules, session->holidays);
  g_autofree char *words = foi_case_outcome_dup_words (outcome);
  g_autoptr (GPtrArray) findings
    = foi_checks_run (state, rules, session->holidays, pick_day (session), NULL);
  JsonNode *letters = foi_case_state_get_node (state, "letters");
  g_autoptr (FoiBrief) brief = foi_case_state_publish (state);

  g_assert_nonnull (findings);
  g_assert_cmpstr (foi_case_status_to_words (foi_case_state_get_status (state)), !=, "");
  if (clock->phase == FOI_CLOCK_ANSWERED || clock->phase == FOI_CLOCK_WITHDRAWN)
    g_assert_cmpint (clock->since, !=, FOI_DATE_NONE);
  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiLetter) letter = foi_issued_or_draft (
        brief, rules, foi_json_get_string (foi_json_get_element (letters, i), "id", ""), &error);

      g_assert_no_error (error);
      g_assert_nonnull (letter);
    }
}

static void
open_case (Session *session, FoiCaseState *state)
{
  session->foi_case = foi_case_new (state);
  session->editor = foi_case_editor_new (session->foi_case);
}

static void
close_case (Session *session)
{
  g_assert_finalize_object (session->editor);
  g_assert_finalize_object (session->foi_case);
}

/* What is saved opens again, and says the same. */
static void
check_saved (Session *session)
{
  g_autoptr (FoiCaseState) before = foi_case_state_ref (get_state (session));
  g_autoptr (GBytes) bytes = foi_case_file_write (before, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) again
    = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (foi_json_equal (foi_case_state_get_root (before),
                                 foi_case_state_get_root (again)));
  close_case (session);
  open_case (session, again);
}

static void
do_command (Session *session)
{
  g_autoptr (FoiCaseState) before = foi_case_state_ref (get_state (session));
  g_autoptr (GError) error = NULL;
  const gboolean done
    = commands[pick (session, G_N_ELEMENTS (commands))] (session, &error);
  g_autoptr (FoiCaseState) after = foi_case_state_ref (get_state (session));

  if (!done)
    {
      g_assert_nonnull (error);
      g_assert_true (after == before);
      return;
    }
  g_assert_no_error (error);
  session->n_done += after != before ? 1 : 0;
  if (after == before || !foi_case_editor_can_undo (session->editor))
    return;
  g_assert_true (foi_case_editor_undo (session->editor));
  g_assert_true (get_state (session) == before);
  g_assert_true (foi_case_editor_redo (session->editor));
  g_assert_true (get_state (session) == after);
}

static FoiCaseState *
new_case (void)
{
  const FoiNewCase facts = { .reference = "FOI1", .subject = "Reports",
                             .received = "2024-10-30", .regime = "foia",
                             .created = "2024-10-30T09:00:00Z", .revision = "0" };
  g_autoptr (FoiCaseState) blank = foi_case_state_new_case (&facts, NULL);
  g_autoptr (FoiCase) foi_case = foi_case_new (blank);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  g_autoptr (GError) error = NULL;

  foi_case_editor_add_question (editor, 0, "How many?", "Many", NULL, &error);
  g_assert_no_error (error);
  foi_case_editor_add_question (editor, 1, "How much?", "Much", NULL, &error);
  g_assert_no_error (error);
  foi_case_editor_set_string (editor, "authority/name", "Ashdale Borough Council", "Name", &error);
  g_assert_no_error (error);
  foi_case_editor_set_string (editor, "authority/team", "A. Officer", "Name", &error);
  g_assert_no_error (error);
  return foi_case_state_ref (foi_case_get_state (foi_case));
}

static void
test_sessions (void)
{
  g_autoptr (FoiCaseState) state = new_case ();
  FoiHolidays *holidays = foi_holidays_get_default ();
  guint n_done = 0, n_issued = 0;

  for (guint32 seed = 1; seed <= N_SESSIONS; seed++)
    {
      Session session = { .random = g_rand_new_with_seed (seed), .holidays = holidays };

      open_case (&session, state);
      for (guint i = 1; i <= N_COMMANDS; i++)
        {
          do_command (&session);
          check_asks (get_state (&session));
          check_issued (&session);
          if (i % 10 == 0)
            check_approvals (get_state (&session));
          if (i % 20 == 0)
            check_judged (&session);
          if (i % 40 == 0)
            check_saved (&session);
        }
      n_done += session.n_done;
      n_issued += session.n_most;
      close_case (&session);
      g_rand_free (session.random);
    }
  /* Else it proves little. */
  g_assert_cmpuint (n_done, >, N_SESSIONS * N_COMMANDS / 4);
  g_assert_cmpuint (n_issued, >, N_SESSIONS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-desk/random-commands", test_sessions);
  return g_test_run ();
}
