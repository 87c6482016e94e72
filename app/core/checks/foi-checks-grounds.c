/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

/* What is refused and why: outcomes, grounds, reasons, and what must not be said with them. */

static const char *const needing_reason[] = {
  "class", "prejudice", "qualified-person", "personal-data", "confidence", "prohibition",
  "future-publication", "manifestly-unreasonable", "too-general", "unfinished", NULL,
};

static const char *const cost_to_confirm[] = { "cost-to-confirm", NULL };

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* The number of the ground of that kind in the question's law, or NULL. */
static const char *
find_section (FoiCheck *self, FoiCheckQuestion *question, const char *kind)
{
  JsonNode *grounds = foi_json_get_member (
    foi_rules_get_regime (self->rules, question->regime), "grounds");

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);

      if (g_strcmp0 (foi_json_get_string (ground, "kind", NULL), kind) == 0)
        return foi_json_get_string (ground, "section", NULL);
    }
  return NULL;
}

/* ---- outcomes -------------------------------------------------------------------------------- */

static gboolean
has_attachment (FoiCheck *self, FoiCheckQuestion *question)
{
  JsonNode *attachments = foi_brief_get_attachments (self->brief);

  for (guint i = 0; i < foi_json_get_n_elements (attachments); i++)
    if (g_strcmp0 (foi_json_get_string (foi_json_get_element (attachments, i), "question", NULL),
                   question->id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
gives_nothing (FoiCheck *self, FoiCheckQuestion *question)
{
  return (question->outcome == FOI_OUTCOME_DISCLOSED || question->outcome == FOI_OUTCOME_PART
          || question->outcome == FOI_OUTCOME_CLARIFICATION
          || question->outcome == FOI_OUTCOME_TRANSFERRED)
         && foi_check_text_is_blank (question->answer) && question->tables->len == 0
         && question->leads_to->len == 0 && !has_attachment (self, question);
}

/* What only the officer can say. */
static const char *
get_missing_words (const FoiCheckQuestion *question)
{
  if (question->outcome == FOI_OUTCOME_TRANSFERRED)
    return _("Say to whom it was passed on, and when.");
  if (question->outcome == FOI_OUTCOME_CLARIFICATION)
    return _("Say what is unclear.");
  return _("Write the answer, or add its table.");
}

/* _foi_check_outcomes: no question goes without an outcome, and no answer is empty. */
void
_foi_check_outcomes (FoiCheck *self)
{
  if (self->questions->len == 0)
    _foi_check_add (self, self->regime, "questions",
                    _("The request has not been taken apart into questions yet."),
                    _("Add each thing that was asked as a question."))
      ->severity = FOI_SEVERITY_ADVICE;
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      g_autofree char *message = NULL;

      if (question->outcome == FOI_OUTCOME_OPEN)
        {
          message = g_strdup_printf (_("%s has no outcome yet."), question->name);
          _foi_check_add_to (self, question, "outcome", message,
                             _("Choose what becomes of it: given, refused, not held …"));
        }
      else if (gives_nothing (self, question))
        {
          message = g_strdup_printf (_("%s is to be answered, but nothing is said or given."),
                                     question->name);
          _foi_check_add_to (self, question, "answer", message, get_missing_words (question));
        }
    }
}

/* ---- grounds --------------------------------------------------------------------------------- */

/* More time to weigh the public interest is for an exemption, which has to be named. */
static gboolean
extends_for_public_interest (FoiCheck *self, FoiCheckQuestion *question)
{
  return question->outcome == FOI_OUTCOME_EXTENDED
         && foi_rules_find_time_limit (self->rules, question->regime, "public-interest-target",
                                       foi_brief_get_received (self->brief)) != NULL;
}

/* _foi_check_grounds: a refusal names its ground. */
void
_foi_check_grounds (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      g_autofree char *message = NULL;

      if (question->grounds->len > 0 || question->leads_to->len > 0)
        continue;
      if (question->outcome == FOI_OUTCOME_REFUSED)
        message = g_strdup_printf (_("%s is refused, but no ground is named."), question->name);
      else if (question->outcome == FOI_OUTCOME_NEITHER)
        message = g_strdup_printf (_("%s is neither confirmed nor denied, but no ground is named."),
                                   question->name);
      else if (foi_question_withholds_part (question->question))
        message = g_strdup_printf (_("%s is given in part, but no ground is named for the rest."),
                                   question->name);
      else if (extends_for_public_interest (self, question))
        message = g_strdup_printf (_("%s takes more time, but it is not said which exemption "
                                     "is being weighed."),
                                   question->name);
      if (message == NULL)
        continue;
      _foi_check_add_to (self, question, "grounds", message, _("Choose the ground."));
    }
}

static gboolean
is_weighed (FoiCheckQuestion *question)
{
  return question->outcome != FOI_OUTCOME_NEITHER && question->outcome != FOI_OUTCOME_EXTENDED;
}

static gboolean
keeps_something (FoiCheckQuestion *question)
{
  return question->outcome == FOI_OUTCOME_REFUSED || question->outcome == FOI_OUTCOME_PART
         || question->outcome == FOI_OUTCOME_EXTENDED
         || (question->outcome == FOI_OUTCOME_DISCLOSED && question->grounds->len > 0);
}

/* _foi_check_reasons: why an exemption applies is said, unless that is plain. */
void
_foi_check_reasons (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      if (!keeps_something (question) || _foi_check_says (self, question, "reason"))
        continue;
      for (guint j = 0; j < question->grounds->len; j++)
        {
          const FoiCheckGround *ground = question->grounds->pdata[j];
          g_autofree char *cite = _foi_check_dup_cite (self, question->regime, ground->node);
          g_autofree char *place = g_strdup_printf ("%s/reason", ground->place);
          g_autofree char *message = NULL;

          if (!g_strv_contains (needing_reason, ground->kind)
              || !is_blank (foi_json_get_string (ground->node, "reason", "")))
            continue;
          /* Translators: "Question 2 is refused under section 43(2), but nothing says why …". */
          message = g_strdup_printf (_("%s relies on %s, but nothing says why it applies."),
                                     question->name, cite);
          _foi_check_add (self, question->regime, place, message,
                          _("Say what in the information makes the ground apply, and for a harm "
                            "how it would come about."));
        }
    }
}

/* _foi_check_public_interest: of a qualified ground the letter says where the balance lies. */
void
_foi_check_public_interest (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      if (!keeps_something (question) || !is_weighed (question)
          || _foi_check_says (self, question, "public-interest"))
        continue;
      for (guint j = 0; j < question->grounds->len; j++)
        {
          const FoiCheckGround *ground = question->grounds->pdata[j];
          JsonNode *weighed = foi_json_get_member (ground->node, "public_interest");
          g_autofree char *cite = _foi_check_dup_cite (self, question->regime, ground->node);
          g_autofree char *place = g_strdup_printf ("%s/public_interest/balance", ground->place);
          g_autofree char *message = NULL;

          if (!g_str_equal (ground->balance, "qualified") || g_str_equal (ground->kind, "not-held")
              || !is_blank (foi_json_get_string (weighed, "balance", "")))
            continue;
          message = g_strdup_printf (_("%s relies on %s, which is weighed against the public "
                                       "interest, but nothing says where the balance lies."),
                                     question->name, cite);
          _foi_check_add (self, question->regime, place, message,
                          _("Write what speaks for release, what against, and why that weighs "
                            "more; or say that these reasons will follow."));
        }
    }
}

/* ---- what contradicts a ground --------------------------------------------------------------- */

/* The first sentence of the question with a phrase of @list, as a quotation, and its text. */
static char *
dup_sentence (FoiCheck *self, FoiCheckQuestion *question, const char *list,
              const FoiCheckText **where)
{
  for (guint i = 0; i < question->texts->len; i++)
    {
      const FoiCheckText *text = question->texts->pdata[i];
      FoiRange sentence = { 0 };

      if (!foi_check_words_find_sentence (self->words, list, text->masked, &sentence, NULL))
        continue;
      *where = text;
      return foi_check_text_dup_words (text, sentence);
    }
  return NULL;
}

static void
add_held (FoiCheck *self, FoiCheckQuestion *question, const FoiCheckGround *ground,
          const char *sentence, const char *place)
{
  const char *word = foi_rules_get_section_word (self->rules, question->regime);
  const char *other = find_section (self, question, "cost");
  g_autofree char *cite = _foi_check_dup_cite (self, question->regime, ground->node);
  g_autofree char *message = NULL, *fix = NULL;

  if (sentence != NULL)
    message = g_strdup_printf (_("%s relies on %s, which is for when it would cost too much even "
                                 "to find out whether the information is held. But it says: “%s”"),
                               question->name, cite, sentence);
  else
    message = g_strdup_printf (_("%s relies on %s, which is for when it would cost too much even "
                                 "to find out whether the information is held. But it is marked "
                                 "as held."), question->name, cite);
  /* Translators: the first two %s are "section 12(1)". */
  fix = g_strdup_printf (_("Which is true? “We hold it”: then the ground is %s %s. “We cannot tell "
                           "without searching”: then %s stays, and the words go."),
                         word, other != NULL ? other : "?", cite);
  _foi_finding_set_words (_foi_check_add (self, question->regime, place, message, fix), sentence);
}

/* _foi_check_held: nobody says that it is held where finding that out costs too much. */
void
_foi_check_held (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      const FoiCheckGround *ground = _foi_check_find_ground (question, cost_to_confirm);
      const FoiCheckText *where = NULL;
      g_autofree char *sentence = NULL;

      if (ground == NULL)
        continue;
      sentence = dup_sentence (self, question, "held", &where);
      if (sentence != NULL)
        add_held (self, question, ground, sentence, where->place);
      else if (question->held == FOI_HELD_YES || question->held == FOI_HELD_PART)
        {
          g_autofree char *place = g_strdup_printf ("%s/held", question->place);

          add_held (self, question, ground, NULL, place);
        }
    }
}

/* _foi_check_neither: who neither confirms nor denies says nothing else about it. */
void
_foi_check_neither (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      const FoiCheckText *where = NULL;
      g_autofree char *sentence = NULL, *message = NULL, *place = NULL;

      if (question->outcome != FOI_OUTCOME_NEITHER
          && question->held != FOI_HELD_NEITHER_CONFIRM_NOR_DENY)
        continue;
      sentence = dup_sentence (self, question, "held", &where);
      if (sentence == NULL)
        sentence = dup_sentence (self, question, "not-held", &where);
      if (sentence != NULL)
        message = g_strdup_printf (_("%s neither confirms nor denies, but says: “%s”"),
                                   question->name, sentence);
      else if (question->held == FOI_HELD_YES || question->held == FOI_HELD_PART
               || question->held == FOI_HELD_NO)
        message = g_strdup_printf (_("%s neither confirms nor denies, but is marked as: %s."),
                                   question->name, foi_held_to_words (question->held));
      else if (question->tables->len > 0 || question->outcome == FOI_OUTCOME_DISCLOSED)
        message = g_strdup_printf (_("%s neither confirms nor denies, and yet gives information."),
                                   question->name);
      if (message == NULL)
        continue;
      place = where != NULL ? g_strdup (where->place) : g_strdup_printf ("%s/held",
                                                                         question->place);
      _foi_finding_set_words (
        _foi_check_add (self, question->regime, place, message,
                        _("Take away whatever hints at it, in either direction.")), sentence);
    }
}

/* ---- what the rules themselves are not sure of ----------------------------------------------- */

static gboolean
is_unseen (JsonNode *node)
{
  return node != NULL && !foi_json_get_boolean (node, "seen", TRUE);
}

static void
check_regulator_source (FoiCheck *self)
{
  JsonNode *regulator = foi_rules_find_regulator (self->rules, self->regime, self->day);
  g_autofree char *message = NULL;
  g_autofree char *place = g_strdup_printf ("letters/%s/date", self->letter_id);

  if (!is_unseen (regulator))
    return;
  message = g_strdup_printf (_("Not all that the letter says of the %s could be checked against a "
                               "source when this program was made."),
                             foi_json_get_string (regulator, "name", _("regulator")));
  _foi_check_add (self, self->regime, place, message,
                  _("Compare name, address and links with the regulator's own website."));
}

/* _foi_check_sources: numbers whose source was not seen are to be looked up. */
void
_foi_check_sources (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->grounds->len; j++)
        {
          const FoiCheckGround *ground = question->grounds->pdata[j];
          JsonNode *neither = question->outcome == FOI_OUTCOME_NEITHER
                                ? foi_json_get_member (ground->rule, "ncnd") : NULL;
          g_autofree char *cite = _foi_check_dup_cite (self, question->regime, ground->node);
          g_autofree char *message = NULL;

          if (!is_unseen (ground->rule) && !is_unseen (ground->limb) && !is_unseen (neither))
            continue;
          message = g_strdup_printf (_("%s: how the statute numbers what you rely on in %s could "
                                       "not be checked against a source when this program was "
                                       "made."), question->name, cite);
          _foi_check_add (self, question->regime, ground->place, message,
                          _("Look the number up in the statute."));
        }
    }
  check_regulator_source (self);
  _foi_check_numbers (self);
}
