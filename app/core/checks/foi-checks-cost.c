/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

/* Refusals for their cost: the estimate, the advice, and the words. */

static const char *const cost_kinds[] = { "cost", "cost-to-confirm", NULL };

/* With these the burden may be spoken of, too. */
static const char *const burden_kinds[] = {
  "cost", "cost-to-confirm", "vexatious", "repeated", "manifestly-unreasonable", "too-general",
  NULL,
};

/* Sums are kept in thousandths: of minutes, and of pounds times sixty. */
#define THOUSAND 1000
#define MINUTES_PER_HOUR 60

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
  JsonNode *limit = foi_rules_find_limit (self->rules, self->regime, "appropriate-limit",
                                          self->authority,
                                          foi_brief_get_received (self->brief));

  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      if (question->outcome != FOI_OUTCOME_REFUSED && question->outcome != FOI_OUTCOME_PART)
        continue;
      for (guint j = 0; j < question->texts->len; j++)
        check_exceeding (self, question->texts->pdata[j], _foi_check_get_limit (self, question),
                         question->regime);
    }
  for (guint i = 0; i < self->paragraphs->len; i++)
    check_exceeding (self, self->paragraphs->pdata[i], limit, self->regime);
}

/* ---- the estimate ---------------------------------------------------------------------------- */

/* "12.5" or 12 as thousandths; anything else is nothing. */
static gint64
get_thousandths (JsonNode *row, const char *key)
{
  JsonNode *node = foi_json_get_member (row, key);
  gint64 value = 0, unit = THOUSAND;
  const char *text;

  if (foi_json_is_integer (node))
    return CLAMP (json_node_get_int (node), 0, G_MAXINT32) * THOUSAND;
  text = foi_json_is_string (node) ? json_node_get_string (node) : "";
  for (; g_ascii_isdigit (*text) && value < G_MAXINT32; text++)
    value = value * 10 + (*text - '0');
  value *= THOUSAND;
  for (text += *text == '.'; g_ascii_isdigit (*text) && unit > 1; text++)
    {
      unit /= 10;
      value += (*text - '0') * unit;
    }
  return value;
}

static gint64
get_row_minutes (JsonNode *row)
{
  gint64 count = CLAMP (foi_json_get_integer (row, "count", 0), 0, G_MAXINT32);
  gint64 minutes = get_thousandths (row, "minutes");

  return minutes > 0 && count > G_MAXINT64 / THOUSAND / minutes ? G_MAXINT64 / THOUSAND
                                                                : count * minutes;
}

static gboolean
row_counts (JsonNode *row)
{
  return get_row_minutes (row) > 0 || get_thousandths (row, "cost") > 0;
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

static void
append_text (GString *text, const FoiBlock *block)
{
  g_autofree char *own = foi_block_dup_text (block);

  g_string_append_printf (text, "%s\n", own);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    append_text (text, block->children->pdata[i]);
  for (guint i = 0; block->table != NULL && i < foi_publication_get_n_rows (block->table); i++)
    for (guint j = 0; j < foi_publication_get_n_columns (block->table); j++)
      {
        g_autofree char *cell = foi_publication_format (block->table, i, j);

        g_string_append_printf (text, "%s\n", cell);
      }
}

/* What the letter says under the pooled questions. */
static char *
dup_letter_text (FoiCheck *self, GPtrArray *pool)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; self->letter != NULL && i < self->letter->blocks->len; i++)
    {
      const FoiBlock *block = self->letter->blocks->pdata[i];

      if (block->kind == FOI_BLOCK_ASKED)
        continue;
      for (guint j = 0; j < pool->len; j++)
        {
          FoiCheckQuestion *member = pool->pdata[j];
          g_autofree char *prefix = g_strconcat (member->id, "/", NULL);

          if (g_str_has_prefix (block->id, prefix))
            {
              append_text (text, block);
              break;
            }
        }
    }
  return g_string_free (text, FALSE);
}

/* 3200 and 3,200 */
static gboolean
mentions_number (const char *text, gint64 number)
{
  g_autofree char *plain = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autoptr (GString) grouped = g_string_new (plain);

  for (gsize i = grouped->len; i > 3; i -= 3)
    g_string_insert_c (grouped, (gssize) i - 3, ',');
  return strstr (text, plain) != NULL || strstr (text, grouped->str) != NULL;
}

static gboolean
is_printed (FoiCheck *self, GPtrArray *pool)
{
  g_autofree char *text = dup_letter_text (self, pool);

  for (guint i = 0; i < pool->len; i++)
    {
      JsonNode *rows = get_rows (pool->pdata[i]);

      for (guint j = 0; j < foi_json_get_n_elements (rows); j++)
        {
          JsonNode *row = foi_json_get_element (rows, j);

          if (get_row_minutes (row) > 0
              && !mentions_number (text, foi_json_get_integer (row, "count", 0)))
            return FALSE;
        }
    }
  return TRUE;
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
                             _("Tell the requester how many, and how many minutes each."))
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

/* Thousandths of a pound, times sixty. */
static gint64
add_up (GPtrArray *pool, JsonNode *limit)
{
  gint64 minutes = 0, cost = 0;

  for (guint i = 0; i < pool->len; i++)
    {
      JsonNode *rows = get_rows (pool->pdata[i]);

      for (guint j = 0; j < foi_json_get_n_elements (rows); j++)
        {
          JsonNode *row = foi_json_get_element (rows, j);

          if (is_left_out (limit, row))
            continue;
          minutes = MIN (minutes + get_row_minutes (row), G_MAXINT64 / THOUSAND);
          cost = MIN (cost + get_thousandths (row, "cost"), G_MAXINT64 / THOUSAND);
        }
    }
  return minutes * foi_json_get_integer (limit, "rate", 0) + cost * MINUTES_PER_HOUR;
}

static char *
dup_pounds (gint64 sum)
{
  gint64 pence = sum / (THOUSAND / 100 * MINUTES_PER_HOUR);

  if (pence % 100 == 0)
    return g_strdup_printf ("£%" G_GINT64_FORMAT, pence / 100);
  return g_strdup_printf ("£%" G_GINT64_FORMAT ".%02d", pence / 100, (int) (pence % 100));
}

/* _foi_check_within_limit: an estimate within the limit refuses nothing. */
void
_foi_check_within_limit (FoiCheck *self)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      JsonNode *limit = _foi_check_get_limit (self, question);
      g_autoptr (GPtrArray) pool = dup_pool (self, question);
      gint64 most = foi_json_get_integer (limit, "pounds", 0);
      g_autofree char *message = NULL, *pounds = NULL;
      gint64 sum;

      if (!is_about_cost (question) || limit == NULL || !has_estimate (pool)
          || g_ptr_array_find (seen, question, NULL))
        continue;
      g_ptr_array_extend (seen, pool, NULL, NULL);
      sum = add_up (pool, limit);
      if (sum > most * THOUSAND * MINUTES_PER_HOUR)
        continue;
      pounds = dup_pounds (sum);
      message = g_strdup_printf (_("The estimate of %s comes to %s, which is within the limit of "
                                   "£%d."), question->name, pounds, (int) most);
      _foi_check_add_to (self, question, "estimate/rows", message,
                         _("Answer the question, or put the estimate right."));
    }
}

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

/* _foi_check_countable: only finding and extracting counts. */
void
_foi_check_countable (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      JsonNode *limit = _foi_check_get_limit (self, question);
      JsonNode *rows = get_rows (question);

      for (guint j = 0; limit != NULL && j < foi_json_get_n_elements (rows); j++)
        {
          g_autofree char *what = dup_uncountable (self, limit, foi_json_get_element (rows, j));
          g_autofree char *member = g_strdup_printf ("estimate/rows/#%u", j);
          g_autofree char *message = NULL;

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

      if (foi_json_get_n_elements (foi_json_get_member (estimate, "similar_to")) == 0
          || !is_blank (foi_json_get_string (estimate, "similarity", "")))
        continue;
      message = g_strdup_printf (_("The work for %s is added to that for other questions, but it "
                                   "is not said what they have in common."), question->name);
      _foi_check_add_to (self, question, "estimate/similarity", message,
                         _("Say what makes the questions similar, or estimate each alone."));
    }
}
