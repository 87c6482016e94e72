/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-estimate-words.h"
#include "foi-holidays-current.h"
#include "foi-json-edit.h"
#include "foi-rules-clock.h"

#include <math.h>

static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

static JsonNode *
find_limit (const char *regime, const char *authority)
{
  return foi_rules_find_limit (foi_rules_get_default (), regime, "appropriate-limit", authority,
                               foi_date_from_iso ("2024-10-30"));
}

#define ROW(activity, count, minutes) \
  "{'activity':'" activity "','count':" #count ",'minutes':'" minutes "'}"
#define ROWS(rows) "{'rows':[" rows "]}"

/* SI 2004/3244: £25 an hour; £450 or, of central government, £600; what is more than that exceeds.
 * SSI 2004/467: £600, £15 an hour at most, and nothing for finding out. */
static void
test_sums (void)
{
  static const struct
  {
    const char *regime, *authority, *kind, *estimate;
    double      minutes, not_counted, cost;
    gboolean    exceeds;
  } facts[] = {
    /* 18 hours exactly is within. */
    { "foia", "local", "cost", ROWS (ROW ("locate", 1080, "1")), 1080, 0, 450, FALSE },
    { "foia", "local", "cost", ROWS (ROW ("locate", 1080, "1") "," ROW ("extract", 1, "0.01")),
      1080.01, 0, 450.004167, TRUE },
    { "foia", "local", "cost", ROWS (ROW ("locate", 1079, "1")), 1079, 0, 449.583333, FALSE },
    { "foia", "local", "cost", ROWS (ROW ("retrieve", 3, "0.333333")), 0.999999, 0, 0.416666,
      FALSE },
    { "foia", "central", "cost", ROWS (ROW ("locate", 1440, "1")), 1440, 0, 600, FALSE },
    { "foia", "central", "cost", ROWS (ROW ("locate", 1441, "1")), 1441, 0, 600.416667, TRUE },
    { "foia", NULL, "cost", ROWS (ROW ("locate", 1081, "1")), 1081, 0, 450.416667, TRUE },
    /* 1,200 files at 2.5 minutes, three boxes from a store that asks £45, half an hour to begin. */
    { "foia", "local", "cost",
      ROWS (ROW ("locate", 1200, "2.5") "," ROW ("extract", 1200, "1")
            ",{'activity':'retrieve','count':3,'minutes':'10','cost':'45.00'},"
            "{'activity':'determine','minutes':'30'}"),
      4260, 0, 1820, TRUE },
    { "foia", "local", "cost", "{'rows':[{'activity':'retrieve','cost':'450.00'}]}", 0, 0, 450,
      FALSE },
    { "foia", "local", "cost", "{'rows':[{'activity':'retrieve','cost':'450.01'}]}", 0, 0, 450.01,
      TRUE },
    /* Redaction takes long, and does not count; nor does what nobody said the purpose of. */
    { "foia", "local", "cost",
      "{'rows':[{'activity':'locate','minutes':'60'},{'minutes':'5000'}],"
      "'not_counted':[{'what':'Redaction','minutes':'6000'}]}",
      60, 11000, 25, FALSE },
    /* Only finding out counts where that is the ground. */
    { "foia", "local", "cost-to-confirm",
      ROWS (ROW ("determine", 1081, "1") "," ROW ("extract", 500, "1")), 1081, 500, 450.416667,
      TRUE },
    { "foia", "local", "cost-to-confirm",
      ROWS (ROW ("determine", 10, "1") "," ROW ("extract", 5000, "1")), 10, 5000, 4.166667,
      FALSE },
    /* In Scotland finding out does not count. */
    { "foisa", "local", "cost", ROWS (ROW ("locate", 2400, "1") "," ROW ("determine", 99, "1")),
      2400, 99, 600, FALSE },
    { "foisa", "local", "cost", ROWS (ROW ("locate", 2401, "1")), 2401, 0, 600.25, TRUE },
    /* The Regulations on environmental information have no limit. */
    { "eir", "local", "manifestly-unreasonable", ROWS (ROW ("locate", 9999, "1")), 0, 9999, 0,
      FALSE },
    { "foia", "local", "cost", "{}", 0, 0, 0, FALSE },
    { "foia", "local", "cost", "{'rows':[{'activity':'locate','count':-5,'minutes':'-3'}]}", 0, 0,
      0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (JsonNode) estimate = parse (facts[i].estimate);
      FoiEstimate sum;

      foi_estimate_sum (&sum, estimate, find_limit (facts[i].regime, facts[i].authority),
                        facts[i].kind);
      g_test_message ("%s %s", facts[i].regime, facts[i].estimate);
      g_assert_cmpint (sum.minutes, ==, llround (facts[i].minutes * 1e6));
      g_assert_cmpint (sum.not_counted, ==, llround (facts[i].not_counted * 1e6));
      g_assert_cmpint (sum.cost, ==, llround (facts[i].cost * 1e6));
      g_assert_cmpint (sum.exceeds, ==, facts[i].exceeds);
    }
}

/* Too much is the most, not a small number. */
static void
test_overflow (void)
{
  g_autoptr (JsonNode) estimate = parse (
    ROWS (ROW ("locate", 9223372036854775807, "999999999999") ","
          ROW ("extract", 9223372036854775807, "999999999999")));
  FoiEstimate sum;

  foi_estimate_sum (&sum, estimate, find_limit ("foia", "local"), "cost");
  g_assert_true (sum.exceeds);
  g_assert_cmpint (sum.cost, >, 0);
}

#define TEN_HOURS ROW ("locate", 600, "1")
#define SAID "'similarity':'Both are in the same files.'"

static const char *const reasons[] = {
  [FOI_POOL_COUNTED] = "counted",
  [FOI_POOL_NO_LAW] = "no law",
  [FOI_POOL_UNSAID] = "unsaid",
  [FOI_POOL_OTHER_LAW] = "other law",
  [FOI_POOL_MISSING] = "missing",
  [FOI_POOL_NO_DAY] = "no day",
  [FOI_POOL_TOO_FAR] = "too far",
  [FOI_POOL_TOO_WIDE] = "too wide",
  [FOI_POOL_UNCERTAIN] = "uncertain",
};

static FoiEstimatePool *
reckon (const char *regime, const char *received, JsonNode *questions, const char *id)
{
  g_autoptr (FoiHolidays) holidays = foi_holidays_ref_current ();
  g_autoptr (FoiCalendar) calendar
    = foi_rules_new_calendar (foi_rules_get_default (), regime, holidays, NULL);
  g_autoptr (JsonNode) profile = json_from_string ("{\"type\":\"local\"}", NULL);
  const FoiEstimateCase facts = {
    .rules = foi_rules_get_default (),
    .calendar = calendar,
    .questions = questions,
    .regime = regime,
    .profile = profile,
    .received = foi_date_from_iso (received),
  };

  return foi_estimate_pool_new (&facts, id);
}

/* "2 counted, 3 unsaid" */
static char *
dup_members (const FoiEstimatePool *pool)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pool->members->len; i++)
    {
      const FoiPoolMember *member = &g_array_index (pool->members, FoiPoolMember, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", member->name,
                              reasons[member->reason]);
    }
  return g_string_free (text, FALSE);
}

/* Questions of ten hours each: alone within, together over, if it is said what makes them similar
 * (SI 2004/3244, regulation 5). In Scotland nothing is added up. */
static void
test_pool (void)
{
  static const struct
  {
    const char *regime, *id, *first, *second, *third, *members;
    gboolean    exceeds;
  } facts[] = {
    { "foia", "q1", "", "", "", "", FALSE },
    { "foia", "q1", ",'similar_to':['q2']", "", "", "2 unsaid", FALSE },
    { "foia", "q1", ",'similar_to':['q2'],'similarity':''", "", "", "2 unsaid", FALSE },
    { "foia", "q1", ",'similar_to':['q2'],'similarity':' \\n'", "", "", "2 unsaid", FALSE },
    { "foia", "q1", ",'similar_to':['q2']," SAID, "", "", "2 counted", TRUE },
    { "foia", "q1", ",'similar_to':['q1','q9']," SAID, "", "", "q9 missing", FALSE },
    /* The cost of each is that of all: it does not matter of which one it is said. */
    { "foia", "q2", ",'similar_to':['q2']," SAID, "", "", "1 counted", TRUE },
    { "foia", "q2", ",'similar_to':['q2']", "", "", "", FALSE },
    { "foia", "q1", ",'similar_to':['q2']", ",'similar_to':['q1']," SAID, "", "2 counted", TRUE },
    { "foia", "q3", ",'similar_to':['q2']," SAID, ",'similar_to':['q3']," SAID, "",
      "2 counted, 1 counted", TRUE },
    { "foia", "q1", ",'similar_to':['q2','q3']," SAID, ",'similar_to':['q1','q3']," SAID, "",
      "2 counted, 3 counted", TRUE },
    /* A part of a question is one, too. */
    { "foia", "q1", ",'similar_to':['q4a']," SAID, "", "", "4a counted", TRUE },
    { "foia", "q4a", ",'similar_to':['q4a']," SAID, "", "", "1 counted", TRUE },
    /* Laws do not mix. */
    { "foia", "q1", ",'similar_to':['q2']," SAID, "},'regime':'eir','x':{", "", "2 other law",
      FALSE },
    { "foia", "q1", ",'similar_to':['q2']," SAID, "},'regime':'foia','x':{", "", "2 counted",
      TRUE },
    { "foisa", "q1", ",'similar_to':['q2']," SAID, "", "", "2 no law", FALSE },
    { "eir", "q1", ",'similar_to':['q2']," SAID, "", "", "2 no law", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "[{'id':'q1','number':'1','estimate':{'rows':[" TEN_HOURS "]%s}},"
        "{'id':'q2','number':'2','estimate':{'rows':[" TEN_HOURS "]%s}},"
        "{'id':'q3','number':'3','estimate':{'rows':[" TEN_HOURS "]%s}},"
        "{'id':'q4','number':'4','parts':["
        "{'id':'q4a','number':'4a','estimate':{'rows':[" TEN_HOURS "]}}]}]",
        facts[i].first, facts[i].second, facts[i].third);
      g_autoptr (JsonNode) questions = parse (text);
      g_autoptr (FoiEstimatePool) pool = reckon (facts[i].regime, "2024-10-30", questions,
                                                 facts[i].id);
      g_autofree char *members = dup_members (pool);

      g_test_message ("%s %s %s %s", facts[i].regime, facts[i].id, facts[i].first,
                      facts[i].second);
      g_assert_cmpstr (members, ==, facts[i].members);
      g_assert_cmpint (pool->sum.exceeds, ==, facts[i].exceeds);
    }
}

#define REQUEST(name, day) \
  "{'reference':'" name "','received':'" day "','minutes':'600','cost':'1.00'}"

/* Received on 30 October 2024, a Wednesday. Working days counted by hand on a calendar, both ends:
 * 60 of them end on 28 January 2025 (2 December for Saint Andrew's Day, Christmas, Boxing Day, New
 * Year's Day and 2 January are none), or began on 7 August 2024 (26 August is none). */
static void
test_requests (void)
{
  static const struct
  {
    const char *regime, *similarity, *requests, *members;
    guint       days;    /* of the first */
    double      minutes; /* in all */
  } facts[] = {
    { "foia", SAID, REQUEST ("A", "2024-10-30"), "A counted", 1, 1200 },
    { "foia", SAID, REQUEST ("A", "2024-10-31"), "A counted", 2, 1200 },
    { "foia", SAID, REQUEST ("A", "2024-10-26"), "A counted", 3, 1200 },
    { "foia", SAID, REQUEST ("A", "2025-01-28"), "A counted", 60, 1200 },
    { "foia", SAID, REQUEST ("A", "2025-01-29"), "A too far", 61, 600 },
    { "foia", SAID, REQUEST ("A", "2024-08-08"), "A counted", 59, 1200 },
    { "foia", SAID, REQUEST ("A", "2024-08-07"), "A counted", 60, 1200 },
    { "foia", SAID, REQUEST ("A", "2024-08-06"), "A too far", 61, 600 },
    { "foia", SAID, REQUEST ("A", "1999-08-06"), "A too far", 0, 600 },
    { "foia", SAID, REQUEST ("A", "2024-10-01") "," REQUEST ("B", "2024-12-02"),
      "A counted, B counted", 22, 1800 },
    /* Each is near enough to this one, but they are not to each other. */
    { "foia", SAID, REQUEST ("A", "2024-08-12") "," REQUEST ("B", "2024-12-02"),
      "A counted, B too wide", 57, 1200 },
    /* Of two times of sixty days that hold this one, that which costs more, in whichever order. */
    { "foia", SAID, REQUEST ("B", "2024-12-02") "," REQUEST ("A", "2024-08-12"),
      "B too wide, A counted", 23, 1200 },
    { "foia", SAID,
      REQUEST ("A", "2024-08-12") "," REQUEST ("B", "2024-12-02") "," REQUEST ("C", "2024-12-03"),
      "A too wide, B counted, C counted", 57, 1800 },
    { "foia", SAID,
      REQUEST ("A", "2024-08-12") ",{'reference':'B','received':'2024-12-02','minutes':'603'}",
      "A too wide, B counted", 57, 1203 },
    { "foia", SAID,
      REQUEST ("A", "2024-08-12") "," REQUEST ("B", "2024-12-02") "," REQUEST ("C", "2024-10-01"),
      "A counted, B too wide, C counted", 57, 1800 },
    { "foia", SAID, REQUEST ("A", "2024-10-01") "," REQUEST ("A", "2024-10-01"), "A counted", 22,
      1200 },
    { "foia", SAID, "{'reference':'A','minutes':'600'}", "A no day", 0, 600 },
    { "foia", SAID, "{'reference':'A','received':'soon','minutes':'600'}", "A no day", 0, 600 },
    { "foia", "'similarity':''", REQUEST ("A", "2024-10-30"), "A unsaid", 0, 600 },
    { "foisa", SAID, REQUEST ("A", "2024-10-30"), "A no law", 0, 600 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "[{'id':'q1','number':'1','estimate':{'rows':[" TEN_HOURS "],%s,'requests':[%s]}}]",
        facts[i].similarity, facts[i].requests);
      g_autoptr (JsonNode) questions = parse (text);
      g_autoptr (FoiEstimatePool) pool = reckon (facts[i].regime, "2024-10-30", questions, "q1");
      g_autofree char *members = dup_members (pool);

      g_test_message ("%s %s", facts[i].regime, facts[i].requests);
      g_assert_cmpstr (members, ==, facts[i].members);
      g_assert_cmpuint (g_array_index (pool->members, FoiPoolMember, 0).days, ==, facts[i].days);
      g_assert_cmpint (pool->sum.minutes, ==, llround (facts[i].minutes * 1e6));
    }
}

/* A request that two questions list is one; it counts if one of them says what makes it similar. Of
 * questions that have one number each is one. */
static void
test_listed_twice (void)
{
  static const struct
  {
    const char *first, *second, *members;
    double      minutes;
  } facts[] = {
    { ",'requests':[" REQUEST ("A", "2024-10-30") "]",
      ",'similar_to':['q1']," SAID ",'requests':[" REQUEST ("A", "2024-10-30") "]",
      "1 counted, A counted", 1800 },
    { ",'similar_to':['q2']," SAID ",'requests':[" REQUEST ("A", "2024-10-30") "]",
      ",'requests':[" REQUEST ("A", "2024-10-30") "]", "1 counted, A counted", 1800 },
    { ",'similar_to':['q2','q3']," SAID, "", "1 counted, 1 counted", 1800 },
    { ",'similar_to':['q2','q3']", "", "1 unsaid, 1 unsaid", 600 },
    { ",'similar_to':['q8','q9','q8']," SAID, "", "q8 missing, q9 missing", 600 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "[{'id':'q1','number':'1','estimate':{'rows':[" TEN_HOURS "]%s}},"
        "{'id':'q2','number':'1','estimate':{'rows':[" TEN_HOURS "]%s}},"
        "{'id':'q3','number':'1','estimate':{'rows':[" TEN_HOURS "]}}]",
        facts[i].first, facts[i].second);
      g_autoptr (JsonNode) questions = parse (text);
      g_autoptr (FoiEstimatePool) pool = reckon ("foia", "2024-10-30", questions, "q1");
      g_autofree char *members = dup_members (pool);

      g_test_message ("%s %s", facts[i].first, facts[i].second);
      g_assert_cmpstr (members, ==, facts[i].members);
      g_assert_cmpint (pool->sum.minutes, ==, llround (facts[i].minutes * 1e6));
    }
}

/* Past the end of the calendar a bank holiday may still come, and only shortens the time. */
static void
test_unknown_days (void)
{
  g_autoptr (JsonNode) questions = parse (
    "[{'id':'q1','estimate':{'rows':[]," SAID ",'requests':["
    REQUEST ("A", "2090-03-01") "," REQUEST ("B", "2090-12-01") "]}}]");
  g_autoptr (FoiEstimatePool) pool = reckon ("foia", "2090-03-02", questions, "q1");
  g_autofree char *members = dup_members (pool);

  g_assert_cmpstr (members, ==, "A counted, B uncertain");
}

/* SSI 2004/467: what staff are paid, and no more than £15 an hour. In England it is £25. */
static void
test_rate (void)
{
  static const struct
  {
    const char *regime, *rate;
    double      pounds;
    gboolean    exceeds;
  } facts[] = {
    { "foisa", "'15'", 15, FALSE },
    { "foisa", "'12.50'", 12.5, FALSE },
    { "foisa", "'18'", 15, FALSE },
    { "foisa", "''", 15, FALSE },
    { "foisa", "12", 12, FALSE },
    { "foia", "'12.50'", 25, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{'rows':[" ROW ("locate", 2400, "1") "],'rate':%s}", facts[i].rate);
      g_autoptr (JsonNode) estimate = parse (text);
      FoiEstimate sum;

      foi_estimate_sum (&sum, estimate, find_limit (facts[i].regime, "local"), "cost");
      g_test_message ("%s %s", facts[i].regime, facts[i].rate);
      g_assert_cmpint (sum.rate, ==, llround (facts[i].pounds * 1e6));
      g_assert_cmpint (sum.cost, ==, llround (facts[i].pounds * 40 * 1e6));
      g_assert_cmpint (sum.exceeds, ==, facts[i].exceeds);
    }
}

/* For which ground the cost is measured. */
static void
test_kind (void)
{
  static const struct
  {
    const char *question, *kind;
  } facts[] = {
    { "{}", "cost" },
    { "{'held':'yes'}", "cost" },
    { "{'held':'cannot-confirm-within-limit'}", "cost-to-confirm" },
    { "{'held':'cannot-confirm-within-limit','grounds':[{'kind':'cost'}]}", "cost" },
    { "{'grounds':[{'kind':'elsewhere'},{'kind':'cost-to-confirm'}]}", "cost-to-confirm" },
    { "{'grounds':[{'kind':'vexatious'}]}", "cost" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (JsonNode) question = parse (facts[i].question);

      g_assert_cmpstr (foi_estimate_get_kind (question), ==, facts[i].kind);
    }
}

/* What the window says below the table. */
static void
test_verdict (void)
{
  static const struct
  {
    const char *regime, *estimate, *sum, *verdict;
  } facts[] = {
    { "foia", "{}", "No time is counted yet.",
      "The limit is £450 (18 hours). Only what costs more may be refused." },
    { "foia", ROWS (ROW ("locate", 1080, "1")), "18 hours at £25 an hour: £450 in all.",
      "That is exactly the limit of £450 (18 hours), so it is within it: the cost must be more." },
    { "foia", ROWS (ROW ("locate", 1081, "1")),
      "18 hours and 1 minute at £25 an hour: £450.42 in all.",
      "That is more than the limit of £450 (18 hours)." },
    { "foia", ROWS (ROW ("locate", 1080, "1") "," ROW ("extract", 1, "0.01")),
      "18 hours and 1 minute at £25 an hour: just over £450 in all.",
      "That is more than the limit of £450 (18 hours)." },
    { "foia", ROWS (ROW ("locate", 1079, "1")),
      "17 hours and 59 minutes at £25 an hour: £449.58 in all.",
      "That is within the limit of £450 (18 hours), with £0.42 to spare." },
    { "foia", "{'rows':[{'activity':'retrieve','minutes':'60','cost':'45'}]}",
      "1 hour at £25 an hour, and £45 of other costs: £70 in all.",
      "That is within the limit of £450 (18 hours), with £380 to spare." },
    { "foisa", ROWS (ROW ("locate", 2401, "1")),
      "40 hours and 1 minute at £15 an hour, which is assumed, as no pay is given: £600.25 in all.",
      "That is more than the limit of £600." },
    { "foisa", "{'rate':'12.50','rows':[{'activity':'locate','minutes':'60'}]}",
      "1 hour at £12.50 an hour: £12.50 in all.",
      "That is within the limit of £600, with £587.50 to spare." },
    { "foisa", "{'rows':[{'activity':'locate','minutes':'60','cost':'5'}]}",
      "1 hour at £15 an hour, which is assumed, as no pay is given, and £5 of other costs: £20 in "
      "all.",
      "That is within the limit of £600, with £580 to spare." },
    { "eir", ROWS (ROW ("locate", 60, "1")), "1 hour of work.",
      "This law has no limit in pounds. Whether a request is manifestly unreasonable is a "
      "judgement, for which the work is evidence." },
    { "eir", "{}", "No time is written down yet.",
      "This law has no limit in pounds. Whether a request is manifestly unreasonable is a "
      "judgement, for which the work is evidence." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = g_strdup_printf ("[{'id':'q1','estimate':%s}]", facts[i].estimate);
      g_autoptr (JsonNode) questions = parse (text);
      g_autoptr (FoiEstimatePool) pool = reckon (facts[i].regime, "2024-10-30", questions, "q1");
      g_autofree char *sum = foi_estimate_dup_sum_words (pool);
      g_autofree char *verdict = foi_estimate_dup_verdict (pool);

      g_assert_cmpstr (sum, ==, facts[i].sum);
      g_assert_cmpstr (verdict, ==, facts[i].verdict);
    }
}

/* Which limit it is, and whose. */
static void
test_limit_words (void)
{
  static const struct
  {
    const char *profile, *words;
  } facts[] = {
    { "{}", "The limit for this authority on 30 October 2024: £450 (18 hours), at £25 an hour "
            "(section 12; SI 2004/3244)." },
    { "{\"type\":\"parliament\"}",
      "The limit for this authority on 30 October 2024: £600 (24 hours), at £25 an hour (section "
      "12; SI 2004/3244)." },
    { "{\"limits\":{\"appropriate-limit\":{\"pounds\":500}}}",
      "The limit for this authority on 30 October 2024: £500 (20 hours), at £25 an hour (as your "
      "authority has it, not the law)." },
    { "{\"limits\":{\"appropriate-limit\":{\"rate\":40}}}",
      "The limit for this authority on 30 October 2024: £450, at £40 an hour (as your authority "
      "has it, not the law)." },
  };
  g_autoptr (JsonNode) questions = parse ("[{'id':'q1','number':'1'}]");
  const FoiDate received = foi_date_from_iso ("2024-10-30");

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (JsonNode) profile = json_from_string (facts[i].profile, NULL);
      const FoiEstimateCase estimate_case = {
        .rules = foi_rules_get_default (), .questions = questions, .regime = "foia",
        .profile = profile, .received = received,
      };
      g_autoptr (FoiEstimatePool) pool = foi_estimate_pool_new (&estimate_case, "q1");
      g_autofree char *words = foi_estimate_dup_limit_words (pool, received);

      g_assert_cmpstr (words, ==, facts[i].words);
    }
}

/* Why something is not added up is said in words. */
static void
test_pool_words (void)
{
  static const struct
  {
    const char *regime, *more, *counted, *words;
  } facts[] = {
    { "foia", ",'similar_to':['q2']," SAID, "Counted in: Question 2.", NULL },
    { "foia", ",'similar_to':['q2']", NULL,
      "Question 2 is not added: say first what makes it similar." },
    { "foisa", ",'similar_to':['q2']," SAID, NULL,
      "Question 2 is not added: under this law each request is estimated by itself." },
    { "foia", ",'similar_to':['q7']," SAID, NULL,
      "Question q7 is not added: the case has no such question." },
    { "foia", ",'requests':[" REQUEST ("A/1", "2024-10-01") "]," SAID, "Counted in: Request A/1.",
      NULL },
    { "foia", ",'requests':[" REQUEST ("A/1", "2024-08-06") "]," SAID, NULL,
      "From Request A/1 to this one it is 61 working days, both days counted: only those within "
      "60 working days are added up." },
    { "foia", ",'requests':[" REQUEST ("A/1", "2001-08-06") "]," SAID, NULL,
      "Request A/1 lies years from this one: only those within 60 working days are added up." },
    { "foia", ",'requests':[{'minutes':'1'}]," SAID, NULL,
      "A request without a reference is not added: the day of receipt is missing." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "[{'id':'q1','number':'1','estimate':{'rows':[]%s}},{'id':'q2','number':'2'}]",
        facts[i].more);
      g_autoptr (JsonNode) questions = parse (text);
      g_autoptr (FoiEstimatePool) pool = reckon (facts[i].regime, "2024-10-30", questions, "q1");
      g_autofree char *counted = foi_pool_dup_counted_words (pool);
      g_autofree char *words
        = foi_pool_member_dup_words (pool, &g_array_index (pool->members, FoiPoolMember, 0));

      g_assert_cmpstr (counted, ==, facts[i].counted);
      g_assert_cmpstr (words, ==, facts[i].words);
    }
}

static void
test_words (void)
{
  static const struct
  {
    double      minutes;
    const char *hours;
    double      pounds;
    const char *money;
  } facts[] = {
    { 1080, "18 hours", 450, "£450" },
    { 1080.01, "18 hours and 1 minute", 450.004167, "£450" },
    { 1081, "18 hours and 1 minute", 450.416667, "£450.42" },
    { 60, "1 hour", 25, "£25" },
    { 45, "45 minutes", 18.75, "£18.75" },
    { 0, "0 hours", 0, "£0" },
    { 4260, "71 hours", 1820, "£1,820" },
    { 120000, "2,000 hours", 50000, "£50,000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *hours = foi_estimate_dup_hours (llround (facts[i].minutes * 1e6));
      g_autofree char *money = foi_estimate_dup_pounds (llround (facts[i].pounds * 1e6));

      g_assert_cmpstr (hours, ==, facts[i].hours);
      g_assert_cmpstr (money, ==, facts[i].money);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/estimate/sums", test_sums);
  g_test_add_func ("/estimate/overflow", test_overflow);
  g_test_add_func ("/estimate/pool", test_pool);
  g_test_add_func ("/estimate/pool/requests", test_requests);
  g_test_add_func ("/estimate/pool/listed-twice", test_listed_twice);
  g_test_add_func ("/estimate/pool/unknown-days", test_unknown_days);
  g_test_add_func ("/estimate/limit-words", test_limit_words);
  g_test_add_func ("/estimate/pool/words", test_pool_words);
  g_test_add_func ("/estimate/rate", test_rate);
  g_test_add_func ("/estimate/kind", test_kind);
  g_test_add_func ("/estimate/verdict", test_verdict);
  g_test_add_func ("/estimate/words", test_words);
  return g_test_run ();
}
