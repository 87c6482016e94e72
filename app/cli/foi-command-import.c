/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <malloc.h>
#include <string.h>

#include "foi-cli.h"
#include "foi-clock.h"
#include "foi-commands.h"
#include "foi-disclosure-open.h"
#include "foi-edit.h"
#include "foi-error.h"
#include "foi-import-report.h"
#include "foi-import-wish.h"
#include "foi-paste-cover.h"

#define NAME "import"

typedef struct
{
  char    *format;
  char    *into;
  char    *table;
  char    *sheet;
  char    *range;
  char    *encoding;
  char    *delimiter;
  char    *dates;
  char    *shares;
  char   **types;
  char   **meanings;
  gboolean append;
  gboolean replace;
  gboolean forget;
  gboolean no_totals;
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
  g_free (options->delimiter);
  g_free (options->dates);
  g_free (options->shares);
  g_strfreev (options->types);
  g_strfreev (options->meanings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Between the cells of a text file: one sign, or the word for one that is not seen. */
static char
get_delimiter (const Options *options)
{
  if (options->delimiter == NULL)
    return 0;
  return strcmp (options->delimiter, "tab") == 0 ? '\t' : options->delimiter[0];
}

static gboolean
is_delimiter (const char *text)
{
  return strcmp (text, "tab") == 0
         || (strlen (text) == 1 && g_ascii_isprint (*text) && !g_ascii_isalnum (*text)
             && *text != '"');
}

static gboolean
get_order (const char *text, FoiDateOrder *order)
{
  *order = g_strcmp0 (text, "day-first") == 0     ? FOI_DATE_ORDER_DAY_FIRST
           : g_strcmp0 (text, "month-first") == 0 ? FOI_DATE_ORDER_MONTH_FIRST
                                                  : FOI_DATE_ORDER_UNKNOWN;
  return text == NULL || *order != FOI_DATE_ORDER_UNKNOWN;
}

static gboolean
get_share (const char *text, FoiShareOrder *share)
{
  *share = g_strcmp0 (text, "fraction") == 0     ? FOI_SHARE_ORDER_FRACTION
           : g_strcmp0 (text, "percentage") == 0 ? FOI_SHARE_ORDER_PERCENTAGE
                                                 : FOI_SHARE_ORDER_UNKNOWN;
  return text == NULL || *share != FOI_SHARE_ORDER_UNKNOWN;
}

static gboolean
check_options (const Options *options, FoiSheetRange *range)
{
  FoiDateOrder order;
  FoiShareOrder share;

  if (!foi_cli_parse_text (NAME, "--into", options->into)
      || !foi_cli_parse_text (NAME, "--name", options->table))
    return FALSE;
  if (options->append && options->replace)
    foi_cli_fail (NAME, _("say either --append or --replace"));
  else if (options->forget && !options->replace)
    foi_cli_fail (NAME, _("--forget-withheld is for --replace"));
  else if (options->range != NULL && !foi_sheet_range_parse (options->range, range))
    foi_cli_fail (NAME, _("--range is a block of cells, as in A1:D20, not “%s”"), options->range);
  else if (options->delimiter != NULL && !is_delimiter (options->delimiter))
    foi_cli_fail (NAME, _("--delimiter is one sign, as in “;”, or tab, not “%s”"),
                  options->delimiter);
  else if (!get_order (options->dates, &order))
    foi_cli_fail (NAME, _("--dates is day-first or month-first, not “%s”"), options->dates);
  else if (!get_share (options->shares, &share))
    foi_cli_fail (NAME, _("--shares is fraction or percentage, not “%s”"), options->shares);
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
  const FoiTextWish text = { options->encoding, get_delimiter (options) };
  g_autoptr (FoiWorkbook) workbook = NULL;
  int sheet;

  if (bytes == NULL)
    return FALSE;
  workbook = foi_workbook_new (bytes, &text, NULL, error);
  if (workbook == NULL)
    return FALSE;
  import->format = foi_workbook_get_format (workbook);
  import->encoding = foi_workbook_get_encoding (workbook);
  import->has_mojibake = foi_workbook_has_mojibake (workbook);
  sheet = options->sheet != NULL ? foi_workbook_find_sheet (workbook, options->sheet)
                                 : foi_workbook_find_first (workbook, error);
  if (sheet < 0 && options->sheet != NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                 _("There is no sheet of this name: “%s”"), options->sheet);
  if (sheet < 0)
    return FALSE;
  import->sheet = g_strdup (foi_workbook_get_sheet_name (workbook, (guint) sheet));
  import->block = foi_sheet_block_read (workbook, (guint) sheet, range, NULL, NULL, NULL,
                                        error);
  if (import->block == NULL)
    return FALSE;
  /* Not of a file that is refused: that takes longer than refusing it. */
  import->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  /* One sheet that is seen in all its cells is not read again. */
  if (import->block->n_hidden == 0 && foi_workbook_get_n_sheets (workbook) == 1)
    return TRUE;
  import->left = foi_workbook_inspect (workbook, NULL, error);
  return import->left != NULL;
}

/* `-=0`: what stands in cells, and what is meant. */
static gboolean
read_meanings (FoiImportWish *wish, char **meanings, GError **error)
{
  for (guint i = 0; meanings != NULL && meanings[i] != NULL; i++)
    {
      const char *sign = strrchr (meanings[i], '=');

      if (sign == NULL || sign == meanings[i] || !g_utf8_validate (meanings[i], -1, NULL))
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
                       _("--mark is what stands in cells and what it means, as in “-=0”"));
          return FALSE;
        }
      g_hash_table_insert (wish->meanings, g_strndup (meanings[i], (gsize) (sign - meanings[i])),
                           g_strdup (sign + 1));
    }
  return TRUE;
}

/* The column of a name or a heading, and of the cells its place; -1 if there is none. */
static int
find_column (FoiPasteProposal *proposal, const char *name)
{
  for (guint i = 0; i < proposal->sources->len; i++)
    {
      FoiColumn *column = foi_table_data_get_column (proposal->table, i);

      if (strcmp (name, foi_column_get_name (column)) == 0
          || g_strcmp0 (name, foi_column_get_title (column)) == 0)
        return (int) g_array_index (proposal->sources, guint, i);
    }
  return -1;
}

/* `calls=integer`: a column as it would be called, and its type. */
static gboolean
read_type (FoiImportWish *wish, FoiPasteProposal *proposal, const char *text, GError **error)
{
  const char *sign = strrchr (text, '=');
  g_autofree char *name = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : NULL;
  FoiValueType type;
  int source;

  if (name == NULL || !g_utf8_validate (text, -1, NULL)
      || !foi_import_type_from_id (sign + 1, &type))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
                   _("--type is a column and text, integer, decimal, money, percentage, date, "
                     "month, year or financial-year, as in “calls=text”"));
      return FALSE;
    }
  source = find_column (proposal, name);
  if (source < 0)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no column “%s”"), name);
      return FALSE;
    }
  g_hash_table_insert (wish->types, GUINT_TO_POINTER ((guint) source), GUINT_TO_POINTER (type));
  return TRUE;
}

static gboolean
propose_new (FoiImport *import, FoiImportWish *wish, const Options *options, GError **error)
{
  import->proposal
    = foi_import_wish_propose (wish, import->block->grid, options->table, error);
  if (import->proposal == NULL)
    return FALSE;
  for (guint i = 0; options->types != NULL && options->types[i] != NULL; i++)
    {
      if (!read_type (wish, import->proposal, options->types[i], error))
        return FALSE;
    }
  if (g_hash_table_size (wish->types) == 0)
    return TRUE;
  foi_paste_proposal_free (import->proposal);
  import->proposal
    = foi_import_wish_propose (wish, import->block->grid, options->table, error);
  return import->proposal != NULL;
}

/* Of a table that is there: what would change in it. */
static gboolean
match_table (FoiImport *import, FoiCaseState *state, FoiTableData *table, const Options *options,
             GError **error)
{
  if (table == NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"),
                 options->table);
  else if (options->types != NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
                 _("--type is for a new table; the columns of “%s” have their types"),
                 options->table);
  else
    import->match = foi_import_match (import->block->grid, table, options->table,
                                      options->append ? FOI_IMPORT_APPEND : FOI_IMPORT_REPLACE,
                                      error);
  if (import->match == NULL)
    return FALSE;
  /* Nobody looks at what is replaced before it is done. */
  foi_paste_cover_find (import->match, state, options->table);
  if (!options->forget)
    foi_paste_cover_keep (import->match);
  return TRUE;
}

static gboolean
propose (FoiImport *import, FoiCaseState *state, const Options *options, GError **error)
{
  FoiTableData *table = foi_case_state_find_table (state, options->table);
  g_auto (FoiImportWish) wish = { NULL };
  FoiPasteGrid *said;

  foi_import_wish_init (&wish);
  get_order (options->dates, &wish.order);
  get_share (options->shares, &wish.share);
  wish.no_totals = options->no_totals;
  if (!read_meanings (&wish, options->meanings, error))
    return FALSE;
  foi_import_find_doubts (import, options->dates != NULL, options->shares != NULL);
  said = foi_import_wish_apply (&wish, import->block->grid);
  foi_paste_grid_unref (import->block->grid);
  import->block->grid = said;
  if (options->append || options->replace)
    return match_table (import, state, table, options, error);
  if (table == NULL)
    return propose_new (import, &wish, options, error);
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               _("This case has a table “%s” already; --append and --replace write to it"),
               options->table);
  return FALSE;
}

static gboolean
change (FoiImport *import, FoiEdit *edit, const Options *options, GError **error)
{
  g_autofree char *name = g_path_get_basename (import->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *today = foi_date_to_iso (foi_clock_today ());
  FoiImportSource source = { shown, import->sha256, import->sheet, today };
  g_autoptr (FoiImportHistory) history = NULL;
  FoiTableData *table = foi_case_state_find_table (edit->before, options->table);

  if (import->proposal != NULL)
    history = foi_import_history_new (import->block, import->proposal, &source);
  else if (!options->append || foi_import_may_append (table, import->match, error))
    history = foi_import_history_new_over (import->block, table, import->match, &source);
  if (history == NULL)
    return FALSE;
  return import->proposal != NULL
           ? foi_case_editor_import_new (edit->editor, import->proposal, history, NULL, error)
           : foi_case_editor_import_over (edit->editor, options->table, import->match, history,
                                          error);
}

/* What the table's own rule would have withheld, had it been there when that was done. */
static guint
count_open (FoiCaseState *state, const Options *options)
{
  const char *const names[] = { options->table, NULL };
  g_autoptr (GArray) open = foi_disclosure_list_open (state, names);

  return open->len;
}

static gboolean
save (FoiImport *import, FoiEdit *edit, GError **error)
{
  /* The case has all of it now. */
  g_clear_pointer (&import->proposal, foi_paste_proposal_free);
  g_clear_pointer (&import->match, foi_paste_match_free);
  g_clear_pointer (&import->block, foi_sheet_block_free);
#ifdef __GLIBC__
  /* What a large file took is given back before as much is written. */
  malloc_trim (0);
#endif
  return foi_edit_save (edit, error);
}

static int
import_file (const char *path, const Options *options, const FoiSheetRange *range, gboolean json)
{
  g_auto (FoiImport) import = { .file = path };
  g_auto (FoiEdit) edit = FOI_EDIT_NONE;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean has_findings, done = FALSE;

  if (!foi_edit_begin (&edit, options->into, options->dry_run))
    return FOI_EXIT_NOT_DONE;
  /* A large spreadsheet takes its time. */
  foi_edit_let_others (&edit);
  if (!read_file (&import, options, range, &error)
      || !propose (&import, edit.before, options, &error))
    return foi_cli_fail (path, "%s", error->message);
  /* Only what changes a table has to be done to know what it comes to. */
  if (import.match != NULL)
    done = change (&import, &edit, options, options->dry_run ? NULL : &error);
  if (done)
    import.n_open = count_open (foi_edit_get_state (&edit), options);
  foi_import_report (&import, foi_case_state_find_table (edit.before, options->table),
                     options->table, json, text);
  has_findings = foi_import_has_findings (&import);
  if (!options->dry_run && error == NULL && !done)
    done = change (&import, &edit, options, &error);
  if (!options->dry_run && (!done || !save (&import, &edit, &error)))
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
    { "delimiter", 0, 0, G_OPTION_ARG_FILENAME, &options.delimiter,
      N_("What stands between the cells of a text file: one sign, or tab"), "SIGN" },
    { "type", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.types,
      N_("A column’s type, as in “calls=text”; may be repeated"), "COLUMN=TYPE" },
    { "dates", 0, 0, G_OPTION_ARG_FILENAME, &options.dates,
      N_("What dates such as 03/04/2024 mean: day-first or month-first"), "ORDER" },
    { "shares", 0, 0, G_OPTION_ARG_FILENAME, &options.shares,
      N_("What 0.5 is beside 50%: a fraction or a percentage"), "KIND" },
    { "mark", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.meanings,
      N_("What something in cells means, as in “-=0” or “c=[c]”; may be repeated"),
      "TEXT=MEANING" },
    { "append", 0, 0, G_OPTION_ARG_NONE, &options.append,
      N_("Add rows to a table that is there"), NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &options.replace,
      N_("Change the rows of a table that are named alike, and add the others"), NULL },
    { "forget-withheld", 0, 0, G_OPTION_ARG_NONE, &options.forget,
      N_("Replace withheld and rounded figures as well: the true ones are forgotten, and figures "
         "may stand open"),
      NULL },
    { "no-totals", 0, 0, G_OPTION_ARG_NONE, &options.no_totals,
      N_("Declare nothing to be a total only because it adds up"), NULL },
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
