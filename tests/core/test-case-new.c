/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-new.h"

#include <string.h>

#include "foi-case-file.h"
#include "foi-json-edit.h"
#include "foi-table-data.h"

static FoiCaseState *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), name, NULL);
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_load (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

static FoiCaseState *
renew (const char *name)
{
  const FoiNewCase facts = {
    .reference = "NEW/1", .subject = "The same again", .regime = "foia",
    .created = "2031-01-02T03:04:05Z", .revision = "fedcba9876543210",
  };
  g_autoptr (FoiCaseState) model = load (name);
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_state_new_from (model, &facts, &error);

  g_assert_no_error (error);
  return state;
}

/* What must be in the file of a case made like another, and what must not. */
static const struct
{
  const char *model;
  const char *there[5];
  const char *gone[10];
} facts[] = {
  { "data/examples/FOI651119421.foi.json",
    { "How many calls did the MASH helpline record in each year?", "We have figures for MASH calls",
      "\"mash-calls\"", "Weeks of the year with figures", "Coventry City Council" },
    { "FOI651119421\"", "CCE and CSE data", "2024-10-30", "2024-11-27", "20049", "274552",
      "period_answered", "Sir/Madam", "5 days not available" } },
  { "tests/data/cases/y_story.foi.json",
    { "How many in each year?", "Seven.", "Exampleton Borough Council" },
    { "STORY-1", "2024-1", "R. Quester", "By telephone", "D. Head", "As sent",
      "aaaaaaaaaaaaaaaa", "minutes.pdf", "Sent to nobody", "link-text-unclear" } },
  { "tests/data/cases/y_questions.foi.json",
    { "\"questions\"" },
    { "\"asked\"", "\"owner\"", "\"approved\"", "\"estimate\"", "\"email\":", "period_answered" } },
  { "tests/data/cases/y_tables.foi.json",
    { "\"resources\"" },
    { "\"by\": \"primary\"", "\"by\": \"secondary\"", "foi:notes", "foi:totals" } },
};

static void
test_from (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FoiCaseState) state = renew (facts[i].model);
  g_autoptr (GBytes) bytes = foi_case_file_write (state, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) again = NULL;

  for (guint j = 0; j < G_N_ELEMENTS (facts[i].there) && facts[i].there[j] != NULL; j++)
    if (strstr (text, facts[i].there[j]) == NULL)
      g_error ("“%s” is not in: %s", facts[i].there[j], text);
  for (guint j = 0; j < G_N_ELEMENTS (facts[i].gone) && facts[i].gone[j] != NULL; j++)
    if (strstr (text, facts[i].gone[j]) != NULL)
      g_error ("“%s” is in: %s", facts[i].gone[j], strstr (text, facts[i].gone[j]));

  /* Everything of its own is new, and it is a case that can be read. */
  g_assert_cmpstr (foi_case_state_get_string (state, "/id"), ==, "NEW/1");
  g_assert_cmpstr (foi_case_state_get_string (state, "/title"), ==, "The same again");
  g_assert_null (foi_case_state_get_string (state, "request/received"));
  g_assert_cmpuint (
    foi_json_get_n_elements (foi_case_state_get_node (state, "withheld")), ==, 0);
  g_assert_cmpuint (foi_json_get_n_elements (foi_case_state_get_node (state, "events")), ==, 0);
  g_assert_cmpuint (foi_json_get_n_elements (foi_case_state_get_node (state, "issued")), ==, 0);
  again = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The shape of each table: its columns, and none of its rows. */
static void
test_shapes (void)
{
  g_autoptr (FoiCaseState) model = load ("data/examples/FOI651119421.foi.json");
  g_autoptr (FoiCaseState) state = renew ("data/examples/FOI651119421.foi.json");
  GPtrArray *before = foi_case_state_get_tables (model);
  GPtrArray *after = foi_case_state_get_tables (state);

  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    {
      FoiTableData *old = g_ptr_array_index (before, i), *new = g_ptr_array_index (after, i);

      g_assert_cmpuint (foi_row_store_get_length (foi_table_data_get_rows (new)), ==, 0);
      g_assert_cmpuint (foi_table_data_get_columns (new)->len, ==,
                        foi_table_data_get_columns (old)->len);
      g_assert_cmpstr (foi_table_data_get_name (new), ==, foi_table_data_get_name (old));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *base = g_path_get_basename (facts[i].model);
      g_autofree char *path = g_strconcat ("/case-new/from/", base, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_from);
    }
  g_test_add_func ("/case-new/shapes", test_shapes);
  return g_test_run ();
}
