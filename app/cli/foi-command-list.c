/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-folder.h"
#include "foi-cli.h"
#include "foi-cli-json.h"
#include "foi-clock-words.h"
#include "foi-commands.h"
#include "foi-errand.h"
#include "foi-json-writer.h"
#include "foi-register-export.h"
#include "foi-register-filter.h"
#include "foi-register-read.h"
#include "foi-register-state.h"

#define NAME "list"

/* Which cases are listed. */
typedef struct
{
  FoiRegisterFilter  filter;
  char              *owner;
  char              *words;
  FoiDate            today;
  FoiRegisterCopies *copies;
} Wanted;

/* ---- for programs ---- */

/* Of what is done nobody is waited for, whoever did not answer. */
static const FoiServiceWait *
find_wait (const FoiRegisterRow *row, FoiDate today)
{
  return foi_register_row_is_open (row, today) ? foi_register_row_find_wait (row) : NULL;
}

static void
add_wait (FoiJsonWriter *json, const FoiServiceWait *wait)
{
  if (wait == NULL)
    {
      foi_json_writer_add_null (json, "waiting_on");
      return;
    }
  foi_json_writer_begin_object (json, "waiting_on");
  foi_json_writer_add_string (json, "service", wait->service);
  foi_json_writer_add_string (json, "question", wait->question);
  foi_cli_json_add_date (json, "since", wait->asked);
  foi_cli_json_add_date (json, "wanted_by", wait->wanted_by);
  foi_cli_json_add_date (json, "chased", wait->chased);
  foi_json_writer_end_object (json);
}

/* The most pressing first. */
static void
add_errands (FoiJsonWriter *json, const FoiRegisterRow *row, FoiDate today)
{
  foi_json_writer_begin_array (json, "to_do");
  for (FoiErrand errand = FOI_ERRAND_OVERDUE; errand < FOI_ERRAND_NONE; errand++)
    if (foi_register_row_has_errand (row, errand, today))
      foi_json_writer_add_string (json, NULL, foi_errand_to_name (errand));
  foi_json_writer_end_array (json);
}

static void
add_approval (FoiJsonWriter *json, const FoiApprovals *approvals)
{
  foi_json_writer_begin_object (json, "approval");
  foi_json_writer_add_integer (json, "questions", approvals->n_questions);
  foi_json_writer_add_integer (json, "answered", approvals->n_answered);
  foi_json_writer_add_integer (json, "approved", approvals->n_approved);
  foi_json_writer_add_integer (json, "changed", approvals->n_changed);
  foi_cli_json_add_text (json, "by", approvals->by);
  foi_cli_json_add_date (json, "on", approvals->on);
  foi_json_writer_end_object (json);
}

/* @hit: where the words that were sought are, if any were. */
static void
add_case (FoiJsonWriter *json, const FoiCaseEntry *entry, const Wanted *wanted,
          const FoiCaseTextHit *hit)
{
  const FoiRegisterRow *row = entry->row;
  const FoiCaseClock *clock = foi_register_row_get_clock (row);
  const FoiDate today = wanted->today;
  g_autofree char *original = foi_register_copies_dup_original (wanted->copies, row);
  g_autofree char *twin = foi_register_copies_dup_twin (wanted->copies, row);
  int days;

  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "file", row->name);
  foi_cli_json_add_text (json, "copy_of", original);
  foi_cli_json_add_text (json, "same_reference", twin);
  foi_cli_json_add_text (json, "error", row->fault);
  foi_cli_json_add_text (json, "reference", row->reference);
  foi_cli_json_add_text (json, "subject", row->subject);
  foi_json_writer_add_string (json, "requester", foi_requester_kind_to_name (row->requester));
  foi_cli_json_add_text (json, "regime", row->regime);
  foi_json_writer_add_string (json, "state",
                              foi_register_state_to_name (foi_register_row_get_state (row, today)));
  foi_cli_json_add_date (json, "received", row->received);
  foi_cli_json_add_date (json, "due", foi_register_row_get_due (row));
  foi_json_writer_add_boolean (json, "due_certain", clock != NULL && clock->certain);
  if (foi_register_row_get_days_left (row, today, &days))
    foi_json_writer_add_integer (json, "working_days_left", days);
  else
    foi_json_writer_add_null (json, "working_days_left");
  foi_cli_json_add_date (json, "answered", row->answered);
  foi_cli_json_add_date (json, "review_asked", row->review_asked);
  foi_cli_json_add_date (json, "review_due", foi_register_row_get_review_due (row));
  foi_cli_json_add_date (json, "review_answered", row->reviewed);
  foi_cli_json_add_date (json, "review_withdrawn", row->review_withdrawn);
  foi_cli_json_add_date (json, "complained", row->complained);
  add_errands (json, row, today);
  add_approval (json, &row->approvals);
  add_wait (json, find_wait (row, wanted->today));
  foi_cli_json_add_text (json, "owner", row->owner);
  if (entry->n_to_fix >= 0)
    foi_json_writer_add_integer (json, "to_fix", entry->n_to_fix);
  else
    foi_json_writer_add_null (json, "to_fix");
  if (hit->place != NULL)
    {
      foi_json_writer_begin_object (json, "found");
      foi_json_writer_add_string (json, "place", hit->place);
      foi_json_writer_add_string (json, "text", hit->excerpt);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_object (json);
}

/* Whether a case is to be listed: it is of that kind, and has the words, if any are sought. */
static gboolean
is_wanted (const FoiCaseEntry *entry, const Wanted *wanted, FoiCaseTextHit *hit)
{
  if (!foi_register_filter_accepts (wanted->filter, entry->row, wanted->today, wanted->owner))
    return FALSE;
  return wanted->words == NULL
         || (entry->text != NULL && foi_case_text_find (entry->text, wanted->words, hit));
}

static void
list_as_json (GString *text, GPtrArray *entries, const Wanted *wanted)
{
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_begin_array (&json, "cases");
  for (guint i = 0; i < entries->len; i++)
    {
      g_auto (FoiCaseTextHit) hit = { NULL, NULL };

      if (is_wanted (g_ptr_array_index (entries, i), wanted, &hit))
        add_case (&json, g_ptr_array_index (entries, i), wanted, &hit);
    }
  foi_json_writer_end_array (&json);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
}

/* ---- for people ---- */

/* Of two files the same is said: which is which must be. */
static void
append_copy (GString *text, const FoiRegisterRow *row, const FoiRegisterCopies *copies)
{
  g_autofree char *original = foi_register_copies_dup_original (copies, row);
  g_autofree char *twin = foi_register_copies_dup_twin (copies, row);
  g_autofree char *name = foi_cli_dup_line (row->name);
  g_autofree char *copied = original != NULL ? foi_cli_dup_line (original) : NULL;
  g_autofree char *other = twin != NULL ? foi_cli_dup_line (twin) : NULL;

  if (copied == NULL && other == NULL)
    return;
  g_string_append (text, "  ");
  if (copied != NULL)
    g_string_append_printf (text, _("“%s” is a copy of “%s”"), name, copied);
  else
    g_string_append_printf (text, _("“%s” has the same reference as “%s”"), name, other);
  g_string_append_c (text, '\n');
}

/* Where a review was asked for before anything was answered, both are due. */
static void
append_days (GString *text, const FoiRegisterRow *row, FoiDate today)
{
  g_autofree char *words = NULL, *owed = NULL;

  if (row->fault != NULL)
    return;
  words = foi_clock_dup_words (row->clock, today);
  if (foi_register_row_has_review (row) && foi_register_row_owes_answer (row))
    owed = foi_clock_dup_words (row->outcome->answer, today);
  if (owed != NULL)
    g_string_append_printf (text, " · %s", owed);
  g_string_append_printf (text, " · %s", words);
}

static void
append_complaint (GString *text, const FoiRegisterRow *row)
{
  g_autofree char *since = foi_date_to_words_seen (row->complained, FOI_DATE_NONE);

  if (row->complained != FOI_DATE_NONE)
    g_string_append_printf (text, _(" · the regulator was complained to on %s"), since);
}

static void
append_case (GString *text, const FoiCaseEntry *entry, const Wanted *wanted,
             const FoiCaseTextHit *hit)
{
  const FoiRegisterRow *row = entry->row;
  const FoiServiceWait *wait = find_wait (row, wanted->today);
  g_autofree char *reference = foi_cli_dup_line (row->fault == NULL ? row->reference : row->name);
  g_autofree char *subject = foi_cli_dup_line (row->fault == NULL ? row->subject : row->fault);

  g_string_append_printf (text, "%s  %s\n", reference, subject);
  g_string_append_printf (text, "  %s", foi_register_row_get_state_words (row, wanted->today));
  append_days (text, row, wanted->today);
  append_complaint (text, row);
  if (wait != NULL)
    {
      g_autofree char *service = foi_cli_dup_line (wait->service);
      g_autofree char *since = foi_date_to_words_seen (wait->asked, FOI_DATE_NONE);

      if (wait->asked == FOI_DATE_NONE)
        g_string_append_printf (text, _(" · waiting for %s"), service);
      else
        /* Translators: a service of the authority, and since when it is waited for. */
        g_string_append_printf (text, _(" · waiting for %s since %s"), service, since);
    }
  if (entry->n_to_fix > 0)
    g_string_append_printf (text, ngettext (" · %d to fix", " · %d to fix",
                                            (gulong) entry->n_to_fix), entry->n_to_fix);
  g_string_append_c (text, '\n');
  append_copy (text, row, wanted->copies);
  if (hit->place != NULL)
    {
      g_autofree char *place = foi_cli_dup_line (hit->place);
      g_autofree char *excerpt = foi_cli_dup_line (hit->excerpt);

      g_string_append_printf (text, "  %s: %s\n", place, excerpt);
    }
}

static void
list_as_text (GString *text, GPtrArray *entries, const Wanted *wanted)
{
  for (guint i = 0; i < entries->len; i++)
    {
      g_auto (FoiCaseTextHit) hit = { NULL, NULL };

      if (is_wanted (g_ptr_array_index (entries, i), wanted, &hit))
        append_case (text, g_ptr_array_index (entries, i), wanted, &hit);
    }
  if (text->len == 0 && wanted->words != NULL)
    g_string_append (text, _("No case of this folder has these words.\n"));
  else if (text->len == 0 && entries->len > 0)
    g_string_append (text, _("No case of this folder is of this kind.\n"));
  else if (text->len == 0)
    g_string_append (text, _("There is no case in this folder.\n"));
}

/* ---- as a file ---- */

static int
list_as_file (GPtrArray *entries, const Wanted *wanted, const FoiRegisterExport *export,
              int exit_status)
{
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      g_auto (FoiCaseTextHit) hit = { NULL, NULL };

      if (is_wanted (g_ptr_array_index (entries, i), wanted, &hit))
        g_ptr_array_add (listed, g_ptr_array_index (entries, i));
    }
  foi_register_warn_of_faults (entries);
  return foi_register_export (NAME, listed, wanted->copies, wanted->today, export, exit_status);
}

/* ---- the command ---- */

typedef struct
{
  char    *format, *date, *filter, *owner, *words, *kind, *output;
  gboolean force;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->date);
  g_free (options->filter);
  g_free (options->owner);
  g_free (options->words);
  g_free (options->kind);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_options (const Options *options, gboolean *json)
{
  return foi_cli_parse_format (NAME, options->format, json)
         && foi_cli_parse_day (NAME, "--date", options->date)
         && (options->words == NULL || foi_cli_parse_text (NAME, "--search", options->words))
         && (options->owner == NULL || foi_cli_parse_text (NAME, "--owner", options->owner));
}

static int
list_folder (const char *folder, const Options *options, gboolean json)
{
  const FoiRegisterExport export = { options->kind, options->output, options->force, json };
  g_autoptr (FoiRegisterCopies) copies = NULL;
  Wanted wanted = { FOI_FILTER_ALL, options->owner, options->words,
                    foi_register_read_day (options->date), NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) entries = NULL;
  int exit_status;

  if (options->filter != NULL && !foi_register_filter_find (options->filter, &wanted.filter))
    return foi_cli_fail (NAME, _("--filter is not “%s” (try: foi help %s)"), options->filter, NAME);
  if (wanted.filter == FOI_FILTER_MINE && options->owner == NULL)
    return foi_cli_fail (NAME, _("say with --owner whose cases are meant"));
  if (!foi_register_check_export (NAME, &export))
    return FOI_EXIT_NOT_DONE;
  entries = foi_register_read (NAME, folder, wanted.today, &copies);
  if (entries == NULL)
    return FOI_EXIT_NOT_DONE;
  wanted.copies = copies;
  exit_status = foi_register_count_faults (entries) > 0 ? FOI_EXIT_FINDINGS : FOI_EXIT_DONE;
  if (export.kind != NULL)
    return list_as_file (entries, &wanted, &export, exit_status);
  if (json)
    list_as_json (text, entries, &wanted);
  else
    list_as_text (text, entries, &wanted);
  return foi_cli_print (text->str, text->len, exit_status);
}

/**
 * foi_cli_run_list:
 *
 * `foi list FOLDER`: the register of the cases that lie in a folder.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_list (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  gboolean json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&options.format),
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date,
      N_("The day on which one looks, instead of today"), "DAY" },
    { "filter", 0, 0, G_OPTION_ARG_FILENAME, &options.filter,
      N_("List only these: today, week, overdue, waiting, to-approve, mine, open, "
         "issued, all"),
      "KIND" },
    { "owner", 0, 0, G_OPTION_ARG_FILENAME, &options.owner,
      N_("Whose cases “mine” are"), "NAME" },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &options.words,
      N_("List only cases that have these words, and say where"), "WORDS" },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.kind,
      N_("Make a file of them: csv (a table), ics (the due dates, for a calendar)"), "KIND" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Where to write it; - is standard output"), "FILE" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force,
      N_("Write over a file that is there already"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!check_options (&options, &json))
    return FOI_EXIT_NOT_DONE;
  if (argc != 2)
    return foi_cli_fail (NAME, _("name one folder (try: foi help %s)"), NAME);
  return list_folder (argv[1], &options, json);
}
