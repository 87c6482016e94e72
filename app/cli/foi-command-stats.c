/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-cli.h"
#include "foi-cli-json.h"
#include "foi-commands.h"
#include "foi-json-writer.h"
#include "foi-register-read.h"
#include "foi-service-time.h"
#include "foi-statistics.h"

#define NAME "stats"

/* The period, and the day on which one looks. */
typedef struct
{
  FoiDate from, to, today;
} Days;

static void
add_class (FoiJsonWriter *json, const FoiStatisticsClass *class)
{
  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "scheme", class->scheme);
  foi_json_writer_add_string (json, "id", class->id);
  foi_json_writer_add_string (json, "name", class->words);
  foi_json_writer_add_integer (json, "count", class->rows->len);
  foi_json_writer_begin_array (json, "cases");
  for (guint i = 0; i < class->rows->len; i++)
    {
      const FoiRegisterRow *row = g_ptr_array_index (class->rows, i);

      foi_json_writer_add_string (json, NULL, row->reference);
    }
  foi_json_writer_end_array (json);
  foi_json_writer_end_object (json);
}

/* With whom the time was spent: the law's clock knows no services, but a head of service does. */
static void
add_time (FoiJsonWriter *json, FoiServiceTime *time)
{
  foi_json_writer_begin_object (json, "time");
  foi_json_writer_add_integer (json, "requests", time->n_requests);
  foi_json_writer_add_integer (json, "working_days", time->n_days);
  foi_json_writer_add_integer (json, "with_services", time->n_service_days);
  foi_json_writer_add_integer (json, "with_us", time->n_days - time->n_service_days);
  foi_json_writer_end_object (json);
  foi_json_writer_begin_array (json, "services");
  for (guint i = 0; i < time->services->len; i++)
    {
      const FoiServiceRecord *record = g_ptr_array_index (time->services, i);

      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "service", record->service);
      foi_json_writer_add_integer (json, "asked", record->n_asked);
      foi_json_writer_add_integer (json, "answered", record->n_answered);
      foi_json_writer_add_integer (json, "late", record->n_late);
      foi_json_writer_add_integer (json, "chased", record->n_chased);
      foi_json_writer_add_integer (json, "working_days", record->n_days);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static void
count_as_json (GString *text, GPtrArray *classes, FoiServiceTime *time, guint n_faults,
               const Days *days)
{
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_cli_json_add_date (&json, "from", days->from);
  foi_cli_json_add_date (&json, "to", days->to);
  foi_json_writer_add_integer (&json, "unreadable", n_faults);
  foi_json_writer_begin_array (&json, "classes");
  for (guint i = 0; i < classes->len; i++)
    add_class (&json, g_ptr_array_index (classes, i));
  foi_json_writer_end_array (&json);
  add_time (&json, time);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
}

static void
append_time (GString *text, FoiServiceTime *time)
{
  if (time->n_requests > 0)
    {
      g_string_append (text, _("\nWorking days from receipt to answer\n"));
      g_string_append_printf (text, ngettext ("%6u  Of %u request\n", "%6u  Of %u requests\n",
                                              time->n_requests), time->n_days, time->n_requests);
      g_string_append_printf (text, _("%6u    With services\n"), time->n_service_days);
      g_string_append_printf (text, _("%6u    With us\n"), time->n_days - time->n_service_days);
    }
  if (time->services->len > 0)
    g_string_append (text, _("\nServices that were asked\n"));
  for (guint i = 0; i < time->services->len; i++)
    {
      const FoiServiceRecord *record = g_ptr_array_index (time->services, i);
      g_autofree char *service = foi_cli_dup_line (record->service);

      /* Translators: a service, how often it answered and was late, and the working days taken. */
      g_string_append_printf (text, _("%6u  %s: %u answered, %u late; %u working days in all\n"),
                              record->n_asked, service, record->n_answered, record->n_late,
                              record->n_days);
    }
}

/* A return of which nothing is counted is another authority's. */
static gboolean
has_cases (GPtrArray *classes, const char *scheme)
{
  for (guint i = 0; i < classes->len; i++)
    {
      const FoiStatisticsClass *class = g_ptr_array_index (classes, i);

      if (class->rows->len > 0 && g_str_equal (class->scheme, scheme))
        return TRUE;
    }
  return FALSE;
}

static void
count_as_text (GString *text, GPtrArray *classes)
{
  const char *scheme = "";

  for (guint i = 0; i < classes->len; i++)
    {
      const FoiStatisticsClass *class = g_ptr_array_index (classes, i);
      const int indent = 2 * (int) class->level;

      if (!has_cases (classes, class->scheme))
        continue;
      if (!g_str_equal (class->scheme, scheme))
        g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n" : "",
                                foi_statistics_scheme_to_words (class->scheme));
      scheme = class->scheme;
      g_string_append_printf (text, "%6u  %*s%s\n", class->rows->len, indent, "", class->words);
    }
  if (text->len == 0)
    g_string_append (text, _("No request of this folder was received in the period.\n"));
}

static GPtrArray *
list_rows (GPtrArray *entries)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (rows, ((FoiCaseEntry *) g_ptr_array_index (entries, i))->row);
  return rows;
}

static int
count (const char *folder, const Days *days, gboolean json)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) entries = foi_register_read (NAME, folder, FOI_DATE_NONE);
  g_autoptr (GPtrArray) rows = NULL, classes = NULL;
  g_autoptr (FoiServiceTime) time = NULL;
  guint n_faults;

  if (entries == NULL)
    return FOI_EXIT_NOT_DONE;
  rows = list_rows (entries);
  classes = foi_statistics_count (rows, days->from, days->to, days->today);
  time = foi_service_time_count (rows, days->from, days->to, days->today);
  n_faults = foi_register_count_faults (entries);
  foi_register_warn_of_faults (entries);
  if (json)
    count_as_json (text, classes, time, n_faults, days);
  else
    {
      count_as_text (text, classes);
      append_time (text, time);
    }
  return foi_cli_print (text->str, text->len, n_faults > 0 ? FOI_EXIT_FINDINGS : FOI_EXIT_DONE);
}

/**
 * foi_cli_run_stats:
 *
 * `foi stats FOLDER --from DAY --to DAY`: counts the cases of a folder by the heads of the returns.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_stats (int argc, char *argv[])
{
  g_autofree char *format = NULL, *from = NULL, *to = NULL, *date = NULL;
  Days days;
  gboolean json;
  int exit_status;
  GOptionEntry options[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("The first day of the period"), "DAY" },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("The last day of the period"), "DAY" },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date,
      N_("The day on which one looks, instead of today"), "DAY" },
    { NULL },
  };

  if (!foi_cli_parse (NAME, options, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &json) || !foi_cli_parse_day (NAME, "--date", date)
      || !foi_cli_parse_day (NAME, "--from", from) || !foi_cli_parse_day (NAME, "--to", to))
    return FOI_EXIT_NOT_DONE;
  if (argc != 2)
    return foi_cli_fail (NAME, _("name one folder (try: foi help %s)"), NAME);
  if (from == NULL || to == NULL)
    return foi_cli_fail (NAME, _("say the period, with --from and --to"));
  days = (Days) { foi_date_from_iso (from), foi_date_from_iso (to), foi_register_read_day (date) };
  if (days.from > days.to)
    return foi_cli_fail (NAME, _("the period ends before it begins: %s to %s"), from, to);
  return count (argv[1], &days, json);
}
