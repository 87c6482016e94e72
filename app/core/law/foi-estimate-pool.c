/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-estimate-pool.h"

#include <string.h>

#include "foi-json-edit.h"
#include "foi-question.h"

/* Two receipts that lie further apart are not counted day by day. */
#define LONG_APART (10 * 366)

/* One reckoning. */
typedef struct
{
  const FoiEstimateCase *facts;
  FoiEstimatePool       *pool;
  const char            *regime, *kind;
  FoiDate                first, last; /* from which day to which requests are added up */
} Reckoning;

static JsonNode *
get_estimate (JsonNode *question)
{
  return foi_json_get_member (question, "estimate");
}

/* ---- days ------------------------------------------------------------------------------------ */

static gboolean
is_long_apart (FoiDate first, FoiDate last)
{
  return (gint64) last - (gint64) first > LONG_APART;
}

/* Bank holidays that are not known would only make the time shorter. */
static FoiPoolReason
judge_span (Reckoning *self, FoiDate first, FoiDate last, FoiPoolReason too_much, guint *days)
{
  gboolean is_known;

  *days = 0;
  if (is_long_apart (first, last))
    return too_much;
  if (self->facts->calendar == NULL)
    return FOI_POOL_UNCERTAIN;
  *days = foi_calendar_count_days (self->facts->calendar, first, last, &is_known);
  if (*days <= self->pool->most_days)
    return FOI_POOL_COUNTED;
  return is_known ? too_much : FOI_POOL_UNCERTAIN;
}

/* How far a request lies from this one. */
static FoiPoolReason
judge_days (Reckoning *self, FoiDate day, guint *days)
{
  const FoiDate received = self->facts->received;

  *days = 0;
  if (day == FOI_DATE_NONE || received == FOI_DATE_NONE)
    return FOI_POOL_NO_DAY;
  return judge_span (self, MIN (received, day), MAX (received, day), FOI_POOL_TOO_FAR, days);
}

/* ---- who belongs to it ----------------------------------------------------------------------- */

static const char *
get_similarity (JsonNode *question)
{
  const char *words = foi_json_get_string (get_estimate (question), "similarity", "");

  return words[strspn (words, " \t\r\n")] != '\0' ? words : NULL;
}

static gboolean
names (JsonNode *question, const char *id)
{
  JsonNode *similar = foi_json_get_member (get_estimate (question), "similar_to");

  for (guint i = 0; i < foi_json_get_n_elements (similar); i++)
    {
      JsonNode *element = foi_json_get_element (similar, i);

      if (foi_json_is_string (element) && g_strcmp0 (json_node_get_string (element), id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Numbers need not be unique; of a question that is not there only the name is known. */
static FoiPoolMember *
find_question_member (FoiEstimatePool *pool, JsonNode *node, const char *name)
{
  for (guint i = 0; i < pool->members->len; i++)
    {
      FoiPoolMember *member = &g_array_index (pool->members, FoiPoolMember, i);

      if (!member->is_request && member->node == node
          && (node != NULL || g_strcmp0 (member->name, name) == 0))
        return member;
    }
  return NULL;
}

/* One with a reference is one, wherever it is listed: its first listing that says what makes it
 * similar stands for it. */
static FoiPoolMember *
find_request_member (FoiEstimatePool *pool, const char *name)
{
  for (guint i = 0; name[0] != '\0' && i < pool->members->len; i++)
    {
      FoiPoolMember *member = &g_array_index (pool->members, FoiPoolMember, i);

      if (member->is_request && g_strcmp0 (member->name, name) == 0)
        return member;
    }
  return NULL;
}

static FoiPoolReason
judge_question (Reckoning *self, JsonNode *other, const char *similarity)
{
  if (other == NULL)
    return FOI_POOL_MISSING;
  if (self->pool->most_days == 0)
    return FOI_POOL_NO_LAW;
  if (g_strcmp0 (foi_json_get_string (other, "regime", self->facts->regime), self->regime) != 0)
    return FOI_POOL_OTHER_LAW;
  return similarity != NULL ? FOI_POOL_COUNTED : FOI_POOL_UNSAID;
}

/* A question may be named twice, and only once with what makes it similar. */
static void
add_question (Reckoning *self, GPtrArray *counted, JsonNode *other, const char *id,
              const char *similarity)
{
  FoiEstimatePool *pool = self->pool;
  const FoiPoolMember member = {
    .node = other,
    .name = foi_json_get_string (other, "number", id),
    .reason = judge_question (self, other, similarity),
  };
  FoiPoolMember *known = find_question_member (pool, other, member.name);

  if (other != NULL && g_ptr_array_find (counted, other, NULL))
    return;
  if (known != NULL)
    *known = member;
  else
    g_array_append_val (pool->members, member);
  if (member.reason != FOI_POOL_COUNTED)
    return;
  g_ptr_array_add (counted, other);
  if (pool->similarity == NULL)
    pool->similarity = similarity;
  foi_estimate_add (&pool->sum, get_estimate (other), pool->limit, self->kind);
  pool->sum.n_pooled++;
}

/* Those that @question says are similar to it. */
static void
add_named (Reckoning *self, GPtrArray *counted, JsonNode *question)
{
  JsonNode *similar = foi_json_get_member (get_estimate (question), "similar_to");

  for (guint i = 0; i < foi_json_get_n_elements (similar); i++)
    {
      JsonNode *element = foi_json_get_element (similar, i);
      const char *id = foi_json_is_string (element) ? json_node_get_string (element) : NULL;

      if (id != NULL && g_strcmp0 (id, foi_json_get_string (question, "id", NULL)) != 0)
        add_question (self, counted, foi_question_find_node (self->facts->questions, id), id,
                      get_similarity (question));
    }
}

/* Those that say of themselves that they are similar to it: where it is said does not matter. */
static void
add_naming (Reckoning *self, GPtrArray *counted, JsonNode *questions, const char *id)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *other = foi_json_get_element (questions, i);

      if (names (other, id) && get_similarity (other) != NULL)
        add_question (self, counted, other, foi_json_get_string (other, "id", NULL),
                      get_similarity (other));
      add_naming (self, counted, foi_json_get_member (other, "parts"), id);
    }
}

static FoiPoolReason
judge_request (Reckoning *self, JsonNode *request, const char *similarity, guint *days)
{
  const FoiDate day = foi_date_from_iso (foi_json_get_string (request, "received", NULL));

  *days = 0;
  if (self->pool->most_days == 0)
    return FOI_POOL_NO_LAW;
  if (similarity == NULL)
    return FOI_POOL_UNSAID;
  return judge_days (self, day, days);
}

static void
add_requests (Reckoning *self, JsonNode *question)
{
  FoiEstimatePool *pool = self->pool;
  JsonNode *requests = foi_json_get_member (get_estimate (question), "requests");
  const char *similarity = get_similarity (question);

  for (guint i = 0; i < foi_json_get_n_elements (requests); i++)
    {
      JsonNode *request = foi_json_get_element (requests, i);
      FoiPoolMember member = {
        .node = request,
        .name = foi_json_get_string (request, "reference", ""),
        .is_request = TRUE,
      };
      FoiPoolMember *known = find_request_member (pool, member.name);

      if (known != NULL && known->reason == FOI_POOL_COUNTED)
        continue;
      member.reason = judge_request (self, request, similarity, &member.days);
      if (known == NULL)
        g_array_append_val (pool->members, member);
      else if (member.reason == FOI_POOL_COUNTED || known->reason == FOI_POOL_UNSAID)
        *known = member;
      if (member.reason == FOI_POOL_COUNTED && pool->similarity == NULL)
        pool->similarity = similarity;
    }
}

/* ---- within which days ----------------------------------------------------------------------- */

static gboolean
may_count (const FoiPoolMember *member)
{
  return member->is_request && member->reason == FOI_POOL_COUNTED;
}

static FoiDate
get_day (const FoiPoolMember *member)
{
  return foi_date_from_iso (foi_json_get_string (member->node, "received", NULL));
}

static gboolean
is_within (const FoiPoolMember *member, FoiDate first, FoiDate last)
{
  return may_count (member) && get_day (member) >= first && get_day (member) <= last;
}

/* The last day of the time that begins with @first. */
static FoiDate
find_last (Reckoning *self, FoiDate first)
{
  FoiCalendar *calendar = self->facts->calendar;
  FoiDate day = first;

  for (guint n = 0; n <= self->pool->most_days && day - first < LONG_APART; day++)
    n += !foi_calendar_is_weekend (day) && foi_calendar_get_holiday (calendar, day) == NULL;
  return day - 2;
}

static FoiEstimate
sum_within (Reckoning *self, FoiDate first, FoiDate last, JsonNode *estimate)
{
  FoiEstimate sum = self->pool->sum;

  for (guint i = 0; i < self->pool->members->len; i++)
    {
      const FoiPoolMember *member = &g_array_index (self->pool->members, FoiPoolMember, i);

      if (!is_within (member, first, last))
        continue;
      foi_estimate_add_request (&sum, member->node);
      sum.n_pooled++;
    }
  foi_estimate_close (&sum, estimate, self->pool->limit);
  return sum;
}

static gboolean
is_better (const FoiEstimate *sum, FoiDate first, const FoiEstimate *best, FoiDate best_first)
{
  return sum->cost > best->cost || (sum->cost == best->cost && first < best_first);
}

static FoiPoolReason
judge_outside (Reckoning *self, FoiDate day)
{
  guint days;
  const FoiPoolReason reason = judge_span (self, MIN (self->first, day), MAX (self->last, day),
                                           FOI_POOL_TOO_WIDE, &days);

  return reason == FOI_POOL_UNCERTAIN ? FOI_POOL_UNCERTAIN : FOI_POOL_TOO_WIDE;
}

static gboolean
has_requests (const FoiEstimatePool *pool)
{
  for (guint i = 0; i < pool->members->len; i++)
    if (may_count (&g_array_index (pool->members, FoiPoolMember, i)))
      return TRUE;
  return FALSE;
}

/* Each request may be near enough to this one, and too far from another. Any such time will do in
 * which this one lies: that which costs most is taken, or else the earliest. */
static void
choose_days (Reckoning *self, JsonNode *estimate)
{
  const FoiDate received = self->facts->received;
  GArray *members = self->pool->members;
  FoiEstimate best;

  self->first = received;
  self->last = find_last (self, received);
  best = sum_within (self, self->first, self->last, estimate);
  for (guint i = 0; i < members->len; i++)
    {
      const FoiPoolMember *member = &g_array_index (members, FoiPoolMember, i);
      const FoiDate first = may_count (member) ? get_day (member) : received;
      FoiDate last;
      FoiEstimate sum;

      if (first >= received)
        continue;
      last = find_last (self, first);
      sum = sum_within (self, first, last, estimate);
      if (!is_better (&sum, first, &best, self->first))
        continue;
      best = sum;
      self->first = first;
      self->last = last;
    }
  self->pool->sum = best;
}

/* Of those that are left out it is said why. */
static void
leave_out (Reckoning *self)
{
  const FoiDate first = self->first, last = self->last;
  GArray *members = self->pool->members;

  self->last = self->facts->received;
  for (guint i = 0; i < members->len; i++)
    {
      const FoiPoolMember *member = &g_array_index (members, FoiPoolMember, i);

      if (is_within (member, first, last))
        self->last = MAX (self->last, get_day (member));
    }
  for (guint i = 0; i < members->len; i++)
    {
      FoiPoolMember *member = &g_array_index (members, FoiPoolMember, i);

      if (may_count (member) && !is_within (member, first, last))
        member->reason = judge_outside (self, get_day (member));
    }
}

/* ---- public ---------------------------------------------------------------------------------- */

/**
 * foi_estimate_pool_new:
 * @facts: what it is reckoned by
 * @id: a question of the case, or a part of one
 *
 * Adds up the estimate of a question, those of the questions that are similar to it, and what other
 * requests of the same requester take. The cost of each is then that of all of them: but only where
 * it is written down what makes them similar, where the law is the same, and where they came within
 * the time that the rules call "aggregation" (FOIA section 12(4); SI 2004/3244, regulation 5). The
 * questions of one letter came on one day.
 *
 * Returns: (transfer full): what it comes to, and of all that is named whether it is counted. It
 *   refers to the nodes of @facts.
 */
FoiEstimatePool *
foi_estimate_pool_new (const FoiEstimateCase *facts, const char *id)
{
  FoiEstimatePool *pool;
  JsonNode *question;
  Reckoning self = { .facts = facts };
  g_autoptr (GPtrArray) counted = g_ptr_array_new ();

  g_return_val_if_fail (facts != NULL && facts->rules != NULL && id != NULL, NULL);

  question = foi_question_find_node (facts->questions, id);
  pool = self.pool = g_new0 (FoiEstimatePool, 1);
  pool->members = g_array_new (FALSE, FALSE, sizeof (FoiPoolMember));
  self.regime = foi_json_get_string (question, "regime", facts->regime);
  self.kind = foi_estimate_get_kind (question);
  if (self.regime != NULL)
    {
      pool->limit = foi_rules_find_own_limit (facts->rules, self.regime, "appropriate-limit",
                                              facts->profile, facts->received);
      pool->most_days = (guint) CLAMP (
        foi_json_get_integer (foi_rules_find_time_limit (facts->rules, self.regime, "aggregation",
                                                         facts->received), "n", 0),
        0, G_MAXINT16);
    }
  pool->rate_is_assumed = foi_estimate_is_rate_assumed (pool->limit, get_estimate (question));
  foi_estimate_add (&pool->sum, get_estimate (question), pool->limit, self.kind);
  g_ptr_array_add (counted, question);
  for (guint i = 0; question != NULL && i < counted->len; i++)
    {
      JsonNode *member = counted->pdata[i];

      add_named (&self, counted, member);
      add_naming (&self, counted, facts->questions, foi_json_get_string (member, "id", ""));
      add_requests (&self, member);
    }
  if (has_requests (pool))
    {
      choose_days (&self, get_estimate (question));
      leave_out (&self);
    }
  else
    foi_estimate_close (&pool->sum, get_estimate (question), pool->limit);
  return pool;
}

/**
 * foi_estimate_pool_free:
 */
void
foi_estimate_pool_free (FoiEstimatePool *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->members);
  g_clear_pointer (&self->limit, json_node_unref);
  g_free (self);
}
