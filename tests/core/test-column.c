/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foi-column.h"
#include "foi-date.h"
#include "foi-error.h"

/* A field, written with ' for " so that the tables below can be read. */
static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = g_strdup (text);
  JsonNode *node = json_from_string (g_strdelimit (json, "'", '"'), &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

static FoiColumn *
make (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) field = parse (text);
  FoiColumn *column = foi_column_new_from_field (field, &error);

  g_assert_no_error (error);
  g_assert_nonnull (column);
  return column;
}

#define TEXT "{'name':'f','type':'string'}"
#define INTEGER "{'name':'f','type':'integer'}"
#define DECIMAL "{'name':'f','type':'number','foi:decimals':1,'foi:unit':'FTE'}"
#define MONEY "{'name':'f','type':'number','foi:decimals':2,'foi:unit':'GBP'}"
#define POUNDS "{'name':'f','title':'Budget (£)','type':'number','foi:decimals':0,'foi:unit':'GBP'}"
#define PERCENT "{'name':'f','type':'number','foi:unit':'%'}"
#define DATE "{'name':'f','type':'date'}"
#define MONTH "{'name':'f','type':'yearmonth'}"
#define YEAR "{'name':'f','type':'year'}"
#define FINANCIAL "{'name':'f','type':'string','foi:period':'financial-year'}"

static void
test_types (void)
{
  static const struct
  {
    const char *field;
    FoiValueType type;
    int decimals;
    gboolean numeric;
    const char *sign;
  } facts[] = {
    { TEXT, FOI_VALUE_TEXT, 0, FALSE, NULL },
    { INTEGER, FOI_VALUE_INTEGER, 0, TRUE, NULL },
    { "{'name':'f','type':'integer','foi:unit':'GBP'}", FOI_VALUE_INTEGER, 0, TRUE, "£" },
    { DECIMAL, FOI_VALUE_DECIMAL, 1, TRUE, NULL },
    { MONEY, FOI_VALUE_MONEY, 2, TRUE, "£" },
    { POUNDS, FOI_VALUE_MONEY, 0, TRUE, "£" },
    { "{'name':'f','type':'number','foi:decimals':2,'foi:unit':'CHF'}", FOI_VALUE_MONEY, 2, TRUE,
      "CHF\302\240" },
    { PERCENT, FOI_VALUE_PERCENTAGE, 1, TRUE, NULL },
    { "{'name':'f','type':'number','foi:unit':'%','foi:decimals':0}", FOI_VALUE_PERCENTAGE, 0, TRUE,
      NULL },
    { DATE, FOI_VALUE_DATE, 0, FALSE, NULL },
    { MONTH, FOI_VALUE_MONTH, 0, FALSE, NULL },
    { YEAR, FOI_VALUE_YEAR, 0, FALSE, NULL },
    { FINANCIAL, FOI_VALUE_FINANCIAL_YEAR, 0, FALSE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiColumn) column = make (facts[i].field);

      g_assert_cmpint (foi_column_get_value_type (column), ==, facts[i].type);
      g_assert_cmpint (foi_column_get_decimals (column), ==, facts[i].decimals);
      g_assert_cmpint (foi_column_is_numeric (column), ==, facts[i].numeric);
      g_assert_cmpstr (foi_column_get_currency_sign (column), ==, facts[i].sign);
    }
}

static void
test_refused_fields (void)
{
  static const struct
  {
    const char *field;
    const char *message;
  } facts[] = {
    { "[]", "a column is not a JSON object" },
    { "{'type':'string'}", "a column has no \"name\"" },
    { "{'name':''}", "a column has no \"name\"" },
    { "{'name':7}", "\"name\" of a column is not text" },
    { "{'name':'f','title':null}", "\"title\" of a column is not text" },
    { "{'name':'f','type':'duration'}",
      "\"duration\" is not a type of column; the types are string, integer, number, date, "
      "yearmonth and year" },
    { "{'name':'f','type':'number'}",
      "a \"number\" column says in \"foi:decimals\" how many digits stand after the point" },
    { "{'name':'f','type':'number','foi:decimals':7}",
      "\"foi:decimals\" of a column is not a whole number from 0 to 6" },
    { "{'name':'f','foi:decimals':'2','type':'number'}",
      "\"foi:decimals\" of a column is not a whole number from 0 to 6" },
    { "{'name':'f','foi:covers':'calls'}",
      "\"foi:covers\" of a column is not a list of column names" },
    { "{'name':'f','foi:covers':[1]}", "\"foi:covers\" of a column is not a list of column names" },
    { "{'name':'f','foi:left-out':1}", "\"foi:left-out\" of a column is neither true nor false" },
    { "{'name':'f','foi:of':-1}",
      "\"foi:of\" of a column is not a whole number from 0 to 2147483647" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) field = parse (facts[i].field);

      g_assert_null (foi_column_new_from_field (field, &error));
      g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
      g_assert_cmpstr (error->message, ==, facts[i].message);
    }
}

static void
test_roles (void)
{
  g_autoptr (FoiColumn) weeks = make ("{'name':'weeks','type':'integer','foi:role':'coverage',"
                                      "'foi:of':52,'foi:covers':['calls'],'foi:unit':'weeks'}");
  g_autoptr (FoiColumn) other = make ("{'name':'f','foi:role':'weight','x-mine':{'a':[1]}}");
  g_autofree char *kept = json_to_string (foi_column_get_field (other), FALSE);

  g_assert_cmpint (foi_column_get_role (weeks), ==, FOI_ROLE_COVERAGE);
  g_assert_cmpint (foi_column_get_of (weeks), ==, 52);
  g_assert_cmpstr (foi_column_get_unit (weeks), ==, "weeks");
  g_assert_true (g_strv_equal (foi_column_get_covers (weeks), (const char *[]) { "calls", NULL }));
  g_assert_cmpint (foi_column_get_role (other), ==, FOI_ROLE_NONE);
  g_assert_cmpstr (kept, ==, "{\"name\":\"f\",\"foi:role\":\"weight\",\"x-mine\":{\"a\":[1]}}");
  for (int role = FOI_ROLE_NONE; role <= FOI_ROLE_NOTE; role++)
    g_assert_cmpint (foi_role_from_name (foi_role_to_name ((FoiRole) role)), ==, role);
}

/* A cell of the file, what it is in a letter, and what it is in a file again. */
static void
test_cells (void)
{
  static const struct
  {
    const char *field;
    const char *json;
    const char *letter;
  } facts[] = {
    { TEXT, "'Detailed recording'", "Detailed recording" },
    { TEXT, "'20049'", "20049" },
    { TEXT, "''", "" },
    { TEXT, "'[c]'", "[c]" },
    { INTEGER, "20049", "20,049" },
    { INTEGER, "-7", "-7" },
    { INTEGER, "9223372036854775807", "9,223,372,036,854,775,807" },
    { INTEGER, "'[x]'", "[x]" },
    { INTEGER, "'[low]'", "[low]" },
    { DECIMAL, "'954.7'", "954.7" },
    { DECIMAL, "'0.0'", "0.0" },
    { DECIMAL, "'-0.5'", "-0.5" },
    { MONEY, "'274552.50'", "£274,552.50" },
    { MONEY, "'-12.00'", "-£12.00" },
    { MONEY, "'[z]'", "[z]" },
    { POUNDS, "'274552'", "£274,552" },
    { POUNDS, "'999999999999999999'", "£999,999,999,999,999,999" },
    { PERCENT, "'12.5'", "12.5%" },
    { DATE, "'2024-11-27'", "27 November 2024" },
    { MONTH, "'2024-11'", "November 2024" },
    { MONTH, "'0001-01'", "January 1" },
    { YEAR, "2024", "2024" },
    { FINANCIAL, "'2016/17'", "2016/17" },
    { FINANCIAL, "'1999/00'", "1999/00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiColumn) column = make (facts[i].field);
      g_autoptr (JsonNode) node = parse (facts[i].json);
      g_autoptr (JsonNode) back = NULL;
      g_autofree char *letter = NULL;
      g_autofree char *reason = NULL;
      g_auto (FoiCell) cell = FOI_CELL_INIT;
      gboolean is_integer = json_node_get_value_type (node) == G_TYPE_INT64;
      const char *text = is_integer ? NULL : json_node_get_string (node);

      foi_column_cell_from_json (column, is_integer, is_integer ? json_node_get_int (node) : 0,
                                 text, text != NULL ? strlen (text) : 0, &cell, &reason);
      g_assert_cmpstr (reason, ==, NULL);
      letter = foi_column_format (column, &cell);
      g_assert_cmpstr (letter, ==, facts[i].letter);
      back = foi_column_cell_to_json (column, &cell);
      g_assert_true (json_node_equal (node, back));
    }
}

static void
test_refused_cells (void)
{
  static const struct
  {
    const char *field;
    const char *text; /* NULL: the number 5 */
    const char *reason;
  } facts[] = {
    { INTEGER, "20,049", "\"20,049\" is not an integer" },
    { INTEGER, "20049", "\"20049\" is not an integer" },
    { INTEGER, "[u]", "\"[u]\" is not an integer" },
    { TEXT, NULL, "5 is not text, which stands in quotes" },
    { YEAR, "2024", "\"2024\" is not a year from 1 to 9999, without quotes" },
    { MONEY, "274552.5", "\"274552.5\" is not a number with 2 digits after the point, in quotes" },
    { MONEY, "£1.00", "\"£1.00\" is not a number with 2 digits after the point, in quotes" },
    { MONEY, "01.00", "\"01.00\" is not a number with 2 digits after the point, in quotes" },
    { MONEY, " 1.00", "\" 1.00\" is not a number with 2 digits after the point, in quotes" },
    { MONEY, "+1.00", "\"+1.00\" is not a number with 2 digits after the point, in quotes" },
    { MONEY, "99999999999999999.00",
      "\"99999999999999999.00\" is not a number with 2 digits after the point, in quotes" },
    { MONEY, NULL, "5 is not a number with 2 digits after the point, in quotes" },
    { PERCENT, "12.5%", "\"12.5%\" is not a number with 1 digit after the point, in quotes" },
    { POUNDS, "1000000000000000000",
      "\"1000000000000000000\" is not a number without a point, in quotes" },
    { DATE, "2023-02-29", "\"2023-02-29\" is not a date such as \"2024-11-27\"" },
    { DATE, "27/11/2024", "\"27/11/2024\" is not a date such as \"2024-11-27\"" },
    { MONTH, "2024-13", "\"2024-13\" is not a month such as \"2024-11\"" },
    { MONTH, "0000-01", "\"0000-01\" is not a month such as \"2024-11\"" },
    { FINANCIAL, "2016/18", "\"2016/18\" is not a financial year such as \"2016/17\"" },
    { FINANCIAL, "2016-17", "\"2016-17\" is not a financial year such as \"2016/17\"" },
    { INTEGER, "a text that nobody would take for a number, and long",
      "\"a text that nobody would take for a numb…\" is not an integer" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiColumn) column = make (facts[i].field);
      g_autofree char *reason = NULL;
      FoiCell cell;

      g_assert_false (foi_column_cell_from_json (
        column, facts[i].text == NULL, 5, facts[i].text,
        facts[i].text != NULL ? strlen (facts[i].text) : 0, &cell, &reason));
      g_assert_cmpstr (reason, ==, facts[i].reason);
      g_assert_cmpint (cell.state, ==, FOI_CELL_BLANK);
    }
}

/* The unit stands in the heading, once, and then not in the cells. */
static void
test_heading (void)
{
  static const struct
  {
    const char *title;
    const char *type;
    const char *heading;
  } facts[] = {
    { "Budget (£)", "'number','foi:decimals':0,'foi:unit':'GBP'", "Budget (£)" },
    { "Budget in GBP", "'number','foi:decimals':0,'foi:unit':'GBP'", "Budget in GBP" },
    { "Budget", "'number','foi:decimals':0,'foi:unit':'GBP'", "Budget (£)" },
    { "Budget", "'number','foi:decimals':0,'foi:unit':'CHF'", "Budget (CHF)" },
    { "Share (%)", "'number','foi:unit':'%'", "Share (%)" },
    { "Per Cent", "'number','foi:unit':'%'", "Per Cent" },
    { "Share", "'number','foi:unit':'%'", "Share (%)" },
    { "Number of MASH Calls Answered", "'integer','foi:unit':'calls'",
      "Number of MASH Calls Answered" },
    { "Total", "'integer','foi:unit':'calls'", "Total (calls)" },
    { "Total", "'integer'", "Total" },
  };
  g_autoptr (FoiColumn) money = make (POUNDS);
  g_autoptr (FoiColumn) percent = make (PERCENT);
  FoiCell pounds = foi_cell_number (274552);
  FoiCell withheld = foi_cell_state (FOI_CELL_SUPPRESSED);
  g_autofree char *amount = foi_column_format_under_heading (money, &pounds);
  g_autofree char *mark = foi_column_format_under_heading (money, &withheld);
  g_autofree char *share = foi_column_format_under_heading (percent, &pounds);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *field = g_strdup_printf ("{'name':'f','title':'%s','type':%s}",
                                                facts[i].title, facts[i].type);
      g_autoptr (FoiColumn) column = make (field);
      g_autofree char *heading = foi_column_dup_heading (column);

      g_assert_cmpstr (heading, ==, facts[i].heading);
    }
  g_assert_cmpstr (amount, ==, "274,552");
  g_assert_cmpstr (mark, ==, "[c]");
  g_assert_cmpstr (share, ==, "27,455.2");
}

static void
test_compare (void)
{
  static const char *const sorted[] = {
    "", "-1", "Ward 2", "ward 2", "Ward 09", "Ward 9", "ward 10", "Ward 10a", "Zoë",
  };
  g_autoptr (FoiColumn) column = make (TEXT);
  FoiCell one = foi_cell_number (1), two = foi_cell_number (2), blank = FOI_CELL_INIT;
  FoiCell low = foi_cell_state (FOI_CELL_LOW), withheld = foi_cell_state (FOI_CELL_SUPPRESSED);

  for (gsize i = 1; i < G_N_ELEMENTS (sorted); i++)
    {
      for (gsize j = 1; j < G_N_ELEMENTS (sorted); j++)
        {
          g_auto (FoiCell) a = foi_cell_text (sorted[i]);
          g_auto (FoiCell) b = foi_cell_text (sorted[j]);
          int order = foi_column_compare (column, &a, &b);

          g_assert_cmpint (CLAMP (order, -1, 1), ==, i < j ? -1 : i > j);
        }
    }
  g_assert_cmpint (foi_column_compare (column, &one, &two), <, 0);
  g_assert_cmpint (foi_column_compare (column, &two, &low), <, 0);
  g_assert_cmpint (foi_column_compare (column, &low, &withheld), <, 0);
  g_assert_cmpint (foi_column_compare (column, &withheld, &blank), <, 0);
  g_assert_cmpint (foi_column_compare (column, &blank, &blank), ==, 0);
}

/* Changes of a column, as the JSON of its field. */
static void
test_changes (void)
{
  g_autoptr (FoiColumn) column = make ("{'name':'b','x-a':1,'title':'Budget','type':'integer',"
                                       "'foi:unit':'calls','constraints':{'minimum':0}}");
  g_autoptr (FoiColumn) money = foi_column_with_type (column, FOI_VALUE_MONEY, 0, NULL);
  g_autoptr (FoiColumn) year = foi_column_with_type (money, FOI_VALUE_FINANCIAL_YEAR, -1, NULL);
  g_autoptr (FoiColumn) back = foi_column_with_type (year, FOI_VALUE_INTEGER, -1, "calls");
  g_autoptr (FoiColumn) out = foi_column_with_left_out (column, TRUE);
  g_autoptr (FoiColumn) in = foi_column_with_left_out (out, FALSE);
  const struct
  {
    FoiColumn *column;
    const char *json;
  } facts[] = {
    { money, "{'name':'b','title':'Budget','x-a':1,'type':'number','foi:unit':'GBP',"
             "'foi:decimals':0,'constraints':{'minimum':0}}" },
    { year, "{'name':'b','title':'Budget','x-a':1,'type':'string','foi:period':'financial-year',"
            "'constraints':{'pattern':'^[0-9]{4}/[0-9]{2}$'}}" },
    { back, "{'name':'b','title':'Budget','x-a':1,'type':'integer','foi:unit':'calls'}" },
    { out, "{'name':'b','title':'Budget','x-a':1,'type':'integer','foi:unit':'calls',"
           "'constraints':{'minimum':0},'foi:left-out':true}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (JsonNode) expected = parse (facts[i].json);

      g_assert_true (json_node_equal (foi_column_get_field (facts[i].column), expected));
    }
  g_assert_true (foi_column_is_left_out (out));
  g_assert_false (foi_column_is_left_out (in));
  g_assert_true (json_node_equal (foi_column_get_field (in), foi_column_get_field (column)));
  g_assert_null (foi_column_with_type (column, FOI_VALUE_MONEY, 2, "calls"));
  g_assert_null (foi_column_with_type (column, FOI_VALUE_DECIMAL, 2, "GBP"));
}

/* Every type and role has a name that a person can tell from the others. */
static void
test_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int type = FOI_VALUE_TEXT; type <= FOI_VALUE_FINANCIAL_YEAR; type++)
    g_assert_true (g_hash_table_add (seen,
                                     (gpointer) foi_value_type_to_words ((FoiValueType) type)));
  for (int role = FOI_ROLE_NONE; role <= FOI_ROLE_NOTE; role++)
    g_assert_true (g_hash_table_add (seen, (gpointer) foi_role_to_words ((FoiRole) role)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column/types", test_types);
  g_test_add_func ("/column/refused-fields", test_refused_fields);
  g_test_add_func ("/column/roles", test_roles);
  g_test_add_func ("/column/cells", test_cells);
  g_test_add_func ("/column/refused-cells", test_refused_cells);
  g_test_add_func ("/column/heading", test_heading);
  g_test_add_func ("/column/compare", test_compare);
  g_test_add_func ("/column/changes", test_changes);
  g_test_add_func ("/column/words", test_words);
  return g_test_run ();
}
