/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-audit.h"
#include "foi-cli.h"
#include "foi-commands.h"
#include "foi-protection.h"

#define NAME "protect"

typedef struct
{
  const char *file;
  const char *table;
  FoiSmallRule rule;
  const char *reason;
  gboolean dry_run;
  gboolean json;
} Options;

static void
add_cells (FoiJsonWriter *json, const char *key, FoiProtection *protection, GArray *cells)
{
  foi_json_writer_begin_array (json, key);
  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);
      const FoiCellPlace *place = foi_disclosure_case_get_place (protection->disclosure, cell);
      g_autofree char *row = foi_disclosure_case_dup_row (protection->disclosure, cell);

      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "row", row);
      foi_json_writer_add_string (
        json, "column",
        foi_column_get_name (foi_table_data_get_column (place->data, place->column)));
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static void
add_protection (FoiJsonWriter *json, FoiProtection *protection, gboolean written)
{
  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "table", protection->table);
  foi_json_writer_add_integer (json, "threshold", protection->rule.threshold);
  add_cells (json, "primary", protection, protection->primary);
  add_cells (json, "secondary", protection, protection->secondary);
  foi_json_writer_add_boolean (json, "written", written);
  foi_json_writer_add_string (json, "advice",
                              protection->advice != NULL ? protection->advice : "");
  foi_json_writer_begin_object (json, "audit");
  foi_cli_add_audit (json, protection->disclosure, protection->audit);
  foi_json_writer_end_object (json);
  foi_json_writer_end_object (json);
}

static void
append_cells (GString *text, const char *what, FoiProtection *protection, GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);
      const FoiCellPlace *place = foi_disclosure_case_get_place (protection->disclosure, cell);
      g_autofree char *row = foi_disclosure_case_dup_row (protection->disclosure, cell);
      g_autofree char *shown = foi_cli_dup_line (row);

      g_string_append_printf (
        text, "%s: %s/%s/%s\n", what, protection->table, shown,
        foi_column_get_name (foi_table_data_get_column (place->data, place->column)));
    }
}

static int
print (const Options *options, FoiProtection *protection, gboolean written)
{
  g_autoptr (GString) text = g_string_new (NULL);
  FoiJsonWriter json;

  if (options->json)
    {
      foi_json_writer_init (&json, text, 0);
      add_protection (&json, protection, written);
      g_string_append_c (text, '\n');
    }
  else
    {
      append_cells (text, _("withheld, small"), protection, protection->primary);
      append_cells (text, _("withheld with them"), protection, protection->secondary);
      foi_cli_append_audit (text, options->file, protection->disclosure, protection->audit);
      if (protection->advice != NULL)
        g_string_append_printf (text, "%s\n", protection->advice);
    }
  return foi_cli_print (text->str, text->len,
                        protection->audit->is_safe ? FOI_EXIT_DONE : FOI_EXIT_FINDINGS);
}

/* Applies it as the window would, and writes the case over itself. */
static gboolean
write_protected (const Options *options, FoiCaseState *state, FoiProtection *protection,
                 GError **error)
{
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);

  return foi_protection_apply (protection, editor, options->reason, error)
         && foi_cli_save (options->file, state, foi_case_get_state (foi_case), error);
}

static int
protect (const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (FoiCaseState) state = foi_cli_load (options->file, &faults, &error);
  g_autoptr (FoiProtection) protection = NULL;
  gboolean written = FALSE;

  if (state == NULL)
    return foi_cli_fail_with_errors (options->file, faults, error);
  protection = foi_protection_new (state, options->table, &options->rule, NULL, NULL, NULL,
                                   &error);
  if (protection == NULL)
    return foi_cli_fail (options->file, "%s", error->message);
  /* What is not safe is shown, and changes nothing. */
  if (!options->dry_run && protection->audit->is_safe)
    {
      written = write_protected (options, state, protection, &error);
      if (!written)
        return foi_cli_fail (options->file, "%s", error->message);
    }
  return print (options, protection, written);
}

/**
 * foi_cli_run_protect:
 *
 * `foi protect CASE --table T --threshold t`: suppresses small counts and what would give them
 * away.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_protect (int argc, char *argv[])
{
  g_autofree char *format = NULL;
  g_autofree char *table = NULL;
  g_autofree char *reason = NULL;
  int threshold = 0;
  gboolean zero = FALSE, dry_run = FALSE;
  Options options = { 0 };
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { "table", 0, 0, G_OPTION_ARG_FILENAME, &table, N_("The table"), "NAME" },
    { "threshold", 0, 0, G_OPTION_ARG_INT, &threshold,
      N_("Counts from 1 to this are suppressed"), "COUNT" },
    { "zero", 0, 0, G_OPTION_ARG_NONE, &zero, N_("Suppress zeros as well"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason,
      N_("Why somebody could be identified"), "TEXT" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Change nothing"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &options.json)
      || !foi_cli_parse_text (NAME, "--table", table)
      || (reason != NULL && !foi_cli_parse_text (NAME, "--reason", reason)))
    return FOI_EXIT_NOT_DONE;
  if (argc != 2)
    return foi_cli_fail (NAME, _("name one case (try: foi help %s)"), NAME);
  if (threshold < 1 || threshold > 1000)
    return foi_cli_fail ("--threshold", _("this must be a number from 1 to 1000"));
  options.file = argv[1];
  options.table = table;
  options.reason = reason;
  options.dry_run = dry_run;
  options.rule = (FoiSmallRule) { .threshold = threshold, .zero = zero };
  return protect (&options);
}
