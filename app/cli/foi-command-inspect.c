/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "foi-cli.h"
#include "foi-commands.h"
#include "foi-file-inspect.h"
#include "foi-hidden-output.h"
#include "foi-json-writer.h"
#include "foi-pdf-inspect.h"
#include "foi-workbook.h"

#define NAME "inspect"

static void
inspect_as_json (GString *text, const char *file, const char *format, FoiHidden *hidden)
{
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "file", file);
  foi_json_writer_add_string (&json, "format", format);
  foi_hidden_to_json (hidden, &json);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
}

static void
inspect_as_text (GString *text, const char *file, FoiHidden *hidden)
{
  if (foi_hidden_get_length (hidden) == 0)
    /* Translators: %s is a file. */
    g_string_append_printf (text, _("%s: nothing is hidden in it\n"), file);
  foi_hidden_to_text (hidden, text);
}

static GBytes *
load (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GInputStream) input = NULL;

  if (strcmp (path, FOI_CLI_STREAM) == 0)
    {
      input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
      return foi_workbook_load_stream (input, error);
    }
  file = g_file_new_for_commandline_arg (path);
  return foi_workbook_load (file, NULL, error);
}

static int
inspect (const char *path, gboolean json)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *format = NULL;
  g_autoptr (FoiHidden) hidden = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = load (path, &error);
  if (bytes != NULL)
    hidden = foi_file_inspect (bytes, foi_pdf_inspect, &format, NULL, &error);
  if (hidden == NULL)
    return foi_cli_fail (shown, "%s", error->message);
  if (json)
    inspect_as_json (text, shown, format, hidden);
  else
    inspect_as_text (text, shown, hidden);
  return foi_cli_print (text->str, text->len,
                        foi_hidden_get_length (hidden) > 0 ? FOI_EXIT_FINDINGS : FOI_EXIT_DONE);
}

/**
 * foi_cli_run_inspect:
 *
 * `foi inspect FILE`: says what a spreadsheet, a text or a PDF holds that a glance at it does not
 * show.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_inspect (int argc, char *argv[])
{
  g_autofree char *format = NULL;
  gboolean json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &json))
    return FOI_EXIT_NOT_DONE;
  if (argc != 2)
    return foi_cli_fail (NAME, _("name one file (try: foi help %s)"), NAME);
  return inspect (argv[1], json);
}
