/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-wording-private.h"

#include "foi-composer-facts-private.h"

#include "foi-json-edit.h"
#include "foi-markup.h"
#include "foi-offer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static gboolean
is_any_disclosed (FoiComposer *self)
{
  GPtrArray *questions = foi_brief_get_questions (self->brief);

  for (guint i = 0; i < questions->len; i++)
    {
      FoiOutcome outcome = foi_question_get_outcome (questions->pdata[i]);

      if (outcome == FOI_OUTCOME_DISCLOSED || outcome == FOI_OUTCOME_PART)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_refusal (FoiQuestion *question)
{
  const FoiOutcome outcome = foi_question_get_outcome (question);

  return outcome == FOI_OUTCOME_PART || outcome == FOI_OUTCOME_REFUSED
         || outcome == FOI_OUTCOME_NEITHER;
}

static gboolean
is_any_refused (FoiComposer *self)
{
  GPtrArray *questions = foi_brief_get_questions (self->brief);

  for (guint i = 0; i < questions->len; i++)
    if (is_refusal (questions->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Refused for the reasons given under another question, in words of its own or none. */
static gboolean
is_by_reference (FoiQuestion *question)
{
  g_auto (GStrv) see = foi_question_dup_see (question);

  return foi_question_get_outcome (question) == FOI_OUTCOME_REFUSED && see != NULL && see[0] != NULL
         && foi_json_get_n_elements (foi_question_get_grounds (question)) == 0;
}

static const char *
get_ground_kind (const FoiScope *scope)
{
  const char *kind = foi_json_get_string (_foi_scope_get_ground_rule (scope, NULL), "kind", NULL);

  return foi_json_get_string (scope->ground, "kind", kind);
}

static const char *
get_balance (const FoiScope *scope)
{
  JsonNode *authority = foi_brief_get_authority (scope->composer->brief);
  JsonNode *limb = NULL;
  JsonNode *rule = _foi_scope_get_ground_rule (scope, &limb);

  return foi_ground_rule_get_balance (rule, limb, foi_json_get_string (authority, "type", NULL));
}

static gboolean
holds (const FoiScope *scope, const FoiCondition *condition)
{
  FoiComposer *composer = scope->composer;
  FoiQuestion *question = scope->question;

  switch (condition->kind)
    {
    case FOI_CONDITION_HAS:
      {
        g_autofree char *text = _foi_scope_dup_gap (scope, condition->name);

        return text != NULL;
      }
    case FOI_CONDITION_GROUND:
      return scope->ground != NULL && g_strcmp0 (get_ground_kind (scope), condition->name) == 0;
    case FOI_CONDITION_BALANCE:
      return scope->ground != NULL && g_str_equal (get_balance (scope), condition->name);
    case FOI_CONDITION_OUTCOME:
      return question != NULL
             && g_str_equal (foi_outcome_to_name (foi_question_get_outcome (question)),
                             condition->name);
    case FOI_CONDITION_HELD:
      return question != NULL
             && g_str_equal (foi_held_to_name (foi_question_get_held (question)), condition->name);
    case FOI_CONDITION_MARK:
      return scope->table != NULL && _foi_composer_has_mark (composer, scope->table,
                                                               condition->name);
    case FOI_CONDITION_SEVERAL_QUESTIONS:
      return foi_brief_get_questions (composer->brief)->len > 1;
    case FOI_CONDITION_NO_WORDS:
      return question != NULL && !_foi_composer_answer_has_words (composer, question);
    case FOI_CONDITION_BY_REFERENCE:
      return question != NULL && is_by_reference (question);
    case FOI_CONDITION_REFERENCE_PLACED:
      return question != NULL && _foi_composer_answer_refers (composer, question);
    case FOI_CONDITION_SAYS:
      return question != NULL && _foi_composer_answer_says (composer, question, condition->name);
    case FOI_CONDITION_ANNEX:
      return scope->table != NULL && _foi_composer_is_annex (scope->table);
    case FOI_CONDITION_ANY_DISCLOSED:
      return is_any_disclosed (composer);
    case FOI_CONDITION_ANY_REFUSED:
      return is_any_refused (composer);
    case FOI_CONDITION_DECISION:
      return _foi_scope_has_decision (scope, condition->name);
    case FOI_CONDITION_ANSWERED_LATE:
      return _foi_composer_is_answered_late (composer);
    default:
      g_assert_not_reached ();
    }
}

/*
 * _foi_scope_holds:
 *
 * Returns: whether the condition of a paragraph holds in this place of the letter.
 */
gboolean
_foi_scope_holds (const FoiScope *scope, const FoiCondition *condition)
{
  return holds (scope, condition) != condition->negated;
}

/* This letter's own words win over the authority's, which win over the rules'. */
static const char *
find_rewording (FoiComposer *self, const char *id)
{
  const char *text = foi_json_get_string (self->authority_wording, id, NULL);

  return foi_json_get_string (self->letter_wording, id, text);
}

/*
 * A paragraph that is reworded no longer needs what the authority's profile would have put into its
 * gaps, so whether the profile has it does not decide whether the paragraph is printed.
 */
static gboolean
is_about_profile (const FoiCondition *condition)
{
  return condition->kind == FOI_CONDITION_HAS && !condition->negated
         && condition->scope == FOI_GAP_AUTHORITY;
}

static gboolean
fits (const FoiScope *scope, const FoiParagraph *paragraph, gboolean is_reworded)
{
  if (!foi_paragraph_is_for (paragraph, scope->composer->type, scope->composer->date))
    return FALSE;
  for (guint i = 0; i < paragraph->conditions->len; i++)
    {
      const FoiCondition *condition = &g_array_index (paragraph->conditions, FoiCondition, i);

      if (!(is_reworded && is_about_profile (condition)) && !_foi_scope_holds (scope, condition))
        return FALSE;
    }
  return TRUE;
}

/*
 * _foi_scope_find_paragraph:
 * @first: the first paragraph with some id
 * @is_reworded: whether the rules' own words do not count
 *
 * Returns: (nullable): the paragraph of that id that is due in this place of the letter.
 */
const FoiParagraph *
_foi_scope_find_paragraph (const FoiScope *scope, GPtrArray *paragraphs, guint first,
                           gboolean is_reworded)
{
  for (guint i = first; foi_rules_has_same_id (paragraphs, first, i); i++)
    if (fits (scope, paragraphs->pdata[i], is_reworded))
      return paragraphs->pdata[i];
  return NULL;
}

/* The text of the paragraph called like the one at @first; NULL where it is not printed here. */
static const char *
find_text (const FoiScope *scope, GPtrArray *paragraphs, guint first)
{
  const FoiParagraph *named = paragraphs->pdata[first];
  const char *rewording = find_rewording (scope->composer, named->id);
  const FoiParagraph *paragraph = _foi_scope_find_paragraph (scope, paragraphs, first,
                                                             rewording != NULL);
  const char *text;

  if (paragraph == NULL)
    return NULL;
  text = rewording != NULL ? rewording : paragraph->text;
  return text[strspn (text, " \t\n")] != '\0' ? text : NULL;
}

/*
 * _foi_scope_dup_blocks:
 * @paragraph: its id
 * @id: with what the ids of its blocks begin
 * @text: its text
 *
 * Returns: (transfer full) (element-type FoiBlock): the paragraph with its gaps filled.
 */
GPtrArray *
_foi_scope_dup_blocks (const FoiScope *scope, const char *paragraph, const char *id,
                       const char *text)
{
  g_autofree char *prefix = g_strconcat (id, "/", paragraph, NULL);
  g_autofree char *place = g_strconcat ("wording/", paragraph, NULL);
  const FoiMarkupSource source = {
    .id = prefix, .place = place, .fill = _foi_scope_fill_gap, .user_data = (gpointer) scope,
  };

  return foi_markup_to_blocks (text, &source);
}

static gboolean
is_first_of_its_id (GPtrArray *paragraphs, guint index)
{
  return index == 0 || !foi_rules_has_same_id (paragraphs, index, index - 1);
}

static gboolean
is_per_ground (GPtrArray *paragraphs, guint first)
{
  for (guint i = first; foi_rules_has_same_id (paragraphs, first, i); i++)
    if (((FoiParagraph *) paragraphs->pdata[i])->per_ground)
      return TRUE;
  return FALSE;
}

static gboolean
explains_mark (const FoiParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->conditions->len; i++)
    if (g_array_index (paragraph->conditions, FoiCondition, i).kind == FOI_CONDITION_MARK)
      return TRUE;
  return FALSE;
}

static void
add_paragraph (const FoiScope *scope, GPtrArray *paragraphs, guint index, const char *id,
               GPtrArray *out)
{
  const FoiParagraph *paragraph = paragraphs->pdata[index];
  const char *text = find_text (scope, paragraphs, index);

  if (text != NULL && !_foi_scope_add_points (scope, text, id, out))
    {
      g_autofree char *prefix = g_strconcat (id, "/", paragraph->id, NULL);
      g_autofree char *place = NULL;
      const char *words = _foi_scope_find_words (scope, text, &place);
      const FoiMarkupSource source = { .id = prefix, .place = place };
      g_autoptr (GPtrArray) blocks
        = words != NULL ? foi_markup_to_blocks (words, &source)
                        : _foi_scope_dup_blocks (scope, paragraph->id, id, text);

      _foi_composer_place (scope->composer, blocks, out);
    }
}

/* The paragraphs of one ground together, then those of the next. */
static void
add_for_grounds (const FoiScope *scope, GPtrArray *paragraphs, GArray *indices, const char *id,
                 GPtrArray *out)
{
  JsonNode *grounds = scope->question != NULL ? foi_question_get_grounds (scope->question) : NULL;

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      g_autofree char *prefix = g_strdup_printf ("%s/ground/%u", id, i + 1);
      FoiScope narrower = *scope;

      narrower.ground = foi_json_get_element (grounds, i);
      for (guint j = 0; j < indices->len; j++)
        add_paragraph (&narrower, paragraphs, g_array_index (indices, guint, j), prefix, out);
    }
  g_array_set_size (indices, 0);
}

/*
 * _foi_scope_add_place:
 * @place: a place in the letter
 * @id: with what the ids of the blocks begin
 * @out: (element-type FoiBlock): what the paragraphs are added to
 *
 * Adds the paragraphs that stand in this place, in the order of the rules.
 */
void
_foi_scope_add_place (const FoiScope *scope, FoiParagraphPlace place, const char *id,
                      GPtrArray *out)
{
  GPtrArray *paragraphs = foi_rules_get_paragraphs (scope->composer->rules,
                                                    _foi_scope_get_regime (scope));
  g_autoptr (GArray) of_grounds = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; paragraphs != NULL && i < paragraphs->len; i++)
    {
      const FoiParagraph *paragraph = paragraphs->pdata[i];

      if (paragraph->place != place || !is_first_of_its_id (paragraphs, i)
          || (place == FOI_PARAGRAPH_TABLE && explains_mark (paragraph) != scope->small_print))
        continue;
      if (is_per_ground (paragraphs, i))
        g_array_append_val (of_grounds, i);
      else
        {
          add_for_grounds (scope, paragraphs, of_grounds, id, out);
          add_paragraph (scope, paragraphs, i, id, out);
        }
    }
  if (paragraphs != NULL)
    add_for_grounds (scope, paragraphs, of_grounds, id, out);
}

/*
 * _foi_scope_add_label:
 * @label: a paragraph of the place "label"
 * @block: what its words are added to
 * @flags: their manner
 *
 * Adds words of the rules inside a block; where the rules lack them, a mark that says so.
 */
void
_foi_scope_add_label (const FoiScope *scope, const char *label, FoiBlock *block, FoiSpanFlags flags)
{
  GPtrArray *paragraphs = foi_rules_get_paragraphs (scope->composer->rules,
                                                    _foi_scope_get_regime (scope));
  const char *text = find_rewording (scope->composer, label);
  g_autoptr (GPtrArray) blocks = NULL;
  const FoiBlock *first;

  for (guint i = 0; text == NULL && paragraphs != NULL && i < paragraphs->len; i++)
    {
      const FoiParagraph *paragraph = paragraphs->pdata[i];

      if (paragraph->place == FOI_PARAGRAPH_LABEL && g_str_equal (paragraph->id, label))
        text = paragraph->text;
    }
  if (text == NULL)
    {
      /* Translators: stands in a letter where a thing should be that is not there. */
      g_autofree char *missing = g_strdup_printf (_("[missing: %s]"), label);

      foi_block_add_span (block, missing, flags | FOI_SPAN_MISSING, NULL);
      return;
    }
  blocks = _foi_scope_dup_blocks (scope, label, "label", text);
  first = blocks->len > 0 ? blocks->pdata[0] : NULL;
  for (guint i = 0; first != NULL && first->spans != NULL && i < first->spans->len; i++)
    {
      const FoiSpan *span = &g_array_index (first->spans, FoiSpan, i);

      foi_block_add_span (block, span->text, span->flags | flags, span->target);
    }
}

/*
 * _foi_composer_dup_label:
 * @label: a paragraph of the place "label"
 * @number: (nullable): what {number} stands for
 *
 * Returns: (transfer full): its words, "Table 1".
 */
char *
_foi_composer_dup_label (FoiComposer *self, const char *label, const char *number)
{
  const FoiScope scope = { .composer = self, .number = number };
  g_autoptr (FoiBlock) block = foi_block_new (FOI_BLOCK_PARAGRAPH, label, NULL);

  _foi_scope_add_label (&scope, label, block, 0);
  return foi_block_dup_text (block);
}
