/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-rules-clock.h"

#include <string.h>

/*
 * One row for each worked example: what happened, then what comes of it. @closed is "A..B,C..D";
 * @why is the reasoning.
 */
typedef struct
{
  const char *regime;
  const char *received, *clarified, *fees_notice, *fee_received;
  guint       extended_by;
  const char *closed;
  const char *due;      /* "-": not known */
  gboolean    certain;
  const char *notice_due, *lapses;
  const char *why;
} Example;

static const Example examples[] = {
  /* The worked example of the fee: days 1 to 4 are 31 October to 5 November; 6 to 20 November are
   * not counted; day 5 is 21 November; 2 December is St Andrew's Day in Scotland. */
  { "foia", "2024-10-30", NULL, "2024-11-06", "2024-11-20", 0, NULL, "2024-12-13", TRUE, NULL,
    "2025-02-05", "fees notice, both days included" },
  { "foia", "2024-10-30", NULL, "2024-11-06", NULL, 0, NULL, "-", TRUE, NULL, "2025-02-05",
    "an unpaid notice stops the clock" },
  { "foia", "2024-10-30", NULL, "2024-11-06", "2024-11-06", 0, NULL, "2024-11-28", TRUE, NULL,
    "2025-02-05", "paid on the day: one day is not counted" },
  { "foia", "2024-11-04", NULL, "2024-11-30", "2024-12-03", 0, NULL, "2024-12-04", TRUE, NULL,
    "2025-02-28", "given on the Saturday after day 19; February has no 30th" },
  { "foia", "2024-08-30", NULL, "2024-08-31", "2024-09-02", 0, NULL, "2024-09-30", TRUE, NULL,
    "2024-11-30", "three months from 31 August end with November" },
  /* Clarification: not a pause, a new start. */
  { "foia", "2024-10-30", "2024-11-13", NULL, NULL, 0, NULL, "2024-12-12", TRUE, NULL, NULL,
    "counted from 14 November; 2 December is not" },
  { "foia", "2024-10-30", "2024-11-16", NULL, NULL, 0, NULL, "2024-12-16", TRUE, NULL, NULL,
    "the clarification came on a Saturday: Monday 18 is day 1" },
  /* EIR, regulation 7: 20 becomes 40; the requester is told by day 20. */
  { "eir", "2024-10-30", NULL, NULL, NULL, 20, NULL, "2024-12-30", TRUE, "2024-11-27", NULL,
    "twenty days more, without 2, 25 and 26 December" },
  /* Public interest: the target is 20 further days, the notice is due on day 20. */
  { "foia", "2025-01-02", NULL, NULL, NULL, 20, NULL, "2025-02-27", TRUE, "2025-01-30", NULL,
    "received on a bank holiday of Scotland; Friday 3 is day 1" },
  /* Schools: twenty days with a session, at most sixty working days. */
  { "foia", "2024-07-19", NULL, NULL, NULL, 0, "2024-07-22..2024-09-03", "2024-10-01", TRUE, NULL,
    NULL, "the summer is not counted: day 1 is 4 September" },
  { "foia", "2024-10-18", NULL, NULL, NULL, 0, "2024-10-28..2024-11-01,2024-12-21..2025-01-05",
    "2024-11-22", TRUE, NULL, NULL, "half term is not counted" },
  { "foia", "2024-01-08", NULL, NULL, NULL, 0, "2024-01-09..2024-12-31", "2024-04-04", TRUE, NULL,
    NULL, "a school without sessions: the 60th working day" },
  { "eir", "2024-07-19", NULL, NULL, NULL, 0, "2024-07-22..2024-09-03", "2024-08-19", TRUE, NULL,
    NULL, "the EIR have no variation for schools" },
  /* A day is received whatever its hour, and whether or not the office is open. */
  { "foia", "2024-12-25", NULL, NULL, NULL, 0, NULL, "2025-01-27", TRUE, NULL, NULL,
    "received on Christmas Day" },
  { "foisa", "2024-12-25", NULL, NULL, NULL, 0, NULL, "2025-01-27", TRUE, NULL, NULL,
    "Scotland: without 26 December, 1 and 2 January" },
  { "foisa", "2025-04-04", NULL, NULL, NULL, 0, NULL, "2025-05-06", TRUE, NULL, NULL,
    "Easter Monday is a working day in Scotland; Good Friday and 5 May are not" },
  /* Past the lists nothing is certain. */
  { "foia", "2028-12-15", NULL, NULL, NULL, 0, NULL, "2029-01-16", FALSE, NULL, NULL,
    "the lists end with 2028" },
  { "foia", "2011-12-15", NULL, NULL, NULL, 0, NULL, "2012-01-16", FALSE, NULL, NULL,
    "the lists begin with 2012; 2 and 3 January are known" },
};

static FoiDate
day (const char *iso)
{
  FoiDate date = iso != NULL ? foi_date_from_iso (iso) : FOI_DATE_NONE;

  g_assert_true (iso == NULL || date != FOI_DATE_NONE);
  return date;
}

static FoiCalendar *
calendar_of (const char *regime)
{
  g_autoptr (GError) error = NULL;
  FoiCalendar *calendar = foi_rules_new_calendar (foi_rules_get_default (), regime,
                                                  foi_holidays_get_default (), &error);

  g_assert_no_error (error);
  return calendar;
}

static GArray *
parse_closed (const char *text)
{
  GArray *closed = g_array_new (FALSE, FALSE, sizeof (FoiDays));
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (parts[i], "..", 2);
      FoiDays days = { day (ends[0]), day (ends[1]) };

      g_array_append_val (closed, days);
    }
  return closed;
}

static FoiDeadline *
compute (const Example *example, FoiCalendar *calendar)
{
  g_autoptr (GArray) closed = parse_closed (example->closed);
  g_autoptr (GError) error = NULL;
  FoiClockEvents events = {
    .received = day (example->received),
    .clarified = day (example->clarified),
    .fees_notice = day (example->fees_notice),
    .fee_received = day (example->fee_received),
    .extended_by = example->extended_by,
    .closed = (const FoiDays *) (gconstpointer) closed->data,
    .n_closed = closed->len,
  };
  FoiClockRule rule;

  g_assert_true (foi_rules_get_clock (foi_rules_get_default (), example->regime, events.received,
                                      closed->len > 0, &rule, &error));
  g_assert_no_error (error);
  return foi_deadline_compute (&events, &rule, calendar);
}

static void
assert_day (FoiDate date, const char *expected, const char *why)
{
  g_autofree char *iso = date != FOI_DATE_NONE ? foi_date_to_iso (date) : g_strdup ("-");

  g_test_message ("%s", why);
  g_assert_cmpstr (iso, ==, expected);
}

static void
test_examples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      const Example *example = &examples[i];
      g_autoptr (FoiCalendar) calendar = calendar_of (example->regime);
      g_autoptr (FoiDeadline) deadline = compute (example, calendar);

      assert_day (deadline->due, example->due, example->why);
      g_assert_cmpint (deadline->certain, ==, example->certain);
      if (example->notice_due != NULL)
        assert_day (deadline->notice_due, example->notice_due, example->why);
      if (example->lapses != NULL)
        assert_day (deadline->lapses, example->lapses, example->why);
    }
}

/* The domain's table of worked dates: rule, received, weekday, days, calendar, due. */
static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "deadline-vectors.csv",
                                                 NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", 7);
      const char *regime = g_str_equal (fields[4], "UK") ? "foia" : "foisa";
      g_autoptr (FoiCalendar) calendar = calendar_of (regime);
      FoiClockEvents events = { .received = day (fields[1]) };
      FoiClockRule rule = { .n_days = (guint) g_ascii_strtoull (fields[3], NULL, 10) };
      g_autoptr (FoiDeadline) deadline = foi_deadline_compute (&events, &rule, calendar);
      gboolean certain;

      assert_day (deadline->due, fields[5], lines[i]);
      g_assert_true (deadline->certain);
      assert_day (foi_deadline_add_working_days (events.received, rule.n_days, calendar, &certain),
                  fields[5], lines[i]);
      g_assert_cmpuint (foi_deadline_count_working_days (events.received, deadline->due, calendar),
                        ==, rule.n_days);
      n++;
    }
  g_assert_cmpuint (n, ==, 13);
}

/* Every day from receipt to the due date is there once, with its number or why it has none. */
static void
test_trail (void)
{
  static const struct { const char *date; FoiDayKind kind; guint number; } expected[] = {
    { "2024-11-28", FOI_DAY_RECEIPT, 0 }, { "2024-11-29", FOI_DAY_COUNTED, 1 },
    { "2024-11-30", FOI_DAY_WEEKEND, 1 }, { "2024-12-01", FOI_DAY_WEEKEND, 1 },
    { "2024-12-02", FOI_DAY_HOLIDAY, 1 }, { "2024-12-03", FOI_DAY_PAUSED, 1 },
    { "2024-12-04", FOI_DAY_PAUSED, 1 },  { "2024-12-05", FOI_DAY_COUNTED, 2 },
  };
  const Example example = { "foia", "2024-11-28", NULL, "2024-12-03", "2024-12-04", 0, NULL, "-",
                            TRUE, NULL, NULL, "" };
  g_autoptr (FoiCalendar) calendar = calendar_of ("foia");
  g_autoptr (FoiDeadline) deadline = compute (&example, calendar);
  const FoiClockDay *last = &g_array_index (deadline->days, FoiClockDay, deadline->days->len - 1);
  g_autofree char *nations = foi_calendar_dup_nations (calendar, day ("2024-12-02"));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const FoiClockDay *found = &g_array_index (deadline->days, FoiClockDay, i);

      assert_day (found->date, expected[i].date, "trail");
      g_assert_cmpint (found->kind, ==, expected[i].kind);
      g_assert_cmpuint (found->number, ==, expected[i].number);
    }
  for (guint i = 1; i < deadline->days->len; i++)
    g_assert_cmpint (g_array_index (deadline->days, FoiClockDay, i).date, ==,
                     g_array_index (deadline->days, FoiClockDay, i - 1).date + 1);
  g_assert_cmpint (last->date, ==, deadline->due);
  g_assert_cmpuint (last->number, ==, 20);
  g_assert_cmpstr (foi_calendar_get_holiday (calendar, day ("2024-12-02")), ==, "St Andrew’s Day");
  g_assert_cmpstr (nations, ==, "Scotland");
}

/* One more holiday never makes a date earlier; taking the extension away gives the date back. */
static void
test_properties (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (10);
  g_autoptr (FoiCalendar) calendar = calendar_of ("foia");

  for (guint i = 0; i < 500; i++)
    {
      FoiDate received = day ("2013-01-01") + g_rand_int_range (dice, 0, 5400);
      FoiDate extra = received + g_rand_int_range (dice, -5, 40);
      g_autofree char *iso = foi_date_to_iso (extra);
      g_autofree char *json = g_strdup_printf (
        "{\"scotland\":{\"events\":[{\"title\":\"T\",\"date\":\"%s\"}]}}", iso);
      g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiHolidays) more = foi_holidays_new_from_json (bytes, "more", &error);
      g_autoptr (FoiHolidays) sum = foi_holidays_add (foi_holidays_get_default (), more);
      g_autoptr (FoiCalendar) other = foi_calendar_new ("uk", sum, &error);
      FoiClockEvents events = { .received = received };
      FoiClockRule rule = { .n_days = 20 };
      g_autoptr (FoiDeadline) before = foi_deadline_compute (&events, &rule, calendar);
      g_autoptr (FoiDeadline) after = foi_deadline_compute (&events, &rule, other);
      g_autoptr (FoiDeadline) extended = NULL, again = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (after->due, >=, before->due);
      events.extended_by = (guint) g_rand_int_range (dice, 1, 21);
      extended = foi_deadline_compute (&events, &rule, calendar);
      g_assert_cmpint (extended->due, >, before->due);
      g_assert_cmpint (extended->notice_due, ==, before->due);
      events.extended_by = 0;
      again = foi_deadline_compute (&events, &rule, calendar);
      g_assert_cmpint (again->due, ==, before->due);
    }
}

static void
assert_years (FoiHolidays *holidays, int first, int last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCalendar) calendar = foi_calendar_new ("scotland", holidays, &error);
  int known_first, known_last;

  g_assert_no_error (error);
  foi_calendar_get_years (calendar, &known_first, &known_last);
  g_assert_cmpint (known_first, ==, first);
  g_assert_cmpint (known_last, ==, last);
}

static FoiHolidays *
read_days (const char *days)
{
  g_autofree char *json = g_strdup_printf ("{\"scotland\":{\"events\":[%s]}}", days);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  FoiHolidays *holidays = foi_holidays_new_from_json (bytes, "days", &error);

  g_assert_no_error (error);
  return holidays;
}

/* A day that an office adds tells nothing of its year, nor does a list that leaves years out: no
 * date there is certain. */
static void
test_known_years (void)
{
  static const char *const scotland[] = { "scotland", NULL };
  const FoiHoliday extra = { day ("2030-05-06"), "Extra", "Said on the radio", FALSE };
  FoiHolidays *standard = foi_holidays_get_default ();
  g_autoptr (FoiHolidays) own = foi_holidays_with_day (NULL, scotland, &extra);
  g_autoptr (FoiHolidays) sum = foi_holidays_add (standard, own);
  g_autoptr (FoiHolidays) late = read_days ("{\"title\":\"T\",\"date\":\"2031-01-01\"}");
  g_autoptr (FoiHolidays) with_gap = foi_holidays_merge (standard, late);
  g_autoptr (FoiHolidays) next = read_days ("{\"title\":\"T\",\"date\":\"2029-01-01\"}");
  g_autoptr (FoiHolidays) longer = foi_holidays_merge (sum, next);
  g_autoptr (FoiCalendar) calendar = foi_calendar_new ("scotland", longer, NULL);

  assert_years (standard, 2012, 2028);
  assert_years (sum, 2012, 2028);
  assert_years (with_gap, 2012, 2028);
  assert_years (longer, 2012, 2029);
  g_assert_false (foi_calendar_is_known (calendar, extra.date));
}

/* What an office adds stays when a newer list comes, and goes only when it is taken away. */
static void
test_own_days (void)
{
  static const char *const everywhere[]
    = { "england-and-wales", "scotland", "northern-ireland", NULL };
  const FoiHoliday extra = { day ("2024-11-20"), "Extra", "Note", FALSE };
  FoiHolidays *standard = foi_holidays_get_default ();
  g_autoptr (FoiHolidays) own = foi_holidays_with_day (NULL, everywhere, &extra);
  g_autoptr (FoiHolidays) sum = foi_holidays_add (standard, own);
  g_autoptr (FoiHolidays) newer = read_days ("{\"title\":\"T\",\"date\":\"2024-01-01\"}");
  g_autoptr (FoiHolidays) merged = foi_holidays_merge (sum, newer);
  g_autoptr (FoiHolidays) rest = NULL, none = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autoptr (FoiCalendar) calendar = foi_calendar_new ("uk", merged, NULL);
  const FoiHoliday other = { day ("2024-11-20"), "Other", "", FALSE };

  g_assert_cmpstr (foi_calendar_get_holiday (calendar, extra.date), ==, "Extra");
  rest = foi_holidays_without_day (own, &other);
  changes = foi_holidays_compare (own, rest);
  g_assert_cmpuint (changes->len, ==, 0);
  none = foi_holidays_without_day (own, &extra);
  g_assert_null (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline/vectors", test_vectors);
  g_test_add_func ("/deadline/examples", test_examples);
  g_test_add_func ("/deadline/trail", test_trail);
  g_test_add_func ("/deadline/properties", test_properties);
  g_test_add_func ("/deadline/known-years", test_known_years);
  g_test_add_func ("/deadline/own-days", test_own_days);
  return g_test_run ();
}
