/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "foi-case-edits.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-remedy.h"
#include "foi-table.h"
#include "letter-case.h"

/* Rows of areas and counts; 'All' is the total of the others. */
#define FIELD(name, title, more) \
  "{'name':'" name "','title':'" title "'," more "}"
#define COUNT(name) FIELD (name, name, "'type':'integer','foi:role':'measure'")
#define COUNTS(fields, rows, more) \
  "{'name':'refs','type':'table','title':'Referrals','mediatype':'application/json'," \
  "'schema':{'fields':[{'name':'area','title':'Area','type':'string','foi:role':'category'}," \
  fields "],'primaryKey':['area'],'missingValues':['','[c]','[x]','[z]','[low]']}," \
  "'data':[" rows "]" more "}"
#define AREA(name) "{'area':'" name "'}"
#define ONE_COLUMN \
  COUNTS (COUNT ("n"), "['area','n'],['A',3],['B',12],['C',9],['D',20],['All',44]", \
         ",'foi:totals':[{'row':" AREA ("All") ",'of':[" AREA ("A") "," AREA ("B") "," AREA ("C") \
         "," AREA ("D") "]}]")
#define BOYS_AND_GIRLS \
  COUNTS (COUNT ("boys") "," COUNT ("girls") "," COUNT ("all"), \
         "['area','boys','girls','all'],['A',3,40,43],['B',12,14,26],['All',15,54,69]", \
         ",'foi:totals':[{'field':'all','of':['boys','girls']},{'row':" AREA ("All") ",'of':[" \
         AREA ("A") "," AREA ("B") "]}]")
/* Without the column of girls their number is the total less that of the boys. */
#define GIRLS_ARE_FEW \
  COUNTS (COUNT ("boys") "," COUNT ("girls") "," COUNT ("all"), \
         "['area','boys','girls','all'],['A',30,3,33],['B',12,14,26]", \
         ",'foi:totals':[{'field':'all','of':['boys','girls']}]")
#define ANSWER QUESTION ("q1", "1", ",'held':'yes','outcome':'disclosed','tables':['refs']")
#define OF(table) CASE ("", ANSWER, table)

static const struct
{
  const char *name;
  const char *text;
  FoiSmallRule rule;
  const char *dropped;
  const char *cells; /* ROW/COLUMN, with p, s or r for why */
  gboolean is_safe;
  const char *loss;
} facts[] = {
  { "suppress", OF (ONE_COLUMN), { .threshold = 5 }, NULL, "p:A/n s:B/n", TRUE,
    "1 small figure is withheld. 1 more is withheld, so that nobody can work out the small ones." },
  { "nothing", OF (ONE_COLUMN), { .threshold = 2 }, NULL, "", TRUE,
    "No figure is withheld or rounded." },
  { "round", OF (ONE_COLUMN), { .threshold = 4, .round = 5, .method = FOI_SMALL_ROUND }, NULL,
    "r:A/n r:B/n r:C/n r:All/n", TRUE, "4 figures are rounded, and move by 6 in all." },
  { "controlled", OF (ONE_COLUMN),
    { .threshold = 4, .round = 5, .method = FOI_SMALL_ROUND_CONTROLLED }, NULL,
    "r:A/n r:B/n r:C/n r:All/n", TRUE, "4 figures are rounded, and move by 6 in all." },
  { "left-out-and-given-away", OF (GIRLS_ARE_FEW), { .threshold = 5 }, "girls", "s:A/boys", TRUE,
    "1 column is left out of the letter. 1 figure is withheld, so that nobody can work out small "
    "ones." },
  { "left-out-of-a-total", OF (BOYS_AND_GIRLS), { .threshold = 5 }, "girls", "p:A/boys s:B/boys",
    TRUE, "1 column is left out of the letter. 1 small figure is withheld. 1 more is withheld, so "
          "that nobody can work out the small ones." },
};

static FoiRemedyRequest *
make_request (guint i)
{
  FoiRemedyRequest *request = foi_remedy_request_new ("refs");

  request->rule = facts[i].rule;
  request->reason = g_strdup ("Few people live there");
  if (facts[i].dropped != NULL)
    request->dropped = g_strsplit (facts[i].dropped, " ", -1);
  return request;
}

static void
assert_same_file (FoiCaseState *state, GBytes *before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) after = foi_case_file_write (state, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (after, NULL), g_bytes_get_size (after),
                   g_bytes_get_data (before, NULL), g_bytes_get_size (before));
}

static char *
name_cells (FoiRemedy *remedy)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < remedy->cells->len; i++)
    {
      const FoiRemedyCell *cell = &g_array_index (remedy->cells, FoiRemedyCell, i);

      g_string_append_printf (names, "%s%c:%s/%s", i > 0 ? " " : "", "psr"[cell->by],
                              cell->row_name, cell->column);
    }
  return g_string_free (names, FALSE);
}

/* What it would do is said, doing it is one step, and undoing that gives the same bytes. */
static void
test_remedy (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FoiCaseState) state = make_state (facts[i].text);
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  g_autoptr (FoiRemedyRequest) request = make_request (i);
  g_autoptr (FoiRemedyRequest) again = foi_remedy_request_new ("refs");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = foi_case_file_write (state, &error);
  g_autoptr (FoiRemedy) remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
  g_autoptr (FoiRemedy) off = NULL;
  g_autofree char *cells = NULL;

  g_assert_no_error (error);
  cells = name_cells (remedy);
  g_assert_cmpstr (cells, ==, facts[i].cells);
  g_assert_cmpstr (remedy->loss, ==, facts[i].loss);
  g_assert_cmpint (remedy->is_safe, ==, facts[i].is_safe);
  g_assert_true (foi_remedy_apply (remedy, editor, &error));
  g_assert_true (foi_case_get_state (foi_case) == remedy->after);
  again->takes_off = TRUE;
  off = foi_remedy_new (remedy->after, again, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (facts[i].dropped == NULL)
    assert_same_file (off->after, before);
  g_assert_false (foi_remedy_apply (off, editor, NULL)
                  && foi_remedy_apply (off, editor, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_assert_true (foi_case_editor_undo (editor));
  g_assert_true (foi_case_editor_undo (editor));
  g_assert_false (foi_case_editor_can_undo (editor));
  assert_same_file (foi_case_get_state (foi_case), before);
}

/* ---- combining ---- */

#define YEAR(name) "{'year':'" name "'}"
#define YEARS \
  "{'name':'refs','type':'table','title':'Referrals','mediatype':'application/json'," \
  "'schema':{'fields':[{'name':'year','title':'Year','type':'string','foi:role':'period'," \
  "'foi:period':'financial-year'}," COUNT ("calls") "," COUNT ("late") "," \
  FIELD ("share", "Share", "'type':'number','foi:unit':'%','foi:decimals':1") "," \
  FIELD ("weeks", "Weeks", "'type':'integer','foi:role':'coverage','foi:of':52," \
         "'foi:covers':['calls']") "," \
  FIELD ("words", "Comment", "'type':'string','foi:role':'note'") "]," \
  "'primaryKey':['year'],'missingValues':['','[c]','[x]','[z]','[low]']}," \
  "'data':[['year','calls','late','share','weeks','words']," \
  "['2016/17',200,3,'1.5',27,'Same'],['2017/18',400,10,'2.5',52,'Same']," \
  "['2018/19',100,8,'8.0',52,'Other'],['',700,21,'3.0',131,'']]," \
  "'foi:notes':[{'id':'n1','row':" YEAR ("2017/18") ",'field':'calls','text':'New system'}]," \
  "'foi:totals':[{'row':{'foi:row':4},'of':[" YEAR ("2016/17") "," YEAR ("2017/18") "," \
  YEAR ("2018/19") "]}]}"
#define AVERAGES \
  COUNTS (COUNT ("n") "," FIELD ("mean", "Mean days", "'type':'number','foi:decimals':1"), \
          "['area','n','mean'],['A',3,'2.5'],['B',4,'8.0']", "")
#define UNKNOWN \
  COUNTS (COUNT ("n"), "['area','n'],['A','[c]'],['B',4],['C','[x]']", \
          ",'foi:notes':[{'id':'n1','row':" AREA ("A") ",'field':'n','bounds':{'from':1,'to':4}}]")
#define BLANKS \
  COUNTS (COUNT ("n") "," COUNT ("k"), \
          "['area','n','k'],['A','',7],['B',7,'[z]'],['C',9,''],['D',0,4]", "")
#define PARTS \
  COUNTS (COUNT ("n"), "['area','n'],['a1',1],['a2',2],['A',3],['b1',4],['All',7]", \
          ",'foi:totals':[{'row':" AREA ("A") ",'of':[" AREA ("a1") "," AREA ("a2") "]},{'row':" \
          AREA ("All") ",'of':[" AREA ("A") "," AREA ("b1") "]}]")

static const struct
{
  const char *name;
  const char *text;
  const char *rows, *rows_label;
  const char *columns, *columns_label;
  const char *csv;     /* of the table as it would be */
  const char *totals, *notes;
  const char *refusal; /* instead of all that */
} combinations[] = {
  { "categories", OF (ONE_COLUMN), "A|C", NULL, NULL, NULL,
    "Area,n\nA and C,12\nB,12\nD,20\nAll,44\n",
    "[{'row':{'area':'All'},'of':[{'area':'A and C'},{'area':'B'},{'area':'D'}]}]", NULL, NULL },
  { "years", OF (YEARS), "2016/17|2017/18", NULL, NULL, NULL,
    "Year,calls,late,Share (%),Weeks,Comment\n2016/17 to 2017/18,600,13,2.2,79,Same\n"
    "2018/19,100,8,8.0,52,Other\nTotal,700,21,3.0,131,\n",
    "[{'row':{'year':'Total'},'of':[{'year':'2016/17 to 2017/18'},{'year':'2018/19'}]}]",
    "[{'id':'n1','row':{'year':'2016/17 to 2017/18'},'field':'calls','text':'New system'},"
    "{'id':'n2','row':{'year':'2016/17 to 2017/18'},'field':'weeks',"
    "'text':'79 of 104, over all that is combined here.'}]", NULL },
  { "words-that-differ", OF (YEARS), "2017/18|2018/19", "Later", NULL, NULL,
    "Year,calls,late,Share (%),Weeks,Comment\n2016/17,200,3,1.5,27,Same\nLater,500,18,3.6,104,\n"
    "Total,700,21,3.0,131,\n", NULL, NULL, NULL },
  { "columns", OF (BOYS_AND_GIRLS), NULL, NULL, "boys girls", "Children",
    "Area,Children,all\nA,43,43\nB,26,26\nAll,69,69\n",
    "[{'field':'all','of':['children']},{'row':{'area':'All'},'of':[{'area':'A'},{'area':'B'}]}]",
    NULL, NULL },
  { "means", OF (AVERAGES), "A|B", NULL, NULL, NULL, NULL, NULL, NULL,
    "“Mean days” cannot be added up, and it cannot be worked out from other columns: leave it out "
    "of the letter first. Nothing was changed." },
  { "came-suppressed", OF (UNKNOWN), "A|B", NULL, NULL, NULL, "Area,n\nA and B,[c]\nC,[x]\n",
    NULL, "[{'id':'n1','row':{'area':'A and B'},'field':'n','bounds':{'from':5,'to':8}}]", NULL },
  { "not-known", OF (UNKNOWN), "B|C", NULL, NULL, NULL, NULL, NULL, NULL,
    "In “n” a figure is not known, so the sum is not known either. Nothing was changed." },
  { "blank", OF (BLANKS), "A|B", NULL, NULL, NULL, NULL, NULL, NULL,
    "In “n” a cell is blank, so the sum is not known: enter 0 if that is what it means, or [z] "
    "where it does not apply. Nothing was changed." },
  { "blank-column", OF (BLANKS), NULL, NULL, "n k", "Both", NULL, NULL, NULL,
    "Row 1: One of the cells is blank, so the sum is not known: enter 0 if that is what it "
    "means, or [z] where it does not apply. Nothing was changed." },
  { "not-applicable", OF (BLANKS), "B|D", NULL, NULL, NULL,
    "Area,n,k\nA,,7\nB and D,7,4\nC,9,\n", NULL, NULL, NULL },
  { "nothing-but-blank", OF (BLANKS), "B|C", NULL, NULL, NULL,
    "Area,n,k\nA,,7\nB and C,16,[z]\nD,0,4\n", NULL, NULL, NULL },
  { "different-totals", OF (PARTS), "a2|b1", NULL, NULL, NULL, NULL, NULL, NULL,
    "The rows are parts of different totals, which would not add up any more. Nothing was "
    "changed." },
  { "a-total", OF (PARTS), "A|b1", NULL, NULL, NULL, NULL, NULL, NULL,
    "Row 3 is a total: only what is in a total can be combined. Nothing was changed." },
  { "name-in-use", OF (ONE_COLUMN), "A|C", "B", NULL, NULL, NULL, NULL, NULL,
    "There is a row “B” already. Nothing was changed." },
  { "alone", OF (ONE_COLUMN), "A", NULL, NULL, NULL, NULL, NULL, NULL,
    "It takes two rows or more to combine them. Nothing was changed." },
  { "rate-of-a-column", OF (YEARS), NULL, NULL, "calls late", "Both", NULL, NULL, NULL,
    "“Share” is worked out from one of the columns: leave it out of the letter first. Nothing was "
    "changed." },
};

static void
assert_json (FoiTableData *data, const char *member, const char *expected)
{
  JsonNode *node = foi_json_get_member (foi_table_data_get_resource (data), member);
  g_autofree char *found = node != NULL ? json_to_string (node, FALSE) : NULL;
  g_autofree char *wanted = NULL;

  if (expected == NULL)
    return;
  wanted = g_strdelimit (g_strdup (expected), "'", '"');
  g_assert_cmpstr (found, ==, wanted);
}

static char *
dup_csv (FoiPublication *publication)
{
  g_autofree char *written = foi_publication_to_csv (publication);
  g_auto (GStrv) lines = g_strsplit (written, "\r\n", -1);

  return g_strjoinv ("\n", lines);
}

/* Sums, rates, totals and notes are those of the new row or column, or it is said why not. */
static void
test_combination (gconstpointer user_data)
{
  const guint i = GPOINTER_TO_UINT (user_data);
  g_autoptr (FoiCaseState) state = make_state (combinations[i].text);
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiRemedy) remedy = NULL;
  g_autoptr (FoiPublication) publication = NULL;
  g_autofree char *csv = NULL;
  g_auto (GStrv) rows = g_strsplit (combinations[i].rows != NULL ? combinations[i].rows : "", "|",
                                    -1);
  FoiTableData *data;

  for (guint j = 0; rows[j] != NULL; j++)
    g_assert_true (foi_remedy_request_add_row (request, state, rows[j], &error));
  request->rows_label = g_strdup (combinations[i].rows_label);
  if (combinations[i].columns != NULL)
    request->columns = g_strsplit (combinations[i].columns, " ", -1);
  request->columns_label = g_strdup (combinations[i].columns_label);
  remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
  if (combinations[i].refusal != NULL)
    {
      g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
      g_assert_cmpstr (error->message, ==, combinations[i].refusal);
      return;
    }
  g_assert_no_error (error);
  data = foi_case_state_find_table (remedy->after, "refs");
  publication = foi_publication_new (data);
  csv = dup_csv (publication);
  g_assert_cmpstr (csv, ==, combinations[i].csv);
  assert_json (data, "foi:totals", combinations[i].totals);
  assert_json (data, "foi:notes", combinations[i].notes);
}

/* Where no choice of cells is safe, rows are proposed that are, and they are safe indeed. */
static void
test_proposal (void)
{
  g_autoptr (FoiCaseState) state = make_state (CASE (
    "", QUESTION ("q1", "1", ",'held':'yes','outcome':'part','tables':['refs'],"
                             "'answer':'There were 6 calls in Sum.'"),
    COUNTS (FIELD ("n", "Calls", "'type':'integer'"),
            "['area','n'],['A',1],['B',5],['Sum',6],['C',50],['All',56]",
            ",'foi:totals':[{'row':" AREA ("Sum") ",'of':[" AREA ("A") "," AREA ("B")
            "]},{'row':" AREA ("All") ",'of':[" AREA ("Sum") "," AREA ("C") "]}]")));
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiRemedy) remedy = NULL;
  g_autoptr (FoiRemedy) proposed = NULL;

  request->rule.threshold = 5;
  remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (remedy->is_safe);
  g_assert_cmpstr (remedy->advice, ==,
                   "No choice of cells keeps every small number from being worked out. Combine "
                   "“A and B” into one row: then nobody can work out more.");
  proposed = foi_remedy_new (state, remedy->proposal, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (proposed->is_safe);
}

/* Tables that tell of each other: of boys by school, and of these by reason. */
#define REASONS(rule, rows) \
  "{'name':'why','type':'table','title':'Reasons','mediatype':'application/json'," \
  "'schema':{'fields':[{'name':'area','title':'Area','type':'string','foi:role':'category'}," \
  COUNT ("a") "," COUNT ("b") "," COUNT ("c") "],'primaryKey':['area']," \
  "'missingValues':['','[c]','[x]','[z]','[low]']}," rule "'data':[['area','a','b','c']," rows "]}"
#define BOTH(rule, rows) \
  CASE ("", QUESTION ("q1", "1", ",'held':'yes','outcome':'part','tables':['refs','why']"), \
        COUNTS (COUNT ("n"), "['area','n'],['A',3],['B',14],['C',9],['D',22]", "") "," \
        REASONS (rule, rows))
#define WITH_ZEROS "['A',3,0,0],['B',6,8,0],['C',3,0,6],['D',9,9,4]"
#define ALL_FEW "['A',1,1,1],['B',6,4,4],['C',3,3,3],['D',9,9,4]"

static const struct
{
  const char *name;
  const char *text;
  const char *table;
  const char *also; /* proposed; NULL for nothing */
  gint64 threshold;
  const char *rows;
  const char *advice;
} pairs[] = {
  { "one", BOTH ("", WITH_ZEROS), "refs", "why", 5, NULL,
    "“Reasons” shows figures that these can be worked out of.\n"
    "Protect “Reasons” together with this table. Then nobody can work out more." },
  { "the-other", BOTH ("", WITH_ZEROS), "why", "refs", 5, NULL,
    "“Referrals” shows figures that these can be worked out of.\n"
    "Protect “Referrals” together with this table. Then nobody can work out more." },
  /* What the other table withholds up to 6 is not shown again for a rule up to 5. */
  { "stricter", BOTH ("'foi:rule':{'threshold':6,'zero':'keep','method':'suppress'},", WITH_ZEROS),
    "refs", "why", 6, NULL,
    "“Reasons” shows figures that these can be worked out of.\n"
    "Protect “Reasons” together with this table, both by the stricter rule, for numbers up to 6. "
    "Then nobody can work out more." },
  { "and-combined", BOTH ("", ALL_FEW), "why", "refs", 5, "A and C",
    "“Referrals” shows figures that these can be worked out of.\n"
    "Protect “Referrals” together with this table. Combine “A and C” into one row as well. Then "
    "nobody can work out more." },
  { "begins-elsewhere", BOTH ("", ALL_FEW), "refs", NULL, 0, NULL,
    "“Reasons” shows shares, rates or other figures that these can be worked out of. Leave that "
    "table, or its columns, out of the letter, or protect both together.\n"
    "Begin with “Reasons”: combine “A and C” into one row there, and protect both tables together. "
    "Then nobody can work out more." },
};

/* Neither could be protected alone. What is proposed is safe, one step, and undone as one. */
static void
test_pair (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FoiCaseState) state = make_state (pairs[i].text);
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new (pairs[i].table);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = foi_case_file_write (state, &error);
  g_autoptr (FoiRemedy) remedy = NULL;
  g_autoptr (FoiRemedy) proposed = NULL;

  request->rule.threshold = 5;
  remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (remedy->is_safe);
  g_assert_cmpstr (remedy->advice, ==, pairs[i].advice);
  g_assert_cmpint (remedy->proposal != NULL, ==, pairs[i].also != NULL);
  if (remedy->proposal == NULL)
    return;
  g_assert_cmpstr (remedy->proposal->also[0], ==, pairs[i].also);
  g_assert_null (remedy->proposal->also[1]);
  g_assert_cmpint (remedy->proposal->rule.threshold, ==, pairs[i].threshold);
  g_assert_cmpstr (remedy->proposal->rows_label, ==, pairs[i].rows);
  proposed = foi_remedy_new (state, remedy->proposal, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (proposed->is_safe);
  g_assert_true (foi_remedy_apply (proposed, editor, &error));
  for (guint j = 0; j < 2; j++)
    g_assert_nonnull (foi_json_get_member (
      foi_table_data_get_resource (foi_case_state_find_table (foi_case_get_state (foi_case),
                                                              j == 0 ? "refs" : "why")),
      "foi:rule"));
  g_assert_true (foi_case_editor_undo (editor));
  g_assert_false (foi_case_editor_can_undo (editor));
  assert_same_file (foi_case_get_state (foi_case), before);
}

/* ---- what is published ---- */

#define HIDDEN(area, value, by) \
  "{'table':'refs','row':" AREA (area) ",'field':'n','value':" value ",'by':'" by "'}"
#define HIDING(withheld, rows, rule) \
  CASE (",'withheld':[" withheld "]", ANSWER, \
        COUNTS (COUNT ("n"), "['area','n']," rows, ",'foi:rule':" rule))

static const struct
{
  const char *name;
  const char *text;
  const char *csv;
} letters[] = {
  { "withheld-but-shown",
    HIDING (HIDDEN ("A", "3", "primary") "," HIDDEN ("B", "12", "secondary"),
            "['A',3],['B',12],['C',9]", "{'threshold':5}"),
    "Area,n\nA,[c]\nB,[c]\nC,9\n" },
  { "rounded-but-shown",
    HIDING (HIDDEN ("A", "3", "rounded") "," HIDDEN ("B", "12", "rounded"),
            "['A',3],['B',10],['C',5]", "{'threshold':4,'round':5,'method':'round'}"),
    "Area,n\nA,[c]\nB,10\nC,5\n" },
  { "fewer-than",
    HIDING (HIDDEN ("A", "3", "primary") "," HIDDEN ("B", "12", "secondary") ","
            HIDDEN ("C", "40", "primary"), "['A','[c]'],['B','[c]'],['C','[c]']",
            "{'threshold':5,'marks':'fewer than 6'}"),
    "Area,n\nA,fewer than 6\nB,[c]\nC,[c]\n" },
  { "marks", HIDING (HIDDEN ("A", "3", "primary"), "['A','[c]'],['B',12]",
                     "{'threshold':5,'marks':'[c]'}"), "Area,n\nA,[c]\nB,12\n" },
};

/* What the case withholds is not published, whatever its table says; and what was issued says the
 * same when it is read again. */
static void
test_published (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FoiBrief) brief = make_brief (letters[i].text);
  FoiPublication *publication = foi_brief_find_publication (brief, "refs");
  g_autoptr (JsonNode) frozen = foi_publication_to_json (publication);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiPublication) read = foi_publication_new_from_json (frozen, &error);
  g_autofree char *csv = dup_csv (publication);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (csv, ==, letters[i].csv);
  again = dup_csv (read);
  g_assert_cmpstr (again, ==, letters[i].csv);
  g_assert_true (foi_publication_equal (publication, read));
}

/* ---- tables that share figures ---- */

#define SAME(a, b) \
  "[{'table':'refs','row':" AREA (a) ",'field':'n'},{'table':'more','row':" AREA (b) "," \
  "'field':'k'}]"
#define LINKED \
  COUNTS (COUNT ("n"), "['area','n'],['A',3],['B',13],['All',16]", \
          ",'foi:totals':[{'row':" AREA ("All") ",'of':[" AREA ("A") "," AREA ("B") "]}]," \
          "'foi:same':[" SAME ("All", "X") "," SAME ("A", "Z") "]") "," \
  "{'name':'more','type':'table','title':'More','mediatype':'application/json'," \
  "'schema':{'fields':[{'name':'area','title':'Area','type':'string'}," COUNT ("k") "]," \
  "'primaryKey':['area'],'missingValues':['','[c]','[x]','[z]','[low]']}," \
  "'data':[['area','k'],['X',16],['Y',22],['Z',3],['Sum',41]]," \
  "'foi:totals':[{'row':" AREA ("Sum") ",'of':[" AREA ("X") "," AREA ("Y") "," AREA ("Z") "]}]}"

static gint64
get_figure (FoiCaseState *state, const char *table, guint row)
{
  const FoiCell *cell = foi_table_data_get_cell (foi_case_state_find_table (state, table), row, 1);

  g_assert_cmpint (cell->state, ==, FOI_CELL_VALUE);
  return cell->number;
}

/* They are rounded together, so that their figures stay the same and all totals add up; and shown
 * again together. */
static void
test_linked (void)
{
  g_autoptr (FoiCaseState) state = make_state (OF (LINKED));
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
  g_autoptr (FoiRemedyRequest) off = foi_remedy_request_new ("more");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = foi_case_file_write (state, &error);
  g_autoptr (FoiRemedy) remedy = NULL;
  g_autoptr (FoiRemedy) shown = NULL;

  request->rule = (FoiSmallRule) { .threshold = 4, .round = 5,
                                   .method = FOI_SMALL_ROUND_CONTROLLED };
  remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_json (foi_case_state_find_table (remedy->after, "more"), "foi:notes",
               "[{'id':'rounded','text':'Figures are rounded to multiples of 5.'}]");
  g_assert_cmpint (get_figure (remedy->after, "refs", 2), ==,
                   get_figure (remedy->after, "more", 0));
  g_assert_cmpint (get_figure (remedy->after, "refs", 0), ==,
                   get_figure (remedy->after, "more", 2));
  g_assert_cmpint (get_figure (remedy->after, "refs", 2), ==,
                   get_figure (remedy->after, "refs", 0) + get_figure (remedy->after, "refs", 1));
  g_assert_cmpint (get_figure (remedy->after, "more", 3), ==,
                   get_figure (remedy->after, "more", 0) + get_figure (remedy->after, "more", 1)
                     + get_figure (remedy->after, "more", 2));
  off->takes_off = TRUE;
  shown = foi_remedy_new (remedy->after, off, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_same_file (shown->after, before);
}

static const struct
{
  const char *name;
  const char *text;
  FoiSmallRule rule;
  const char *refusal;
} refusals[] = {
  { "no-rounding",
    OF (COUNTS (COUNT ("n") "," COUNT ("k") ","
                FIELD ("all", "All", "'type':'number','foi:decimals':1"),
                "['area','n','k','all'],['A',3,9,'12.0']",
                ",'foi:totals':[{'field':'all','of':['n','k']}]")),
    { .threshold = 4, .round = 5, .method = FOI_SMALL_ROUND_CONTROLLED },
    "There is no rounding to this base by which all totals still add up. Nothing was changed." },
  { "below-zero", OF (COUNTS (COUNT ("n"), "['area','n'],['A',3],['B',-9]", "")),
    { .threshold = 4, .round = 5, .method = FOI_SMALL_ROUND },
    "Only counts can be rounded, and B, n is below zero. Nothing was changed." },
};

/* What cannot be rounded is said, and where. */
static void
test_refusal (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FoiCaseState) state = make_state (refusals[i].text);
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
  g_autoptr (GError) error = NULL;

  request->rule = refusals[i].rule;
  g_assert_null (foi_remedy_new (state, request, NULL, NULL, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, refusals[i].refusal);
}

/* A figure that is withheld by hand after it was rounded keeps its true value, and one that is
 * typed anew is what was typed. */
static void
test_edited (void)
{
  g_autoptr (FoiCaseState) state = make_state (OF (ONE_COLUMN));
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiRemedy) remedy = NULL;
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  FoiCell typed = foi_cell_number (25);
  JsonNode *withheld;

  request->rule = (FoiSmallRule) { .threshold = 4, .round = 5, .method = FOI_SMALL_ROUND };
  remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (foi_remedy_apply (remedy, editor, &error));
  g_assert_true (foi_case_editor_suppress (editor, "refs", 1, "n", TRUE, &error));
  g_assert_true (foi_case_editor_set_cell (editor, "refs", 2, "n", &typed, &error));
  g_assert_no_error (error);
  withheld = foi_case_state_get_node (foi_case_get_state (foi_case), "withheld");
  g_assert_cmpuint (foi_json_get_n_elements (withheld), ==, 3);
  g_assert_cmpstr (foi_json_get_string (foi_json_get_element (withheld, 0), "by", NULL), ==,
                   "primary");
  g_assert_cmpint (foi_json_get_integer (foi_json_get_element (withheld, 0), "value", -1), ==, 3);
  g_assert_cmpint (foi_json_get_integer (foi_json_get_element (withheld, 1), "value", -1), ==, 9);
}

/* Among rounded figures no exact one is shown again, neither of a cell that was withheld since nor
 * of one that is rounded; one that is typed is found. */
static void
test_shown_among_rounded (void)
{
  g_autoptr (FoiCaseState) state = make_state (OF (ONE_COLUMN));
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiRemedy) remedy = NULL;
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  g_autoptr (FoiDisclosureCase) disclosure = NULL;
  g_autoptr (FoiAudit) audit = NULL;
  const FoiCell typed = foi_cell_number (3);

  request->rule = (FoiSmallRule) { .threshold = 4, .round = 5, .method = FOI_SMALL_ROUND };
  remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (foi_remedy_apply (remedy, editor, &error));
  g_assert_true (foi_case_editor_suppress (editor, "refs", 1, "n", TRUE, &error));
  for (guint64 row = 1; row <= 2; row++)
    {
      FoiCaseState *before = foi_case_get_state (foi_case);

      g_assert_false (foi_case_editor_reveal (editor, "refs", row, "n", &error));
      g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, "take the rounding of the whole table off"));
      g_assert_true (foi_case_get_state (foi_case) == before);
      g_clear_error (&error);
    }
  g_assert_true (foi_case_editor_set_cell (editor, "refs", 1, "n", &typed, &error));
  disclosure = foi_disclosure_case_new (foi_case_get_state (foi_case), NULL, NULL);
  audit = foi_audit_run (disclosure->problem, FOI_ATTACKER_ALL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (audit->is_safe);
}

/* It can be stopped before it is done. */
static void
test_cancelled (void)
{
  g_autoptr (FoiCaseState) state = make_state (OF (ONE_COLUMN));
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  request->rule.threshold = 5;
  g_cancellable_cancel (cancellable);
  g_assert_null (foi_remedy_new (state, request, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
cancel_once_begun (guint done, guint total, gpointer user_data)
{
  g_assert_cmpuint (done, <=, total);
  g_cancellable_cancel (user_data);
}

static void
see_progress (guint done, guint total, gpointer user_data)
{
  guint *last = user_data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (done, <=, total);
  *last = done;
}

/* A search for a rounding says how far it is, and can be stopped on its way. */
static void
test_rounding_on_its_way (void)
{
  g_autoptr (FoiCaseState) state = make_state (OF (ONE_COLUMN));
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FoiRemedy) remedy = NULL;
  g_autoptr (GError) error = NULL;
  guint last = 0;

  request->rule = (FoiSmallRule) {
    .threshold = 4, .round = 5, .method = FOI_SMALL_ROUND_CONTROLLED
  };
  g_assert_null (foi_remedy_new (state, request, cancel_once_begun, cancellable, cancellable,
                                 &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  remedy = foi_remedy_new (state, request, see_progress, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last, >, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/remedy/%s", facts[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_remedy);
    }
  for (guint i = 0; i < G_N_ELEMENTS (combinations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/remedy/combine/%s", combinations[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_combination);
    }
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *path = g_strdup_printf ("/remedy/published/%s", letters[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_published);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/remedy/refused/%s", refusals[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refusal);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/remedy/pair/%s", pairs[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pair);
    }
  g_test_add_func ("/remedy/proposal", test_proposal);
  g_test_add_func ("/remedy/linked", test_linked);
  g_test_add_func ("/remedy/edited", test_edited);
  g_test_add_func ("/remedy/shown-among-rounded", test_shown_among_rounded);
  g_test_add_func ("/remedy/cancelled", test_cancelled);
  g_test_add_func ("/remedy/rounding-on-its-way", test_rounding_on_its_way);
  return g_test_run ();
}
