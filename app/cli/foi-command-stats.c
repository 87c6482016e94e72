/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-cli.h"
#include "foi-cli-json.h"
#include "foi-commands.h"
#include "foi-csv-text.h"
#include "foi-json-writer.h"
#include "foi-number.h"
#include "foi-register-read.h"
#include "foi-returns.h"

#define NAME "stats"

/* The period, the day on which one looks, and the file that is wanted. */
typedef struct
{
  FoiDate     from, to, today;
  const char *csv;   /* (nullable) */
  gboolean    force, json;
} Wanted;

static void
add_cases_as (FoiJsonWriter *json, const char *name, GPtrArray *rows)
{
  foi_json_writer_begin_array (json, name);
  for (guint i = 0; i < rows->len; i++)
    foi_json_writer_add_string (json, NULL, ((const FoiRegisterRow *) rows->pdata[i])->reference);
  foi_json_writer_end_array (json);
}

static void
add_cases (FoiJsonWriter *json, GPtrArray *rows)
{
  add_cases_as (json, "cases", rows);
}

static void
add_class (FoiJsonWriter *json, const FoiStatisticsClass *class)
{
  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "scheme", class->scheme);
  foi_json_writer_add_string (json, "id", class->id);
  foi_json_writer_add_string (json, "name", class->words);
  foi_json_writer_add_integer (json, "count", class->rows->len);
  add_cases (json, class->rows);
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
  add_cases (json, time->rows);
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
      add_cases (json, record->rows);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

/* Month by month: a share is decimal text, as in a case. */
static void
add_months (FoiJsonWriter *json, GPtrArray *months)
{
  foi_json_writer_begin_array (json, "months");
  for (guint i = 0; i < months->len; i++)
    {
      const FoiMonth *month = g_ptr_array_index (months, i);
      gint64 tenths = 0;
      const gboolean has_share = foi_month_get_share (month, &tenths);
      g_autofree char *day = foi_date_to_iso (month->first);
      g_autofree char *share = has_share ? foi_number_to_text (tenths, 1) : NULL;

      day[7] = '\0';
      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "month", day);
      foi_json_writer_add_integer (json, "received", month->received->len);
      foi_json_writer_add_integer (json, "on_time", month->on_time->len);
      foi_json_writer_add_integer (json, "late", month->late->len);
      foi_json_writer_add_integer (json, "not_answered", month->failed->len);
      foi_json_writer_add_integer (json, "others", month->others->len);
      foi_cli_json_add_text (json, "share_on_time", share);
      add_cases (json, month->received);
      add_cases_as (json, "on_time_cases", month->on_time);
      add_cases_as (json, "late_cases", month->late);
      add_cases_as (json, "not_answered_cases", month->failed);
      add_cases_as (json, "others_cases", month->others);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static void
add_allocation (FoiJsonWriter *json, FoiAllocation *allocation)
{
  g_autofree char *median = foi_number_to_text ((gint64) allocation->half_days * 5, 1);

  foi_json_writer_begin_object (json, "allocation");
  foi_json_writer_add_integer (json, "requests", allocation->n_requests);
  foi_json_writer_add_integer (json, "working_days", allocation->n_days);
  foi_cli_json_add_text (json, "median", allocation->n_requests > 0 ? median : NULL);
  foi_json_writer_begin_array (json, "classes");
  for (guint i = 0; i < allocation->classes->len; i++)
    add_class (json, g_ptr_array_index (allocation->classes, i));
  foi_json_writer_end_array (json);
  foi_json_writer_end_object (json);
}

static void
add_files (FoiJsonWriter *json, const char *name, GPtrArray *rows)
{
  foi_json_writer_begin_array (json, name);
  for (guint i = 0; i < rows->len; i++)
    foi_json_writer_add_string (json, NULL, ((const FoiRegisterRow *) rows->pdata[i])->name);
  foi_json_writer_end_array (json);
}

/* What is counted nowhere, or perhaps twice, is told whatever form the numbers have. */
static void
warn_of_doubts (FoiReturns *returns)
{
  for (guint i = 0; i < returns->undated->len; i++)
    foi_cli_warn (((FoiRegisterRow *) returns->undated->pdata[i])->path,
                  _("there is no day of receipt: this is counted in no period"));
  for (guint i = 0; i < returns->twins->len; i++)
    {
      const FoiRegisterRow *row = g_ptr_array_index (returns->twins, i);
      g_autofree char *words
        = g_strdup_printf (_("another file has the reference “%s”, too, and both are counted: "
                             "remove one, or correct its reference"), row->reference);

      foi_cli_warn (row->path, words);
    }
}

static void
count_as_json (GString *text, FoiReturns *returns, guint n_faults, guint n_copies)
{
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_cli_json_add_date (&json, "from", returns->from);
  foi_cli_json_add_date (&json, "to", returns->to);
  foi_json_writer_add_integer (&json, "unreadable", n_faults);
  foi_json_writer_add_integer (&json, "copies", n_copies);
  add_files (&json, "undated", returns->undated);
  add_files (&json, "same_reference", returns->twins);
  foi_json_writer_begin_array (&json, "classes");
  for (guint i = 0; i < returns->classes->len; i++)
    add_class (&json, g_ptr_array_index (returns->classes, i));
  foi_json_writer_end_array (&json);
  add_months (&json, returns->months);
  add_allocation (&json, returns->allocation);
  add_time (&json, returns->time);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
}

/* A part of which nothing is counted is another authority's. */
static void
count_as_text (GString *text, FoiReturns *returns)
{
  for (guint i = 0; i < returns->parts->len; i++)
    {
      const FoiReturnPart *part = g_ptr_array_index (returns->parts, i);

      if (foi_return_part_is_empty (part))
        continue;
      g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n" : "", part->title);
      for (guint j = 0; j < part->classes->len; j++)
        {
          const FoiStatisticsClass *class = g_ptr_array_index (part->classes, j);
          const int indent = 2 * (int) class->level;
          g_autofree char *value = foi_statistics_class_dup_value (class);
          g_autofree char *words = foi_cli_dup_line (class->words);

          g_string_append_printf (text, "%6s  %*s%s\n", value, indent, "", words);
        }
    }
  if (text->len == 0)
    g_string_append (text, _("No request of this folder was received in the period.\n"));
}

/* What goes to another program has no byte order mark. */
static gboolean
write_csv (const Wanted *wanted, FoiReturns *returns)
{
  g_autofree char *csv = foi_returns_to_csv (returns);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_equal (wanted->csv, FOI_CLI_STREAM))
    bytes = g_bytes_new (csv, strlen (csv));
  else
    bytes = foi_csv_to_file (csv);
  if (foi_cli_write (wanted->csv, bytes, NULL, wanted->force, &error))
    return TRUE;
  foi_cli_fail (wanted->csv, "%s", error->message);
  return FALSE;
}

static int
count (const char *folder, const Wanted *wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FoiRegisterCopies) copies = NULL;
  g_autoptr (GPtrArray) entries = foi_register_read (NAME, folder, FOI_DATE_NONE, &copies);
  g_autoptr (GPtrArray) all = NULL, rows = NULL;
  g_autoptr (FoiReturns) returns = NULL;
  guint n_faults;
  int exit_status;

  if (entries == NULL)
    return FOI_EXIT_NOT_DONE;
  all = foi_register_list_rows (entries);
  rows = foi_register_copies_list_once (copies, all);
  returns = foi_returns_new (rows, wanted->from, wanted->to, wanted->today,
                             foi_rules_get_default ());
  n_faults = foi_register_count_faults (entries);
  exit_status = n_faults > 0 ? FOI_EXIT_FINDINGS : FOI_EXIT_DONE;
  foi_register_warn_of_faults (entries);
  foi_register_warn_of_copies (entries, copies);
  warn_of_doubts (returns);
  if (wanted->csv != NULL)
    return write_csv (wanted, returns) ? exit_status : FOI_EXIT_NOT_DONE;
  if (wanted->json)
    count_as_json (text, returns, n_faults, g_hash_table_size (copies->spare));
  else
    count_as_text (text, returns);
  return foi_cli_print (text->str, text->len, exit_status);
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
  g_autofree char *format = NULL, *from = NULL, *to = NULL, *date = NULL, *csv = NULL;
  Wanted wanted = { 0 };
  int exit_status;
  GOptionEntry options[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("The first day of the period"), "DAY" },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("The last day of the period"), "DAY" },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date,
      N_("The day on which one looks, instead of today"), "DAY" },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &csv,
      N_("Write a table of all numbers, with their cases; - is standard output"), "FILE" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &wanted.force,
      N_("Write over a file that is there already"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, options, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &wanted.json)
      || !foi_cli_parse_day (NAME, "--date", date)
      || !foi_cli_parse_day (NAME, "--from", from) || !foi_cli_parse_day (NAME, "--to", to))
    return FOI_EXIT_NOT_DONE;
  if (argc != 2)
    return foi_cli_fail (NAME, _("name one folder (try: foi help %s)"), NAME);
  if (from == NULL || to == NULL)
    return foi_cli_fail (NAME, _("say the period, with --from and --to"));
  wanted.from = foi_date_from_iso (from);
  wanted.to = foi_date_from_iso (to);
  wanted.today = foi_register_read_day (date);
  wanted.csv = csv;
  if (wanted.from > wanted.to)
    return foi_cli_fail (NAME, _("the period ends before it begins: %s to %s"), from, to);
  return count (argv[1], &wanted);
}
