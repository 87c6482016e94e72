/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "foi-chart-painter.h"
#include "foi-chart-plan.h"
#include "letter-maker.h"

#define YEAR "{'name':'year','title':'Reporting year','type':'string','foi:role':'period',"        \
             "'foi:period':'financial-year'}"
#define MONTH "{'name':'year','title':'Month','type':'yearmonth'}"
#define WARD "{'name':'year','title':'Ward','type':'string'}"
#define CALLS "{'name':'calls','title':'MASH calls answered','type':'integer','foi:role':"         \
              "'measure','foi:unit':'calls'}"
#define WEEKS "{'name':'weeks','title':'Weeks','type':'integer','foi:role':'coverage','foi:of':52,"\
              "'foi:covers':['calls'],'foi:unit':'weeks'}"
#define BUDGET "{'name':'b','title':'Budget','type':'number','foi:decimals':0,'foi:unit':'GBP'}"
#define FOUR "{'name':'a','title':'Arrests','type':'integer'},{'name':'w','title':'Warnings',"     \
             "'type':'integer'},{'name':'c','title':'Convictions','type':'integer'},{'name':'d',"  \
             "'title':'No further action','type':'integer'}"
#define MASH "['year','calls','weeks'],['2016/17',20049,21],['2017/18',37626,52],"                 \
             "['2018/19',20982,51],['2019/20',10066,27],['2020/21',17346,52],"                     \
             "['2021/22',16927,52],['2022/23',17182,52],['2023/24',16959,51],['2024/25',8649,26]"

typedef struct
{
  const char *name, *fields, *rows;
} Sample;

static const Sample samples[] = {
  { "mash", YEAR "," CALLS "," WEEKS, MASH },
  { "budget", YEAR "," BUDGET,
    "['year','b'],['2015/16','274552'],['2016/17','264522'],['2017/18','270816'],"
    "['2018/19','783953'],['2019/20','879787'],['2020/21','941090'],['2021/22','1041600'],"
    "['2022/23','1160813'],['2023/24','1384928'],['2024/25','1415349']" },
  { "one", YEAR "," CALLS, "['year','calls'],['2016/17',5]" },
  { "empty", YEAR "," CALLS, "['year','calls']" },
  { "withheld", YEAR "," CALLS, "['year','calls'],['2016/17','[c]'],['2017/18','[x]']" },
  { "four", YEAR "," FOUR,
    "['year','a','w','c','d'],['2019/20',120,80,30,'[c]'],['2020/21',90,70,25,60],"
    "['2021/22','[x]',75,20,55],['2022/23',130,85,'[c]',70],['2023/24',140,88,33,74]" },
  { "negative", YEAR "," BUDGET,
    "['year','b'],['2019/20','-41000'],['2020/21','12000'],['2021/22','0'],['2022/23','-25500'],"
    "['2023/24','38000']" },
  { "long", WARD "," CALLS,
    "['year','calls'],['Information reasonably accessible to the applicant by other means',12],"
    "['Cost of compliance exceeds the appropriate limit',31],['Not held',8],"
    "['Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',3],['',0]" },
  { "wards", WARD "," CALLS,
    "['year','calls'],['Bablake',12],['Binley and Willenhall',31],['Cheylesmore',44]" },
  { "gaps", YEAR "," CALLS "," WEEKS,
    "['year','calls','weeks'],['2014/15',18000,52],['2016/17',20049,''],['2017/18',37626,52],"
    "['2018/19','[c]',52],['2019/20',10066,52],['2020/21','[x]',''],['2021/22',16927,52]" },
};

static const char *const kinds[] = { "column", "bar", "line" };

static FoiChart *
make_chart (const char *fields, const char *rows, const char *kind)
{
  g_autoptr (FoiPublication) table = maker_table (fields, rows, "");
  g_autofree char *text = g_strdup_printf ("{\"kind\":\"%s\"}", kind);
  g_autoptr (JsonNode) spec = json_from_string (text, NULL);
  g_autoptr (GError) error = NULL;
  FoiChart *chart = foi_chart_new (table, spec, &error);

  g_assert_no_error (error);
  return chart;
}

/* Many months, so that not every name has room. */
static FoiChart *
make_long_chart (guint n_months, const char *kind)
{
  g_autoptr (GString) rows = g_string_new ("['year','calls','weeks']");

  for (guint i = 0; i < n_months; i++)
    g_string_append_printf (rows, ",['%u-%02u',%u,%s]", 1990 + i / 12, i % 12 + 1,
                            (i * 7919) % 5000, i % 11 == 2 ? "30" : "52");
  return make_chart (MONTH "," CALLS "," WEEKS, rows->str, kind);
}

static char *
describe (const FoiChartShape *shape)
{
  const FoiLine *line = foi_set_text_get_line (shape->text, shape->line);
  const FoiRun *run = foi_set_text_get_run (shape->text, line->first_run);

  return g_strdup_printf ("\"%s\" at %.1f, %.1f", shape->text->text + run->text_start, shape->x,
                          shape->y);
}

/* Lines of text touch one another at most, and all of them are inside. */
static void
assert_readable (const FoiChartPlan *plan, const char *what)
{
  const double slack = 0.6;

  for (guint i = 0; i < plan->shapes->len; i++)
    {
      const FoiChartShape *a = &g_array_index (plan->shapes, FoiChartShape, i);

      if (a->kind != FOI_CHART_SHAPE_TEXT)
        continue;
      if (a->x < -slack || a->y < -slack || a->x + a->width > plan->width + slack
          || a->y + a->height > plan->height + slack)
        {
          g_autofree char *text = describe (a);

          g_test_message ("%s, %g × %g: outside: %s", what, plan->width, plan->height, text);
          g_test_fail ();
        }
      for (guint j = i + 1; j < plan->shapes->len; j++)
        {
          const FoiChartShape *b = &g_array_index (plan->shapes, FoiChartShape, j);

          if (b->kind == FOI_CHART_SHAPE_TEXT && a->x + slack < b->x + b->width
              && b->x + slack < a->x + a->width && a->y + slack < b->y + b->height
              && b->y + slack < a->y + a->height)
            {
              g_autofree char *first = describe (a), *second = describe (b);

              g_test_message ("%s, %g × %g: %s on %s", what, plan->width, plan->height, first,
                              second);
              g_test_fail ();
            }
        }
      g_assert_cmpfloat (a->text->font_size, >=, 10.0);
      g_assert_cmpfloat (a->text->font_size, <=, 12.0);
    }
}

static void
assert_sizes (FoiChart *chart, const char *what)
{
  static const double widths[] = { 250, 300, 330, 420, 453, 520, 700, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      double natural = foi_chart_get_natural_height (chart, widths[i]);
      double titled = foi_chart_get_picture_height (chart, widths[i]);
      g_autoptr (FoiChartPlan) plan = foi_chart_plan_new (chart, widths[i], natural, FALSE);
      g_autoptr (FoiChartPlan) picture = foi_chart_plan_new_picture (chart, widths[i], titled);
      g_autoptr (FoiChartPlan) low = foi_chart_plan_new (chart, widths[i], natural * 0.75, FALSE);
      g_autoptr (FoiChartPlan) high = foi_chart_plan_new (chart, widths[i], natural * 1.5, FALSE);

      g_test_message ("%s, %g", what, widths[i]);
      g_assert_cmpfloat (plan->plot.height, >, 0);
      g_assert_cmpfloat (picture->plot.height, >, 0);
      assert_readable (plan, what);
      assert_readable (picture, what);
      assert_readable (low, what);
      assert_readable (high, what);
    }
}

static void
test_readable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        g_autoptr (FoiChart) chart = make_chart (samples[i].fields, samples[i].rows, kinds[j]);
        g_autofree char *what = g_strconcat (samples[i].name, " ", kinds[j], NULL);

        assert_sizes (chart, what);
      }
  for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
    {
      g_autoptr (FoiChart) chart = make_long_chart (40, kinds[j]);
      g_autoptr (FoiChart) longest = make_long_chart (600, kinds[j]);

      assert_sizes (chart, "forty months");
      assert_sizes (longest, "six hundred months");
    }
}

/* However little room there is, nothing breaks; and there is always paper. */
static void
test_no_room (void)
{
  static const double sizes[][2] = {
    { 0, 0 }, { 1, 300 }, { 300, 1 }, { 79, 200 }, { 90, 70 }, { 120, 100 }, { 300, 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds) * G_N_ELEMENTS (sizes); j++)
      {
        g_autoptr (FoiChart) chart = make_chart (samples[i].fields, samples[i].rows, kinds[j % 3]);
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 400);
        cairo_t *cr = cairo_create (surface);
        guint series, category;

        foi_chart_paint (chart, cr, sizes[j / 3][0], sizes[j / 3][1]);
        foi_chart_paint_picture (chart, cr, sizes[j / 3][0], sizes[j / 3][1]);
        foi_chart_get_value_at (chart, sizes[j / 3][0], sizes[j / 3][1], 5, 5, &series, &category);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

static const FoiChartShape *
find_rect (const FoiChartPlan *plan, guint n)
{
  guint found = 0;

  for (guint i = 0; i < plan->shapes->len; i++)
    {
      const FoiChartShape *shape = &g_array_index (plan->shapes, FoiChartShape, i);

      if (shape->kind == FOI_CHART_SHAPE_RECT && shape->fill != 0xffffff && found++ == n)
        return shape;
    }
  return NULL;
}

/* Columns stand on zero and are as high as their values; parts are grey with a dashed edge. */
static void
test_columns (void)
{
  static const gint64 calls[] = { 20049, 37626, 20982, 10066, 17346, 16927, 17182, 16959, 8649 };
  static const gboolean parts[] = { TRUE, FALSE, TRUE, TRUE, FALSE, FALSE, FALSE, TRUE, TRUE };
  g_autoptr (FoiChart) chart = make_chart (samples[0].fields, samples[0].rows, "column");
  g_autoptr (FoiChartPlan) plan = foi_chart_plan_new (chart, 453, 230, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const FoiChartShape *column = find_rect (plan, i);
      const FoiRect *rect = &plan->values[i];

      g_assert_nonnull (column);
      g_assert_cmpfloat_with_epsilon (rect->height / plan->values[0].height,
                                      (double) calls[i] / 20049, 1e-9);
      g_assert_cmpfloat_with_epsilon (rect->y + rect->height, plan->zero, 1e-9);
      g_assert_cmphex (column->fill, ==, parts[i] ? 0xbfbfbf : 0x12436d);
      g_assert_cmpint (column->dashed && column->edge == 0x12436d, ==, parts[i]);
      /* The edge is drawn inside the column's measures, so that parts are not taller. */
      g_assert_cmpfloat_with_epsilon (column->height + (parts[i] ? column->edge_width : 0),
                                      rect->height, 1e-9);
    }
  g_assert_null (find_rect (plan, G_N_ELEMENTS (calls)));
}

static void
test_palette (void)
{
  static const guint32 colours[] = { 0x12436d, 0x28a197, 0x801650, 0xf46a25 };
  g_autoptr (FoiChart) chart = make_chart (samples[5].fields, samples[5].rows, "column");
  g_autoptr (FoiChartPlan) plan = foi_chart_plan_new (chart, 453, 230, FALSE);

  /* First the key, then the columns of the first year, of which the fourth is withheld. */
  for (guint i = 0; i < 4; i++)
    g_assert_cmphex (find_rect (plan, i)->fill, ==, colours[i]);
  for (guint i = 0; i < 3; i++)
    g_assert_cmphex (find_rect (plan, 4 + i)->fill, ==, colours[i]);
  g_assert_cmphex (find_rect (plan, 7)->fill, ==, colours[0]);
}

static guint
count_texts (const FoiChartPlan *plan, const char *wanted)
{
  guint found = 0;

  for (guint i = 0; i < plan->shapes->len; i++)
    {
      const FoiChartShape *shape = &g_array_index (plan->shapes, FoiChartShape, i);

      found += shape->kind == FOI_CHART_SHAPE_TEXT && shape->line == 0
               && g_str_equal (shape->text->text, wanted);
    }
  return found;
}

/* What each kind says in words: values while there are few, marks for gaps, coverage of parts. */
static void
test_words (void)
{
  static const struct
  {
    guint       sample;
    const char *kind, *text;
    guint       times;
  } facts[] = {
    { 0, "column", "37,626", 1 }, { 0, "column", "21 of 52", 1 }, { 0, "column", "51 of 52", 2 },
    { 0, "column", "52 of 52", 0 }, { 0, "column", "weeks", 1 },  { 0, "column", "40,000", 1 },
    { 0, "column", "2016/17", 1 }, { 0, "column", "Calls", 1 },   { 0, "bar", "37,626", 1 },
    { 0, "bar", "21 of 52 weeks", 1 }, { 0, "line", "21 of 52", 1 }, { 1, "column", "£1.5m", 1 },
    { 1, "column", "£1,415,349", 0 }, { 1, "column", "£1.42m", 1 }, { 1, "line", "£0.27m", 2 },
    { 1, "bar", "£1.42m", 0 }, { 6, "column", "-£41,000", 1 }, { 6, "line", "-£41,000", 1 },
    { 1, "bar", "£1,415,349", 1 }, { 4, "column", "[c]", 1 },
    { 4, "line", "[x]", 1 }, { 3, "column", "No figures yet", 1 }, { 5, "column", "[c]", 2 },
    { 5, "bar", "[x]", 1 }, { 5, "line", "Arrests", 1 }, { 6, "column", "£0", 2 },
    { 9, "column", "not known", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const Sample *sample = &samples[facts[i].sample];
      g_autoptr (FoiChart) chart = make_chart (sample->fields, sample->rows, facts[i].kind);
      double height = foi_chart_get_natural_height (chart, 453);
      g_autoptr (FoiChartPlan) plan = foi_chart_plan_new (chart, 453, height, FALSE);

      g_test_message ("%s %s %s", sample->name, facts[i].kind, facts[i].text);
      g_assert_cmpuint (count_texts (plan, facts[i].text), ==, facts[i].times);
      g_assert_cmpuint (count_texts (plan, foi_chart_get_title (chart)), ==, 0);
    }
}

/* Of many values, none is written, and only names that have room; grey has its key. */
static void
test_many (void)
{
  g_autoptr (FoiChart) chart = make_long_chart (40, "column");
  g_autoptr (FoiChartPlan) plan = foi_chart_plan_new (chart, 453, 230, FALSE);
  guint n_names = 0;

  for (guint i = 0; i < 40; i++)
    {
      const FoiChartValue *value = foi_chart_get_value (chart, 0, i);

      n_names += count_texts (plan, foi_chart_get_category (chart, i));
      if (value->value > 0)
        g_assert_cmpuint (count_texts (plan, value->label), ==, 0);
    }
  g_assert_cmpuint (n_names, >=, 3);
  g_assert_cmpuint (n_names, <=, 8);
  g_assert_cmpuint (count_texts (plan, "Part of the period"), ==, 1);
}

/* Names of months that are left out leave a round number of them to a year. */
static void
test_months (void)
{
  g_autoptr (FoiChart) chart = make_long_chart (40, "line");
  g_autoptr (FoiChartPlan) plan = foi_chart_plan_new (chart, 453, 230, FALSE);

  for (guint i = 0; i < 40; i++)
    g_assert_true (count_texts (plan, foi_chart_get_category (chart, i)) == 0 || i % 6 == 0);
  g_assert_cmpuint (count_texts (plan, "January 1991"), ==, 1);
}

/* Names that are no years are never left out: they stand beside bars instead. */
static void
test_becomes_bars (void)
{
  g_autoptr (FoiChart) wards = make_chart (samples[8].fields, samples[8].rows, "column");
  g_autoptr (FoiChart) names = make_chart (samples[7].fields, samples[7].rows, "column");
  g_autoptr (FoiChart) line = make_chart (samples[7].fields, samples[7].rows, "line");
  g_autoptr (FoiChartPlan) points = foi_chart_plan_new (line, 453, 230, FALSE);
  g_autoptr (FoiChartPlan) upright = foi_chart_plan_new (wards, 453, 230, FALSE);
  g_autoptr (FoiChartPlan) bars = foi_chart_plan_new (names, 453, 230, FALSE);

  g_assert_cmpint (upright->kind, ==, FOI_CHART_COLUMNS);
  g_assert_cmpint (bars->kind, ==, FOI_CHART_BARS);
  g_assert_cmpint (points->kind, ==, FOI_CHART_BARS);
}

/* Lines run between values that follow one another, and nowhere else. */
static void
test_line (void)
{
  g_autoptr (FoiChart) chart = make_chart (samples[9].fields, samples[9].rows, "line");
  g_autoptr (FoiChartPlan) plan = foi_chart_plan_new (chart, 453, 230, FALSE);
  guint n_lines = 0, n_dashed = 0, n_points = 0;

  for (guint i = 0; i < plan->shapes->len; i++)
    {
      const FoiChartShape *shape = &g_array_index (plan->shapes, FoiChartShape, i);

      n_points += shape->kind == FOI_CHART_SHAPE_MARKER;
      if (shape->kind == FOI_CHART_SHAPE_LINE && shape->edge == 0x12436d)
        {
          n_lines++;
          n_dashed += shape->dashed;
        }
    }
  /* 2015/16 is not in the table, 2018/19 is withheld, 2020/21 not available: only from 2016/17,
   * whose coverage is not known, to 2017/18. */
  g_assert_cmpuint (n_lines, ==, 1);
  g_assert_cmpuint (n_dashed, ==, 1);
  g_assert_cmpuint (n_points, ==, 5);
}

static void
test_hits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples) * G_N_ELEMENTS (kinds); i++)
    {
      const Sample *sample = &samples[i / 3];
      g_autoptr (FoiChart) chart = make_chart (sample->fields, sample->rows, kinds[i % 3]);
      double height = foi_chart_get_picture_height (chart, 500), rect[4];
      guint series = 0, category = 0;

      for (guint j = 0; j < foi_chart_get_n_series (chart); j++)
        for (guint k = 0; k < foi_chart_get_n_categories (chart); k++)
          {
            g_assert_true (foi_chart_get_value_rect (chart, 500, height, j, k, rect));
            g_assert_cmpfloat (rect[0], >=, 0);
            g_assert_cmpfloat (rect[0] + rect[2], <=, 500);
            g_assert_true (foi_chart_get_value_at (chart, 500, height, rect[0] + rect[2] / 2,
                                                   rect[1] + rect[3] / 2, &series, &category));
            g_assert_cmpuint (category, ==, k);
            /* Two points may lie on one another. */
            if (foi_chart_get_kind (chart) != FOI_CHART_LINE)
              g_assert_cmpuint (series, ==, j);
          }
      g_assert_false (foi_chart_get_value_at (chart, 500, height, 1, 1, &series, &category));
      g_assert_false (foi_chart_get_value_at (chart, 500, height, 499, height + 5, &series,
                                              &category));
    }
}

typedef struct
{
  GString *title, *desc, *text;
  GString *current;
} Read;

static void
start_cb (GMarkupParseContext *context, const char *name, const char **keys, const char **values,
          gpointer data, GError **error)
{
  Read *read = data;

  read->current = g_str_equal (name, "title")  ? read->title
                  : g_str_equal (name, "desc") ? read->desc
                  : g_str_equal (name, "text") ? read->text
                                               : NULL;
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Read *read = data;

  if (g_str_equal (name, "text"))
    g_string_append_c (read->text, '|');
  read->current = NULL;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  Read *read = data;

  if (read->current != NULL)
    g_string_append_len (read->current, text, (gssize) length);
}

/* The file is XML whatever the texts are, says what it is, and holds its text as text. */
static void
test_svg (void)
{
  const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (FoiPublication) table = maker_table (YEAR "," CALLS "," WEEKS, MASH, "");
  g_autoptr (JsonNode) spec
      = json_from_string ("{\"title\":\"<Calls> & \\\"more\\\"\\u0007 من\"}", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiChart) chart = foi_chart_new (table, spec, &error);
  g_autoptr (GBytes) svg = foi_chart_to_svg (chart, 453, 240, &error);
  g_autoptr (GString) title = g_string_new (NULL), desc = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Read read = { title, desc, text, NULL };
  g_autoptr (GMarkupParseContext) context = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (svg, &length);

  g_assert_no_error (error);
  context = g_markup_parse_context_new (&parser, 0, &read, NULL);
  g_assert_true (g_markup_parse_context_parse (context, bytes, (gssize) length, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (title->str, ==, "<Calls> & \"more\"  من");
  g_assert_nonnull (strstr (desc->str, "Of the 4 values for whole periods"));
  g_assert_nonnull (strstr (text->str, "37,626|"));
  g_assert_nonnull (strstr (text->str, "|21 of 52|"));
  g_assert_null (strstr (bytes, "NaN"));
  g_assert_null (strstr (bytes, "inf"));
}

static gpointer
make_svg_thread (gpointer data)
{
  return foi_chart_to_svg (data, 453, 240, NULL);
}

/* The same chart gives the same bytes, whatever was painted before and wherever. */
static void
test_same_bytes (void)
{
  g_autoptr (FoiChart) chart = make_chart (samples[0].fields, samples[0].rows, "column");
  g_autoptr (FoiChart) again = make_chart (samples[0].fields, samples[0].rows, "column");
  g_autoptr (FoiChart) other = make_chart (samples[5].fields, samples[5].rows, "line");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = foi_chart_to_svg (chart, 453, 240, &error);
  g_autoptr (GBytes) png = foi_chart_to_png (chart, 453, 240, 2, &error);
  g_autoptr (GBytes) pdf = foi_chart_to_pdf (chart, 453, 240, &error);
  g_autoptr (GBytes) between = foi_chart_to_pdf (other, 300, 200, &error);
  g_autoptr (GBytes) svg_again = foi_chart_to_svg (again, 453, 240, &error);
  g_autoptr (GBytes) png_again = foi_chart_to_png (again, 453, 240, 2, &error);
  g_autoptr (GBytes) pdf_again = foi_chart_to_pdf (again, 453, 240, &error);
  GThread *thread = g_thread_new ("svg", make_svg_thread, chart);
  g_autoptr (GBytes) elsewhere = g_thread_join (thread);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (svg, svg_again));
  g_assert_true (g_bytes_equal (svg, elsewhere));
  g_assert_true (g_bytes_equal (png, png_again));
  g_assert_true (g_bytes_equal (pdf, pdf_again));
  g_assert_false (g_bytes_equal (pdf, between));
}

static char *
run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status = 1;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return out;
}

/* As another reader sees the file: its words, its title, its one figure with a description. */
static void
test_pdf (void)
{
  g_autoptr (FoiChart) chart = make_chart (samples[0].fields, samples[0].rows, "column");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = foi_chart_to_pdf (chart, 453, 240, &error);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "foi-chart-XXXXXX", NULL);
  g_autofree char *text = NULL, *structure = NULL, *info = NULL;
  int fd = g_mkstemp (path);

  g_assert_no_error (error);
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  text = run ((const char *const[]) { "pdftotext", "-layout", path, "-", NULL });
  structure = run ((const char *const[]) { "pdfinfo", "-struct", path, NULL });
  info = run ((const char *const[]) { "pdfinfo", path, NULL });
  g_assert_nonnull (strstr (text, "MASH calls answered, by reporting year"));
  g_assert_nonnull (strstr (text, "37,626"));
  g_assert_nonnull (strstr (text, "21 of 52"));
  g_assert_nonnull (strstr (structure, "Figure"));
  g_assert_nonnull (strstr (info, "MASH calls answered, by reporting year"));
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_remove (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-painter/readable", test_readable);
  g_test_add_func ("/chart-painter/no-room", test_no_room);
  g_test_add_func ("/chart-painter/columns", test_columns);
  g_test_add_func ("/chart-painter/palette", test_palette);
  g_test_add_func ("/chart-painter/words", test_words);
  g_test_add_func ("/chart-painter/many", test_many);
  g_test_add_func ("/chart-painter/months", test_months);
  g_test_add_func ("/chart-painter/becomes-bars", test_becomes_bars);
  g_test_add_func ("/chart-painter/line", test_line);
  g_test_add_func ("/chart-painter/hits", test_hits);
  g_test_add_func ("/chart-painter/svg", test_svg);
  g_test_add_func ("/chart-painter/same-bytes", test_same_bytes);
  g_test_add_func ("/chart-painter/pdf", test_pdf);
  return g_test_run ();
}
