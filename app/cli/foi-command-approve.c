/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-approval-paper.h"
#include "foi-case-approval.h"
#include "foi-cli.h"
#include "foi-clock.h"
#include "foi-commands.h"
#include "foi-edit.h"
#include "foi-eml.h"
#include "foi-error.h"
#include "foi-holiday-store.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"
#include "foi-layout.h"
#include "foi-letter-painter.h"
#include "foi-paper.h"

#define NAME "approve"

typedef struct
{
  char    *format, *by, *date, *send, *output;
  GStrv    questions;
  gboolean withdraw, dry_run, force, json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->by);
  g_free (options->date);
  g_free (options->send);
  g_free (options->output);
  g_strfreev (options->questions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static FoiDate
get_day (const Options *options)
{
  return options->date != NULL ? foi_date_from_iso (options->date) : foi_clock_today ();
}

static gboolean
approve (const Options *options, FoiCaseEditor *editor, GPtrArray *ids, GError **error)
{
  const FoiDate day = get_day (options);

  for (guint i = 0; i < ids->len; i++)
    if (!(options->withdraw
            ? foi_case_editor_withdraw_approval (editor, ids->pdata[i], error)
            : foi_case_editor_approve (editor, ids->pdata[i], options->by, day, error)))
      return FALSE;
  return TRUE;
}

static int
say_done (const Options *options, FoiCaseState *state, GPtrArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);
  FoiJsonWriter json;

  if (!options->json)
    {
      g_string_append_printf (text, options->withdraw
                                      ? ngettext ("The approval of %u question is taken back.\n",
                                                  "The approval of %u questions is taken back.\n",
                                                  ids->len)
                                      : ngettext ("%u question is approved.\n",
                                                  "%u questions are approved.\n", ids->len),
                              ids->len);
      return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
    }
  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_begin_array (&json, "questions");
  for (guint i = 0; i < ids->len; i++)
    {
      FoiApproval approval;

      foi_case_state_get_approval (state, ids->pdata[i], &approval);
      foi_json_writer_begin_object (&json, NULL);
      foi_json_writer_add_string (&json, "id", ids->pdata[i]);
      foi_json_writer_add_string (&json, "state", foi_approval_state_to_name (approval.state));
      foi_json_writer_end_object (&json);
    }
  foi_json_writer_end_array (&json);
  foi_json_writer_add_boolean (&json, "written", !options->dry_run);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}

/* Writes to whoever is to agree, and notes nothing: nobody has agreed yet. */
static int
send (const Options *options, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (FoiCaseState) state = foi_cli_load (file, &faults, &error);
  g_autoptr (FoiHolidays) holidays = NULL;
  g_autoptr (FoiLetter) paper = NULL;
  g_autoptr (FoiLayout) layout = NULL;
  g_autoptr (GBytes) pdf = NULL, eml = NULL;

  if (state == NULL)
    return foi_cli_fail_with_errors (file, faults, error);
  holidays = foi_holiday_store_load (foi_holiday_store_get_folder (), &error);
  if (holidays == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  paper = foi_approval_paper_new (state, foi_rules_get_default (), holidays, get_day (options),
                                  &error);
  if (paper == NULL)
    return foi_cli_fail (file, "%s", error->message);
  layout = foi_layout_new (paper, FOI_PAPER_A4, NULL);
  pdf = foi_letter_to_pdf (layout, &error);
  if (pdf == NULL)
    return foi_cli_fail (file, "%s", error->message);
  eml = foi_approval_paper_to_eml (paper, state, options->send, get_day (options), pdf, &error);
  if (eml == NULL)
    return foi_cli_fail (file, "%s", error->message);
  if (!foi_cli_write (options->output, eml, file, options->force, &error))
    return foi_cli_fail (options->output, "%s", error->message);
  return FOI_EXIT_DONE;
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
  if (ids == NULL || !approve (options, edit.editor, ids, &error)
      || !foi_edit_save (&edit, &error))
    return foi_cli_fail (file, "%s", error->message);
  return say_done (options, foi_edit_get_state (&edit), ids);
}

/* Says what is missing, or does not go together; FALSE if anything is. */
static gboolean
check (Options *options, int argc)
{
  g_autofree char *addresses = foi_eml_dup_addresses (options->send);

  if (!foi_cli_parse_format (NAME, options->format, &options->json)
      || !(options->send != NULL ? foi_cli_parse_day : foi_cli_parse_past_day) (NAME, "--date",
                                                                               options->date)
      || (!options->withdraw && options->send == NULL
          && !foi_cli_parse_text (NAME, "--by", options->by)))
    return FALSE;
  if (options->send != NULL && addresses[0] == '\0')
    foi_cli_fail ("--send", _("“%s” has no e-mail address"), options->send);
  else if ((options->send != NULL) != (options->output != NULL))
    foi_cli_fail ("-o", _("a draft is written with --send, and only then"));
  else if (options->send != NULL && (options->by != NULL || options->withdraw))
    foi_cli_fail ("--send", _("this asks for approval, and goes with neither --by nor --withdraw"));
  else if (argc != 2)
    foi_cli_fail (NAME, _("name one case (try: foi help %s)"), NAME);
  else
    return TRUE;
  return FALSE;
}

/**
 * foi_cli_run_approve:
 *
 * `foi approve CASE --by NAME`: notes who agrees to the answers as they are now.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_approve (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&options.format),
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by, N_("Who approves"), "NAME" },
    { "question", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.questions,
      N_("What is approved, by its id or number; else the whole letter"), "QUESTION" },
    { "withdraw", 0, 0, G_OPTION_ARG_NONE, &options.withdraw, N_("Take approval back"), NULL },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_("The day, instead of today"), "DAY" },
    { "send", 0, 0, G_OPTION_ARG_FILENAME, &options.send,
      N_("Write to somebody for approval, with the draft and what was found"), "E-MAIL" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Where that mail goes, an .eml file; - is standard output"), "FILE" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_("Replace a file that is there"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Change nothing"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!check (&options, argc))
    return FOI_EXIT_NOT_DONE;
  return options.send != NULL ? send (&options, argv[1]) : run (&options, argv[1]);
}
