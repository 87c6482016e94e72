/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-estimate-pool.h"
#include "foi-json-edit.h"
#include "foi-rules-clock.h"

#define MILLION G_GINT64_CONSTANT (1000000)
/* In millionths of minutes. */
#define HOUR (60 * MILLION)
/* No work that is refused takes longer. */
#define MOST_HOURS 10000000

/* Refusals for their cost: the estimate, the advice, and the words. */

static const char *const cost_kinds[] = { "cost", "cost-to-confirm", NULL };

/* With these the burden may be spoken of, too. */
static const char *const burden_kinds[] = {
  "cost", "cost-to-confirm", "vexatious", "repeated", "manifestly-unreasonable", "too-general",
  NULL,
};

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static JsonNode *
get_estimate (FoiCheckQuestion *question)
{
  return foi_json_get_member (foi_question_get_node (question->question), "estimate");
}

static JsonNode *
get_rows (FoiCheckQuestion *question)
{
  return foi_json_get_member (get_estimate (question), "rows");
}

static gboolean
is_about_cost (FoiCheckQuestion *question)
{
  return _foi_check_find_ground (question, cost_kinds) != NULL;
}

/* ---- what is pooled -------------------------------------------------------------------------- */

static gboolean
is_pooled_with (FoiCheckQuestion *question, const char *id)
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

/* The question, and those whose work is added to its own or with which it is answered. */
static GPtrArray *
dup_pool (FoiCheck *self, FoiCheckQuestion *question)
{
  GPtrArray *pool = g_ptr_array_new ();

  g_ptr_array_add (pool, question);
  for (guint i = 0; i < pool->len; i++)
    {
      FoiCheckQuestion *member = pool->pdata[i];

      for (guint j = 0; j < self->questions->len; j++)
        {
          FoiCheckQuestion *other = self->questions->pdata[j];

          if ((is_pooled_with (member, other->id) || is_pooled_with (other, member->id)
               || g_ptr_array_find (member->leads_to, other, NULL))
              && !g_ptr_array_find (pool, other, NULL))
            g_ptr_array_add (pool, other);
        }
    }
  return pool;
}

/* Said under the question that it is answered with. */
static gboolean
is_answered_elsewhere (FoiCheckQuestion *question)
{
  for (guint i = 0; i < question->leads_to->len; i++)
    if (is_about_cost (question->leads_to->pdata[i]))
      return TRUE;
  return FALSE;
}

/* ---- the words ------------------------------------------------------------------------------- */

/* Whether the words cite the cost limit, so that notice of it is given with no ground chosen. */
static gboolean
cites_cost (FoiCheck *self, FoiCheckQuestion *question)
{
  JsonNode *grounds = foi_json_get_member (
    foi_rules_get_regime (self->rules, question->regime), "grounds");

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);
      const char *section = foi_json_get_string (ground, "section", "");
      g_autofree char *whole = g_strndup (section, strcspn (section, "("));

      if (g_strv_contains (cost_kinds, foi_json_get_string (ground, "kind", ""))
          && _foi_check_cites (self, question, whole))
        return TRUE;
    }
  return FALSE;
}

/* _foi_check_cost_language: who refuses because of the work says so under the law of it. */
void
_foi_check_cost_language (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      gboolean refuses = question->outcome == FOI_OUTCOME_REFUSED
                         || question->outcome == FOI_OUTCOME_PART;

      if (!refuses || _foi_check_find_ground (question, burden_kinds) != NULL
          || is_answered_elsewhere (question) || cites_cost (self, question))
        continue;
      for (guint j = 0; j < question->texts->len; j++)
        {
          const FoiCheckText *text = question->texts->pdata[j];
          g_autofree char *quoted = NULL, *message = NULL;
          FoiRange sentence = { 0 };

          if (!foi_check_words_find_sentence (self->words, "cost", text->masked, &sentence, NULL))
            continue;
          quoted = foi_check_text_dup_words (text, sentence);
          message = g_strdup_printf (_("%s is refused because of the work, but not under the cost "
                                       "limit: “%s”"), question->name, quoted);
          _foi_finding_set_words (
            _foi_check_add (self, question->regime, text->place, message,
                            _("Add the ground for cost, with its estimate and what could be done "
                              "within the limit; or take the words away.")), quoted);
          break;
        }
    }
}

static gboolean
is_limit (JsonNode *limit, const char *phrase)
{
  const char *digits = strpbrk (phrase, "0123456789");
  guint64 number;

  if (digits == NULL)
    return TRUE;
  number = g_ascii_strtoull (digits, NULL, 10);
  return number == (guint64) foi_json_get_integer (limit, "hours", -1)
         || number == (guint64) foi_json_get_integer (limit, "pounds", -1);
}

static void
check_exceeding (FoiCheck *self, const FoiCheckText *text, JsonNode *limit, const char *regime)
{
  FoiRange sentence = { 0 }, found;

  while (foi_check_words_find_sentence (self->words, "limit-reached", text->masked, &sentence,
                                        &found))
    {
      g_autofree char *phrase = foi_check_text_dup_words (text, found);
      g_autofree char *message = NULL;

      if (!is_limit (limit, phrase))
        continue;
      message = g_strdup_printf (_("“%s”: the cost must be more than the limit. What comes to the "
                                   "limit exactly has to be done."), phrase);
      _foi_finding_set_words (_foi_check_add (self, regime, text->place, message,
                                              _("Write “more than” instead.")), phrase);
      return;
    }
}

/* _foi_check_exceeding: the limit has to be exceeded, not reached. */
void
_foi_check_exceeding (FoiCheck *self)
{
  g_autoptr (JsonNode) limit = _foi_check_dup_limit (self, self->regime);

  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      g_autoptr (JsonNode) own = NULL;

      if (question->outcome != FOI_OUTCOME_REFUSED && question->outcome != FOI_OUTCOME_PART)
        continue;
      own = _foi_check_dup_limit (self, question->regime);
      for (guint j = 0; j < question->texts->len; j++)
        check_exceeding (self, question->texts->pdata[j], own, question->regime);
    }
  for (guint i = 0; i < self->paragraphs->len; i++)
    check_exceeding (self, self->paragraphs->pdata[i], limit, self->regime);
}

/* ---- the estimate ---------------------------------------------------------------------------- */

static gboolean
row_counts (JsonNode *row)
{
  return foi_estimate_get_row_minutes (row) > 0 || foi_estimate_get_row_cost (row) > 0;
}

/* Whether the limit leaves such work out: in Scotland, finding out whether it is held. */
static gboolean
is_left_out (JsonNode *limit, JsonNode *row)
{
  const char *activity = foi_json_get_string (row, "activity", NULL);
  JsonNode *counted = foi_json_get_member (limit, "activities");

  for (guint i = 0; i < foi_json_get_n_elements (counted); i++)
    if (g_strcmp0 (json_node_get_string (foi_json_get_element (counted, i)), activity) == 0)
      return FALSE;
  return counted != NULL && activity != NULL;
}

static gboolean
has_estimate (GPtrArray *pool)
{
  for (guint i = 0; i < pool->len; i++)
    {
      JsonNode *rows = get_rows (pool->pdata[i]);

      for (guint j = 0; j < foi_json_get_n_elements (rows); j++)
        if (row_counts (foi_json_get_element (rows, j)))
          return TRUE;
    }
  return FALSE;
}

/* The letter prints the estimate of the question under which all of them are answered. */
static gboolean
is_printed (FoiCheck *self, GPtrArray *pool)
{
  for (guint i = 0; i < pool->len; i++)
    {
      FoiCheckQuestion *member = pool->pdata[i];
      g_autofree char *id = g_strdup_printf ("table/estimate-%s", member->id);

      for (guint j = 0; self->letter != NULL && j < self->letter->blocks->len; j++)
        if (g_strcmp0 (((const FoiBlock *) self->letter->blocks->pdata[j])->id, id) == 0)
          return TRUE;
    }
  return FALSE;
}

/* _foi_check_estimates: how the cost was worked out is recorded, and better said. */
void
_foi_check_estimates (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      g_autoptr (GPtrArray) pool = dup_pool (self, question);
      g_autofree char *message = NULL;

      if (!is_about_cost (question) || is_answered_elsewhere (question)
          || _foi_check_says (self, question, "estimate"))
        continue;
      if (!has_estimate (pool))
        {
          message = g_strdup_printf (_("%s is refused for its cost, but no estimate is recorded."),
                                     question->name);
          _foi_check_add_to (self, question, "estimate", message,
                             _("Record what would be searched: how many, how many minutes each, "
                               "and how you know."));
        }
      else if (!is_printed (self, pool))
        {
          message = g_strdup_printf (_("The estimate of %s is recorded, but the letter does not "
                                       "say how it was reached."), question->name);
          _foi_check_add_to (self, question, "estimate", message,
                             _("Estimate work that counts, or tell the requester in the answer how "
                               "many there are, and how many minutes each takes."))
            ->severity = FOI_SEVERITY_ADVICE;
        }
    }
}

/* _foi_check_advice: what could be done within the limit is said, or why nothing could. */
void
_foi_check_advice (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      g_autoptr (GPtrArray) pool = dup_pool (self, question);
      gboolean advises = FALSE;
      g_autofree char *message = NULL;

      if (!is_about_cost (question) || is_answered_elsewhere (question))
        continue;
      for (guint j = 0; j < pool->len && !advises; j++)
        advises = !is_blank (foi_json_get_string (get_estimate (pool->pdata[j]), "advice", ""))
                  || _foi_check_says (self, pool->pdata[j], "advice");
      if (advises)
        continue;
      message = g_strdup_printf (_("%s is refused for its cost, but does not say what could be "
                                   "given within the limit."), question->name);
      _foi_check_add_to (self, question, "estimate/advice", message,
                         _("Say which narrower request could be answered within the limit, or "
                           "that none could, and why."));
    }
}

/* ---- sums ------------------------------------------------------------------------------------ */

static void
check_sum (FoiCheck *self, FoiCheckQuestion *question, const FoiEstimate *sum)
{
  g_autofree char *pounds = foi_estimate_dup_pounds (sum->cost);
  g_autofree char *limit = foi_estimate_dup_pounds (sum->limit);
  g_autofree char *message = g_strdup_printf (
    _("The estimate of %s comes to %s, which is within the limit of %s."), question->name, pounds,
    limit);

  _foi_check_add_to (self, question, "estimate/rows", message,
                     _("Answer the question, or put the estimate right."));
}

/* What an estimate comes to, with all that the law adds up. */
static FoiEstimatePool *
reckon (FoiCheck *self, const char *id)
{
  g_autoptr (JsonNode) questions = foi_brief_list_questions (self->brief);
  g_autoptr (FoiCalendar) calendar
    = foi_rules_new_calendar (self->rules, self->regime, self->holidays, NULL);
  const FoiEstimateCase facts = {
    .rules = self->rules,
    .calendar = calendar,
    .questions = questions,
    .regime = self->regime,
    .profile = foi_brief_get_authority (self->brief),
    .received = foi_brief_get_received (self->brief),
  };

  return foi_estimate_pool_new (&facts, id);
}

/* _foi_check_within_limit: an estimate within the limit refuses nothing. */
void
_foi_check_within_limit (FoiCheck *self)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      g_autoptr (GPtrArray) pool = dup_pool (self, question);
      g_autoptr (FoiEstimatePool) estimate = NULL;

      if (!is_about_cost (question) || !has_estimate (pool)
          || g_ptr_array_find (seen, question, NULL))
        continue;
      g_ptr_array_extend (seen, pool, NULL, NULL);
      estimate = reckon (self, question->id);
      if (estimate->limit != NULL && !estimate->sum.exceeds)
        check_sum (self, question, &estimate->sum);
    }
}

/* ---- hours in the words ---------------------------------------------------------------------- */

static void
add_minutes (GArray *known, gint64 minutes)
{
  if (minutes > 0)
    g_array_append_val (known, minutes);
}

/* Of each question a row, what rows of one activity come to, and all of them. */
static void
add_rows (GArray *known, JsonNode *estimate)
{
  static const char *const activities[] = { "determine", "locate", "retrieve", "extract" };
  JsonNode *rows = foi_json_get_member (estimate, "rows");
  JsonNode *requests = foi_json_get_member (estimate, "requests");
  gint64 of_activity[G_N_ELEMENTS (activities)] = { 0 }, all = 0;

  for (guint i = 0; i < foi_json_get_n_elements (rows); i++)
    {
      JsonNode *row = foi_json_get_element (rows, i);
      const gint64 minutes = foi_estimate_get_row_minutes (row);

      add_minutes (known, minutes);
      add_minutes (known, foi_estimate_get_unit_minutes (row));
      all += minutes;
      for (gsize j = 0; j < G_N_ELEMENTS (activities); j++)
        if (g_str_equal (foi_json_get_string (row, "activity", ""), activities[j]))
          of_activity[j] += minutes;
    }
  add_minutes (known, all);
  for (gsize j = 0; j < G_N_ELEMENTS (activities); j++)
    add_minutes (known, of_activity[j]);
  for (guint i = 0; i < foi_json_get_n_elements (requests); i++)
    add_minutes (known, foi_estimate_get_unit_minutes (foi_json_get_element (requests, i)));
}

/* All times that a sentence about the work may name, in millionths of minutes. */
static GArray *
list_known (FoiCheck *self, const FoiEstimatePool *pool)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (gint64));

  add_minutes (known, pool->sum.minutes);
  add_minutes (known, pool->sum.not_counted);
  add_minutes (known, pool->sum.minutes + pool->sum.not_counted);
  add_minutes (known, foi_json_get_integer (pool->limit, "hours", 0) * HOUR);
  for (guint i = 0; i < self->questions->len; i++)
    add_rows (known, get_estimate (self->questions->pdata[i]));
  return known;
}

/* People round: to the hour, and of many hours to some more. */
static gboolean
is_known (GArray *known, gint64 said)
{
  for (guint i = 0; i < known->len; i++)
    {
      const gint64 minutes = g_array_index (known, gint64, i);

      if (ABS (said - minutes) <= MAX (HOUR, minutes / 20))
        return TRUE;
    }
  return FALSE;
}

/* The hours of a phrase, in millionths of minutes; of "1,200.5" the tenths as well. */
static gint64
read_hours (const char *phrase)
{
  const char *at = phrase + strcspn (phrase, "0123456789");
  guint64 hours = 0;

  for (; hours < MOST_HOURS && (g_ascii_isdigit (*at) || (*at == ',' && g_ascii_isdigit (at[1])));
       at++)
    if (*at != ',')
      hours = hours * 10 + (guint64) (*at - '0');
  return (gint64) hours * HOUR
         + (at[0] == '.' && g_ascii_isdigit (at[1]) ? (at[1] - '0') * HOUR / 10 : 0);
}

static gboolean
contradicts (FoiCheck *self, const FoiEstimatePool *pool, GArray *known, const char *phrase)
{
  const gint64 said = read_hours (phrase);

  if (is_known (known, said))
    return FALSE;
  return said > pool->sum.minutes
         || !foi_check_words_find (self->words, "at-least", phrase,
                                   (FoiRange) { 0, strlen (phrase) }, NULL);
}

static void
check_hours (FoiCheck *self, FoiCheckQuestion *question, const FoiCheckText *text,
             const FoiEstimatePool *pool)
{
  g_autoptr (GArray) known = list_known (self, pool);
  FoiRange sentence = { 0 }, found;

  while (foi_check_words_find_sentence (self->words, "hours-said", text->masked, &sentence, &found))
    {
      g_autofree char *phrase = foi_check_text_dup_words (text, found);
      g_autofree char *quoted = NULL, *hours = NULL, *message = NULL;
      FoiFinding *finding;

      if (!contradicts (self, pool, known, phrase))
        continue;
      quoted = foi_check_text_dup_words (text, sentence);
      hours = foi_estimate_dup_hours (pool->sum.minutes);
      /* Translators: "Question 2"; a number of hours; a sentence. */
      message = g_strdup_printf (_("The estimate of %s comes to %s hours. But it says: “%s”"),
                                 question->name, hours, quoted);
      finding = _foi_check_add (self, question->regime, text->place, message,
                                _("Put the sentence right, or the estimate."));
      _foi_finding_set_words (finding, quoted);
      /* One is enough; another slip at the same place is another thing to look at. */
      if (!_foi_check_accept_as (self, finding, quoted))
        return;
    }
}

/* _foi_check_hours_said: the hours in the answer are those of the estimate beside it. Advice on a
 * narrower request has hours of its own. */
void
_foi_check_hours_said (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      g_autoptr (FoiEstimatePool) pool = NULL;

      if (!is_about_cost (question))
        continue;
      pool = reckon (self, question->id);
      for (guint j = 0; pool->sum.minutes > 0 && j < question->texts->len; j++)
        {
          const FoiCheckText *text = question->texts->pdata[j];

          if (strstr (text->place, "/estimate/") == NULL)
            check_hours (self, question, text, pool);
        }
    }
}

/* ---- what may not be counted ----------------------------------------------------------------- */

/* What of a row may not be counted, or NULL. */
static char *
dup_uncountable (FoiCheck *self, JsonNode *limit, JsonNode *row)
{
  static const char *const members[] = { "system", "unit", "how_counted", "sample" };

  if (is_left_out (limit, row))
    return g_strdup (_("finding out whether the information is held"));
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *text = foi_json_get_string (row, members[i], "");
      FoiRange found;

      if (foi_check_words_find (self->words, "uncountable", text, (FoiRange) { 0, strlen (text) },
                                &found))
        return g_strndup (text + found.begin, found.end - found.begin);
    }
  return NULL;
}

/* Of work that the ground does not measure: where finding out alone is too much, only that counts
 * (FOIA section 12(2)). */
static gboolean
check_confirming (FoiCheck *self, FoiCheckQuestion *question, JsonNode *limit, JsonNode *row,
                  const char *member)
{
  const char *activity = foi_json_get_string (row, "activity", NULL);
  const char *kind = foi_estimate_get_kind (foi_question_get_node (question->question));
  g_autofree char *message = NULL;

  if (activity == NULL || !foi_estimate_counts (limit, "cost", activity)
      || foi_estimate_counts (limit, kind, activity))
    return FALSE;
  message = g_strdup_printf (_("The estimate of %s lists more than finding out whether the "
                               "information is held. Where that alone goes beyond the limit, "
                               "nothing else counts."), question->name);
  _foi_check_add_to (self, question, member, message,
                     _("Count it as finding out, if that is what it is; move it to what is not "
                       "counted; or say that it is held, and refuse the cost of giving it."));
  return TRUE;
}

/* _foi_check_countable: only finding and extracting counts. */
void
_foi_check_countable (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      g_autoptr (JsonNode) limit = _foi_check_dup_limit (self, question->regime);
      JsonNode *rows = get_rows (question);

      for (guint j = 0; limit != NULL && j < foi_json_get_n_elements (rows); j++)
        {
          JsonNode *row = foi_json_get_element (rows, j);
          g_autofree char *what = dup_uncountable (self, limit, row);
          g_autofree char *member = g_strdup_printf ("estimate/rows/#%u", j);
          g_autofree char *message = NULL;

          if (what == NULL && check_confirming (self, question, limit, row, member))
            continue;
          if (what == NULL)
            continue;
          message = g_strdup_printf (_("The estimate of %s counts what may not be counted: %s."),
                                     question->name, what);
          _foi_check_add_to (self, question, member, message,
                             _("Move it to what is not counted."));
        }
    }
}

/* _foi_check_similarity: what is pooled is alike, and the case says how. */
void
_foi_check_similarity (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      JsonNode *estimate = get_estimate (question);
      g_autofree char *message = NULL;

      if (foi_json_get_n_elements (foi_json_get_member (estimate, "similar_to"))
              + foi_json_get_n_elements (foi_json_get_member (estimate, "requests")) == 0
          || !is_blank (foi_json_get_string (estimate, "similarity", "")))
        continue;
      message = g_strdup_printf (_("The work for %s is to be added to that for others, but it is "
                                   "not said what they have in common."), question->name);
      _foi_check_add_to (self, question, "estimate/similarity", message,
                         _("Say what makes them similar, or estimate each alone."));
    }
}
