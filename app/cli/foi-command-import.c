/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <malloc.h>
#include <string.h>

#include "foi-cli.h"
#include "foi-clock.h"
#include "foi-commands.h"
#include "foi-error.h"
#include "foi-import-report.h"

#define NAME "import"

typedef struct
{
  char    *format;
  char    *into;
  char    *table;
  char    *sheet;
  char    *range;
  char    *encoding;
  char   **meanings;
  gboolean append;
  gboolean replace;
  gboolean dry_run;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->into);
  g_free (options->table);
  g_free (options->sheet);
  g_free (options->range);
  g_free (options->encoding);
  g_strfreev (options->meanings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_options (const Options *options, FoiSheetRange *range)
{
  if (!foi_cli_parse_text (NAME, "--into", options->into)
      || !foi_cli_parse_text (NAME, "--name", options->table))
    return FALSE;
  if (options->append && options->replace)
    foi_cli_fail (NAME, _("say either --append or --replace"));
  else if (options->range != NULL && !foi_sheet_range_parse (options->range, range))
    foi_cli_fail (NAME, _("--range is a block of cells, as in A1:D20, not “%s”"), options->range);
  else
    return TRUE;
  return FALSE;
}

/* Opens the file and reads what is asked for. Nothing else of it is kept: it may be large. */
static gboolean
read_file (FoiImport *import, const Options *options, const FoiSheetRange *range, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (import->file);
  g_autoptr (GBytes) bytes = foi_workbook_load (file, NULL, error);
  g_autoptr (FoiWorkbook) workbook = NULL;
  int sheet;

  if (bytes == NULL)
    return FALSE;
  import->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  workbook = foi_workbook_new (bytes, options->encoding, NULL, error);
  if (workbook == NULL)
    return FALSE;
  import->format = foi_workbook_get_format (workbook);
  import->encoding = foi_workbook_get_encoding (workbook);
  import->has_mojibake = foi_workbook_has_mojibake (workbook);
  /* A text file is kept by its reader, in UTF-8. */
  g_clear_pointer (&bytes, g_bytes_unref);
  sheet = options->sheet != NULL ? foi_workbook_find_sheet (workbook, options->sheet)
                                 : foi_workbook_find_first (workbook);
  if (sheet < 0)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                   options->sheet != NULL ? _("There is no sheet of this name: “%s”")
                                          : _("There is no sheet with anything to be seen%s"),
                   options->sheet != NULL ? options->sheet : "");
      return FALSE;
    }
  import->sheet = g_strdup (foi_workbook_get_sheet_name (workbook, (guint) sheet));
  import->block = foi_sheet_block_read (workbook, (guint) sheet, range, NULL, NULL, NULL,
                                        error);
  return import->block != NULL;
}

/* `-=0`: what stands in cells, and what is meant. */
static gboolean
apply_meanings (FoiImport *import, char **meanings, GError **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  FoiPasteGrid *grid;

  for (guint i = 0; meanings != NULL && meanings[i] != NULL; i++)
    {
      char *sign = strrchr (meanings[i], '=');

      if (sign == NULL || sign == meanings[i] || !g_utf8_validate (meanings[i], -1, NULL))
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
                       _("--mark is what stands in cells and what it means, as in “-=0”"));
          return FALSE;
        }
      *sign = '\0';
      g_hash_table_insert (table, meanings[i], sign + 1);
    }
  if (g_hash_table_size (table) == 0)
    return TRUE;
  grid = foi_paste_grid_with_meanings (import->block->grid, table);
  foi_paste_grid_unref (import->block->grid);
  import->block->grid = grid;
  return TRUE;
}

/* Of a table that is there: what would change in it. */
static gboolean
match_table (FoiImport *import, FoiTableData *table, const Options *options, GError **error)
{
  if (table == NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"),
                 options->table);
  else
    {
      import->match = foi_paste_match_table (import->block->grid, table);
      if (import->match != NULL)
        return TRUE;
      g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
                   _("The file does not have the columns that name the rows of “%s”"),
                   options->table);
    }
  return FALSE;
}

static gboolean
propose (FoiImport *import, FoiCaseState *state, const Options *options, GError **error)
{
  FoiTableData *table = foi_case_state_find_table (state, options->table);

  if (options->append || options->replace)
    return match_table (import, table, options, error);
  if (table != NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("This case has a table “%s” already; --append and --replace write to it"),
                   options->table);
      return FALSE;
    }
  import->proposal = foi_paste_propose_table (import->block->grid, options->table);
  if (import->proposal != NULL)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE, _("There is nothing in it"));
  return FALSE;
}

static gboolean
apply (FoiImport *import, FoiCaseState *state, const Options *options, const FoiFileMark *mark,
       GError **error)
{
  g_autofree char *name = g_path_get_basename (import->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *today = foi_date_to_iso (foi_clock_today ());
  g_autofree char *token = foi_clock_token ();
  FoiImportSource source = { shown, import->sha256, import->sheet, today };
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  g_autoptr (GFile) file = g_file_new_for_path (options->into);
  g_auto (FoiSaved) saved = { { NULL, NULL }, FALSE };
  gboolean done;

  if (import->proposal != NULL)
    done = foi_case_editor_import_new (editor, import->block, import->proposal, &source, NULL,
                                       error);
  else
    done = foi_case_editor_import_over (editor, options->table, import->block, import->match,
                                        options->append, &source, error);
  /* The case has all of it now. */
  g_clear_pointer (&import->proposal, foi_paste_proposal_free);
  g_clear_pointer (&import->match, foi_paste_match_free);
  g_clear_pointer (&import->block, foi_sheet_block_free);
#ifdef __GLIBC__
  /* What a large file took is given back before as much is written. */
  malloc_trim (0);
#endif
  return done
         && foi_case_file_save (foi_case_get_state (foi_case), file, mark, token, FALSE, &saved,
                                NULL, error);
}

static int
import_file (const char *path, const Options *options, const FoiSheetRange *range, gboolean json)
{
  g_auto (FoiImport) import = { .file = path };
  g_auto (FoiFileMark) mark = { NULL, NULL };
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gboolean has_findings;
  gsize length;

  /* What the case file is now: it must still be that when it is saved. */
  if (!g_file_get_contents (options->into, &bytes, &length, &error))
    return foi_cli_fail (options->into, "%s", error->message);
  mark.checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
  g_clear_pointer (&bytes, g_free);
  state = foi_cli_load (options->into, &faults, &error);
  if (state == NULL)
    return foi_cli_fail_with_errors (options->into, faults, error);
  mark.revision = g_strdup (foi_case_file_get_revision (state));
  if (!read_file (&import, options, range, &error)
      || !apply_meanings (&import, options->meanings, &error)
      || !propose (&import, state, options, &error))
    return foi_cli_fail (path, "%s", error->message);
  foi_import_report (&import, foi_case_state_find_table (state, options->table), options->table,
                     json, text);
  has_findings = foi_import_has_findings (&import);
  if (!options->dry_run && !apply (&import, state, options, &mark, &error))
    return foi_cli_fail (options->into, "%s", error->message);
  return foi_cli_print (text->str, text->len, has_findings ? FOI_EXIT_FINDINGS : FOI_EXIT_DONE);
}

/**
 * foi_cli_run_import:
 *
 * `foi import FILE --into CASE --name T`: makes a table of a spreadsheet, or says what it would be.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_import (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  FoiSheetRange range = { 0, 0, 0, 0 };
  gboolean json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&options.format),
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &options.into, N_("The case that gets the table"),
      "CASE" },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &options.table, N_("The table's name"), "TABLE" },
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &options.sheet,
      N_("The sheet; the first that is seen is the default"), "SHEET" },
    { "range", 0, 0, G_OPTION_ARG_FILENAME, &options.range,
      N_("The block of cells, as in A1:D20; all that is used is the default"), "RANGE" },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &options.encoding,
      N_("How a text file is encoded: UTF-8, windows-1252; mojibake repairs one encoded twice"),
      "NAME" },
    { "mark", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.meanings,
      N_("What something in cells means, as in “-=0” or “c=[c]”; may be repeated"),
      "TEXT=MEANING" },
    { "append", 0, 0, G_OPTION_ARG_NONE, &options.append,
      N_("Add rows to a table that is there"), NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &options.replace,
      N_("Change the rows of a table that are named alike, and add the others"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_("Say what would be done, and change nothing"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, options.format, &json) || !check_options (&options, &range))
    return FOI_EXIT_NOT_DONE;
  if (argc != 2)
    return foi_cli_fail (NAME, _("name one file (try: foi help %s)"), NAME);
  return import_file (argv[1], &options, options.range != NULL ? &range : NULL, json);
}
