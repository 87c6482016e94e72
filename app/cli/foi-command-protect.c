/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-audit.h"
#include "foi-cli.h"
#include "foi-commands.h"
#include "foi-remedy.h"

#define NAME "protect"

typedef struct
{
  const char *file;
  gboolean dry_run;
  gboolean json;
} Options;

static void
add_cells (FoiJsonWriter *json, const char *key, FoiRemedy *remedy, FoiWithheldBy by)
{
  foi_json_writer_begin_array (json, key);
  for (guint i = 0; i < remedy->cells->len; i++)
    {
      const FoiRemedyCell *cell = &g_array_index (remedy->cells, FoiRemedyCell, i);

      if (cell->by != by)
        continue;
      foi_json_writer_begin_object (json, NULL);
      if (by == FOI_WITHHELD_ROUNDED)
        foi_json_writer_add_string (json, "table", cell->table);
      foi_json_writer_add_string (json, "row", cell->row_name);
      foi_json_writer_add_string (json, "column", cell->column);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static void
add_remedy (FoiJsonWriter *json, FoiRemedy *remedy, gboolean written)
{
  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "table", remedy->request->table);
  foi_json_writer_add_integer (json, "threshold", remedy->request->rule.threshold);
  add_cells (json, "primary", remedy, FOI_WITHHELD_PRIMARY);
  add_cells (json, "secondary", remedy, FOI_WITHHELD_SECONDARY);
  add_cells (json, "rounded", remedy, FOI_WITHHELD_ROUNDED);
  foi_json_writer_add_boolean (json, "written", written);
  foi_json_writer_add_boolean (json, "safe", remedy->is_safe);
  foi_json_writer_add_string (json, "loss", remedy->loss);
  foi_json_writer_add_string (json, "advice", remedy->advice != NULL ? remedy->advice : "");
  foi_json_writer_begin_object (json, "audit");
  foi_cli_add_audit (json, remedy->disclosure, remedy->audit);
  foi_json_writer_end_object (json);
  foi_json_writer_end_object (json);
}

static const char *
get_word (FoiWithheldBy by)
{
  switch (by)
    {
    case FOI_WITHHELD_PRIMARY:
      return _("withheld, small");
    case FOI_WITHHELD_SECONDARY:
      return _("withheld with them");
    case FOI_WITHHELD_ROUNDED:
    default:
      return _("rounded");
    }
}

static void
append_cells (GString *text, FoiRemedy *remedy, FoiWithheldBy by)
{
  for (guint i = 0; i < remedy->cells->len; i++)
    {
      const FoiRemedyCell *cell = &g_array_index (remedy->cells, FoiRemedyCell, i);
      g_autofree char *shown = foi_cli_dup_line (cell->row_name);

      if (cell->by == by)
        g_string_append_printf (text, "%s: %s/%s/%s\n", get_word (by), cell->table, shown,
                                cell->column);
    }
}

static int
print (const Options *options, FoiRemedy *remedy, gboolean written)
{
  g_autoptr (GString) text = g_string_new (NULL);
  FoiJsonWriter json;

  if (options->json)
    {
      foi_json_writer_init (&json, text, 0);
      add_remedy (&json, remedy, written);
      g_string_append_c (text, '\n');
    }
  else
    {
      append_cells (text, remedy, FOI_WITHHELD_PRIMARY);
      append_cells (text, remedy, FOI_WITHHELD_SECONDARY);
      append_cells (text, remedy, FOI_WITHHELD_ROUNDED);
      foi_cli_append_audit (text, options->file, remedy->disclosure, remedy->audit);
      g_string_append_printf (text, "%s\n", remedy->loss);
      if (remedy->advice != NULL)
        g_string_append_printf (text, "%s\n", remedy->advice);
    }
  return foi_cli_print (text->str, text->len,
                        remedy->is_safe ? FOI_EXIT_DONE : FOI_EXIT_FINDINGS);
}

/* Applies it as the window would, and writes the case over itself. */
static gboolean
write_remedy (const Options *options, FoiCaseState *state, FoiRemedy *remedy, GError **error)
{
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);

  return foi_remedy_apply (remedy, editor, error)
         && foi_cli_save (options->file, state, foi_case_get_state (foi_case), error);
}

static int
protect (const Options *options, const FoiRemedyRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (FoiCaseState) state = foi_cli_load (options->file, &faults, &error);
  g_autoptr (FoiRemedy) remedy = NULL;
  gboolean written = FALSE;

  if (state == NULL)
    return foi_cli_fail_with_errors (options->file, faults, error);
  remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
  if (remedy == NULL)
    return foi_cli_fail (options->file, "%s", error->message);
  /* What is not safe is shown, and changes nothing. */
  if (!options->dry_run && remedy->is_safe)
    {
      written = write_remedy (options, state, remedy, &error);
      if (!written)
        return foi_cli_fail (options->file, "%s", error->message);
    }
  return print (options, remedy, written);
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
  g_autoptr (FoiRemedyRequest) request = NULL;
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
  options.dry_run = dry_run;
  request = foi_remedy_request_new (table);
  request->reason = g_strdup (reason);
  request->rule = (FoiSmallRule) { .threshold = threshold, .zero = zero };
  return protect (&options, request);
}
