/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-cli.h"
#include "foi-csv-text.h"
#include "foi-json-writer.h"
#include "foi-register-calendar.h"
#include "foi-register-csv.h"

#define CSV "csv"
#define CALENDAR "ics"

/**
 * foi_register_check_export:
 * @command: the name of the command, for what it says
 * @wanted: what was asked for; without a kind and an output nothing was
 *
 * Returns: whether it makes sense; if not, it has said so.
 */
gboolean
foi_register_check_export (const char *command, const FoiRegisterExport *wanted)
{
  if (wanted->kind == NULL && wanted->output == NULL && !wanted->force)
    return TRUE;
  if (wanted->kind == NULL)
    foi_cli_fail (command, _("%s is missing (try: foi help %s)"), "--to", command);
  else if (!g_str_equal (wanted->kind, CSV) && !g_str_equal (wanted->kind, CALENDAR))
    foi_cli_fail (command, _("--to is one of %s, not “%s”"), CSV ", " CALENDAR, wanted->kind);
  else if (wanted->output == NULL)
    foi_cli_fail (command, _("%s is missing (try: foi help %s)"), "-o", command);
  else
    return TRUE;
  return FALSE;
}

/* What goes to another program has no byte order mark. */
static GBytes *
make_csv (GPtrArray *entries, const FoiRegisterCopies *copies, FoiDate today,
          const FoiRegisterExport *wanted, guint *n_cases)
{
  g_autofree char *csv = foi_register_to_csv (entries, copies, today, n_cases);
  gsize length;

  if (!g_str_equal (wanted->output, FOI_CLI_STREAM))
    return foi_csv_to_file (csv);
  length = strlen (csv);
  return g_bytes_new_take (g_steal_pointer (&csv), length);
}

static GBytes *
make_calendar (GPtrArray *entries, const FoiRegisterCopies *copies, guint *n_events)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  char *file = foi_register_to_calendar (entries, copies, now, n_events);

  return file != NULL ? g_bytes_new_take (file, strlen (file)) : NULL;
}

/* What was made, for programs. What went to standard output is the result itself. */
static int
say_done (const FoiRegisterExport *wanted, GBytes *bytes, guint n_rows, int exit_status)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shown = g_filename_display_name (wanted->output);
  FoiJsonWriter json;

  if (!wanted->as_json || g_str_equal (wanted->output, FOI_CLI_STREAM))
    return exit_status;
  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "file", shown);
  foi_json_writer_add_string (&json, "to", wanted->kind);
  foi_json_writer_add_integer (&json, g_str_equal (wanted->kind, CSV) ? "cases" : "events", n_rows);
  foi_json_writer_add_integer (&json, "size", (gint64) g_bytes_get_size (bytes));
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
  return foi_cli_print (text->str, text->len, exit_status);
}

/**
 * foi_register_export:
 * @command: the name of the command, for what it says
 * @entries: (element-type FoiCaseEntry): the cases that are wanted
 * @copies: which files of their folder are copies of others
 * @today: the day on which one looks
 * @wanted: which file is made of them
 * @exit_status: what the program is about to say
 *
 * Makes the file.
 *
 * Returns: @exit_status, or %FOI_EXIT_NOT_DONE, having said why.
 */
int
foi_register_export (const char *command, GPtrArray *entries, const FoiRegisterCopies *copies,
                     FoiDate today, const FoiRegisterExport *wanted, int exit_status)
{
  const gboolean is_csv = g_str_equal (wanted->kind, CSV);
  guint n_rows = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = is_csv ? make_csv (entries, copies, today, wanted, &n_rows)
                                    : make_calendar (entries, copies, &n_rows);

  if (bytes == NULL)
    return foi_cli_fail (command, _("nothing is due in these cases, so there is no calendar"));
  if (!foi_cli_write (wanted->output, bytes, NULL, wanted->force, &error))
    return foi_cli_fail (wanted->output, "%s", error->message);
  return say_done (wanted, bytes, n_rows, exit_status);
}
