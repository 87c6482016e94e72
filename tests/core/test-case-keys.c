/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foi-case-edits.h"
#include "foi-case-file.h"
#include "foi-json-edit.h"

/*
 * What is noted, totalled and withheld is said of rows by their keys. Here is what must be said of
 * which row after keys changed, came twice, were cleared, or were read anew.
 *
 * A step is a word, a table and more words. Rows go by the place they have in the file, from 1.
 * One that begins with "!" is refused, and changes nothing.
 */

#define YEAR "{\"name\": \"year\", \"type\": \"string\"}"
#define CALLS "{\"name\": \"calls\", \"type\": \"integer\"}"
#define TABLE(name, key, rows, more) \
  "{\"name\": \"" name "\", \"schema\": {\"fields\": [" YEAR ", " CALLS "]" key "}, " \
  "\"data\": [[\"year\", \"calls\"], " rows "]" more "}"
#define KEYED ", \"primaryKey\": [\"year\"]"
#define ROWS "[\"2016\", 6], [\"2017\", 7], [\"2018\", 8], [\"all\", 21]"
#define TOTAL \
  ", \"foi:totals\": [{\"row\": {\"year\": \"all\"}, \"of\": [{\"year\": \"2016\"}, " \
  "{\"year\": \"2017\"}, {\"year\": \"2018\"}]}]"
#define NOTE(row) \
  ", \"foi:notes\": [{\"id\": \"n1\", \"row\": {\"year\": \"" row "\"}, \"field\": \"calls\", " \
  "\"text\": \"one week\"}]"
#define PLAIN TABLE ("a", KEYED, ROWS, "")
#define FULL TABLE ("a", KEYED, ROWS, NOTE ("2016") TOTAL)
#define OTHER TABLE ("b", KEYED, ROWS, TOTAL)
#define TWINS TABLE ("a", KEYED, "[\"2016\", 6], [\"2016\", 7]", NOTE ("2016"))
#define NAMELESS TABLE ("a", "", ROWS, "")
#define WRONG_KEY TABLE ("a", ", \"primaryKey\": [\"month\"]", ROWS, "")

static const struct
{
  const char *name;
  const char *resources;
  const char *steps;
  const char *expected;
} samples[] = {
  { "as-read", FULL, "", "n:a/2016 t:a/all=2016+2017+2018" },
  { "one-key", FULL, "set a 1 year 2015", "n:a/2015 t:a/all=2015+2017+2018" },
  { "keys-move-down", FULL,
    "hold a 1 calls; hold a 2 calls; set a 1 year 2017 2 year 2018 3 year 2019",
    "w:a/2017=6 w:a/2018=7 n:a/2017 t:a/all=2017+2018+2019" },
  { "keys-swap", FULL, "hold a 2 calls; set a 1 year 2017 2 year 2016",
    "w:a/2016=7 n:a/2017 t:a/all=2017+2016+2018" },
  { "key-of-withheld-at-once", PLAIN, "set a 1 calls [c] 1 year 2015; show a 1 calls",
    "" },
  { "withheld-and-key-at-once", PLAIN, "set a 1 year 2015 1 calls [c]", "w:a/2015=6" },

  { "another-table-keyed-alike", FULL ", " OTHER, "set a 1 year 2015; delete a 2",
    "n:a/2015 t:a/all=2015+2018 t:b/all=2016+2017+2018" },
  { "delete-several", FULL, "hold a 2 calls; hold a 3 calls; delete a 1 2",
    "w:a/2018=8 t:a/all=2018" },

  { "key-in-use-of-a-noted-row", FULL, "!set a 2 year 2016", "n:a/2016 t:a/all=2016+2017+2018" },
  { "key-in-use-by-a-noted-row", TABLE ("a", KEYED, ROWS, NOTE ("2017")), "!set a 2 year 2016",
    "n:a/2017" },
  { "key-in-use-of-bare-rows", TABLE ("a", KEYED, ROWS, NOTE ("2018")),
    "set a 2 year 2016; set a 2 year 2015; set a 3 year 2019", "n:a/2019" },
  { "twin-gets-its-own-key", TWINS, "set a 2 year 2017", "n:a/2016" },
  { "twin-goes", TWINS, "delete a 2", "n:a/2016" },
  { "both-twins-go", TWINS, "delete a 1 2", "" },
  { "twin-cannot-be-withheld", TWINS, "!hold a 1 calls; !hold a 2 calls; !note a 2 calls",
    "n:a/2016" },

  { "key-cleared", FULL, "hold a 1 calls; set a 1 year -; set a 1 year 2015",
    "w:a/2015=6 n:a/2015 t:a/all=2015+2017+2018" },
  { "two-keys-cleared", FULL, "hold a 1 calls; hold a 2 calls; set a 1 year - 2 year -; "
    "set a 2 year 2012; set a 1 year 2011",
    "w:a/2011=6 w:a/2012=7 n:a/2011 t:a/all=2011+2012+2018" },
  { "shown-without-key", FULL, "hold a 1 calls; set a 1 year -; show a 1 calls",
    "n:a/#1 t:a/all=#1+2017+2018" },
  { "withheld-without-key", FULL, "set a 1 year -; hold a 1 calls; set a 1 year 2015",
    "w:a/2015=6 n:a/2015 t:a/all=2015+2017+2018" },
  { "keyless-row-goes", FULL, "set a 1 year -; delete a 1", "t:a/all=2017+2018" },
  { "keyless-over-a-save", FULL,
    "insert a 0; insert a 0; hold a 3 calls; set a 3 year -; save; "
    "set a 3 year 2012; show a 3 calls",
    "n:a/2012 t:a/all=2012+2017+2018" },

  { "key-type", FULL, "hold a 1 calls; delete a 4; type a year year; show a 1 calls", "n:a/2016" },
  { "key-type-and-back", FULL,
    "delete a 4; hold a 2 calls; type a year year; type a year string",
    "w:a/2017=7 n:a/2016" },

  { "key-cell-withheld", FULL, "!set a 1 year [c]; !hold a 1 year",
    "n:a/2016 t:a/all=2016+2017+2018" },
  { "no-key-withheld", NAMELESS, "hold a 2 calls; save; show a 2 calls; hold a 3 calls",
    "w:a/r3=8" },
  { "no-key-noted", NAMELESS, "note a 2 calls; insert a 0; note a 2 calls", "n:a/r2 n:a/r1" },
  { "key-that-is-not-there", WRONG_KEY, "hold a 2 calls; save; hold a 4 calls",
    "w:a/r2=7 w:a/r4=21" },
  { "no-key-wanted", NAMELESS, "set a 2 calls 8", "" },
  { "generated-keys-are-new", NAMELESS,
    "hold a 4 calls; delete a 2; save; insert a 9; set a 4 calls 5; hold a 4 calls; show a 3 calls",
    "w:a/r5=5" },
};

typedef struct
{
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
} Session;

static void
session_clear (Session *session)
{
  g_clear_object (&session->editor);
  g_clear_object (&session->foi_case);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Session, session_clear)

static void
session_open (Session *session, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  session_clear (session);
  session->foi_case = foi_case_new (state);
  session->editor = foi_case_editor_new (session->foi_case);
}

static FoiTableData *
get_data (Session *session, const char *table)
{
  return foi_case_state_find_table (foi_case_get_state (session->foi_case), table);
}

/* The id of the row at @place, which is counted from 1. */
static guint64
get_row (FoiTableData *data, const char *place)
{
  guint64 number = g_ascii_strtoull (place, NULL, 10);

  return foi_row_store_get (foi_table_data_get_rows (data), (guint) number - 1)->id;
}

static FoiCell
read_cell (FoiTableData *data, const char *column, const char *text)
{
  FoiColumn *field
    = foi_table_data_get_column (data, (guint) foi_table_data_find_column (data, column));

  if (g_str_equal (text, "-"))
    return foi_cell_state (FOI_CELL_BLANK);
  if (g_str_equal (text, "[c]"))
    return foi_cell_state (FOI_CELL_SUPPRESSED);
  return foi_column_get_value_type (field) == FOI_VALUE_TEXT
           ? foi_cell_text (text) : foi_cell_number (g_ascii_strtoll (text, NULL, 10));
}

static gboolean
do_set (Session *session, char **words, guint n_words, GError **error)
{
  FoiTableData *data = get_data (session, words[1]);
  FoiCellEdit edits[8] = { 0 };
  gsize n_edits = 0;
  gboolean done;

  for (guint i = 2; i + 2 < n_words; i += 3)
    {
      edits[n_edits].row = get_row (data, words[i]);
      edits[n_edits].column = words[i + 1];
      edits[n_edits++].cell = read_cell (data, words[i + 1], words[i + 2]);
    }
  done = foi_case_editor_set_cells (session->editor, words[1], edits, n_edits, "Set", error);
  while (n_edits > 0)
    foi_cell_clear (&edits[--n_edits].cell);
  return done;
}

static gboolean
do_delete (Session *session, char **words, guint n_words, GError **error)
{
  FoiTableData *data = get_data (session, words[1]);
  guint64 rows[8];

  for (guint i = 2; i < n_words; i++)
    rows[i - 2] = get_row (data, words[i]);
  return foi_case_editor_delete_rows (session->editor, words[1], rows, n_words - 2, error);
}

static gboolean
do_type (Session *session, char **words, GError **error)
{
  FoiTableData *data = get_data (session, words[1]);
  int index = foi_table_data_find_column (data, words[2]);
  FoiValueType type = g_str_equal (words[3], "year") ? FOI_VALUE_YEAR : FOI_VALUE_TEXT;
  g_autoptr (FoiColumn) column
    = foi_column_with_type (foi_table_data_get_column (data, (guint) index), type, 0, NULL);

  return foi_case_editor_set_column (session->editor, words[1], words[2], column, error);
}

static gboolean
do_save (Session *session)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;

  bytes = foi_case_file_write (foi_case_get_state (session->foi_case), NULL);
  session_open (session, bytes);
  again = foi_case_file_write (foi_case_get_state (session->foi_case), NULL);
  g_assert_true (g_bytes_equal (bytes, again));
  return TRUE;
}

static gboolean
run_step (Session *session, const char *step, GError **error)
{
  g_auto (GStrv) words = g_strsplit (step, " ", -1);
  guint n_words = g_strv_length (words);
  const char *what = words[0];
  FoiTableData *data;
  guint64 row;

  if (g_str_equal (what, "save"))
    return do_save (session);
  if (g_str_equal (what, "set"))
    return do_set (session, words, n_words, error);
  if (g_str_equal (what, "delete"))
    return do_delete (session, words, n_words, error);
  if (g_str_equal (what, "type"))
    return do_type (session, words, error);
  if (g_str_equal (what, "insert"))
    return foi_case_editor_insert_rows (session->editor, words[1], (guint) atoi (words[2]), 1, NULL,
                                        error);
  data = get_data (session, words[1]);
  row = get_row (data, words[2]);
  if (g_str_equal (what, "hold"))
    return foi_case_editor_suppress (session->editor, words[1], row, words[3], TRUE, error);
  if (g_str_equal (what, "show"))
    return foi_case_editor_reveal (session->editor, words[1], row, words[3], error);
  g_assert_cmpstr (what, ==, "note");
  return foi_case_editor_set_note (session->editor, words[1], row, words[3], "Note", error);
}

static void
run_steps (Session *session, const char *text)
{
  g_auto (GStrv) steps = g_strsplit (text, "; ", -1);

  for (guint i = 0; steps[i] != NULL && steps[i][0] != '\0'; i++)
    {
      gboolean refused = steps[i][0] == '!';
      FoiCaseState *before = foi_case_get_state (session->foi_case);
      g_autoptr (GError) error = NULL;

      if (run_step (session, steps[i] + refused, &error))
        g_assert_false (refused);
      else
        {
          if (!refused)
            g_assert_no_error (error);
          g_assert_nonnull (error);
          g_assert_true (foi_case_get_state (session->foi_case) == before);
        }
    }
}

/* "2016" of {"year": "2016"}, "#3" of what names a row without a key. */
static void
append_key (GString *text, JsonNode *key)
{
  g_autoptr (GList) names = json_object_get_members (json_node_get_object (key));
  JsonNode *value = foi_json_get_member (key, names->data);

  if (foi_json_is_string (value))
    g_string_append (text, json_node_get_string (value));
  else if (g_str_equal (names->data, FOI_ROW_FIELD))
    g_string_append_printf (text, "#%" G_GINT64_FORMAT, json_node_get_int (value));
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (value));
}

static void
dump_table (FoiTableData *data, GString *text)
{
  JsonNode *resource = foi_table_data_get_resource (data);
  JsonNode *notes = foi_json_get_member (resource, "foi:notes");
  JsonNode *totals = foi_json_get_member (resource, "foi:totals");

  for (guint i = 0; i < foi_json_get_n_elements (notes); i++)
    {
      g_string_append_printf (text, " n:%s/", foi_table_data_get_name (data));
      append_key (text, foi_json_get_member (foi_json_get_element (notes, i), "row"));
    }
  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      JsonNode *of = foi_json_get_member (total, "of");

      g_string_append_printf (text, " t:%s/", foi_table_data_get_name (data));
      append_key (text, foi_json_get_member (total, "row"));
      for (guint j = 0; j < foi_json_get_n_elements (of); j++)
        {
          g_string_append_c (text, j == 0 ? '=' : '+');
          append_key (text, foi_json_get_element (of, j));
        }
    }
}

static char *
dump (FoiCaseState *state)
{
  JsonNode *withheld = foi_case_state_get_node (state, "withheld");
  GPtrArray *tables = foi_case_state_get_tables (state);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (withheld); i++)
    {
      JsonNode *entry = foi_json_get_element (withheld, i);

      g_string_append_printf (text, " w:%s/", foi_json_get_string (entry, "table", ""));
      append_key (text, foi_json_get_member (entry, "row"));
      g_string_append_printf (text, "=%" G_GINT64_FORMAT,
                              foi_json_get_integer (entry, "value", -1));
    }
  for (guint i = 0; i < tables->len; i++)
    dump_table (g_ptr_array_index (tables, i), text);
  return g_strdup (text->len > 0 ? text->str + 1 : "");
}

static void
test_sample (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text
    = g_strdup_printf ("{\"foi:case\": {\"format\": \"uk-foi-case\", \"version\": 1}, "
                       "\"resources\": [%s]}", samples[i].resources);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_auto (Session) session = { NULL, NULL };
  g_autoptr (FoiCaseState) start = NULL;
  g_autofree char *found = NULL;

  session_open (&session, bytes);
  start = foi_case_ref_snapshot (session.foi_case);
  run_steps (&session, samples[i].steps);
  found = dump (foi_case_get_state (session.foi_case));
  g_assert_cmpstr (found, ==, samples[i].expected);
  while (foi_case_editor_undo (session.editor))
    ;
  if (strstr (samples[i].steps, "save") == NULL)
    g_assert_true (foi_case_get_state (session.foi_case) == start);
}

/* A key that is withheld, or of a row that went, is in no publication. */
static void
test_published_parts (void)
{
  const char *text
    = "{\"foi:case\": {\"format\": \"uk-foi-case\", \"version\": 1}, \"resources\": ["
      TABLE ("a", KEYED, "[\"[c]\", 6], [\"2017\", 7], [\"all\", 13]", TOTAL) "]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_auto (Session) session = { NULL, NULL };
  g_autoptr (FoiPublication) publication = NULL;
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *published = NULL;

  session_open (&session, bytes);
  publication = foi_publication_new (get_data (&session, "a"));
  json = foi_publication_to_json (publication);
  published = json_to_string (json, FALSE);
  g_assert_null (strstr (published, "2016"));
  g_assert_null (strstr (published, "2018"));
  g_assert_nonnull (strstr (published, "\"of\":[{\"year\":\"2017\"}]"));
}

#define QUOTE(table, row) "{{value:" table "/" row "/calls}}"

/* A table's rows, what is done, and which rows a text quotes before and after it. */
static const struct
{
  const char *name;
  const char *resources;
  const char *steps;
  const char *before;
  const char *after;
} quotes[] = {
  { "key", PLAIN, "set a 1 year 2015", "In all " QUOTE ("a", "2016") " calls, then "
    QUOTE ("a", "2017") ".",
    "In all " QUOTE ("a", "2015") " calls, then " QUOTE ("a", "2017") "." },
  { "swap", PLAIN, "set a 1 year 2017 2 year 2016", QUOTE ("a", "2016") " " QUOTE ("a", "2017"),
    QUOTE ("a", "2017") " " QUOTE ("a", "2016") },
  { "keys-move-down", PLAIN, "set a 1 year 2017 2 year 2018 3 year 2019",
    QUOTE ("a", "2016") QUOTE ("a", "2017") QUOTE ("a", "2018") QUOTE ("a", "all"),
    QUOTE ("a", "2017") QUOTE ("a", "2018") QUOTE ("a", "2019") QUOTE ("a", "all") },
  { "financial-year", PLAIN, "set a 1 year 2015/16; set a 1 year 2014/15", QUOTE ("a", "2016"),
    QUOTE ("a", "2014/15") },
  { "other-table", PLAIN ", " OTHER, "set a 1 year 2015", QUOTE ("b", "2016"),
    QUOTE ("b", "2016") },
  { "repeated", PLAIN, "set a 1 year 2017", QUOTE ("a", "2016"), QUOTE ("a", "2016") },
  { "row-goes", PLAIN, "delete a 1", QUOTE ("a", "2016") QUOTE ("a", "2017"),
    QUOTE ("a", "2016") QUOTE ("a", "2017") },
  { "no-key", NAMELESS, "set a 1 year 2015", QUOTE ("a", "2016"), QUOTE ("a", "2015") },
  { "figure", PLAIN, "set a 1 calls 9", QUOTE ("a", "2016"), QUOTE ("a", "2016") },
  { "no-quote", PLAIN, "set a 1 year 2015", "{{value:a/2016}} {{value:a/2016/calls",
    "{{value:a/2016}} {{value:a/2016/calls" },
};

/* Undo takes back a key together with the texts. */
static void
test_quotes (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = g_strdup_printf (
    "{\"foi:case\": {\"format\": \"uk-foi-case\", \"version\": 1, \"questions\": [{\"id\": "
    "\"q1\", \"number\": \"1\", \"text\": \"How many?\", \"answer\": \"%s\"}]}, "
    "\"resources\": [%s]}", quotes[i].before, quotes[i].resources);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_auto (Session) session = { NULL, NULL };

  session_open (&session, bytes);
  run_steps (&session, quotes[i].steps);
  g_assert_cmpstr (foi_case_state_get_string (foi_case_get_state (session.foi_case),
                                              "questions/q1/answer"), ==, quotes[i].after);
  while (foi_case_editor_undo (session.editor))
    ;
  g_assert_cmpstr (foi_case_state_get_string (foi_case_get_state (session.foi_case),
                                              "questions/q1/answer"), ==, quotes[i].before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/case-keys/", samples[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_sample);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autofree char *path = g_strconcat ("/case-keys/quotes/", quotes[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_quotes);
    }
  g_test_add_func ("/case-keys/published-parts", test_published_parts);
  return g_test_run ();
}
