/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-audit.h"
#include "foi-cli.h"
#include "foi-commands.h"
#include "foi-edit.h"
#include "foi-json-edit.h"
#include "foi-remedy.h"
#include "foi-small-practice.h"

#define NAME "protect"

typedef struct
{
  const char *file;
  GStrv rows; /* that become one, by their names */
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
add_names (FoiJsonWriter *json, const char *key, char **names)
{
  foi_json_writer_begin_array (json, key);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    foi_json_writer_add_string (json, NULL, names[i]);
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
  foi_json_writer_add_string (json, "proposal",
                              remedy->proposal != NULL && remedy->proposal->rows_label != NULL
                                ? remedy->proposal->rows_label : "");
  add_names (json, "also", remedy->request->also);
  add_names (json, "together", remedy->proposal != NULL ? remedy->proposal->also : NULL);
  foi_json_writer_add_string (json, "advice", remedy->advice != NULL ? remedy->advice : "");
  foi_json_writer_begin_object (json, "audit");
  foi_cli_add_audit (json, remedy->disclosure, remedy->audit, remedy->open);
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

/* What is to be said here to have the tables of the proposal protected together. */
static void
append_together (GString *text, FoiRemedy *remedy)
{
  const FoiRemedyRequest *proposal = remedy->proposal;

  if (proposal == NULL || proposal->also == NULL || proposal->rows->len > 0)
    return;
  g_string_append (text, _("(try:"));
  g_string_append_printf (text, " --table %s", proposal->table);
  for (guint i = 0; proposal->also[i] != NULL; i++)
    g_string_append_printf (text, " --table %s", proposal->also[i]);
  if (proposal->rule.threshold != remedy->request->rule.threshold)
    g_string_append_printf (text, " --threshold %" G_GINT64_FORMAT, proposal->rule.threshold);
  g_string_append (text, ")\n");
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
      foi_cli_append_audit (text, options->file, remedy->disclosure, remedy->audit,
                            remedy->open);
      g_string_append_printf (text, "%s\n", remedy->loss);
      if (remedy->advice != NULL)
        g_string_append_printf (text, "%s\n", remedy->advice);
      append_together (text, remedy);
    }
  return foi_cli_print (text->str, text->len,
                        remedy->is_safe ? FOI_EXIT_DONE : FOI_EXIT_FINDINGS);
}

/* What nobody said is the table's rule, or what the authority does; FALSE where there is nothing to
 * do at all. */
static gboolean
take_default (const Options *options, FoiCaseState *state, FoiRemedyRequest *request)
{
  FoiSmallRule usual = foi_small_rule_of_authority (state);
  FoiTableData *data = foi_case_state_find_table (state, request->table);
  gboolean has_rule = data != NULL
                      && foi_json_get_member (foi_table_data_get_resource (data), "foi:rule")
                           != NULL;

  if (request->takes_off || request->rule.threshold > 0 || (has_rule && request->rule.round == 0))
    return TRUE;
  /* Without a threshold those are small that rounding is meant for. */
  if (request->rule.round > 1)
    usual.threshold = usual.threshold > 0 ? usual.threshold : request->rule.round - 1;
  request->rule.threshold = usual.threshold;
  request->rule.zero = request->rule.zero || usual.zero;
  return usual.threshold > 0 || options->rows != NULL || request->columns != NULL
         || request->dropped != NULL;
}

static int
protect (const Options *options, FoiRemedyRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_auto (FoiEdit) edit = FOI_EDIT_NONE;
  g_autoptr (FoiRemedy) remedy = NULL;
  gboolean written = FALSE;

  if (!foi_edit_begin (&edit, options->file, options->dry_run))
    return FOI_EXIT_NOT_DONE;
  /* It may take a minute to find what to withhold. */
  foi_edit_let_others (&edit);
  if (!take_default (options, edit.before, request))
    return foi_cli_fail ("--threshold", _("this must be a number from 1 to 1000"));
  for (guint i = 0; options->rows != NULL && options->rows[i] != NULL; i++)
    {
      if (!foi_remedy_request_add_row (request, edit.before, options->rows[i], &error))
        return foi_cli_fail (options->file, "%s", error->message);
    }
  remedy = foi_remedy_new (edit.before, request, NULL, NULL, NULL, &error);
  if (remedy == NULL)
    return foi_cli_fail (options->file, "%s", error->message);
  /* What is not safe is shown, and changes nothing. */
  if (!options->dry_run && remedy->is_safe)
    {
      written = foi_remedy_apply (remedy, edit.editor, &error) && foi_edit_save (&edit, &error);
      if (!written)
        return foi_cli_fail (options->file, "%s", error->message);
    }
  return print (options, remedy, written);
}

/* "A,B=Label": names, and what they become. */
static GStrv
split_names (const char *text, char **label)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *names = equals != NULL ? g_strndup (text, (gsize) (equals - text))
                                          : g_strdup (text);

  *label = equals != NULL ? g_strdup (equals + 1) : NULL;
  return g_strsplit (names, ",", -1);
}

/* What was asked for on the command line. */
typedef struct
{
  char *format, *practice, *reason, *rows, *columns, *threshold_text, *round_text;
  GStrv tables; /* the first of them is the one that rows and columns are of */
  GStrv dropped;
  int threshold, round;
  gboolean zero, controlled, fewer, show, dry_run;
} Asked;

static void
clear_asked (Asked *self)
{
  g_free (self->format);
  g_free (self->practice);
  g_free (self->reason);
  g_free (self->rows);
  g_free (self->columns);
  g_free (self->threshold_text);
  g_free (self->round_text);
  g_strfreev (self->tables);
  g_strfreev (self->dropped);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, clear_asked)

static gboolean
check_texts (const Asked *asked)
{
  for (guint i = 1; asked->tables != NULL && asked->tables[i] != NULL; i++)
    {
      if (!foi_cli_parse_text (NAME, "--table", asked->tables[i]))
        return FALSE;
    }
  return foi_cli_parse_text (NAME, "--table", asked->tables != NULL ? asked->tables[0] : NULL)
         && (asked->reason == NULL || foi_cli_parse_text (NAME, "--reason", asked->reason))
         && (asked->rows == NULL || foi_cli_parse_text (NAME, "--combine", asked->rows))
         && (asked->columns == NULL
             || foi_cli_parse_text (NAME, "--combine-columns", asked->columns));
}

/* Takes the numbers, and says what is wrong with them; FALSE if anything is. */
static gboolean
check_numbers (Asked *asked)
{
  if (!foi_cli_read_number (asked->threshold_text, 1, 1000, &asked->threshold))
    {
      foi_cli_fail ("--threshold", _("this must be a number from 1 to 1000"));
      return FALSE;
    }
  if (!foi_cli_read_number (asked->round_text, 2, 1000, &asked->round))
    {
      foi_cli_fail ("--round", _("this must be a number from 2 to 1000"));
      return FALSE;
    }
  if (asked->show)
    return TRUE;
  if (asked->practice != NULL && foi_small_practice_find (asked->practice) == NULL)
    foi_cli_fail ("--practice", _("this is one of: fewer-than-5, fewer-than-6, 1-to-7, "
                                  "fewer-than-10"));
  else if (asked->practice != NULL && asked->threshold != 0)
    foi_cli_fail ("--practice", _("this says the threshold already"));
  else if (asked->controlled && asked->round == 0)
    foi_cli_fail ("--controlled", _("say with --round to which base"));
  else
    return TRUE;
  return FALSE;
}

static FoiRemedyRequest *
new_request (const Asked *asked, Options *options)
{
  FoiRemedyRequest *request = foi_remedy_request_new (asked->tables[0]);
  g_autoptr (GStrvBuilder) also = g_strv_builder_new ();

  for (guint i = 1; asked->tables[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) asked->tables + i + 1, asked->tables[i])
          && !g_str_equal (asked->tables[i], asked->tables[0]))
        g_strv_builder_add (also, asked->tables[i]);
    }
  if (asked->tables[1] != NULL)
    request->also = g_strv_builder_end (also);
  request->takes_off = asked->show;
  request->reason = g_strdup (asked->reason);
  request->dropped = g_strdupv (asked->dropped);
  if (asked->columns != NULL)
    request->columns = split_names (asked->columns, &request->columns_label);
  if (asked->rows != NULL)
    options->rows = split_names (asked->rows, &request->rows_label);
  if (asked->practice != NULL)
    request->rule = foi_small_practice_find (asked->practice)->rule;
  else
    request->rule.threshold = asked->threshold;
  request->rule.zero = request->rule.zero || asked->zero;
  request->rule.round = asked->round;
  request->rule.says_fewer = asked->fewer;
  request->rule.method = asked->round == 0      ? FOI_SMALL_SUPPRESS
                         : asked->controlled ? FOI_SMALL_ROUND_CONTROLLED
                                             : FOI_SMALL_ROUND;
  return request;
}

/**
 * foi_cli_run_protect:
 *
 * `foi protect CASE --table T --threshold t`: suppresses or rounds small counts, combines rows or
 * columns, leaves columns out, and says what could still be worked out.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_protect (int argc, char *argv[])
{
  g_auto (Asked) asked = { 0 };
  g_autoptr (FoiRemedyRequest) request = NULL;
  g_auto (GStrv) rows = NULL;
  Options options = { 0 };
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&asked.format),
    { "table", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &asked.tables,
      N_("The table; several that tell of each other together"), "NAME" },
    { "threshold", 0, 0, G_OPTION_ARG_STRING, &asked.threshold_text,
      N_("Counts from 1 to this are small; else as the authority has it"), "COUNT" },
    { "practice", 0, 0, G_OPTION_ARG_STRING, &asked.practice,
      N_("Small by a common practice, which is no law: fewer-than-5, 1-to-7 …"), "NAME" },
    { "zero", 0, 0, G_OPTION_ARG_NONE, &asked.zero, N_("Zeros are small as well"), NULL },
    { "round", 0, 0, G_OPTION_ARG_STRING, &asked.round_text,
      N_("Round every count to multiples of this, instead of suppressing"), "BASE" },
    { "controlled", 0, 0, G_OPTION_ARG_NONE, &asked.controlled,
      N_("Round so that all totals still add up"), NULL },
    { "combine", 0, 0, G_OPTION_ARG_FILENAME, &asked.rows,
      N_("First make one row of these"), "KEY,KEY[=LABEL]" },
    { "combine-columns", 0, 0, G_OPTION_ARG_FILENAME, &asked.columns,
      N_("First make one column of these"), "FIELD,FIELD=HEADING" },
    { "drop", 0, 0, G_OPTION_ARG_STRING_ARRAY, &asked.dropped,
      N_("First leave a column out of the letter"), "[TABLE/]FIELD" },
    { "fewer", 0, 0, G_OPTION_ARG_NONE, &asked.fewer,
      N_("Print “fewer than 6” for small counts, not [c]"), NULL },
    { "show", 0, 0, G_OPTION_ARG_NONE, &asked.show,
      N_("Show the figures again, and take the rule away"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &asked.reason,
      N_("Why somebody could be identified"), "TEXT" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &asked.dry_run, N_("Change nothing"), NULL },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, asked.format, &options.json) || !check_texts (&asked))
    return FOI_EXIT_NOT_DONE;
  if (argc != 2)
    return foi_cli_fail (NAME, _("name one case (try: foi help %s)"), NAME);
  if (!check_numbers (&asked))
    return FOI_EXIT_NOT_DONE;
  options.file = argv[1];
  options.dry_run = asked.dry_run;
  request = new_request (&asked, &options);
  rows = options.rows;
  return protect (&options, request);
}
