/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-file.h"
#include "foi-checks.h"
#include "foi-json-edit.h"

static FoiCaseState *
load_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"),
                                            "data/examples/FOI651119421.foi.json", NULL);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_load (path, &faults, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

static GPtrArray *
check (FoiCaseState *state)
{
  return foi_checks_run (state, foi_rules_get_default (), foi_holidays_get_default (),
                         foi_date_from_iso ("2024-11-20"), NULL);
}

/* The finding about figures in the answer that has a table; NULL where there is none. */
static FoiFinding *
find_number (FoiCaseState *example, JsonNode *accepted, const char *answer)
{
  g_autoptr (JsonNode) text = foi_json_new_string (answer);
  g_autoptr (FoiCaseState) said
    = foi_case_state_with_node (example, "questions/q3/answer", text, NULL);
  g_autoptr (FoiCaseState) state = foi_case_state_with_node (said, "accepted", accepted, NULL);
  g_autoptr (GPtrArray) findings = check (state);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((FoiFinding *) findings->pdata[i])->id, "number-not-in-tables"))
      return foi_finding_copy (findings->pdata[i]);
  return NULL;
}

/* Somebody who looked at a number looked at that one: others are found again. */
static void
test_accepted_number (void)
{
  static const struct
  {
    const char *answer;
    gboolean is_accepted;
  } facts[] = {
    { "There were 4,711 visits.\n\n{{table:mash-calls}}", TRUE },
    { "There were just 4,711 visits.\n\n{{table:mash-calls}}", TRUE },
    { "There were 4,712 visits.\n\n{{table:mash-calls}}", FALSE },
    { "There were 47.11 visits a day.\n\n{{table:mash-calls}}", FALSE },
    { "There were 4,711 visits, and 815 calls.\n\n{{table:mash-calls}}", FALSE },
  };
  g_autoptr (FoiCaseState) example = load_example ();
  g_autoptr (FoiFinding) first = find_number (example, NULL, facts[0].answer);
  g_autoptr (JsonNode) accepted = NULL;
  g_autoptr (JsonNode) none = foi_json_new_array ();
  JsonObject *entry = json_object_new ();
  g_autoptr (JsonNode) node = NULL;

  g_assert_nonnull (first);
  g_assert_null (first->accepted);
  g_assert_cmpstr (first->path, ==, "$.foi:case.questions[2].answer");
  json_object_set_string_member (entry, "finding", first->id);
  json_object_set_string_member (entry, "path", foi_finding_get_accept_path (first));
  json_object_set_string_member (entry, "reason", "Counted by hand");
  node = foi_json_take_object (entry);
  accepted = foi_json_array_insert (none, 0, node);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiFinding) found = find_number (example, accepted, facts[i].answer);

      g_assert_nonnull (found);
      g_assert_cmpstr (found->accepted, ==, facts[i].is_accepted ? "Counted by hand" : NULL);
    }
}

/* ---- cells of an import that could not be read ----------------------------------------------- */

static FoiFinding *
find_unread (FoiCaseState *example, JsonNode *accepted, const char *notes)
{
  g_autoptr (JsonNode) list = json_from_string (notes, NULL);
  g_autoptr (FoiCaseState) noted = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  json_node_seal (list);
  noted = foi_case_state_with_node (example, "internal/notes", list, NULL);
  state = foi_case_state_with_node (noted, "accepted", accepted, NULL);
  findings = check (state);
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((FoiFinding *) findings->pdata[i])->id, "import-unread"))
      return foi_finding_copy (findings->pdata[i]);
  return NULL;
}

#define NOTE(year, kept, unread, date)                                                         \
  "{\"table\": \"mash-calls\", \"row\": {\"year\": \"" year "\"}, \"field\": \"weeks\", "         \
  "\"text\": \"x\", \"unread\": \"" unread "\", \"kept\": \"" kept "\", \"date\": \"" date "\"}"

/* Accepted are the cells that were seen, not those that another import leaves unread. */
static void
test_accepted_unread (void)
{
  static const struct
  {
    const char *notes;
    gboolean is_accepted;
  } facts[] = {
    { "[" NOTE ("2017/18", "52", "many", "2024-11-18") "]", TRUE },
    { "[" NOTE ("2017/18", "52", "few", "2024-11-18") "]", FALSE },
    { "[" NOTE ("2017/18", "52", "many", "2024-11-19") "]", FALSE },
    { "[" NOTE ("2018/19", "51", "many", "2024-11-18") "]", FALSE },
    { "[" NOTE ("2017/18", "52", "many", "2024-11-18") ", "
          NOTE ("2018/19", "51", "?", "2024-11-18") "]", FALSE },
  };
  g_autoptr (FoiCaseState) example = load_example ();
  g_autoptr (FoiFinding) first = find_unread (example, NULL, facts[0].notes);
  g_autoptr (JsonNode) accepted = NULL;
  g_autoptr (JsonNode) none = foi_json_new_array ();
  JsonObject *entry = json_object_new ();
  g_autoptr (JsonNode) node = NULL;

  g_assert_nonnull (first);
  json_object_set_string_member (entry, "finding", first->id);
  json_object_set_string_member (entry, "path", foi_finding_get_accept_path (first));
  json_object_set_string_member (entry, "reason", "The contractor has no figure");
  node = foi_json_take_object (entry);
  accepted = foi_json_array_insert (none, 0, node);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiFinding) found = find_unread (example, accepted, facts[i].notes);

      g_assert_nonnull (found);
      g_assert_cmpint (found->accepted != NULL, ==, facts[i].is_accepted);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accepted-numbers/lapse", test_accepted_number);
  g_test_add_func ("/accepted-numbers/unread", test_accepted_unread);
  return g_test_run ();
}
