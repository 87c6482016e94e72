/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-composer-facts-private.h"

#include "foi-clean-text.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-link.h"
#include "foi-markup.h"
#include "foi-number.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Where the text of a gap stands in the case or in the rules. */
typedef enum
{
  IN_AUTHORITY,
  IN_REVIEW,
  IN_LICENCE,
  IN_REGULATOR,
  IN_REQUEST,
  IN_REQUESTER,
  IN_QUESTION,
  IN_PERIOD,
  IN_ESTIMATE,
} Whereabouts;

static const struct
{
  const char *gap;
  Whereabouts where;
  const char *key;
} text_gaps[] = {
  { "authority", IN_AUTHORITY, "name" },
  { "team", IN_AUTHORITY, "team" },
  { "email", IN_AUTHORITY, "email" },
  { "phone", IN_AUTHORITY, "phone" },
  { "web", IN_AUTHORITY, "web" },
  { "disclosure_log", IN_AUTHORITY, "disclosure_log" },
  { "review_who", IN_REVIEW, "who" },
  { "review_email", IN_REVIEW, "email" },
  { "licence", IN_LICENCE, "name" },
  { "licence_url", IN_LICENCE, "url" },
  { "regulator", IN_REGULATOR, "name" },
  { "regulator_office", IN_REGULATOR, "office" },
  { "regulator_email", IN_REGULATOR, "email" },
  { "regulator_phone", IN_REGULATOR, "phone" },
  { "regulator_web", IN_REGULATOR, "web" },
  { "preamble", IN_REQUEST, "preamble" },
  { "requester_name", IN_REQUESTER, "name" },
  { "fallback", IN_QUESTION, "fallback" },
  { "searched", IN_QUESTION, "searched" },
  { "may_hold", IN_QUESTION, "may_hold" },
  { "period_gap", IN_PERIOD, "gap" },
  { "advice", IN_ESTIMATE, "advice" },
};

static JsonNode *
get_question_node (const FoiScope *scope)
{
  return scope->question != NULL ? foi_question_get_node (scope->question) : NULL;
}

static JsonNode *
find_node (const FoiScope *scope, Whereabouts where)
{
  FoiComposer *composer = scope->composer;
  JsonNode *authority = foi_brief_get_authority (composer->brief);
  JsonNode *request = foi_brief_get_request (composer->brief);

  switch (where)
    {
    case IN_AUTHORITY:
      return authority;
    case IN_REVIEW:
      return foi_json_get_member (authority, "review");
    case IN_LICENCE:
      return foi_json_get_member (authority, "licence");
    case IN_REGULATOR:
      return foi_rules_find_regulator (composer->rules, _foi_scope_get_regime (scope),
                                       composer->date);
    case IN_REQUEST:
      return request;
    case IN_REQUESTER:
      return foi_json_get_member (request, "requester");
    case IN_QUESTION:
      return get_question_node (scope);
    case IN_PERIOD:
      return foi_json_get_member (get_question_node (scope), "period_answered");
    case IN_ESTIMATE:
      return foi_json_get_member (get_question_node (scope), "estimate");
    default:
      g_assert_not_reached ();
    }
}

/*
 * _foi_scope_get_regime:
 *
 * Returns: the regime that a paragraph is about: the ground's, the question's, or the case's.
 */
const char *
_foi_scope_get_regime (const FoiScope *scope)
{
  const char *regime = foi_json_get_string (scope->ground, "act", NULL);

  if (regime == NULL && scope->question != NULL)
    regime = foi_question_get_regime (scope->question);
  return regime != NULL ? regime : foi_brief_get_regime (scope->composer->brief);
}

/*
 * _foi_composer_join:
 * @texts: (element-type utf8): names or numbers
 *
 * Returns: (transfer full): them in a sentence: "2, 4 and 5".
 */
char *
_foi_composer_join (GPtrArray *texts)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      if (i > 0)
        /* Translators: between the members of a list in a sentence, and before the last of them. */
        g_string_append (out, i + 1 == texts->len ? _(" and ") : _(", "));
      g_string_append (out, texts->pdata[i]);
    }
  return g_string_free (out, FALSE);
}

static char *
join_strings (JsonNode *array, const char *separator)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (array); i++)
    {
      JsonNode *element = foi_json_get_element (array, i);

      if (!foi_json_is_string (element))
        continue;
      if (out->len > 0)
        g_string_append (out, separator);
      g_string_append (out, json_node_get_string (element));
    }
  return g_string_free (out, FALSE);
}

/*
 * _foi_composer_dup_number:
 *
 * Returns: (transfer full): the number under which the letter shows a question: its own, or its
 *   position where nobody gave it one.
 */
char *
_foi_composer_dup_number (FoiComposer *self, FoiQuestion *question)
{
  const char *number = foi_question_get_number (question);
  GPtrArray *questions = foi_brief_get_questions (self->brief);

  if (number[0] != '\0')
    return g_strdup (number);
  for (guint i = 0; i < questions->len; i++)
    if (questions->pdata[i] == question)
      return g_strdup_printf ("%u", i + 1);
  return g_strdup (foi_question_get_id (question));
}

/* A day, a month or a year as the case writes it, in the words of a letter. */
static char *
period_end_to_words (const char *text)
{
  g_autofree char *first_day = g_strconcat (text, "-01", NULL);
  FoiDate day = foi_date_from_iso (text);
  FoiDate month = foi_date_from_iso (first_day);
  int year, number;

  if (day != FOI_DATE_NONE)
    return foi_date_to_words (day);
  if (month == FOI_DATE_NONE)
    return g_strdup (text);
  foi_date_to_ymd (month, &year, &number, NULL);
  /* Translators: the name of a month and its year. */
  return g_strdup_printf (_("%s %d"), foi_month_name (number), year);
}

/*
 * _foi_composer_dup_period_end:
 * @period: (nullable): an object
 * @key: "from" or "to"
 *
 * Returns: (transfer full) (nullable): that end of the period in words.
 */
char *
_foi_composer_dup_period_end (JsonNode *period, const char *key)
{
  const char *text = foi_json_get_string (period, key, "");

  return text[0] != '\0' ? period_end_to_words (text) : NULL;
}

static char *
dup_period_answered (const FoiScope *scope)
{
  JsonNode *period = find_node (scope, IN_PERIOD);
  g_autofree char *from = _foi_composer_dup_period_end (period, "from");
  g_autofree char *to = _foi_composer_dup_period_end (period, "to");

  if (from == NULL)
    return g_steal_pointer (&to);
  if (to == NULL || g_str_equal (from, to))
    return g_steal_pointer (&from);
  /* Translators: a period, from the first to the last year, month or day. */
  return g_strdup_printf (_("%s to %s"), from, to);
}

static char *
dup_date (FoiDate date)
{
  return date != FOI_DATE_NONE ? foi_date_to_words (date) : NULL;
}

static char *
dup_letter_date (const FoiScope *scope)
{
  return dup_date (scope->composer->date);
}

static char *
dup_received (const FoiScope *scope)
{
  return dup_date (foi_brief_get_received (scope->composer->brief));
}

static char *
dup_reference (const FoiScope *scope)
{
  return g_strdup (foi_brief_get_reference (scope->composer->brief));
}

static char *
dup_subject (const FoiScope *scope)
{
  return g_strdup (foi_brief_get_subject (scope->composer->brief));
}

static char *
dup_act (const FoiScope *scope)
{
  return g_strdup (foi_rules_get_act_title (scope->composer->rules, _foi_scope_get_regime (scope)));
}

static char *
dup_act_short (const FoiScope *scope)
{
  return g_strdup (foi_rules_get_act_short (scope->composer->rules, _foi_scope_get_regime (scope)));
}

static char *
dup_salutation (const FoiScope *scope)
{
  JsonNode *requester = find_node (scope, IN_REQUESTER);
  const char *salutation = foi_json_get_string (requester, "salutation", "");

  if (salutation[0] == '\0')
    salutation = foi_json_get_string (requester, "name", "");
  return g_strdup (salutation);
}

static char *
dup_qualified_person (const FoiScope *scope)
{
  JsonNode *person = foi_json_get_member (find_node (scope, IN_AUTHORITY), "qualified_person");
  const char *name = foi_json_get_string (person, "name", "");
  const char *role = foi_json_get_string (person, "role", "");

  if (name[0] == '\0' || role[0] == '\0')
    return g_strdup (name[0] == '\0' ? role : name);
  return g_strdup_printf ("%s, %s", name, role);
}

static char *
dup_regulator_address (const FoiScope *scope)
{
  JsonNode *regulator = find_node (scope, IN_REGULATOR);

  return join_strings (foi_json_get_member (regulator, "address"), ", ");
}

static char *
dup_attachments (const FoiScope *scope)
{
  JsonNode *attachments = foi_brief_get_attachments (scope->composer->brief);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < foi_json_get_n_elements (attachments); i++)
    {
      const char *name = foi_json_get_string (foi_json_get_element (attachments, i), "name", "");

      if (name[0] != '\0')
        g_ptr_array_add (names, (gpointer) name);
    }
  return _foi_composer_join (names);
}

static char *
dup_number (const FoiScope *scope)
{
  if (scope->number != NULL)
    return g_strdup (scope->number);
  return scope->question != NULL ? _foi_composer_dup_number (scope->composer, scope->question)
                                 : NULL;
}

static char *
dup_numbers (const FoiScope *scope)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; scope->members != NULL && i < scope->members->len; i++)
    g_ptr_array_add (numbers, _foi_composer_dup_number (scope->composer, scope->members->pdata[i]));
  return numbers->len > 0 ? _foi_composer_join (numbers) : dup_number (scope);
}

/* The ids of the questions that {question} stands for. */
static GStrv
dup_see (const FoiScope *scope)
{
  const char *const one[] = { scope->see, NULL };

  if (scope->see != NULL || scope->question == NULL)
    return g_strdupv ((GStrv) one);
  return foi_question_dup_see (scope->question);
}

/* What {question} leads to; its text is filled in as a live reference. */
static char *
dup_question (const FoiScope *scope)
{
  g_auto (GStrv) see = dup_see (scope);

  return g_strdup (see[0]);
}

static char *
dup_extended_to (const FoiScope *scope)
{
  JsonNode *particulars = foi_json_get_member (scope->composer->node, "particulars");
  JsonNode *events = foi_brief_get_events (scope->composer->brief);
  const char *id = scope->question != NULL ? foi_question_get_id (scope->question) : "";
  FoiDate until = foi_date_from_iso (foi_json_get_string (particulars, "until", NULL));

  if (until != FOI_DATE_NONE)
    return dup_date (until);
  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    {
      JsonNode *event = foi_json_get_element (events, i);
      const char *question = foi_json_get_string (event, "question", NULL);

      if (g_strcmp0 (foi_json_get_string (event, "type", NULL), "extended") == 0
          && (question == NULL || g_str_equal (question, id)))
        until = foi_date_from_iso (foi_json_get_string (event, "until", NULL));
    }
  return dup_date (until);
}

/* What a ground is said of, before it is said more closely. */
static char *
dup_withheld (const FoiScope *scope)
{
  const gboolean is_part
    = scope->question != NULL && foi_question_get_outcome (scope->question) == FOI_OUTCOME_PART;

  return _foi_composer_dup_label (scope->composer, is_part ? "withheld-part" : "withheld-all",
                                  NULL);
}

static char *
dup_table (const FoiScope *scope)
{
  return scope->table != NULL ? g_strdup (foi_publication_get_title (scope->table)) : NULL;
}

static char *
dup_rows (const FoiScope *scope)
{
  if (scope->table == NULL)
    return NULL;
  return foi_number_to_words (foi_publication_get_n_rows (scope->table), 0);
}

/* Said only where they are why the table cannot be set in the letter. */
static char *
dup_columns (const FoiScope *scope)
{
  if (scope->table == NULL || !foi_publication_is_too_wide (scope->table))
    return NULL;
  return foi_number_to_words (foi_publication_get_n_columns (scope->table), 0);
}

static char *
dup_file (const FoiScope *scope)
{
  if (scope->table == NULL)
    return NULL;
  return g_strconcat (foi_publication_get_name (scope->table), ".csv", NULL);
}

/* The day of the letter that this one takes the place of: the last of its type before it that was
 * sent. */
static char *
dup_replaced_date (const FoiScope *scope)
{
  FoiBrief *brief = scope->composer->brief;
  JsonNode *letters = foi_brief_get_letters (brief);
  const char *day = NULL;

  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);
      JsonNode *issued;

      if (letter == scope->composer->node)
        return dup_date (foi_date_from_iso (day));
      if (g_strcmp0 (foi_json_get_string (letter, "type", NULL), scope->composer->type) != 0)
        continue;
      issued = foi_issued_find (brief, foi_json_get_string (letter, "id", NULL));
      day = foi_json_get_string (issued, "date", day);
    }
  return NULL;
}

static const struct
{
  const char *gap;
  char *(*dup) (const FoiScope *scope);
} made_gaps[] = {
  { "reference", dup_reference },
  { "subject", dup_subject },
  { "received", dup_received },
  { "date", dup_letter_date },
  { "replaced_date", dup_replaced_date },
  { "act", dup_act },
  { "act_short", dup_act_short },
  { "salutation", dup_salutation },
  { "regulator_address", dup_regulator_address },
  { "qualified_person", dup_qualified_person },
  { "attachments", dup_attachments },
  { "number", dup_number },
  { "numbers", dup_numbers },
  { "question", dup_question },
  { "period_answered", dup_period_answered },
  { "extended_to", dup_extended_to },
  { "withheld", dup_withheld },
  { "table", dup_table },
  { "rows", dup_rows },
  { "columns", dup_columns },
  { "file", dup_file },
};

/* The text of a gap that this file knows; whether it does is @is_known. */
static char *
dup_known_gap (const FoiScope *scope, const char *name, gboolean *is_known)
{
  *is_known = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (text_gaps); i++)
    if (g_str_equal (text_gaps[i].gap, name))
      return g_strdup (foi_json_get_string (find_node (scope, text_gaps[i].where),
                                            text_gaps[i].key, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (made_gaps); i++)
    if (g_str_equal (made_gaps[i].gap, name))
      return made_gaps[i].dup (scope);
  *is_known = FALSE;
  return NULL;
}

/*
 * _foi_scope_dup_gap:
 * @name: a gap of the rules
 *
 * What fills a gap stands in sentences of others: whoever wrote it cannot turn these around.
 *
 * Returns: (transfer full) (nullable): its text, or %NULL where it has none.
 */
char *
_foi_scope_dup_gap (const FoiScope *scope, const char *name)
{
  gboolean is_known;
  g_autofree char *text = dup_known_gap (scope, name, &is_known);
  g_autofree char *clean = NULL;

  if (!is_known)
    text = _foi_scope_dup_ground_gap (scope, name);
  if (!is_known && text == NULL)
    text = _foi_scope_dup_review_gap (scope, name);
  if (!is_known && text == NULL)
    text = _foi_scope_dup_clock_gap (scope, name);
  if (!is_known && text == NULL)
    text = _foi_scope_dup_particular_gap (scope, name);
  clean = text != NULL ? foi_clean_seen (text) : NULL;
  if (clean == NULL || clean[strspn (clean, " \t\n")] == '\0')
    return NULL;
  return g_steal_pointer (&clean);
}

/* "Question 2 and Question 4": each a placeholder, which follows its question's number. */
static void
add_see (const FoiScope *scope, FoiBlock *block, FoiSpanFlags flags)
{
  g_auto (GStrv) see = dup_see (scope);
  guint n_see = g_strv_length (see);

  for (guint i = 0; i < n_see; i++)
    {
      g_autofree char *placeholder = g_strconcat ("question:", see[i], NULL);

      if (i > 0)
        foi_block_add_span (block, i + 1 == n_see ? _(" and ") : _(", "), flags, NULL);
      foi_block_add_span (block, placeholder, flags | FOI_SPAN_PLACEHOLDER, NULL);
    }
}

/* Whether the table has a number in the letter by which it can be called. */
static gboolean
is_set (const FoiScope *scope)
{
  g_autofree char *key = g_strconcat ("table:", foi_publication_get_name (scope->table), NULL);
  const FoiBlock *set = g_hash_table_lookup (scope->composer->set, key);

  return set != NULL && set->kind == FOI_BLOCK_TABLE;
}

/*
 * _foi_scope_fill_gap:
 *
 * A #FoiMarkupGapFunc over a #FoiScope.
 */
gboolean
_foi_scope_fill_gap (const char *name, FoiBlock *block, FoiSpanFlags flags, gpointer user_data)
{
  const FoiScope *scope = user_data;
  g_autofree char *text = _foi_scope_dup_gap (scope, name);

  if (text == NULL)
    return FALSE;
  if (g_str_equal (name, "question"))
    add_see (scope, block, flags);
  else if (g_str_equal (name, "table") && is_set (scope))
    {
      g_autofree char *placeholder
        = g_strconcat ("table:", foi_publication_get_name (scope->table), NULL);

      foi_block_add_span (block, placeholder, flags | FOI_SPAN_PLACEHOLDER, NULL);
    }
  else
    foi_link_add_text (block, text, flags);
  return TRUE;
}
