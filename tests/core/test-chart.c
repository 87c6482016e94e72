/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "make-table.h"

#include <math.h>

#include "foi-chart-scale.h"
#include "foi-chart-spec.h"
#include "foi-error.h"
#include "foi-table.h"

#define YEAR "{'name':'year','title':'Reporting year','type':'string','foi:role':'period',"        \
             "'foi:period':'financial-year'}"
#define CALLS "{'name':'calls','title':'MASH calls answered','type':'integer','foi:role':"         \
              "'measure','foi:unit':'calls'}"
#define WEEKS "{'name':'weeks','title':'Weeks','type':'integer','foi:role':'coverage','foi:of':52,"\
              "'foi:covers':['calls'],'foi:unit':'weeks'}"
#define TABLE(fields, data)                                                                        \
  "{'name':'t','type':'table','schema':{'fields':[" fields "],'primaryKey':['year'],"              \
  "'missingValues':['','[c]','[x]','[z]','[low]']},'data':[" data "]}"

/* The two tables of the model letter. */
#define MASH                                                                                       \
  TABLE (YEAR "," CALLS "," WEEKS,                                                                 \
         "['2016/17',20049,21],['2017/18',37626,52],['2018/19',20982,51],['2019/20',10066,27],"    \
         "['2020/21',17346,52],['2021/22',16927,52],['2022/23',17182,52],['2023/24',16959,51],"    \
         "['2024/25',8649,26]")
#define BUDGET                                                                                     \
  TABLE ("{'name':'year','title':'Financial year','type':'string','foi:role':'period',"            \
         "'foi:period':'financial-year'},{'name':'budget','title':'Budget','type':'number',"       \
         "'foi:role':'measure','foi:decimals':0,'foi:unit':'GBP'}",                                \
         "['2015/16','274552'],['2016/17','264522'],['2017/18','270816'],['2018/19','783953'],"    \
         "['2019/20','879787'],['2020/21','941090'],['2021/22','1041600'],['2022/23','1160813'],"  \
         "['2023/24','1384928'],['2024/25','1415349']")

static FoiPublication *
publish (const char *text)
{
  g_autoptr (FoiTableData) data = make_table (text);

  return foi_publication_new (data);
}

static FoiChart *
chart (const char *table, const char *spec)
{
  g_autoptr (FoiPublication) publication = publish (table);
  g_autoptr (JsonNode) node = spec != NULL ? parse_json (spec) : NULL;
  g_autoptr (GError) error = NULL;
  FoiChart *self = foi_chart_new (publication, node, &error);

  g_assert_no_error (error);
  return self;
}

static char *
join_labels (FoiChart *self, guint series)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < foi_chart_get_n_categories (self); i++)
    {
      const FoiChartValue *value = foi_chart_get_value (self, series, i);

      g_string_append_printf (joined, "%s%s%s", i > 0 ? " | " : "", value->part ? "part " : "",
                              value->label);
      if (value->coverage != NULL)
        g_string_append_printf (joined, " (%s)", value->coverage);
    }
  return g_string_free (joined, FALSE);
}

static char *
join_ticks (FoiChart *self)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < foi_chart_get_n_ticks (self); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", foi_chart_get_tick_label (self, i));
  return g_string_free (joined, FALSE);
}

/* The first two are known from outside; the others were worked out by hand with Heckbert's rule. */
static void
test_ticks (void)
{
  static const struct
  {
    double      lowest, highest;
    int         decimals;
    const char *sign, *after, *ticks;
  } facts[] = {
    { 0, 37626, 0, NULL, "", "0 10,000 20,000 30,000 40,000" },
    { 0, 1415349, 0, "£", "", "£0 £0.5m £1.0m £1.5m" },
    { 8649, 37626, 0, NULL, "", "0 10,000 20,000 30,000 40,000" },
    { 0, 0, 0, NULL, "", "0 1" },
    { 0, 1, 0, NULL, "", "0 1" },
    { 0, 2, 0, NULL, "", "0 1 2" },
    { 0, 3, 0, NULL, "", "0 1 2 3" },
    { 0, 10, 0, NULL, "", "0 2 4 6 8 10" },
    { 0, 11, 0, NULL, "", "0 5 10 15" },
    { 0, 100, 0, NULL, "%", "0% 20% 40% 60% 80% 100%" },
    { 0, 0.3, 1, NULL, "", "0 0.1 0.2 0.3" },
    { 0, 0.07, 2, "£", "", "£0 £0.02 £0.04 £0.06 £0.08" },
    { 0, 999999, 0, "£", "", "£0 £0.2m £0.4m £0.6m £0.8m £1.0m" },
    { 0, 2500000, 0, NULL, "", "0 1,000,000 2,000,000 3,000,000" },
    { 0, 4000000, 2, "£", "", "£0 £1m £2m £3m £4m" },
    { 0, 3.1e9, 0, NULL, "", "0 1bn 2bn 3bn 4bn" },
    { 0, 9.2e18, 0, NULL, "", "0 2,000,000tn 4,000,000tn 6,000,000tn 8,000,000tn 10,000,000tn" },
    { -5, 10, 0, NULL, "", "-5 0 5 10" },
    { -40, -12, 0, NULL, "", "-40 -30 -20 -10 0" },
    { -1500000, 200000, 0, "£", "", "-£1.5m -£1.0m -£0.5m £0 £0.5m" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GString) ticks = g_string_new (NULL);
      FoiChartScale scale;

      foi_chart_scale_init (&scale, facts[i].lowest, facts[i].highest, facts[i].decimals);
      for (guint j = 0; j < foi_chart_scale_get_n_ticks (&scale); j++)
        {
          g_autofree char *label = foi_chart_scale_format_tick (&scale, j, facts[i].sign,
                                                                facts[i].after);

          g_string_append_printf (ticks, "%s%s", j > 0 ? " " : "", label);
        }
      g_assert_cmpstr (ticks->str, ==, facts[i].ticks);
    }
}

/* Values counted as the ticks are, where not all digits have room; none that seems nothing. */
static void
test_short_values (void)
{
  static const struct
  {
    double      lowest, highest;
    int         decimals;
    const char *sign;
    gint64      number;
    const char *value;
  } facts[] = {
    { 0, 1415349, 0, "£", 1415349, "£1.42m" },
    { 0, 1415349, 0, "£", 274552, "£0.27m" },
    { 0, 1415349, 0, "£", 1384928, "£1.38m" },
    { 0, 1415349, 0, "£", 0, "£0" },
    { 0, 1415349, 0, "£", 4999, NULL },
    { 0, 1415349, 0, "£", 5000, "£0.01m" },
    { 0, 1415349.5, 2, "£", 141534950, "£1.42m" },
    { -1500000, 200000, 0, "£", -1495000, "-£1.50m" },
    { 0, 39400000, 0, "£", 39350000, "£39.4m" },
    { 0, 88159360, 0, "£", 13480182, "£13m" },
    { 0, 3.1e9, 0, NULL, 2754000000, "2.75bn" },
    { 0, 37626, 0, NULL, 37626, NULL },
    { 0, 899999, 0, "£", 899999, "£0.90m" },
    { 0, 310000, 0, "£", 310000, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *value = NULL;
      FoiChartScale scale;

      foi_chart_scale_init (&scale, facts[i].lowest, facts[i].highest, facts[i].decimals);
      value = foi_chart_scale_format_short (&scale, facts[i].number, facts[i].decimals,
                                            facts[i].sign);
      g_assert_cmpstr (value, ==, facts[i].value);
    }
}

/* All values of a chart have a short form or none has one. */
static void
test_all_short (void)
{
#define PAIR(a, b)                                                                         \
  TABLE (YEAR ",{'name':'c','title':'Cost','type':'number','foi:decimals':0,'foi:unit':" \
              "'GBP','foi:role':'measure'}", "['2016/17','" a "'],['2017/18','" b "']")
  g_autoptr (FoiChart) large = chart (PAIR ("1415349", "274552"), NULL);
  g_autoptr (FoiChart) mixed = chart (PAIR ("1415349", "12"), NULL);
  g_autoptr (FoiChart) gap = chart (PAIR ("1415349", "[c]"), NULL);

  g_assert_cmpstr (foi_chart_get_value (large, 0, 0)->brief, ==, "£1.42m");
  g_assert_cmpstr (foi_chart_get_value (large, 0, 1)->brief, ==, "£0.27m");
  g_assert_cmpstr (foi_chart_get_value (large, 0, 0)->label, ==, "£1,415,349");
  g_assert_null (foi_chart_get_value (mixed, 0, 0)->brief);
  g_assert_null (foi_chart_get_value (mixed, 0, 1)->brief);
  g_assert_cmpstr (foi_chart_get_value (gap, 0, 0)->brief, ==, "£1.42m");
  g_assert_null (foi_chart_get_value (gap, 0, 1)->brief);
#undef PAIR
}

/* Whatever the values: zero and all of them are on the axis, at most one step is empty at each
 * end, and the labels are evenly spaced. */
static void
test_ticks_hold (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 20000; i++)
    {
      int decimals = g_rand_int_range (rand, 0, 7);
      double size = pow (10.0, g_rand_double_range (rand, 0.0, 12.0));
      double a = floor (g_rand_double_range (rand, -size, size)) / pow (10.0, decimals);
      double b = floor (g_rand_double_range (rand, -size, size)) / pow (10.0, decimals);
      double lowest = MIN (a, b), highest = MAX (a, b), step;
      FoiChartScale scale;
      guint n_ticks;

      foi_chart_scale_init (&scale, lowest, highest, decimals);
      n_ticks = foi_chart_scale_get_n_ticks (&scale);
      step = foi_chart_scale_get_tick (&scale, 1) - foi_chart_scale_get_tick (&scale, 0);
      g_assert_cmpuint (n_ticks, >=, 2);
      g_assert_cmpuint (n_ticks, <=, 9);
      g_assert_cmpfloat (foi_chart_scale_get_tick (&scale, 0), <=, MIN (lowest, 0) + step * 1e-6);
      g_assert_cmpfloat (foi_chart_scale_get_tick (&scale, n_ticks - 1), >=,
                         MAX (highest, 0) - step * 1e-6);
      g_assert_cmpfloat (foi_chart_scale_get_tick (&scale, 0), >, MIN (lowest, 0) - step);
      g_assert_cmpfloat (foi_chart_scale_get_tick (&scale, n_ticks - 1), <,
                         MAX (MAX (highest, 0) + step, step * 1.5));
      g_assert_true (scale.first <= 0 && scale.last >= 0);
      g_assert_true (scale.step == 1 || scale.step == 2 || scale.step == 5);
      g_assert_cmpint (scale.exponent, >=, -decimals);
    }
}

static void
test_calls (void)
{
  g_autoptr (FoiChart) self = chart (MASH, NULL);
  g_autofree char *labels = join_labels (self, 0);
  g_autofree char *ticks = join_ticks (self);
  g_autofree char *text = foi_chart_dup_value_text (self, 0, 3);
  g_autofree char *small = foi_chart_dup_value_text (self, 0, 1);

  g_assert_cmpint (foi_chart_get_kind (self), ==, FOI_CHART_COLUMNS);
  g_assert_cmpstr (foi_chart_get_title (self), ==, "MASH calls answered, by reporting year");
  g_assert_cmpstr (foi_chart_get_unit_title (self), ==, "Calls");
  g_assert_cmpstr (foi_chart_get_rate_title (self), ==, "Calls per week");
  g_assert_cmpstr (foi_chart_get_coverage_unit (self), ==, "weeks");
  g_assert_cmpstr (ticks, ==, "0 10,000 20,000 30,000 40,000");
  g_assert_cmpstr (labels, ==,
                   "part 20,049 (21 of 52) | 37,626 (52 of 52) | part 20,982 (51 of 52) | "
                   "part 10,066 (27 of 52) | 17,346 (52 of 52) | 16,927 (52 of 52) | "
                   "17,182 (52 of 52) | part 16,959 (51 of 52) | part 8,649 (26 of 52)");
  g_assert_cmpstr (text, ==,
                   "MASH calls answered, 2019/20: 10,066 · 27 of 52 weeks · 373 a week");
  g_assert_cmpstr (small, ==,
                   "MASH calls answered, 2017/18: 37,626 · 52 of 52 weeks · 724 a week");
  g_assert_false (foi_chart_is_in_letter (self));
  g_assert_false (foi_chart_is_rate (self));
}

static void
test_calls_per_week (void)
{
  g_autoptr (FoiChart) self = chart (MASH, "{'kind':'line','rate':true,'in_letter':true}");
  g_autofree char *text = foi_chart_dup_value_text (self, 0, 3);
  g_autofree char *ticks = join_ticks (self);
  g_autoptr (GString) rates = g_string_new (NULL);

  for (guint i = 0; i < 9; i++)
    g_string_append_printf (rates, " %s", foi_chart_get_value (self, 0, i)->label);
  g_assert_cmpstr (rates->str, ==, " 954.7 723.6 411.4 372.8 333.6 325.5 330.4 332.5 332.7");
  g_assert_cmpstr (foi_chart_get_title (self), ==,
                   "MASH calls answered per week, by reporting year");
  g_assert_cmpstr (foi_chart_get_unit_title (self), ==, "Calls per week");
  g_assert_cmpstr (ticks, ==, "0 200 400 600 800 1,000");
  g_assert_cmpstr (text, ==,
                   "MASH calls answered, 2019/20: 10,066 · 27 of 52 weeks · 373 a week");
  g_assert_true (foi_chart_get_value (self, 0, 0)->part);
  g_assert_false (foi_chart_get_value (self, 0, 1)->part);
  g_assert_true (foi_chart_is_in_letter (self));
  g_assert_true (foi_chart_is_rate (self));
}

static void
test_budget (void)
{
  g_autoptr (FoiChart) self = chart (BUDGET, NULL);
  g_autofree char *ticks = join_ticks (self);
  g_autofree char *text = foi_chart_dup_value_text (self, 0, 9);

  g_assert_cmpstr (foi_chart_get_title (self), ==, "Budget, by financial year");
  g_assert_cmpstr (ticks, ==, "£0 £0.5m £1.0m £1.5m");
  g_assert_cmpstr (text, ==, "Budget, 2024/25: £1,415,349");
  g_assert_null (foi_chart_get_unit_title (self));
  g_assert_null (foi_chart_get_rate_title (self));
}

/* What a chart makes of cells that are no plain value in a whole period. */
static void
test_states (void)
{
  static const struct
  {
    const char *data, *spec, *labels;
  } facts[] = {
    { "['2016/17','[c]',52],['2017/18','[x]',21],['2018/19','[z]',0],['2019/20','[low]',52]", NULL,
      "[c] (52 of 52) | [x] (21 of 52) | [z] (0 of 52) | [low] (52 of 52)" },
    { "['2016/17',5,''],['2017/18',5,'[x]'],['2018/19',5,'[z]'],['2019/20','','']", NULL,
      "part 5 (not known) | part 5 (not known) | 5 |  (not known)" },
    { "['2016/17',5,53],['2017/18',0,0],['2018/19',-5,1]", NULL,
      "5 (53 of 52) | part 0 (0 of 52) | part -5 (1 of 52)" },
    { "['2016/17',5,52],['2017/18',7,0],['2018/19',7,'[x]'],['2019/20','[c]',26]", "{'rate':true}",
      "0.1 (52 of 52) | [x] (0 of 52) | [x] (not known) | [c] (26 of 52)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *table
          = g_strdup_printf (TABLE (YEAR "," CALLS "," WEEKS, "%s"), facts[i].data);
      g_autoptr (FoiChart) self = chart (table, facts[i].spec);
      g_autofree char *labels = join_labels (self, 0);

      g_assert_cmpstr (labels, ==, facts[i].labels);
    }
}

/* A chart of marks alone has no scale, and still says what it is. */
static void
test_no_values (void)
{
  g_autoptr (FoiChart) empty = chart (TABLE (YEAR "," CALLS, ""), NULL);
  g_autoptr (FoiChart) marks = chart (TABLE (YEAR "," CALLS, "['2016/17','[c]']"), NULL);
  g_autofree char *text = foi_chart_dup_value_text (marks, 0, 0);

  g_assert_cmpuint (foi_chart_get_n_categories (empty), ==, 0);
  g_assert_cmpuint (foi_chart_get_n_ticks (empty), ==, 0);
  g_assert_cmpuint (foi_chart_get_n_ticks (marks), ==, 0);
  g_assert_cmpstr (text, ==, "MASH calls answered, 2016/17: [c] withheld");
}

/* Time runs to the right, totals are left out, and a year that is not there parts what stands
 * beside it. */
static void
test_order (void)
{
  g_autoptr (FoiChart) self = chart (
      "{'name':'t','type':'table','schema':{'fields':[" YEAR "," CALLS "],'primaryKey':['year'],"
      "'missingValues':['']},'data':[['2022/23',4],['2021/22',3],['2019/20',2],['2018/19',1],"
      "['2017/18',10]],'foi:totals':[{'row':{'year':'2017/18'},'of':[]}]}", NULL);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < foi_chart_get_n_categories (self); i++)
    g_string_append_printf (order, "%s%s", foi_chart_follows (self, i) ? " " : " ~ ",
                            foi_chart_get_category (self, i));
  g_assert_cmpstr (order->str, ==, " 2018/19 2019/20 ~ 2021/22 2022/23");
}

/* Every second year is no hole where there is every second year only. */
static void
test_pace (void)
{
  g_autoptr (FoiChart) self = chart (
      TABLE ("{'name':'year','type':'year'}," CALLS,
             "[2011,1],[2013,2],[2017,3],[2019,4],['',5]"), NULL);

  g_assert_true (foi_chart_follows (self, 1));
  g_assert_false (foi_chart_follows (self, 2));
  g_assert_true (foi_chart_follows (self, 3));
  g_assert_cmpstr (foi_chart_get_category (self, 4), ==, "row 5");
}

static void
test_equal (void)
{
  g_autoptr (FoiChart) a = chart (MASH, NULL);
  g_autoptr (FoiChart) same = chart (MASH, "{'kind':'column','x':'year','y':['calls']}");
  static const char *const others[] = {
    "{'kind':'bar'}", "{'rate':true}", "{'in_letter':true}", "{'title':'A'}", "{'alt':'A'}",
  };

  g_assert_true (foi_chart_equal (a, a));
  g_assert_true (foi_chart_equal (a, same));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (FoiChart) other = chart (MASH, others[i]);

      g_assert_false (foi_chart_equal (a, other));
    }
}

/* Bars stand in the order of their values, where their names have no order of their own. */
static void
test_order_of_bars (void)
{
#define BARS(names)                                                                                \
  "{'name':'t','type':'table','schema':{'fields':[{'name':'w','title':'Ward','type':'string'},"   \
  "{'name':'n','title':'Visits','type':'integer','foi:role':'measure'}],'missingValues':['',"     \
  "'[c]']},'data':[" names "]}"
  static const struct
  {
    const char *table, *spec, *order;
  } facts[] = {
    { BARS ("['Park',3],['Castle',9],['Harbour','[c]'],['Market',9],['Abbey',-1]"),
      "{'kind':'bar'}", "Castle Market Park Abbey Harbour" },
    { BARS ("['Park',3],['Castle',9]"), "{'kind':'column'}", "Park Castle" },
    { BARS ("['Other',30],['Castle',9],['Park',10]"), "{'kind':'bar'}", "Park Castle Other" },
    { BARS ("['Under 18',3],['18 to 64',9]"), "{'kind':'bar'}", "Under 18 18 to 64" },
    { BARS ("['Low',3],['Medium',9],['High',5]"), "{'kind':'bar'}", "Low Medium High" },
    { BARS ("['Monday',3],['Tuesday',9]"), "{'kind':'bar'}", "Monday Tuesday" },
    { BARS ("['Park',3],['Castle',9],['Park',10]"), "{'kind':'bar'}", "Park Castle Park" },
    { MASH, "{'kind':'bar'}", "2016/17 2017/18 2018/19 2019/20 2020/21 2021/22 2022/23 2023/24 "
                              "2024/25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiChart) self = chart (facts[i].table, facts[i].spec);
      g_autoptr (GString) order = g_string_new (NULL);

      for (guint j = 0; j < foi_chart_get_n_categories (self); j++)
        g_string_append_printf (order, "%s%s", j > 0 ? " " : "", foi_chart_get_category (self, j));
      g_assert_cmpstr (order->str, ==, facts[i].order);
    }
#undef BARS
}

/* What each period of coverage is called. */
static void
test_periods (void)
{
  static const struct
  {
    const char *coverage, *rate_title, *text;
  } facts[] = {
    { "'foi:of':12", "Calls per month", "Calls, 2016/17: 36 · 6 of 12 months · 6.0 a month" },
    { "'foi:of':365", "Calls per day", "Calls, 2016/17: 36 · 6 of 365 days · 6.0 a day" },
    { "'foi:of':4,'foi:unit':'Quarters'", "Calls per quarter",
      "Calls, 2016/17: 36 · 6 of 4 Quarters · 6.0 a quarter" },
    { "'foi:of':9,'foi:unit':'shifts'", "Calls per period covered",
      "Calls, 2016/17: 36 · 6 of 9 shifts · 6.0 for each period covered" },
    { "'foi:unit':'week'", "Calls per week", "Calls, 2016/17: 36 · 6 week · 6.0 a week" },
    { "'foi:decimals':0,'foi:unit':'%','type':'number'", NULL, "Calls, 2016/17: 36 · 6%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gboolean is_percentage = facts[i].rate_title == NULL;
      g_autofree char *table = g_strdup_printf (
          TABLE (YEAR ",{'name':'calls','title':'Calls','type':'integer','foi:role':'measure'},"
                      "{'name':'w','foi:role':'coverage','foi:covers':['calls'],%s%s}",
                 "['2016/17',36,%s]"),
          facts[i].coverage, is_percentage ? "" : ",'type':'integer'", is_percentage ? "'6'" : "6");
      g_autoptr (FoiChart) self = chart (table, NULL);
      g_autofree char *text = foi_chart_dup_value_text (self, 0, 0);

      g_assert_cmpstr (foi_chart_get_rate_title (self), ==, facts[i].rate_title);
      g_assert_cmpstr (text, ==, facts[i].text);
    }
}

static void
test_proposed (void)
{
#define A "{'name':'a','title':'Arrests','type':'integer','foi:role':'measure'}"
#define B "{'name':'b','title':'Warnings','type':'integer','foi:role':'measure'}"
#define C "{'name':'c','title':'Cost','type':'number','foi:decimals':2,'foi:unit':'GBP'," \
          "'foi:role':'measure'}"
#define N "{'name':'n','title':'Ward','type':'string'}"
#define D "{'name':'d','title':'Day','type':'date'}"
  static const struct
  {
    const char *fields, *cells, *spec, *title;
    guint       n_rows;
  } facts[] = {
    { N "," A "," B "," C, "'x',1,2,'3.00'", "{'kind':'column','x':'n','y':['a','b'],"
      "'in_letter':false}", "Arrests and warnings, by ward", 15 },
    { N "," C "," A, "'x','3.00',1", "{'kind':'bar','x':'n','y':['c'],'in_letter':false}",
      "Cost, by ward", 16 },
    { D "," A, "'2024-01-02',1", "{'kind':'line','x':'d','y':['a'],'in_letter':false}",
      "Arrests, by day", 2 },
    { A "," YEAR, "1,'2024/25'", "{'kind':'line','x':'year','y':['a'],'in_letter':false}",
      "Arrests, by reporting year", 16 },
    { N ",{'name':'q','title':'Q3','type':'integer'},{'name':'r','type':'integer'}", "'x',1,2",
      "{'kind':'column','x':'n','y':['q','r'],'in_letter':false}", "Q3 and r, by ward", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GString) data = g_string_new (NULL);
      g_autofree char *table = NULL;
      g_autoptr (FoiPublication) publication = NULL;
      g_autoptr (FoiChartSpec) spec = NULL;
      g_autoptr (FoiChart) made = NULL;
      g_autoptr (JsonNode) json = NULL, expected = parse_json (facts[i].spec);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < facts[i].n_rows; j++)
        g_string_append_printf (data, "%s[%s]", j > 0 ? "," : "", facts[i].cells);
      table = g_strdup_printf ("{'name':'t','type':'table','schema':{'fields':[%s]},'data':[%s]}",
                               facts[i].fields, data->str);
      publication = publish (table);
      spec = foi_chart_spec_propose (publication, &error);
      g_assert_no_error (error);
      json = foi_chart_spec_to_json (spec, NULL);
      g_assert_true (foi_json_equal (json, expected));
      made = foi_chart_new (publication, json, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (foi_chart_get_title (made), ==, facts[i].title);
    }
}

/* What the file has is kept, member by member, in its place. */
static void
test_spec_json (void)
{
  static const char *const facts[] = {
    "{'kind':'line','x':'year','y':['calls'],'rate':true,'title':'T','alt':'A','in_letter':true}",
    "{'kind':'bar','x':'year','y':['calls'],'x-other':[1],'in_letter':false}",
  };
  g_autoptr (FoiPublication) publication = publish (MASH);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (JsonNode) node = parse_json (facts[i]), back = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiChartSpec) spec = foi_chart_spec_new (publication, node, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      back = foi_chart_spec_to_json (spec, node);
      text = json_to_string (back, FALSE);
      g_assert_cmpstr (g_strdelimit (text, "\"", '\''), ==, facts[i]);
    }
}

static void
test_refused (void)
{
#define LATE "{'name':'late','title':'Late','type':'integer','foi:unit':'days','foi:role':"        \
             "'measure'}"
  static const struct
  {
    const char *fields, *spec, *message;
    int         code;
  } facts[] = {
    { YEAR "," CALLS, "[]", "a chart is not a JSON object", FOI_ERROR_CONTENT },
    { YEAR "," CALLS, "{'kind':'pie'}",
      "\"pie\" is not a kind of chart; the kinds are column, bar and line", FOI_ERROR_CONTENT },
    { YEAR "," CALLS, "{'kind':1}", "\"kind\" of a chart is not text", FOI_ERROR_CONTENT },
    { YEAR "," CALLS, "{'y':'calls'}", "\"y\" of a chart is not a list of column names",
      FOI_ERROR_CONTENT },
    { YEAR "," CALLS, "{'y':[1]}", "\"y\" of a chart is not a list of column names",
      FOI_ERROR_CONTENT },
    { YEAR "," CALLS, "{'rate':1}", "\"rate\" of a chart is neither true nor false",
      FOI_ERROR_CONTENT },
    { YEAR "," CALLS, "{'x':'ward'}",
      "The chart shows the column \"ward\", which the letter does not have.", FOI_ERROR_NOT_FOUND },
    { YEAR "," CALLS, "{'y':['gone']}",
      "The chart shows the column \"gone\", which the letter does not have.", FOI_ERROR_NOT_FOUND },
    { YEAR "," CALLS, "{'y':['year']}", "\"Reporting year\" has no figures that can be charted.",
      FOI_ERROR_CONTENT },
    { YEAR "," CALLS, "{'y':['calls','calls','calls','calls','calls']}",
      "A chart shows at most 4 series: more cannot be told apart.", FOI_ERROR_LIMIT },
    { YEAR "," CALLS "," LATE, "{'y':['calls','late']}",
      "\"MASH calls answered\" and \"Late\" are in different units, so they cannot share a chart.",
      FOI_ERROR_REFUSED },
    { YEAR "," CALLS, "{'rate':true}",
      "\"MASH calls answered\" cannot be charted by week or month: no column of coverage says for "
      "how many its values are.", FOI_ERROR_REFUSED },
    { YEAR, NULL, "This table has no column of figures that can be charted.", FOI_ERROR_NOT_FOUND },
    { CALLS, NULL, "This table has no column of years or names to chart its figures by.",
      FOI_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *table = g_strdup_printf (TABLE ("%s", ""), facts[i].fields);
      g_autoptr (FoiPublication) publication = publish (table);
      g_autoptr (JsonNode) spec = facts[i].spec != NULL ? parse_json (facts[i].spec) : NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (foi_chart_new (publication, spec, &error));
      g_assert_error (error, FOI_ERROR, facts[i].code);
      g_assert_cmpstr (error->message, ==, facts[i].message);
    }
}

static void
test_too_many (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *table = NULL, *larger = NULL;
  g_autoptr (FoiPublication) publication = NULL, too_large = NULL;
  g_autoptr (FoiChart) self = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < FOI_CHART_MAX_CATEGORIES; i++)
    g_string_append_printf (rows, "%s['%u/%02u',%u]", i > 0 ? "," : "", 1000 + i, (1001 + i) % 100,
                            i);
  table = g_strdup_printf (TABLE (YEAR "," CALLS, "%s"), rows->str);
  publication = publish (table);
  self = foi_chart_new (publication, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (foi_chart_get_n_categories (self), ==, FOI_CHART_MAX_CATEGORIES);
  larger = g_strdup_printf (TABLE (YEAR "," CALLS, "%s,['2100/01',1]"), rows->str);
  too_large = publish (larger);
  none = foi_chart_new (too_large, NULL, &error);
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
  g_assert_null (none);
}

static void
test_toggle (void)
{
  static const struct
  {
    const char *before, *name, *after;
  } facts[] = {
    { "['a']", "b", "['a','b']" },
    { "['b']", "a", "['a','b']" },
    { "['a','b']", "a", "['b']" },
    { "['a','b']", "c", "['c']" },
    { "['c']", "a", "['a']" },
    { "['a']", "a", NULL },
    { "['a','b','e','f']", "g", NULL },
    { "['a','b','e','f']", "c", "['c']" },
    { "['a']", "gone", NULL },
  };
  g_autoptr (FoiPublication) publication = publish (
      TABLE (N "," A "," B "," C ",{'name':'e','type':'integer'},{'name':'f','type':'integer'},"
             "{'name':'g','type':'integer'}", ""));

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'y':%s}", facts[i].before);
      g_autoptr (JsonNode) node = parse_json (text), after = NULL, json = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiChartSpec) spec = foi_chart_spec_new (publication, node, &error);
      gboolean changed;

      g_assert_no_error (error);
      changed = foi_chart_spec_toggle_series (spec, publication, facts[i].name);
      g_assert_cmpint (changed, ==, facts[i].after != NULL);
      after = parse_json (changed ? facts[i].after : facts[i].before);
      json = foi_chart_spec_to_json (spec, NULL);
      g_assert_true (foi_json_equal (foi_json_get_member (json, "y"), after));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/ticks", test_ticks);
  g_test_add_func ("/chart/ticks-hold", test_ticks_hold);
  g_test_add_func ("/chart/order-of-bars", test_order_of_bars);
  g_test_add_func ("/chart/short-values", test_short_values);
  g_test_add_func ("/chart/all-short", test_all_short);
  g_test_add_func ("/chart/calls", test_calls);
  g_test_add_func ("/chart/calls-per-week", test_calls_per_week);
  g_test_add_func ("/chart/budget", test_budget);
  g_test_add_func ("/chart/states", test_states);
  g_test_add_func ("/chart/no-values", test_no_values);
  g_test_add_func ("/chart/order", test_order);
  g_test_add_func ("/chart/pace", test_pace);
  g_test_add_func ("/chart/equal", test_equal);
  g_test_add_func ("/chart/periods", test_periods);
  g_test_add_func ("/chart/proposed", test_proposed);
  g_test_add_func ("/chart/spec-json", test_spec_json);
  g_test_add_func ("/chart/refused", test_refused);
  g_test_add_func ("/chart/too-many", test_too_many);
  g_test_add_func ("/chart/toggle", test_toggle);
  return g_test_run ();
}
