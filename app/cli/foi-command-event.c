/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-case-event.h"
#include "foi-cli.h"
#include "foi-cli-json.h"
#include "foi-clock-words.h"
#include "foi-clock.h"
#include "foi-commands.h"
#include "foi-edit.h"
#include "foi-error.h"
#include "foi-holiday-store.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"
#include "foi-register-state.h"

#define NAME "event"

typedef struct
{
  char    *format, *type, *date, *until, *question, *note;
  gboolean dry_run, json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->type);
  g_free (options->date);
  g_free (options->until);
  g_free (options->question);
  g_free (options->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ---- what can happen ------------------------------------------------------------------------- */

/* What services were asked is noted with the questions, by `foi ask`. */
static const FoiEventKind *
find_kind (const char *type)
{
  gsize n_kinds;
  const FoiEventKind *kinds = foi_event_get_kinds (&n_kinds);

  for (gsize i = 0; i < n_kinds; i++)
    if (g_strcmp0 (kinds[i].type, type) == 0 && !kinds[i].is_asking)
      return &kinds[i];
  return NULL;
}

static char *
dup_types (void)
{
  g_autoptr (GString) types = g_string_new (NULL);
  gsize n_kinds;
  const FoiEventKind *kinds = foi_event_get_kinds (&n_kinds);

  for (gsize i = 0; i < n_kinds; i++)
    if (!kinds[i].is_asking)
      g_string_append_printf (types, "%s%s", types->len > 0 ? ", " : "", kinds[i].type);
  return g_string_free (g_steal_pointer (&types), FALSE);
}

/* ---- noting it ------------------------------------------------------------------------------- */

/* An event that makes no sense is refused here: nobody sees beside it that it moves nothing. */
static gboolean
add (const Options *options, FoiCaseEditor *editor, GError **error)
{
  FoiCaseState *before = foi_case_get_state (foi_case_editor_get_case (editor));
  JsonNode *events = foi_case_state_get_node (before, "events");
  const guint position = foi_json_get_n_elements (events);
  g_autofree char *problem = NULL;
  FoiNewEvent event = {
    .type = options->type,
    .date = options->date != NULL ? foi_date_from_iso (options->date) : foi_clock_today (),
    .until = foi_date_from_iso (options->until),
    .note = options->note,
  };

  if (options->question != NULL)
    {
      event.question = foi_cli_find_question (foi_case_state_get_node (before, "questions"),
                                              options->question);
      if (event.question == NULL)
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("there is no question “%s”"),
                       options->question);
          return FALSE;
        }
    }
  if (!foi_case_editor_add_event (editor, &event, error))
    return FALSE;
  problem = foi_case_state_dup_event_problem (
    foi_case_get_state (foi_case_editor_get_case (editor)), position);
  if (problem != NULL)
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED, problem);
  return problem == NULL;
}

static int
say_done (const Options *options, const char *file, FoiCaseState *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiHolidays) holidays = foi_holiday_store_load (foi_holiday_store_get_folder (),
                                                             &error);
  g_autoptr (FoiRegisterRow) row = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const FoiDate today = foi_clock_today ();
  FoiRegisterState is;
  FoiJsonWriter json;

  if (holidays == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  /* As the list of cases has it. */
  row = foi_register_row_new (file, state, foi_rules_get_default (), holidays);
  is = foi_register_row_get_state (row, today);
  if (!options->json)
    {
      g_autofree char *words = foi_clock_dup_words (row->clock, today);

      g_string_append_printf (text, "%s. %s.\n", foi_register_state_to_words (is), words);
      return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
    }
  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "type", options->type);
  foi_json_writer_add_string (&json, "state", foi_register_state_to_name (is));
  foi_cli_json_add_date (&json, "due", row->clock->due);
  foi_json_writer_add_boolean (&json, "certain", row->clock->certain);
  foi_json_writer_add_boolean (&json, "written", !options->dry_run);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}

static int
run (const Options *options, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_auto (FoiEdit) edit = FOI_EDIT_NONE;

  if (!foi_edit_begin (&edit, file, options->dry_run))
    return FOI_EXIT_NOT_DONE;
  if (!add (options, edit.editor, &error) || !foi_edit_save (&edit, &error))
    return foi_cli_fail (file, "%s", error->message);
  return say_done (options, file, foi_edit_get_state (&edit));
}

/* ---- the command ----------------------------------------------------------------------------- */

static gboolean
check (Options *options, int argc)
{
  g_autofree char *types = dup_types ();

  if (!foi_cli_parse_format (NAME, options->format, &options->json)
      || !foi_cli_parse_past_day (NAME, "--date", options->date)
      || !foi_cli_parse_day (NAME, "--until", options->until)
      || (options->note != NULL && !foi_cli_parse_text (NAME, "--note", options->note)))
    return FALSE;
  if (options->type == NULL)
    foi_cli_fail (NAME, _("say with --type what happened: %s"), types);
  else if (find_kind (options->type) == NULL)
    foi_cli_fail ("--type", _("“%s” is not one of: %s"), options->type, types);
  else if (options->until != NULL && !g_str_equal (options->type, "extended"))
    foi_cli_fail ("--until", _("only an extension runs until a day"));
  else if (argc != 2)
    foi_cli_fail (NAME, _("name one case (try: foi help %s)"), NAME);
  else
    return TRUE;
  return FALSE;
}

/**
 * foi_cli_run_event:
 *
 * `foi event CASE --type TYPE`: notes that something happened to a request.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_event (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&options.format),
    { "type", 0, 0, G_OPTION_ARG_FILENAME, &options.type,
      N_("What happened: fee-received, complaint, complaint-closed…"), "TYPE" },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_("When, instead of today"), "DAY" },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &options.until, N_("Of an extension, until when"),
      "DAY" },
    { "question", 0, 0, G_OPTION_ARG_FILENAME, &options.question,
      N_("The one question that it is about, by id or number"), "QUESTION" },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options.note,
      N_("What is to be said of it: of a complaint that was closed, what it came to"), "WORDS" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Change nothing"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!check (&options, argc))
    return FOI_EXIT_NOT_DONE;
  return run (&options, argv[1]);
}
