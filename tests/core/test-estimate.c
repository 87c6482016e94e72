/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-estimate.h"
#include "foi-json-edit.h"
#include "foi-rules.h"

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

/* Two of ten hours each: alone within, together over, if it is said what makes them similar. */
static void
test_pool (void)
{
  static const struct
  {
    const char *more;
    gboolean    may_pool;
    guint       n_pooled;
    gboolean    exceeds;
  } facts[] = {
    { "", TRUE, 0, FALSE },
    { ",'similar_to':['q2']", TRUE, 0, FALSE },
    { ",'similar_to':['q2'],'similarity':''", TRUE, 0, FALSE },
    { ",'similar_to':['q2'],'similarity':'Both are in the same files.'", TRUE, 1, TRUE },
    { ",'similar_to':['q2'],'similarity':'Both are in the same files.'", FALSE, 0, FALSE },
    { ",'similar_to':['q1','q9'],'similarity':'Both are in the same files.'", TRUE, 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "[{'id':'q1','estimate':{'rows':[" TEN_HOURS "]%s}},"
        "{'id':'q2','estimate':{'rows':[" TEN_HOURS "]}}]", facts[i].more);
      g_autoptr (JsonNode) questions = parse (text);
      FoiEstimate sum;

      foi_estimate_pool (&sum, questions, "q1", find_limit ("foia", "local"), "cost",
                         facts[i].may_pool);
      g_test_message ("%s", facts[i].more);
      g_assert_cmpuint (sum.n_pooled, ==, facts[i].n_pooled);
      g_assert_cmpint (sum.exceeds, ==, facts[i].exceeds);
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
  g_test_add_func ("/estimate/words", test_words);
  return g_test_run ();
}
