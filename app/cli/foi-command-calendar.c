/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-calendar.h"
#include "foi-cli.h"
#include "foi-commands.h"
#include "foi-holiday-store.h"
#include "foi-json-writer.h"

#define NAME "calendar"

/* ---- list ---- */

typedef struct
{
  FoiCalendar *calendar;
  const char  *name;
  int          first, last; /* years */
} Listing;

static void
list_as_json (GString *text, const Listing *listing)
{
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "calendar", listing->name);
  foi_json_writer_add_integer (&json, "from", listing->first);
  foi_json_writer_add_integer (&json, "to", listing->last);
  foi_json_writer_begin_array (&json, "holidays");
  for (FoiDate date = foi_date_from_ymd (listing->first, 1, 1);
       date <= foi_date_from_ymd (listing->last, 12, 31); date++)
    {
      const char *title = foi_calendar_get_holiday (listing->calendar, date);
      g_autofree char *nations = NULL, *day = NULL;

      if (title == NULL)
        continue;
      day = foi_date_to_iso (date);
      nations = foi_calendar_dup_nations (listing->calendar, date);
      foi_json_writer_begin_object (&json, NULL);
      foi_json_writer_add_string (&json, "date", day);
      foi_json_writer_add_string (&json, "title", title);
      if (nations != NULL)
        foi_json_writer_add_string (&json, "nation", nations);
      else
        foi_json_writer_add_null (&json, "nation");
      foi_json_writer_end_object (&json);
    }
  foi_json_writer_end_array (&json);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
}

static void
list_as_text (GString *text, const Listing *listing)
{
  for (FoiDate date = foi_date_from_ymd (listing->first, 1, 1);
       date <= foi_date_from_ymd (listing->last, 12, 31); date++)
    {
      const char *title = foi_calendar_get_holiday (listing->calendar, date);
      g_autofree char *nations = NULL, *day = NULL, *line = NULL;

      if (title == NULL)
        continue;
      day = foi_date_to_iso (date);
      line = foi_cli_dup_line (title);
      nations = foi_calendar_dup_nations (listing->calendar, date);
      if (nations != NULL)
        g_string_append_printf (text, "%s  %s (%s)\n", day, line, nations);
      else
        g_string_append_printf (text, "%s  %s\n", day, line);
    }
}

static int
list (const char *name, const char *given, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiHolidays) holidays
    = foi_holiday_store_load (foi_holiday_store_get_folder (), &error);
  g_autoptr (FoiCalendar) calendar
    = holidays != NULL ? foi_calendar_new (name, holidays, &error) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Listing listing = { .calendar = calendar, .name = name };
  int year = 0;

  if (calendar == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  foi_calendar_get_years (calendar, &listing.first, &listing.last);
  if (!foi_cli_parse_number (NAME, "--year", given, listing.first, listing.last, &year))
    return FOI_EXIT_NOT_DONE;
  if (year != 0)
    listing.first = listing.last = year;
  if (json)
    list_as_json (text, &listing);
  else
    list_as_text (text, &listing);
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}

/* ---- import ---- */

static void
append_change (GString *text, const FoiHolidayChange *change)
{
  g_autofree char *date = foi_date_to_iso (change->date);
  g_autofree char *title = foi_cli_dup_line (change->title);
  g_autofree char *division = foi_cli_dup_line (change->division);
  g_autofree char *before = NULL;

  switch (change->kind)
    {
    case FOI_HOLIDAY_ADDED:
      g_string_append_printf (text, _("added    %s  %s (%s)\n"), date, title, division);
      break;
    case FOI_HOLIDAY_REMOVED:
      g_string_append_printf (text, _("removed  %s  %s (%s)\n"), date, title, division);
      break;
    case FOI_HOLIDAY_MOVED:
      before = foi_date_to_iso (change->before);
      g_string_append_printf (text, _("moved    %s  %s (%s), before on %s\n"), date, title,
                              division, before);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_changes (FoiJsonWriter *json, const char *key, GArray *changes, FoiHolidayChangeKind kind)
{
  foi_json_writer_begin_array (json, key);
  for (guint i = 0; i < changes->len; i++)
    {
      const FoiHolidayChange *change = &g_array_index (changes, FoiHolidayChange, i);
      g_autofree char *date = foi_date_to_iso (change->date);

      if (change->kind != kind)
        continue;
      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "date", date);
      foi_json_writer_add_string (json, "title", change->title);
      foi_json_writer_add_string (json, "division", change->division);
      if (kind == FOI_HOLIDAY_MOVED)
        {
          g_autofree char *before = foi_date_to_iso (change->before);

          foi_json_writer_add_string (json, "before", before);
        }
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

/* Of each division, how many holidays there are then. */
static void
add_kept (FoiJsonWriter *json, FoiHolidays *before, FoiHolidays *after, GArray *changes)
{
  const char *const *divisions = foi_holidays_get_divisions (before);
  guint n_kept = 0;

  for (guint i = 0; divisions[i] != NULL; i++)
    {
      guint n;

      foi_holidays_get (before, divisions[i], &n);
      n_kept += n;
    }
  for (guint i = 0; i < changes->len; i++)
    n_kept -= g_array_index (changes, FoiHolidayChange, i).kind != FOI_HOLIDAY_ADDED ? 1 : 0;
  foi_json_writer_add_integer (json, "kept", n_kept);
}

static void
describe_import (GString *text, FoiHolidays *before, FoiHolidays *after, gboolean json)
{
  g_autoptr (GArray) changes = foi_holidays_compare (before, after);
  FoiJsonWriter writer;

  if (!json)
    {
      for (guint i = 0; i < changes->len; i++)
        append_change (text, &g_array_index (changes, FoiHolidayChange, i));
      if (changes->len == 0)
        g_string_append (text, _("Nothing changes: these holidays are known.\n"));
      return;
    }
  foi_json_writer_init (&writer, text, 0);
  foi_json_writer_begin_object (&writer, NULL);
  add_changes (&writer, "added", changes, FOI_HOLIDAY_ADDED);
  add_changes (&writer, "moved", changes, FOI_HOLIDAY_MOVED);
  add_changes (&writer, "removed", changes, FOI_HOLIDAY_REMOVED);
  add_kept (&writer, before, after, changes);
  foi_json_writer_end_object (&writer);
  g_string_append_c (text, '\n');
}

static int
import (const char *path, gboolean dry_run, gboolean json)
{
  const char *folder = foi_holiday_store_get_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiHolidays) newer = NULL, before = NULL, after = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  before = foi_holiday_store_load (folder, &error);
  if (before != NULL)
    newer = foi_holiday_store_read (path, &error);
  if (newer == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  after = foi_holidays_merge (before, newer);
  if (!dry_run && !foi_holiday_store_import (folder, newer, &error))
    return foi_cli_fail (NAME, "%s", error->message);
  describe_import (text, before, after, json);
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}

/**
 * foi_cli_run_calendar:
 *
 * `foi calendar list`, `foi calendar import FILE`: the bank holidays that clocks go by.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_calendar (int argc, char *argv[])
{
  g_autofree char *format = NULL, *name = NULL, *year = NULL;
  gboolean dry_run = FALSE, json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { "calendar", 0, 0, G_OPTION_ARG_STRING, &name,
      N_("The calendar to list: uk (the default) or scotland"), N_("NAME") },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &year, N_("The year to list"), N_("YEAR") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run,
      N_("Say what an import would change, and change nothing"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &json))
    return FOI_EXIT_NOT_DONE;
  if (argc == 2 && strcmp (argv[1], "list") == 0 && dry_run)
    return foi_cli_fail (NAME, _("%s is not for “%s” (try: foi help %s)"), "--dry-run", "list",
                         NAME);
  if (argc == 3 && strcmp (argv[1], "import") == 0 && (name != NULL || year != NULL))
    return foi_cli_fail (NAME, _("%s is not for “%s” (try: foi help %s)"),
                         name != NULL ? "--calendar" : "--year", "import", NAME);
  if (argc == 2 && strcmp (argv[1], "list") == 0)
    return list (name != NULL ? name : "uk", year, json);
  if (argc == 3 && strcmp (argv[1], "import") == 0)
    return import (argv[2], dry_run, json);
  return foi_cli_fail (NAME, _("say “list” or “import FILE” (try: foi help %s)"), NAME);
}
