/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-attachment-files.h"
#include "foi-checks.h"
#include "foi-cli.h"
#include "foi-clock.h"
#include "foi-commands.h"
#include "foi-holiday-store.h"
#include "foi-json-writer.h"
#include "foi-pdf-inspect.h"

#define NAME "check"

/* The day on which a case is judged; where it is not given it is today, and the letter's wins. */
typedef struct
{
  FoiDate      date;
  gboolean     is_given;
  FoiHolidays *holidays;
} Day;

static void
add_error_to_json (FoiJsonWriter *json, guint line, guint column, const char *path,
                   const char *message)
{
  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_integer (json, "line", line);
  foi_json_writer_add_integer (json, "column", column);
  foi_json_writer_add_string (json, "path", path);
  foi_json_writer_add_string (json, "message", message);
  foi_json_writer_end_object (json);
}

/* A file that is not there, or is a folder, has no line and no path. */
static void
add_errors_to_json (FoiJsonWriter *json, GPtrArray *faults, const GError *error)
{
  foi_json_writer_begin_array (json, "errors");
  if (faults == NULL)
    add_error_to_json (json, 0, 0, "", error->message);
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const FoiFault *fault = g_ptr_array_index (faults, i);

      add_error_to_json (json, fault->line, fault->column, fault->path, fault->message);
    }
  foi_json_writer_end_array (json);
}

/* What is printed of a file: its faults if it cannot be read, else what the checks found. */
typedef struct
{
  const char   *file;
  FoiCaseState *state;
  GPtrArray    *faults;
  GPtrArray    *findings;
  GError       *error;
} Result;

static void
clear_result (Result *result)
{
  g_clear_pointer (&result->state, foi_case_state_unref);
  g_clear_pointer (&result->faults, g_ptr_array_unref);
  g_clear_pointer (&result->findings, g_ptr_array_unref);
  g_clear_error (&result->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, clear_result)

static void
add_finding_to_json (FoiJsonWriter *json, const FoiFinding *finding)
{
  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "id", finding->id);
  foi_json_writer_add_string (json, "severity", foi_severity_to_name (finding->severity));
  foi_json_writer_add_string (json, "path", finding->path);
  foi_json_writer_add_string (json, "message", finding->message);
  foi_json_writer_add_string (json, "law", finding->law);
  foi_json_writer_add_string (json, "fix", finding->fix);
  if (finding->accepted != NULL)
    foi_json_writer_add_string (json, "reason", finding->accepted);
  foi_json_writer_end_object (json);
}

/* Those that an officer let stand are told apart from those that are still open. */
static void
add_findings_to_json (FoiJsonWriter *json, const char *key, GPtrArray *findings, gboolean accepted)
{
  foi_json_writer_begin_array (json, key);
  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];

      if ((finding->accepted != NULL) == accepted)
        add_finding_to_json (json, finding);
    }
  foi_json_writer_end_array (json);
}

static void
add_to_json (FoiJsonWriter *json, const Result *result)
{
  g_autofree char *shown = g_filename_display_name (result->file);

  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "file", shown);
  foi_json_writer_add_boolean (json, "readable", result->state != NULL);
  if (result->state != NULL)
    {
      add_findings_to_json (json, "findings", result->findings, FALSE);
      add_findings_to_json (json, "accepted", result->findings, TRUE);
    }
  else
    add_errors_to_json (json, result->faults, result->error);
  foi_json_writer_end_object (json);
}

static void
add_finding_to_text (GString *text, const char *file, const FoiFinding *finding)
{
  g_autofree char *path = foi_cli_dup_line (finding->path);
  g_autofree char *message = foi_cli_dup_line (finding->message);
  g_autofree char *fix = foi_cli_dup_line (finding->fix);
  g_autofree char *law = foi_cli_dup_line (finding->law);

  g_string_append_printf (text, "%s: %s: %s: %s: %s", file,
                          foi_severity_to_name (finding->severity), finding->id, path, message);
  if (finding->accepted != NULL)
    {
      g_autofree char *reason = foi_cli_dup_line (finding->accepted);

      /* Translators: %s is why an officer let a finding stand. */
      g_string_append_printf (text, _(" (accepted: %s)"), reason);
    }
  else
    g_string_append_printf (text, " %s (%s)", fix, law);
  g_string_append_c (text, '\n');
}

static void
add_to_text (GString *text, const Result *result)
{
  g_autofree char *name = g_filename_display_name (result->file);
  g_autofree char *shown = foi_cli_dup_line (name);

  for (guint i = 0; result->state != NULL && i < result->findings->len; i++)
    add_finding_to_text (text, shown, result->findings->pdata[i]);
  if (result->state != NULL && result->findings->len == 0)
    g_string_append_printf (text, _("%s: nothing to do, to fix or to consider\n"), shown);
  for (guint i = 0; result->faults != NULL && i < result->faults->len; i++)
    {
      const FoiFault *fault = g_ptr_array_index (result->faults, i);
      g_autofree char *path = foi_cli_dup_line (fault->path);
      g_autofree char *message = foi_cli_dup_line (fault->message);

      g_string_append_printf (text, "%s:%u:%u: %s: %s\n", shown, fault->line, fault->column, path,
                              message);
    }
}

/* How the command ends for this file: advice and what was accepted leave it clean. */
static int
get_exit_status (const Result *result)
{
  if (result->state == NULL)
    return FOI_EXIT_NOT_DONE;
  for (guint i = 0; i < result->findings->len; i++)
    {
      const FoiFinding *finding = result->findings->pdata[i];

      if (finding->severity != FOI_SEVERITY_ADVICE && finding->accepted == NULL)
        return FOI_EXIT_FINDINGS;
    }
  return FOI_EXIT_DONE;
}

/* What is in the files beside the case is looked at as well. */
static GPtrArray *
find (const char *file, FoiCaseState *state, const Day *day)
{
  g_autofree char *folder = strcmp (file, FOI_CLI_STREAM) != 0
                              ? foi_attachments_dup_folder (file) : NULL;
  g_autoptr (GPtrArray) looks
    = folder != NULL ? foi_attachments_look (state, folder, foi_pdf_inspect, NULL) : NULL;

  return foi_checks_run_with_files (state, foi_rules_get_default (), day->holidays,
                                    day->is_given ? day->date
                                                  : foi_checks_find_day (state, day->date),
                                    foi_clock_today (),
                                    looks, NULL);
}

/* Checks one file, and adds what there is to say to @json or, if that is NULL, to @text. */
static int
check_file (const char *file, const Day *day, FoiJsonWriter *json, GString *text)
{
  g_auto (Result) result = { .file = file };

  result.state = foi_cli_load (file, &result.faults, &result.error);
  if (result.state != NULL)
    result.findings = find (file, result.state, day);
  if (json != NULL)
    add_to_json (json, &result);
  else
    add_to_text (text, &result);
  if (result.state == NULL && result.faults == NULL && json == NULL)
    foi_cli_fail (file, "%s", result.error->message);
  if (result.faults != NULL && result.faults->len >= FOI_MAX_FAULTS)
    foi_cli_fail (file, _("only the first %d faults are listed"), FOI_MAX_FAULTS);
  return get_exit_status (&result);
}

static int
check_files (char **files, int n_files, const Day *day, gboolean as_json)
{
  g_autoptr (GString) text = g_string_new (NULL);
  FoiJsonWriter json;
  int exit_status = FOI_EXIT_DONE;

  foi_json_writer_init (&json, text, 0);
  if (as_json)
    {
      foi_json_writer_begin_object (&json, NULL);
      foi_json_writer_begin_array (&json, "files");
    }
  for (int i = 0; i < n_files; i++)
    {
      int status = check_file (files[i], day, as_json ? &json : NULL, text);

      exit_status = MAX (exit_status, status);
    }
  if (as_json)
    {
      foi_json_writer_end_array (&json);
      foi_json_writer_end_object (&json);
      g_string_append_c (text, '\n');
    }
  return foi_cli_print (text->str, text->len, exit_status);
}

/**
 * foi_cli_run_check:
 *
 * `foi check CASE…`: reads each case, and lists what is to do, to fix or to consider before its
 * response goes; or where it is not in the right format.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_check (int argc, char *argv[])
{
  g_autofree char *format = NULL;
  g_autofree char *date = NULL;
  g_autoptr (FoiHolidays) holidays = NULL;
  g_autoptr (GError) error = NULL;
  Day day = { 0 };
  gboolean json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date,
      N_("The day to judge it on, instead of the letter's"), "DAY" },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &json) || !foi_cli_parse_day (NAME, "--date", date))
    return FOI_EXIT_NOT_DONE;
  if (argc < 2)
    return foi_cli_fail (NAME, _("no case is named (try: foi help %s)"), NAME);
  holidays = foi_holiday_store_load (foi_holiday_store_get_folder (), &error);
  if (holidays == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  day.holidays = holidays;
  day.is_given = date != NULL;
  day.date = day.is_given ? foi_date_from_iso (date) : foi_clock_today ();
  return check_files (argv + 1, argc - 1, &day, json);
}
