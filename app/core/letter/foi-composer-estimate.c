/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-composer-private.h"

#include "foi-estimate.h"
#include "foi-json-edit.h"
#include "foi-number.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* The cost of a question that is refused for it: what it comes to, and a table of how. */

static gboolean
is_cost (const char *kind)
{
  return g_str_equal (kind, "cost") || g_str_equal (kind, "cost-to-confirm");
}

static JsonNode *
find_limit (const FoiScope *scope)
{
  FoiBrief *brief = scope->composer->brief;
  const char *type = foi_json_get_string (foi_brief_get_authority (brief), "type", NULL);

  return foi_rules_find_limit (scope->composer->rules, _foi_scope_get_regime (scope),
                               "appropriate-limit", type, foi_brief_get_received (brief));
}

static JsonNode *
get_estimate (const FoiScope *scope)
{
  return scope->question != NULL
           ? foi_json_get_member (foi_question_get_node (scope->question), "estimate") : NULL;
}

static JsonNode *
list_questions (FoiBrief *brief)
{
  GPtrArray *questions = foi_brief_get_questions (brief);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < questions->len; i++)
    json_array_add_element (array, json_node_ref (foi_question_get_node (questions->pdata[i])));
  return foi_json_take_array (array);
}

/* Returns: whether the ground is of the cost, and there is an estimate of it. */
static gboolean
read_estimate (const FoiScope *scope, FoiEstimate *sum)
{
  FoiComposer *composer = scope->composer;
  const char *kind = foi_json_get_string (scope->ground, "kind", "");
  g_autoptr (JsonNode) questions = NULL;
  gboolean may_pool;

  if (!is_cost (kind)
      || foi_json_get_n_elements (foi_json_get_member (get_estimate (scope), "rows")) == 0)
    return FALSE;
  questions = list_questions (composer->brief);
  may_pool = foi_rules_find_time_limit (composer->rules, _foi_scope_get_regime (scope),
                                        "aggregation", foi_brief_get_received (composer->brief))
             != NULL;
  foi_estimate_pool (sum, questions, foi_question_get_id (scope->question), find_limit (scope),
                     kind, may_pool);
  return TRUE;
}

/*
 * _foi_scope_dup_estimate_gap:
 * @name: a gap about the cost of a question
 *
 * Returns: (transfer full) (nullable): its text, where the ground is of the cost.
 */
char *
_foi_scope_dup_estimate_gap (const FoiScope *scope, const char *name)
{
  FoiEstimate sum;

  if (!g_str_has_prefix (name, "estimate_") || !read_estimate (scope, &sum))
    return NULL;
  if (g_str_equal (name, "estimate_hours"))
    return foi_estimate_dup_hours (sum.minutes);
  if (g_str_equal (name, "estimate_cost"))
    return foi_estimate_dup_pounds (sum.cost);
  if (g_str_equal (name, "estimate_rate"))
    return g_strdup_printf ("£%" G_GINT64_FORMAT,
                            foi_json_get_integer (find_limit (scope), "rate", 0));
  if (g_str_equal (name, "estimate_pooled") && sum.n_pooled > 0)
    return g_strdup (foi_json_get_string (get_estimate (scope), "similarity", NULL));
  return NULL;
}

/* ---- the table ------------------------------------------------------------------------------- */

/* The names of the permitted activities (SI 2004/3244, regulation 4(3)). */
static const struct
{
  const char *activity, *words;
} activities[] = {
  { "determine", N_("Finding out whether we hold it") },
  { "locate", N_("Locating it") },
  { "retrieve", N_("Retrieving it") },
  { "extract", N_("Extracting it") },
};

static const char *
get_words (const char *activity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (activities); i++)
    if (g_strcmp0 (activities[i].activity, activity) == 0)
      return _(activities[i].words);
  return "";
}

/* "Locating it: case files"; of a question that is counted in, "Locating it: case files (question
 * 5)". */
static char *
dup_work (JsonNode *row, const char *number)
{
  const char *words = get_words (foi_json_get_string (row, "activity", NULL));
  const char *system = foi_json_get_string (row, "system", "");
  g_autofree char *work = g_strjoin (system[0] != '\0' && words[0] != '\0' ? ": " : "", words,
                                     system, NULL);

  /* Translators: what is done, and the number of the question that it is done for. */
  return number != NULL ? g_strdup_printf (_("%s (question %s)"), work, number)
                        : g_steal_pointer (&work);
}

static void
add_field (JsonArray *fields, JsonArray *header, const char *name, const char *title,
           const char *type)
{
  JsonObject *field = json_object_new ();

  json_object_set_string_member (field, "name", name);
  json_object_set_string_member (field, "title", title);
  json_object_set_string_member (field, "type", type);
  json_array_add_object_element (fields, field);
  json_array_add_string_element (header, name);
}

static void
add_fields (JsonArray *fields, JsonArray *header)
{
  add_field (fields, header, "work", _("Work"), "string");
  add_field (fields, header, "number", _("Number"), "integer");
  add_field (fields, header, "minutes", _("Minutes for each"), "string");
  add_field (fields, header, "time", _("Time"), "string");
}

static void
add_row (JsonArray *rows, JsonNode *row, const char *number)
{
  g_autofree char *work = dup_work (row, number);
  g_autofree char *time = foi_estimate_dup_hours (foi_estimate_get_row_minutes (row));
  JsonArray *cells = json_array_new ();

  json_array_add_string_element (cells, work);
  json_array_add_int_element (cells, foi_json_get_integer (row, "count", 1));
  json_array_add_string_element (cells, foi_json_get_string (row, "minutes", ""));
  json_array_add_string_element (cells, time);
  json_array_add_array_element (rows, cells);
}

/* The rows of one estimate that count; @number: of a question that is counted in. */
static void
add_rows (JsonArray *rows, const FoiScope *scope, FoiQuestion *question, const char *number)
{
  JsonNode *estimate = foi_json_get_member (foi_question_get_node (question), "estimate");
  JsonNode *own = foi_json_get_member (estimate, "rows");
  const char *kind = foi_json_get_string (scope->ground, "kind", "");

  for (guint i = 0; i < foi_json_get_n_elements (own); i++)
    {
      JsonNode *row = foi_json_get_element (own, i);

      if (foi_estimate_counts (find_limit (scope), kind,
                               foi_json_get_string (row, "activity", NULL)))
        add_row (rows, row, number);
    }
}

static void
add_pooled_rows (JsonArray *rows, const FoiScope *scope)
{
  FoiComposer *composer = scope->composer;
  JsonNode *similar = foi_json_get_member (get_estimate (scope), "similar_to");

  for (guint i = 0; i < foi_json_get_n_elements (similar); i++)
    {
      const char *id = json_node_get_string (foi_json_get_element (similar, i));
      FoiQuestion *other = foi_brief_find_question (composer->brief, id);
      g_autofree char *number = NULL;

      if (other == NULL || other == scope->question)
        continue;
      number = _foi_composer_dup_number (composer, other);
      add_rows (rows, scope, other, number);
    }
}

static JsonNode *
make_resource (const FoiScope *scope, const char *name, const char *title, gboolean is_pooled)
{
  JsonObject *resource = json_object_new (), *schema = json_object_new ();
  JsonArray *fields = json_array_new (), *rows = json_array_new (), *header = json_array_new ();

  add_fields (fields, header);
  json_array_add_array_element (rows, header);
  add_rows (rows, scope, scope->question, NULL);
  if (is_pooled)
    add_pooled_rows (rows, scope);
  json_object_set_string_member (resource, "name", name);
  json_object_set_string_member (resource, "type", "table");
  json_object_set_string_member (resource, "title", title);
  json_object_set_array_member (schema, "fields", fields);
  json_object_set_object_member (resource, "schema", schema);
  json_object_set_array_member (resource, "data", rows);
  return foi_json_take_object (resource);
}

static JsonNode *
find_cost (FoiQuestion *question)
{
  JsonNode *grounds = foi_question_get_grounds (question);

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    if (is_cost (foi_json_get_string (foi_json_get_element (grounds, i), "kind", "")))
      return foi_json_get_element (grounds, i);
  return NULL;
}

/*
 * _foi_composer_add_estimate:
 * @question: a question
 * @out: (element-type FoiBlock): what it is added to
 *
 * Adds a table of how the cost was estimated, where the question is refused for it.
 */
void
_foi_composer_add_estimate (FoiComposer *self, FoiQuestion *question, GPtrArray *out)
{
  const FoiScope scope = { .composer = self, .question = question, .ground = find_cost (question) };
  const char *id = foi_question_get_id (question);
  g_autofree char *name = g_strdup_printf ("estimate-%s", id);
  g_autofree char *number = _foi_composer_dup_number (self, question);
  /* Translators: the caption of a table; the number of a question. */
  g_autofree char *title = g_strdup_printf (_("How we estimated the cost of question %s"), number);
  g_autoptr (JsonNode) resource = NULL;
  g_autoptr (FoiPublication) table = NULL;
  FoiEstimate sum;

  if (scope.ground == NULL || !read_estimate (&scope, &sum))
    return;
  resource = make_resource (&scope, name, title, sum.n_pooled > 0);
  table = foi_publication_new_from_json (resource, NULL);
  if (table != NULL && foi_publication_get_n_rows (table) > 0)
    _foi_composer_add_made_table (self, question, table, out);
}
