/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-cli.h"
#include "foi-commands.h"
#include "foi-export-pack.h"
#include "foi-export.h"
#include "foi-holiday-store.h"
#include "foi-holidays-current.h"
#include "foi-json-writer.h"

#define NAME "export"

typedef struct
{
  char    *format;
  char    *kind;
  char    *table;
  char    *letter;
  char    *date;
  char    *whom;
  char    *output;
  gboolean force;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->kind);
  g_free (options->table);
  g_free (options->letter);
  g_free (options->date);
  g_free (options->whom);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_options (const Options *options)
{
  g_autofree char *kinds = foi_export_list_kinds ();
  gboolean is_pack = g_strcmp0 (options->kind, FOI_EXPORT_PACK) == 0;
  gboolean is_mail = g_strcmp0 (options->kind, FOI_EXPORT_MAIL) == 0;

  if (is_pack)
    {
      if (!foi_export_check_pack (NAME, options->whom, options->output, options->table))
        return FALSE;
    }
  else if (options->whom != NULL)
    {
      foi_cli_fail (NAME, _("--for goes with --to pack"));
      return FALSE;
    }
  else if (options->kind == NULL)
    foi_cli_fail (NAME, _("%s is missing (try: foi help %s)"), "--to", NAME);
  else if (is_mail && options->table != NULL)
    {
      foi_cli_fail (NAME, _("a mail has all tables of the letter: --table does not go with it"));
      return FALSE;
    }
  else if (!is_mail && !foi_export_is_kind (options->kind))
    foi_cli_fail (NAME, _("--to is one of %s, not “%s”"), kinds, options->kind);
  if (options->kind == NULL || (!is_pack && !is_mail && !foi_export_is_kind (options->kind)))
    return FALSE;
  if (options->output != NULL)
    return foi_cli_parse_day (NAME, "--date", options->date);
  foi_cli_fail (NAME, _("%s is missing (try: foi help %s)"), "-o", NAME);
  return FALSE;
}

/* What was made, for programs. What went to standard output is the result itself. */
static int
say_done (const Options *options, GBytes *bytes, gboolean as_json, int status)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shown = g_filename_display_name (options->output);
  FoiJsonWriter json;

  if (!as_json || strcmp (options->output, FOI_CLI_STREAM) == 0)
    return status;
  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "file", shown);
  foi_json_writer_add_string (&json, "to", options->kind);
  foi_json_writer_add_integer (&json, "size", (gint64) g_bytes_get_size (bytes));
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
  return foi_cli_print (text->str, text->len, status);
}

static int
export_case (const char *file, const Options *options, gboolean as_json)
{
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (GPtrArray) faults = NULL, leaks = NULL;
  g_autoptr (FoiHolidays) holidays = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *doubt = NULL, *telling = NULL;
  gboolean from_stream = strcmp (file, FOI_CLI_STREAM) == 0;
  FoiExport wanted = {
    .kind = options->kind,
    .letter = options->letter,
    .table = options->table,
    .date = options->date,
    .to_stream = strcmp (options->output, FOI_CLI_STREAM) == 0,
  };

  state = foi_cli_load (file, &faults, &error);
  if (state == NULL)
    return foi_cli_fail_with_errors (file, faults, error);
  holidays = foi_holiday_store_load (foi_holiday_store_get_folder (), &error);
  if (holidays == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  foi_holidays_set_current (holidays);
  if (g_str_equal (options->kind, FOI_EXPORT_PACK))
    return foi_export_pack (state, file, options->whom, &wanted, options->output, options->force,
                            as_json);
  if (g_str_equal (options->kind, FOI_EXPORT_MAIL))
    bytes = foi_export_mail (state, file, &wanted, &leaks, &error);
  else
    bytes = foi_export_make (state, &wanted, &error);
  if (bytes == NULL && leaks != NULL && leaks->len > 0)
    return foi_export_tell_leaks (file, leaks);
  if (bytes == NULL)
    return foi_cli_fail (file, "%s", error->message);
  if (!foi_cli_write (options->output, bytes, from_stream ? NULL : file, options->force, &error))
    return foi_cli_fail (options->output, "%s", error->message);
  doubt = g_str_equal (options->kind, FOI_EXPORT_MAIL) ? NULL
                                                       : foi_export_dup_doubt (state, &wanted);
  if (doubt != NULL)
    foi_cli_warn (file, doubt);
  telling = foi_export_dup_telling (state, &wanted);
  if (telling != NULL)
    foi_cli_warn (file, telling);
  foi_export_warn_disarmed (state, &wanted, file);
  return say_done (options, bytes, as_json,
                   telling != NULL ? FOI_EXIT_FINDINGS : FOI_EXIT_DONE);
}

/**
 * foi_cli_run_export:
 *
 * `foi export CASE --to KIND -o FILE`: makes a letter, a table or a chart from a case.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_export (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  gboolean json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&options.format),
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.kind,
      N_("pdf, text or html (the letter), csv (a table); svg, png or pdf (the chart of --table); "
         "pack (a folder of files)"),
      "KIND" },
    { "table", 0, 0, G_OPTION_ARG_FILENAME, &options.table,
      N_("The table; not needed where there is only one"), "NAME" },
    { "letter", 0, 0, G_OPTION_ARG_FILENAME, &options.letter,
      N_("The letter, by its type or id; otherwise the last of the case"), "TYPE" },
    { "for", 0, 0, G_OPTION_ARG_FILENAME, &options.whom,
      N_("Whom a pack is for: publish (everybody), send (the requester) or file (ourselves)"),
      "WHOM" },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_("The day of the letter"), "DAY" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Where to write; - is standard output. A pack is a new folder"), "FILE" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force,
      N_("Write over a file, or a pack, that is there already"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, options.format, &json))
    return FOI_EXIT_NOT_DONE;
  if (argc != 2)
    return foi_cli_fail (NAME, _("one case is named (try: foi help %s)"), NAME);
  if (!check_options (&options))
    return FOI_EXIT_NOT_DONE;
  return export_case (argv[1], &options, json);
}
