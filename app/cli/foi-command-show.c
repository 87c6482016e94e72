/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-ask.h"
#include "foi-case-approval.h"
#include "foi-case-outcome.h"
#include "foi-case-status.h"
#include "foi-cli.h"
#include "foi-cli-json.h"
#include "foi-clock-words.h"
#include "foi-commands.h"
#include "foi-holiday-store.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"
#include "foi-number.h"
#include "foi-question.h"
#include "foi-table-data.h"

#define NAME "show"

/* ---- for programs ---- */

static void
add_grounds (FoiJsonWriter *json, FoiQuestion *question)
{
  static const char *const keys[] = { "act", "section", "limb", "kind" };
  JsonNode *grounds = foi_question_get_grounds (question);

  foi_json_writer_begin_array (json, "grounds");
  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);

      foi_json_writer_begin_object (json, NULL);
      for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
        {
          const char *text = foi_json_get_string (ground, keys[k], NULL);

          if (text != NULL)
            foi_json_writer_add_string (json, keys[k], text);
        }
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static JsonNode *
get_asked (FoiQuestion *question)
{
  return foi_json_get_member (foi_question_get_node (question), "asked");
}

/* Whom its answer was asked of. */
static void
add_asked (FoiJsonWriter *json, FoiQuestion *question, FoiDate today)
{
  JsonNode *asked = get_asked (question);

  foi_json_writer_begin_array (json, "asked");
  for (guint i = 0; i < foi_json_get_n_elements (asked); i++)
    {
      FoiAsk ask;

      foi_ask_read (&ask, foi_json_get_element (asked, i));
      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "service", ask.service);
      foi_json_writer_add_string (json, "contact", ask.contact);
      foi_cli_json_add_date (json, "asked", ask.asked);
      foi_cli_json_add_date (json, "wanted_by", ask.wanted_by);
      foi_cli_json_add_date (json, "chased", ask.chased);
      foi_json_writer_add_integer (json, "times_chased", ask.n_chased);
      foi_cli_json_add_date (json, "answered", ask.answered);
      foi_json_writer_add_string (json, "state",
                                  foi_ask_state_to_name (foi_ask_get_state (&ask, today)));
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

/* Who agreed to it; null where nobody did. */
static void
add_approval (FoiJsonWriter *json, FoiCaseState *state, FoiQuestion *question)
{
  FoiApproval approval;

  foi_case_state_get_approval (state, foi_question_get_id (question), &approval);
  if (approval.state == FOI_APPROVAL_NONE)
    {
      foi_json_writer_add_null (json, "approval");
      return;
    }
  foi_json_writer_begin_object (json, "approval");
  foi_json_writer_add_string (json, "state", foi_approval_state_to_name (approval.state));
  foi_json_writer_add_string (json, "by", approval.by);
  foi_cli_json_add_date (json, "date", approval.date);
  foi_json_writer_end_object (json);
}

static void
add_question (FoiJsonWriter *json, FoiCaseState *state, FoiQuestion *question, FoiDate today)
{
  GListModel *parts = foi_question_get_parts (question);
  guint n_parts = g_list_model_get_n_items (parts);

  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "id", foi_question_get_id (question));
  foi_json_writer_add_string (json, "number", foi_question_get_number (question));
  foi_json_writer_add_string (json, "label", foi_question_get_label (question));
  foi_json_writer_add_string (json, "held", foi_held_to_name (foi_question_get_held (question)));
  foi_json_writer_add_string (json, "outcome",
                              foi_outcome_to_name (foi_question_get_outcome (question)));
  add_grounds (json, question);
  add_asked (json, question, today);
  add_approval (json, state, question);
  if (n_parts > 0)
    {
      foi_json_writer_begin_array (json, "parts");
      for (guint i = 0; i < n_parts; i++)
        {
          g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);

          add_question (json, state, part, today);
        }
      foi_json_writer_end_array (json);
    }
  foi_json_writer_end_object (json);
}

static void
add_questions (FoiJsonWriter *json, FoiCaseState *state, FoiDate today)
{
  JsonNode *questions = foi_case_state_get_node (state, "questions");

  foi_json_writer_begin_array (json, "questions");
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      g_autoptr (FoiQuestion) question = foi_question_new (foi_json_get_element (questions, i));

      add_question (json, state, question, today);
    }
  foi_json_writer_end_array (json);
}

static void
add_tables (FoiJsonWriter *json, FoiCaseState *state)
{
  GPtrArray *tables = foi_case_state_get_tables (state);

  foi_json_writer_begin_array (json, "tables");
  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *table = g_ptr_array_index (tables, i);

      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "name", foi_table_data_get_name (table));
      foi_json_writer_add_string (json, "title", foi_table_data_get_title (table));
      foi_json_writer_add_integer (json, "rows",
                                   foi_row_store_get_length (foi_table_data_get_rows (table)));
      foi_json_writer_add_integer (json, "columns", foi_table_data_get_n_columns (table));
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static void
add_clock (FoiJsonWriter *json, const FoiCaseClock *clock, FoiDate today)
{
  g_autofree char *due = clock->due != FOI_DATE_NONE ? foi_date_to_iso (clock->due) : NULL;
  g_autofree char *words = foi_clock_dup_words (clock, today);

  foi_cli_json_add_text (json, "due", due);
  foi_json_writer_add_boolean (json, "due_certain", due != NULL && clock->certain);
  if (foi_case_clock_is_open (clock) && clock->certain)
    foi_json_writer_add_integer (json, "working_days_left", foi_clock_get_days_left (clock, today));
  else
    foi_json_writer_add_null (json, "working_days_left");
  foi_json_writer_add_string (json, "due_words", words);
  foi_json_writer_begin_array (json, "clock_problems");
  for (guint i = 0; i < clock->problems->len; i++)
    foi_json_writer_add_string (json, NULL, g_ptr_array_index (clock->problems, i));
  foi_json_writer_end_array (json);
}

static void
add_outcome (FoiJsonWriter *json, const FoiCaseOutcome *outcome)
{
  foi_json_writer_begin_object (json, "statistics");
  foi_json_writer_add_string (json, "outcome", foi_request_outcome_to_name (outcome->outcome));
  foi_json_writer_add_string (json, "timeliness", foi_timeliness_to_name (outcome->timeliness));
  foi_json_writer_begin_array (json, "withheld_for");
  for (guint reason = FOI_WITHHELD_VEXATIOUS; reason <= FOI_WITHHELD_EXEMPTION; reason <<= 1)
    if ((outcome->withheld_for & reason) != 0)
      foi_json_writer_add_string (json, NULL, foi_withheld_for_to_name ((FoiWithheldFor) reason));
  foi_json_writer_end_array (json);
  foi_json_writer_begin_array (json, "grounds");
  for (guint i = 0; i < outcome->grounds->len; i++)
    foi_json_writer_add_string (json, NULL, outcome->grounds->pdata[i]);
  foi_json_writer_end_array (json);
  foi_json_writer_end_object (json);
}

static void
show_as_json (GString *text, FoiCaseState *state, const FoiCaseClock *clock,
              const FoiCaseOutcome *outcome, FoiDate today)
{
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_cli_json_add_text (&json, "reference", foi_case_state_get_string (state, "/id"));
  foi_cli_json_add_text (&json, "subject", foi_case_state_get_string (state, "/title"));
  foi_cli_json_add_text (&json, "regime", foi_case_state_get_string (state, "regime"));
  foi_json_writer_add_string (&json, "state",
                              foi_case_status_to_name (foi_case_state_get_status (state)));
  foi_cli_json_add_text (&json, "received", foi_case_state_get_string (state, "request/received"));
  add_clock (&json, clock, today);
  add_outcome (&json, outcome);
  foi_json_writer_add_boolean (&json, "read_only", foi_case_file_is_read_only (state));
  add_questions (&json, state, today);
  add_tables (&json, state);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
}

/* ---- for people ---- */

static void
append_fact (GString *text, const char *name, const char *value)
{
  int padding = 12 - (int) g_utf8_strlen (name, -1);
  g_autofree char *line
    = foi_cli_dup_line (value != NULL && value[0] != '\0' ? value : _("not known"));

  g_string_append_printf (text, "%s%*s%s\n", name, MAX (padding, 1), "", line);
}

static void
append_asked (GString *text, FoiQuestion *question, int indent, FoiDate today)
{
  JsonNode *asked = get_asked (question);

  for (guint i = 0; i < foi_json_get_n_elements (asked); i++)
    {
      g_autofree char *service = NULL, *words = NULL;
      FoiAsk ask;

      foi_ask_read (&ask, foi_json_get_element (asked, i));
      service = foi_cli_dup_line (ask.service);
      words = foi_ask_dup_words (&ask, today);
      /* Translators: a service of the authority, and whether it answered. */
      g_string_append_printf (text, _("%*sAsked %s: %s\n"), indent, "", service, words);
    }
}

static void
append_approval (GString *text, FoiCaseState *state, FoiQuestion *question, int indent,
                 FoiDate today)
{
  g_autofree char *words = NULL, *line = NULL;
  FoiApproval approval;

  foi_case_state_get_approval (state, foi_question_get_id (question), &approval);
  if (approval.state == FOI_APPROVAL_NONE)
    return;
  words = foi_approval_dup_words (&approval, today);
  line = foi_cli_dup_line (words);
  g_string_append_printf (text, "%*s%s\n", indent, "", line);
}

static void
append_question (GString *text, FoiCaseState *state, FoiQuestion *question, int indent,
                 FoiDate today)
{
  GListModel *parts = foi_question_get_parts (question);
  JsonNode *grounds = foi_question_get_grounds (question);
  g_autofree char *number = foi_cli_dup_line (foi_question_get_number (question));
  g_autofree char *title = foi_question_dup_title (question);
  g_autofree char *line = foi_cli_dup_line (title);

  g_string_append_printf (text, "%*s%s. %s\n", indent, "", number, line);
  g_string_append_printf (text, _("%*sHeld: %s. Outcome: %s.\n"), indent + 3, "",
                          foi_held_to_words (foi_question_get_held (question)),
                          foi_outcome_to_words (foi_question_get_outcome (question)));
  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);
      g_autofree char *act = foi_cli_dup_line (foi_json_get_string (ground, "act", ""));
      g_autofree char *section = foi_cli_dup_line (foi_json_get_string (ground, "section", ""));

      g_string_append_printf (text, _("%*sGround: %s %s\n"), indent + 3, "", act, section);
    }
  append_asked (text, question, indent + 3, today);
  append_approval (text, state, question, indent + 3, today);
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);

      append_question (text, state, part, indent + 3, today);
    }
}

static void
append_tables (GString *text, FoiCaseState *state)
{
  GPtrArray *tables = foi_case_state_get_tables (state);

  if (tables->len > 0)
    g_string_append (text, _("\nTables\n"));
  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *table = g_ptr_array_index (tables, i);
      guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (table));
      guint n_columns = foi_table_data_get_n_columns (table);
      g_autofree char *rows = foi_number_dup_count (ngettext ("%s row", "%s rows", n_rows), n_rows);
      g_autofree char *columns = foi_number_dup_count (ngettext ("%s column", "%s columns",
                                                                 n_columns), n_columns);
      g_autofree char *name = foi_cli_dup_line (foi_table_data_get_name (table));
      g_autofree char *title = foi_cli_dup_line (foi_table_data_get_title (table));

      g_string_append_printf (text, "  %s: %s (%s, %s)\n", name, title, rows, columns);
    }
}

static void
append_clock (GString *text, const FoiCaseClock *clock, FoiDate today)
{
  g_autofree char *words = foi_clock_dup_words (clock, today);

  append_fact (text, _("Deadline"), words);
  for (guint i = 0; i < clock->problems->len; i++)
    append_fact (text, "", g_ptr_array_index (clock->problems, i));
}

static void
show_as_text (GString *text, FoiCaseState *state, const FoiCaseClock *clock,
              const FoiCaseOutcome *outcome, FoiDate today)
{
  JsonNode *questions = foi_case_state_get_node (state, "questions");
  g_autofree char *words = foi_case_outcome_dup_words (outcome);

  append_fact (text, _("Reference"), foi_case_state_get_string (state, "/id"));
  append_fact (text, _("Subject"), foi_case_state_get_string (state, "/title"));
  append_fact (text, _("Regime"), foi_case_state_get_string (state, "regime"));
  append_fact (text, _("State"), foi_case_status_to_words (foi_case_state_get_status (state)));
  append_fact (text, _("Received"), foi_case_state_get_string (state, "request/received"));
  append_clock (text, clock, today);
  append_fact (text, _("Outcome"), words);
  if (foi_case_file_is_read_only (state))
    g_string_append (text, _("The file is of a newer version, and can only be read.\n"));
  if (foi_json_get_n_elements (questions) > 0)
    g_string_append (text, _("\nQuestions\n"));
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      g_autoptr (FoiQuestion) question = foi_question_new (foi_json_get_element (questions, i));

      append_question (text, state, question, 2, today);
    }
  append_tables (text, state);
}

/* The day on which the case is looked at. */
static FoiDate
get_day (const char *date)
{
  g_autoptr (GDateTime) now = NULL;

  if (date != NULL)
    return foi_date_from_iso (date);
  now = g_date_time_new_now_local ();
  return foi_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                            g_date_time_get_day_of_month (now));
}

/**
 * foi_cli_run_show:
 *
 * `foi show CASE`: says what a case is, and by when it must be answered.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_show (int argc, char *argv[])
{
  g_autofree char *format = NULL;
  g_autofree char *date = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (FoiHolidays) holidays = NULL;
  g_autoptr (FoiCaseClock) clock = NULL;
  g_autoptr (FoiCaseOutcome) outcome = NULL;
  gboolean json;
  int exit_status;
  GOptionEntry entries[] = {
    FOI_CLI_FORMAT_ENTRY (&format),
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date,
      N_("The day on which it is looked at, instead of today"), "DAY" },
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (!foi_cli_parse_format (NAME, format, &json) || !foi_cli_parse_day (NAME, "--date", date))
    return FOI_EXIT_NOT_DONE;
  if (argc != 2)
    return foi_cli_fail (NAME, _("one case is named (try: foi help %s)"), NAME);
  state = foi_cli_load (argv[1], &faults, &error);
  if (state == NULL)
    return foi_cli_fail_with_errors (argv[1], faults, error);
  holidays = foi_holiday_store_load (foi_holiday_store_get_folder (), &error);
  if (holidays == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  clock = foi_case_clock_new (state, foi_rules_get_default (), holidays);
  outcome = foi_case_outcome_new (state, foi_rules_get_default (), holidays);
  if (json)
    show_as_json (text, state, clock, outcome, get_day (date));
  else
    show_as_text (text, state, clock, outcome, get_day (date));
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}
