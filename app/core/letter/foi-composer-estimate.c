/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-composer-facts-private.h"

#include "foi-estimate-words.h"
#include "foi-json-edit.h"
#include "foi-number.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* So many other requests are named in a sentence. */
#define MOST_NAMED 2

/* The cost of a question that is refused for it: what it comes to, and a table of how. */

static JsonNode *
get_estimate (const FoiScope *scope)
{
  return scope->question != NULL
           ? foi_json_get_member (foi_question_get_node (scope->question), "estimate") : NULL;
}

static FoiEstimatePool *
reckon (FoiComposer *composer, const char *id)
{
  FoiEstimateCase facts = {
    .rules = composer->rules,
    .regime = foi_brief_get_regime (composer->brief),
    .profile = foi_brief_get_authority (composer->brief),
    .received = foi_brief_get_received (composer->brief),
  };

  facts.calendar = _foi_composer_get_calendar (composer);
  if (composer->asked == NULL)
    composer->asked = foi_brief_list_questions (composer->brief);
  facts.questions = composer->asked;
  return foi_estimate_pool_new (&facts, id);
}

/* Returns: (nullable): what it comes to, if the ground is of the cost and there is an estimate of
 * it. Several gaps ask: it is reckoned once. */
static FoiEstimatePool *
read_estimate (const FoiScope *scope)
{
  FoiComposer *composer = scope->composer;
  FoiEstimatePool *pool;
  const char *id;

  if (!foi_estimate_is_cost (foi_json_get_string (scope->ground, "kind", ""))
      || foi_json_get_n_elements (foi_json_get_member (get_estimate (scope), "rows")) == 0)
    return NULL;
  if (composer->estimates == NULL)
    composer->estimates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                 (GDestroyNotify) foi_estimate_pool_free);
  id = foi_question_get_id (scope->question);
  pool = g_hash_table_lookup (composer->estimates, id);
  if (pool == NULL)
    {
      pool = reckon (composer, id);
      g_hash_table_insert (composer->estimates, g_strdup (id), pool);
    }
  return pool;
}

/*
 * _foi_composer_clear_estimates:
 *
 * Lets go of what was reckoned.
 */
void
_foi_composer_clear_estimates (FoiComposer *self)
{
  g_clear_pointer (&self->estimates, g_hash_table_unref);
  g_clear_pointer (&self->asked, json_node_unref);
}

/* It need not be the requester's: people may act together (SI 2004/3244, regulation 5(1)(b)). */
static char *
dup_request (JsonNode *request, gboolean begins)
{
  const FoiDate day = foi_date_from_iso (foi_json_get_string (request, "received", NULL));
  const char *reference = foi_json_get_string (request, "reference", "");
  g_autofree char *words = day != FOI_DATE_NONE ? foi_date_to_words (day) : g_strdup ("");

  if (reference[0] == '\0')
    return g_strdup_printf (begins ? _("The request of %s") : _("the request of %s"), words);
  /* Translators: the reference of a request, and a day. */
  return g_strdup_printf (begins ? _("Request %s of %s") : _("request %s of %s"),
                          reference, words);
}

/* The number of a question that is counted in; NULL where it has none. */
static char *
dup_member_number (FoiComposer *composer, const FoiPoolMember *member)
{
  FoiQuestion *other
    = foi_brief_find_question (composer->brief, foi_json_get_string (member->node, "id", ""));

  return other != NULL ? _foi_composer_dup_number (composer, other) : NULL;
}

static guint
count_requests (const FoiEstimatePool *pool)
{
  guint n = 0;

  for (guint i = 0; i < pool->members->len; i++)
    {
      const FoiPoolMember *member = &g_array_index (pool->members, FoiPoolMember, i);

      n += member->is_request && member->reason == FOI_POOL_COUNTED;
    }
  return n;
}

/* "question 4", "questions 4 and 5" */
static void
add_questions (FoiComposer *composer, const FoiEstimatePool *pool, GPtrArray *texts)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL;

  for (guint i = 0; i < pool->members->len; i++)
    {
      const FoiPoolMember *member = &g_array_index (pool->members, FoiPoolMember, i);
      char *number = NULL;

      if (!member->is_request && member->reason == FOI_POOL_COUNTED)
        number = dup_member_number (composer, member);
      if (number != NULL)
        g_ptr_array_add (numbers, number);
    }
  if (numbers->len == 0)
    return;
  words = _foi_composer_join (numbers);
  g_ptr_array_add (texts, g_strdup_printf (ngettext ("question %s", "questions %s", numbers->len),
                                           words));
}

/* Of many the table says which; a sentence with all of them nobody reads. */
static void
add_requests (const FoiEstimatePool *pool, GPtrArray *texts)
{
  const guint n = count_requests (pool);

  if (n > MOST_NAMED)
    {
      g_ptr_array_add (texts, g_strdup_printf (ngettext ("%u other request", "%u other requests",
                                                         n), n));
      return;
    }
  for (guint i = 0; i < pool->members->len; i++)
    {
      const FoiPoolMember *member = &g_array_index (pool->members, FoiPoolMember, i);

      if (member->is_request && member->reason == FOI_POOL_COUNTED)
        g_ptr_array_add (texts, dup_request (member->node, FALSE));
    }
}

/* "question 4 and request FOI 12 of 3 May 2024" */
static char *
dup_others (FoiComposer *composer, const FoiEstimatePool *pool, gboolean with_questions)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (with_questions)
    add_questions (composer, pool, texts);
  add_requests (pool, texts);
  return texts->len > 0 ? _foi_composer_join (texts) : NULL;
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
  FoiEstimatePool *pool;

  if (!g_str_has_prefix (name, "estimate_"))
    return NULL;
  pool = read_estimate (scope);
  if (pool == NULL)
    return NULL;
  if (g_str_equal (name, "estimate_hours"))
    return foi_estimate_dup_hours (pool->sum.minutes);
  if (g_str_equal (name, "estimate_cost"))
    return foi_estimate_dup_cost_words (&pool->sum);
  if (g_str_equal (name, "estimate_rate"))
    return foi_estimate_dup_pounds (pool->sum.rate);
  if (g_str_equal (name, "estimate_pooled"))
    return pool->sum.n_pooled > 0 ? g_strdup (pool->similarity) : NULL;
  if (g_str_equal (name, "estimate_requests"))
    return dup_others (scope->composer, pool, FALSE);
  if (g_str_equal (name, "estimate_others"))
    return dup_others (scope->composer, pool, TRUE);
  if (g_str_equal (name, "estimate_assumed"))
    return pool->rate_is_assumed ? foi_estimate_dup_pounds (pool->sum.rate) : NULL;
  return NULL;
}

/* ---- the table ------------------------------------------------------------------------------- */

/* "Locating it: case files"; of a question that is counted in, "Locating it: case files (question
 * 5)". */
static char *
dup_work (JsonNode *row, const char *number)
{
  const char *words
    = foi_estimate_activity_to_words (foi_json_get_string (row, "activity", NULL));
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

/* A table while its rows are gathered. */
typedef struct
{
  const FoiScope  *scope;
  FoiEstimatePool *pool;
  JsonArray       *rows;
  gboolean         has_costs, has_units;
} Rows;

static void
add_fields (const Rows *self, JsonArray *fields, JsonArray *header)
{
  add_field (fields, header, "work", _("Work"), "string");
  add_field (fields, header, "number", _("Number"), "integer");
  if (self->has_units)
    /* Translators: the title of a column: files, boxes. */
    add_field (fields, header, "unit", _("Of what"), "string");
  add_field (fields, header, "minutes", _("Minutes for each"), "string");
  add_field (fields, header, "time", _("Time"), "string");
  if (self->has_costs)
    add_field (fields, header, "cost", _("Other costs"), "string");
}

static char *
dup_minutes (JsonNode *row)
{
  if (foi_json_is_integer (foi_json_get_member (row, "minutes")))
    return foi_number_to_words (foi_json_get_integer (row, "minutes", 0), 0);
  /* What is no number counts for nothing, and is not for the requester. */
  return g_strdup (foi_estimate_get_unit_minutes (row) > 0
                     ? foi_json_get_string (row, "minutes", "") : "");
}

static char *
dup_cost (JsonNode *row)
{
  const gint64 cost = foi_estimate_get_row_cost (row);

  return cost > 0 ? foi_estimate_dup_pounds (cost) : g_strdup ("");
}

static void
add_row (Rows *self, JsonNode *row, const char *work)
{
  g_autofree char *minutes = dup_minutes (row);
  g_autofree char *time = foi_estimate_dup_hours (foi_estimate_get_row_minutes (row));
  g_autofree char *cost = dup_cost (row);
  JsonArray *cells = json_array_new ();

  json_array_add_string_element (cells, work);
  json_array_add_int_element (cells, foi_json_get_integer (row, "count", 1));
  if (self->has_units)
    json_array_add_string_element (cells, foi_json_get_string (row, "unit", ""));
  json_array_add_string_element (cells, minutes);
  json_array_add_string_element (cells, time);
  if (self->has_costs)
    json_array_add_string_element (cells, cost);
  json_array_add_array_element (self->rows, cells);
}

typedef void (*RowFunc) (Rows *self, JsonNode *row, const char *number);

/* Calls @func for each row that counts and comes to something; @number: of a question that is
 * counted in. */
static void
walk_rows (Rows *self, JsonNode *question, const char *number, RowFunc func)
{
  JsonNode *rows = foi_json_get_member (foi_json_get_member (question, "estimate"), "rows");
  const char *kind = foi_json_get_string (self->scope->ground, "kind", "");

  for (guint i = 0; i < foi_json_get_n_elements (rows); i++)
    {
      JsonNode *row = foi_json_get_element (rows, i);

      if (foi_estimate_counts (self->pool->limit, kind,
                               foi_json_get_string (row, "activity", NULL))
          && (foi_estimate_get_row_minutes (row) > 0 || foi_estimate_get_row_cost (row) > 0))
        func (self, row, number);
    }
}

static void
walk_member (Rows *self, const FoiPoolMember *member, RowFunc func)
{
  g_autofree char *number = dup_member_number (self->scope->composer, member);

  walk_rows (self, member->node, number, func);
}

/* First the question's own, then those of others, then other requests. */
static void
walk_pool (Rows *self, RowFunc func)
{
  walk_rows (self, foi_question_get_node (self->scope->question), NULL, func);
  for (int is_request = FALSE; is_request <= TRUE; is_request++)
    for (guint i = 0; i < self->pool->members->len; i++)
      {
        const FoiPoolMember *member = &g_array_index (self->pool->members, FoiPoolMember, i);

        if (member->reason != FOI_POOL_COUNTED || member->is_request != is_request)
          continue;
        if (is_request)
          func (self, member->node, NULL);
        else
          walk_member (self, member, func);
      }
}

static void
note_columns (Rows *self, JsonNode *row, const char *number)
{
  self->has_costs = self->has_costs || foi_estimate_get_row_cost (row) > 0;
  self->has_units = self->has_units || foi_json_get_string (row, "unit", "")[0] != '\0';
}

/* Of other requests nobody says which work it was. */
static void
add_worked_row (Rows *self, JsonNode *row, const char *number)
{
  g_autofree char *work = foi_json_get_member (row, "activity") != NULL
                            ? dup_work (row, number) : dup_request (row, TRUE);

  add_row (self, row, work);
}

static JsonNode *
make_resource (const FoiScope *scope, FoiEstimatePool *pool, const char *name, const char *title)
{
  JsonObject *resource = json_object_new (), *schema = json_object_new ();
  JsonArray *fields = json_array_new (), *header = json_array_new ();
  Rows self = { .scope = scope, .pool = pool, .rows = json_array_new () };

  walk_pool (&self, note_columns);
  add_fields (&self, fields, header);
  json_array_add_array_element (self.rows, header);
  walk_pool (&self, add_worked_row);
  json_object_set_string_member (resource, "name", name);
  json_object_set_string_member (resource, "type", "table");
  json_object_set_string_member (resource, "title", title);
  json_object_set_array_member (schema, "fields", fields);
  json_object_set_object_member (resource, "schema", schema);
  json_object_set_array_member (resource, "data", self.rows);
  return foi_json_take_object (resource);
}

static JsonNode *
find_cost (FoiQuestion *question)
{
  JsonNode *grounds = foi_question_get_grounds (question);

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    if (foi_estimate_is_cost (foi_json_get_string (foi_json_get_element (grounds, i), "kind",
                                                   NULL)))
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
  FoiEstimatePool *pool = read_estimate (&scope);
  g_autoptr (JsonNode) resource = NULL;
  g_autoptr (FoiPublication) table = NULL;

  if (pool == NULL)
    return;
  resource = make_resource (&scope, pool, name, title);
  table = foi_publication_new_from_json (resource, NULL);
  if (table != NULL && foi_publication_get_n_rows (table) > 0)
    _foi_composer_add_made_table (self, question, table, out);
}
