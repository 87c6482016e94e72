/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "foi-cli.h"
#include "foi-cli-json.h"
#include "foi-clock-words.h"
#include "foi-commands.h"
#include "foi-error.h"
#include "foi-holiday-store.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"
#include "foi-rules-clock.h"

#define NAME "deadline"
/* No clock of any law runs for longer than a year of working days. */
#define MOST_DAYS 260
/* Of a line of standard input. */
#define MOST_LINE 256

typedef struct
{
  char     *received, *clarified, *fees_notice, *fee_received;
  char     *regime;
  char    **closed;
  char     *extended_by, *days;
  gboolean  from_stdin, review;
  char     *format;
} Options;

/* What the options come to. */
typedef struct
{
  const char *regime;
  gboolean json;
  FoiClockEvents events;
  GArray *closed;     /* of FoiDays */
  int days;           /* 0: as the law says */
  gboolean review;    /* not the request's: an internal review's, which was asked for that day */
  FoiCalendar *calendar;
} Clock;

static void
options_clear (Options *options)
{
  g_free (options->received);
  g_free (options->clarified);
  g_free (options->fees_notice);
  g_free (options->fee_received);
  g_free (options->regime);
  g_strfreev (options->closed);
  g_free (options->extended_by);
  g_free (options->days);
  g_free (options->format);
}

static void
clock_clear (Clock *clock)
{
  g_clear_pointer (&clock->closed, g_array_unref);
  g_clear_pointer (&clock->calendar, foi_calendar_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Clock, clock_clear)

/* ---- options ---- */

static gboolean
parse_day (const char *option, const char *text, FoiDate *date)
{
  *date = text != NULL ? foi_date_from_iso (text) : FOI_DATE_NONE;
  return foi_cli_parse_day (NAME, option, text);
}

/* "2024-12-21..2025-01-05" */
static gboolean
parse_closed (Clock *clock, char **closed)
{
  clock->closed = g_array_new (FALSE, FALSE, sizeof (FoiDays));
  for (guint i = 0; closed != NULL && closed[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (closed[i], "..", 2);
      FoiDays days = { FOI_DATE_NONE, FOI_DATE_NONE };

      if (g_strv_length (ends) == 2)
        days = (FoiDays) { foi_date_from_iso (ends[0]), foi_date_from_iso (ends[1]) };
      if (days.from == FOI_DATE_NONE || days.to == FOI_DATE_NONE || days.to < days.from)
        {
          foi_cli_fail (NAME,
                        _("--school-closed: “%s” is not a first and a last day, as in "
                          "2024-12-21..2025-01-05"),
                        closed[i]);
          return FALSE;
        }
      g_array_append_val (clock->closed, days);
    }
  clock->events.closed = (const FoiDays *) (gconstpointer) clock->closed->data;
  clock->events.n_closed = clock->closed->len;
  return TRUE;
}

/* What cannot have happened in this order. */
static gboolean
check_order (const FoiClockEvents *events)
{
  const char *fault = NULL;
  FoiDate start = MAX (events->received, events->clarified);

  if (events->clarified != FOI_DATE_NONE && events->clarified < events->received)
    fault = _("--clarified is before --received");
  else if (events->fee_received != FOI_DATE_NONE && events->fees_notice == FOI_DATE_NONE)
    fault = _("--fee-received needs --fees-notice");
  else if (events->fees_notice != FOI_DATE_NONE && events->fees_notice < start)
    fault = _("--fees-notice is before the day that the clock starts from");
  else if (events->fee_received != FOI_DATE_NONE && events->fee_received < events->fees_notice)
    fault = _("--fee-received is before --fees-notice");
  if (fault != NULL)
    foi_cli_fail (NAME, "%s", fault);
  return fault == NULL;
}

static gboolean
parse_source (Clock *clock, const Options *options)
{
  const FoiClockEvents *events = &clock->events;

  if (options->from_stdin
      && (options->received != NULL || events->clarified != FOI_DATE_NONE
          || events->fees_notice != FOI_DATE_NONE || events->fee_received != FOI_DATE_NONE
          || clock->json))
    foi_cli_fail (NAME, _("--from-stdin reads the days of receipt, and takes no days of single "
                          "requests and no --format json"));
  else if (!options->from_stdin && options->received == NULL)
    foi_cli_fail (NAME, _("%s is missing (try: foi help %s)"), "--received", NAME);
  else
    return options->from_stdin || check_order (events);
  return FALSE;
}

static gboolean
parse_options (Clock *clock, const Options *options)
{
  FoiClockEvents *events = &clock->events;
  int extended_by = 0;

  clock->regime = options->regime != NULL ? options->regime : "foia";
  if (!foi_cli_parse_format (NAME, options->format, &clock->json)
      || !parse_day ("--received", options->received, &events->received)
      || !parse_day ("--clarified", options->clarified, &events->clarified)
      || !parse_day ("--fees-notice", options->fees_notice, &events->fees_notice)
      || !parse_day ("--fee-received", options->fee_received, &events->fee_received)
      || !parse_closed (clock, options->closed)
      || !foi_cli_parse_number (NAME, "--extended-by", options->extended_by, 0, MOST_DAYS,
                                &extended_by)
      || !foi_cli_parse_number (NAME, "--days", options->days, 1, MOST_DAYS, &clock->days))
    return FALSE;
  events->extended_by = (guint) extended_by;
  clock->review = options->review;
  if (clock->review
      && (extended_by > 0 || events->n_closed > 0 || events->clarified != FOI_DATE_NONE
          || events->fees_notice != FOI_DATE_NONE || events->fee_received != FOI_DATE_NONE))
    {
      foi_cli_fail (NAME, _("--review goes with --received alone: the clock of a review stops for "
                            "nothing"));
      return FALSE;
    }
  return parse_source (clock, options);
}

/* ---- counting ---- */

static guint
get_limit (const Clock *clock, const char *id, FoiDate received)
{
  JsonNode *limit
    = foi_rules_find_time_limit (foi_rules_get_default (), clock->regime, id, received);

  return (guint) foi_json_get_integer (limit, "n", 0);
}

/* How long the public interest may be weighed no number says; how long the whole answer may be
 * extended one does (EIR, regulation 7), and some laws give no time at all. */
static gboolean
check_extension (const Clock *clock, const FoiClockRule *rule, FoiDate received, GError **error)
{
  const guint whole = get_limit (clock, "response-extended", received);
  const char *act = foi_rules_get_act_short (foi_rules_get_default (), clock->regime);

  if (clock->events.extended_by == 0 || clock->days > 0)
    return TRUE;
  if (whole > rule->n_days && clock->events.extended_by > whole - rule->n_days)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("--extended-by: the %s gives at most %u working days more"), act,
                   whole - rule->n_days);
      return FALSE;
    }
  if (whole > rule->n_days || get_limit (clock, "public-interest-target", received) > 0)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("--extended-by: the %s gives no more time"),
               act);
  return FALSE;
}

static FoiDeadline *
compute (Clock *clock, FoiDate received, GError **error)
{
  FoiClockEvents events = clock->events;
  FoiClockRule rule;

  events.received = received;
  if (!foi_rules_get_clock (foi_rules_get_default (), clock->regime, received,
                            events.n_closed > 0, &rule, error))
    return NULL;
  if (!check_extension (clock, &rule, received, error))
    return NULL;
  if (events.n_closed > 0 && !rule.sessions_only)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("--school-closed: the law “%s” gives schools no other time"), clock->regime);
      return NULL;
    }
  if (clock->review)
    rule = (FoiClockRule) { .n_days = get_limit (clock, "review-answer", received) };
  if (clock->days > 0)
    rule.n_days = (guint) clock->days;
  return foi_deadline_compute (&events, &rule, clock->calendar);
}

/* Of a review, the last day by guidance where it is unusually complex; or none. */
static FoiDate
find_latest (const Clock *clock)
{
  const FoiDate received = clock->events.received;
  const guint most = clock->review ? get_limit (clock, "review-answer-most", received) : 0;

  return most > 0 ? foi_deadline_add_working_days (received, most, clock->calendar, NULL)
                  : FOI_DATE_NONE;
}

/* ---- for programs ---- */

static void
add_skipped (FoiJsonWriter *json, Clock *clock, FoiDeadline *deadline)
{
  foi_json_writer_begin_array (json, "skipped");
  for (guint i = 0; i < deadline->days->len; i++)
    {
      const FoiClockDay *day = &g_array_index (deadline->days, FoiClockDay, i);
      const char *reason = foi_clock_get_day_reason (day, clock->calendar);
      g_autofree char *nations = NULL;

      if (reason == NULL || day->kind == FOI_DAY_RECEIPT)
        continue;
      if (day->kind == FOI_DAY_HOLIDAY)
        nations = foi_calendar_dup_nations (clock->calendar, day->date);
      foi_json_writer_begin_object (json, NULL);
      foi_cli_json_add_date (json, "date", day->date);
      foi_json_writer_add_string (json, "reason", reason);
      if (nations != NULL)
        foi_json_writer_add_string (json, "nation", nations);
      else
        foi_json_writer_add_null (json, "nation");
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static void
print_as_json (GString *text, Clock *clock, FoiDeadline *deadline)
{
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_cli_json_add_date (&json, "received", clock->events.received);
  foi_json_writer_add_string (&json, "regime", clock->regime);
  foi_cli_json_add_date (&json, "due", deadline->due);
  foi_json_writer_add_boolean (&json, "certain", deadline->certain);
  foi_json_writer_add_integer (&json, "working_days", deadline->n_days);
  if (clock->events.extended_by > 0)
    foi_cli_json_add_date (&json, "notice_due", deadline->notice_due);
  if (deadline->lapses != FOI_DATE_NONE)
    foi_cli_json_add_date (&json, "fee_due", deadline->lapses);
  if (clock->events.fees_notice != FOI_DATE_NONE)
    {
      foi_json_writer_add_boolean (&json, "lapsed", deadline->lapsed);
      foi_json_writer_add_boolean (&json, "fees_notice_late", deadline->notice_late);
    }
  if (clock->review)
    foi_cli_json_add_date (&json, "latest", find_latest (clock));
  add_skipped (&json, clock, deadline);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
}

/* ---- for people ---- */

static void
append_day (GString *text, const char *name, FoiDate date)
{
  g_autofree char *words = foi_date_to_words_with_weekday (date);

  g_string_append_printf (text, "%s: %s\n", name, words);
}

static void
append_skipped (GString *text, Clock *clock, FoiDeadline *deadline)
{
  gboolean any = FALSE;

  for (guint i = 0; i < deadline->days->len; i++)
    {
      const FoiClockDay *day = &g_array_index (deadline->days, FoiClockDay, i);
      g_autofree char *reason = foi_clock_dup_day_reason (day, clock->calendar);
      g_autofree char *words = NULL;

      if (reason == NULL || day->kind == FOI_DAY_WEEKEND || day->kind == FOI_DAY_RECEIPT)
        continue;
      if (!any)
        g_string_append (text, _("Not counted, besides weekends:\n"));
      any = TRUE;
      words = foi_date_to_words_with_weekday (day->date);
      g_string_append_printf (text, "  %s: %s\n", words, reason);
    }
}

static void
append_due (GString *text, Clock *clock, FoiDeadline *deadline)
{
  int first, last;

  if (deadline->due == FOI_DATE_NONE)
    {
      g_string_append (text, deadline->lapsed
                               ? _("Due: no more; the fee came after its last day, and the request "
                                   "has lapsed\n")
                               : _("Due: not yet known; the clock waits for the fee\n"));
      return;
    }
  append_day (text, _("Due"), deadline->due);
  foi_calendar_get_years (clock->calendar, &first, &last);
  if (!deadline->certain)
    g_string_append_printf (text,
                            _("This is not certain: bank holidays are known from %d to %d.\n"),
                            first, last);
  g_string_append_printf (text, _("Days counted: %u\n"), deadline->n_days);
}

static void
print_as_text (GString *text, Clock *clock, FoiDeadline *deadline)
{
  append_day (text, clock->review ? _("Review asked for") : _("Received"),
              clock->events.received);
  if (deadline->start != clock->events.received)
    append_day (text, _("Clarified, and counted from"), deadline->start);
  append_due (text, clock, deadline);
  if (find_latest (clock) != FOI_DATE_NONE)
    append_day (text, _("By guidance at most, where it is unusually complex"), find_latest (clock));
  if (deadline->notice_late)
    g_string_append (text, _("The fees notice was given after that day; it stops nothing.\n"));
  if (clock->events.extended_by > 0 && deadline->notice_due != FOI_DATE_NONE
      && foi_calendar_is_known (clock->calendar, deadline->notice_due))
    append_day (text, _("Notice of the extension due"), deadline->notice_due);
  if (deadline->lapses != FOI_DATE_NONE)
    append_day (text, _("Last day for the fee"), deadline->lapses);
  append_skipped (text, clock, deadline);
}

static int
print_one (Clock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiDeadline) deadline = compute (clock, clock->events.received, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (deadline == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  if (clock->json)
    print_as_json (text, clock, deadline);
  else
    print_as_text (text, clock, deadline);
  return foi_cli_print (text->str, text->len, deadline->lapsed || deadline->notice_late
                                                ? FOI_EXIT_FINDINGS : FOI_EXIT_DONE);
}

/* ---- many ---- */

static gboolean
append_line (GString *text, Clock *clock, const char *line, guint number)
{
  FoiDate received = foi_date_from_iso (line);
  g_autofree char *place = NULL, *due = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiDeadline) deadline = NULL;

  if (received != FOI_DATE_NONE)
    deadline = compute (clock, received, &error);
  if (deadline == NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (line, -1);

      place = g_strdup_printf (_("standard input, line %u"), number);
      if (error != NULL)
        foi_cli_fail (place, "%s", error->message);
      else
        foi_cli_fail (place,
                      _("“%s” is not a day that exists; a day is written like 2024-11-27"), valid);
      return FALSE;
    }
  due = deadline->certain ? foi_date_to_iso (deadline->due) : g_strdup ("-");
  g_string_append_printf (text, "%s %s\n", line, due);
  return TRUE;
}

/* A line for each that comes; nothing where one of them is no day. */
static int
print_many (Clock *clock)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char line[MOST_LINE];

  for (guint number = 1; fgets (line, sizeof line, stdin) != NULL; number++)
    {
      line[strcspn (line, "\r\n")] = '\0';
      if (!append_line (text, clock, line, number))
        return FOI_EXIT_NOT_DONE;
    }
  if (ferror (stdin))
    return foi_cli_fail (_("standard input"), _("it cannot be read"));
  return foi_cli_print (text->str, text->len, FOI_EXIT_DONE);
}

/**
 * foi_cli_run_deadline:
 *
 * `foi deadline --received DAY`: says by when a request must be answered, and how that is counted.
 *
 * Returns: the exit status.
 */
int
foi_cli_run_deadline (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  g_auto (Clock) clock = { 0 };
  g_autoptr (FoiHolidays) holidays = NULL;
  g_autoptr (GError) error = NULL;
  int exit_status;
  GOptionEntry entries[] = {
    { "received", 0, 0, G_OPTION_ARG_FILENAME, &options.received, N_("The day of receipt"),
      N_("DAY") },
    { "regime", 0, 0, G_OPTION_ARG_STRING, &options.regime,
      N_("The law: foia (the default), eir, foisa or eisr"), N_("REGIME") },
    { "clarified", 0, 0, G_OPTION_ARG_FILENAME, &options.clarified,
      N_("The day on which the clarification came"), N_("DAY") },
    { "fees-notice", 0, 0, G_OPTION_ARG_FILENAME, &options.fees_notice,
      N_("The day on which a fees notice was given"), N_("DAY") },
    { "fee-received", 0, 0, G_OPTION_ARG_FILENAME, &options.fee_received,
      N_("The day on which the fee came"), N_("DAY") },
    { "extended-by", 0, 0, G_OPTION_ARG_FILENAME, &options.extended_by,
      N_("Further working days"), "N" },
    { "school-closed", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.closed,
      N_("When a school has no sessions, from one day to another; may be repeated"),
      N_("DAY..DAY") },
    { "days", 0, 0, G_OPTION_ARG_FILENAME, &options.days,
      N_("How many days to count, instead of those of the law"), "N" },
    { "review", 0, 0, G_OPTION_ARG_NONE, &options.review,
      N_("Count for an internal review, which was asked for on the day of --received"), NULL },
    { "from-stdin", 0, 0, G_OPTION_ARG_NONE, &options.from_stdin,
      N_("Read days of receipt, one on each line, and print each with its due date"), NULL },
    FOI_CLI_FORMAT_ENTRY (&options.format),
    { NULL },
  };

  if (!foi_cli_parse (NAME, entries, &argc, &argv, &exit_status))
    return exit_status;
  if (argc != 1)
    return foi_cli_fail (NAME, _("“%s” is one argument too many (try: foi help %s)"), argv[1],
                         NAME);
  if (!parse_options (&clock, &options))
    return FOI_EXIT_NOT_DONE;
  holidays = foi_holiday_store_load (foi_holiday_store_get_folder (), &error);
  if (holidays != NULL)
    clock.calendar = foi_rules_new_calendar (foi_rules_get_default (), clock.regime, holidays,
                                             &error);
  if (clock.calendar == NULL)
    return foi_cli_fail (NAME, "%s", error->message);
  return options.from_stdin ? print_many (&clock) : print_one (&clock);
}
