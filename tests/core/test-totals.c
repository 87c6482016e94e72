/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "make-table.h"

#include "foi-number.h"
#include "foi-table.h"
#include "foi-totals.h"

/* Calls to a helpline in reporting years that were covered in part, as a council published them. */
#define MASH \
  "{'name':'mash-calls','schema':{'primaryKey':['year'],'fields':["                                \
  "{'name':'year','type':'string','foi:period':'financial-year','foi:role':'period'},"             \
  "{'name':'calls','type':'integer','foi:role':'measure'},"                                        \
  "{'name':'weeks','type':'integer','foi:role':'coverage','foi:of':52,'foi:covers':['calls']}]},"  \
  "'data':[['2016/17',20049,21],['2017/18',37626,52],['2018/19',20982,51],['2019/20',10066,27],"   \
  "['2020/21',17346,52],['2021/22',16927,52],['2022/23',17182,52],['2023/24',16959,51],"           \
  "['2024/25',8649,26],['2025/26','[c]',10],['2026/27',7,0],['2027/28',7,'']]}"

static void
test_average (void)
{
  static const char *const averages[] = {
    "954.7", "723.6", "411.4", "372.8", "333.6", "325.5", "330.4", "332.5", "332.7",
  };
  g_autoptr (FoiTableData) data = make_table (MASH);
  g_autoptr (FoiPublication) publication = foi_publication_new (data);
  gint64 average;

  for (guint i = 0; i < G_N_ELEMENTS (averages); i++)
    {
      g_autofree char *text = NULL;
      const char *period;

      g_assert_true (foi_average_per_period (publication, i, 1, 1, &average, &period));
      text = foi_number_to_text (average, 1);
      g_assert_cmpstr (text, ==, averages[i]);
      g_assert_cmpstr (period, ==, "week");
    }
  for (guint i = G_N_ELEMENTS (averages); i < foi_publication_get_n_rows (publication); i++)
    g_assert_false (foi_average_per_period (publication, i, 1, 1, &average, NULL));
  g_assert_false (foi_average_per_period (publication, 0, 2, 1, &average, NULL));
}

/* What one of the periods is called. */
static void
test_period_words (void)
{
  static const struct
  {
    const char *coverage;
    const char *word;
  } facts[] = {
    { "'foi:unit':'weeks','foi:of':12", "week" }, { "'foi:of':53", "week" },
    { "'foi:unit':'months'", "month" },           { "'foi:of':12", "month" },
    { "'foi:unit':'days'", "day" },               { "'foi:of':366", "day" },
    { "'foi:of':4", "period" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *json
        = g_strdup_printf ("{'schema':{'fields':[{'name':'n','type':'integer'},{'name':'c',"
                           "'type':'integer','foi:role':'coverage','foi:covers':['n'],%s}]},"
                           "'data':[[10,4]]}",
                           facts[i].coverage);
      g_autoptr (FoiTableData) data = make_table (json);
      g_autoptr (FoiPublication) publication = foi_publication_new (data);
      const char *word;
      gint64 average;

      g_assert_true (foi_average_per_period (publication, 0, 0, 1, &average, &word));
      g_assert_cmpint (average, ==, 25);
      g_assert_cmpstr (word, ==, facts[i].word);
    }
}

static void
test_average_of_money (void)
{
  g_autoptr (FoiTableData) data
    = make_table ("{'schema':{'fields':[{'name':'cost','type':'number','foi:unit':'GBP',"
                  "'foi:decimals':2},{'name':'m','type':'integer','foi:role':'coverage',"
                  "'foi:unit':'months','foi:covers':['cost']}]},'data':[['100.00',12]]}");
  g_autoptr (FoiPublication) publication = foi_publication_new (data);
  const char *period;
  gint64 average;

  g_assert_true (foi_average_per_period (publication, 0, 0, 2, &average, &period));
  g_assert_cmpint (average, ==, 833);
  g_assert_cmpstr (period, ==, "month");
  g_assert_true (foi_average_per_period (publication, 0, 0, 0, &average, NULL));
  g_assert_cmpint (average, ==, 8);
  g_assert_true (foi_average_per_period (publication, 0, 0, 4, &average, NULL));
  g_assert_cmpint (average, ==, 83333);
}

/* Wards in areas in a city, by sex; every cell of it a part or a total. */
#define CITY \
  "{'schema':{'primaryKey':['ward'],'fields':[{'name':'ward'},"                                    \
  "{'name':'men','type':'integer'},{'name':'women','type':'integer'},"                             \
  "{'name':'all','type':'integer'},{'name':'share','type':'number','foi:unit':'%%'}]},"            \
  "'data':[['A',1,2,3,'50.0'],['B',4,5,9,'44.4'],['North',5,7,12,'41.7'],"                         \
  "['C',10,20,30,'33.3'],['D',%s,0,0,'0.0'],['South',10,20,30,'33.3'],['City',%s,27,%s,'35.7']],"  \
  "'foi:totals':[{'row':{'ward':'North'},'of':[{'ward':'A'},{'ward':'B'}]},"                       \
  "{'row':{'ward':'South'},'of':[{'ward':'C'},{'ward':'D'}]},"                                     \
  "{'row':{'ward':'City'},'of':[{'ward':'North'},{'ward':'South'}]},"                              \
  "{'field':'all','of':['men','women']}]}"

static void
test_check (void)
{
  static const struct
  {
    const char *men_of_d;
    const char *men_of_city;
    const char *all_of_city;
    const char *faults;
  } facts[] = {
    { "0", "15", "42", "" },
    { "0", "16", "42", "6/1: 15 for 16; 6/3: 43 for 42; " },
    { "0", "15", "43", "6/3: 42 for 43; 6/3: 42 for 43; " },
    /* what is withheld or missing makes a sum unknown; what cannot exist adds nothing */
    { "'[c]'", "15", "42", "" },
    { "'[z]'", "15", "42", "" },
    { "7", "15", "42", "4/3: 7 for 0; 5/1: 17 for 10; " },
    { "0", "'[c]'", "42", "" },
    { "0", "''", "42", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *json = g_strdup_printf (CITY, facts[i].men_of_d, facts[i].men_of_city,
                                               facts[i].all_of_city);
      g_autoptr (FoiTableData) data = make_table (json);
      g_autoptr (GArray) faults = foi_totals_check (data);
      g_autoptr (GString) said = g_string_new (NULL);

      for (guint j = 0; j < faults->len; j++)
        {
          const FoiTotalFault *fault = &g_array_index (faults, FoiTotalFault, j);

          g_string_append_printf (said, "%u/%u: %d for %d; ", fault->row, fault->column,
                                  (int) fault->expected, (int) fault->found);
        }
      g_assert_cmpstr (said->str, ==, facts[i].faults);
    }
}

static void
test_compute (void)
{
  g_autofree char *json = g_strdup_printf (CITY, "3", "''", "''");
  g_autoptr (FoiTableData) data = make_table (json);
  gint64 sum;

  g_assert_true (foi_totals_compute (data, 2, 1, &sum));
  g_assert_cmpint (sum, ==, 5);
  g_assert_true (foi_totals_compute (data, 5, 1, &sum));
  g_assert_cmpint (sum, ==, 13);
  g_assert_true (foi_totals_compute (data, 6, 1, &sum));
  g_assert_cmpint (sum, ==, 15);
  /* by its columns, of which one is blank and a total itself */
  g_assert_true (foi_totals_compute (data, 6, 3, &sum));
  g_assert_cmpint (sum, ==, 42);
  g_assert_false (foi_totals_compute (data, 0, 1, &sum));
  g_assert_false (foi_totals_compute (data, 2, 4, &sum));
}

/* A total that is part of itself has no sum, and does not go on for ever. */
static void
test_circle (void)
{
  g_autoptr (FoiTableData) data
    = make_table ("{'schema':{'primaryKey':['k'],'fields':[{'name':'k'},"
                  "{'name':'n','type':'integer'}]},'data':[['a',''],['b','']],"
                  "'foi:totals':[{'row':{'k':'a'},'of':[{'k':'b'}]},"
                  "{'row':{'k':'b'},'of':[{'k':'a'}]}]}");
  gint64 sum;

  g_assert_false (foi_totals_compute (data, 0, 1, &sum));
}

/* What is said many times of a blank row is worked out once: by the depth that totals may have this
 * would be a thousand million million sums. */
static void
test_many_ways (void)
{
  GString *text = g_string_new ("{'schema':{'primaryKey':['k'],'fields':[{'name':'k'},"
                                "{'name':'n','type':'integer'}]},'data':[['r0',1]");
  g_autoptr (FoiTableData) data = NULL;
  g_autoptr (GArray) faults = NULL;
  g_autofree char *json = NULL;
  gint64 sum;

  for (guint i = 1; i <= 16; i++)
    g_string_append_printf (text, ",['r%u','']", i);
  g_string_append (text, ",['own',''],['last',7]],'foi:totals':[");
  for (guint i = 16; i >= 1; i--)
    {
      for (guint times = 0; times < 8; times++)
        g_string_append_printf (text, "{'row':{'k':'r%u'},'of':[{'k':'r%u'},{'k':'r%u'}]},", i,
                                i - 1, i - 1);
    }
  for (guint times = 0; times < 8; times++)
    g_string_append (text, "{'row':{'k':'own'},'of':[{'k':'own'}]},");
  g_string_append (text, "{'row':{'k':'last'},'of':[{'k':'r3'}]}]}");
  json = g_string_free (text, FALSE);
  data = make_table (json);
  faults = foi_totals_check (data);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpint (g_array_index (faults, FoiTotalFault, 0).expected, ==, 8);
  g_assert_true (foi_totals_compute (data, 15, 1, &sum));
  g_assert_cmpint (sum, ==, 1 << 15);
  g_assert_false (foi_totals_compute (data, 17, 1, &sum));
}

/* Parts with other decimals than their total. */
static void
test_decimals (void)
{
  g_autoptr (FoiTableData) data = make_table (
    "{'schema':{'fields':[{'name':'a','type':'number','foi:decimals':3},"
    "{'name':'b','type':'integer'},{'name':'t','type':'number','foi:decimals':1}]},"
    "'data':[['1.250',2,'3.3'],['1.250',2,'3.2'],['999999999999999.999',999999999999999999,'0.0']],"
    "'foi:totals':[{'field':'t','of':['a','b']}]}");
  g_autoptr (GArray) faults = foi_totals_check (data);
  gint64 sum;

  g_assert_true (foi_totals_compute (data, 0, 2, &sum));
  g_assert_cmpint (sum, ==, 33);
  g_assert_cmpuint (faults->len, ==, 2);
  g_assert_cmpuint (g_array_index (faults, FoiTotalFault, 0).row, ==, 1);
}

static void
assert_json (JsonNode *node, const char *expected)
{
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : NULL;

  if (text != NULL)
    g_strdelimit (text, "\"", '\'');
  g_assert_cmpstr (text, ==, expected);
  g_clear_pointer (&node, json_node_unref);
}

static FoiTableData *
with_totals (FoiTableData *data, JsonNode *totals)
{
  g_autoptr (JsonNode) taken = totals;
  g_autoptr (JsonNode) resource
    = foi_json_set_member (foi_table_data_get_resource (data), "foi:totals", taken, NULL);

  return foi_table_data_with_resource (data, resource);
}

static void
test_declare (void)
{
  g_autoptr (FoiTableData) data
    = make_table ("{'schema':{'primaryKey':['k'],'fields':[{'name':'k'},"
                  "{'name':'m','type':'integer'},{'name':'w','type':'integer'},"
                  "{'name':'all','type':'integer'}]},'data':[['A',1,1,1],['B',1,1,1],"
                  "['North',1,1,1],['C',1,1,1],['South',1,1,1],['City',1,1,1]]}");
  g_autoptr (FoiTableData) north = NULL;
  g_autoptr (FoiTableData) south = NULL;
  g_autoptr (FoiTableData) city = NULL;

  g_assert_null (foi_totals_dup_with_row (data, 0));
  north = with_totals (data, foi_totals_dup_with_row (data, 2));
  g_assert_true (foi_totals_is_row (north, 2));
  south = with_totals (north, foi_totals_dup_with_row (north, 4));
  city = with_totals (south, foi_totals_dup_with_row (south, 5));
  assert_json (json_node_ref (foi_json_get_member (foi_table_data_get_resource (city),
                                                   "foi:totals")),
               "[{'row':{'k':'North'},'of':[{'k':'A'},{'k':'B'}]},"
               "{'row':{'k':'South'},'of':[{'k':'C'}]},"
               "{'row':{'k':'City'},'of':[{'k':'North'},{'k':'South'}]}]");
  assert_json (foi_totals_dup_without_row (north, 2), NULL);
  assert_json (foi_totals_dup_without_row (south, 2), "[{'row':{'k':'South'},'of':[{'k':'C'}]}]");
  assert_json (foi_totals_dup_with_column (data, 3), "[{'field':'all','of':['m','w']}]");
  assert_json (foi_totals_dup_with_column (data, 1), NULL);
  assert_json (foi_totals_dup_with_column (data, 0), NULL);
}

/* Figures that were rounded each by itself need not add up; those rounded together do. */
static void
test_rounded (void)
{
  static const struct
  {
    const char *rule;
    int total;
    guint n_faults;
  } facts[] = {
    { "{'round':5,'method':'round'}", 25, 0 },      { "{'round':5,'method':'round'}", 15, 0 },
    { "{'round':5}", 25, 0 },                       { "{'round':5,'method':'round'}", 30, 1 },
    { "{'round':5,'method':'controlled'}", 25, 1 }, { "{'threshold':5}", 25, 1 },
    { "{'round':5,'method':'controlled'}", 20, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{'name':'t','schema':{'primaryKey':['a'],'fields':[{'name':'a','type':'string'},"
        "{'name':'n','type':'integer'}]},'data':[['x',5],['y',15],['All',%d]],'foi:rule':%s,"
        "'foi:totals':[{'row':{'a':'All'},'of':[{'a':'x'},{'a':'y'}]}]}", facts[i].total,
        facts[i].rule);
      g_autoptr (FoiTableData) data = make_table (text);
      g_autoptr (GArray) faults = foi_totals_check (data);

      g_assert_cmpuint (faults->len, ==, facts[i].n_faults);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/totals/average", test_average);
  g_test_add_func ("/totals/average-of-money", test_average_of_money);
  g_test_add_func ("/totals/period-words", test_period_words);
  g_test_add_func ("/totals/check", test_check);
  g_test_add_func ("/totals/compute", test_compute);
  g_test_add_func ("/totals/many-ways", test_many_ways);
  g_test_add_func ("/totals/circle", test_circle);
  g_test_add_func ("/totals/decimals", test_decimals);
  g_test_add_func ("/totals/declare", test_declare);
  g_test_add_func ("/totals/rounded", test_rounded);
  return g_test_run ();
}
