/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-edits.h"
#include "foi-json-edit.h"
#include "foi-letter-follow.h"

#include "letter-case.h"

#define EXAMPLE "data/examples/FOI651119421.foi.json"

/* A case that is edited, and the letter that follows it. */
typedef struct
{
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
  FoiBrief      *brief;
  FoiLetter     *letter;
} Session;

static FoiLetter *
compose (FoiBrief *brief)
{
  g_autoptr (GError) error = NULL;
  FoiLetter *letter = foi_letter_compose (brief, foi_rules_get_default (), "response", TRUE,
                                          &error);

  g_assert_no_error (error);
  return letter;
}

/* The example with @find replaced, where it is given. */
static void
session_begin (Session *self, const char *find, const char *replacement)
{
  g_autofree char *file = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), EXAMPLE, NULL);
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (file, &content, NULL, NULL));
  text = g_string_new (content);
  if (find != NULL)
    g_assert_cmpuint (g_string_replace (text, find, replacement, 1), ==, 1);
  bytes = g_bytes_new (text->str, text->len);
  state = foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->foi_case = foi_case_new (state);
  self->editor = foi_case_editor_new (self->foi_case);
  self->brief = foi_case_state_publish (state);
  self->letter = compose (self->brief);
}

static void
session_end (Session *self)
{
  g_clear_pointer (&self->letter, foi_letter_unref);
  g_clear_pointer (&self->brief, foi_brief_unref);
  g_clear_object (&self->editor);
  g_clear_object (&self->foi_case);
}

static void
set (Session *self, const char *table, guint position, const char *column, FoiCell cell)
{
  FoiTable *edited = foi_case_find_table (self->foi_case, table);
  g_autoptr (FoiRow) row = g_list_model_get_item (G_LIST_MODEL (edited), position);
  g_autoptr (GError) error = NULL;

  foi_case_editor_set_cell (self->editor, table, foi_row_get_id (row), column, &cell, &error);
  g_assert_no_error (error);
  foi_cell_clear (&cell);
}

/* Everything that a letter says, its tables and charts among it. */
static char *
write_all (FoiLetter *letter)
{
  g_autoptr (JsonNode) node = foi_letter_to_json (letter);
  g_autofree char *tree = json_to_string (node, TRUE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < letter->blocks->len; i++)
    {
      const FoiBlock *block = letter->blocks->pdata[i];

      if (block->chart != NULL)
        g_string_append_printf (text, "%s: %s\n", foi_chart_get_title (block->chart),
                                foi_chart_get_description (block->chart));
    }
  g_string_append (text, letter->draft ? "draft\n" : "issued\n");
  g_string_append (text, tree);
  return g_string_free (text, FALSE);
}

/* The letter goes on to the case as it is now; what it says is what a composer would. */
static gboolean
follow (Session *self)
{
  g_autoptr (FoiBrief) brief = foi_case_state_publish (foi_case_get_state (self->foi_case));
  g_autoptr (FoiLetter) letter = foi_letter_follow (self->letter, self->brief, brief);
  g_autoptr (FoiLetter) composed = compose (brief);
  const gboolean followed = letter != NULL;

  if (followed)
    {
      g_autofree char *found = write_all (letter);
      g_autofree char *expected = write_all (composed);

      g_assert_cmpstr (found, ==, expected);
      for (guint i = 0; i < composed->blocks->len; i++)
        g_assert_true (foi_block_equal (letter->blocks->pdata[i], composed->blocks->pdata[i]));
    }
  foi_letter_unref (self->letter);
  foi_brief_unref (self->brief);
  self->letter = followed ? g_steal_pointer (&letter) : g_steal_pointer (&composed);
  self->brief = g_steal_pointer (&brief);
  return followed;
}

/* What is typed all day: the words stay, and nearly all blocks are the same ones. */
static void
test_figures (void)
{
  Session session;
  g_autoptr (FoiLetter) before = NULL;
  guint n_shared = 0;

  session_begin (&session, NULL, NULL);
  before = foi_letter_ref (session.letter);
  set (&session, "mash-calls", 3, "calls", foi_cell_number (1234));
  g_assert_true (follow (&session));
  for (guint i = 0; i < before->blocks->len; i++)
    n_shared += before->blocks->pdata[i] == session.letter->blocks->pdata[i] ? 1 : 0;
  g_assert_cmpuint (n_shared, ==, before->blocks->len - 1);
  set (&session, "mash-calls", 3, "weeks", foi_cell_number (51));
  g_assert_true (follow (&session));
  set (&session, "cse-budget", 0, "budget", foi_cell_number (5));
  g_assert_true (follow (&session));
  g_assert_true (foi_case_editor_undo (session.editor));
  g_assert_true (follow (&session));
  session_end (&session);
}

/* A mark is explained below its table, the first and the last of its kind. */
static void
test_marks (void)
{
  Session session;

  session_begin (&session, NULL, NULL);
  set (&session, "mash-calls", 3, "calls", foi_cell_state (FOI_CELL_SUPPRESSED));
  g_assert_false (follow (&session));
  set (&session, "mash-calls", 4, "calls", foi_cell_state (FOI_CELL_SUPPRESSED));
  g_assert_true (follow (&session));
  set (&session, "mash-calls", 4, "calls", foi_cell_number (9));
  g_assert_true (follow (&session));
  set (&session, "mash-calls", 3, "calls", foi_cell_number (9));
  g_assert_false (follow (&session));
  session_end (&session);
}

/* A figure in a sentence changes the sentence. */
static void
test_quoted (void)
{
  Session session;

  session_begin (&session, "This information is exempt under section 21",
                 "{{value:mash-calls/2016/17/calls}} This is exempt under section 21");
  set (&session, "mash-calls", 0, "calls", foi_cell_number (7));
  g_assert_false (follow (&session));
  session_end (&session);
}

static void
test_chart (void)
{
  Session session;

  session_begin (&session, "\"in_letter\": false", "\"in_letter\": true");
  set (&session, "mash-calls", 3, "calls", foi_cell_number (1234));
  g_assert_true (follow (&session));
  /* Of one table the chart is shown; the other's figures do not touch it. */
  set (&session, "cse-budget", 3, "budget", foi_cell_number (1234));
  g_assert_true (follow (&session));
  session_end (&session);
}

static void
test_rows (void)
{
  Session session;
  FoiTable *table;
  g_autoptr (FoiRow) row = NULL;
  g_autoptr (GError) error = NULL;

  session_begin (&session, NULL, NULL);
  table = foi_case_find_table (session.foi_case, "mash-calls");
  row = g_list_model_get_item (G_LIST_MODEL (table), 2);
  g_assert_true (foi_case_editor_delete_rows (session.editor, "mash-calls",
                                              (guint64[]) { foi_row_get_id (row) }, 1, &error));
  g_assert_no_error (error);
  g_assert_false (follow (&session));
  session_end (&session);
}

/* Whatever is typed where: a letter that follows says what a composed one does. */
static void
test_random (void)
{
  static const struct
  {
    const char *table, *column;
  } places[] = {
    { "mash-calls", "calls" }, { "mash-calls", "weeks" }, { "mash-calls", "comment" },
    { "cse-budget", "budget" },
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (20241127);
  Session session;
  guint n_followed = 0;

  session_begin (&session, "\"in_letter\": false", "\"in_letter\": true");
  for (guint i = 0; i < 300; i++)
    {
      const guint place = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (places));
      const gboolean is_text = g_str_equal (places[place].column, "comment");
      const int kind = g_rand_int_range (random, 0, 8);
      const gint64 number = g_rand_int_range (random, 0, 100000);
      FoiCell cell = kind == 0   ? foi_cell_state (FOI_CELL_SUPPRESSED)
                     : kind == 1 ? foi_cell_state (FOI_CELL_BLANK)
                     : is_text   ? foi_cell_text (kind > 4 ? "Part of the year" : "All")
                                 : foi_cell_number (number);

      set (&session, places[place].table, (guint) g_rand_int_range (random, 0, 8),
           places[place].column, cell);
      n_followed += follow (&session) ? 1 : 0;
    }
  g_assert_cmpuint (n_followed, >, 100);
  session_end (&session);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-follow/figures", test_figures);
  g_test_add_func ("/letter-follow/marks", test_marks);
  g_test_add_func ("/letter-follow/quoted", test_quoted);
  g_test_add_func ("/letter-follow/chart", test_chart);
  g_test_add_func ("/letter-follow/rows", test_rows);
  g_test_add_func ("/letter-follow/random", test_random);
  return g_test_run ();
}
