/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-profile.h"

static const char canonical[] =
  "{\n"
  "  \"format\": \"uk-foi-authority\",\n"
  "  \"version\": 1,\n"
  "  \"name\": \"Anytown Council\",\n"
  "  \"address\": [\n"
  "    \"1 High Street\",\n"
  "    \"Anytown\"\n"
  "  ],\n"
  "  \"review\": {\n"
  "    \"email\": \"foi@anytown.example\",\n"
  "    \"window\": {\n"
  "      \"n\": 40,\n"
  "      \"unit\": \"working\",\n"
  "      \"from\": \"issue\"\n"
  "    }\n"
  "  },\n"
  "  \"wording\": {\n"
  "    \"accessible\": \"\"\n"
  "  },\n"
  "  \"crest\": \"kept as it is\"\n"
  "}\n";

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *profile = foi_profile_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (profile);
  return profile;
}

static void
assert_writes (JsonNode *profile, const char *text)
{
  g_autoptr (GBytes) bytes = foi_profile_write (profile);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
test_round_trip (void)
{
  g_autoptr (JsonNode) profile = parse (canonical);

  /* As a case keeps it. */
  g_assert_null (foi_json_get_member (profile, "format"));
  g_assert_null (foi_json_get_member (profile, "version"));
  g_assert_cmpstr (foi_json_get_string (profile, "name", NULL), ==, "Anytown Council");
  assert_writes (profile, canonical);
}

static void
test_edit (void)
{
  g_autoptr (JsonNode) profile = parse (canonical);
  g_autoptr (JsonNode) team = foi_json_new_string ("Information Team");
  g_autoptr (JsonNode) with_team = foi_profile_with_node (profile, "team", team);
  g_autoptr (JsonNode) who = foi_json_new_string ("The Monitoring Officer");
  g_autoptr (JsonNode) with_who = foi_profile_with_node (with_team, "review/who", who);
  g_autoptr (JsonNode) without = NULL;
  g_autoptr (JsonNode) back = NULL;
  g_autoptr (GBytes) bytes = foi_profile_write (with_who);
  const char *text = g_bytes_get_data (bytes, NULL);

  /* In the order of the format, whatever the order of the edits. */
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (bytes),
                                  "\"Anytown Council\",\n  \"team\": \"Information Team\",\n"));
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (bytes),
                                  "\"review\": {\n    \"who\": \"The Monitoring Officer\",\n"));

  without = foi_profile_with_node (with_who, "team", NULL);
  back = foi_profile_with_node (without, "review/who", NULL);
  assert_writes (back, canonical);
}

/* What would be empty is left out, and made again where something is put into it. */
static void
test_empty (void)
{
  g_autoptr (JsonNode) profile = foi_profile_new ();
  g_autoptr (JsonNode) n = foi_json_new_integer (20);
  g_autoptr (JsonNode) with = foi_profile_with_node (profile, "review/window/n", n);
  g_autoptr (JsonNode) without = NULL;

  g_assert_cmpint (json_node_get_int (foi_profile_get_node (with, "review/window/n")), ==, 20);
  without = foi_profile_with_node (with, "review/window/n", NULL);
  g_assert_null (foi_json_get_member (without, "review"));
  g_assert_true (foi_json_equal (profile, without));
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *text;
    int         code;
    guint       line, column;
    const char *path;
  } rows[] = {
    { "{", FOI_ERROR_SYNTAX, 1, 2, "$" },
    { "{\"format\": \"uk-foi-case\", \"version\": 1}", FOI_ERROR_CONTENT, 1, 12, "$.format" },
    { "{\"format\": \"uk-foi-authority\", \"version\": 1, \"name\": 3}", FOI_ERROR_CONTENT, 1, 54,
      "$.name" },
    { "{\"format\": \"uk-foi-authority\", \"version\": 1,\n \"type\": \"parish\"}",
      FOI_ERROR_CONTENT, 2, 10, "$.type" },
    { "{\"format\": \"uk-foi-authority\", \"version\": 1, \"limits\": {\"appropriate-limit\":\n"
      "{\"from\": \"2026-04-01\", \"to\": \"2026-03-31\"}}}", FOI_ERROR_CONTENT, 2, 30,
      "$.limits.appropriate-limit.to" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (rows[i].text, strlen (rows[i].text));
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;
      const FoiFault *fault;

      g_assert_null (foi_profile_parse (bytes, &faults, &error));
      g_assert_error (error, FOI_ERROR, rows[i].code);
      g_assert_nonnull (faults);
      g_assert_cmpuint (faults->len, ==, 1);
      fault = g_ptr_array_index (faults, 0);
      g_assert_cmpuint (fault->line, ==, rows[i].line);
      g_assert_cmpuint (fault->column, ==, rows[i].column);
      g_assert_cmpstr (fault->path, ==, rows[i].path);
    }
}

static void
test_newer (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (
    "{\"format\": \"uk-foi-authority\", \"version\": 2}",
    strlen ("{\"format\": \"uk-foi-authority\", \"version\": 2}"));
  g_autoptr (GError) error = NULL;

  g_assert_null (foi_profile_parse (bytes, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
}

/* Removes a file, and the folders around it up to @folder. */
static void
clean_up (GFile *file, const char *folder)
{
  g_autoptr (GFile) last = g_file_new_for_path (folder);
  GFile *at = g_object_ref (file);

  while (TRUE)
    {
      const gboolean is_last = g_file_equal (at, last);
      g_autoptr (GFile) gone = g_steal_pointer (&at);

      g_assert_true (g_file_delete (gone, NULL, NULL));
      if (is_last)
        return;
      at = g_file_get_parent (gone);
    }
}

static void
test_file (void)
{
  g_autoptr (JsonNode) profile = parse (canonical);
  g_autoptr (JsonNode) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("foi-profile-XXXXXX", &error);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "team", "authority.foi.json", NULL);

  g_assert_no_error (error);
  g_assert_true (foi_profile_save (profile, NULL, file, NULL, &error));
  g_assert_no_error (error);
  read = foi_profile_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (foi_json_equal (profile, read));
  clean_up (file, folder);
}

static JsonNode *
with_name (JsonNode *profile, const char *name)
{
  g_autoptr (JsonNode) node = foi_json_new_string (name);

  return foi_profile_with_node (profile, "name", node);
}

/* Two officers have one profile open: who saves second is told, and the first's words stay. */
static void
test_two_officers (void)
{
  g_autoptr (JsonNode) before = parse (canonical);
  g_autoptr (JsonNode) first = with_name (before, "First");
  g_autoptr (JsonNode) second = with_name (before, "Second");
  g_autoptr (JsonNode) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("foi-profile-XXXXXX", &error);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "authority.foi.json", NULL);

  g_assert_true (foi_profile_save (before, NULL, file, NULL, &error));
  g_assert_true (foi_profile_save (first, before, file, NULL, &error));
  g_assert_false (foi_profile_save (second, before, file, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (foi_profile_save (second, NULL, file, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONFLICT);
  g_clear_error (&error);
  read = foi_profile_load (file, NULL, NULL, &error);
  g_assert_true (foi_json_equal (read, first));
  /* Both said the same; and one goes on from what the other saved. */
  g_assert_true (foi_profile_save (first, before, file, NULL, &error));
  g_assert_true (foi_profile_save (second, first, file, NULL, &error));
  g_assert_true (g_file_delete (file, NULL, &error));
  g_assert_true (foi_profile_save (first, second, file, NULL, &error));
  g_assert_no_error (error);
  clean_up (file, folder);
}

/* What both began with, what each made of it, and what both together say. */
static void
test_merge (void)
{
  static const struct
  {
    const char *base, *mine, *theirs, *merged;
  } rows[] = {
    { "{}", "{}", "{}", "{}" },
    { "{'name':'A'}", "{'name':'B'}", "{'name':'A','phone':'1'}", "{'name':'B','phone':'1'}" },
    { "{'name':'A'}", "{'name':'A'}", "{'name':'C'}", "{'name':'C'}" },
    { "{'name':'A'}", "{'name':'B'}", "{'name':'C'}", "{'name':'B'}" },
    { "{'name':'A','team':'T'}", "{'name':'A'}", "{'name':'A','team':'T','web':'w'}",
      "{'name':'A','web':'w'}" },
    { "{'wording':{'a':'1','b':'2'}}", "{'wording':{'a':'9','b':'2'}}",
      "{'wording':{'a':'1','c':'3'}}", "{'wording':{'a':'9','c':'3'}}" },
    { "{'review':{'who':'X'}}", "{}", "{'review':{'who':'Y'}}", "{}" },
    { "{'address':['1','2']}", "{'address':['1','3']}", "{'address':['0']}",
      "{'address':['1','3']}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const texts[] = { rows[i].base, rows[i].mine, rows[i].theirs, rows[i].merged };
      JsonNode *nodes[G_N_ELEMENTS (texts)];
      g_autoptr (JsonNode) merged = NULL;

      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autofree char *json = g_strdelimit (g_strdup (texts[j]), "'", '"');

          nodes[j] = json_from_string (json, NULL);
          json_node_seal (nodes[j]);
        }
      merged = foi_profile_merge (nodes[0], nodes[1], nodes[2]);
      g_assert_true (foi_json_equal (merged, nodes[3]));
      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        json_node_unref (nodes[j]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/round-trip", test_round_trip);
  g_test_add_func ("/profile/edit", test_edit);
  g_test_add_func ("/profile/empty", test_empty);
  g_test_add_func ("/profile/refusals", test_refusals);
  g_test_add_func ("/profile/newer", test_newer);
  g_test_add_func ("/profile/file", test_file);
  g_test_add_func ("/profile/two-officers", test_two_officers);
  g_test_add_func ("/profile/merge", test_merge);
  return g_test_run ();
}
