/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-rules.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_acts (void)
{
  static const struct
  {
    const char *regime, *title, *brief, *word;
  } facts[] = {
    { "foia", "Freedom of Information Act 2000", "FOIA", "section" },
    { "eir", "Environmental Information Regulations 2004", "EIR", "regulation" },
    { "foisa", "Freedom of Information (Scotland) Act 2002", "FOISA", "section" },
    { "eisr", "Environmental Information (Scotland) Regulations 2004", "EISRs", "regulation" },
    { "none", "", "", "" },
  };
  FoiRules *rules = foi_rules_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_assert_cmpstr (foi_rules_get_act_title (rules, facts[i].regime), ==, facts[i].title);
      g_assert_cmpstr (foi_rules_get_act_short (rules, facts[i].regime), ==, facts[i].brief);
      g_assert_cmpstr (foi_rules_get_section_word (rules, facts[i].regime), ==, facts[i].word);
    }
}

static void
test_grounds (void)
{
  static const struct
  {
    const char *regime, *section, *kind;
  } facts[] = {
    { "foia", "21", "elsewhere" },        { "foia", "12(2)", "cost-to-confirm" },
    { "foia", "12(1)", "cost" },          { "foia", "14(1)", "vexatious" },
    { "foia", "40(2)", "personal-data" }, { "eir", "12(4)(b)", "manifestly-unreasonable" },
    { "foisa", "25", "elsewhere" },       { "foia", "99", NULL },
    { "none", "21", NULL },
  };
  FoiRules *rules = foi_rules_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      JsonNode *ground = foi_rules_find_ground (rules, facts[i].regime, facts[i].section);

      g_assert_cmpstr (foi_json_get_string (ground, "kind", NULL), ==, facts[i].kind);
    }
}

/* The limits of SI 2004/3244; the Commissioner's address until the move of 2026. */
static void
test_dated (void)
{
  FoiRules *rules = foi_rules_get_default ();
  FoiDate day = foi_date_from_iso ("2024-11-27");
  FoiDate later = foi_date_from_iso ("2026-12-01");
  JsonNode *central = foi_rules_find_limit (rules, "foia", "appropriate-limit", "central", day);
  JsonNode *local = foi_rules_find_limit (rules, "foia", "appropriate-limit", "local", day);
  JsonNode *untold = foi_rules_find_limit (rules, "foia", "appropriate-limit", NULL, day);
  JsonNode *before = foi_rules_find_regulator (rules, "foia", day);
  JsonNode *after = foi_rules_find_regulator (rules, "foia", later);

  g_assert_cmpint (foi_json_get_integer (central, "pounds", 0), ==, 600);
  g_assert_cmpint (foi_json_get_integer (local, "pounds", 0), ==, 450);
  g_assert_cmpint (foi_json_get_integer (local, "hours", 0), ==, 18);
  g_assert_true (untold == local);
  g_assert_cmpuint (foi_json_get_n_elements (foi_json_get_member (before, "address")), ==, 5);
  g_assert_cmpuint (foi_json_get_n_elements (foi_json_get_member (after, "address")), ==, 0);
  g_assert_true (foi_rules_find_regulator (rules, "foia", FOI_DATE_NONE) == after);
  g_assert_cmpint (foi_json_get_integer (foi_rules_find_time_limit (rules, "foia", "response", day),
                                         "n", 0), ==, 20);
  g_assert_null (foi_rules_find_time_limit (rules, "foia", "none", day));
}

/* What an authority sets itself goes before the law, for the requests of its time. */
static void
test_own_limits (void)
{
  static const struct
  {
    const char *regime, *received, *profile;
    gint64 pounds, rate, hours;
    gboolean own;
  } facts[] = {
    { "foia", "2026-04-01", NULL, 450, 25, 18, FALSE },
    { "foia", "2026-04-01", "{\"type\":\"nhs\"}", 450, 25, 18, FALSE },
    { "foia", "2026-04-01", "{\"type\":\"central\"}", 600, 25, 24, FALSE },
    { "foia", "2026-04-01", "{\"type\":\"parliament\"}", 600, 25, 24, FALSE },
    { "foia", "2026-04-01", "{\"type\":\"armed-forces\"}", 600, 25, 24, FALSE },
    { "foia", "2026-04-01", "{\"limits\":{\"appropriate-limit\":{\"pounds\":500}}}", 500, 25, 20,
      TRUE },
    { "foia", "2026-04-01", "{\"limits\":{\"appropriate-limit\":{\"rate\":30}}}", 450, 30, 15,
      TRUE },
    { "foia", "2026-04-01",
      "{\"type\":\"central\",\"limits\":{\"appropriate-limit\":{\"rate\":35}}}", 600, 35, 0,
      TRUE },
    { "foia", "2026-04-01",
      "{\"limits\":{\"appropriate-limit\":{\"pounds\":500,\"from\":\"2026-04-01\"}}}", 500, 25,
      20, TRUE },
    { "foia", "2026-03-31",
      "{\"limits\":{\"appropriate-limit\":{\"pounds\":500,\"from\":\"2026-04-01\"}}}", 450, 25,
      18, FALSE },
    { "foia", "2026-04-02",
      "{\"limits\":{\"appropriate-limit\":{\"pounds\":500,\"to\":\"2026-04-01\"}}}", 450, 25,
      18, FALSE },
    /* The same as the law, or nothing that can be one, is no other limit. */
    { "foia", "2026-04-01", "{\"limits\":{\"appropriate-limit\":{\"pounds\":450}}}", 450, 25, 18,
      FALSE },
    { "foia", "2026-04-01", "{\"limits\":{\"appropriate-limit\":{\"pounds\":0,\"rate\":-1}}}",
      450, 25, 18, FALSE },
    { "foisa", "2026-04-01", "{\"limits\":{\"appropriate-limit\":{\"rate\":12}}}", 600, 12, 0,
      TRUE },
    { "eir", "2026-04-01", "{\"limits\":{\"appropriate-limit\":{\"pounds\":500}}}", 0, 0, 0,
      FALSE },
  };
  FoiRules *rules = foi_rules_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (JsonNode) profile
        = facts[i].profile != NULL ? json_from_string (facts[i].profile, NULL) : NULL;
      g_autoptr (JsonNode) limit
        = foi_rules_find_own_limit (rules, facts[i].regime, "appropriate-limit", profile,
                                    foi_date_from_iso (facts[i].received));

      g_assert_cmpint (foi_json_get_integer (limit, "pounds", 0), ==, facts[i].pounds);
      g_assert_cmpint (foi_json_get_integer (limit, "rate", 0), ==, facts[i].rate);
      g_assert_cmpint (foi_json_get_integer (limit, "hours", 0), ==, facts[i].hours);
      g_assert_true (foi_json_get_boolean (limit, "own", FALSE) == facts[i].own);
    }
}

static guint
count_paragraphs (GPtrArray *paragraphs, const char *id)
{
  guint count = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    count += g_str_equal (((FoiParagraph *) paragraphs->pdata[i])->id, id) ? 1 : 0;
  return count;
}

static guint
find_position (GPtrArray *paragraphs, const char *id)
{
  for (guint i = 0; i < paragraphs->len; i++)
    if (g_str_equal (((FoiParagraph *) paragraphs->pdata[i])->id, id))
      return i;
  g_assert_not_reached ();
}

/* A regime takes over what it does not word itself and what is not for the other alone. */
static void
test_inheritance (void)
{
  FoiRules *rules = foi_rules_get_default ();
  GPtrArray *foia = foi_rules_get_paragraphs (rules, "foia");
  GPtrArray *eir = foi_rules_get_paragraphs (rules, "eir");
  FoiDate day = foi_date_from_iso ("2024-11-27");
  const FoiParagraph *paragraph;

  g_assert_cmpuint (count_paragraphs (foia, "salutation"), ==, 2);
  g_assert_cmpuint (count_paragraphs (eir, "salutation"), ==, 2);
  g_assert_cmpuint (count_paragraphs (foia, "ground-cost"), ==, 1);
  g_assert_cmpuint (count_paragraphs (eir, "ground-cost"), ==, 0);
  g_assert_cmpuint (count_paragraphs (eir, "extended"), ==, 1);
  g_assert_cmpuint (count_paragraphs (foia, "presumption"), ==, 0);
  g_assert_cmpuint (find_position (eir, "presumption"), ==,
                    find_position (eir, "ground-personal-data") + 1);
  g_assert_cmpuint (find_position (eir, "extended"), <, find_position (eir, "ground-elsewhere"));

  paragraph = foi_rules_find_paragraph (rules, "eir", "extended", day);
  g_assert_nonnull (strstr (paragraph->text, "Regulation 7"));
  g_assert_cmpint (paragraph->place, ==, FOI_PARAGRAPH_BEFORE_ANSWER);
  g_assert_false (paragraph->per_ground);
  g_assert_true (foi_rules_find_paragraph (rules, "foia", "ground-class", day)->per_ground);
  g_assert_true (foi_rules_find_paragraph (rules, "foia", "ground-reason", day)->per_ground);
  g_assert_null (foi_rules_find_paragraph (rules, "foia", "no-such", day));
  g_assert_null (foi_rules_get_paragraphs (rules, "none"));
}

static void
test_gaps (void)
{
  static const char text[] = "a {no gap} {{table:x}} {one}{two_x} {";
  gsize begin, end;

  g_assert_true (foi_gap_find_next (text, &begin, &end));
  g_assert_cmpmem (text + begin, end - begin, "one", 3);
  g_assert_true (foi_gap_find_next (text + end, &begin, &end));
  g_assert_false (foi_gap_find_next ("{}{A}{{x}}", &begin, &end));
  g_assert_cmpint (foi_gap_find_scope ("email"), ==, FOI_GAP_AUTHORITY);
  g_assert_cmpint (foi_gap_find_scope ("section"), ==, FOI_GAP_GROUND);
  g_assert_cmpint (foi_gap_find_scope ("x"), ==, FOI_GAP_UNKNOWN);
}

static JsonNode *
load_schema (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"),
                                            "data/schema/foi-rules-1.schema.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

/* The closed lists of the schema are those of the program. */
static void
test_schema (void)
{
  static const struct
  {
    const char *title;
    FoiGapScope scopes[2];
  } groups[] = {
    { "letter", { FOI_GAP_LETTER, FOI_GAP_AUTHORITY } },
    { "question", { FOI_GAP_QUESTION, FOI_GAP_QUESTION } },
    { "ground", { FOI_GAP_GROUND, FOI_GAP_GROUND } },
    { "table", { FOI_GAP_TABLE, FOI_GAP_TABLE } },
  };
  g_autoptr (JsonNode) schema = load_schema ();
  JsonNode *definitions = foi_json_get_member (schema, "$defs");
  JsonNode *gaps = foi_json_get_member (foi_json_get_member (definitions, "gap"), "oneOf");
  JsonNode *kinds = foi_json_get_member (foi_json_get_member (definitions, "kind"), "enum");
  JsonNode *places = foi_json_get_member (foi_json_get_member (definitions, "place"), "enum");

  g_assert_cmpuint (foi_json_get_n_elements (gaps), ==, G_N_ELEMENTS (groups));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      JsonNode *group = foi_json_get_element (gaps, i);
      JsonNode *names = foi_json_get_member (group, "enum");

      g_assert_cmpstr (foi_json_get_string (group, "title", NULL), ==, groups[i].title);
      for (guint j = 0; j < foi_json_get_n_elements (names); j++)
        {
          const char *name = json_node_get_string (foi_json_get_element (names, j));
          FoiGapScope scope = foi_gap_find_scope (name);

          g_test_message ("%s", name);
          g_assert_true (scope == groups[i].scopes[0] || scope == groups[i].scopes[1]);
        }
    }
  g_assert_cmpuint (foi_json_get_n_elements (kinds), >, 10);
  for (guint i = 0; i < foi_json_get_n_elements (kinds); i++)
    g_assert_true (
      foi_ground_kind_is_known (json_node_get_string (foi_json_get_element (kinds, i))));
  g_assert_cmpuint (foi_json_get_n_elements (places), ==, FOI_PARAGRAPH_SIGN_OFF + 1);
  for (guint i = 0; i < foi_json_get_n_elements (places); i++)
    {
      FoiParagraphPlace place;

      g_assert_true (foi_paragraph_place_from_name (
        json_node_get_string (foi_json_get_element (places, i)), &place));
    }
}

#define RULES(paragraphs) RULES_WITH ("", "", paragraphs)
#define RULES_WITH(times, limits, paragraphs) \
  "{\"format\":\"uk-foi-rules\",\"version\":1,\"regime\":\"r\",\"name\":\"n\"," \
  "\"act\":\"a\",\"act_short\":\"s\",\"section_word\":\"section\"," \
  "\"section_abbreviation\":\"s\",\"calendar\":\"uk\"," \
  "\"time_limits\":[" times "],\"limits\":[" limits "]," \
  "\"regulators\":[{\"name\":\"n\",\"office\":\"o\",\"web\":\"https://o\",\"law\":\"l\"," \
  "\"from\":\"2005-01-01\",\"source\":\"s\"}]," \
  "\"grounds\":[{\"section\":\"1\",\"title\":\"t\",\"kind\":\"class\",\"test\":\"class\"," \
  "\"balance\":\"none\",\"plain\":\"p\",\"source\":\"s\"}],\n\"paragraphs\":[" paragraphs "]}"

#define LABEL(members) "{\"id\":\"a\",\"place\":\"label\",\"letters\":[\"response\"]," members "}"

/* What the rules in a folder of their own say of themselves; NULL: nothing, they are good. */
static char *
dup_complaint (const char *text, FoiRules **out)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("foi-rules-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "r.json", NULL);
  g_autoptr (FoiRules) rules = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  rules = foi_rules_new_from_directory (folder, &error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_true ((rules == NULL) == (error != NULL));
  if (out != NULL)
    *out = g_steal_pointer (&rules);
  return error != NULL ? g_strdup (error->message) : NULL;
}

/* The program does not hold its own files against the schema at each start: this does. */
static void
test_built_in (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), "resources/rules",
                                              NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiRules) rules = foi_rules_new_from_directory (folder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (foi_rules_get_regime (rules, "eisr"));
}

static char *
dup_regimes (void)
{
  return g_strjoinv (" ", (char **) foi_rules_get_regimes (foi_rules_get_default ()));
}

/* A folder of a user's own adds to the program's rules, unless something in it is wrong. It comes
 * last, for it is used from then on. */
static void
test_own_folder (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), "tests", "data",
                                              "rules", NULL);
  g_autofree char *bad = g_dir_make_tmp ("foi-rules-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (bad, "r.json", NULL);
  g_autofree char *place = g_strconcat (path, ":2:14: $.paragraphs: ", NULL);
  g_autofree char *before = dup_regimes (), *kept = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (before, ==, "foia eir foisa eisr");
  g_assert_true (g_file_set_contents (path, RULES (""), -1, NULL));
  g_assert_false (foi_rules_use_folder (bad, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
  if (!g_str_has_prefix (error->message, place))
    g_error ("not “%s”: %s", place, error->message);
  g_clear_error (&error);
  kept = dup_regimes ();
  g_assert_cmpstr (kept, ==, before);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (bad), ==, 0);
  g_assert_true (foi_rules_use_folder (bad, &error));

  g_assert_true (foi_rules_use_folder (folder, &error));
  g_assert_no_error (error);
  after = dup_regimes ();
  g_assert_cmpstr (after, ==, "foia eir foisa eisr ledger");
}

/* What is wrong in a rule file is said with its place. */
static void
test_refusals (void)
{
  static const struct
  {
    const char *text, *message;
  } facts[] = {
    { RULES (LABEL ("\"when\":[],\"text\":\"a\"")), NULL },
    { "{", "r.json:1:2: $: " },
    { "{}", "r.json:1:1: $: this is no rule file of a version known here" },
    { "{\"format\":\"uk-foi-rules\",\"version\":1}",
      "r.json:1:1: $: the text “regime” is missing" },
    { RULES (""), "r.json:2:14: $.paragraphs: the list is too short" },
    { RULES ("{}"),
      "r.json:2:15: $.paragraphs[0]: a paragraph needs an id, a text and the letters it is for" },
    { RULES ("{\"id\":\"a\",\"place\":\"b\",\"letters\":[],\"text\":\"\"}"),
      "r.json:2:15: $.paragraphs[0]: a paragraph needs the place where it stands" },
    { RULES (LABEL ("\"text\":\"{nought}\"")),
      "$.paragraphs[0].text: there is no gap called “nought”" },
    { RULES (LABEL ("\"when\":[\"has:x\"],\"text\":\"\"")),
      "$.paragraphs[0].when[0]: there is no such condition" },
    { RULES (LABEL ("\"when\":[\"annex:x\"],\"text\":\"\"")),
      "$.paragraphs[0].when[0]: there is no such condition" },
    { RULES (LABEL ("\"when\":[\"not:annex\"],\"from\":\"1 May\",\"text\":\"\"")),
      "$.paragraphs[0].from: this is not a date such as 2024-11-27" },
    /* What ends before it begins would never apply. */
#define FROM_MAY(to) "\"when\":[],\"from\":\"2024-05-01\",\"to\":\"" to "\""
    { RULES (LABEL (FROM_MAY ("2024-05-01") ",\"text\":\"a\"")), NULL },
    { RULES (LABEL (FROM_MAY ("2024-04-30") ",\"text\":\"a\"")),
      "$.paragraphs[0].to: this is before the day from which it applies" },
    { RULES_WITH ("", "{\"from\":\"2024-05-01\",\"to\":\"2024-04-30\"}", ""),
      "$.limits[0].to: this is before the day from which it applies" },
    /* Letters and clocks count these in one unit. */
#define TIME(id, unit) \
  RULES_WITH ("{\"id\":\"" id "\",\"n\":4,\"unit\":\"" unit "\",\"from_event\":\"receipt\"," \
              "\"law\":\"l\",\"source\":\"s\"}", "", LABEL ("\"when\":[],\"text\":\"a\""))
    { TIME ("complaint", "week"), NULL },
    { TIME ("review-request", "month"), NULL },
    { TIME ("review-answer", "working-day"), NULL },
    { TIME ("review-answer", "week"),
      "$.time_limits[0].unit: “review-answer” is counted in the unit “working-day” alone" },
    { TIME ("response", "month"),
      "$.time_limits[0].unit: “response” is counted in the unit “working-day” alone" },
    { TIME ("school-response", "working-day"),
      "$.time_limits[0].unit: “school-response” is counted in the unit “school-day” alone" },
    { TIME ("fees-notice-lapse", "day"),
      "$.time_limits[0].unit: “fees-notice-lapse” is counted in the unit “month” alone" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiRules) rules = NULL;
      g_autofree char *complaint = dup_complaint (facts[i].text, &rules);

      if (facts[i].message == NULL)
        {
          g_assert_cmpstr (complaint, ==, NULL);
          g_assert_cmpuint (foi_rules_get_paragraphs (rules, "r")->len, ==, 1);
          continue;
        }
      g_assert_nonnull (complaint);
      g_test_message ("%s", complaint);
      g_assert_nonnull (strstr (complaint, facts[i].message));
    }
}

static char *
read_sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), "tests/data/rules", name,
                                            NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

/* The member or element @step of a node; NULL where there is none. */
static JsonNode *
get_child (JsonNode *node, const char *step)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_element (json_node_get_array (node), (guint) atoi (step));
  return json_object_get_member (json_node_get_object (node), step);
}

/* A JSON text with what stands at @path replaced by @value, or taken away by "-". */
static char *
mutate (const char *text, const char *path, const char *value)
{
  g_autoptr (JsonNode) root = parse (text);
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  const guint last = g_strv_length (steps) - 1;
  JsonNode *node = root;

  for (guint i = 0; i < last; i++)
    node = get_child (node, steps[i]);
  if (g_str_equal (value, "-"))
    json_object_remove_member (json_node_get_object (node), steps[last]);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_set_member (json_node_get_object (node), steps[last], parse (value));
  else
    {
      /* json-glib replaces no element: only the last one keeps its place. */
      g_assert_cmpuint ((guint) atoi (steps[last]) + 1, ==,
                        json_array_get_length (json_node_get_array (node)));
      json_array_remove_element (json_node_get_array (node), (guint) atoi (steps[last]));
      json_array_add_element (json_node_get_array (node), parse (value));
    }
  return json_to_string (root, FALSE);
}

/* Each change of refused.tsv, of which check_rules.py knows that JSON Schema refuses it too. */
static void
test_refused_table (void)
{
  g_autofree char *ledger = read_sample ("ledger.json");
  g_autofree char *table = read_sample ("refused.tsv");
  g_autofree char *alone = mutate (ledger, "inherits", "-");
  g_autofree char *good = dup_complaint (alone, NULL);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint n_lines = 0;

  g_assert_cmpstr (good, ==, NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      g_autofree char *text = NULL, *complaint = NULL;

      if (g_strv_length (fields) != 3)
        continue;
      text = mutate (alone, fields[0], fields[1]);
      complaint = dup_complaint (text, NULL);
      g_test_message ("%s: %s", lines[i], complaint);
      g_assert_nonnull (complaint);
      g_assert_true (g_str_has_prefix (complaint, "r.json:1:"));
      g_assert_nonnull (strstr (complaint, fields[2]));
      n_lines++;
    }
  g_assert_cmpuint (n_lines, >, 45);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/acts", test_acts);
  g_test_add_func ("/rules/grounds", test_grounds);
  g_test_add_func ("/rules/own-limits", test_own_limits);
  g_test_add_func ("/rules/dated", test_dated);
  g_test_add_func ("/rules/inheritance", test_inheritance);
  g_test_add_func ("/rules/gaps", test_gaps);
  g_test_add_func ("/rules/schema", test_schema);
  g_test_add_func ("/rules/built-in", test_built_in);
  g_test_add_func ("/rules/refusals", test_refusals);
  g_test_add_func ("/rules/refused-table", test_refused_table);
  g_test_add_func ("/rules/own-folder", test_own_folder);
  return g_test_run ();
}
