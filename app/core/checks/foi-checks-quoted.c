/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-doubt.h"
#include "foi-figures.h"
#include "foi-json-edit.h"
#include "foi-number-scan.h"
#include "foi-number-words.h"
#include "foi-told.h"

/* Numbers in officers' words: those that are withheld, and those that are in no table. */

/* So many are named in one message. */
#define MAX_NAMED 5
/* By so many letters a sentence is known again. */
#define MAX_COMPARED 60

/* ---- withheld figures ---- */

static void
check_text (FoiCheck *self, FoiSecrets *secrets, const FoiCheckText *text, const char *regime)
{
  const char *const fix = _("Take the figure out of the text, or show it in its table if nobody "
                            "can be known by it.");
  FoiRange sentence = { 0 };

  while (foi_check_sentence_next (text->raw, &sentence))
    {
      g_autofree char *piece = g_strndup (text->raw + sentence.begin,
                                          sentence.end - sentence.begin);
      g_autofree char *quoted = NULL, *message = NULL, *words = NULL, *what = NULL;
      g_autoptr (GPtrArray) told = foi_secrets_list_told (secrets, piece, piece);
      FoiFinding *finding;

      if (told->len == 0)
        continue;
      quoted = foi_check_text_dup_words (text, sentence);
      words = foi_secret_dup_words (told->pdata[0]);
      message = g_strdup_printf (_("The text says a figure that is withheld in %s: “%s”"), words,
                                 quoted);
      finding = _foi_check_add (self, regime, text->place, message, fix);
      _foi_finding_set_words (finding, quoted);
      what = g_strconcat (words, piece, NULL);
      /* One is enough to stop a letter; one that somebody looked at stops none. */
      if (!_foi_check_accept_as (self, finding, what))
        return;
    }
}

static void
check_words_of_table (FoiCheck *self, FoiSecrets *secrets, FoiPublication *table,
                      const char *member, const char *words)
{
  g_autofree char *place = g_strdup_printf ("tables/%s/%s", foi_publication_get_name (table),
                                            member);
  FoiCheckText *text;

  if (words == NULL)
    return;
  text = foi_check_text_new (place, words, "");
  check_text (self, secrets, text, self->regime);
  foi_check_text_free (text);
}

/* A figure that is withheld and stands in its cell all the same: the letter does not show it, but
 * one of the two is wrong. */
static void
check_cells (FoiCheck *self, FoiSecrets *secrets)
{
  for (guint i = 0; i < secrets->secrets->len; i++)
    {
      const FoiSecret *secret = secrets->secrets->pdata[i];
      g_autofree char *words = NULL;
      g_autofree char *place = NULL;
      g_autofree char *message = NULL;

      if (!secret->is_in_cell)
        continue;
      words = foi_secret_dup_words (secret);
      place = g_strdup_printf ("tables/%s/data/#%u",
                               foi_publication_get_name (secret->publication), secret->row + 1);
      message = g_strdup_printf (_("A figure that is withheld is shown in %s."), words);
      _foi_check_add (self, self->regime, place, message,
                      _("Withhold the cell, or say that the figure may be shown."));
    }
}

/* _foi_check_withheld: what is withheld in a table is not said beside it. */
void
_foi_check_withheld (FoiCheck *self)
{
  g_autoptr (FoiSecrets) secrets = NULL;
  JsonNode *withheld = foi_case_state_get_node (self->state, "withheld");
  GPtrArray *tables = foi_brief_get_publications (self->brief);

  if (foi_json_get_n_elements (withheld) == 0)
    return;
  secrets = foi_secrets_new (self->state, FALSE);
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->texts->len; j++)
        check_text (self, secrets, question->texts->pdata[j], question->regime);
    }
  for (guint i = 0; i < self->paragraphs->len; i++)
    check_text (self, secrets, self->paragraphs->pdata[i], self->regime);
  for (guint i = 0; i < tables->len; i++)
    {
      FoiPublication *table = tables->pdata[i];

      check_words_of_table (self, secrets, table, "title", foi_publication_get_title (table));
      check_words_of_table (self, secrets, table, "description",
                            foi_publication_get_description (table));
      for (guint j = 0; j < foi_publication_get_n_notes (table); j++)
        check_words_of_table (self, secrets, table, "foi:notes",
                              foi_publication_get_note (table, j)->text);
    }
  check_cells (self, secrets);
}

/* ---- numbers of which nobody knows what they are ---- */

/* Whether one of the first findings says that the sentence tells a withheld figure: it quotes it,
 * or the beginning of it. */
static gboolean
is_found_already (FoiCheck *self, guint n_findings, const char *sentence)
{
  static const char *const telling[] = { "withheld-value-in-text", "suppression-derivable",
                                         NULL };
  g_autofree char *line = g_strdelimit (g_strdup (sentence), "\r\n\t", ' ');
  g_autofree char *begin = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), MAX_COMPARED));
  g_autofree char *quoted = g_strconcat ("“", begin, NULL);

  for (guint i = 0; i < n_findings; i++)
    {
      const FoiFinding *finding = self->findings->pdata[i];

      if (g_strv_contains (telling, finding->id)
          && (strstr (finding->message, quoted) != NULL || strstr (finding->fix, quoted) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* Where the words are edited: a paragraph of the rules is, in the letter. */
static char *
dup_place (FoiCheck *self, const FoiDoubt *doubt)
{
  if (g_str_has_prefix (doubt->place, "wording/"))
    return g_strdup_printf ("letters/%s/paragraphs/%s", self->letter_id,
                            doubt->place + strlen ("wording/"));
  return g_strdup (doubt->place[0] != '\0' ? doubt->place : "title");
}

static char *
dup_message (const FoiDoubt *doubt)
{
  if (doubt->n_listed > 0)
    /* Translators: where a sentence stands ("question 2"), and the sentence. */
    return g_strdup_printf (_("In %s, whoever counts what is listed may have a figure that is "
                              "withheld: “%s”"), doubt->where, doubt->sentence);
  /* Translators: where a sentence stands ("question 2"), numbers, and the sentence. */
  return g_strdup_printf (_("In %s, nobody can see what “%s” stands for, and figures are "
                            "withheld: “%s”"), doubt->where, doubt->numbers, doubt->sentence);
}

static void
add_doubt (FoiCheck *self, const FoiDoubt *doubt)
{
  g_autofree char *place = dup_place (self, doubt);
  g_autofree char *message = dup_message (doubt);
  FoiFinding *finding;

  finding = _foi_check_add (self, self->regime, place, message,
                            doubt->n_listed > 0
                              ? _("Leave the list out, or say it so that nothing can be counted. "
                                  "If it lists something else, accept this with that as the "
                                  "reason: nothing leaves before.")
                              : _("Take the number out, or say something that the tables show. If "
                                  "it counts something else, accept this with that as the reason: "
                                  "nothing leaves before."));
  _foi_finding_set_words (finding, doubt->sentence);
  if (!_foi_check_accept_as (self, finding, doubt->sentence) && doubt->accepted != NULL)
    finding->accepted = g_strdup (doubt->accepted);
}

/* _foi_check_unexplained: where figures are withheld, it is known of every number in the letter's
 * words what it is. */
void
_foi_check_unexplained (FoiCheck *self)
{
  JsonNode *withheld = foi_case_state_get_node (self->state, "withheld");
  const guint n_findings = self->findings->len;
  const FoiDoubtful what = { self->letter, NULL, !self->is_apart };
  g_autoptr (FoiSecrets) secrets = NULL;

  if (self->letter == NULL || foi_json_get_n_elements (withheld) == 0)
    return;
  secrets = foi_secrets_new (self->state, FALSE);
  self->doubts = foi_doubts_list (self->state, secrets, self->rules, &what);
  for (guint i = 0; i < self->doubts->len; i++)
    {
      const FoiDoubt *doubt = self->doubts->pdata[i];

      if (!is_found_already (self, n_findings, doubt->sentence))
        add_doubt (self, doubt);
    }
}

/* ---- numbers of no table ---- */

/* What is in doubt was said once. */
static gboolean
is_in_doubt (FoiCheck *self, const char *sentence)
{
  g_autofree char *squashed = foi_squash (sentence);

  for (guint i = 0; self->doubts != NULL && i < self->doubts->len; i++)
    {
      g_autofree char *other = foi_squash (((FoiDoubt *) self->doubts->pdata[i])->sentence);

      if (g_str_equal (other, squashed))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_one_of (const char *text, FoiRange word, const char *const *list)
{
  g_autofree char *lower = g_ascii_strdown (text + word.begin, (gssize) (word.end - word.begin));

  return g_strv_contains (list, lower);
}

/* "FOI 2231": a reference. */
static gboolean
is_acronym (const char *text, FoiRange word)
{
  for (gsize i = word.begin; i < word.end; i++)
    if (!g_ascii_isupper (text[i]))
      return FALSE;
  return word.end - word.begin > 1;
}

/* What was not counted but agreed: times, ages, the law's own sums. */
static gboolean
is_no_figure (const char *text, FoiRange sentence, const FoiFoundNumber *number)
{
  static const char *const ages[] = { "aged", "age", "ages", "under", "over", "between", "top",
                                      "every", "least", "most", "per", NULL };
  static const char *const law[] = { "limit", "cost", "costs", "charge", "fee", "fees", NULL };
  FoiRange before = { number->range.begin, number->range.begin };

  while (before.end > sentence.begin && strchr (" \t\n", text[before.end - 1]) != NULL)
    before.end--;
  before.begin = before.end;
  while (before.begin > sentence.begin && g_ascii_isalpha (text[before.begin - 1]))
    before.begin--;
  if (number->kind == FOI_FOUND_MONEY)
    {
      FoiRange word = { sentence.begin, sentence.begin };

      for (; word.begin < sentence.end; word.begin = word.end + 1)
        {
          word.end = word.begin;
          while (word.end < sentence.end && g_ascii_isalpha (text[word.end]))
            word.end++;
          if (is_one_of (text, word, law))
            return TRUE;
        }
      return FALSE;
    }
  return foi_found_number_is_time (text, sentence, number) || is_one_of (text, before, ages)
         || is_acronym (text, before);
}

static FoiFigures *
collect_figures (FoiCheck *self, FoiCheckQuestion *question)
{
  FoiFigures *figures = foi_figures_new ();
  GPtrArray *tables = foi_brief_get_publications (self->brief);
  JsonNode *estimate = foi_json_get_member (foi_question_get_node (question->question),
                                            "estimate");
  g_autofree char *written = estimate != NULL ? json_to_string (estimate, FALSE) : NULL;

  for (guint i = 0; i < tables->len; i++)
    if (foi_publication_get_n_rows (tables->pdata[i]) <= FOI_MAX_LETTER_ROWS
        || g_ptr_array_find (question->tables, tables->pdata[i], NULL))
      foi_figures_add_table (figures, tables->pdata[i]);
  foi_figures_add_text (figures, foi_question_get_text (question->question));
  foi_figures_add_text (figures, self->request);
  if (written != NULL)
    foi_figures_add_text (figures, written);
  return figures;
}

static void
name_number (GString *names, const char *text, FoiRange range, guint n)
{
  if (n >= MAX_NAMED)
    {
      g_string_append (names, n == MAX_NAMED ? ", …" : "");
      return;
    }
  g_string_append (names, n > 0 ? ", " : "");
  g_string_append_len (names, text + range.begin, (gssize) (range.end - range.begin));
}

/* "1.5", "15": different numbers also where only letters and digits count. */
static void
append_to_key (GString *key, const char *value)
{
  g_autofree char *plain = g_strdelimit (g_strdup (value), ".", 'p');

  g_string_append_printf (key, "n%s", plain);
}

static void
check_answer (FoiCheck *self, FoiCheckQuestion *question)
{
  const char *text = question->answer->masked;
  g_autoptr (FoiFigures) figures = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *message = NULL, *quoted = NULL;
  FoiFinding *finding;
  FoiRange sentence = { 0 };
  FoiFoundNumber number;
  guint n_numbers = 0;

  while (foi_check_sentence_next (text, &sentence))
    {
      g_autofree char *piece = g_strndup (text + sentence.begin, sentence.end - sentence.begin);
      g_autofree char *folded = foi_number_fold (piece);
      const FoiRange whole = { 0, strlen (folded) };

      if (is_in_doubt (self, piece))
        continue;
      for (gsize from = 0; foi_number_scan_next (folded, whole, from, &number);
           from = number.range.end)
        {
          if ((number.kind != FOI_FOUND_NUMBER && number.kind != FOI_FOUND_MONEY)
              || is_no_figure (folded, whole, &number))
            continue;
          if (figures == NULL)
            figures = collect_figures (self, question);
          if (foi_figures_have (figures, number.value))
            continue;
          name_number (names, folded, number.range, n_numbers++);
          append_to_key (all, number.value);
          if (quoted == NULL)
            quoted = foi_check_text_dup_words (question->answer, sentence);
        }
    }
  if (n_numbers == 0)
    return;
  message = g_strdup_printf (ngettext ("%s says %s, which stands in no table and does not follow "
                                       "from one: “%s”",
                                       "%s says %s, which stand in no table and do not follow "
                                       "from one: “%s”", n_numbers),
                             question->name, names->str, quoted);
  finding = _foi_check_add_to (self, question, "answer", message,
                               _("Compare with the table; insert the figure from it, so that it "
                                 "follows it; or say why it is right."));
  _foi_finding_set_words (finding, quoted);
  _foi_check_accept_as (self, finding, all->str);
}

/* _foi_check_quoted: a number beside a table is one of the table's, or somebody looked at it. An
 * answer without a table has nothing to be compared with: its numbers are the answer. */
void
_foi_check_quoted (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      if (question->tables->len > 0)
        check_answer (self, question);
    }
}
