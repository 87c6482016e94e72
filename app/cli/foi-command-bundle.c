/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-attachment-files.h"
#include "foi-case-bundle.h"
#include "foi-checks.h"
#include "foi-cli.h"
#include "foi-clock.h"
#include "foi-commands.h"
#include "foi-export-pack.h"
#include "foi-holiday-store.h"
#include "foi-json-writer.h"
#include "foi-pack-folder.h"
#include "foi-paper.h"
#include "foi-pdf-inspect.h"
#include "foi-pdf-reading.h"

#define NAME "bundle"

static const FoiPackTools tools = { foi_paper_make_pdf, foi_file_read_pdf, foi_pdf_inspect };

static int
say_done (FoiPack *pack, const char *output, int status)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shown = g_filename_display_name (output);
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "folder", shown);
  foi_export_write_files (&json, pack);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
  return foi_cli_print (text->str, text->len, status);
}

static int
run (const char *file, const char *output, FoiDate today, gboolean force, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (FoiCaseState) state = foi_cli_load (file, &faults, &error);
  g_autoptr (FoiHolidays) holidays = NULL;
  g_autoptr (FoiPack) pack = NULL;
  g_autofree char *files = foi_attachments_dup_folder (file), *telling = NULL;
  int status;

  if (state == NULL)
    return foi_cli_fail_with_errors (file, faults, error);
  holidays = foi_holiday_store_load (foi_holiday_store_get_folder (), &error);
  if (holidays == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  pack = foi_case_bundle_new (state, foi_rules_get_default (), holidays, today, files, &tools,
                              NULL, NULL, NULL, &error);
  if (pack == NULL)
    return foi_cli_fail (file, "%s", error->message);
  if (!foi_pack_folder_write (pack, output, force, NULL, NULL, NULL, NULL, NULL, &error))
    return foi_cli_fail (output, "%s", error->message);
  /* Its letters are as they were sent; what they tell is said all the same. */
  telling = foi_checks_run_telling (state, NULL, TRUE, foi_rules_get_default (), holidays);
  if (telling != NULL)
    foi_cli_warn (file, telling);
  status = telling != NULL ? FOI_EXIT_FINDINGS : FOI_EXIT_DONE;
  return json ? say_done (pack, output, status) : status;
}

/**
 * foi_cli_run_bundle:
 *
 * `foi bundle CASE --out FOLDER`: makes what goes to the regulator when somebody complains.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_bundle (int argc, char *argv[])
{
  g_autofree char *format = NULL, *output = NULL, *date = NULL;
  gboolean force = FALSE, json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The folder that is made"), "FOLDER" },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_("The day, instead of today"), "DAY" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace a bundle that is there"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &json) || !foi_cli_parse_day (NAME, "--date", date))
    return FOI_EXIT_NOT_DONE;
  if (output == NULL)
    return foi_cli_fail (NAME, _("%s is missing (try: foi help %s)"), "--out", NAME);
  if (argc != 2)
    return foi_cli_fail (NAME, _("name one case (try: foi help %s)"), NAME);
  return run (argv[1], output, date != NULL ? foi_date_from_iso (date) : foi_clock_today (), force,
              json);
}
