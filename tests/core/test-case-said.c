/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foi-case-edits.h"
#include "foi-case-file.h"
#include "foi-json-edit.h"

/*
 * What is noted, totalled and withheld, against a plain reference in which it is a thing of the row
 * itself, whatever the row's key is. After each random command the two must say the same; undo must
 * give the states there were; and a table with the same keys must never say anything else.
 */

#define N_SESSIONS 100
#define N_COMMANDS 1000
#define N_KEYS 16
#define KEY 0
#define CALLS 1

typedef struct
{
  guint64 id;
  int     key;        /* -1: blank */
  int     calls;      /* -1: blank; a value behind [c] as well */
  gboolean suppressed;
  int     withheld;   /* -1: nothing */
  int     note;       /* 0: none */
  gboolean total, part;
} RefRow;

typedef struct
{
  GRand         *random;
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
  FoiTableData  *other;
  GArray        *rows;     /* of RefRow */
  int            next_note;
  gboolean       key_is_number;
} Session;

static guint
pick (Session *session, guint n)
{
  return n == 0 ? 0 : (guint) g_rand_int_range (session->random, 0, (gint32) n);
}

static RefRow *
get_row (Session *session, guint position)
{
  return &g_array_index (session->rows, RefRow, position);
}

static RefRow *
pick_row (Session *session)
{
  return session->rows->len == 0 ? NULL : get_row (session, pick (session, session->rows->len));
}

static FoiTableData *
get_data (Session *session)
{
  return foi_case_state_find_table (foi_case_get_state (session->foi_case), "figures");
}

static gboolean
is_said_of (const RefRow *row)
{
  return row->withheld >= 0 || row->note > 0 || row->total || row->part;
}

static gboolean
is_repeated (Session *session, const RefRow *row)
{
  for (guint i = 0; i < session->rows->len; i++)
    {
      const RefRow *other = get_row (session, i);

      if (other != row && row->key >= 0 && other->key == row->key)
        return TRUE;
    }
  return FALSE;
}

/* Whether one of two rows of the same key has something said of it. */
static gboolean
is_ambiguous (Session *session)
{
  for (guint i = 0; i < session->rows->len; i++)
    {
      if (is_said_of (get_row (session, i)) && is_repeated (session, get_row (session, i)))
        return TRUE;
    }
  return FALSE;
}

/* ---- commands ---- */

/* Some keys at once, blank ones among them: all of them, or none where one would be ambiguous. */
static void
do_set_keys (Session *session)
{
  guint wish = 1 + pick (session, 3);
  guint n_edits = MIN (wish, session->rows->len);
  guint first = pick (session, session->rows->len - n_edits + 1);
  g_autoptr (GArray) before = g_array_copy (session->rows);
  FoiCellEdit edits[3] = { 0 };
  gboolean done;

  for (guint i = 0; i < n_edits; i++)
    {
      RefRow *row = get_row (session, first + i);
      g_autofree char *text = NULL;

      row->key = pick (session, 6) == 0 ? -1 : (int) pick (session, N_KEYS);
      text = g_strdup_printf ("%d", row->key);
      edits[i].row = row->id;
      edits[i].column = "key";
      edits[i].cell = FOI_CELL_INIT;
      if (row->key >= 0)
        edits[i].cell = session->key_is_number ? foi_cell_number (row->key) : foi_cell_text (text);
    }
  done = foi_case_editor_set_cells (session->editor, "figures", edits, n_edits, "Keys", NULL);
  g_assert_cmpint (done, ==, !is_ambiguous (session));
  if (!done)
    {
      g_array_unref (session->rows);
      session->rows = g_steal_pointer (&before);
    }
  for (guint i = 0; i < n_edits; i++)
    foi_cell_clear (&edits[i].cell);
}

static void
do_set_calls (Session *session)
{
  RefRow *row = pick_row (session);
  int number = (int) pick (session, 99);
  FoiCell cell = foi_cell_number (number);

  if (row == NULL)
    return;
  g_assert_true (foi_case_editor_set_cell (session->editor, "figures", row->id, "calls", &cell,
                                           NULL));
  row->calls = number;
  row->suppressed = FALSE;
  row->withheld = -1;
}

static void
do_withhold (Session *session)
{
  RefRow *row = pick_row (session);
  gboolean has_value = row != NULL && !row->suppressed && row->calls >= 0;
  gboolean done;

  if (row == NULL)
    return;
  done = foi_case_editor_suppress (session->editor, "figures", row->id, "calls", TRUE, NULL);
  g_assert_cmpint (done, ==, !has_value || !is_repeated (session, row));
  if (!done)
    return;
  row->suppressed = TRUE;
  if (has_value)
    row->withheld = row->calls;
  row->calls = -1;
}

static void
do_reveal (Session *session)
{
  RefRow *row = pick_row (session);
  gboolean done;

  if (row == NULL)
    return;
  done = foi_case_editor_reveal (session->editor, "figures", row->id, "calls", NULL);
  g_assert_cmpint (done, ==, row->withheld >= 0);
  if (!done)
    return;
  row->calls = row->withheld;
  row->withheld = -1;
  row->suppressed = FALSE;
}

static void
do_note (Session *session)
{
  RefRow *row = pick_row (session);
  int note = pick (session, 4) == 0 ? 0 : ++session->next_note;
  g_autofree char *text = g_strdup_printf ("%d", note);
  gboolean done;

  if (row == NULL)
    return;
  done = foi_case_editor_set_note (session->editor, "figures", row->id, "calls",
                                   note > 0 ? text : "", NULL);
  g_assert_cmpint (done, ==, !is_repeated (session, row));
  if (done)
    row->note = note;
}

static void
do_insert_rows (Session *session)
{
  guint position = pick (session, session->rows->len + 1);
  RefRow row = { .key = -1, .calls = -1, .withheld = -1 };

  if (session->rows->len > 12)
    return;
  g_assert_true (foi_case_editor_insert_rows (session->editor, "figures", position, 1, &row.id,
                                              NULL));
  g_array_insert_val (session->rows, position, row);
}

static void
do_delete_row (Session *session)
{
  guint position = pick (session, session->rows->len);
  RefRow row;

  if (session->rows->len == 0 || pick (session, 3) > 0)
    return;
  row = *get_row (session, position);
  g_assert_true (foi_case_editor_delete_rows (session->editor, "figures", &row.id, 1, NULL));
  g_array_remove_index (session->rows, position);
  for (guint i = 0; i < session->rows->len && row.total; i++)
    get_row (session, i)->part = FALSE;
}

/* Makes the last row the total of all others, if each of them has a key of its own. */
static void
do_total (Session *session)
{
  guint n_rows = session->rows->len;
  g_autoptr (GString) text = g_string_new ("[{\"of\":[");
  g_autoptr (JsonNode) totals = NULL;
  const char *quote = session->key_is_number ? "" : "\"";

  for (guint i = 0; i < n_rows; i++)
    {
      if (get_row (session, i)->key < 0 || is_repeated (session, get_row (session, i)))
        return;
    }
  if (n_rows < 2)
    return;
  for (guint i = 0; i < n_rows; i++)
    {
      RefRow *row = get_row (session, i);

      row->total = i + 1 == n_rows;
      row->part = !row->total;
      g_string_append_printf (text, "%s{\"key\":%s%d%s}",
                              row->total ? "],\"row\":" : i > 0 ? "," : "", quote, row->key, quote);
    }
  g_string_append (text, "}]");
  totals = json_from_string (text->str, NULL);
  json_node_seal (totals);
  g_assert_true (foi_case_editor_set_table_member (session->editor, "figures", "foi:totals", totals,
                                                   "Total", NULL));
}

/* A key of another type is the same key. */
static void
do_set_type (Session *session)
{
  FoiColumn *key = foi_table_data_get_column (get_data (session), KEY);
  FoiValueType type = session->key_is_number ? FOI_VALUE_TEXT : FOI_VALUE_INTEGER;
  g_autoptr (FoiColumn) column = foi_column_with_type (key, type, 0, NULL);

  g_assert_true (foi_case_editor_set_column (session->editor, "figures", "key", column, NULL));
  session->key_is_number = !session->key_is_number;
}

static void
do_sort (Session *session)
{
  g_autoptr (GArray) before = session->rows;
  FoiRowStore *rows;

  g_assert_true (foi_case_editor_sort_rows (session->editor, "figures", "calls",
                                            pick (session, 2) > 0, NULL));
  session->rows = g_array_new (FALSE, FALSE, sizeof (RefRow));
  rows = foi_table_data_get_rows (get_data (session));
  for (guint i = 0; i < foi_row_store_get_length (rows); i++)
    {
      for (guint j = 0; j < before->len; j++)
        {
          if (g_array_index (before, RefRow, j).id == foi_row_store_get (rows, i)->id)
            g_array_append_val (session->rows, g_array_index (before, RefRow, j));
        }
    }
}

static void (*const commands[]) (Session *) = {
  do_set_keys, do_set_keys, do_set_keys, do_set_keys, do_set_calls, do_set_calls, do_withhold,
  do_withhold, do_reveal, do_note, do_note, do_insert_rows, do_delete_row, do_total, do_set_type,
  do_sort,
};

/* ---- what the two say ---- */

static char *
describe_reference (Session *session)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < session->rows->len; i++)
    {
      const RefRow *row = get_row (session, i);

      g_string_append_printf (text, "%d %d %d w%d n%d t%d p%d\n", row->key, row->calls,
                              row->suppressed, row->withheld, row->note, row->total, row->part);
    }
  return g_strdup (text->str);
}

/* Whatever is said must be of a row that is there. */
static RefRow *
find_said (GArray *rows, FoiTableData *data, JsonNode *key)
{
  guint position;

  g_assert_true (foi_table_data_find_row (data, key, &position));
  return &g_array_index (rows, RefRow, position);
}

static void
read_said (GArray *rows, FoiCaseState *state, FoiTableData *data)
{
  JsonNode *resource = foi_table_data_get_resource (data);
  JsonNode *withheld = foi_case_state_get_node (state, "withheld");
  JsonNode *notes = foi_json_get_member (resource, "foi:notes");
  JsonNode *total = foi_json_get_element (foi_json_get_member (resource, "foi:totals"), 0);
  JsonNode *of = foi_json_get_member (total, "of");

  for (guint i = 0; i < foi_json_get_n_elements (withheld); i++)
    {
      JsonNode *entry = foi_json_get_element (withheld, i);
      RefRow *row = find_said (rows, data, foi_json_get_member (entry, "row"));

      g_assert_cmpint (row->withheld, ==, -1);
      row->withheld = (int) foi_json_get_integer (entry, "value", -2);
    }
  for (guint i = 0; i < foi_json_get_n_elements (notes); i++)
    {
      JsonNode *note = foi_json_get_element (notes, i);
      RefRow *row = find_said (rows, data, foi_json_get_member (note, "row"));

      g_assert_cmpint (row->note, ==, 0);
      row->note = atoi (foi_json_get_string (note, "text", "-2"));
    }
  if (total != NULL)
    find_said (rows, data, foi_json_get_member (total, "row"))->total = TRUE;
  for (guint i = 0; i < foi_json_get_n_elements (of); i++)
    find_said (rows, data, foi_json_get_element (of, i))->part = TRUE;
}

/* The case as a reference. */
static GArray *
read_case (Session *session)
{
  FoiTableData *data = get_data (session);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (RefRow));

  for (guint i = 0; i < foi_row_store_get_length (foi_table_data_get_rows (data)); i++)
    {
      const FoiCell *key = foi_table_data_get_cell (data, i, KEY);
      const FoiCell *calls = foi_table_data_get_cell (data, i, CALLS);
      g_autofree char *text = foi_column_format_plain (foi_table_data_get_column (data, KEY), key);
      RefRow row = { .key = key->state == FOI_CELL_VALUE ? atoi (text) : -1,
                     .calls = calls->state == FOI_CELL_VALUE ? (int) calls->number : -1,
                     .suppressed = calls->state == FOI_CELL_SUPPRESSED, .withheld = -1 };

      g_array_append_val (rows, row);
    }
  read_said (rows, foi_case_get_state (session->foi_case), data);
  return rows;
}

static void
check_agreement (Session *session)
{
  g_autofree char *expected = describe_reference (session);
  GArray *reference = session->rows;
  g_autofree char *found = NULL;

  session->rows = read_case (session);
  found = describe_reference (session);
  g_array_unref (session->rows);
  session->rows = reference;
  g_assert_cmpstr (found, ==, expected);
  g_assert_true (foi_case_state_find_table (foi_case_get_state (session->foi_case), "others")
                 == session->other);
}

/* ---- sessions ---- */

static GBytes *
new_file (void)
{
  static const char schema[]
    = "\"schema\": {\"fields\": [{\"name\": \"key\", \"type\": \"string\"}, "
      "{\"name\": \"calls\", \"type\": \"integer\"}], \"primaryKey\": [\"key\"]}, "
      "\"data\": [[\"key\", \"calls\"]";
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) parts = g_string_new (NULL);
  char *text;

  for (guint i = 0; i < N_KEYS; i++)
    {
      g_string_append_printf (rows, ", [\"%u\", %u]", i, i);
      g_string_append_printf (parts, "%s{\"key\": \"%u\"}", i > 0 ? ", " : "", i);
    }
  text = g_strdup_printf (
    "{\"foi:case\": {\"format\": \"uk-foi-case\", \"version\": 1}, \"resources\": ["
    "{\"name\": \"figures\", %s]}, {\"name\": \"others\", %s%s], "
    "\"foi:totals\": [{\"row\": {\"key\": \"0\"}, \"of\": [%s]}]}]}",
    schema, schema, rows->str, parts->str);
  return g_bytes_new_take (text, strlen (text));
}

static void
session_open (Session *session, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  session->foi_case = foi_case_new (state);
  session->editor = foi_case_editor_new (session->foi_case);
  session->other = foi_case_state_find_table (state, "others");
  for (guint i = 0; i < session->rows->len; i++)
    get_row (session, i)->id = i + 1;
}

static void
reload (Session *session)
{
  g_autoptr (GBytes) bytes = foi_case_file_write (foi_case_get_state (session->foi_case), NULL);

  g_assert_finalize_object (session->editor);
  g_assert_finalize_object (session->foi_case);
  session_open (session, bytes);
}

/* What was done is undone and done again, state for state. */
static void
do_command (Session *session)
{
  g_autoptr (FoiCaseState) before = foi_case_ref_snapshot (session->foi_case);
  FoiCaseState *after;

  commands[pick (session, G_N_ELEMENTS (commands))] (session);
  after = foi_case_get_state (session->foi_case);
  if (after == before)
    return;
  g_assert_true (foi_case_editor_undo (session->editor));
  g_assert_true (foi_case_get_state (session->foi_case) == before);
  g_assert_true (foi_case_editor_redo (session->editor));
  g_assert_true (foi_case_get_state (session->foi_case) == after);
}

static void
test_sessions (void)
{
  g_autoptr (GBytes) file = new_file ();

  for (guint32 seed = 1; seed <= N_SESSIONS; seed++)
    {
      Session session = { .random = g_rand_new_with_seed (seed) };

      session.rows = g_array_new (FALSE, FALSE, sizeof (RefRow));
      session_open (&session, file);
      for (guint i = 1; i <= N_COMMANDS; i++)
        {
          do_command (&session);
          check_agreement (&session);
          if (i % 40 == 0)
            reload (&session);
        }
      g_assert_finalize_object (session.editor);
      g_assert_finalize_object (session.foi_case);
      g_array_unref (session.rows);
      g_rand_free (session.random);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-said/100000-random-commands", test_sessions);
  return g_test_run ();
}
