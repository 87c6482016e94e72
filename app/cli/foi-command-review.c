/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-clock.h"
#include "foi-case-review.h"
#include "foi-cli.h"
#include "foi-cli-json.h"
#include "foi-commands.h"
#include "foi-edit.h"
#include "foi-error.h"
#include "foi-holiday-store.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"
#include "foi-review.h"

#define NAME "review"

typedef struct
{
  char    *format, *asked, *reviewer, *complaint, *decision, *finding;
  GStrv    questions;
  gboolean dry_run, json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->asked);
  g_free (options->reviewer);
  g_free (options->complaint);
  g_free (options->decision);
  g_free (options->finding);
  g_strfreev (options->questions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
start (const Options *options, FoiCaseEditor *editor, GPtrArray *ids, GError **error)
{
  const FoiReviewStart wanted = {
    foi_date_from_iso (options->asked),
    options->reviewer != NULL ? options->reviewer : "",
    options->complaint != NULL ? options->complaint : "",
    ids,
  };
  g_autofree char *letter = foi_case_editor_start_review (editor, &wanted, error);

  return letter != NULL;
}

static gboolean
decide (const Options *options, FoiCaseEditor *editor, GPtrArray *ids, GError **error)
{
  FoiCaseState *state = foi_case_get_state (foi_case_editor_get_case (editor));
  g_autofree char *letter = g_strdup (foi_case_state_find_review (state));

  if (letter == NULL)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                           _("There is no internal review in this case"));
      return FALSE;
    }
  for (guint i = 0; i < ids->len; i++)
    if (!foi_case_editor_decide_point (editor, letter, ids->pdata[i], options->decision,
                                       options->finding, error))
      return FALSE;
  return TRUE;
}

static void
add_points (FoiJsonWriter *json, JsonNode *particulars)
{
  foi_json_writer_begin_array (json, "points");
  for (guint i = 0; i < foi_review_get_n_points (particulars); i++)
    {
      FoiReviewPoint point;

      foi_review_get_point (particulars, i, &point);
      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "question", point.question);
      foi_cli_json_add_text (json, "decision", point.decision[0] != '\0' ? point.decision : NULL);
      foi_json_writer_add_boolean (json, "complete", foi_review_point_is_complete (&point));
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static void
say_as_json (const Options *options, GString *text, JsonNode *letter, FoiCaseClock *clock)
{
  JsonNode *particulars = foi_json_get_member (letter, "particulars");
  const char *decision = foi_review_get_decision (particulars);
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "letter", foi_json_get_string (letter, "id", ""));
  foi_cli_json_add_date (&json, "due", clock->due);
  foi_cli_json_add_date (&json, "latest", clock->latest);
  foi_json_writer_add_boolean (&json, "certain", clock->certain);
  foi_cli_json_add_text (&json, "decision", decision[0] != '\0' ? decision : NULL);
  add_points (&json, particulars);
  foi_json_writer_add_boolean (&json, "written", !options->dry_run);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
}

static void
say_as_text (GString *text, JsonNode *letter, FoiCaseClock *clock)
{
  const char *decision = foi_review_get_decision (foi_json_get_member (letter, "particulars"));
  g_autofree char *due = clock->due != FOI_DATE_NONE ? foi_date_to_words (clock->due) : NULL;
  g_autofree char *latest = clock->latest != FOI_DATE_NONE ? foi_date_to_words (clock->latest)
                                                           : NULL;

  if (due != NULL)
    g_string_append_printf (text, _("The review is due by %s.\n"), due);
  if (latest != NULL)
    g_string_append_printf (text, _("Where it is unusually complex, by guidance by %s.\n"), latest);
  if (decision[0] != '\0')
    g_string_append_printf (text, "%s.\n", foi_review_decision_to_words (decision));
}

static int
say_done (const Options *options, FoiCaseState *state)
{
  g_autofree char *path
    = g_strconcat ("letters/", foi_case_state_find_review (state), NULL);
  JsonNode *letter = foi_case_state_get_node (state, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiHolidays) holidays = foi_holiday_store_load (foi_holiday_store_get_folder (),
                                                             &error);
  g_autoptr (FoiCaseClock) clock = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (holidays == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  clock = foi_case_clock_new (state, foi_rules_get_default (), holidays);
  if (options->json)
    say_as_json (options, text, letter, clock);
  else
    say_as_text (text, letter, clock);
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}

static int
run (const Options *options, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_auto (FoiEdit) edit = FOI_EDIT_NONE;

  if (!foi_edit_begin (&edit, file, options->dry_run))
    return FOI_EXIT_NOT_DONE;
  ids = foi_cli_list_questions (options->questions, edit.before, &error);
  if (ids == NULL
      || !(options->asked != NULL ? start (options, edit.editor, ids, &error)
                                  : decide (options, edit.editor, ids, &error))
      || !foi_edit_save (&edit, &error))
    return foi_cli_fail (file, "%s", error->message);
  return say_done (options, foi_edit_get_state (&edit));
}

/* Paragraphs may have as many lines as they want. */
static gboolean
is_text (const char *option, const char *text)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  foi_cli_fail (NAME, _("%s is not UTF-8 text"), option);
  return FALSE;
}

/* Says what is missing, or does not go together; FALSE if anything is. */
static gboolean
check (Options *options, int argc)
{
  const gboolean decides = options->decision != NULL || options->finding != NULL;

  if (!foi_cli_parse_format (NAME, options->format, &options->json)
      || !foi_cli_parse_past_day (NAME, "--asked", options->asked)
      || (options->reviewer != NULL && !foi_cli_parse_text (NAME, "--reviewer", options->reviewer))
      || !is_text ("--complaint", options->complaint)
      || !is_text ("--finding", options->finding))
    return FALSE;
  if (options->asked != NULL && decides)
    foi_cli_fail ("--asked", _("a review is begun first, and decided afterwards"));
  else if (options->asked == NULL && !decides)
    foi_cli_fail (NAME, _("say with --asked when the review was asked for, or decide its points "
                          "with --decide (try: foi help %s)"), NAME);
  else if (options->asked == NULL && (options->reviewer != NULL || options->complaint != NULL))
    foi_cli_fail (NAME, _("--reviewer and --complaint go with --asked"));
  else if (argc != 2)
    foi_cli_fail (NAME, _("name one case (try: foi help %s)"), NAME);
  else
    return TRUE;
  return FALSE;
}

/**
 * foi_cli_run_review:
 *
 * `foi review CASE --asked DAY`: begins an internal review; with --decide, decides its points.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_review (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&options.format),
    { "asked", 0, 0, G_OPTION_ARG_FILENAME, &options.asked,
      N_("The day on which the review was asked for"), "DAY" },
    { "reviewer", 0, 0, G_OPTION_ARG_FILENAME, &options.reviewer, N_("Who carries it out"),
      "NAME" },
    { "complaint", 0, 0, G_OPTION_ARG_FILENAME, &options.complaint,
      N_("What the requester is unhappy with"), "WORDS" },
    { "question", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.questions,
      N_("What it is about, or what is decided, by id or number; else all"), "QUESTION" },
    { "decide", 0, 0, G_OPTION_ARG_FILENAME, &options.decision,
      N_("What was decided afresh: upheld, upheld-in-part, overturned"), "OUTCOME" },
    { "finding", 0, 0, G_OPTION_ARG_FILENAME, &options.finding, N_("Why it was decided so"),
      "WORDS" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Change nothing"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!check (&options, argc))
    return FOI_EXIT_NOT_DONE;
  return run (&options, argv[1]);
}
