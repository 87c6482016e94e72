/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-accept.h"
#include "foi-case-file.h"
#include "foi-checks.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"
#include "fact-looks.h"

#include <string.h>

/*
 * Cases are written short in tests/core/checks: members of `foi:case` as in the file, and besides
 * `q` or `qs` (questions whose id and number follow from their place), `tables` with `fields` and
 * `rows`, `date` (of the letter), `paragraphs` (of the letter), `received`, `wording` and
 * `authority` (members of the profile). All else is an ordinary council's.
 */

#define RECEIVED "2024-10-30"
#define DATE "2024-11-20"

/* ---- a case out of a short one --------------------------------------------------------------- */

static FoiJsonDocument *
read_data (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), "tests/core/checks",
                                            name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  FoiJsonDocument *document;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  document = foi_json_document_read (bytes, FALSE, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
append_node (GString *json, JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  g_string_append (json, text);
}

/* The members of @object but those in @but, each with a comma before it. */
static void
append_members (GString *json, JsonNode *object, const char *const *but)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (object == NULL)
    return;
  json_object_iter_init (&iter, json_node_get_object (object));
  while (json_object_iter_next (&iter, &key, &value))
    {
      if (but != NULL && g_strv_contains (but, key))
        continue;
      g_string_append_printf (json, ",\"%s\":", key);
      append_node (json, value);
    }
}

static void
append_question (GString *json, JsonNode *question, guint index)
{
  static const char *const standing[] = { "id", "number", "text", NULL };
  const char *text = foi_json_get_string (question, "text", "How many were there?");

  g_string_append_printf (json, "%s{\"id\":\"q%u\",\"number\":\"%u\",\"label\":\"\","
                          "\"text\":\"%s\"", index > 0 ? "," : "", index + 1, index + 1, text);
  append_members (json, question, standing);
  g_string_append_c (json, '}');
}

static void
append_questions (GString *json, JsonNode *fact)
{
  JsonNode *list = foi_json_get_member (fact, "qs");
  JsonNode *one = foi_json_get_member (fact, "q");

  g_string_append (json, ",\"questions\":[");
  if (one != NULL)
    append_question (json, one, 0);
  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    append_question (json, foi_json_get_element (list, i), i);
  g_string_append_c (json, ']');
}

static void
append_table (GString *json, JsonNode *table)
{
  static const char *const standing[] = { "fields", "rows", "name", "title", NULL };
  JsonNode *fields = foi_json_get_member (table, "fields");
  JsonNode *rows = foi_json_get_member (table, "rows");

  g_string_append_printf (json, "{\"name\":\"%s\",\"type\":\"table\",\"title\":\"%s\","
                          "\"mediatype\":\"application/json\",\"schema\":{\"fields\":",
                          foi_json_get_string (table, "name", "t"),
                          foi_json_get_string (table, "title", "Calls by year"));
  append_node (json, fields);
  g_string_append_printf (json, ",\"primaryKey\":[\"%s\"],"
                          "\"missingValues\":[\"\",\"[c]\",\"[x]\",\"[z]\",\"[low]\"]},\"data\":[[",
                          foi_json_get_string (foi_json_get_element (fields, 0), "name", ""));
  for (guint i = 0; i < foi_json_get_n_elements (fields); i++)
    g_string_append_printf (json, "%s\"%s\"", i > 0 ? "," : "",
                            foi_json_get_string (foi_json_get_element (fields, i), "name", ""));
  g_string_append_c (json, ']');
  for (guint i = 0; i < foi_json_get_n_elements (rows); i++)
    {
      g_string_append_c (json, ',');
      append_node (json, foi_json_get_element (rows, i));
    }
  g_string_append_c (json, ']');
  append_members (json, table, standing);
  g_string_append_c (json, '}');
}

static void
append_letter (GString *json, JsonNode *fact)
{
  g_string_append_printf (json, ",\"letters\":[{\"id\":\"response\",\"type\":\"response\","
                          "\"date\":\"%s\"", foi_json_get_string (fact, "date", DATE));
  if (foi_json_get_member (fact, "paragraphs") != NULL)
    {
      g_string_append (json, ",\"paragraphs\":");
      append_node (json, foi_json_get_member (fact, "paragraphs"));
    }
  g_string_append_c (json, '}');
  if (foi_json_get_member (fact, "review") != NULL)
    {
      g_string_append_c (json, ',');
      append_node (json, foi_json_get_member (fact, "review"));
    }
  g_string_append_c (json, ']');
}

static void
append_authority (GString *json, JsonNode *fact)
{
  static const char *const review[] = { "review", NULL };
  JsonNode *own = foi_json_get_member (fact, "authority");

  g_string_append (json, ",\"authority\":{\"name\":\"Northmoor Council\","
                   "\"team\":\"Information Team\",\"email\":\"foi@northmoor.example\"");
  if (foi_json_get_member (own, "type") == NULL)
    g_string_append (json, ",\"type\":\"local\"");
  g_string_append (json, ",\"review\":");
  if (foi_json_get_member (own, "review") != NULL)
    append_node (json, foi_json_get_member (own, "review"));
  else
    g_string_append (json, "{\"email\":\"foi@northmoor.example\",\"window\":{\"n\":40,"
                     "\"unit\":\"working\",\"from\":\"issue\"}}");
  append_members (json, own, review);
  if (foi_json_get_member (fact, "wording") != NULL)
    {
      g_string_append (json, ",\"wording\":");
      append_node (json, foi_json_get_member (fact, "wording"));
    }
  g_string_append_c (json, '}');
}

static char *
make_case (JsonNode *fact)
{
  static const char *const standing[] = {
    "q", "qs", "tables", "date", "paragraphs", "received", "wording", "authority", "regime",
    "request", "day", "why", "review", NULL,
  };
  static const char *const received[] = { "received", "text", NULL };
  JsonNode *tables = foi_json_get_member (fact, "tables");
  JsonNode *request = foi_json_get_member (fact, "request");
  GString *json = g_string_new ("{\"name\":\"a\",\"id\":\"FOI1\",\"title\":\"calls\",\"foi:case\":{"
                                "\"format\":\"uk-foi-case\",\"version\":1,\"_rev\":\"0\"");

  g_string_append_printf (json, ",\"regime\":\"%s\",\"request\":{\"text\":\"%s\","
                          "\"received\":\"%s\"",
                          foi_json_get_string (fact, "regime", "foia"),
                          foi_json_get_string (request, "text", "How many were there?"),
                          foi_json_get_string (fact, "received", RECEIVED));
  append_members (json, request, received);
  g_string_append_c (json, '}');
  append_questions (json, fact);
  append_letter (json, fact);
  append_authority (json, fact);
  append_members (json, fact, standing);
  g_string_append (json, "},\"resources\":[");
  for (guint i = 0; i < foi_json_get_n_elements (tables); i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_table (json, foi_json_get_element (tables, i));
    }
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

static FoiCaseState *
read_case (JsonNode *fact)
{
  char *json = make_case (fact);
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, &error);

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    g_test_message ("%s: %s", ((FoiFault *) faults->pdata[i])->path,
                    ((FoiFault *) faults->pdata[i])->message);
  g_assert_no_error (error);
  return state;
}

static GPtrArray *
check (FoiCaseState *state, FoiDate day)
{
  return day != FOI_DATE_NONE
           ? foi_checks_run_on_day (state, foi_rules_get_default (), foi_holidays_get_default (),
                                    day, NULL)
           : foi_checks_run (state, foi_rules_get_default (), foi_holidays_get_default (),
                             foi_date_from_iso (DATE), NULL);
}

static GPtrArray *
check_fact (JsonNode *fact)
{
  g_autoptr (FoiCaseState) state = read_case (fact);
  JsonNode *list = foi_json_get_member (fact, "looks");
  g_autoptr (GPtrArray) looks = fact_looks_read (state, list);

  if (list != NULL)
    return foi_checks_run_with_files (state, foi_rules_get_default (),
                                      foi_holidays_get_default (), foi_date_from_iso (DATE),
                                      foi_date_from_iso (DATE), looks, NULL);
  return check (state, foi_date_from_iso (foi_json_get_string (fact, "day", NULL)));
}

/* "id path; id path", without what is only to be looked up. */
static char *
dup_list (GPtrArray *findings)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];

      if (!g_str_equal (finding->id, "rule-not-verified"))
        g_string_append_printf (list, "%s%s %s", list->len > 0 ? "; " : "", finding->id,
                                finding->path);
    }
  return g_string_free (list, FALSE);
}

static gboolean
has (GPtrArray *findings, const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((FoiFinding *) findings->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* Numbers that the rules give without a source are named where the case goes by them. */
static void
test_unseen_numbers (void)
{
#define ANSWERED "'q':{'outcome':'disclosed','held':'yes','answer':'Three.'}"
#define NO_WINDOW "'authority':{'review':{'email':'foi@northmoor.example'}}"
  static const struct
  {
    const char *fact, *numbers;
  } facts[] = {
    { "{" ANSWERED "}", "" },
    { "{" ANSWERED "," NO_WINDOW "}", "40 Code of Practice, section 45; " },
    { "{" ANSWERED "," NO_WINDOW ",'wording':{'review':'Write to us by 1 May 2025.'}}",
      "40 Code of Practice, section 45; " },
    { "{" ANSWERED "," NO_WINDOW ",'wording':{'review':''}}", "" },
    { "{" ANSWERED ",'regime':'eisr'}",
      "20 regulation 5(2); 20 regulation 16(4); " },
    { "{" ANSWERED ",'regime':'eisr'," NO_WINDOW ",'events':[{'type':'extended',"
      "'date':'2024-11-20'}]}",
      "20 regulation 5(2); 40 regulation 7(1); 40 regulation 16(2); 20 regulation 16(4); " },
    { "{" ANSWERED ",'regime':'foisa'}", "" },
    { "{" ANSWERED ",'regime':'foisa','events':[{'type':'fees-notice','date':'2024-11-20'}]}",
      "3 section 9; " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *json = g_strdelimit (g_strdup (facts[i].fact), "'", '"');
      g_autoptr (JsonNode) fact = json_from_string (json, NULL);
      g_autoptr (GPtrArray) findings = check_fact (fact);
      g_autoptr (GString) numbers = g_string_new (NULL);

      for (guint j = 0; j < findings->len; j++)
        {
          const FoiFinding *finding = findings->pdata[j];
          g_auto (GStrv) words = g_regex_split_simple ("The time of (\\d+) [a-z ]+ that (.+) sets",
                                                       finding->message, 0, 0);

          if (g_strv_length (words) == 4)
            g_string_append_printf (numbers, "%s %s; ", words[1], words[2]);
        }
      g_assert_cmpstr (numbers->str, ==, facts[i].numbers);
    }
}

/* ---- facts ----------------------------------------------------------------------------------- */

/* What the contract of a finding asks for. */
static void
assert_whole (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];

      g_assert_true (g_strv_contains (foi_checks_get_ids (), finding->id));
      g_assert_true (g_str_has_prefix (finding->path, "$."));
      g_assert_cmpstr (finding->place, !=, "");
      g_assert_cmpstr (finding->law, !=, "");
      g_assert_cmpstr (finding->message, !=, "");
      g_assert_cmpstr (finding->fix, !=, "");
      g_assert_null (strstr (finding->message, "(null)"));
      g_assert_null (strstr (finding->fix, "(null)"));
    }
}

static void
check_facts (const char *id, JsonNode *facts, gboolean raises)
{
  for (guint i = 0; i < foi_json_get_n_elements (facts); i++)
    {
      JsonNode *fact = foi_json_get_element (facts, i);
      g_autoptr (GPtrArray) findings = check_fact (fact);
      g_autofree char *list = dup_list (findings);

      assert_whole (findings);
      if (has (findings, id) != raises)
        {
          g_autofree char *text = json_to_string (fact, FALSE);

          g_test_message ("%s %s: %s raises: %s", id, raises ? "must" : "must not", text, list);
          g_test_fail ();
        }
    }
}

/* Each check has what must raise it, and near misses. */
static void
test_facts (void)
{
  g_autoptr (FoiJsonDocument) document = read_data ("facts.json");
  const char *const *ids = foi_checks_get_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      JsonNode *facts = foi_json_get_member (foi_json_document_get_root (document), ids[i]);
      JsonNode *raises = foi_json_get_member (facts, "raises");
      JsonNode *misses = foi_json_get_member (facts, "misses");

      g_test_message ("%s", ids[i]);
      g_assert_cmpuint (foi_json_get_n_elements (raises), >=, 3);
      g_assert_cmpuint (foi_json_get_n_elements (misses), >=, 3);
      check_facts (ids[i], raises, TRUE);
      check_facts (ids[i], misses, FALSE);
    }
}

/* Sound answers in officers' own manner raise nothing. */
static void
test_sound (void)
{
  g_autoptr (FoiJsonDocument) document = read_data ("sound.json");
  JsonNode *facts = foi_json_get_member (foi_json_document_get_root (document), "answers");

  g_assert_cmpuint (foi_json_get_n_elements (facts), >=, 60);
  for (guint i = 0; i < foi_json_get_n_elements (facts); i++)
    {
      JsonNode *fact = foi_json_get_element (facts, i);
      g_autoptr (GPtrArray) findings = check_fact (fact);
      g_autofree char *list = dup_list (findings);

      if (list[0] != '\0')
        {
          g_test_message ("“%s” raises: %s", foi_json_get_string (fact, "why", "?"), list);
          for (guint j = 0; j < findings->len; j++)
            g_test_message ("  %s", ((FoiFinding *) findings->pdata[j])->message);
          g_test_fail ();
        }
    }
}

/* ---- the example ----------------------------------------------------------------------------- */

#define Q "$.foi:case.questions"

static FoiCaseState *
load_example (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), "data/examples", name,
                                            NULL);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_load (path, &faults, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

/* The faults that the example keeps of the letter it was made after, all of them. */
static const char *const of_example[] = {
  "s12-2-but-held " Q "[1].answer",
  "cost-language-without-s12 " Q "[0].answer",
  "s12-without-estimate " Q "[1].estimate",
  "s12-without-advice " Q "[1].estimate.advice",
  "limit-must-be-exceeded " Q "[1].answer",
  "refusal-by-reference-without-ground " Q "[3].answer",
  "refusal-by-reference-without-ground " Q "[4].answer",
  "period-partly-unanswered " Q "[0].period_answered",
  "period-partly-unanswered " Q "[2].period_answered",
  "link-without-target " Q "[0].answer",
  "link-without-target $.foi:case.authority.wording.publications",
  "link-text-unclear " Q "[0].answer",
  "days-unqualified $.foi:case.authority.wording.review",
  "statute-title-wrong " Q "[1].answer",
  "preference-unaddressed " Q "[0].answer",
  "preference-unaddressed " Q "[1].answer",
  NULL,
};

static void
test_example (void)
{
  g_autoptr (FoiCaseState) state = load_example ("FOI651119421.foi.json");
  g_autoptr (GPtrArray) findings = check (state, FOI_DATE_NONE);
  g_autofree char *list = dup_list (findings);
  g_autofree char *expected = g_strjoinv ("; ", (char **) of_example);

  assert_whole (findings);
  g_assert_cmpstr (list, ==, expected);
}

static FoiCaseState *
replace (FoiCaseState *state, const char *place, const char *old, const char *with)
{
  const char *text = foi_case_state_get_string (state, place);
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *next;

  g_assert_cmpuint (g_string_replace (changed, old, with, 0), >, 0);
  node = foi_json_new_string (changed->str);
  next = foi_case_state_with_node (state, place, node, &error);
  g_assert_no_error (error);
  return next;
}

/* The example's findings without those that begin with @gone. */
static char *
dup_expected (const char *gone)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; of_example[i] != NULL; i++)
    if (gone == NULL || !g_str_has_prefix (of_example[i], gone))
      g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", of_example[i]);
  return g_string_free (list, FALSE);
}

/* One change, and exactly one finding goes or comes. */
static void
test_mutations (void)
{
  static const struct
  {
    const char *place, *old, *with, *gone, *come;
  } facts[] = {
    { "questions/q2/answer", "We hold what you ask for here. By our estimate, however, it",
      "By our estimate it", "s12-2-but-held", "s12-2-but-held " Q "[1].held" },
    { "questions/q2/answer", "We hold what you ask for here.", "We do hold this data.", NULL,
      NULL },
    { "questions/q2/answer", "18 hours or more", "more than 18 hours", "limit-must-be-exceeded",
      NULL },
    { "questions/q2/answer", "18 hours or more", "at least 18 hours", NULL, NULL },
    { "questions/q2/answer", "(Appropriate Limit and Fees Regulations 2004)",
      "(Appropriate Limit and Fees) Regulations 2004", "statute-title-wrong", NULL },
    { "questions/q2/answer", "under section 12(2) of the Act.",
      "under section 12(2) of the Act. You could narrow your request to one year.",
      "s12-without-advice", NULL },
    { "questions/q2/answer", "which will take more than 18 hours",
      "which takes ten minutes for each of 3,200 files", "s12-without-estimate", NULL },
    { "questions/q1/answer", "assess individual cases manually. That would exceed the time we have "
      "for an FOI answer.", "read what families told us.", "cost-language-without-s12", NULL },
    { "questions/q1/answer", "we would have to assess individual cases manually",
      "our staff would need to go through the files one by one", NULL, NULL },
    { "questions/q1/answer", "(#)", "(https://www.example.org/c3.csv)",
      "link-without-target " Q, NULL },
    { "questions/q1/period_answered/from", "2018", "2015", "period-partly-unanswered " Q "[0]",
      NULL },
    { "questions/q1/period_answered/from", "2018", "2019", NULL, NULL },
    { "questions/q3/period_answered/from", "2016-11", "2015-01",
      "period-partly-unanswered " Q "[2]", NULL },
    { "questions/q3/answer", "We have figures for MASH calls from November 2016",
      "We did not record calls before November 2016. We have figures from then",
      "period-partly-unanswered " Q "[2]", NULL },
    { "period/from", "2015", "2014", NULL, "period-partly-unanswered " Q "[5].period_answered" },
    { "questions/q4/answer", "Putting this together will",
      "Section 12(2) applies here, too. It will", "refusal-by-reference-without-ground " Q "[3]",
      NULL },
    { "questions/q2/answer", "We therefore refuse this part", "We therefore refuse this and "
      "Questions 4 and 5", "refusal-by-reference-without-ground", NULL },
    { "authority/wording/review", "40 days", "40 working days", "days-unqualified", NULL },
    { "authority/wording/review", "40 days", "20 days", NULL, NULL },
    { "questions/q1/answer", "A second source may help you:",
      "One breakdown by age for the whole period has the same difficulty. A second source:",
      "preference-unaddressed " Q "[0]", NULL },
    { "authority/wording/regulator", "Information Commissioner", "authorities", NULL,
      "refusal-without-complaint-right $.foi:case.authority.wording.regulator" },
    { "questions/q3/answer", "Some weeks in that time",
      "Calls fell by half in 2019/20. Some weeks in that time", NULL,
      "unequal-coverage " Q "[2].answer" },
    { "questions/q4/see/#0", "q2", "q9", NULL, "reference-broken " Q "[3].see" },
  };
  g_autoptr (FoiCaseState) example = load_example ("FOI651119421.foi.json");

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCaseState) state = replace (example, facts[i].place, facts[i].old,
                                                facts[i].with);
      g_autoptr (GPtrArray) findings = check (state, FOI_DATE_NONE);
      g_autofree char *expected = dup_expected (facts[i].gone);
      g_autofree char *list = NULL;
      gboolean came = facts[i].come == NULL;

      for (guint j = findings->len; j > 0; j--)
        {
          const FoiFinding *finding = findings->pdata[j - 1];
          g_autofree char *name = g_strdup_printf ("%s %s", finding->id, finding->path);

          if (facts[i].come != NULL && g_str_equal (name, facts[i].come))
            {
              g_ptr_array_remove_index (findings, j - 1);
              came = TRUE;
            }
        }
      list = dup_list (findings);
      g_test_message ("%s → %s", facts[i].old, facts[i].with);
      g_assert_cmpstr (list, ==, expected);
      g_assert_true (came);
    }
}

/* The same request answered properly: nothing to do, to fix or to consider that matters. */
static void
test_corrected (void)
{
  g_autoptr (FoiCaseState) state = load_example ("FOI651119421-corrected.foi.json");
  g_autoptr (GPtrArray) findings = check (state, FOI_DATE_NONE);
  g_autofree char *list = dup_list (findings);

  g_assert_cmpstr (list, ==, "");
}

/* ---- where it is said ------------------------------------------------------------------------ */

static char *
dup_on_one_line (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* What a finding quotes stands in the text that it is about. */
static void
test_words (void)
{
  static const char *const quoting[] = {
    "s12-2-but-held", "cost-language-without-s12", "limit-must-be-exceeded",
    "link-without-target", "link-text-unclear", "days-unqualified", "statute-title-wrong", NULL,
  };
  g_autoptr (FoiCaseState) example = load_example ("FOI651119421.foi.json");
  g_autoptr (GPtrArray) findings = check (example, FOI_DATE_NONE);

  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];
      const char *text = foi_case_state_get_string (example, finding->place);
      g_autofree char *line = text != NULL ? dup_on_one_line (text) : NULL;
      g_autofree char *words = g_strdup (finding->words);

      g_test_message ("%s", finding->id);
      g_assert_cmpint (words != NULL, ==, g_strv_contains (quoting, finding->id));
      if (words == NULL)
        continue;
      if (g_str_has_suffix (words, "…"))
        words[strlen (words) - strlen ("…")] = '\0';
      g_assert_nonnull (line);
      g_assert_nonnull (strstr (line, words));
    }
}

/* ---- mends, and what is accepted ------------------------------------------------------------- */

/* What the program offers to mend is mended by it. */
static void
test_mends (void)
{
  g_autoptr (FoiCaseState) example = load_example ("FOI651119421.foi.json");
  g_autoptr (GPtrArray) findings = check (example, FOI_DATE_NONE);
  guint n_mends = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];
      g_autoptr (FoiFinding) copy = foi_finding_copy (finding);
      g_autoptr (FoiCaseState) state = NULL;
      g_autoptr (GPtrArray) left = NULL;
      g_autofree char *gone = g_strdup_printf ("%s %s", finding->id, finding->path);
      g_autofree char *expected = dup_expected (gone);
      g_autofree char *list = NULL;

      if (copy->mend == NULL)
        continue;
      n_mends++;
      state = foi_case_state_with_node (example, copy->mend->path, copy->mend->value, NULL);
      g_assert_nonnull (state);
      left = check (state, FOI_DATE_NONE);
      list = dup_list (left);
      g_assert_cmpstr (list, ==, expected);
    }
  g_assert_cmpuint (n_mends, ==, 1);
}

/* The ground that is offered for withheld figures is one for them. */
static void
test_ground_offered (void)
{
  static const char *const id = "suppressed-without-ground";
  g_autoptr (FoiJsonDocument) document = read_data ("facts.json");
  JsonNode *facts = foi_json_get_member (
    foi_json_get_member (foi_json_document_get_root (document), id), "raises");

  for (guint i = 0; i < foi_json_get_n_elements (facts); i++)
    {
      JsonNode *fact = foi_json_get_element (facts, i);
      g_autoptr (FoiCaseState) state = read_case (fact);
      g_autoptr (GPtrArray) findings = check (state, FOI_DATE_NONE);

      for (guint j = 0; j < findings->len; j++)
        {
          const FoiFinding *finding = findings->pdata[j];
          g_autoptr (FoiCaseState) mended = NULL;
          g_autoptr (GPtrArray) left = NULL;

          if (!g_str_equal (finding->id, id))
            continue;
          g_assert_nonnull (finding->mend);
          mended = foi_case_state_with_node (state, finding->mend->path, finding->mend->value,
                                             NULL);
          g_assert_nonnull (mended);
          left = check (mended, FOI_DATE_NONE);
          g_assert_false (has (left, id));
          g_assert_false (has (left, "ground-without-suppression"));
          break;
        }
    }
}

static void
test_accepted (void)
{
  g_autoptr (FoiCaseState) example = load_example ("FOI651119421.foi.json");
  g_autoptr (GError) error = NULL;
  const char *const text = "[{\"finding\":\"s12-2-but-held\",\"path\":\"" Q "[1].answer\","
                           "\"reason\":\"Agreed\"},{\"finding\":\"s12-2-but-held\","
                           "\"path\":\"" Q "[0].answer\",\"reason\":\"Elsewhere\"}]";
  g_autoptr (JsonNode) accepted = json_from_string (text, &error);
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  json_node_seal (accepted);
  state = foi_case_state_with_node (example, "accepted", accepted, &error);
  g_assert_no_error (error);
  findings = check (state, FOI_DATE_NONE);
  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];

      g_assert_cmpstr (finding->accepted, ==,
                       g_str_equal (finding->id, "s12-2-but-held") ? "Agreed" : NULL);
    }
}

/* Accepting is a command like any other, and keeps what was accepted before. */
static void
test_accepting (void)
{
  g_autoptr (FoiCaseState) example = load_example ("FOI651119421.foi.json");
  g_autoptr (FoiCase) foi_case = foi_case_new (example);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  const FoiDate day = foi_date_from_iso (DATE);
  static const char *const ids[] = { "s12-2-but-held", "limit-must-be-exceeded" };
  g_autoptr (GError) error = NULL;

  for (guint n = 0; n <= G_N_ELEMENTS (ids); n++)
    {
      g_autoptr (GPtrArray) findings = check (foi_case_get_state (foi_case), FOI_DATE_NONE);
      guint n_accepted = 0;

      for (guint i = 0; i < findings->len; i++)
        n_accepted += ((FoiFinding *) findings->pdata[i])->accepted != NULL;
      g_assert_cmpuint (n_accepted, ==, n);
      if (n < G_N_ELEMENTS (ids))
        g_assert_true (foi_case_editor_accept_finding (editor, ids[n], Q "[1].answer", "Agreed",
                                                       day, &error));
      g_assert_no_error (error);
    }
  foi_case_editor_undo (editor);
  foi_case_editor_undo (editor);
  g_assert_true (foi_json_equal (foi_case_state_get_root (foi_case_get_state (foi_case)),
                                 foi_case_state_get_root (example)));
}

/* Every thread comes to the same. */
static gpointer
run_in_thread (gpointer state)
{
  return check (state, FOI_DATE_NONE);
}

static void
test_threads (void)
{
  g_autoptr (FoiCaseState) example = load_example ("FOI651119421.foi.json");
  g_autofree char *expected = g_strjoinv ("; ", (char **) of_example);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("checks", run_in_thread, example);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GPtrArray) findings = g_thread_join (threads[i]);
      g_autofree char *list = dup_list (findings);

      g_assert_cmpstr (list, ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/facts", test_facts);
  g_test_add_func ("/checks/unseen-numbers", test_unseen_numbers);
  g_test_add_func ("/checks/sound", test_sound);
  g_test_add_func ("/checks/example", test_example);
  g_test_add_func ("/checks/mutations", test_mutations);
  g_test_add_func ("/checks/corrected", test_corrected);
  g_test_add_func ("/checks/words", test_words);
  g_test_add_func ("/checks/mends", test_mends);
  g_test_add_func ("/checks/ground-offered", test_ground_offered);
  g_test_add_func ("/checks/accepted", test_accepted);
  g_test_add_func ("/checks/accepting", test_accepting);
  g_test_add_func ("/checks/threads", test_threads);
  return g_test_run ();
}
