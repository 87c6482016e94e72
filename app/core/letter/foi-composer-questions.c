/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-composer-facts-private.h"

#include "foi-clean-text.h"
#include "foi-json-edit.h"
#include "foi-link.h"
#include "foi-markup.h"
#include "foi-phrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- what an answer consists of -------------------------------------------------------------- */

static gboolean
is_words (const FoiSpan *span)
{
  return (span->flags & (FOI_SPAN_BREAK | FOI_SPAN_PLACEHOLDER)) == 0
         && span->text[strspn (span->text, " \t")] != '\0';
}

static gboolean
is_question_reference (const FoiSpan *span)
{
  return (span->flags & FOI_SPAN_PLACEHOLDER) != 0 && g_str_has_prefix (span->text, "question:");
}

static gboolean
any_span (GPtrArray *blocks, gboolean (*test) (const FoiSpan *span))
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const FoiBlock *block = blocks->pdata[i];

      for (guint j = 0; block->spans != NULL && j < block->spans->len; j++)
        if (test (&g_array_index (block->spans, FoiSpan, j)))
          return TRUE;
      if (any_span (block->children, test))
        return TRUE;
    }
  return FALSE;
}

/*
 * _foi_composer_answer_has_words:
 *
 * Returns: whether the answer is more than placeholders.
 */
gboolean
_foi_composer_answer_has_words (FoiComposer *self, FoiQuestion *question)
{
  return any_span (g_hash_table_lookup (self->answers, foi_question_get_id (question)), is_words);
}

/*
 * _foi_composer_answer_refers:
 *
 * Returns: whether the answer says which question's answer to read.
 */
gboolean
_foi_composer_answer_refers (FoiComposer *self, FoiQuestion *question)
{
  return any_span (g_hash_table_lookup (self->answers, foi_question_get_id (question)),
                   is_question_reference);
}

/*
 * _foi_composer_answer_says:
 * @phrases: what the rules call the phrases
 *
 * Returns: whether the answer begins with one of them, so that the letter need not say it as well.
 */
gboolean
_foi_composer_answer_says (FoiComposer *self, FoiQuestion *question, const char *phrases)
{
  GPtrArray *blocks = g_hash_table_lookup (self->answers, foi_question_get_id (question));
  JsonNode *list = foi_rules_get_phrases (self->rules, foi_brief_get_regime (self->brief), phrases);
  g_autofree char *text = NULL;

  if (blocks == NULL || blocks->len == 0)
    return FALSE;
  text = g_strchug (foi_block_dup_text (blocks->pdata[0]));
  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      gsize begin;

      if (foi_phrase_find (text, json_node_get_string (foi_json_get_element (list, i)), FALSE, 0,
                           &begin, NULL)
          && begin == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_no_answer (FoiQuestion *question)
{
  const char *answer = foi_question_get_answer (question);

  return answer[strspn (answer, " \t\r\n")] == '\0'
         && g_list_model_get_n_items (foi_question_get_parts (question)) == 0;
}

/* ---- the plan -------------------------------------------------------------------------------- */

/*
 * The question under whose heading @question is answered. One without an answer of its own stands
 * with the first question that it sees, wherever that leads; in a circle each stands alone.
 */
static FoiQuestion *
find_leader (FoiComposer *self, FoiQuestion *question)
{
  GPtrArray *questions = foi_brief_get_questions (self->brief);
  FoiQuestion *leader = question;

  for (guint steps = 0; has_no_answer (leader); steps++)
    {
      g_auto (GStrv) see = foi_question_dup_see (leader);
      FoiQuestion *next = see[0] != NULL ? foi_brief_find_question (self->brief, see[0]) : NULL;

      if (next == NULL || !g_ptr_array_find (questions, next, NULL))
        break;
      if (steps > questions->len)
        return question;
      leader = next;
    }
  return leader;
}

/* Where a question or a part of one is edited: "questions/q1/parts/q1a/answer". */
static char *
dup_place (FoiComposer *self, FoiQuestion *question, const char *member)
{
  GPtrArray *questions = foi_brief_get_questions (self->brief);
  const char *id = foi_question_get_id (question);

  for (guint i = 0; i < questions->len; i++)
    {
      FoiQuestion *whole = questions->pdata[i];
      GListModel *parts = foi_question_get_parts (whole);

      for (guint j = 0; j < g_list_model_get_n_items (parts); j++)
        {
          g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, j);

          if (part == question)
            return g_strdup_printf ("questions/%s/parts/%s%s", foi_question_get_id (whole), id,
                                    member);
        }
    }
  return g_strdup_printf ("questions/%s%s", id, member);
}

static void
read_answer (FoiComposer *self, FoiQuestion *question)
{
  const char *id = foi_question_get_id (question);
  g_autofree char *block_id = g_strdup_printf ("%s/answer", id);
  g_autofree char *place = dup_place (self, question, "/answer");
  const FoiMarkupSource source = { .id = block_id, .place = place };
  GPtrArray *blocks = foi_markup_to_blocks (foi_question_get_answer (question), &source);

  for (guint i = 0; i < blocks->len; i++)
    {
      const FoiBlock *block = blocks->pdata[i];
      const FoiSpan *span = block->spans != NULL ? &g_array_index (block->spans, FoiSpan, 0) : NULL;

      if (span != NULL && block->spans->len == 1 && (span->flags & FOI_SPAN_PLACEHOLDER) != 0)
        g_hash_table_add (self->lines, g_strdup (span->text));
    }
  g_hash_table_insert (self->answers, g_strdup (id), blocks);
}

/*
 * _foi_composer_plan:
 *
 * Reads all answers, so that a reference may come before what it refers to.
 */
void
_foi_composer_plan (FoiComposer *self)
{
  GPtrArray *questions = foi_brief_get_questions (self->brief);

  for (guint i = 0; i < questions->len; i++)
    {
      FoiQuestion *question = questions->pdata[i];
      GListModel *parts = foi_question_get_parts (question);
      const char *id = foi_question_get_id (question);
      const char *first = NULL;

      read_answer (self, question);
      for (guint j = 0; j < i && first == NULL; j++)
        if (find_leader (self, questions->pdata[j]) == find_leader (self, question))
          first = foi_question_get_id (questions->pdata[j]);
      g_hash_table_insert (self->headings, g_strdup (id), g_strdup (first != NULL ? first : id));
      for (guint j = 0; j < g_list_model_get_n_items (parts); j++)
        {
          g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, j);
          const char *part_id = foi_question_get_id (part);

          read_answer (self, part);
          g_hash_table_insert (self->headings, g_strdup (part_id), g_strdup (part_id));
        }
    }
}

/* ---- setting --------------------------------------------------------------------------------- */

static void
add_heading (FoiComposer *self, GPtrArray *members, guint level)
{
  FoiQuestion *first = members->pdata[0];
  const char *id = foi_question_get_id (first);
  g_autofree char *place = dup_place (self, first, "");
  const FoiScope scope = { .composer = self, .question = first, .members = members };
  FoiBlock *heading = foi_block_new (FOI_BLOCK_HEADING, id, place);

  heading->level = level;
  _foi_scope_add_label (&scope, members->len > 1 ? "questions-heading" : "question-heading",
                        heading, 0);
  g_ptr_array_add (self->letter->blocks, heading);
}

/* The question in the requester's words; under a heading of several each begins with its number. */
static void
add_asked (FoiComposer *self, FoiQuestion *question, gboolean with_number)
{
  const char *id = foi_question_get_id (question);
  g_autofree char *block_id = g_strdup_printf ("%s/asked", id);
  g_autofree char *place = dup_place (self, question, "/text");
  g_autofree char *apart = NULL;
  FoiBlock *asked;

  if (foi_question_get_text (question)[0] == '\0')
    return;
  asked = foi_block_new (FOI_BLOCK_ASKED, block_id, place);
  if (with_number)
    {
      g_autofree char *number = _foi_composer_dup_number (self, question);
      g_autofree char *text = g_strdup_printf ("%s. ", number);

      foi_block_add_span (asked, text, 0, NULL);
    }
  apart = foi_clean_text_apart (foi_question_get_text (question));
  foi_link_add_text (asked, apart, 0);
  g_ptr_array_add (self->letter->blocks, asked);
}

/* The tables of a question that no line of the letter places stand after the answer. */
static void
add_tables (FoiComposer *self, FoiQuestion *question)
{
  g_auto (GStrv) tables = foi_question_dup_tables (question);

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat ("table:", tables[i], NULL);

      if (g_hash_table_contains (self->lines, key) || g_hash_table_contains (self->set, key))
        continue;
      if (foi_brief_find_publication (self->brief, tables[i]) != NULL)
        _foi_composer_add_table (self, tables[i], self->letter->blocks);
      else
        {
          g_autofree char *id = g_strdup_printf ("%s/tables/%u", foi_question_get_id (question),
                                                 i + 1);
          FoiBlock *missing = foi_block_new (FOI_BLOCK_PARAGRAPH, id, NULL);

          foi_block_add_span (missing, key, FOI_SPAN_PLACEHOLDER, NULL);
          g_ptr_array_add (self->letter->blocks, missing);
        }
    }
}

/* A question without an answer that could not be set under another's heading still says where. */
static void
add_see (const FoiScope *scope)
{
  g_auto (GStrv) see = foi_question_dup_see (scope->question);
  const char *id = foi_question_get_id (scope->question);
  g_autofree char *block_id = g_strdup_printf ("%s/see", id);
  g_autofree char *place = dup_place (scope->composer, scope->question, "/answer");
  FoiBlock *block;

  if (see[0] == NULL)
    return;
  block = foi_block_new (FOI_BLOCK_PARAGRAPH, block_id, place);
  _foi_scope_add_label (scope, "see-question", block, 0);
  g_ptr_array_add (scope->composer->letter->blocks, block);
}

/* Below a question of which nothing is said yet. */
static void
add_missing (FoiComposer *self, FoiQuestion *question)
{
  g_autofree char *id = g_strdup_printf ("%s/missing", foi_question_get_id (question));
  g_autofree char *place = dup_place (self, question, "/answer");
  FoiBlock *block = foi_block_new (FOI_BLOCK_PARAGRAPH, id, place);

  foi_block_add_span (block, _("[missing: answer]"), FOI_SPAN_MISSING, NULL);
  g_ptr_array_add (self->letter->blocks, block);
}

static void
add_group (FoiComposer *self, FoiQuestion *leader, GPtrArray *members, guint level)
{
  const char *id = foi_question_get_id (leader);
  g_autofree char *wording_id = g_strdup_printf ("%s/wording", id);
  const FoiScope scope = { .composer = self, .question = leader, .members = members };
  GListModel *parts = foi_question_get_parts (leader);
  GPtrArray *blocks = self->letter->blocks;
  guint n_blocks;

  add_heading (self, members, level);
  for (guint i = 0; i < members->len; i++)
    add_asked (self, members->pdata[i], members->len > 1);
  n_blocks = blocks->len;
  _foi_scope_add_place (&scope, FOI_PARAGRAPH_BEFORE_ANSWER, wording_id, blocks);
  _foi_composer_add_estimate (self, leader, blocks);
  if (blocks->len == n_blocks && has_no_answer (leader))
    add_see (&scope);
  _foi_composer_place (self, g_hash_table_lookup (self->answers, id), blocks);
  for (guint i = 0; i < members->len; i++)
    add_tables (self, members->pdata[i]);
  _foi_scope_add_place (&scope, FOI_PARAGRAPH_AFTER_ANSWER, wording_id, blocks);
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);
      g_autoptr (GPtrArray) alone = g_ptr_array_new ();

      g_ptr_array_add (alone, part);
      add_group (self, part, alone, level + 1);
    }
  if (blocks->len == n_blocks)
    add_missing (self, leader);
}

/*
 * _foi_composer_add_asked:
 *
 * Restates the questions that the letter is about, without answering them.
 */
void
_foi_composer_add_asked (FoiComposer *self)
{
  GPtrArray *questions = foi_brief_get_questions (self->brief);
  const gboolean some = _foi_composer_concerns_any (self);

  for (guint i = 0; i < questions->len; i++)
    if (!some || _foi_composer_concerns (self, questions->pdata[i]))
      add_asked (self, questions->pdata[i], questions->len > 1);
}

/* Of a letter about some of the questions, when no question is one of them. */
static void
add_missing_questions (FoiComposer *self)
{
  FoiBlock *block = foi_block_new (FOI_BLOCK_PARAGRAPH, "questions/missing", "request");

  foi_block_add_span (block, _("[missing: a question that this letter is about]"), FOI_SPAN_MISSING,
                      NULL);
  g_ptr_array_add (self->letter->blocks, block);
}

/*
 * _foi_composer_add_questions:
 *
 * Adds every question with its answer. Questions answered together stand where the first of them
 * would.
 */
void
_foi_composer_add_questions (FoiComposer *self)
{
  GPtrArray *questions = foi_brief_get_questions (self->brief);

  if (!_foi_composer_concerns_any (self))
    add_missing_questions (self);
  for (guint i = 0; i < questions->len; i++)
    {
      FoiQuestion *question = questions->pdata[i];
      const char *id = foi_question_get_id (question);
      g_autoptr (GPtrArray) members = g_ptr_array_new ();

      if (g_strcmp0 (g_hash_table_lookup (self->headings, id), id) != 0
          || !_foi_composer_concerns (self, question))
        continue;
      for (guint j = i; j < questions->len; j++)
        {
          const char *other = foi_question_get_id (questions->pdata[j]);

          if (g_strcmp0 (g_hash_table_lookup (self->headings, other), id) == 0)
            g_ptr_array_add (members, questions->pdata[j]);
        }
      add_group (self, find_leader (self, question), members, 1);
    }
}
