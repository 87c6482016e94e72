/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-composer-facts-private.h"

#include "foi-json-edit.h"
#include "foi-review.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* What one letter alone says, and what it says of the questions as a whole. */

#define POINTS "points"
#define FINDING "finding"

static JsonNode *
get_particulars (const FoiScope *scope)
{
  return foi_json_get_member (scope->composer->node, "particulars");
}

static const char *
get_particular (const FoiScope *scope, const char *name)
{
  return foi_json_get_string (get_particulars (scope), name, "");
}

/* "12.50" is pounds; whatever else was written is left as it is. */
static char *
dup_money (const char *text)
{
  const gsize pounds = strspn (text, "0123456789");
  const char *rest = text + pounds;

  if (pounds > 0
      && (rest[0] == '\0'
          || (rest[0] == '.' && strspn (rest + 1, "0123456789") == 2 && strlen (rest) == 3)))
    return g_strconcat ("£", text, NULL);
  return g_strdup (text);
}

static char *
dup_particular (const FoiScope *scope, const FoiParticular *particular)
{
  const char *text = get_particular (scope, particular->name);
  FoiDate day;

  switch (particular->kind)
    {
    case FOI_PARTICULAR_DATE:
      day = foi_date_from_iso (text);
      return day != FOI_DATE_NONE ? foi_date_to_words (day) : NULL;
    case FOI_PARTICULAR_MONEY:
      return dup_money (text);
    case FOI_PARTICULAR_TEXT:
    case FOI_PARTICULAR_WORDS:
    case FOI_PARTICULAR_DECISION:
    default:
      return g_strdup (text);
    }
}

/* "2 and 4": the questions that a letter about some of them is not about. */
static char *
dup_others (FoiComposer *self)
{
  GPtrArray *questions = foi_brief_get_questions (self->brief);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < questions->len; i++)
    {
      FoiQuestion *question = questions->pdata[i];

      if (!_foi_composer_concerns (self, question))
        g_ptr_array_add (numbers, _foi_composer_dup_number (self, question));
    }
  if (!_foi_composer_concerns_any (self) || numbers->len == 0)
    return NULL;
  return _foi_composer_join (numbers);
}

/*
 * _foi_composer_concerns:
 *
 * Returns: whether the letter is about the question: whole, or in a part of it.
 */
gboolean
_foi_composer_concerns (FoiComposer *self, FoiQuestion *question)
{
  const char *outcome = self->kind->outcome;
  GListModel *parts = foi_question_get_parts (question);

  if (outcome == NULL
      || g_str_equal (foi_outcome_to_name (foi_question_get_outcome (question)), outcome))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);

      if (g_str_equal (foi_outcome_to_name (foi_question_get_outcome (part)), outcome))
        return TRUE;
    }
  return FALSE;
}

/*
 * _foi_composer_concerns_any:
 *
 * Returns: whether the letter is about a question of the case; one about all of them always is.
 */
gboolean
_foi_composer_concerns_any (FoiComposer *self)
{
  GPtrArray *questions = foi_brief_get_questions (self->brief);

  for (guint i = 0; i < questions->len; i++)
    if (_foi_composer_concerns (self, questions->pdata[i]))
      return TRUE;
  return self->kind->outcome == NULL;
}

/*
 * _foi_scope_dup_particular_gap:
 *
 * Returns: (transfer full) (nullable): the text of a gap that only this letter fills.
 */
char *
_foi_scope_dup_particular_gap (const FoiScope *scope, const char *name)
{
  const FoiParticular *particular = foi_particular_find (name);

  if (g_str_equal (name, "others"))
    return dup_others (scope->composer);
  if (g_str_equal (name, POINTS))
    return foi_review_get_n_points (get_particulars (scope)) > 0 ? g_strdup (POINTS) : NULL;
  if (scope->point > 0 && (g_str_equal (name, FINDING) || g_str_equal (name, "decision")))
    return NULL;
  return particular != NULL ? dup_particular (scope, particular) : NULL;
}

/* The one gap that is all that a text has, or NULL. */
static char *
dup_only_gap (const char *text)
{
  gsize begin, end;

  if (!foi_gap_find_next (text, &begin, &end) || begin != 1 || text[end + 1] != '\0')
    return NULL;
  return g_strndup (text + begin, end - begin);
}

/* Why a point is decided as it is. */
static const char *
find_finding (const FoiScope *scope, char **place)
{
  FoiReviewPoint point;

  foi_review_get_point (get_particulars (scope), scope->point - 1, &point);
  if (point.finding[strspn (point.finding, " \t\r\n")] == '\0')
    return NULL;
  *place = g_strdup_printf ("letters/%s/particulars/points/#%u/finding",
                            scope->composer->letter->id, scope->point - 1);
  return point.finding;
}

/*
 * _foi_scope_add_points:
 * @text: of a paragraph
 * @id: with what the ids of the blocks begin
 * @out: (element-type FoiBlock): what the points are added to
 *
 * Where all that the paragraph says are the points of a review, adds what is said of each of them,
 * which stands in a place of its own.
 *
 * Returns: whether it is such a paragraph.
 */
gboolean
_foi_scope_add_points (const FoiScope *scope, const char *text, const char *id, GPtrArray *out)
{
  g_autofree char *name = dup_only_gap (text);
  const guint n = foi_review_get_n_points (get_particulars (scope));

  if (name == NULL || !g_str_equal (name, POINTS) || n == 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *prefix = g_strdup_printf ("%s/point/%u", id, i + 1);
      FoiScope narrower = *scope;
      FoiReviewPoint point;

      foi_review_get_point (get_particulars (scope), i, &point);
      narrower.point = i + 1;
      narrower.question = foi_brief_find_question (scope->composer->brief, point.question);
      _foi_scope_add_place (&narrower, FOI_PARAGRAPH_POINT, prefix, out);
    }
  return TRUE;
}

/*
 * _foi_scope_find_words:
 * @text: of a paragraph
 * @place: (out): where they are edited
 *
 * Returns: (nullable): what an officer wrote for this letter in the markup of answers, where that
 *   is all that the paragraph says: it can have paragraphs and lists of its own.
 */
const char *
_foi_scope_find_words (const FoiScope *scope, const char *text, char **place)
{
  g_autofree char *name = dup_only_gap (text);
  const FoiParticular *particular;
  const char *words;

  if (name == NULL)
    return NULL;
  if (scope->point > 0 && g_str_equal (name, FINDING))
    return find_finding (scope, place);
  particular = foi_particular_find (name);
  if (particular == NULL || particular->kind != FOI_PARTICULAR_WORDS)
    return NULL;
  words = get_particular (scope, name);
  if (words[strspn (words, " \t\r\n")] == '\0')
    return NULL;
  *place = g_strdup_printf ("letters/%s/particulars/%s", scope->composer->letter->id, name);
  return words;
}

/*
 * _foi_scope_has_decision:
 * @decision: "upheld"
 *
 * Returns: whether that is the outcome of the review, or of its point.
 */
gboolean
_foi_scope_has_decision (const FoiScope *scope, const char *decision)
{
  FoiReviewPoint point;

  if (scope->point == 0)
    return g_str_equal (foi_review_get_decision (get_particulars (scope)), decision);
  foi_review_get_point (get_particulars (scope), scope->point - 1, &point);
  return g_str_equal (point.decision, decision);
}
