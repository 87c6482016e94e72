/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-paragraph.h"

#include "foi-json-edit.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* In the place of a type: of every one. */
#define ANY_LETTER "all"

static const char *const place_names[] = {
  [FOI_PARAGRAPH_LABEL] = "label",
  [FOI_PARAGRAPH_SUBJECT] = "subject",
  [FOI_PARAGRAPH_SALUTATION] = "salutation",
  [FOI_PARAGRAPH_OPENING] = "opening",
  [FOI_PARAGRAPH_POINT] = "point",
  [FOI_PARAGRAPH_BEFORE_ANSWER] = "before-answer",
  [FOI_PARAGRAPH_AFTER_ANSWER] = "after-answer",
  [FOI_PARAGRAPH_TABLE] = "table",
  [FOI_PARAGRAPH_AFTER_QUESTIONS] = "after-questions",
  [FOI_PARAGRAPH_CLOSING] = "closing",
  [FOI_PARAGRAPH_SIGN_OFF] = "sign-off",
};

/* All that the program knows of a ground. */
static const char *const ground_kinds[] = {
  "cost", "cost-to-confirm", "vexatious", "repeated", "elsewhere", "future-publication", "class",
  "prejudice", "qualified-person", "environmental", "own-data", "personal-data", "confidence",
  "prohibition", "not-held", "manifestly-unreasonable", "too-general", "unfinished", NULL,
};

static const char *const balances[] = { "absolute", "qualified", NULL };

static const char *const outcomes[] = {
  "open", "disclosed", "part", "refused", "not-held", "neither-confirmed-nor-denied",
  "clarification", "transferred", "extended", NULL,
};

static const char *const helds[] = {
  "not-considered", "yes", "part", "no", "cannot-confirm-within-limit",
  "neither-confirm-nor-deny", NULL,
};

static const char *const decisions[] = { "upheld", "upheld-in-part", "overturned", NULL };

static const char *const marks[] = { "c", "x", "z", "low", NULL };

/* What an officer's own words may say already. */
static const char *const phrases[] = { "not-held", NULL };

/* Conditions with something after a colon (but for has:, whose names are the gaps), and without. */
static const struct
{
  const char *name;
  FoiConditionKind kind;
  const char *const *values;
} condition_names[] = {
  { "ground", FOI_CONDITION_GROUND, ground_kinds },
  { "balance", FOI_CONDITION_BALANCE, balances },
  { "outcome", FOI_CONDITION_OUTCOME, outcomes },
  { "held", FOI_CONDITION_HELD, helds },
  { "mark", FOI_CONDITION_MARK, marks },
  { "several-questions", FOI_CONDITION_SEVERAL_QUESTIONS, NULL },
  { "no-words", FOI_CONDITION_NO_WORDS, NULL },
  { "by-reference", FOI_CONDITION_BY_REFERENCE, NULL },
  { "reference-placed", FOI_CONDITION_REFERENCE_PLACED, NULL },
  { "says", FOI_CONDITION_SAYS, phrases },
  { "annex", FOI_CONDITION_ANNEX, NULL },
  { "any-disclosed", FOI_CONDITION_ANY_DISCLOSED, NULL },
  { "any-refused", FOI_CONDITION_ANY_REFUSED, NULL },
  { "decision", FOI_CONDITION_DECISION, decisions },
  { "answered-late", FOI_CONDITION_ANSWERED_LATE, NULL },
};

static const struct
{
  FoiGapScope scope;
  const char *const names[48];
} gap_names[] = {
  { FOI_GAP_AUTHORITY,
    { "authority", "team", "email", "phone", "web", "review_who", "review_email", "review_by",
      "review_period", "review_days", "regulator", "regulator_office", "regulator_address",
      "regulator_email", "regulator_phone", "regulator_web", "licence", "licence_url",
      "disclosure_log", "qualified_person", NULL } },
  { FOI_GAP_LETTER,
    { "reference", "subject", "received", "date", "replaced_date", "act", "act_short",
      "salutation", "requester_name", "preamble", "attachments", "page", "pages", "due",
      "response_days", "response_law", "extended_days", "lapse_by", "complaint_by",
      "complaint_period", "close_by",
      "answered", "review_asked", "others", "unclear", "options", "fee", "fee_basis",
      "pay_how", "complexity", "volume", "late_reason", "new_date", "reviewer", "complaint",
      "findings", "finding", "points", "released", "decision",
      NULL } },
  { FOI_GAP_QUESTION,
    { "number", "numbers", "question", "period_answered", "period_gap", "advice", "fallback",
      "extended_to", "withheld", "searched", "may_hold", NULL } },
  { FOI_GAP_GROUND,
    { "section", "neither_section", "ground_title", "ground_plain", "harm", "limit", "hours",
      "applies_to", "reason", "public_interest_for", "public_interest_against",
      "public_interest_balance", "source_publisher", "source_title", "source_url", "source_from",
      "source_to", "source_place", "source_missing", "whose", "opinion_by", "opinion_date",
      "personal", "interest",
      "necessity", "weighing", "earlier_reference", "earlier_date", "expected", "estimate_hours",
      "estimate_cost", "estimate_rate", "estimate_assumed", "estimate_pooled",
      "estimate_requests", "estimate_others", NULL } },
  { FOI_GAP_TABLE, { "table", "rows", "columns", "file", NULL } },
};

/**
 * foi_gap_find_scope:
 * @name: what stands between the braces of a gap
 *
 * Returns: what the gap is about; %FOI_GAP_UNKNOWN where there is no such gap.
 */
FoiGapScope
foi_gap_find_scope (const char *name)
{
  g_return_val_if_fail (name != NULL, FOI_GAP_UNKNOWN);

  for (gsize i = 0; i < G_N_ELEMENTS (gap_names); i++)
    if (g_strv_contains (gap_names[i].names, name))
      return gap_names[i].scope;
  return FOI_GAP_UNKNOWN;
}

/**
 * foi_gap_find_next:
 * @text: text of a paragraph
 * @begin: (out): where the name in the next gap begins
 * @end: (out): where it ends, before the brace
 *
 * Returns: whether there is a gap: small letters and underlines in single braces.
 */
gboolean
foi_gap_find_next (const char *text, gsize *begin, gsize *end)
{
  g_return_val_if_fail (text != NULL && begin != NULL && end != NULL, FALSE);

  for (const char *open = strchr (text, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      const char *name = open + 1;
      gsize length = strspn (name, "abcdefghijklmnopqrstuvwxyz_");

      if (length > 0 && name[length] == '}' && (open == text || open[-1] != '{'))
        {
          *begin = (gsize) (name - text);
          *end = *begin + length;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * foi_ground_kind_is_known:
 * @kind: (nullable): a kind of ground
 *
 * Returns: whether the program knows grounds of that kind.
 */
gboolean
foi_ground_kind_is_known (const char *kind)
{
  return kind != NULL && g_strv_contains (ground_kinds, kind);
}

/**
 * foi_paragraph_place_from_name:
 * @name: (nullable): a place as the rules name it
 * @out: (out): the place
 *
 * Returns: whether there is such a place.
 */
gboolean
foi_paragraph_place_from_name (const char *name, FoiParagraphPlace *out)
{
  g_return_val_if_fail (out != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (place_names); i++)
    if (g_strcmp0 (place_names[i], name) == 0)
      {
        *out = (FoiParagraphPlace) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_condition (const char *text, FoiCondition *out)
{
  const char *value;

  out->negated = g_str_has_prefix (text, "not:");
  if (out->negated)
    text += strlen ("not:");
  if (g_str_has_prefix (text, "has:"))
    {
      out->kind = FOI_CONDITION_HAS;
      out->name = text + strlen ("has:");
      out->scope = foi_gap_find_scope (out->name);
      return out->scope != FOI_GAP_UNKNOWN;
    }
  value = strchr (text, ':');
  out->name = value != NULL ? value + 1 : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (condition_names); i++)
    {
      const char *name = condition_names[i].name;
      gsize length = value != NULL ? (gsize) (value - text) : strlen (text);

      if (strlen (name) != length || strncmp (name, text, length) != 0)
        continue;
      out->kind = condition_names[i].kind;
      return condition_names[i].values == NULL
               ? value == NULL
               : value != NULL && g_strv_contains (condition_names[i].values, out->name);
    }
  return FALSE;
}

/* Whether what is printed differs from ground to ground. */
static gboolean
is_condition_of_ground (const FoiCondition *condition)
{
  return condition->kind == FOI_CONDITION_GROUND || condition->kind == FOI_CONDITION_BALANCE
         || (condition->kind == FOI_CONDITION_HAS && condition->scope == FOI_GAP_GROUND);
}

static gboolean
read_conditions (FoiParagraph *self, JsonNode *when, JsonNode **culprit, char **reason)
{
  guint n_conditions = foi_json_get_n_elements (when);

  for (guint i = 0; i < n_conditions; i++)
    {
      JsonNode *element = foi_json_get_element (when, i);
      FoiCondition condition = { 0 };

      if (!foi_json_is_string (element)
          || !parse_condition (json_node_get_string (element), &condition))
        {
          *culprit = element;
          *reason = g_strdup (_("there is no such condition"));
          return FALSE;
        }
      if (is_condition_of_ground (&condition))
        self->per_ground = TRUE;
      g_array_append_val (self->conditions, condition);
    }
  return TRUE;
}

static gboolean
read_gaps (FoiParagraph *self, JsonNode *text, JsonNode **culprit, char **reason)
{
  const char *at = self->text;
  gsize begin, end;

  for (; foi_gap_find_next (at, &begin, &end); at += end)
    {
      g_autofree char *name = g_strndup (at + begin, end - begin);
      FoiGapScope scope = foi_gap_find_scope (name);

      if (scope == FOI_GAP_UNKNOWN)
        {
          *culprit = text;
          /* Translators: the name of a place in a paragraph that is filled in for each letter. */
          *reason = g_strdup_printf (_("there is no gap called “%s”"), name);
          return FALSE;
        }
      if (scope == FOI_GAP_GROUND)
        self->per_ground = TRUE;
    }
  return TRUE;
}

/* A member that is left out gives no date; one that is no date is a fault. */
static gboolean
read_date (JsonNode *node, const char *key, FoiDate *out, JsonNode **culprit, char **reason)
{
  JsonNode *member = foi_json_get_member (node, key);

  *out = foi_date_from_iso (foi_json_get_string (node, key, NULL));
  if (member == NULL || *out != FOI_DATE_NONE)
    return TRUE;
  *culprit = member;
  *reason = g_strdup (_("this is not a date such as 2024-11-27"));
  return FALSE;
}

/**
 * foi_paragraph_new:
 * @node: an object of a rule file's `paragraphs`; must outlive the paragraph
 * @culprit: (out) (transfer none): which part of @node is wrong, if one is
 * @reason: (out) (transfer full): what is wrong with it
 *
 * Reads a paragraph. Its place, conditions and gaps are from closed lists, so that a rule file
 * cannot ask for what no letter can do.
 *
 * Returns: (transfer full) (nullable): the paragraph.
 */
FoiParagraph *
foi_paragraph_new (JsonNode *node, JsonNode **culprit, char **reason)
{
  g_autoptr (FoiParagraph) self = NULL;

  g_return_val_if_fail (node != NULL && culprit != NULL && reason != NULL, NULL);

  self = g_new0 (FoiParagraph, 1);
  self->conditions = g_array_new (FALSE, FALSE, sizeof (FoiCondition));
  self->id = foi_json_get_string (node, "id", NULL);
  self->text = foi_json_get_string (node, "text", NULL);
  self->letters = foi_json_get_member (node, "letters");
  self->law = foi_json_get_string (node, "source", NULL);
  self->own_regime = foi_json_get_member (node, "regime") != NULL;
  *culprit = node;
  if (self->id == NULL || self->text == NULL || !foi_json_is_array (self->letters))
    *reason = g_strdup (_("a paragraph needs an id, a text and the letters it is for"));
  else if (!foi_paragraph_place_from_name (foi_json_get_string (node, "place", NULL),
                                           &self->place))
    *reason = g_strdup (_("a paragraph needs the place where it stands"));
  else if (read_conditions (self, foi_json_get_member (node, "when"), culprit, reason)
           && read_gaps (self, foi_json_get_member (node, "text"), culprit, reason)
           && read_date (node, "from", &self->from, culprit, reason)
           && read_date (node, "to", &self->to, culprit, reason))
    {
      if (self->to == FOI_DATE_NONE || self->from <= self->to)
        return g_steal_pointer (&self);
      *culprit = foi_json_get_member (node, "to");
      *reason = g_strdup (_("this is before the day from which it applies"));
    }
  return NULL;
}

/**
 * foi_paragraph_free:
 * @self: (transfer full): a paragraph
 */
void
foi_paragraph_free (FoiParagraph *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->conditions);
  g_free (self);
}

/**
 * foi_paragraph_is_for:
 * @self: a paragraph
 * @letter: a type of letter, "response"
 * @date: the letter's date; %FOI_DATE_NONE for a draft without one, which takes what holds last
 *
 * Returns: whether the paragraph belongs into such a letter, its conditions aside.
 */
gboolean
foi_paragraph_is_for (const FoiParagraph *self, const char *letter, FoiDate date)
{
  gboolean is_for_letter = FALSE;

  g_return_val_if_fail (self != NULL && letter != NULL, FALSE);

  for (guint i = 0; !is_for_letter && i < foi_json_get_n_elements (self->letters); i++)
    {
      JsonNode *element = foi_json_get_element (self->letters, i);

      is_for_letter = foi_json_is_string (element)
                      && (g_str_equal (json_node_get_string (element), letter)
                          || g_str_equal (json_node_get_string (element), ANY_LETTER));
    }
  if (date == FOI_DATE_NONE)
    return is_for_letter && self->to == FOI_DATE_NONE;
  return is_for_letter && self->from <= date && (self->to == FOI_DATE_NONE || date <= self->to);
}
