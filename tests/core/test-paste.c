/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "make-table.h"

#include <time.h>

#include "foi-case-edits.h"
#include "foi-case-new.h"
#include "foi-error.h"
#include "foi-table-paste.h"
#include "foi-totals-find.h"

static FoiPasteGrid *
read_grid (const char *text)
{
  g_autoptr (GError) error = NULL;
  FoiPasteGrid *grid = foi_paste_grid_new (text, -1, &error);

  g_assert_no_error (error);
  return grid;
}

/* Cells between bars, rows between double bars. */
static char *
describe_grid (FoiPasteGrid *grid)
{
  GString *said = g_string_new (NULL);

  for (guint row = 0; row < foi_paste_grid_get_n_rows (grid); row++)
    {
      if (row > 0)
        g_string_append (said, "||");
      for (guint i = 0; i < foi_paste_grid_get_n_columns (grid); i++)
        g_string_append_printf (said, "%s%s", i > 0 ? "|" : "", foi_paste_grid_get (grid, row, i));
    }
  return g_string_free (said, FALSE);
}

static void
test_grid (void)
{
  static const struct
  {
    const char *text;
    const char *cells;
  } facts[] = {
    { "a\tb\nc\td\n", "a|b||c|d" },
    { "a\tb\r\nc\td\r\n", "a|b||c|d" },
    { "a\tb\rc\td", "a|b||c|d" },
    { "", "" },
    { "\n\n", "" },
    { "\t\t\n\t", "" },
    { "a", "a" },
    { "a\n\nb", "a||||b" },
    { "\n\na", "||||a" },
    { "a\tb\tc\nd", "a|b|c||d||" },
    /* what nobody copied: the empty rest of the sheet */
    { "a\tb\t\t\t\nc\td\t\t\t\n\t\t\t\t\n", "a|b||c|d" },
    /* quoted because of what is inside */
    { "\"one\ntwo\"\tb", "one\ntwo|b" },
    { "\"one\r\ntwo\"\tb", "one\ntwo|b" },
    { "\"a\tb\"\tc", "a\tb|c" },
    { "\"say \"\"no\"\"\nplease\"\tb", "say \"no\"\nplease|b" },
    /* as it is: these marks are the text's own */
    { "\"Hidden\" harm\tb", "\"Hidden\" harm|b" },
    { "\"Hidden\"\tb", "\"Hidden\"|b" },
    { "\"Hidden\"", "\"Hidden\"" },
    { "5\" pipe\tb", "5\" pipe|b" },
    { "\"not closed\tb\nc\td", "\"not closed|b||c|d" },
    /* a program that quotes every cell */
    { "\"a\"\t\"b\"\n\"c\"\t\"\"\n", "a|b||c|" },
    { "\"a\"\t\"b \"\"x\"\"\"\n", "a|b \"x\"" },
    { " a \tb", " a |b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiPasteGrid) grid = read_grid (facts[i].text);
      g_autofree char *cells = describe_grid (grid);

      g_assert_cmpstr (cells, ==, facts[i].cells);
    }
}

static void
test_limits (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tabs = g_strnfill (20000, '\t');
  g_autofree char *wide = g_strconcat (tabs, "x", NULL);
  g_autofree char *rows = g_strnfill (FOI_PASTE_MAX_CELLS + 10, '\n');
  g_autoptr (FoiPasteGrid) empty = read_grid (tabs);
  g_autoptr (GString) ragged = g_string_new_len (tabs, FOI_PASTE_MAX_COLUMNS - 1);

  /* One row of 512 cells and 20,000 of one: ten millions, were they laid out. */
  g_string_append (ragged, "x\n");
  for (guint i = 0; i < 20000; i++)
    g_string_append (ragged, "1\n");
  g_assert_cmpuint (foi_paste_grid_get_n_columns (empty), ==, 0);
  g_assert_null (foi_paste_grid_new (wide, -1, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (foi_paste_grid_new (rows, -1, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (foi_paste_grid_new (ragged->str, -1, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (foi_paste_grid_new ("a\377b", -1, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (foi_paste_grid_new ("a\0b", 3, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_SYNTAX);
}

/* "name:type:role", by the words of the file. */
static void
append_column (GString *said, FoiColumn *column)
{
  JsonNode *field = foi_column_get_field (column);

  g_string_append_printf (said, "%s:%s", foi_column_get_name (column),
                          foi_json_get_string (field, "type", ""));
  if (foi_column_get_unit (column) != NULL)
    g_string_append_printf (said, ":%s", foi_column_get_unit (column));
  if (foi_column_get_role (column) != FOI_ROLE_NONE)
    g_string_append_printf (said, ":%s", foi_role_to_name (foi_column_get_role (column)));
  for (const char *const *covers = foi_column_get_covers (column); *covers != NULL; covers++)
    g_string_append_printf (said, ":of %s", *covers);
}

static char *
describe_table (FoiTableData *table)
{
  GString *said = g_string_new (NULL);
  FoiRowStore *rows = foi_table_data_get_rows (table);

  for (guint i = 0; i < foi_table_data_get_n_columns (table); i++)
    {
      if (i > 0)
        g_string_append (said, ", ");
      append_column (said, foi_table_data_get_column (table, i));
      if (foi_table_data_is_key (table, i))
        g_string_append (said, "!");
    }
  for (guint row = 0; row < foi_row_store_get_length (rows); row++)
    {
      g_string_append (said, "\n");
      for (guint i = 0; i < foi_table_data_get_n_columns (table); i++)
        {
          if (i > 0)
            g_string_append_c (said, '|');
          foi_column_append_plain (foi_table_data_get_column (table, i),
                                   foi_table_data_get_cell (table, row, i), said);
        }
    }
  return g_string_free (said, FALSE);
}

static FoiPasteProposal *
propose (const char *text)
{
  g_autoptr (FoiPasteGrid) grid = read_grid (text);

  return foi_paste_propose_table (grid, "pasted");
}

static void
test_proposals (void)
{
  static const struct
  {
    const char *text;
    const char *table;
  } facts[] = {
    /* as a spreadsheet gives it: a title, headings on two lines, units under them, a source */
    { "Budget set aside\t\t\n\t\t\nFinancial Year\tBudget\n\t£\n2015/16\t274,552\n"
      "2016/17\t264,522\n2017/18\t 270,816 \n\nSource: the council's ledger\n",
      "financial_year:string:period!, budget:number:GBP:measure\n"
      "2015/16|274552\n2016/17|264522\n2017/18|270816" },
    { "Reporting Year\tNumber of MASH Calls Answered\t"
      "\"Number of weeks in reporting year\nstatistics are available\"\tComment\n"
      "2016/17\t20,049\t21\tDetailed recording began in November 2016\n2017/18\t37,626\t52\t\n"
      "2018/19\t20,982\t51\t1 week not available\n",
      "reporting_year:string:period!, number_of_mash_calls_answered:integer:measure, "
      "number_of_weeks_in_reporting_year:integer:weeks:coverage:of "
      "number_of_mash_calls_answered, comment:string:note\n"
      "2016/17|20049|21|Detailed recording began in November 2016\n2017/18|37626|52|\n"
      "2018/19|20982|51|1 week not available" },
    /* periods as headings, and one heading twice */
    { "Ward\t2022/23\t2023/24\t2023/24\nFoleshill\t12\t<5\t1\nHolbrook\t*\t7\t2\n",
      "ward:string:category!, 2022_23:integer:measure, 2023_24:integer:measure, "
      "2023_24_2:integer:measure\nFoleshill|12|[c]|1\nHolbrook|[c]|7|2" },
    /* no headings; years among figures */
    { "2015\t10\n2016\t20\n2017\t30\n",
      "column_1:year:period!, column_2:integer:measure\n2015|10\n2016|20\n2017|30" },
    { "A\tB\n", "column_1:string:category!, column_2:string:category\nA|B" },
    { "Ward\tManager\nA\tB\nC\tD\n",
      "ward:string:category!, manager:string:category\nA|B\nC|D" },
    /* nothing names the rows by itself: two columns do */
    { "Year\tWard\tCases\n2015\tA\t1\n2015\tB\t2\n2016\tA\t3\n2016\tB\t4\n",
      "year:year:period!, ward:string:category!, cases:integer:measure\n"
      "2015|A|1\n2015|B|2\n2016|A|3\n2016|B|4" },
    /* or none do */
    { "Ward\tCases\nA\t1\nA\t1\n",
      "ward:string:category, cases:integer:measure, foi:row:string!\nA|1|r1\nA|1|r2" },
    /* an empty row and an empty column are no part of a table */
    { "Ward\t\tCases\nA\t\t1\n\t\t\nB\t\t2\n",
      "ward:string:category!, cases:integer:measure\nA|1\nB|2" },
    { "Number of weeks covered\n50\n51\n",
      "number_of_weeks_covered:integer:weeks:measure, foi:row:string!\n50|r1\n51|r2" },
    { "Size\tShare\tCost\n\t(%)\t(£)\nA\t12.5\t1.50\nB\t7\t2\n",
      "size:string:category!, share:number:%:measure, cost:number:GBP:measure\n"
      "A|12.5|1.50\nB|7.0|2.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiPasteProposal) proposal = propose (facts[i].text);
      g_autofree char *said = describe_table (proposal->table);

      g_assert_cmpstr (said, ==, facts[i].table);
      g_assert_cmpuint (proposal->problems->len, ==, 0);
    }
  g_assert_null (propose (""));
}

static void
test_words_around (void)
{
  g_autoptr (FoiPasteProposal) proposal
    = propose ("Calls to the helpline\nAll wards\n\nWard\tCalls\nA\t<5\nB\t7\n\n"
               "Note: by ward of residence\n[c] is withheld\n");
  g_autoptr (JsonNode) expected = parse_json (
    "{'name':'pasted','type':'table','title':'Calls to the helpline','description':'All wards',"
    "'mediatype':'application/json','schema':{'primaryKey':['ward'],"
    "'missingValues':['','[c]','[x]','[z]','[low]']},"
    "'foi:notes':[{'id':'n1','text':'Note: by ward of residence'},"
    "{'id':'n2','text':'[c] is withheld'},"
    "{'id':'n3','row':{'ward':'A'},'field':'calls','bounds':{'from':1,'to':4}}]}");
  g_autofree char *resource = json_to_string (foi_table_data_get_resource (proposal->table), FALSE);

  g_test_message ("%s", resource);
  g_assert_true (foi_json_equal (foi_table_data_get_resource (proposal->table), expected));
}

/* What could not be read is kept word for word, and the rest of its column is not lost. */
static void
test_problems (void)
{
  g_autoptr (FoiPasteProposal) proposal
    = propose ("Ward\tCalls\nA\t1\nB\t-\nC\t3\nD\t(4)\nE\t5\n");
  const FoiPasteProblem *problem;
  g_autoptr (FoiColumn) text = NULL;
  g_autoptr (FoiPasteProposal) as_text = NULL;
  g_autofree char *said = describe_table (proposal->table);
  g_autofree char *said_text = NULL;

  g_assert_cmpstr (said, ==, "ward:string:category!, calls:integer:measure\n"
                             "A|1\nB|\nC|3\nD|\nE|5");
  g_assert_cmpuint (proposal->problems->len, ==, 2);
  problem = &g_array_index (proposal->problems, FoiPasteProblem, 1);
  g_assert_cmpuint (problem->row, ==, 4);
  g_assert_cmpstr (problem->column, ==, "calls");
  g_assert_cmpstr (problem->typed, ==, "(4)");
  g_assert_cmpstr (problem->refusal.choices[0], ==, "-4");

  text = foi_column_with_type (foi_table_data_get_column (proposal->table, 1), FOI_VALUE_TEXT, -1,
                               NULL);
  as_text = foi_paste_proposal_with_column (proposal, 1, text);
  said_text = describe_table (as_text->table);
  g_assert_cmpstr (said_text, ==, "ward:string:category!, calls:string:measure\n"
                                  "A|1\nB|-\nC|3\nD|(4)\nE|5");
  g_assert_cmpuint (as_text->problems->len, ==, 0);
}

static void
test_totals (void)
{
  g_autoptr (FoiPasteProposal) right
    = propose ("Ward\tCalls\nA\t1\nB\t2\nTotal\t3\nC\t4\nTotal C\t4\nTotal all\t7\n");
  g_autoptr (FoiPasteProposal) wrong = propose ("Ward\tCalls\nA\t1\nB\t2\nTotal\t4\n");

  g_assert_true (foi_totals_is_row (right->table, 2));
  g_assert_true (foi_totals_is_row (right->table, 4));
  g_assert_true (foi_totals_is_row (right->table, 5));
  g_assert_false (foi_totals_is_row (wrong->table, 2));
}

/* What adds up is a total, whatever it is called; what may do so by chance is none. */
static void
test_found (void)
{
  static const struct
  {
    const char *text;
    const char *found; /* what is said of it, each after a bar */
  } facts[] = {
    { "Ward\tBoys\tGirls\tIn all\nA\t1\t2\t3\nB\t4\t5\t9\nC\t7\t7\t14\n",
      "|“In all” is the total of Boys and Girls" },
    { "Ward\tIn all\tBoys\tGirls\nA\t3\t1\t2\nB\t9\t4\t5\nC\t14\t7\t7\n",
      "|“In all” is the total of Boys and Girls" },
    { "Year\tCost (£)\tBoys\tX\tGirls\n2021\t7.50\t1\t3\t2\n2022\t1.25\t4\t9\t5\n"
      "2023\t3\t7\t14\t7\n",
      "|“X” is the total of Boys and Girls" },
    /* the last of totals is of what all others are of */
    { "Ward\ta\tb\tab\tc\td\tcd\tall\nA\t1\t2\t3\t4\t5\t9\t12\n"
      "B\t3\t3\t6\t5\t1\t6\t12\nC\t8\t1\t9\t2\t2\t4\t13\n",
      "|“ab” is the total of a and b|“cd” is the total of c and d|“all” is the total of a, "
      "b, c and d" },
    /* one figure does not add up, one is missing, units differ, a year is no figure */
    { "Ward\tBoys\tGirls\tIn all\nA\t1\t2\t3\nB\t4\t5\t8\nC\t7\t7\t14\n", "" },
    { "Ward\tBoys\tGirls\tIn all\nA\t1\t2\t3\nB\t4\t[c]\t9\nC\t7\t7\t14\nD\t1\t1\t2\n",
      "|“In all” is the total of Boys and Girls" },
    { "Ward\tBoys\tGirls\tCost (£)\nA\t1\t2\t3\nB\t4\t5\t9\nC\t7\t7\t14\n", "" },
    /* two rows add up by chance, unless the heading says that they shall */
    { "Year\tOpened\tClosed\tOpen\n2021\t1\t2\t3\n2022\t2\t1\t3\n", "" },
    { "Year\tOpened\tClosed\tTotal\n2021\t1\t2\t3\n2022\t2\t1\t3\n",
      "|“Total” is the total of Opened and Closed" },
    /* of two equal columns beside one of zeros neither is a total */
    { "Ward\tBoys\tGirls\tPupils\nA\t1\t0\t1\nB\t4\t0\t4\nC\t7\t0\t7\n", "" },
    /* rows */
    { "Area\tBoys\tGirls\nNorth\t1\t2\nSouth\t4\t6\nEngland\t5\t8\n",
      "|“England” is the total of the other 2 rows" },
    { "Area\tBoys\tGirls\nEngland\t5\t8\nNorth\t1\t2\nSouth\t4\t6\n",
      "|“England” is the total of the other 2 rows" },
    { "Area\tCalls\nNorth\t1\nSouth\t4\nEast\t2\nEngland\t7\n",
      "|“England” is the total of the other 3 rows" },
    { "Area\tCalls\nNorth\t1\nSouth\t4\nWest\t5\n", "" },
    { "Area\tCalls\nNorth\t1\nWest\t7\nSouth\t4\nEast\t2\n", "" },
    { "Area\tBoys\tGirls\nNorth\t1\t2\nSouth\t4\t6\nEngland\t5\t9\n", "" },
    /* a row that says so itself needs no finding, and a year is none */
    { "Area\tBoys\tGirls\nNorth\t1\t2\nSouth\t4\t6\nTotal\t5\t8\n", "" },
    { "Year\tBoys\tGirls\n2021\t1\t2\n2022\t4\t6\n2023\t5\t8\n", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiPasteProposal) proposal = propose (facts[i].text);
      g_autoptr (GString) said = g_string_new (NULL);
      g_autoptr (GArray) faults = foi_totals_check (proposal->table);

      for (guint j = 0; j < proposal->found->len; j++)
        {
          const FoiFoundTotal *total = g_ptr_array_index (proposal->found, j);
          g_autofree char *words = foi_found_total_dup_words (total, proposal->table);

          g_string_append_printf (said, "|%s", words);
          g_assert_true (total->is_row ? foi_totals_is_row (proposal->table, total->place)
                                       : foi_totals_is_column (proposal->table, total->place));
        }
      g_assert_cmpstr (said->str, ==, facts[i].found);
      g_assert_cmpuint (faults->len, ==, 0);
      for (guint j = 0; j < proposal->found->len; j++)
        foi_paste_proposal_refuse_total (proposal, j);
      if (proposal->found->len > 0)
        g_assert_null (foi_json_get_member (foi_table_data_get_resource (proposal->table),
                                            "foi:totals"));
    }
}

/* A total under years: the years still name the rows, and nothing is left to be understood. */
static void
test_total_of_years (void)
{
  static const struct
  {
    const char *block;
    gboolean    is_total;
    guint       n_problems;
  } facts[] = {
    { "Year\tCalls\n2021/22\t1\n2022/23\t2\n2023/24\t3\nTotal\t6\n", TRUE, 0 },
    { "Year\tCalls\n2021/22\t1\n2022/23\t2\n2023/24\t3\nAll years\t6\n", TRUE, 0 },
    { "Year\tCalls\n2021/22\t1\n2022/23\t2\n2023/24\t3\nSum\t6\n", TRUE, 0 },
    { "Year\tCalls\n2021/22\t1\n2022/23\t2\n2023/24\t3\nTotal\t7\n", TRUE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiPasteProposal) proposal = propose (facts[i].block);
      g_autoptr (FoiPublication) publication = foi_publication_new (proposal->table);
      g_autofree char *said = describe_table (proposal->table);
      g_autofree char *name = foi_publication_format (publication, 3, 0);

      g_test_message ("%s%s", facts[i].block, said);
      g_assert_true (g_str_has_prefix (said, "year:string:period!, calls:integer"));
      g_assert_cmpint (foi_totals_is_row (proposal->table, 3), ==, facts[i].is_total);
      g_assert_cmpuint (proposal->problems->len, ==, facts[i].n_problems);
      g_assert_cmpstr (name, ==, facts[i].is_total ? "Total" : "");
    }
}

/* Elsewhere such a word makes no total, and stays to be understood. */
static void
test_total_elsewhere (void)
{
  static const char calls[] = "Year\tCalls\n2017\t1\n2018\t2\n2019\t3\n2020\t4\n2021\t5\n"
                              "2022\t6\n";
  static const struct
  {
    const char *last;
    const char *columns;
  } facts[] = {
    { "2023\tAll\n", "year:year:period!, calls:integer:measure" },
    { "2023\tTotal unknown\n", "year:year:period!, calls:integer:measure" },
    /* A row that nothing names is none either. */
    { "\tAll\n", "year:year:period, calls:integer:measure, foi:row:string!" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *block = g_strconcat (calls, facts[i].last, NULL);
      g_autoptr (FoiPasteProposal) proposal = propose (block);
      g_autofree char *said = describe_table (proposal->table);

      g_test_message ("%s", said);
      g_assert_true (g_str_has_prefix (said, facts[i].columns));
      g_assert_false (foi_totals_is_row (proposal->table, 6));
      g_assert_cmpuint (proposal->problems->len, ==, 1);
      g_assert_cmpstr (g_array_index (proposal->problems, FoiPasteProblem, 0).column, ==, "calls");
    }
}

/* Seconds of reading a table anew, all figures of which are words. */
static double
time_problems (guint n_rows)
{
  GString *block = g_string_new ("Ward\tCalls\n");
  g_autoptr (FoiPasteProposal) proposal = NULL;
  g_autoptr (FoiPasteProposal) read_anew = NULL;
  g_autoptr (FoiColumn) integer = NULL;
  clock_t began;

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (block, "Ward %u\tsome\n", i);
  proposal = propose (block->str);
  g_string_free (block, TRUE);
  integer = foi_column_with_type (foi_table_data_get_column (proposal->table, 1),
                                  FOI_VALUE_INTEGER, -1, NULL);
  began = clock ();
  read_anew = foi_paste_proposal_with_column (proposal, 1, integer);
  g_assert_cmpuint (read_anew->problems->len, ==, n_rows);
  return (double) (clock () - began) / CLOCKS_PER_SEC;
}

/* Eight times the rows take eight times as long, not sixty-four times. */
static void
test_many_problems (void)
{
  double few = time_problems (4000);

  g_assert_cmpfloat (time_problems (32000), <, 24 * MAX (few, 0.005));
}

#define CALLS \
  "{'name':'calls','schema':{'primaryKey':['year'],'fields':["                                     \
  "{'name':'year','title':'Reporting Year','type':'string','foi:period':'financial-year'},"        \
  "{'name':'calls','title':'Calls','type':'integer'},"                                             \
  "{'name':'budget','title':'Budget','type':'number','foi:unit':'GBP','foi:decimals':0}]},"        \
  "'data':[['2016/17',20049,'100'],['2017/18','[c]','200'],['2018/19',20982,'300']]}"

/* What a block would change, in words. */
static char *
describe_match (FoiPasteMatch *match)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < match->changes->len; i++)
    {
      const FoiPasteChange *change = &g_array_index (match->changes, FoiPasteChange, i);

      g_string_append_printf (said, "%d/%s: %d to %d; ", (int) change->row, change->column,
                              (int) change->before.number, (int) change->after.number);
    }
  for (guint i = 0; i < match->added->len; i++)
    {
      const FoiRecord *record = g_ptr_array_index (match->added, i);

      g_string_append_printf (said, "added %d; ", (int) record->id);
    }
  for (guint i = 0; i < match->absent->len; i++)
    g_string_append_printf (said, "absent %d; ",
                            (int) g_array_index (match->absent, guint64, i));
  for (guint i = 0; match->unmatched != NULL && match->unmatched[i] != NULL; i++)
    g_string_append_printf (said, "unmatched %s; ", match->unmatched[i]);
  for (guint i = 0; i < match->problems->len; i++)
    {
      const FoiPasteProblem *problem = &g_array_index (match->problems, FoiPasteProblem, i);

      g_string_append_printf (said, "%d/%s: %s; ", (int) problem->row, problem->column,
                              problem->typed);
    }
  return g_string_free (said, FALSE);
}

static void
test_match (void)
{
  static const struct
  {
    const char *text;
    const char *match; /* NULL: cannot be matched */
  } facts[] = {
    { "Reporting Year\tCalls\n2016/17\t20,050\n2018-19\t20,982\n",
      "1/calls: 20049 to 20050; absent 2; " },
    /* in another order, by other names of the columns, under a title and over units */
    { "From the service\nBudget (£)\tyear\n£\t\n150\t2016/17\n300\t2018/19\n400\t2019/20\n",
      "1/budget: 100 to 150; added 4; absent 2; " },
    { "2016/17\t20049\t100\n2018/19\t1\t300\n", "3/calls: 20982 to 1; absent 2; " },
    { "reporting  YEAR \tCalls\tStaff\n2016/17\t20049\t9\n",
      "absent 2; absent 3; unmatched Staff; " },
    { "year\tcalls\n2016/17\t(5)\n2017/18\t\n",
      "2/calls: 0 to 0; absent 3; 1/calls: (5); " },
    /* what is withheld stays so */
    { "year\tcalls\n2017/18\t37626\n", "absent 1; absent 3; 2/calls: 37626; " },
    /* rows that cannot be told apart, or have no name */
    { "year\tcalls\n2016/17\t1\n2016/17\t2\n2099\t3\n\t4\n",
      "1/calls: 20049 to 1; absent 2; absent 3; 0/year: 2016/17; 0/year: 2099; 0/year: ; " },
    { "Calls\tBudget\n1\t2\n", NULL },
    { "1\t2\n", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiTableData) table = make_table (CALLS);
      g_autoptr (FoiPasteGrid) grid = read_grid (facts[i].text);
      g_autoptr (FoiPasteMatch) match = foi_paste_match_table (grid, table);
      g_autofree char *said = match != NULL ? describe_match (match) : NULL;

      g_assert_cmpstr (said, ==, facts[i].match);
    }
}

/* Words that a spreadsheet would run: what each file calls them, and what the table does. */
static void
test_match_signs (void)
{
#define AGES(key) \
  "{'name':'t','schema':{'primaryKey':['age'],'fields':[{'name':'age','title':'Age','type':" \
  "'string'},{'name':'n','title':'+/- change','type':'integer'},{'name':'words','title':'@who'," \
  "'type':'string'}]},'data':[['" key "',5,'=so'],['18 to 64',7,'so']]}"
  static const struct
  {
    const char *table, *text, *match;
  } facts[] = {
    { AGES ("+65"), "Age\t'+/- change\n'+65\t-3\n'-18\t2\n",
      "1/n: 5 to -3; added 3; absent 2; " },
    { AGES ("+65"), "Age\t+/- change\n+65\t5\n18 to 64\t7\n", "" },
    { AGES ("+65"), "'Age\t'+/- change\n+65\t5\n", NULL },
    { AGES ("+65"), "Age\t'@who\t'=x\n18 to 64\tso\t1\n", "absent 1; unmatched '=x; " },
    { AGES ("+65"), "Age\t'@who\n+65\t'=so\n18 to 64\tso\n", "" },
    /* A table that has the sign itself. */
    { AGES ("\\u0027+65"), "Age\t+/- change\n'+65\t6\n18 to 64\t7\n", "1/n: 5 to 6; " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiTableData) table = make_table (facts[i].table);
      g_autoptr (FoiPasteGrid) grid = read_grid (facts[i].text);
      g_autoptr (FoiPasteMatch) match = foi_paste_match_table (grid, table);
      g_autofree char *said = match != NULL ? describe_match (match) : NULL;

      g_test_message ("%s", facts[i].text);
      g_assert_cmpstr (said, ==, facts[i].match);
    }
#undef AGES
}

static FoiCase *
new_case (FoiTableData *table)
{
  static const FoiNewCase facts = {
    .reference = "FOI1", .subject = "Calls", .regime = "foia", .received = "2024-10-30",
    .created = "2024-10-30T09:00:00Z", .revision = "0",
  };
  g_autoptr (FoiCaseState) bare = foi_case_state_new_case (&facts, NULL);
  g_autoptr (FoiCaseState) state = foi_case_state_with_table (bare, table);

  return foi_case_new (state);
}

static void
test_apply (void)
{
  g_autoptr (FoiTableData) table = make_table (CALLS);
  g_autoptr (FoiPasteGrid) grid
    = read_grid ("year\tcalls\tbudget\n2019/20\t5\t400\n2016/17\t[x]\t1\n");
  g_autoptr (FoiPasteMatch) match = foi_paste_match_table (grid, table);
  g_autoptr (FoiCase) foi_case = new_case (table);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  g_autofree char *said = NULL;
  FoiTableData *after;

  g_assert_true (foi_case_editor_paste_over (editor, foi_table_data_get_name (table), match, NULL));
  after = foi_case_state_find_table (foi_case_get_state (foi_case),
                                     foi_table_data_get_name (table));
  said = describe_table (after);

  g_assert_cmpstr (said, ==, "year:string!, calls:integer, budget:number:GBP\n"
                             "2016/17|[x]|1\n2017/18|[c]|200\n2018/19|20982|300\n2019/20|5|400");
  g_assert_cmpuint (foi_table_data_get_next_row_id (after), ==, 5);
}

/* What was withheld, and what is known of counts that came suppressed, goes along. */
static void
test_apply_marks (void)
{
  g_autoptr (FoiTableData) table = make_table (CALLS);
  g_autoptr (FoiPasteGrid) grid
    = read_grid ("year\tcalls\tbudget\n2016/17\t[c]\t1\n2017/18\t9\t2\n2018/19\t<5\t3\n"
                 "2020/21\t<10\t4\n");
  g_autoptr (FoiPasteMatch) match = foi_paste_match_table (grid, table);
  g_autoptr (FoiCase) foi_case = new_case (table);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  FoiCaseState *before = foi_case_get_state (foi_case);
  g_autofree char *withheld = NULL;
  g_autofree char *notes = NULL;
  const char *name = foi_table_data_get_name (table);
  FoiTableData *after;

  g_assert_cmpuint (match->problems->len, ==, 1);
  g_assert_true (foi_case_editor_paste_over (editor, name, match, NULL));
  after = foi_case_state_find_table (foi_case_get_state (foi_case), name);
  g_assert_cmpint (foi_table_data_get_cell (after, 1, 1)->state, ==, FOI_CELL_SUPPRESSED);
  withheld = json_to_string (foi_case_state_get_node (foi_case_get_state (foi_case), "withheld"),
                             FALSE);
  g_assert_nonnull (strstr (withheld, "{\"year\":\"2016/17\"},\"field\":\"calls\","
                                      "\"value\":20049"));
  notes = json_to_string (foi_json_get_member (foi_table_data_get_resource (after), "foi:notes"),
                          FALSE);
  g_assert_nonnull (strstr (notes, "{\"year\":\"2018/19\"},\"field\":\"calls\","
                                   "\"bounds\":{\"from\":1,\"to\":4}"));
  g_assert_nonnull (strstr (notes, "{\"year\":\"2020/21\"},\"field\":\"calls\","
                                   "\"bounds\":{\"from\":1,\"to\":9}"));
  g_assert_true (foi_case_editor_undo (editor));
  g_assert_true (foi_case_get_state (foi_case) == before);
  g_assert_false (foi_case_editor_can_undo (editor));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste/grid", test_grid);
  g_test_add_func ("/paste/limits", test_limits);
  g_test_add_func ("/paste/proposals", test_proposals);
  g_test_add_func ("/paste/words-around", test_words_around);
  g_test_add_func ("/paste/problems", test_problems);
  g_test_add_func ("/paste/totals", test_totals);
  g_test_add_func ("/paste/found", test_found);
  g_test_add_func ("/paste/total-of-years", test_total_of_years);
  g_test_add_func ("/paste/total-elsewhere", test_total_elsewhere);
  g_test_add_func ("/paste/many-problems", test_many_problems);
  g_test_add_func ("/paste/match", test_match);
  g_test_add_func ("/paste/match-signs", test_match_signs);
  g_test_add_func ("/paste/apply", test_apply);
  g_test_add_func ("/paste/apply-marks", test_apply_marks);
  return g_test_run ();
}
