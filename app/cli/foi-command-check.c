/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-cli.h"
#include "foi-commands.h"
#include "foi-json-writer.h"

#define NAME "check"

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

static void
add_to_json (FoiJsonWriter *json, const char *file, gboolean readable, GPtrArray *faults,
             const GError *error)
{
  g_autofree char *shown = g_filename_display_name (file);

  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "file", shown);
  foi_json_writer_add_boolean (json, "readable", readable);
  if (readable)
    {
      foi_json_writer_begin_array (json, "findings");
      foi_json_writer_end_array (json);
    }
  else
    add_errors_to_json (json, faults, error);
  foi_json_writer_end_object (json);
}

static void
add_to_text (GString *text, const char *file, gboolean readable, GPtrArray *faults)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *shown = foi_cli_dup_line (name);

  if (readable)
    {
      g_string_append_printf (
        text, _("%s: a case in the right format; what it says was not judged\n"), shown);
      return;
    }
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const FoiFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *path = foi_cli_dup_line (fault->path);
      g_autofree char *message = foi_cli_dup_line (fault->message);

      g_string_append_printf (text, "%s:%u:%u: %s: %s\n", shown, fault->line, fault->column, path,
                              message);
    }
}

/* Checks one file, and adds what there is to say to @json or, if that is NULL, to @text. */
static gboolean
check_file (const char *file, FoiJsonWriter *json, GString *text)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = foi_cli_load (file, &faults, &error);

  if (json != NULL)
    add_to_json (json, file, state != NULL, faults, error);
  else
    add_to_text (text, file, state != NULL, faults);
  if (state == NULL && faults == NULL && json == NULL)
    foi_cli_fail (file, "%s", error->message);
  if (faults != NULL && faults->len >= FOI_MAX_FAULTS)
    foi_cli_fail (file, _("only the first %d faults are listed"), FOI_MAX_FAULTS);
  return state != NULL;
}

static int
check_files (char **files, int n_files, gboolean as_json)
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
      if (!check_file (files[i], as_json ? &json : NULL, text))
        exit_status = FOI_EXIT_NOT_DONE;
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
 * `foi check CASE…`: reads each case, and lists where it is not in the right format.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_check (int argc, char *argv[])
{
  g_autofree char *format = NULL;
  g_autofree char *date = NULL;
  gboolean json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_("A day; nothing depends on it yet"), "DAY" },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &json) || !foi_cli_parse_day (NAME, "--date", date))
    return FOI_EXIT_NOT_DONE;
  if (argc < 2)
    return foi_cli_fail (NAME, _("no case is named (try: foi help %s)"), NAME);
  return check_files (argv + 1, argc - 1, json);
}
