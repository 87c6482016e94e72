/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-attachments.h"

#include <string.h>

#include "foi-case-new.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* A case of which nothing is known yet, and its editor. */
typedef struct
{
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  const FoiNewCase facts = { .reference = "FOI1", .received = "2024-10-30", .regime = "foia",
                             .created = "2024-10-30T09:00:00Z", .revision = "0" };
  g_autoptr (FoiCaseState) state = foi_case_state_new_case (&facts, NULL);

  fixture->foi_case = foi_case_new (state);
  fixture->editor = foi_case_editor_new (fixture->foi_case);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->foi_case);
}

/* "a.txt(file.txt)[place,tool,ground] b.txt" */
static char *
dup_all (Fixture *fixture)
{
  FoiCaseState *state = foi_case_get_state (fixture->foi_case);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < foi_case_state_get_n_attachments (state); i++)
    {
      JsonNode *attachment = foi_case_state_get_attachment (state, i);
      const char *name = foi_json_get_string (attachment, "name", "");

      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", name);
      if (!g_str_equal (foi_attachment_get_file (attachment), name))
        g_string_append_printf (all, "(%s)", foi_attachment_get_file (attachment));
      for (guint j = 0; j < foi_attachment_get_n_redactions (attachment); j++)
        {
          FoiRedaction redaction;

          foi_attachment_get_redaction (attachment, j, &redaction);
          g_string_append_printf (all, "[%s,%s,%s]", redaction.place, redaction.tool,
                                  redaction.ground);
        }
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* "+NAME" adds, "-0" removes, ">0|1" moves, "=0|NAME" renames, "r0|1|PLACE|TOOL|GROUND" records a
 * redaction, "x0|1" removes one. */
static gboolean
act (Fixture *fixture, const char *action, GError **error)
{
  g_auto (GStrv) words = g_strsplit (action + 1, "|", -1);
  const char *first = words[0] != NULL ? words[0] : "";
  const guint position = (guint) g_ascii_strtoull (first, NULL, 10);
  const guint second = words[1] != NULL ? (guint) g_ascii_strtoull (words[1], NULL, 10) : 0;
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) made = foi_json_set_string (empty, "name", first, NULL);

  switch (action[0])
    {
    case '+':
      return foi_case_editor_attach (fixture->editor, made, error);
    case '-':
      return foi_case_editor_detach (fixture->editor, position, error);
    case '>':
      return foi_case_editor_move_attachment (fixture->editor, position, second, error);
    case '=':
      return foi_case_editor_rename_attachment (fixture->editor, position, words[1], error);
    case 'x':
      return foi_case_editor_remove_redaction (fixture->editor, position, second, error);
    default:
      return foi_case_editor_set_redaction (fixture->editor, position, second,
                                            &(FoiRedaction){ words[2], words[3], words[4] },
                                            error);
    }
}

/* What is done, and what there is then; NULL: it is refused, and nothing changes. */
static const struct
{
  const char *action, *after;
} facts[] = {
  { "-0", NULL },
  { "+a.txt", "a.txt" },
  { "+A.TXT", NULL },
  { "+", NULL },
  { "+../a.txt", NULL },
  { "+.hidden", NULL },
  { "+b.pdf", "a.txt b.pdf" },
  { "+c", "a.txt b.pdf c" },
  { ">0|9", "b.pdf c a.txt" },
  { ">2|0", "a.txt b.pdf c" },
  { "=1|Minutes of May", "a.txt Minutes of May.pdf(b.pdf) c" },
  { "=1|Minutes.txt", "a.txt Minutes.txt.pdf(b.pdf) c" },
  { "=1|A.txt", "a.txt A.txt.pdf(b.pdf) c" },
  { "=2|a.TXT", NULL },
  { "=1|  b.pdf ", "a.txt b.pdf c" },
  { "=1|", NULL },
  { "=1|x/y", NULL },
  { "=9|x", NULL },
  { "=2|d", "a.txt b.pdf d(c)" },
  { "r1|0|Page 3|Acrobat|40(2)", "a.txt b.pdf[Page 3,Acrobat,40(2)] d(c)" },
  { "r1|1|Page 4||", "a.txt b.pdf[Page 3,Acrobat,40(2)][Page 4,,] d(c)" },
  { "r1|1|Page 4||31", "a.txt b.pdf[Page 3,Acrobat,40(2)][Page 4,,31] d(c)" },
  { "r9|0|Page 4||31", NULL },
  { "x1|2", NULL },
  { "x1|0", "a.txt b.pdf[Page 4,,31] d(c)" },
  { "x1|0", "a.txt b.pdf d(c)" },
  { "-1", "a.txt d(c)" },
  { "-1", "a.txt" },
  { "-0", "" },
};

static void
test_facts (Fixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *before = dup_all (fixture);
      g_autofree char *after = NULL, *undone = NULL;
      g_autoptr (GError) error = NULL;
      const gboolean done = act (fixture, facts[i].action, &error);

      g_test_message ("%s", facts[i].action);
      after = dup_all (fixture);
      if (facts[i].after == NULL)
        {
          g_assert_false (done);
          g_assert_true (error->domain == FOI_ERROR);
          g_assert_cmpstr (after, ==, before);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (after, ==, facts[i].after);
      g_assert_true (foi_case_editor_undo (fixture->editor));
      undone = dup_all (fixture);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (foi_case_editor_redo (fixture->editor));
    }
  g_assert_null (foi_case_state_get_node (foi_case_get_state (fixture->foi_case), "attachments"));
}

/* What is said again is no command. */
static void
test_same (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (act (fixture, "+a.txt", NULL));
  g_assert_true (act (fixture, "r0|0|Page 3|Acrobat|40(2)", NULL));
  g_assert_true (act (fixture, "r0|0|Page 3|Acrobat|40(2)", NULL));
  g_assert_true (act (fixture, "=0|a.txt", NULL));
  g_assert_cmpstr (foi_case_editor_get_undo_label (fixture->editor), ==, "Record Redaction");
  g_assert_true (foi_case_editor_undo (fixture->editor));
  g_assert_cmpstr (foi_case_editor_get_undo_label (fixture->editor), ==, "Add Attachment");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/case-attachments/facts", Fixture, NULL, set_up, test_facts, tear_down);
  g_test_add ("/case-attachments/same", Fixture, NULL, set_up, test_same, tear_down);
  return g_test_run ();
}
