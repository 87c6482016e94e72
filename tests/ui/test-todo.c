/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-editor.h"
#include "foi-case-file.h"
#include "foi-todo.h"
#include "ui-test.h"

/* What is still to be done, which must not ask for more than the law does. */

#define NO_GROUND "Question 3 names no ground yet"

static gboolean
is_asked (FoiCase *foi_case, const char *text)
{
  g_autoptr (GPtrArray) todos = foi_todo_list (foi_case);

  for (guint i = 0; i < todos->len; i++)
    if (g_str_equal (((const FoiTodo *) todos->pdata[i])->text, text))
      return TRUE;
  return FALSE;
}

/* Part may be all that is held, or all that there is of the years that were asked for. */
static void
test_ground (void)
{
  static const struct
  {
    const char *held, *outcome, *gap;
    gboolean    asks;
  } facts[] = {
    { "part", "part", NULL, FALSE },
    { "yes", "part", NULL, TRUE },
    { "yes", "part", "No records were kept before 2015.", FALSE },
    { "yes", "part", " ", TRUE },
    { "yes", "disclosed", NULL, FALSE },
    { "part", "refused", NULL, TRUE },
  };
  g_autofree char *path = ui_test_dup_data ("data/examples/FOI651119421-corrected.foi.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = foi_case_file_load (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCase) foi_case = foi_case_new (state);
      g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);

      foi_case_editor_set_string (editor, "questions/q3/held", facts[i].held, "Held", &error);
      g_assert_no_error (error);
      foi_case_editor_set_string (editor, "questions/q3/outcome", facts[i].outcome, "Outcome",
                                  &error);
      g_assert_no_error (error);
      foi_case_editor_set_string (editor, "questions/q3/period_answered/gap", facts[i].gap, "Gap",
                                  &error);
      g_assert_no_error (error);
      g_test_message ("%s %s", facts[i].held, facts[i].outcome);
      g_assert_cmpint (is_asked (foi_case, NO_GROUND), ==, facts[i].asks);
    }
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/todo/ground", test_ground);
  return ui_test_run ();
}
