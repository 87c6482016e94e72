/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "foi-ask-mail.h"
#include "foi-case-asks.h"
#include "foi-cli.h"
#include "foi-cli-json.h"
#include "foi-clock.h"
#include "foi-commands.h"
#include "foi-edit.h"
#include "foi-eml.h"
#include "foi-error.h"
#include "foi-holiday-store.h"
#include "foi-json-edit.h"

#define NAME "ask"

typedef struct
{
  char    *format, *service, *contact, *wanted_by, *date, *output;
  GStrv    questions;
  gboolean chase, answered, dry_run, force, json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->service);
  g_free (options->contact);
  g_free (options->wanted_by);
  g_free (options->date);
  g_free (options->output);
  g_strfreev (options->questions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What is done to one case. */
typedef struct
{
  const Options *options;
  FoiEdit       *edit;
  FoiCaseClock  *clock;
  GPtrArray     *questions; /* of char *, the ids */
  FoiDate        day;
  FoiAskMail    *mail;      /* or NULL */
  FoiAsk         ask;
} Errand;

/* ---- which questions ------------------------------------------------------------------------- */

static gboolean
take_named (Errand *errand, GError **error)
{
  JsonNode *questions = foi_case_state_get_node (errand->edit->before, "questions");
  const GStrv names = errand->options->questions;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *id = foi_cli_find_question (questions, names[i]);

      if (id == NULL)
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"),
                       names[i]);
          return FALSE;
        }
      if (!g_ptr_array_find_with_equal_func (errand->questions, id, g_str_equal, NULL))
        g_ptr_array_add (errand->questions, g_strdup (id));
    }
  return TRUE;
}

/* Those about which the service is still waited for. */
static gboolean
take_waiting (Errand *errand, GError **error)
{
  const char *service = errand->options->service;
  g_autoptr (GArray) asks = foi_case_state_list_asks (errand->edit->before, service);

  for (guint i = 0; i < asks->len; i++)
    {
      const FoiAskPlace *place = &g_array_index (asks, FoiAskPlace, i);

      if (place->ask.answered == FOI_DATE_NONE
          && !g_ptr_array_find_with_equal_func (errand->questions, place->question, g_str_equal,
                                                NULL))
        g_ptr_array_add (errand->questions, g_strdup (place->question));
    }
  if (errand->questions->len > 0)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("%s is not waited for"), service);
  return FALSE;
}

/* ---- what is noted --------------------------------------------------------------------------- */

/* How the service was reached last. */
static const char *
find_contact (const Errand *errand)
{
  g_autoptr (GArray) asks = foi_case_state_list_asks (errand->edit->before,
                                                      errand->options->service);
  const char *contact = "";

  for (guint i = 0; i < asks->len; i++)
    {
      const FoiAskPlace *place = &g_array_index (asks, FoiAskPlace, i);

      if (place->ask.contact[0] != '\0')
        contact = place->ask.contact;
    }
  return contact;
}

static gboolean
ask (Errand *errand, const char *question, GError **error)
{
  const Options *options = errand->options;

  errand->ask = (FoiAsk) {
    .service = options->service,
    .contact = options->contact != NULL ? options->contact : find_contact (errand),
    .asked = errand->day,
    .wanted_by = options->wanted_by != NULL
                   ? foi_date_from_iso (options->wanted_by)
                   : foi_case_state_propose_ask_day (errand->edit->before, errand->clock,
                                                     errand->day),
  };
  return foi_case_editor_ask (errand->edit->editor, question, &errand->ask, error);
}

/* A reminder, or an answer. */
static gboolean
follow (Errand *errand, const char *question, GError **error)
{
  const Options *options = errand->options;
  FoiCaseEditor *editor = errand->edit->editor;
  FoiAsk found;
  guint position;

  if (!foi_case_state_find_waiting (errand->edit->before, question, options->service, &position))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("%s is not waited for"),
                   options->service);
      return FALSE;
    }
  foi_case_state_get_ask (errand->edit->before, question, position, &found);
  /* Of several, what is said goes by the one that is waited for longest. */
  if (errand->ask.service == NULL || found.asked < errand->ask.asked)
    errand->ask = found;
  if (options->contact != NULL)
    errand->ask.contact = options->contact;
  return options->answered
           ? foi_case_editor_note_answered (editor, question, position, errand->day, error)
           : foi_case_editor_chase (editor, question, position, errand->day, error);
}

static gboolean
note (Errand *errand, GError **error)
{
  const gboolean asks = !errand->options->chase && !errand->options->answered;

  for (guint i = 0; i < errand->questions->len; i++)
    {
      const char *question = g_ptr_array_index (errand->questions, i);

      if (!(asks ? ask (errand, question, error) : follow (errand, question, error)))
        return FALSE;
    }
  return TRUE;
}

/* ---- the draft ------------------------------------------------------------------------------- */

/* What goes is kept, for reminders: each question that was asked about is the last of its asks. */
static gboolean
keep_text (Errand *errand, GError **error)
{
  errand->ask.text = errand->mail->text;
  for (guint i = 0; i < errand->questions->len; i++)
    {
      const char *question = g_ptr_array_index (errand->questions, i);
      FoiCaseState *state = foi_edit_get_state (errand->edit);
      const guint last = foi_case_state_get_n_asks (state, question) - 1;

      if (!foi_case_editor_set_ask (errand->edit->editor, question, last, &errand->ask, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_mail (Errand *errand, GError **error)
{
  const gboolean chase = errand->options->chase;
  g_autoptr (FoiBrief) brief = foi_case_state_publish (foi_edit_get_state (errand->edit));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  FoiAskFacts facts = {
    .service = errand->ask.service,
    .contact = errand->ask.contact,
    .asked = errand->ask.asked,
    .wanted_by = errand->ask.wanted_by,
    .due = foi_case_clock_is_open (errand->clock) && errand->clock->certain ? errand->clock->due
                                                                            : FOI_DATE_NONE,
    .chased = chase ? errand->day : FOI_DATE_NONE,
    .text = errand->ask.text,
  };

  g_ptr_array_extend (ids, errand->questions, NULL, NULL);
  g_ptr_array_add (ids, NULL);
  facts.questions = (const char *const *) ids->pdata;
  errand->mail = foi_ask_mail_new (brief, foi_rules_get_default (), &facts, error);
  return errand->mail != NULL && (chase || keep_text (errand, error));
}

/* Writes the draft, and notes it in the case; gives the exit status. A draft of which the case
 * knows nothing is not left to be sent. */
static int
write_files (Errand *errand)
{
  const Options *options = errand->options;
  const gboolean is_new = errand->mail != NULL && strcmp (options->output, FOI_CLI_STREAM) != 0
                          && !g_file_test (options->output, G_FILE_TEST_EXISTS);
  g_autoptr (GBytes) eml = errand->mail != NULL ? foi_ask_mail_to_eml (errand->mail) : NULL;
  g_autoptr (GError) error = NULL;

  if (eml != NULL
      && !foi_cli_write (options->output, eml, errand->edit->file, options->force, &error))
    return foi_cli_fail (options->output, "%s", error->message);
  if (foi_edit_save (errand->edit, &error))
    return FOI_EXIT_DONE;
  if (is_new)
    g_unlink (options->output);
  return foi_cli_fail (errand->edit->file, "%s", error->message);
}

/* ---- what is said ---------------------------------------------------------------------------- */

static void
add_mail (FoiJsonWriter *json, FoiAskMail *mail)
{
  foi_json_writer_add_string (json, "to", mail->to);
  foi_json_writer_add_string (json, "subject", mail->subject);
  foi_json_writer_begin_array (json, "files");
  for (guint i = 0; i < mail->files->len; i++)
    {
      const FoiEmlFile *file = g_ptr_array_index (mail->files, i);

      foi_json_writer_add_string (json, NULL, file->name);
    }
  foi_json_writer_end_array (json);
}

static void
say_as_json (const Errand *errand, GString *text)
{
  const Options *options = errand->options;
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "service", errand->ask.service);
  foi_json_writer_add_string (&json, "contact", errand->ask.contact);
  foi_json_writer_begin_array (&json, "questions");
  for (guint i = 0; i < errand->questions->len; i++)
    foi_json_writer_add_string (&json, NULL, g_ptr_array_index (errand->questions, i));
  foi_json_writer_end_array (&json);
  foi_cli_json_add_date (&json, "asked", errand->ask.asked);
  foi_cli_json_add_date (&json, "wanted_by", errand->ask.wanted_by);
  foi_cli_json_add_date (&json, "chased", options->chase ? errand->day : errand->ask.chased);
  foi_cli_json_add_date (&json, "answered", options->answered ? errand->day : FOI_DATE_NONE);
  if (errand->mail != NULL)
    add_mail (&json, errand->mail);
  foi_json_writer_add_boolean (&json, "written", !options->dry_run);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
}

static int
say_done (const Errand *errand)
{
  const Options *options = errand->options;
  g_autoptr (GString) text = g_string_new (NULL);

  /* A draft on standard output is the result itself. */
  if (options->output != NULL && strcmp (options->output, FOI_CLI_STREAM) == 0)
    return FOI_EXIT_DONE;
  if (options->json)
    say_as_json (errand, text);
  else
    {
      g_autofree char *service = foi_cli_dup_line (errand->ask.service);
      g_autofree char *wanted = foi_date_to_words_seen (errand->ask.wanted_by, FOI_DATE_NONE);

      if (options->answered)
        g_string_append_printf (text, _("%s answered.\n"), service);
      else if (errand->ask.wanted_by == FOI_DATE_NONE)
        g_string_append_printf (text, _("%s: wanted as soon as possible.\n"), service);
      else
        /* Translators: a service, and by when its answer is wanted. */
        g_string_append_printf (text, _("%s: wanted by %s.\n"), service, wanted);
    }
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}

/* The window says so while it is typed; here it was typed already. */
static void
warn_of_day (const Errand *errand)
{
  const FoiDate wanted = errand->ask.wanted_by;
  const FoiCaseClock *clock = errand->clock;

  if (errand->options->wanted_by == NULL)
    return;
  if (foi_calendar_is_weekend (wanted))
    foi_cli_warn ("--wanted-by", _("That is a day of a weekend"));
  if (!foi_case_clock_is_open (clock) || !clock->certain || wanted < clock->due)
    return;
  foi_cli_warn ("--wanted-by",
                wanted == clock->due
                  ? _("That is the last day for our letter: no day is left to write it")
                  : _("That is after the last day for our letter"));
}

/* A name alone reaches nobody by mail. */
static void
warn_of_contact (const Options *options)
{
  g_autofree char *addresses = NULL, *words = NULL;

  if (options->contact == NULL || options->answered)
    return;
  addresses = foi_eml_dup_addresses (options->contact);
  if (addresses[0] != '\0')
    return;
  words = g_strdup_printf (_("“%s” has no e-mail address: the draft is to nobody. Fill it in "
                             "before you send it"), options->contact);
  foi_cli_warn ("--contact", words);
}

/* ---- the command ----------------------------------------------------------------------------- */

static gboolean
run_errand (Errand *errand, GError **error)
{
  gboolean done = errand->options->questions != NULL ? take_named (errand, error)
                                                     : take_waiting (errand, error);

  return done && note (errand, error)
         && (errand->options->answered || write_mail (errand, error));
}

static int
start (const Options *options, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_auto (FoiEdit) edit = FOI_EDIT_NONE;
  g_autoptr (FoiHolidays) holidays = NULL;
  g_autoptr (FoiCaseClock) clock = NULL;
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (g_free);
  Errand errand = { .options = options, .edit = &edit, .questions = questions };
  int status;

  if (!foi_edit_begin (&edit, file, options->dry_run))
    return FOI_EXIT_NOT_DONE;
  holidays = foi_holiday_store_load (foi_holiday_store_get_folder (), &error);
  if (holidays == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  errand.clock = clock = foi_case_clock_new (edit.before, foi_rules_get_default (), holidays);
  errand.day = options->date != NULL ? foi_date_from_iso (options->date) : foi_clock_today ();
  if (!run_errand (&errand, &error))
    status = foi_cli_fail (file, "%s", error->message);
  else
    status = write_files (&errand);
  if (status == FOI_EXIT_DONE)
    {
      warn_of_day (&errand);
      warn_of_contact (options);
      status = say_done (&errand);
    }
  g_clear_pointer (&errand.mail, foi_ask_mail_free);
  return status;
}

/* Says what is missing, or wrong; FALSE if anything is. */
static gboolean
check (Options *options, int argc)
{
  g_autofree char *wrong = NULL;

  if (!foi_cli_parse_format (NAME, options->format, &options->json)
      || !foi_cli_parse_past_day (NAME, "--date", options->date)
      || !foi_cli_parse_day (NAME, "--wanted-by", options->wanted_by)
      || !foi_cli_parse_text (NAME, "--service", options->service)
      || (options->contact != NULL && !foi_cli_parse_text (NAME, "--contact", options->contact)))
    return FALSE;
  wrong = foi_eml_dup_wrong_address (options->contact);
  if (argc != 2)
    foi_cli_fail (NAME, _("name one case (try: foi help %s)"), NAME);
  else if (wrong != NULL)
    foi_cli_fail ("--contact", _("“%s” is not an e-mail address; one is written like "
                                 "housing@example.gov.uk. Who has none is called by name: the "
                                 "draft is then to nobody."), wrong);
  else if (options->chase && options->answered)
    foi_cli_fail ("--answered", _("a service that answered is not chased"));
  else if ((options->chase || options->answered) && options->wanted_by != NULL)
    foi_cli_fail ("--wanted-by", _("this is said when a service is asked"));
  else if (!options->chase && !options->answered && options->questions == NULL)
    foi_cli_fail ("--question", _("say what is asked about"));
  else if (options->answered ? options->output != NULL : options->output == NULL)
    foi_cli_fail ("-o", options->answered ? _("nobody is written to about an answer")
                                          : _("say where the draft goes"));
  else
    return TRUE;
  return FALSE;
}

/**
 * foi_cli_run_ask:
 *
 * `foi ask CASE --question Q --service S -o FILE`: writes the mail by which a service is asked for
 * what answers a question, or reminded, and notes it in the case.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_ask (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&options.format),
    { "question", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.questions,
      N_("What is asked about, by its id or number; several are said one by one"), "QUESTION" },
    { "service", 0, 0, G_OPTION_ARG_FILENAME, &options.service, N_("Who is asked"), "NAME" },
    { "contact", 0, 0, G_OPTION_ARG_FILENAME, &options.contact,
      N_("How they are reached; else as before in this case"), "E-MAIL" },
    { "wanted-by", 0, 0, G_OPTION_ARG_FILENAME, &options.wanted_by,
      N_("By when it is wanted; else working day 10, or as the authority has it"), "DAY" },
    { "chase", 0, 0, G_OPTION_ARG_NONE, &options.chase,
      N_("Remind a service that was asked; without --question of all that is waited for"), NULL },
    { "answered", 0, 0, G_OPTION_ARG_NONE, &options.answered,
      N_("Note that the service answered, and write no mail"), NULL },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_("The day, instead of today"), "DAY" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Where the draft goes, an .eml file; - is standard output"), "FILE" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_("Replace a file that is there"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_("Write the draft, and note nothing in the case"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  return check (&options, argc) ? start (&options, argv[1]) : FOI_EXIT_NOT_DONE;
}
