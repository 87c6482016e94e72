/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"

/* The letter's own wording: rights, periods, names of statutes and of the regulator. */

#define REVIEW_PARAGRAPH "review"
#define COMPLAINT_PARAGRAPH "regulator"

/* Of the words of what the requester would accept, how many of how many must come back. */
#define MIN_SHARED_WORDS 2
#define MIN_WORD_LENGTH 3

/* ---- rights ---------------------------------------------------------------------------------- */

static void
append_text (GString *text, const FoiBlock *block)
{
  g_autofree char *own = NULL;

  if (block->kind == FOI_BLOCK_ASKED)
    return;
  own = foi_block_dup_text (block);
  g_string_append_printf (text, "%s\n\n", own);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    append_text (text, block->children->pdata[i]);
}

/* All that the letter says, but for what was asked. */
static char *
dup_letter_text (FoiCheck *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->letter->blocks->len; i++)
    append_text (text, self->letter->blocks->pdata[i]);
  return g_string_free (text, FALSE);
}

/* In some laws "not held" is a refusal, or a notice like one: they have a ground for it. */
static gboolean
is_notice (FoiCheck *self, FoiCheckQuestion *question)
{
  JsonNode *grounds = foi_json_get_member (
    foi_rules_get_regime (self->rules, question->regime), "grounds");

  if (_foi_check_is_refusal (question))
    return TRUE;
  for (guint i = 0; question->outcome == FOI_OUTCOME_NOT_HELD
                    && i < foi_json_get_n_elements (grounds); i++)
    if (g_strcmp0 (foi_json_get_string (foi_json_get_element (grounds, i), "kind", NULL),
                   "not-held") == 0)
      return TRUE;
  return FALSE;
}

static FoiCheckQuestion *
find_notice (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (is_notice (self, self->questions->pdata[i]))
      return self->questions->pdata[i];
  return NULL;
}

/* Where the words of a paragraph are: this letter's, else the authority's; NULL: the program's. */
static const FoiCheckText *
find_rewording (FoiCheck *self, const char *paragraph)
{
  g_autofree char *suffix = g_strconcat ("/", paragraph, NULL);

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const FoiCheckText *text = self->paragraphs->pdata[i];

      if (g_str_has_suffix (text->place, suffix))
        return text;
    }
  return NULL;
}

/* The standard paragraph comes back where somebody's words stand in its place. */
static void
offer_standard (FoiCheck *self, FoiFinding *finding, const FoiCheckText *text)
{
  const char *id = strrchr (text->place, '/');

  if (id != NULL && foi_rules_find_paragraph (self->rules, self->regime, id + 1, self->day) != NULL)
    _foi_finding_set_mend (finding, _("Use the Standard Paragraph"), text->place, NULL);
}

static void
add_right (FoiCheck *self, FoiCheckQuestion *question, const char *paragraph, char *message,
           const char *fix)
{
  const FoiCheckText *text = find_rewording (self, paragraph);
  g_autofree char *letter = g_strdup_printf ("letters/%s/paragraphs/%s", self->letter_id,
                                             paragraph);
  FoiFinding *finding = _foi_check_add (self, question->regime,
                                        text != NULL ? text->place : letter, message, fix);

  if (text != NULL)
    offer_standard (self, finding, text);
  g_free (message);
}

/* _foi_check_review: who is refused learns how to have it looked at again. */
void
_foi_check_review (FoiCheck *self)
{
  FoiCheckQuestion *question = find_notice (self);
  g_autofree char *text = NULL;

  if (question == NULL || self->letter == NULL)
    return;
  text = dup_letter_text (self);
  if (!foi_check_words_find (self->words, "review-right", text, (FoiRange) { 0, strlen (text) },
                             NULL))
    add_right (self, question, REVIEW_PARAGRAPH,
               g_strdup_printf (_("%s is refused, but the letter does not say how to ask for a "
                                  "review."), question->name),
               _("Add the paragraph on the review, or say that there is no procedure for one."));
}

static gboolean
names_regulator (FoiCheck *self, const char *text, const char *regime)
{
  JsonNode *regulator = foi_rules_find_regulator (self->rules, regime, self->day);
  g_autofree char *folded = foi_fold_words (text);
  g_autofree char *name = foi_fold_words (foi_json_get_string (regulator, "name", "?"));
  g_autofree char *office = foi_fold_words (foi_json_get_string (regulator, "office", "?"));

  return strstr (folded, name) != NULL || strstr (folded, office) != NULL;
}

/* _foi_check_complaint: who is refused learns of the right to complain, to the right regulator. */
void
_foi_check_complaint (FoiCheck *self)
{
  FoiCheckQuestion *question = find_notice (self);
  g_autofree char *text = NULL;

  if (question == NULL || self->letter == NULL)
    return;
  text = dup_letter_text (self);
  if (!names_regulator (self, text, question->regime))
    add_right (self, question, COMPLAINT_PARAGRAPH,
               g_strdup_printf (_("%s is refused, but the letter does not say who hears a "
                                  "complaint."), question->name),
               _("Add the paragraph on the regulator."));
}

/* ---- days ------------------------------------------------------------------------------------ */

/* Whether the profile gives a number of days without saying which. */
static gboolean
has_vague_window (FoiCheck *self)
{
  JsonNode *window = foi_case_state_get_node (self->state, "authority/review/window");

  return window != NULL && foi_json_get_string (window, "unit", NULL) == NULL;
}

static void
check_window (FoiCheck *self)
{
  if (!has_vague_window (self) || find_rewording (self, REVIEW_PARAGRAPH) != NULL)
    return;
  _foi_check_add (self, self->regime, "authority/review/window",
                  _("The time for asking for a review is given in days, but not in which."),
                  _("Say whether working days or calendar days are meant."));
}

/* _foi_check_days: the standing paragraphs say which days they mean. */
void
_foi_check_days (FoiCheck *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const FoiCheckText *text = self->paragraphs->pdata[i];
      FoiRange sentence = { 0 }, found;
      g_autofree char *phrase = NULL, *message = NULL;
      FoiFinding *finding;

      if (!foi_check_words_find_sentence (self->words, "days", text->masked, &sentence, &found))
        continue;
      phrase = foi_check_text_dup_words (text, found);
      message = g_strdup_printf (_("“%s”: are these working days or calendar days?"), phrase);
      finding = _foi_check_add (self, self->regime, text->place, message,
                                _("Write the last day as a date; or say “working days” or "
                                  "“calendar days”, and from when."));
      _foi_finding_set_words (finding, phrase);
      if (!has_vague_window (self))
        offer_standard (self, finding, text);
    }
  check_window (self);
}

/* ---- the regulator --------------------------------------------------------------------------- */

static gboolean
has_line (JsonNode *regulator, const char *line)
{
  JsonNode *address = foi_json_get_member (regulator, "address");

  for (guint i = 0; i < foi_json_get_n_elements (address); i++)
    if (g_strcmp0 (json_node_get_string (foi_json_get_element (address, i)), line) == 0)
      return TRUE;
  return FALSE;
}

/* What a text says of a regulator as it was, and as it is not on the day; or NULL. */
static const char *
find_old (JsonNode *old, JsonNode *current, const char *text)
{
  static const char *const members[] = { "name", "office", "email", "phone" };
  JsonNode *address = foi_json_get_member (old, "address");

  for (guint i = 0; i < foi_json_get_n_elements (address); i++)
    {
      const char *line = json_node_get_string (foi_json_get_element (address, i));

      /* A street or a house; the town may well stay. */
      if (!has_line (current, line) && strstr (text, line) != NULL)
        return line;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *was = foi_json_get_string (old, members[i], "");

      if (was[0] != '\0' && strstr (text, was) != NULL
          && g_strcmp0 (foi_json_get_string (current, members[i], NULL), was) != 0)
        return was;
    }
  return NULL;
}

static void
check_regulator (FoiCheck *self, const FoiCheckText *text, JsonNode *current)
{
  JsonNode *all = foi_json_get_member (foi_rules_get_regime (self->rules, self->regime),
                                       "regulators");

  for (guint i = 0; i < foi_json_get_n_elements (all); i++)
    {
      JsonNode *regulator = foi_json_get_element (all, i);
      const char *old = regulator != current ? find_old (regulator, current, text->masked) : NULL;
      g_autofree char *message = NULL;

      if (old == NULL)
        continue;
      /* Translators: the first %s is a line of an address, or a name. */
      message = g_strdup_printf (_("“%s” is not what holds of the %s on the day of the letter."),
                                 old, foi_json_get_string (current, "name", _("regulator")));
      offer_standard (self, _foi_check_add (self, self->regime, text->place, message,
                                            _("Bring the paragraph up to date.")), text);
      return;
    }
}

/* _foi_check_regulator: name and address of the regulator are those of the letter's day. */
void
_foi_check_regulator (FoiCheck *self)
{
  JsonNode *current = foi_rules_find_regulator (self->rules, self->regime, self->day);

  for (guint i = 0; i < self->paragraphs->len && current != NULL; i++)
    check_regulator (self, self->paragraphs->pdata[i], current);
}

/* ---- titles ---------------------------------------------------------------------------------- */

static void
check_titles (FoiCheck *self, const FoiCheckText *text, const char *regime)
{
  FoiWrongTitle wrong;

  for (gsize from = 0; foi_check_words_find_title (self->words, text->masked, from, self->day,
                                                   &wrong);
       from = wrong.range.end)
    {
      g_autofree char *written = foi_check_text_dup_words (text, wrong.range);
      g_autofree char *message = g_strdup_printf (_("“%s” should be “%s”."), written, wrong.title);
      g_autofree char *mended = g_strdup_printf ("%.*s%s%s", (int) wrong.range.begin, text->raw,
                                                 wrong.title, text->raw + wrong.range.end);
      g_autoptr (JsonNode) value = foi_json_new_string (mended);
      FoiFinding *finding = _foi_check_add (self, regime, text->place, message,
                                            _("Write the title as the statute has it."));

      _foi_finding_set_words (finding, written);
      _foi_finding_set_mend (finding, _("Correct the Title"), text->place, value);
    }
}

/* _foi_check_titles: statutes are called by their names. */
void
_foi_check_titles (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->texts->len; j++)
        check_titles (self, question->texts->pdata[j], question->regime);
    }
  for (guint i = 0; i < self->paragraphs->len; i++)
    check_titles (self, self->paragraphs->pdata[i], self->regime);
}

/* ---- what the requester would like ----------------------------------------------------------- */

/* Whether a sentence takes up at least half of the words of what was wished for. */
static gboolean
takes_up (FoiCheck *self, const char *text, FoiRange sentence, char *const *words)
{
  g_autofree char *piece = g_strndup (text + sentence.begin, sentence.end - sentence.begin);
  g_autofree char *folded = foi_fold_words (piece);
  guint n_words = 0, n_shared = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const FoiRange whole = { 0, strlen (words[i]) };

      if (g_utf8_strlen (words[i], -1) < MIN_WORD_LENGTH
          || foi_check_words_find (self->words, "small-word", words[i], whole, NULL))
        continue;
      n_words++;
      n_shared += strstr (folded, words[i]) != NULL;
    }
  return n_shared >= MIN (MIN_SHARED_WORDS, n_words) && n_shared * 2 >= n_words;
}

static gboolean
addresses (FoiCheck *self, FoiCheckQuestion *question, const char *wish)
{
  g_autofree char *folded = foi_fold_words (wish);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,.;:()/", -1);

  for (guint i = 0; i < question->texts->len; i++)
    {
      const FoiCheckText *text = question->texts->pdata[i];
      FoiRange sentence = { 0 };

      while (foi_check_sentence_next (text->masked, &sentence))
        if (takes_up (self, text->masked, sentence, words))
          return TRUE;
    }
  return FALSE;
}

static void
check_fallback (FoiCheck *self, FoiCheckQuestion *question)
{
  const char *wish = foi_json_get_string (foi_question_get_node (question->question), "fallback",
                                          "");
  g_autofree char *message = NULL;

  if (wish[strspn (wish, " \t\r\n")] == '\0'
      || (question->outcome != FOI_OUTCOME_REFUSED && question->outcome != FOI_OUTCOME_PART)
      || addresses (self, question, wish) || _foi_check_says (self, question, "fallback"))
    return;
  for (guint i = 0; i < question->leads_to->len; i++)
    if (addresses (self, question->leads_to->pdata[i], wish))
      return;
  message = g_strdup_printf (_("%s does not say whether the requester can have what they would "
                               "accept instead: “%s”."), question->name, wish);
  _foi_check_add_to (self, question, "answer", message,
                     _("Give it, or say why it cannot be given."));
}

static gboolean
gives_table (FoiCheckQuestion *question)
{
  return (question->outcome == FOI_OUTCOME_DISCLOSED || question->outcome == FOI_OUTCOME_PART)
         && question->tables->len > 0;
}

static void
check_format (FoiCheck *self)
{
  const char *wish = foi_case_state_get_string (self->state, "request/format_preference");
  FoiCheckQuestion *first = NULL;
  g_autofree char *message = NULL;

  if (wish == NULL || wish[strspn (wish, " \t\r\n")] == '\0'
      || foi_json_get_n_elements (foi_brief_get_attachments (self->brief)) > 0
      || (self->letter != NULL && self->letter->annexes->len > 0))
    return;
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      if (_foi_check_says (self, question, "format"))
        return;
      if (first == NULL && gives_table (question))
        first = question;
    }
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const FoiCheckText *text = self->paragraphs->pdata[i];

      if (foi_check_words_find (self->words, "format", text->masked,
                                (FoiRange) { 0, strlen (text->masked) }, NULL))
        return;
    }
  if (first == NULL)
    return;
  message = g_strdup_printf (_("The requester asked for a form of their own (“%s”). The letter "
                               "neither gives it nor says why not."), wish);
  _foi_check_add (self, self->regime, "request/format_preference", message,
                  _("Send the tables as files, too; or say why that is not reasonably "
                    "practicable."));
}

/* _foi_check_preferences: what the requester asked for instead, or in which form, is answered. */
void
_foi_check_preferences (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    check_fallback (self, self->questions->pdata[i]);
  check_format (self);
}
