/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "make-table.h"

#include "foi-error.h"
#include "foi-table.h"

/* Everything that may not leave says "secret" or has one of the numbers 7117 to 7119. */
#define GUARDED \
  "{'name':'mash-calls','type':'table','title':'MASH calls','description':'Each year',"            \
  "'x-officer':'secret','path':'secret','foi:rule':{'threshold':7117,'reason':'secret'},"          \
  "'schema':{'x-schema':'secret','primaryKey':['year'],'missingValues':['','[c]'],'fields':["      \
  "{'name':'year','title':'Year','type':'string','foi:period':'financial-year',"  \
  "'foi:role':'period','x-field':'secret','constraints':{'unique':true,'enum':['secret']}},"  \
  "{'name':'secret_first','type':'integer','foi:left-out':true},"                                  \
  "{'name':'calls','title':'Calls','type':'integer','foi:role':'measure'},"                        \
  "{'name':'weeks','type':'integer','foi:role':'coverage','foi:of':52,"                            \
  "'foi:covers':['secret_first','calls']},"                                                        \
  "{'name':'secret_note','title':'Secret','type':'string','foi:left-out':true},"                   \
  "{'name':'foi:row','title':'secret','type':'integer'}]},"                                        \
  "'data':[['2016/17',7118,20049,21,'secret a',7119],['2017/18',7118,'[c]',52,'secret b',7119],"   \
  "['2018/19',7118,20982,51,'',7119]],"                                                            \
  "'foi:notes':[{'id':'n1','row':{'year':'2016/17'},'field':'calls','text':'Part year'},"          \
  "{'id':'secret2','row':{'year':'2016/17'},'field':'secret_note','text':'secret'},"               \
  "{'id':'secret3','row':{'year':'2099/00'},'text':'secret'},"                                     \
  "{'id':'secret4','row':{'year':'2017/18'},'field':'calls','bounds':{'from':7117,'to':7118}},"    \
  "{'id':'n5','row':{'year':'2018/19'},'text':'On the row','x-by':'secret'},"                      \
  "{'id':'n6','text':'On the table'}],"                                                            \
  "'foi:totals':[{'row':{'year':'2018/19'},'of':[{'year':'2016/17'},{'year':'2017/18'}]},"         \
  "{'field':'weeks','of':['secret_first','calls']},{'field':'secret_first','of':['calls']}],"      \
  "'foi:same':[[{'table':'secret','row':{'year':'2016/17'},'field':'calls'}]],"                    \
  "'foi:chart':{'kind':'column','x':'year','y':['secret_first','calls'],'in_letter':true,"         \
  "'x-chart':'secret'},'foi:print':'both'}"

static FoiPublication *
publish (const char *text)
{
  g_autoptr (FoiTableData) data = make_table (text);

  return foi_publication_new (data);
}

static void
assert_clean (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  g_assert_null (strstr (lower, "secret"));
  for (int number = 7117; number <= 7119; number++)
    {
      g_autofree char *digits = g_strdup_printf ("%d", number);

      g_assert_null (strstr (text, digits));
    }
}

static void
test_nothing_internal (void)
{
  g_autoptr (FoiPublication) publication = publish (GUARDED);
  g_autoptr (JsonNode) node = foi_publication_to_json (publication);
  g_autofree char *json = json_to_string (node, TRUE);
  g_autofree char *csv = foi_publication_to_csv (publication);
  g_autofree char *chart = json_to_string (foi_publication_get_chart (publication), FALSE);

  assert_clean (json);
  assert_clean (csv);
  g_assert_cmpstr (chart, ==,
                   "{\"kind\":\"column\",\"x\":\"year\",\"y\":[\"calls\"],\"in_letter\":true}");
  for (guint i = 0; i < foi_publication_get_n_columns (publication); i++)
    {
      FoiColumn *column = foi_publication_get_column (publication, i);
      g_autofree char *field = json_to_string (foi_column_get_field (column), FALSE);

      assert_clean (field);
    }
  g_assert_cmpint (foi_publication_find_column (publication, "secret_first"), ==, -1);
  g_assert_cmpint (foi_publication_find_column (publication, FOI_ROW_FIELD), ==, -1);
}

/* The file of a table, whoever makes it: what spreadsheets read as UTF-8. */
static void
test_csv_file (void)
{
  g_autoptr (FoiPublication) publication = publish (GUARDED);
  g_autofree char *csv = foi_publication_to_csv (publication);
  g_autoptr (GBytes) file = foi_publication_to_csv_file (publication);
  gsize length;
  const char *bytes = g_bytes_get_data (file, &length);

  g_assert_cmpuint (length, ==, strlen (csv) + 3);
  g_assert_cmpmem (bytes, 3, "\xef\xbb\xbf", 3);
  g_assert_cmpmem (bytes + 3, length - 3, csv, strlen (csv));
}

/* A total that no year names is called so in the letter and in the file that goes with it. */
static void
test_name_of_total (void)
{
  g_autoptr (FoiPublication) publication = publish (
    "{'name':'t','schema':{'primaryKey':['year'],'fields':["
    "{'name':'year','type':'string','foi:period':'financial-year','foi:role':'period'},"
    "{'name':'weeks','type':'integer'},{'name':'calls','type':'integer'}]},"
    "'data':[['2021/22','',1],['2022/23',2,2],['','',3],['','',4]],"
    "'foi:totals':[{'row':{'foi:row':3},'of':[{'year':'2021/22'},{'year':'2022/23'}]}]}");
  g_autofree char *csv = foi_publication_to_csv (publication);

  for (guint row = 0; row < 4; row++)
    {
      g_autofree char *name = foi_publication_format (publication, row, 0);

      g_assert_cmpint (foi_publication_is_name_of_total (publication, row, 0), ==, row == 2);
      g_assert_false (foi_publication_is_name_of_total (publication, row, 1));
      g_assert_cmpint (g_str_equal (name, "Total"), ==, row == 2);
    }
  g_assert_cmpstr (csv, ==, "year,weeks,calls\r\n2021/22,,1\r\n2022/23,2,2\r\n"
                            "Total,,3\r\n,,4\r\n");
}

static void
test_what_is_shown (void)
{
  g_autoptr (FoiPublication) publication = publish (GUARDED);
  g_autofree char *csv = foi_publication_to_csv (publication);
  g_autofree char *figure = foi_publication_format (publication, 0, 1);
  const FoiPublishedNote *note;
  FoiCell cell = foi_cell_number (7119);

  g_assert_cmpstr (foi_publication_get_title (publication), ==, "MASH calls");
  g_assert_cmpstr (foi_publication_get_description (publication), ==, "Each year");
  g_assert_cmpint (foi_publication_get_print (publication), ==, FOI_PRINT_BOTH);
  g_assert_cmpuint (foi_publication_get_n_columns (publication), ==, 3);
  g_assert_cmpuint (foi_publication_get_n_rows (publication), ==, 3);
  g_assert_cmpstr (csv, ==, "Year,Calls,weeks\r\n2016/17,20049,21\r\n2017/18,[c],52\r\n"
                            "2018/19,20982,51\r\n");
  foi_publication_get_cell (publication, 1, 1, &cell);
  g_assert_cmpint (cell.state, ==, FOI_CELL_SUPPRESSED);
  g_assert_cmpint (cell.number, ==, 0);
  g_assert_cmpstr (figure, ==, "20,049");
  g_assert_false (foi_publication_is_total_row (publication, 0));
  g_assert_true (foi_publication_is_total_row (publication, 2));
  g_assert_false (foi_publication_is_total_column (publication, 1));
  g_assert_true (foi_publication_is_total_column (publication, 2));

  g_assert_cmpuint (foi_publication_get_n_notes (publication), ==, 3);
  note = foi_publication_get_note (publication, 0);
  g_assert_cmpuint (note->row, ==, 0);
  g_assert_cmpint (note->column, ==, 1);
  g_assert_cmpstr (note->text, ==, "Part year");
  note = foi_publication_get_note (publication, 1);
  g_assert_cmpuint (note->row, ==, 2);
  g_assert_cmpint (note->column, ==, -1);
  note = foi_publication_get_note (publication, 2);
  g_assert_cmpuint (note->row, ==, G_MAXUINT);
}

/* A value that lay behind a mark, by whatever fault, stays there. */
static void
test_value_behind_mark (void)
{
  g_autoptr (FoiTableData) data = make_table (GUARDED);
  FoiRowStore *rows = foi_table_data_get_rows (data);
  g_autoptr (FoiRecord) record = foi_record_copy (foi_row_store_get (rows, 1));
  g_autoptr (FoiRowStore) made = NULL;
  g_autoptr (FoiTableData) faulty = NULL;
  g_autoptr (FoiPublication) publication = NULL;
  FoiCell cell = FOI_CELL_INIT;

  record->cells[2].number = 7117;
  made = foi_row_store_replace (rows, 1, record);
  faulty = foi_table_data_with_rows (data, made, 9);
  publication = foi_publication_new (faulty);
  foi_publication_get_cell (publication, 1, 1, &cell);
  g_assert_cmpint (cell.state, ==, FOI_CELL_SUPPRESSED);
  g_assert_cmpint (cell.number, ==, 0);
}

/* The same after a turn as JSON, as issued letters keep their tables. */
static void
test_round_trip (void)
{
  static const char *const tables[] = {
    GUARDED,
    /* the key is left out: notes and totals name rows by number */
    "{'name':'t','schema':{'primaryKey':['id'],'fields':[{'name':'id','foi:left-out':true},"
    "{'name':'n','type':'number','foi:unit':'GBP','foi:decimals':2},{'name':'d','type':'date'}]},"
    "'data':[['a','1.50','2024-11-27'],['b','2.00',''],['c','3.50','[z]']],"
    "'foi:totals':[{'row':{'id':'c'},'of':[{'id':'a'},{'id':'b'}]}],"
    "'foi:notes':[{'id':'n','row':{'id':'b'},'text':'Not dated'}]}",
    /* a key of two columns, and one that is repeated */
    "{'name':'t','schema':{'primaryKey':['a','b'],'fields':[{'name':'b','type':'year'},"
    "{'name':'a'}]},'data':[[2020,'x'],[2021,'x'],[2021,'x']],"
    "'foi:notes':[{'row':{'a':'x','b':2020},'text':'1'},{'row':{'a':'x','b':2021},'text':'2'}]}",
    "{'name':'t','schema':{'fields':[{'name':'a'}]},'data':[]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (FoiPublication) publication = publish (tables[i]);
      g_autoptr (JsonNode) node = foi_publication_to_json (publication);
      g_autofree char *json = json_to_string (node, FALSE);
      g_autoptr (JsonNode) parsed = json_from_string (json, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiPublication) back = foi_publication_new_from_json (parsed, &error);
      g_autoptr (JsonNode) again = NULL;
      g_autofree char *again_json = NULL;

      g_assert_no_error (error);
      g_assert_true (foi_publication_equal (publication, back));
      g_assert_cmpuint (foi_publication_get_stamp (publication), !=,
                        foi_publication_get_stamp (back));
      again = foi_publication_to_json (back);
      again_json = json_to_string (again, FALSE);
      g_assert_cmpstr (again_json, ==, json);
    }
}

static void
test_refused_json (void)
{
  static const struct
  {
    const char *json;
    const char *message;
  } facts[] = {
    { "[]", "a table has no \"schema\"" },
    { "{'name':'t','data':[]}", "a table has no \"schema\"" },
    { "{'schema':{'fields':[{'name':'a'}]},'data':[['b']]}",
      "data[0]: the header row does not name the fields in their order" },
    { "{'schema':{'fields':[{'name':'a'}]}}",
      "data[0]: the header row does not name the fields in their order" },
    { "{'schema':{'fields':[{'name':'a'}]},'data':[['a'],['x','y']]}",
      "data[1]: the row has not as many cells as there are fields" },
    { "{'schema':{'fields':[{'name':'a','type':'integer'}]},'data':[['a'],[1],['1']]}",
      "data[2][0]: \"1\" is not an integer" },
    { "{'schema':{'fields':[{'name':'a'}]},'data':[['a'],[null]]}",
      "data[1][0]: a cell is a number or text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (JsonNode) node = parse_json (facts[i].json);
      g_autoptr (GError) error = NULL;

      g_assert_null (foi_publication_new_from_json (node, &error));
      g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
      g_assert_cmpstr (error->message, ==, facts[i].message);
    }
}

static void
test_find_cell (void)
{
  static const struct
  {
    const char *table;
    const char *key;
    const char *field;
    int row;
  } facts[] = {
    { GUARDED, "2017/18", "calls", 1 },
    { GUARDED, "2017/18", "secret_first", -1 },
    { GUARDED, "2017/19", "calls", -1 },
    { "{'schema':{'primaryKey':['d'],'fields':[{'name':'n','type':'integer'},"
      "{'name':'d','type':'date'}]},'data':[[1,'2024-11-27'],[2,'2024-11-28']]}",
      "2024-11-28", "n", 1 },
    { "{'schema':{'primaryKey':['d'],'fields':[{'name':'n','type':'integer'},"
      "{'name':'d','type':'date'}]},'data':[[1,'2024-11-27'],[2,'2024-11-28']]}",
      "28 November 2024", "n", 1 },
    { "{'schema':{'primaryKey':['a','b'],'fields':[{'name':'a'},{'name':'b','type':'year'},"
      "{'name':'n'}]},'data':[['x',2020,'p'],['x',2021,'q']]}",
      "x|2021", "n", 1 },
    /* no key: the first column, where it tells the rows apart */
    { "{'schema':{'fields':[{'name':'a'},{'name':'n'}]},'data':[['x','1'],['y','2'],['y','3']]}",
      "x", "n", 0 },
    { "{'schema':{'fields':[{'name':'a'},{'name':'n'}]},'data':[['x','1'],['y','2'],['y','3']]}",
      "y", "n", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiPublication) publication = publish (facts[i].table);
      guint row = 99, column = 99;
      gboolean found = foi_publication_find_cell (publication, facts[i].key, facts[i].field, &row,
                                                  &column);

      g_assert_cmpint (found, ==, facts[i].row >= 0);
      if (found)
        {
          g_assert_cmpint (row, ==, facts[i].row);
          g_assert_cmpint (column, ==, foi_publication_find_column (publication, facts[i].field));
        }
    }
}

static FoiTableData *
with_cell (FoiTableData *data, guint row, guint column, gint64 number)
{
  FoiRowStore *rows = foi_table_data_get_rows (data);
  g_autoptr (FoiRecord) record = foi_record_copy (foi_row_store_get (rows, row));
  g_autoptr (FoiRowStore) made = NULL;

  foi_cell_clear (&record->cells[column]);
  record->cells[column] = foi_cell_number (number);
  made = foi_row_store_replace (rows, row, record);
  return foi_table_data_with_rows (data, made, foi_table_data_get_next_row_id (data));
}

static void
test_equal (void)
{
  g_autoptr (FoiTableData) data = make_table (GUARDED);
  g_autoptr (FoiTableData) hidden = with_cell (data, 0, 1, 4);
  g_autoptr (FoiTableData) shown = with_cell (data, 0, 2, 4);
  g_autoptr (FoiPublication) first = foi_publication_new (data);
  g_autoptr (FoiPublication) same = foi_publication_new (data);
  g_autoptr (FoiPublication) still = foi_publication_new (hidden);
  g_autoptr (FoiPublication) other = foi_publication_new (shown);

  g_assert_cmpuint (foi_publication_get_stamp (first), ==, foi_publication_get_stamp (same));
  g_assert_true (foi_publication_equal (first, same));
  /* Another value in a column left out shows nowhere. */
  g_assert_cmpuint (foi_publication_get_stamp (first), !=, foi_publication_get_stamp (still));
  g_assert_true (foi_publication_equal (first, still));
  g_assert_false (foi_publication_equal (first, other));
}

/* Each of these differs from the first, and only in one thing. */
static void
test_differences (void)
{
  static const char *const tables[] = {
    "{'name':'t','schema':{'primaryKey':['k'],'fields':[{'name':'k'},{'name':'n'}]},"
    "'data':[['a','1'],['b','2']]}",
    "{'name':'t','schema':{'primaryKey':['k'],'fields':[{'name':'k'},{'name':'n'}]},"
    "'data':[['a','1'],['b','3']]}",
    "{'name':'t','schema':{'primaryKey':['k'],'fields':[{'name':'k'},{'name':'n'}]},"
    "'data':[['a','1']]}",
    "{'name':'t','schema':{'primaryKey':['k'],'fields':[{'name':'k'},{'name':'n','title':'N'}]},"
    "'data':[['a','1'],['b','2']]}",
    "{'name':'t','schema':{'primaryKey':['k'],'fields':[{'name':'k'}]},'data':[['a'],['b']]}",
    "{'name':'t','title':'T','schema':{'primaryKey':['k'],'fields':[{'name':'k'},{'name':'n'}]},"
    "'data':[['a','1'],['b','2']]}",
    "{'name':'t','schema':{'primaryKey':['k'],'fields':[{'name':'k'},{'name':'n'}]},"
    "'data':[['a','1'],['b','2']],'foi:notes':[{'id':'n1','text':'x'}]}",
    "{'name':'t','schema':{'primaryKey':['k'],'fields':[{'name':'k'},{'name':'n'}]},"
    "'data':[['a','1'],['b','2']],'foi:notes':[{'id':'n1','text':'y'}]}",
    "{'name':'t','schema':{'primaryKey':['k'],'fields':[{'name':'k'},{'name':'n'}]},"
    "'data':[['a','1'],['b','2']],'foi:totals':[{'row':{'k':'b'},'of':[{'k':'a'}]}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (tables); j++)
        {
          g_autoptr (FoiPublication) a = publish (tables[i]);
          g_autoptr (FoiPublication) b = publish (tables[j]);
          g_autoptr (JsonNode) node = foi_publication_to_json (b);
          g_autoptr (FoiPublication) read = foi_publication_new_from_json (node, NULL);

          g_assert_cmpint (foi_publication_equal (a, b), ==, i == j);
          g_assert_cmpint (foi_publication_equal (a, read), ==, i == j);
        }
    }
}

static void
test_print (void)
{
  g_autoptr (JsonNode) resource = parse_json ("{'name':'t','foi:print':'letter','schema':{}}");
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  GPtrArray *records = g_ptr_array_new ();
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (FoiTableData) data = NULL;
  g_autoptr (FoiPublication) publication = NULL;

  for (guint i = 0; i <= FOI_MAX_LETTER_ROWS; i++)
    g_ptr_array_add (records, foi_record_new (i + 1, 0));
  rows = foi_row_store_new_take (records);
  data = foi_table_data_new (resource, columns, rows, 999);
  publication = foi_publication_new (data);
  g_assert_cmpint (foi_publication_get_print (publication), ==, FOI_PRINT_ANNEX);
}

/* A table with @n columns of whole numbers of @digits and one row. */
static FoiPublication *
make_wide (guint n, guint digits)
{
  g_autoptr (JsonNode) resource = parse_json ("{'name':'t','schema':{}}");
  g_autoptr (GPtrArray) columns
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);
  GPtrArray *records = g_ptr_array_new ();
  FoiRecord *record = foi_record_new (1, n);
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (FoiTableData) data = NULL;
  gint64 value = 1;

  while (--digits > 0)
    value *= 10;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", i);

      g_ptr_array_add (columns, foi_column_new (name, name, FOI_VALUE_INTEGER));
      record->cells[i] = foi_cell_number (value);
    }
  g_ptr_array_add (records, record);
  rows = foi_row_store_new_take (records);
  data = foi_table_data_new (resource, columns, rows, 2);
  return foi_publication_new (data);
}

/* What cannot be set without breaking figures is a file beside the letter. */
static void
test_too_wide (void)
{
  static const struct
  {
    guint    n_columns, digits;
    gboolean is_too_wide;
  } facts[] = {
    { 4, 12, FALSE }, { 10, 9, FALSE }, { 14, 5, FALSE }, { 16, 4, FALSE }, { 23, 2, FALSE },
    { 14, 9, TRUE },  { 24, 5, TRUE },  { 45, 1, TRUE },  { 400, 1, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiPublication) publication = make_wide (facts[i].n_columns, facts[i].digits);

      g_test_message ("%u columns of %u digits", facts[i].n_columns, facts[i].digits);
      g_assert_cmpint (foi_publication_is_too_wide (publication), ==, facts[i].is_too_wide);
      g_assert_cmpint (foi_publication_get_print (publication), ==,
                       facts[i].is_too_wide ? FOI_PRINT_ANNEX : FOI_PRINT_LETTER);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publication/nothing-internal", test_nothing_internal);
  g_test_add_func ("/publication/csv-file", test_csv_file);
  g_test_add_func ("/publication/name-of-total", test_name_of_total);
  g_test_add_func ("/publication/what-is-shown", test_what_is_shown);
  g_test_add_func ("/publication/value-behind-mark", test_value_behind_mark);
  g_test_add_func ("/publication/round-trip", test_round_trip);
  g_test_add_func ("/publication/refused-json", test_refused_json);
  g_test_add_func ("/publication/find-cell", test_find_cell);
  g_test_add_func ("/publication/equal", test_equal);
  g_test_add_func ("/publication/differences", test_differences);
  g_test_add_func ("/publication/print", test_print);
  g_test_add_func ("/publication/too-wide", test_too_wide);
  return g_test_run ();
}
