/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-offer.h"

/* ---- grounds --------------------------------------------------------------------------------- */

static void
free_ground (FoiCheckGround *ground)
{
  g_free (ground->place);
  g_free (ground);
}

static void
read_grounds (FoiCheck *self, FoiCheckQuestion *question)
{
  JsonNode *grounds = foi_question_get_grounds (question->question);

  question->grounds = g_ptr_array_new_with_free_func ((GDestroyNotify) free_ground);
  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      FoiCheckGround *ground = g_new0 (FoiCheckGround, 1);
      const char *kind;

      ground->node = foi_json_get_element (grounds, i);
      ground->rule = foi_rules_find_ground (
        self->rules, foi_json_get_string (ground->node, "act", question->regime),
        foi_json_get_string (ground->node, "section", NULL));
      ground->limb = foi_ground_rule_find_limb (ground->rule,
                                                foi_json_get_string (ground->node, "limb", NULL));
      kind = foi_ground_rule_get_kind (ground->rule, ground->limb);
      ground->kind = kind[0] != '\0' ? kind : foi_json_get_string (ground->node, "kind", "");
      ground->balance = foi_ground_rule_get_balance (ground->rule, ground->limb, self->authority);
      ground->place = g_strdup_printf ("%s/grounds/#%u", question->place, i);
      g_ptr_array_add (question->grounds, ground);
    }
}

/* ---- texts ----------------------------------------------------------------------------------- */

static FoiCheckText *
add_text (FoiCheck *self, FoiCheckQuestion *question, const char *place, const char *text)
{
  FoiCheckText *added = foi_check_text_new (place, text, self->request);

  g_ptr_array_add (question->texts, added);
  return added;
}

/* A member is a path from the object at @place: "public_interest/for". */
static void
add_member (FoiCheck *self, FoiCheckQuestion *question, JsonNode *node, const char *place,
            const char *member)
{
  g_auto (GStrv) keys = g_strsplit (member, "/", -1);
  g_autofree char *path = g_strdup_printf ("%s/%s", place, member);

  for (guint i = 0; keys[i] != NULL; i++)
    node = foi_json_get_member (node, keys[i]);
  if (foi_json_is_string (node))
    add_text (self, question, path, json_node_get_string (node));
}

static void
read_texts (FoiCheck *self, FoiCheckQuestion *question)
{
  static const char *const of_grounds[] = {
    "reason", "applies_to", "public_interest/for", "public_interest/against",
    "public_interest/balance", "source/missing",
  };
  JsonNode *node = foi_question_get_node (question->question);
  g_autofree char *place = g_strdup_printf ("%s/answer", question->place);

  question->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_check_text_free);
  question->answer = add_text (self, question, place, foi_question_get_answer (question->question));
  for (guint i = 0; i < question->grounds->len; i++)
    {
      const FoiCheckGround *ground = question->grounds->pdata[i];

      for (gsize j = 0; j < G_N_ELEMENTS (of_grounds); j++)
        add_member (self, question, ground->node, ground->place, of_grounds[j]);
    }
  add_member (self, question, node, question->place, "estimate/advice");
  add_member (self, question, node, question->place, "period_answered/gap");
}

/* ---- tables and other questions -------------------------------------------------------------- */

static void
add_table (FoiCheck *self, FoiCheckQuestion *question, const char *name)
{
  FoiPublication *table = foi_brief_find_publication (self->brief, name);

  if (table != NULL && !g_ptr_array_find (question->tables, table, NULL))
    g_ptr_array_add (question->tables, table);
}

static void
read_tables (FoiCheck *self, FoiCheckQuestion *question)
{
  static const char *const openings[] = { "{{table:", "{{chart:" };
  g_auto (GStrv) tables = foi_question_dup_tables (question->question);

  question->tables = g_ptr_array_new ();
  for (guint i = 0; tables[i] != NULL; i++)
    add_table (self, question, tables[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      const char *at = question->answer->raw;

      while ((at = strstr (at, openings[i])) != NULL)
        {
          const char *name = at + strlen (openings[i]);
          g_autofree char *copy = g_strndup (name, strcspn (name, "} \n"));

          add_table (self, question, copy);
          at = name;
        }
    }
}

static void
lead_to (FoiCheckQuestion *question, FoiCheckQuestion *other)
{
  if (other != NULL && other != question && !g_ptr_array_find (question->leads_to, other, NULL))
    g_ptr_array_add (question->leads_to, other);
}

static FoiCheckQuestion *
find_by_number (FoiCheck *self, const char *number)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      if (g_strcmp0 (foi_question_get_number (question->question), number) == 0)
        return question;
    }
  return NULL;
}

/* Refused with no more than "see our answer to Question 2". */
static void
read_typed_references (FoiCheck *self, FoiCheckQuestion *question)
{
  FoiRange sentence = { 0 }, found;

  while (foi_check_words_find_sentence (self->words, "see-question", question->answer->masked,
                                        &sentence, &found))
    {
      g_autofree char *phrase = foi_check_text_dup_words (question->answer, found);
      const char *number = strrchr (phrase, ' ');

      if (number != NULL)
        lead_to (question, find_by_number (self, number + 1));
    }
}

/* A question's placeholder on a line of its own says that the answer is there. */
static void
read_references (FoiCheck *self, FoiCheckQuestion *question)
{
  static const char opening[] = "{{question:";
  g_auto (GStrv) see = foi_question_dup_see (question->question);
  g_auto (GStrv) lines = g_strsplit (question->answer->raw, "\n", -1);

  question->leads_to = g_ptr_array_new ();
  for (guint i = 0; see[i] != NULL; i++)
    lead_to (question, _foi_check_find_question (self, see[i]));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      g_autofree char *id = NULL;

      if (!g_str_has_prefix (line, opening) || !g_str_has_suffix (line, "}}"))
        continue;
      id = g_strndup (line + strlen (opening), strcspn (line + strlen (opening), "}"));
      lead_to (question, _foi_check_find_question (self, id));
    }
  if (question->outcome == FOI_OUTCOME_REFUSED && question->grounds->len == 0)
    read_typed_references (self, question);
}

/* ---- questions ------------------------------------------------------------------------------- */

static void
free_question (FoiCheckQuestion *question)
{
  g_object_unref (question->question);
  g_free (question->name);
  g_free (question->place);
  g_ptr_array_unref (question->grounds);
  g_ptr_array_unref (question->texts);
  g_ptr_array_unref (question->tables);
  g_ptr_array_unref (question->leads_to);
  g_free (question);
}

static void
add_question (FoiCheck *self, FoiQuestion *object, const char *parent)
{
  FoiCheckQuestion *question = g_new0 (FoiCheckQuestion, 1);
  const char *number = foi_question_get_number (object);

  question->question = g_object_ref (object);
  question->id = foi_question_get_id (object);
  /* Translators: %s is the number of a question as the letter has it. */
  question->name = g_strdup_printf (_("Question %s"), number[0] != '\0' ? number : question->id);
  question->place = parent != NULL ? g_strdup_printf ("%s/parts/%s", parent, question->id)
                                   : g_strdup_printf ("questions/%s", question->id);
  question->regime = foi_question_get_regime (object);
  if (question->regime == NULL || question->regime[0] == '\0')
    question->regime = self->regime;
  question->outcome = foi_question_get_outcome (object);
  question->held = foi_question_get_held (object);
  read_grounds (self, question);
  read_texts (self, question);
  read_tables (self, question);
  g_ptr_array_add (self->questions, question);
}

/*
 * _foi_check_read_questions:
 *
 * Reads all questions and parts that have an outcome of their own.
 */
void
_foi_check_read_questions (FoiCheck *self)
{
  GPtrArray *questions = foi_brief_get_questions (self->brief);

  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) free_question);
  for (guint i = 0; i < questions->len; i++)
    {
      GListModel *parts = foi_question_get_parts (questions->pdata[i]);
      guint n_parts = g_list_model_get_n_items (parts);
      g_autofree char *place = g_strconcat ("questions/",
                                            foi_question_get_id (questions->pdata[i]), NULL);

      if (n_parts == 0)
        add_question (self, questions->pdata[i], NULL);
      for (guint j = 0; j < n_parts; j++)
        {
          g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, j);

          add_question (self, part, place);
        }
    }
  for (guint i = 0; i < self->questions->len; i++)
    read_references (self, self->questions->pdata[i]);
}

/*
 * _foi_check_find_question:
 *
 * Returns: (nullable): the question of that id.
 */
FoiCheckQuestion *
_foi_check_find_question (FoiCheck *self, const char *id)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      if (g_strcmp0 (question->id, id) == 0)
        return question;
    }
  return NULL;
}

/*
 * _foi_check_find_ground:
 * @kinds: (array zero-terminated=1): kinds of ground
 *
 * Returns: (nullable): the first ground of the question that is of one of the kinds.
 */
FoiCheckGround *
_foi_check_find_ground (FoiCheckQuestion *question, const char *const *kinds)
{
  for (guint i = 0; i < question->grounds->len; i++)
    {
      FoiCheckGround *ground = question->grounds->pdata[i];

      if (g_strv_contains (kinds, ground->kind))
        return ground;
    }
  return NULL;
}

/*
 * _foi_check_is_refusal:
 *
 * Returns: whether something is refused, so that a notice of it is due.
 */
gboolean
_foi_check_is_refusal (FoiCheckQuestion *question)
{
  return question->outcome == FOI_OUTCOME_REFUSED || question->outcome == FOI_OUTCOME_NEITHER
         || (question->outcome == FOI_OUTCOME_PART && question->grounds->len > 0)
         || (question->outcome == FOI_OUTCOME_EXTENDED && question->grounds->len > 0);
}

/*
 * _foi_check_says:
 * @list: the name of a list of phrases
 *
 * Returns: whether the officer's words in the question have a sentence with one of them.
 */
gboolean
_foi_check_says (FoiCheck *self, FoiCheckQuestion *question, const char *list)
{
  for (guint i = 0; i < question->texts->len; i++)
    {
      const FoiCheckText *text = question->texts->pdata[i];
      FoiRange sentence = { 0 };

      if (foi_check_words_find_sentence (self->words, list, text->masked, &sentence, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_number (const char *text, const char *number)
{
  g_autofree char *escaped = g_regex_escape_string (number, -1);
  g_autofree char *pattern = g_strdup_printf (
    "\\bquestions?\\s+(?:\\w+(?:\\([a-z]\\))?\\s*(?:,|and|to|or|&|-|–)\\s*(?:and\\s+)?)*%s(?!\\w)",
    escaped);

  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

/* "Questions 4 to 6" names 5. */
static gboolean
names_between (const char *text, const char *number)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex = g_regex_new (
    "\\bquestions?\\s+(\\d{1,4})\\s*(?:to|-|–)\\s*(\\d{1,4})", G_REGEX_CASELESS, 0, NULL);
  guint64 wanted = g_ascii_strtoull (number, NULL, 10);

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *first = g_match_info_fetch (match, 1);
      g_autofree char *last = g_match_info_fetch (match, 2);

      if (wanted > g_ascii_strtoull (first, NULL, 10)
          && wanted < g_ascii_strtoull (last, NULL, 10))
        return TRUE;
    }
  return FALSE;
}

/*
 * _foi_check_names:
 * @other: another question
 *
 * Returns: whether the words of @question name @other, as "Questions 4 and 5" do.
 */
gboolean
_foi_check_names (FoiCheckQuestion *question, FoiCheckQuestion *other)
{
  const char *number = foi_question_get_number (other->question);
  g_autofree char *placeholder = g_strdup_printf ("{{question:%s}}", other->id);

  for (guint i = 0; i < question->texts->len; i++)
    {
      const FoiCheckText *text = question->texts->pdata[i];

      if (strstr (text->raw, placeholder) != NULL
          || (number[0] != '\0'
              && (names_number (text->masked, number) || names_between (text->masked, number))))
        return TRUE;
    }
  return FALSE;
}

/*
 * _foi_check_cites:
 * @number: a section of the question's law, or a beginning of one
 *
 * Returns: whether the answer cites it: "section 12".
 */
gboolean
_foi_check_cites (FoiCheck *self, FoiCheckQuestion *question, const char *number)
{
  g_autofree char *cite = g_strdup_printf (
    "%s %s", foi_rules_get_section_word (self->rules, question->regime), number);
  g_autofree char *answer = foi_fold_words (question->answer->masked);
  g_autofree char *folded = foi_fold_words (cite);

  return strstr (answer, folded) != NULL;
}

/*
 * _foi_check_dup_cite:
 * @regime: the law of the question
 * @ground: a ground of it, as in the file
 *
 * Returns: (transfer full): "section 12(2)", "regulation 12(5)(e)".
 */
char *
_foi_check_dup_cite (FoiCheck *self, const char *regime, JsonNode *ground)
{
  const char *limb = foi_json_get_string (ground, "limb", "");

  return g_strdup_printf ("%s %s", foi_rules_get_section_word (self->rules, regime),
                          limb[0] != '\0' ? limb : foi_json_get_string (ground, "section", ""));
}

/*
 * _foi_check_dup_limit:
 *
 * Returns: (transfer full) (nullable): this authority's limit of cost under a law, as at receipt.
 */
JsonNode *
_foi_check_dup_limit (FoiCheck *self, const char *regime)
{
  return foi_rules_find_own_limit (self->rules, regime, "appropriate-limit",
                                   foi_brief_get_authority (self->brief),
                                   foi_brief_get_received (self->brief));
}
