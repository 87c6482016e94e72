/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-edits.h"
#include "foi-case-file.h"
#include "foi-error.h"
#include "foi-table-data.h"

#include <string.h>

/* Columns left out of the letter: in the file among what is internal, in memory in their table. */

#define FIELD(name) "{\"name\": \"" name "\", \"type\": \"string\"}"
#define ENTRY(table, after, name, data) \
  "{\"table\": \"" table "\", " after "\"field\": " FIELD (name) ", \"data\": " data "}"
#define AFTER(name) "\"after\": \"" name "\", "

/* A case of one table t with the columns k and v; k is the key where @key says so. */
static FoiCaseState *
read_case (const char *key, const char *rows, const char *entries, GError **error)
{
  g_autofree char *text = g_strdup_printf (
    "{\"foi:case\": {\"format\": \"uk-foi-case\", \"version\": 1, "
    "\"internal\": {\"fields\": [%s]}}, "
    "\"resources\": [{\"name\": \"t\", \"schema\": {\"fields\": [" FIELD ("k") ", "
    "{\"name\": \"v\", \"type\": \"integer\"}]%s}, \"data\": [[\"k\", \"v\"]%s]}]}",
    entries, key, rows);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, error);
}

/* The table as text: a line for each row, "k|v|note"; "-" is a blank. */
static char *
dump_table (FoiCaseState *state)
{
  FoiTableData *table = foi_case_state_find_table (state, "t");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint column = 0; column < foi_table_data_get_n_columns (table); column++)
    g_string_append_printf (text, "%s%s", column > 0 ? "|" : "",
                            foi_column_get_name (foi_table_data_get_column (table, column)));
  for (guint row = 0; row < foi_row_store_get_length (foi_table_data_get_rows (table)); row++)
    {
      g_string_append_c (text, ' ');
      for (guint column = 0; column < foi_table_data_get_n_columns (table); column++)
        {
          const FoiCell *cell = foi_table_data_get_cell (table, row, column);
          g_autofree char *plain
            = foi_column_format_plain (foi_table_data_get_column (table, column), cell);

          g_string_append_printf (text, "%s%s", column > 0 ? "|" : "",
                                  plain[0] != '\0' ? plain : "-");
        }
    }
  return g_strdup (text->str);
}

#define KEY ", \"primaryKey\": [\"k\"]"
#define ROWS ", [\"a\", 1], [\"b\", 2], [\"c\", 3]"
#define TWINS ", [\"a\", 1], [\"a\", 2], [\"\", 3], [\"\", 4]"

static const struct
{
  const char *name;
  const char *key;
  const char *rows;
  const char *entries;
  const char *table;
  const char *kept;     /* found in the file written again, or NULL */
} samples[] = {
  { "in-order", KEY, ROWS,
    ENTRY ("t", AFTER ("v"), "note", "[[\"k\", \"note\"], [\"a\", \"x\"], [\"c\", \"z\"]]"),
    "k|v|note a|1|x b|2|- c|3|z", NULL },
  { "in-any-order", KEY, ROWS,
    ENTRY ("t", AFTER ("v"), "note",
           "[[\"k\", \"note\"], [\"c\", \"z\"], [\"a\", \"x\"], [\"b\", \"[c]\"]]"),
    "k|v|note a|1|x b|2|[c] c|3|z", NULL },
  { "first", KEY, ROWS, ENTRY ("t", "", "note", "[[\"k\", \"note\"], [\"a\", \"x\"]]"),
    "note|k|v x|a|1 -|b|2 -|c|3", NULL },
  { "behind-one-another", KEY, ROWS,
    ENTRY ("t", AFTER ("k"), "n1", "[[\"k\", \"n1\"], [\"a\", \"x\"]]") ", "
    ENTRY ("t", AFTER ("n1"), "n2", "[[\"k\", \"n2\"], [\"a\", \"y\"]]"),
    "k|n1|n2|v a|x|y|1 b|-|-|2 c|-|-|3", NULL },
  { "behind-nothing-known", KEY, ROWS,
    ENTRY ("t", AFTER ("gone"), "note", "[[\"k\", \"note\"], [\"a\", \"x\"]]"),
    "k|v|note a|1|x b|2|- c|3|-", NULL },
  { "twins", KEY, TWINS,
    ENTRY ("t", AFTER ("v"), "note",
           "[[\"k\", \"note\"], [\"a\", \"\"], [\"a\", \"y\"], [\"\", \"z\"], [\"\", \"\"]]"),
    "k|v|note a|1|- a|2|y -|3|z -|4|-", NULL },
  { "no-key", "", ROWS,
    ENTRY ("t", AFTER ("v"), "note", "[[\"note\"], [\"\"], [\"y\"], [\"\"]]"),
    "k|v|note a|1|- b|2|y c|3|-", NULL },
  { "key-of-two", ", \"primaryKey\": [\"k\", \"v\"]", ", [\"a\", 1], [\"a\", 2]",
    ENTRY ("t", AFTER ("v"), "note", "[[\"k\", \"v\", \"note\"], [\"a\", 2, \"y\"]]"),
    "k|v|note a|1|- a|2|y", NULL },
  { "rows-that-are-gone", KEY, ROWS,
    ENTRY ("t", AFTER ("v"), "note",
           "[[\"k\", \"note\"], [\"a\", \"x\"], [\"d\", \"kept\"], [\"a\", \"twice\"]]"),
    "k|v|note a|1|x b|2|- c|3|-", "[\"d\", \"kept\"],\n            [\"a\", \"twice\"]" },
  { "key-that-is-gone", KEY, ROWS,
    ENTRY ("t", AFTER ("v"), "note", "[[\"gone\", \"note\"], [\"a\", \"kept\"]]"),
    "k|v|note a|1|- b|2|- c|3|-", "[\"gone\", \"note\"],\n            [\"a\", \"kept\"]" },
  { "table-that-is-gone", KEY, ROWS,
    ENTRY ("u", AFTER ("v"), "note", "[[\"k\", \"note\"], [\"a\", \"kept\"]]"),
    "k|v a|1 b|2 c|3", "[\"a\", \"kept\"]" },
  { "name-of-another", KEY, ROWS,
    ENTRY ("t", AFTER ("k"), "v", "[[\"k\", \"v\"], [\"a\", \"kept\"]]"),
    "k|v a|1 b|2 c|3", "[\"a\", \"kept\"]" },
  { "unknown-members", KEY, ROWS,
    "{\"table\": \"t\", \"x\": {\"y\": 1}, \"field\": " FIELD ("note")
    ", \"data\": [[\"k\", \"note\"], [\"a\", \"x\"]]}",
    "note|k|v x|a|1 -|b|2 -|c|3", "\"table\": \"t\",\n          \"x\": {" },
};

static void
test_sample (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = read_case (samples[i].key, samples[i].rows, samples[i].entries,
                                              &error);
  g_autoptr (FoiCaseState) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  before = dump_table (state);
  g_assert_cmpstr (before, ==, samples[i].table);

  written = foi_case_file_write (state, NULL);
  text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  if (samples[i].kept != NULL && strstr (text, samples[i].kept) == NULL)
    g_test_message ("%s", text);
  g_assert_true (samples[i].kept == NULL || strstr (text, samples[i].kept) != NULL);

  again = foi_case_file_parse (written, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = dump_table (again);
  g_assert_cmpstr (after, ==, before);
  twice = foi_case_file_write (again, NULL);
  g_assert_true (g_bytes_equal (written, twice));
}

static const struct
{
  const char *name;
  const char *entries;
  const char *message;
} refusals[] = {
  { "header", ENTRY ("t", "", "note", "[[\"k\", \"v\"]]"),
    "data[0]: the header row does not end with the field \"note\"" },
  { "no-header", ENTRY ("t", "", "note", "[]"),
    "data: the header row does not end with the field \"note\"" },
  { "short-row", ENTRY ("t", "", "note", "[[\"k\", \"note\"], [\"a\"]]"),
    "data[1]: this is not a row of 2 cells" },
  { "row-of-text", ENTRY ("t", "", "note", "[[\"k\", \"note\"], \"a\"]"),
    "data[1]: this is not a row of 2 cells" },
  { "cell", ENTRY ("t", "", "note", "[[\"k\", \"note\"], [\"a\", null]]"),
    "data[1][1]: a cell is text or a whole number" },
  { "no-field", "{\"table\": \"t\", \"data\": []}",
    "fields[0]: \"field\" is missing" },
  { "field-type", "{\"table\": \"t\", \"data\": [[\"k\", \"n\"]], "
    "\"field\": {\"name\": \"n\", \"type\": \"number\"}}",
    "how many digits stand after the point" },
};

static void
test_refusal (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_case (KEY, ROWS, refusals[i].entries, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
  if (strstr (error->message, refusals[i].message) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, refusals[i].message));
}

/* The window can do this to a table: every column, one column, none. */
static void
test_leave_out (void)
{
  for (guint mask = 0; mask < 4; mask++)
    {
      g_autoptr (FoiCaseState) state = read_case (KEY, ROWS, "", NULL);
      FoiTableData *table = foi_case_state_find_table (state, "t");
      g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (
        (GDestroyNotify) foi_column_unref);
      g_autoptr (FoiTableData) changed = NULL;
      g_autoptr (FoiCaseState) after = NULL;
      g_autoptr (FoiCaseState) again = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;

      for (guint i = 0; i < 2; i++)
        g_ptr_array_add (columns, foi_column_with_left_out (foi_table_data_get_column (table, i),
                                                            (mask >> i & 1) != 0));
      changed = foi_table_data_with_columns (table, columns, foi_table_data_get_rows (table));
      after = foi_case_state_with_table (state, changed);
      written = foi_case_file_write (after, NULL);
      again = foi_case_file_parse (written, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      expected = dump_table (after);
      found = dump_table (again);
      g_assert_cmpstr (found, ==, expected);
      for (guint i = 0; i < 2; i++)
        {
          FoiColumn *column
            = foi_table_data_get_column (foi_case_state_find_table (again, "t"), i);

          g_assert_cmpint (foi_column_is_left_out (column), ==, (mask >> i & 1) != 0);
        }
    }
}

/* Rows that are in no table are figures, not addresses: that a column went does not touch them. */
static void
test_column_goes (void)
{
  g_autoptr (FoiCaseState) state
    = read_case (KEY, ROWS,
                 ENTRY ("t", AFTER ("v"), "note", "[[\"k\", \"note\"], [\"d\", \"v\"]]") ", "
                 ENTRY ("t", AFTER ("v"), "v", "[[\"k\", \"v\"], [\"v\", \"kept\"]]"), NULL);
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FoiCaseState) again = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;

  g_assert_true (foi_case_editor_delete_column (editor, "t", "v", NULL));
  bytes = foi_case_file_write (foi_case_get_state (foi_case), NULL);
  text = g_bytes_get_data (bytes, NULL);
  g_assert_nonnull (strstr (text, "[\"d\", \"v\"]"));
  g_assert_nonnull (strstr (text, "[\"v\", \"kept\"]"));
  again = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/left-out/", samples[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_sample);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/left-out/refused/", refusals[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_refusal);
    }
  g_test_add_func ("/left-out/leave-out", test_leave_out);
  g_test_add_func ("/left-out/column-goes", test_column_goes);
  return g_test_run ();
}
