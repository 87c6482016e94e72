/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-audit.h"
#include "foi-cli.h"
#include "foi-commands.h"
#include "foi-disclosure-open.h"
#include "foi-json-writer.h"
#include "foi-number.h"

#define NAME "audit"

/* NULL where nothing ends it. */
static void
add_end (FoiJsonWriter *json, const FoiEnd *end, gboolean whole)
{
  g_autofree char *text = NULL;

  if (end->is_unbounded || (whole ? !end->is_proven : !end->is_known))
    {
      foi_json_writer_add_null (json, NULL);
      return;
    }
  text = whole ? g_strdup_printf ("%" G_GINT64_FORMAT, end->whole)
               : foi_rational_to_text (end->linear);
  foi_json_writer_add_string (json, NULL, text);
}

static void
add_intervals (FoiJsonWriter *json, const char *key, FoiDisclosureProblem *problem,
               const FoiAudit *audit, gboolean whole)
{
  foi_json_writer_begin_object (json, key);
  for (guint i = 0; i < audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (audit->cells, FoiAuditCell, i);

      foi_json_writer_begin_array (json, foi_disclosure_problem_get (problem, found->cell)->name);
      add_end (json, &found->lower, whole);
      add_end (json, &found->upper, whole);
      foi_json_writer_end_array (json);
    }
  foi_json_writer_end_object (json);
}

/* Where an end is not proved its place has null as well: these say which of the two it is. */
static void
add_unproven (FoiJsonWriter *json, FoiDisclosureProblem *problem, const FoiAudit *audit)
{
  foi_json_writer_begin_array (json, "not_proven");
  for (guint i = 0; i < audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (audit->cells, FoiAuditCell, i);

      if (!found->lower.is_proven || !found->upper.is_proven)
        foi_json_writer_add_string (json, NULL,
                                    foi_disclosure_problem_get (problem, found->cell)->name);
    }
  foi_json_writer_end_array (json);
}

static void
add_disclosed (FoiJsonWriter *json, FoiDisclosureProblem *problem, const FoiAudit *audit)
{
  foi_json_writer_begin_object (json, "exactly_disclosed");
  for (guint i = 0; i < audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (audit->cells, FoiAuditCell, i);
      g_autofree char *value = NULL;

      if (!foi_audit_cell_is_disclosed (found))
        continue;
      value = g_strdup_printf ("%" G_GINT64_FORMAT, found->lower.whole);
      foi_json_writer_add_string (json, foi_disclosure_problem_get (problem, found->cell)->name,
                                  value);
    }
  foi_json_writer_end_object (json);
}

static void
add_problem_to_json (FoiJsonWriter *json, FoiDisclosureProblem *problem, const FoiAudit *audit,
                     const FoiAudit *strict)
{
  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "id", problem->id != NULL ? problem->id : "");
  add_intervals (json, "intervals", problem, audit, FALSE);
  add_intervals (json, "integer_intervals", problem, audit, TRUE);
  add_disclosed (json, problem, audit);
  add_unproven (json, problem, audit);
  foi_json_writer_add_boolean (json, "safe", strict->is_safe);
  foi_json_writer_end_object (json);
}

static char *
end_to_words (const FoiEnd *end)
{
  if (end->is_unbounded)
    return g_strdup (_("no limit"));
  return end->is_proven ? g_strdup_printf ("%" G_GINT64_FORMAT, end->whole)
                        : g_strdup (_("not proven"));
}

static void
add_problem_to_text (GString *text, FoiDisclosureProblem *problem, const FoiAudit *audit)
{
  for (guint i = 0; i < audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (audit->cells, FoiAuditCell, i);
      const char *name = foi_disclosure_problem_get (problem, found->cell)->name;
      g_autofree char *cell = foi_cli_dup_line (name);
      g_autofree char *id = foi_cli_dup_line (problem->id != NULL ? problem->id : "-");
      g_autofree char *lower = end_to_words (&found->lower);
      g_autofree char *upper = end_to_words (&found->upper);

      if (foi_audit_cell_is_disclosed (found))
        g_string_append_printf (text, _("%s: %s: this can be worked out: %s\n"), id, cell, lower);
      else
        g_string_append_printf (text, _("%s: %s: from %s to %s\n"), id, cell, lower, upper);
    }
}

static int
audit_problem (const char *file, FoiDisclosureProblem *problem, FoiJsonWriter *json, GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiAudit) audit = foi_audit_run (problem, FOI_ATTACKER_NONE, NULL, NULL, NULL, &error);
  g_autoptr (FoiAudit) strict = NULL;
  int exit_status = FOI_EXIT_DONE;

  if (audit != NULL)
    strict = foi_audit_run (problem, FOI_ATTACKER_ALL, NULL, NULL, NULL, &error);
  if (strict == NULL)
    {
      g_autofree char *id = foi_cli_dup_line (problem->id != NULL ? problem->id : "-");

      return foi_cli_fail (file, "%s: %s", id, error->message);
    }
  if (json != NULL)
    add_problem_to_json (json, problem, audit, strict);
  else
    add_problem_to_text (text, problem, audit);
  if (!strict->is_safe)
    exit_status = FOI_EXIT_FINDINGS;
  for (guint i = 0; i < audit->cells->len; i++)
    {
      if (foi_audit_cell_is_disclosed (&g_array_index (audit->cells, FoiAuditCell, i)))
        exit_status = FOI_EXIT_FINDINGS;
    }
  return exit_status;
}

static GBytes *
load_problems (const char *name, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (strcmp (name, FOI_CLI_STREAM) == 0)
    return foi_cli_read_bytes (name, error);
  file = g_file_new_for_commandline_arg (name);
  return foi_disclosure_problem_load (file, error);
}

static int
audit_problems (const char *name, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load_problems (name, &error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  FoiJsonWriter json;
  int exit_status = FOI_EXIT_DONE;

  if (bytes != NULL)
    problems = foi_disclosure_problem_read (bytes, &error);
  if (problems == NULL)
    return foi_cli_fail (name, "%s", error->message);
  foi_json_writer_init (&json, text, 0);
  if (as_json)
    foi_json_writer_begin_array (&json, NULL);
  for (guint i = 0; i < problems->len && exit_status != FOI_EXIT_NOT_DONE; i++)
    {
      int status = audit_problem (name, problems->pdata[i], as_json ? &json : NULL, text);

      exit_status = MAX (exit_status, status);
    }
  if (exit_status == FOI_EXIT_NOT_DONE)
    return exit_status;
  if (as_json)
    {
      foi_json_writer_end_array (&json);
      g_string_append_c (text, '\n');
    }
  return foi_cli_print (text->str, text->len, exit_status);
}

/* ---- cases ---- */

static void
add_case_end (FoiJsonWriter *json, const char *key, const FoiEnd *end, int decimals)
{
  g_autofree char *text = NULL;

  if (end->is_unbounded || !end->is_proven)
    {
      foi_json_writer_add_null (json, key);
      return;
    }
  text = foi_number_to_text (end->whole, decimals);
  foi_json_writer_add_string (json, key, text);
}

static const char *
get_open_words (void)
{
  return _("it is small by the rule of its table, and shown as it is (try: foi protect)");
}

/* What nobody has to work out. */
static void
add_open_cells (FoiJsonWriter *json, GArray *open)
{
  for (guint i = 0; i < open->len; i++)
    {
      const FoiCellPlace *place = &g_array_index (open, FoiCellPlace, i);
      FoiColumn *column = foi_table_data_get_column (place->data, place->column);
      const FoiCell *cell = foi_table_data_get_cell (place->data, place->row, place->column);
      g_autofree char *row = foi_disclosure_dup_row_key (place->data, place->row);
      g_autofree char *value = foi_number_to_text (cell->number, foi_column_get_decimals (column));

      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "table", foi_table_data_get_name (place->data));
      foi_json_writer_add_string (json, "row", row);
      foi_json_writer_add_string (json, "column", foi_column_get_name (column));
      foi_json_writer_add_string (json, "lower", value);
      foi_json_writer_add_string (json, "upper", value);
      foi_json_writer_add_boolean (json, "exact", TRUE);
      foi_json_writer_add_boolean (json, "safe", FALSE);
      foi_json_writer_add_string (json, "how", get_open_words ());
      foi_json_writer_end_object (json);
    }
}

/*
 * foi_cli_add_audit:
 * @open: (element-type FoiCellPlace): what is shown though it is small
 *
 * Adds `"safe"` and `"cells"` to an object: what was found of each suppressed cell of a table, and
 * those that should be.
 */
void
foi_cli_add_audit (FoiJsonWriter *json, FoiDisclosureCase *disclosure, const FoiAudit *audit,
                   GArray *open)
{
  foi_json_writer_add_boolean (json, "safe", audit->is_safe && open->len == 0);
  foi_json_writer_begin_array (json, "cells");
  for (guint i = 0; i < audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (audit->cells, FoiAuditCell, i);
      const FoiCellPlace *place = foi_disclosure_case_get_place (disclosure, found->cell);
      FoiColumn *column = foi_table_data_get_column (place->data, place->column);
      g_autofree char *row = foi_disclosure_case_dup_row (disclosure, found->cell);
      g_autofree char *how = foi_disclosure_case_describe (disclosure, found);

      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "table", foi_table_data_get_name (place->data));
      foi_json_writer_add_string (json, "row", row);
      foi_json_writer_add_string (json, "column", foi_column_get_name (column));
      add_case_end (json, "lower", &found->lower, foi_column_get_decimals (column));
      add_case_end (json, "upper", &found->upper, foi_column_get_decimals (column));
      foi_json_writer_add_boolean (json, "exact",
                                   found->lower.is_proven && found->upper.is_proven
                                     && !found->is_contradicted);
      foi_json_writer_add_boolean (json, "safe", found->is_safe);
      foi_json_writer_add_string (json, "how", how);
      foi_json_writer_end_object (json);
    }
  add_open_cells (json, open);
  foi_json_writer_end_array (json);
}

/*
 * foi_cli_append_audit:
 * @open: (element-type FoiCellPlace): what is shown though it is small
 *
 * Adds a line for each of these, and for each cell of which too much can be worked out; or one that
 * there is none.
 */
void
foi_cli_append_audit (GString *text, const char *file, FoiDisclosureCase *disclosure,
                      const FoiAudit *audit, GArray *open)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *shown = foi_cli_dup_line (name);

  for (guint i = 0; i < audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (audit->cells, FoiAuditCell, i);
      const FoiCellPlace *place = foi_disclosure_case_get_place (disclosure, found->cell);
      g_autofree char *row = foi_disclosure_case_dup_row (disclosure, found->cell);
      g_autofree char *row_line = foi_cli_dup_line (row);
      g_autofree char *how = foi_disclosure_case_describe (disclosure, found);
      FoiColumn *column = foi_table_data_get_column (place->data, place->column);

      if (!found->is_safe)
        g_string_append_printf (text, "%s: %s/%s/%s: %s\n", shown,
                                foi_table_data_get_name (place->data), row_line,
                                foi_column_get_name (column), how);
    }
  for (guint i = 0; i < open->len; i++)
    {
      const FoiCellPlace *place = &g_array_index (open, FoiCellPlace, i);
      g_autofree char *row = foi_disclosure_dup_row_key (place->data, place->row);
      g_autofree char *row_line = foi_cli_dup_line (row);

      g_string_append_printf (text, "%s: %s/%s/%s: %s\n", shown,
                              foi_table_data_get_name (place->data), row_line,
                              foi_column_get_name (foi_table_data_get_column (place->data,
                                                                              place->column)),
                              get_open_words ());
    }
  if (audit->is_safe && open->len == 0)
    g_string_append_printf (text, _("%s: nothing that is withheld for being small can be worked "
                                    "out\n"), shown);
}

/* ---- what is shown though it is small ---- */

/* How many counts stand open that the table's own rule takes for small, or the authority's. */
static guint
count_open (FoiCaseState *state, FoiTableData *data)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (FoiCellPlace));

  foi_disclosure_add_open (state, data, open);
  return open->len;
}

/* What the audit of gaps says nothing of: figures without one. Where the table has no rule of its
 * own, nobody said that they name anybody. */
static void
add_open (FoiJsonWriter *json, FoiCaseState *state)
{
  GPtrArray *tables = foi_case_state_get_tables (state);

  foi_json_writer_begin_array (json, "shown");
  for (guint i = 0; i < tables->len; i++)
    {
      const guint n_open = count_open (state, tables->pdata[i]);

      if (n_open == 0)
        continue;
      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "table", foi_table_data_get_name (tables->pdata[i]));
      foi_json_writer_add_integer (json, "small", n_open);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static void
append_open (GString *text, const char *file, FoiCaseState *state)
{
  GPtrArray *tables = foi_case_state_get_tables (state);
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *shown = foi_cli_dup_line (name);

  for (guint i = 0; i < tables->len; i++)
    {
      const guint n_open = foi_disclosure_has_own_rule (tables->pdata[i])
                             ? 0 : count_open (state, tables->pdata[i]);

      if (n_open > 0)
        g_string_append_printf (text,
                                ngettext ("%s: %s: %u figure that is small by the authority’s rule "
                                          "is not withheld (try: foi protect)\n",
                                          "%s: %s: %u figures that are small by the authority’s "
                                          "rule are not withheld (try: foi protect)\n", n_open),
                                shown, foi_table_data_get_name (tables->pdata[i]), n_open);
    }
}

static int
audit_case (const char *file, FoiAttacker attacker, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (FoiCaseState) state = foi_cli_load (file, &faults, &error);
  g_autoptr (FoiDisclosureCase) disclosure = NULL;
  g_autoptr (FoiAudit) audit = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  FoiJsonWriter json;

  if (state == NULL)
    return foi_cli_fail_with_errors (file, faults, error);
  disclosure = foi_disclosure_case_new (state, NULL, NULL);
  audit = foi_audit_run (disclosure->problem, attacker, NULL, NULL, NULL, &error);
  if (audit == NULL)
    return foi_cli_fail (file, "%s", error->message);
  open = foi_disclosure_list_open (state, NULL);
  foi_json_writer_init (&json, text, 0);
  if (as_json)
    {
      foi_json_writer_begin_object (&json, NULL);
      foi_cli_add_audit (&json, disclosure, audit, open);
      add_open (&json, state);
      foi_json_writer_end_object (&json);
      g_string_append_c (text, '\n');
    }
  else
    {
      foi_cli_append_audit (text, file, disclosure, audit, open);
      append_open (text, file, state);
    }
  return foi_cli_print (text->str, text->len,
                        audit->is_safe && open->len == 0 ? FOI_EXIT_DONE : FOI_EXIT_FINDINGS);
}

static gboolean
parse_attacker (const char *name, FoiAttacker *out)
{
  static const char *const names[] = { "none", "threshold", "contributor" };

  *out = FOI_ATTACKER_ALL;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i], name) == 0)
        *out = (FoiAttacker) i;
    }
  return name == NULL || *out != FOI_ATTACKER_ALL;
}

/**
 * foi_cli_run_audit:
 *
 * `foi audit CASE` and `foi audit --problem FILE`: says exactly what can be worked out from figures
 * with gaps.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_audit (int argc, char *argv[])
{
  g_autofree char *format = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *who = NULL;
  FoiAttacker attacker;
  gboolean json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { "problem", 0, 0, G_OPTION_ARG_FILENAME, &problem,
      N_("A file of figures and what binds them"), "FILE" },
    { "attacker", 0, 0, G_OPTION_ARG_FILENAME, &who,
      N_("Who reads it: none, threshold or contributor; else each of them"), "WHO" },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &json))
    return FOI_EXIT_NOT_DONE;
  if (!parse_attacker (who, &attacker))
    return foi_cli_fail ("--attacker", _("“%s” is not one of none, threshold and contributor"),
                         who);
  if (problem != NULL && who != NULL)
    return foi_cli_fail ("--attacker", _("a problem is audited for each of them"));
  if (problem == NULL && argc < 2)
    return foi_cli_fail (NAME, _("no case is named (try: foi help %s)"), NAME);
  if (argc > (problem != NULL ? 1 : 2))
    return foi_cli_fail (NAME, _("“%s” is one name too many"), argv[problem != NULL ? 1 : 2]);
  return problem != NULL ? audit_problems (problem, json) : audit_case (argv[1], attacker, json);
}
