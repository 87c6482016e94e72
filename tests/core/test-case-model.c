/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-edits.h"
#include "foi-case-new.h"
#include "foi-json-edit.h"

/*
 * The case and its editor against a plain reference: arrays of strings, copied whole for undo.
 * After each of 100,000 random commands, undos and redos the two must say the same; and a mirror
 * kept from the signals alone must show what the list shows.
 */

#define N_SESSIONS 100
#define N_COMMANDS 1000
#define TABLE "figures"

typedef struct
{
  char *id;
  char *answer;
} RefQuestion;

typedef struct
{
  guint64    id;
  GPtrArray *cells; /* of char* */
} RefRow;

typedef struct
{
  GPtrArray *questions;
  GPtrArray *columns; /* of char* */
  GPtrArray *rows;
} Reference;

static void
ref_question_free (RefQuestion *question)
{
  g_free (question->id);
  g_free (question->answer);
  g_free (question);
}

static void
ref_row_free (RefRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static RefQuestion *
ref_question_new (const char *id, const char *answer)
{
  RefQuestion *question = g_new0 (RefQuestion, 1);

  question->id = g_strdup (id);
  question->answer = g_strdup (answer);
  return question;
}

static gpointer
copy_string (gconstpointer string, gpointer unused)
{
  return g_strdup (string);
}

static GPtrArray *
copy_strings (GPtrArray *strings)
{
  GPtrArray *copy = g_ptr_array_copy (strings, copy_string, NULL);

  g_ptr_array_set_free_func (copy, g_free);
  return copy;
}

static Reference *
reference_new (void)
{
  Reference *self = g_new0 (Reference, 1);

  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) ref_question_free);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ref_row_free);
  return self;
}

static Reference *
reference_copy (Reference *other)
{
  Reference *self = reference_new ();

  for (guint i = 0; i < other->questions->len; i++)
    {
      RefQuestion *question = g_ptr_array_index (other->questions, i);

      g_ptr_array_add (self->questions, ref_question_new (question->id, question->answer));
    }
  for (guint i = 0; i < other->columns->len; i++)
    g_ptr_array_add (self->columns, g_strdup (g_ptr_array_index (other->columns, i)));
  for (guint i = 0; i < other->rows->len; i++)
    {
      RefRow *row = g_ptr_array_index (other->rows, i);
      RefRow *copy = g_new0 (RefRow, 1);

      copy->id = row->id;
      copy->cells = copy_strings (row->cells);
      g_ptr_array_add (self->rows, copy);
    }
  return self;
}

static void
reference_free (Reference *self)
{
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reference, reference_free)

static char *
reference_to_string (Reference *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->questions->len; i++)
    {
      RefQuestion *question = g_ptr_array_index (self->questions, i);

      g_string_append_printf (text, "%s=%s\n", question->id, question->answer);
    }
  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (text, "%s;", (char *) g_ptr_array_index (self->columns, i));
  for (guint i = 0; i < self->rows->len; i++)
    {
      RefRow *row = g_ptr_array_index (self->rows, i);

      g_string_append_printf (text, "\n%" G_GUINT64_FORMAT ":", row->id);
      for (guint j = 0; j < row->cells->len; j++)
        g_string_append_printf (text, "%s;", (char *) g_ptr_array_index (row->cells, j));
    }
  return g_string_free (text, FALSE);
}

static char *
case_to_string (FoiCase *foi_case)
{
  GListModel *questions = foi_case_get_questions (foi_case);
  FoiTable *table = foi_case_find_table (foi_case, TABLE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);

      g_string_append_printf (text, "%s=%s\n", foi_question_get_id (question),
                              foi_question_get_answer (question));
    }
  for (guint i = 0; i < foi_table_get_n_columns (table); i++)
    g_string_append_printf (text, "%s;", foi_column_get_name (foi_table_get_column (table, i)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (table)); i++)
    {
      g_autoptr (FoiRow) row = g_list_model_get_item (G_LIST_MODEL (table), i);

      g_string_append_printf (text, "\n%" G_GUINT64_FORMAT ":", foi_row_get_id (row));
      for (guint j = 0; j < foi_row_get_n_cells (row); j++)
        {
          g_autofree char *cell = foi_column_format_plain (foi_table_get_column (table, j),
                                                           foi_row_get_cell (row, j));

          g_string_append_printf (text, "%s;", cell);
        }
    }
  return g_string_free (text, FALSE);
}

/* One session: the editor, the reference with its history, and the mirror of the list's signals. */
typedef struct
{
  GRand         *random;
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
  Reference     *now;
  GPtrArray     *undo; /* of Reference */
  GPtrArray     *redo;
  GPtrArray     *mirror; /* of FoiRow */
  guint          next_column;
} Session;

static void
mirror_items_changed_cb (GListModel *model, guint position, guint removed, guint added,
                         Session *session)
{
  g_assert_cmpuint (removed + added, >, 0);
  g_assert_cmpuint (position + removed, <=, session->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (session->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (session->mirror, (int) (position + i),
                        g_list_model_get_item (model, position + i));
}

static FoiCaseState *
new_start_state (void)
{
  static const FoiNewCase facts = {
    .reference = "FOI1", .subject = "Model", .regime = "foia", .received = "2024-10-30",
    .created = "2024-10-30T09:00:00Z", .revision = "0",
  };
  g_autoptr (FoiCaseState) state = foi_case_state_new_case (&facts, NULL);
  g_autoptr (GPtrArray) columns
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);
  g_autoptr (FoiRowStore) rows = foi_row_store_new ();
  g_autoptr (FoiTableData) data = NULL;
  g_autoptr (JsonNode) resource
    = json_from_string ("{\"name\":\"" TABLE "\",\"type\":\"table\",\"title\":\"Figures\","
                        "\"schema\":{\"primaryKey\":[\"key\"]}}", NULL);

  json_node_seal (resource);
  g_ptr_array_add (columns, foi_column_new ("key", "Key", FOI_VALUE_TEXT));
  g_ptr_array_add (columns, foi_column_new ("calls", "Calls", FOI_VALUE_INTEGER));
  data = foi_table_data_new (resource, columns, rows, 1);
  return foi_case_state_with_table (state, data);
}

static guint
pick (Session *session, guint n)
{
  return n == 0 ? 0 : (guint) g_rand_int_range (session->random, 0, (gint32) n);
}

static RefRow *
pick_row (Session *session)
{
  return session->now->rows->len == 0
           ? NULL : g_ptr_array_index (session->now->rows, pick (session, session->now->rows->len));
}

static void
do_set_answer (Session *session)
{
  RefQuestion *question;
  g_autofree char *path = NULL;

  if (session->now->questions->len == 0)
    return;
  question = g_ptr_array_index (session->now->questions,
                                pick (session, session->now->questions->len));
  g_free (question->answer);
  question->answer = g_strdup_printf ("Answer %u", pick (session, 5));
  path = g_strdup_printf ("questions/%s/answer", question->id);
  foi_case_editor_break_merge (session->editor);
  g_assert_true (foi_case_editor_set_string (session->editor, path, question->answer, "Answer",
                                             NULL));
}

static void
do_add_question (Session *session)
{
  g_autofree char *id = NULL;
  guint position = pick (session, session->now->questions->len + 1);

  if (session->now->questions->len > 8)
    return;
  g_assert_true (foi_case_editor_add_question (session->editor, position, "How many?", NULL, &id,
                                               NULL));
  g_ptr_array_insert (session->now->questions, (int) position, ref_question_new (id, ""));
}

static void
do_remove_question (Session *session)
{
  guint position = pick (session, session->now->questions->len);
  RefQuestion *question;

  if (session->now->questions->len == 0)
    return;
  question = g_ptr_array_index (session->now->questions, position);
  g_assert_true (foi_case_editor_remove_question (session->editor, question->id, NULL));
  g_ptr_array_remove_index (session->now->questions, position);
}

static void
do_move_question (Session *session)
{
  guint from = pick (session, session->now->questions->len);
  guint to = pick (session, session->now->questions->len);
  RefQuestion *question;

  if (session->now->questions->len == 0)
    return;
  question = g_ptr_array_index (session->now->questions, from);
  g_assert_true (foi_case_editor_move_question (session->editor, question->id, to, NULL));
  g_ptr_array_insert (session->now->questions, (int) to,
                      g_ptr_array_steal_index (session->now->questions, from));
}

static void
do_set_cell (Session *session)
{
  RefRow *row = pick_row (session);
  guint column = pick (session, session->now->columns->len);
  const char *name = g_ptr_array_index (session->now->columns, column);
  gboolean is_text = g_str_equal (name, "key");
  gint64 number = g_rand_int_range (session->random, -9, 99);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_auto (FoiCell) cell = is_text ? foi_cell_text (text) : foi_cell_number (number);

  if (row == NULL)
    return;
  g_assert_true (foi_case_editor_set_cell (session->editor, TABLE, row->id, name, &cell, NULL));
  g_free (g_ptr_array_index (row->cells, column));
  g_ptr_array_index (row->cells, column) = g_steal_pointer (&text);
}

static void
do_insert_rows (Session *session)
{
  guint position = pick (session, session->now->rows->len + 1);
  guint n_rows = 1 + pick (session, 3);
  guint64 id;

  if (session->now->rows->len > 20)
    return;
  g_assert_true (foi_case_editor_insert_rows (session->editor, TABLE, position, n_rows, &id, NULL));
  for (guint i = 0; i < n_rows; i++)
    {
      RefRow *row = g_new0 (RefRow, 1);

      row->id = id + i;
      row->cells = g_ptr_array_new_with_free_func (g_free);
      for (guint j = 0; j < session->now->columns->len; j++)
        g_ptr_array_add (row->cells, g_strdup (""));
      g_ptr_array_insert (session->now->rows, (int) (position + i), row);
    }
}

static void
do_delete_rows (Session *session)
{
  guint64 ids[3];
  guint n_ids = 1 + pick (session, 3);

  n_ids = MIN (n_ids, session->now->rows->len);
  for (guint i = 0; i < n_ids; i++)
    {
      guint position = pick (session, session->now->rows->len);
      RefRow *row = g_ptr_array_index (session->now->rows, position);

      ids[i] = row->id;
      g_ptr_array_remove_index (session->now->rows, position);
    }
  g_assert_true (foi_case_editor_delete_rows (session->editor, TABLE, ids, n_ids, NULL));
}

static void
do_move_row (Session *session)
{
  guint from = pick (session, session->now->rows->len);
  guint to = pick (session, session->now->rows->len);
  RefRow *row;

  if (session->now->rows->len == 0)
    return;
  row = g_ptr_array_index (session->now->rows, from);
  g_assert_true (foi_case_editor_move_row (session->editor, TABLE, row->id, to, NULL));
  g_ptr_array_insert (session->now->rows, (int) to,
                      g_ptr_array_steal_index (session->now->rows, from));
}

static void
do_insert_column (Session *session)
{
  guint position = pick (session, session->now->columns->len + 1);
  g_autofree char *name = g_strdup_printf ("c%u", session->next_column++);
  g_autoptr (FoiColumn) column = foi_column_new (name, name, FOI_VALUE_INTEGER);

  if (session->now->columns->len > 5)
    return;
  g_assert_true (foi_case_editor_insert_column (session->editor, TABLE, position, column, NULL));
  g_ptr_array_insert (session->now->columns, (int) position, g_steal_pointer (&name));
  for (guint i = 0; i < session->now->rows->len; i++)
    {
      RefRow *row = g_ptr_array_index (session->now->rows, i);

      g_ptr_array_insert (row->cells, (int) position, g_strdup (""));
    }
}

static void
do_delete_column (Session *session)
{
  guint position = pick (session, session->now->columns->len);
  const char *name = g_ptr_array_index (session->now->columns, position);

  if (g_str_equal (name, "key"))
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (foi_case_editor_delete_column (session->editor, TABLE, name, &error));
      g_assert_nonnull (error);
      return;
    }
  g_assert_true (foi_case_editor_delete_column (session->editor, TABLE, name, NULL));
  g_ptr_array_remove_index (session->now->columns, position);
  for (guint i = 0; i < session->now->rows->len; i++)
    {
      RefRow *row = g_ptr_array_index (session->now->rows, i);

      g_ptr_array_remove_index (row->cells, position);
    }
}

static void
do_move_column (Session *session)
{
  guint from = pick (session, session->now->columns->len);
  guint to = pick (session, session->now->columns->len);
  const char *name = g_ptr_array_index (session->now->columns, from);

  g_assert_true (foi_case_editor_move_column (session->editor, TABLE, name, to, NULL));
  g_ptr_array_insert (session->now->columns, (int) to,
                      g_ptr_array_steal_index (session->now->columns, from));
  for (guint i = 0; i < session->now->rows->len; i++)
    {
      RefRow *row = g_ptr_array_index (session->now->rows, i);

      g_ptr_array_insert (row->cells, (int) to, g_ptr_array_steal_index (row->cells, from));
    }
}

/* By number, blanks last in either direction, equal ones in the order they had. */
static gboolean
comes_after (RefRow *row, RefRow *other, guint column, gboolean descending)
{
  const char *text = g_ptr_array_index (row->cells, column);
  const char *other_text = g_ptr_array_index (other->cells, column);
  gint64 number = g_ascii_strtoll (text, NULL, 10);
  gint64 other_number = g_ascii_strtoll (other_text, NULL, 10);

  if (text[0] == '\0' || other_text[0] == '\0')
    return text[0] == '\0' && other_text[0] != '\0';
  return descending ? number < other_number : number > other_number;
}

static void
do_sort_rows (Session *session)
{
  GPtrArray *rows = session->now->rows;
  guint column = pick (session, session->now->columns->len);
  const char *name = g_ptr_array_index (session->now->columns, column);
  gboolean descending = g_rand_boolean (session->random);

  /* Words have an order of their own, which test-column knows. */
  if (g_str_equal (name, "key"))
    return;
  g_assert_true (foi_case_editor_sort_rows (session->editor, TABLE, name, descending, NULL));
  for (guint i = 1; i < rows->len; i++)
    for (guint j = i; j > 0 && comes_after (rows->pdata[j - 1], rows->pdata[j], column, descending);
         j--)
      {
        gpointer row = rows->pdata[j];

        rows->pdata[j] = rows->pdata[j - 1];
        rows->pdata[j - 1] = row;
      }
}

typedef void (*CommandFunc) (Session *session);

static const CommandFunc commands[] = {
  do_set_answer,  do_add_question, do_remove_question, do_move_question, do_set_cell,
  do_set_cell,    do_insert_rows,  do_delete_rows,     do_move_row,      do_insert_column,
  do_delete_column, do_move_column, do_sort_rows,
};

/* Several commands that are one, or that are taken back before they are. */
static void
do_group (Session *session)
{
  g_autoptr (Reference) before = reference_copy (session->now);
  guint n_commands = pick (session, 4);

  foi_case_editor_begin (session->editor, "Group");
  for (guint i = 0; i < n_commands; i++)
    commands[pick (session, G_N_ELEMENTS (commands))] (session);
  if (g_rand_boolean (session->random))
    {
      foi_case_editor_end (session->editor);
      return;
    }
  foi_case_editor_cancel (session->editor);
  reference_free (session->now);
  session->now = g_steal_pointer (&before);
}

static void
do_command (Session *session)
{
  Reference *before = reference_copy (session->now);
  FoiCaseState *state = foi_case_get_state (session->foi_case);

  if (pick (session, 10) == 0)
    do_group (session);
  else
    commands[pick (session, G_N_ELEMENTS (commands))] (session);
  if (state == foi_case_get_state (session->foi_case))
    {
      reference_free (before);
      return;
    }
  g_ptr_array_add (session->undo, before);
  g_ptr_array_set_size (session->redo, 0);
}

static void
step_history (Session *session, GPtrArray *from, GPtrArray *to, gboolean done)
{
  g_assert_cmpint (done, ==, from->len > 0);
  if (!done)
    return;
  g_ptr_array_add (to, session->now);
  session->now = g_ptr_array_steal_index (from, from->len - 1);
}

static void
check_agreement (Session *session)
{
  g_autofree char *expected = reference_to_string (session->now);
  g_autofree char *found = case_to_string (session->foi_case);
  GListModel *table = G_LIST_MODEL (foi_case_find_table (session->foi_case, TABLE));

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (session->mirror->len, ==, g_list_model_get_n_items (table));
  for (guint i = 0; i < session->mirror->len; i++)
    {
      g_autoptr (FoiRow) row = g_list_model_get_item (table, i);

      g_assert_true (row == g_ptr_array_index (session->mirror, i));
    }
}

static void
run_session (guint32 seed)
{
  Session session = { 0 };
  g_autoptr (FoiCaseState) start = new_start_state ();

  session.random = g_rand_new_with_seed (seed);
  session.foi_case = foi_case_new (start);
  session.editor = foi_case_editor_new (session.foi_case);
  session.now = reference_new ();
  session.undo = g_ptr_array_new_with_free_func ((GDestroyNotify) reference_free);
  session.redo = g_ptr_array_new_with_free_func ((GDestroyNotify) reference_free);
  session.mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (session.now->columns, g_strdup ("key"));
  g_ptr_array_add (session.now->columns, g_strdup ("calls"));
  g_signal_connect (foi_case_find_table (session.foi_case, TABLE), "items-changed",
                    G_CALLBACK (mirror_items_changed_cb), &session);

  for (guint i = 0; i < N_COMMANDS; i++)
    {
      guint what = pick (&session, 10);

      if (what < 2)
        step_history (&session, session.undo, session.redo,
                      foi_case_editor_undo (session.editor));
      else if (what < 3)
        step_history (&session, session.redo, session.undo,
                      foi_case_editor_redo (session.editor));
      else
        do_command (&session);
      check_agreement (&session);
    }
  while (foi_case_editor_undo (session.editor))
    step_history (&session, session.undo, session.redo, TRUE);
  check_agreement (&session);
  g_assert_true (foi_case_get_state (session.foi_case) == start);
  g_assert_false (foi_case_editor_is_modified (session.editor));

  g_ptr_array_unref (session.mirror);
  g_ptr_array_unref (session.undo);
  g_ptr_array_unref (session.redo);
  reference_free (session.now);
  g_rand_free (session.random);
  g_assert_finalize_object (session.editor);
  g_assert_finalize_object (session.foi_case);
}

static void
test_model (void)
{
  for (guint32 seed = 1; seed <= N_SESSIONS; seed++)
    run_session (seed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-editor/model/100000-random-commands", test_model);
  return g_test_run ();
}
