/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-doubt.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-check-words.h"
#include "foi-explanation.h"
#include "foi-hinted-number.h"
#include "foi-json-edit.h"
#include "foi-last-look.h"
#include "foi-letter-words.h"
#include "foi-listed-rows.h"
#include "foi-listing.h"
#include "foi-number-words.h"
#include "foi-phrase.h"

/* Where figures are withheld, every number that a letter says in words is known, or looked at by an
 * officer. */

/* An answer of so many words says little of its own. */
#define SHORT_ANSWER 6

typedef struct
{
  FoiCaseState *state;
  FoiRules     *rules;
  FoiSecrets   *secrets;
  FoiExplaining at;
  const FoiPassage *passage;
  const FoiWords *words;
  GPtrArray    *doubts;
  GHashTable   *known; /* paths */
} Doubting;

static void
doubt_free (gpointer data)
{
  FoiDoubt *doubt = data;

  g_free (doubt->place);
  g_free (doubt->where);
  g_free (doubt->file);
  g_free (doubt->sentence);
  g_free (doubt->numbers);
  g_free (doubt->path);
  g_free (doubt->accepted);
  g_free (doubt);
}

/* ---- what an officer said ---- */

/* Whether the entry is an officer's word for the sentence: that its number is another one than it
 * seems, or that all may be known that follows with it. */
static gboolean
is_word_for (JsonNode *entry, const char *squashed)
{
  const char *finding = foi_json_get_string (entry, "finding", "");
  const char *path = foi_json_get_string (entry, "path", "");

  if (g_str_equal (finding, FOI_LEAK_FINDING))
    {
      g_autofree char *end = g_strconcat (": ", squashed, NULL);

      return g_str_has_suffix (path, end);
    }
  return (g_str_equal (finding, FOI_DOUBT_FINDING)
          || g_str_equal (finding, "suppression-derivable")
          || g_str_equal (finding, "withheld-value-in-text"))
         && strstr (path, squashed) != NULL;
}

static char *
dup_accepted (FoiCaseState *state, const char *squashed)
{
  JsonNode *accepted = foi_case_state_get_node (state, "accepted");

  for (guint i = 0; i < foi_json_get_n_elements (accepted); i++)
    {
      JsonNode *entry = foi_json_get_element (accepted, i);
      const char *reason = foi_json_get_string (entry, "reason", "");

      if (reason[0] != '\0' && is_word_for (entry, squashed))
        return g_strdup (reason);
    }
  return NULL;
}

/* ---- where it stands ---- */

static gboolean
is_attached (Doubting *self)
{
  return g_str_has_prefix (self->passage->key, "attachments/");
}

static char *
dup_where (Doubting *self)
{
  const char *key = self->passage->key;
  FoiQuestion *question;

  if (is_attached (self))
    return g_strdup (self->words->place);
  if (g_str_has_prefix (key, "questions/"))
    {
      const char *number;

      question = foi_brief_find_question (self->secrets->brief, strrchr (key, '/') + 1);
      number = question != NULL ? foi_question_get_number (question) : "";
      return g_strdup_printf (_("question %s"), number);
    }
  if (g_str_has_prefix (key, "tables/"))
    {
      FoiPublication *table = foi_brief_find_publication (self->secrets->brief,
                                                          key + strlen ("tables/"));

      /* Translators: the title of a table. */
      return g_strdup_printf (_("what stands with “%s”"),
                              table != NULL ? foi_publication_get_title (table) : "");
    }
  return g_strdup (_("the letter"));
}

/* On one line, whatever it was broken over. */
static char *
dup_on_one_line (const char *piece)
{
  g_auto (GStrv) words = g_strsplit_set (piece, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_piece (Doubting *self, const char *piece, const char *numbers, guint n_listed)
{
  g_autofree char *squashed = foi_squash (piece);
  g_autofree char *path = g_strconcat (FOI_DOUBT_PATH, squashed, NULL);
  FoiDoubt *doubt;

  if (!g_hash_table_add (self->known, g_strdup (path)))
    return;
  doubt = g_new0 (FoiDoubt, 1);
  doubt->place = g_strdup (self->words->place);
  doubt->where = dup_where (self);
  if (is_attached (self))
    doubt->file = g_strdup (self->passage->key + strlen ("attachments/"));
  doubt->sentence = dup_on_one_line (piece);
  doubt->n_listed = n_listed;
  doubt->numbers = g_strdup (numbers);
  doubt->accepted = dup_accepted (self->state, squashed);
  doubt->path = g_steal_pointer (&path);
  g_ptr_array_add (self->doubts, doubt);
}

static void
add_doubt (Doubting *self, FoiRange sentence, const char *numbers, guint n_listed)
{
  g_autofree char *piece = g_strndup (self->at.text + sentence.begin,
                                      sentence.end - sentence.begin);

  add_piece (self, piece, numbers, n_listed);
}

/* ---- sentences ---- */

/* Once, though several ways to read it find it. */
static void
append_number (GString *numbers, GArray *ranges, const char *text, FoiRange range)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const FoiRange *other = &g_array_index (ranges, FoiRange, i);

      if (range.begin < other->end && other->begin < range.end)
        return;
    }
  g_array_append_val (ranges, range);
  g_string_append (numbers, numbers->len > 0 ? ", " : "");
  g_string_append_len (numbers, text + range.begin, (gssize) (range.end - range.begin));
}

/* "A third of", "twice as many": shares and multiples of which no digit speaks. */
static void
look_for_parts (Doubting *self, FoiRange sentence, GString *numbers, GArray *ranges)
{
  static const char *const signs[] = { "half", "third", "quarter", "fifth", "sixth", "seventh",
                                       "eighth", "ninth", "tenth", "twice", "double", "doubled",
                                       "triple", "tripled", "treble", "trebled", "halved",
                                       "thirds", "quarters", "fifths", "sixths", "sevenths",
                                       "eighths", "ninths", "tenths", "times", "as many",
                                       "same number", "equal number", "equal numbers", "equally",
                                       "identical" };
  g_autofree char *piece = g_strndup (self->at.text + sentence.begin,
                                      sentence.end - sentence.begin);
  g_autoptr (GArray) statements = NULL;
  gboolean is_any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (signs) && !is_any; i++)
    is_any = foi_phrase_find (piece, signs[i], FALSE, 0, NULL, NULL);
  if (!is_any)
    return;
  statements = foi_statements_read (piece);
  for (guint i = 0; i < statements->len; i++)
    {
      const FoiStatement *statement = &g_array_index (statements, FoiStatement, i);

      if ((statement->kind == FOI_STATEMENT_SHARE || statement->kind == FOI_STATEMENT_TIMES)
          && !foi_explaining_knows_statement (&self->at, sentence, statement))
        append_number (numbers, ranges, self->at.text,
                       (FoiRange) { sentence.begin + statement->range.begin,
                                    sentence.begin + statement->range.end });
    }
}

/* Words that tell how many there are and are no numbers. */
static void
look_for_hints (Doubting *self, FoiRange sentence, GString *numbers, GArray *ranges)
{
  g_autoptr (GArray) hints = foi_hinted_numbers_list (&self->at, sentence);

  for (guint i = 0; i < hints->len; i++)
    append_number (numbers, ranges, self->at.text, g_array_index (hints, FoiRange, i));
}

/* A file that goes with the letter may have any number of numbers of its own, and an estimate
 * counts work: there the paragraph has to be about what is withheld. */
static gboolean
has_other_numbers (Doubting *self)
{
  return is_attached (self) || foi_letter_words_are_of_estimate (self->words->place);
}

/* Whether the number is a withheld one. Of an estimate, in which a file or a search for each of
 * them is counted, what they come to as well; but one of anything is in every estimate. */
static gboolean
is_hidden (Doubting *self, double value)
{
  FoiShownFigures *figures = self->at.figures;

  if (!foi_letter_words_are_of_estimate (self->words->place))
    return foi_shown_figures_hide (figures, value);
  return value > 1 && (foi_shown_figures_hide (figures, value)
                       || foi_hidden_figures_have_sum (figures->hidden, value));
}

static gboolean
is_about_withheld (Doubting *self, gboolean hides)
{
  const FoiRange range = self->words->range;
  g_autofree char *paragraph = g_strndup (self->at.text + range.begin, range.end - range.begin);

  return foi_shown_figures_may_be_in (self->at.figures, paragraph, hides);
}

static void
look_at_sentence (Doubting *self, FoiRange sentence)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (FoiRange));
  gboolean hides = FALSE;
  guint n_listed = 0;
  FoiFoundNumber found;

  for (gsize from = sentence.begin;
       foi_number_scan_next (self->at.text, sentence, from, &found); from = found.range.end)
    if (!foi_explaining_knows (&self->at, sentence, &found))
      {
        append_number (numbers, ranges, self->at.text, found.range);
        hides = hides || is_hidden (self, g_ascii_strtod (found.value, NULL));
      }
  look_for_parts (self, sentence, numbers, ranges);
  look_for_hints (self, sentence, numbers, ranges);
  if (numbers->len == 0)
    n_listed = foi_listing_count (&self->at, sentence);
  if ((numbers->len > 0 || n_listed > 0)
      && (!has_other_numbers (self) || is_about_withheld (self, hides)))
    add_doubt (self, sentence, numbers->str, n_listed);
}

/* A list, or a paragraph, in which no sentence by itself is in doubt. */
static void
look_at_block (Doubting *self, guint n_pieces)
{
  const guint n_listed = foi_listing_count_block (&self->at, n_pieces - 1);

  if (n_listed > 0 && (!has_other_numbers (self) || is_about_withheld (self, FALSE)))
    add_doubt (self, self->at.block, "", n_listed);
}

/* Whether a list that was found in the passage begins with the same lines. */
static gboolean
is_listed_already (Doubting *self, guint n_doubts, const char *lines)
{
  g_autofree char *first = g_strndup (lines, strcspn (lines, "\n"));

  for (guint i = n_doubts; i < self->doubts->len; i++)
    {
      const FoiDoubt *doubt = self->doubts->pdata[i];

      if (doubt->n_listed > 0 && strstr (doubt->sentence, first) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* As many lines about a row, all over the passage, as are withheld in it. @n_doubts: how many there
 * were before it. */
static void
look_at_lines (Doubting *self, guint n_doubts)
{
  g_autoptr (GPtrArray) rows = foi_listed_rows_find (self->at.figures, self->passage);

  for (guint i = 0; i < rows->len; i++)
    {
      const FoiListedRow *row = rows->pdata[i];
      g_autofree char *place = g_strdup (row->place);
      const FoiWords words = { .place = place };

      self->words = &words;
      if (!is_listed_already (self, n_doubts, row->words))
        add_piece (self, row->words, "", row->n);
    }
}

/* ---- paragraphs ---- */

static void
append_template (GString *out, GPtrArray *paragraphs, const char *id)
{
  for (guint i = 0; paragraphs != NULL && i < paragraphs->len; i++)
    {
      const FoiParagraph *paragraph = paragraphs->pdata[i];

      if (g_str_equal (paragraph->id, id))
        g_string_append_printf (out, "%s\n\n", paragraph->text);
    }
}

/* The paragraph of the rules that the words are made by, in all laws of the case. */
static char *
dup_template (Doubting *self, const char *place)
{
  GPtrArray *questions = foi_brief_get_questions (self->secrets->brief);
  g_autoptr (GString) out = NULL;
  const char *id;

  if (!g_str_has_prefix (place, "wording/"))
    return NULL;
  id = place + strlen ("wording/");
  out = g_string_new (NULL);
  append_template (out, foi_rules_get_paragraphs (self->rules,
                                                  foi_brief_get_regime (self->secrets->brief)), id);
  for (guint i = 0; i < questions->len; i++)
    {
      const char *regime = foi_question_get_regime (questions->pdata[i]);

      if (regime != NULL)
        append_template (out, foi_rules_get_paragraphs (self->rules, regime), id);
    }
  return foi_number_fold (out->str);
}

static void
look_at_words (Doubting *self, const FoiWords *words)
{
  g_autofree char *template = dup_template (self, words->place);
  FoiRange sentence = { words->range.begin, words->range.begin };

  self->words = words;
  self->at.template = template;
  self->at.block = foi_passage_get_block (self->passage, words);
  self->at.is_asked = words->is_asked;
  while (foi_check_sentence_next (self->at.text, &sentence) && sentence.begin < words->range.end)
    {
      sentence.end = MIN (sentence.end, words->range.end);
      look_at_sentence (self, sentence);
    }
  self->at.template = NULL;
}

/* Whether so little is answered that it can only be of what was asked: "Nearly; one more." */
static gboolean
is_short (const char *answered)
{
  static const char *const pointers[] = { "see", "table", "tables", "below", "attached", "above",
                                          "hold", "held", "annex", "link", "published", "no" };
  g_auto (GStrv) words = g_strsplit_set (answered, " \t\n", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += words[i][0] != '\0' ? 1 : 0;
  if (n == 0 || n > SHORT_ANSWER)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (pointers); i++)
    if (foi_phrase_find (answered, pointers[i], FALSE, 0, NULL, NULL))
      return FALSE;
  return TRUE;
}

/* Whether the answer says that what was asked is so. */
static gboolean
confirms (const char *answered)
{
  static const char *const begins[] = { "yes", "correct", "indeed", "agreed", "true" };
  static const char *const phrases[] = {
    "that is correct", "this is correct", "that is right", "this is right", "that is so",
    "you are right", "you are correct", "is accurate", "are accurate", "are correct", "is correct",
    "your figure", "your figures", "the figure you", "the figures you", "the number you",
    "the numbers you", "as you say", "as you state", "as you said", "as stated in your request",
    "we agree", "is right", "are right", "in line with", "consistent with", "matches", "match",
    "can confirm this", "can confirm that this", "confirm the figure", "confirm the number",
    "confirm your",
  };
  FoiRange sentence = { 0 };

  while (foi_check_sentence_next (answered, &sentence))
    if (foi_phrase_starts_any (answered + sentence.begin, begins, G_N_ELEMENTS (begins)))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (foi_phrase_find (answered, phrases[i], FALSE, 0, NULL, NULL))
      return TRUE;
  return FALSE;
}

static void
look_at_passage (Doubting *self, const FoiPassage *passage)
{
  const guint n_all = self->doubts->len;
  guint n_doubts = 0;

  self->passage = passage;
  foi_shown_figures_begin_text (self->at.figures);
  self->at.text = passage->text->str;
  self->at.asked = passage->asked->str;
  self->at.is_confirmed = passage->asked->len > 0
                          && (confirms (passage->answered->str)
                              || is_short (passage->answered->str));
  for (guint i = 0, n_pieces = 1; i < passage->words->len; i++, n_pieces++)
    {
      const FoiWords *words = &g_array_index (passage->words, FoiWords, i);
      const gboolean is_last
        = i + 1 == passage->words->len
          || g_array_index (passage->words, FoiWords, i + 1).block != words->block;

      if (n_pieces == 1)
        n_doubts = self->doubts->len;
      look_at_words (self, words);
      if (!is_last)
        continue;
      if (self->doubts->len == n_doubts)
        look_at_block (self, n_pieces);
      n_pieces = 0;
    }
  look_at_lines (self, n_all);
}

/* ---- a letter ---- */

static gboolean
has_withheld (FoiSecrets *secrets)
{
  for (guint i = 0; i < secrets->secrets->len; i++)
    {
      const FoiSecret *secret = secrets->secrets->pdata[i];

      if (secret->is_number && !secret->is_hidden)
        return TRUE;
    }
  return FALSE;
}

/* By which rules figures are withheld. */
static GArray *
list_rules (FoiCaseState *state)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (FoiSmallRule));
  GPtrArray *tables = foi_case_state_get_tables (state);

  for (guint i = 0; i < tables->len; i++)
    {
      const FoiSmallRule rule = foi_small_rule_of_table (state, tables->pdata[i]);

      if (rule.threshold > 0 || rule.round > 1)
        g_array_append_val (rules, rule);
    }
  return rules;
}

/**
 * foi_doubts_list:
 * @state: a case
 * @secrets: what it keeps to itself
 * @rules: the law, for its paragraphs
 * @what: what is read
 *
 * Looks for numbers, in digits or in words, of which nobody knows what they are: they are in no
 * table of the letter, and no day, law, period or sum of money; or they are in a table, and the
 * sentence speaks of a figure that is withheld and is the same. In a case that withholds no
 * figures there are none.
 *
 * Returns: (transfer full) (element-type FoiDoubt): the sentences, those too that an officer
 *   accepted.
 */
GPtrArray *
foi_doubts_list (FoiCaseState *state, FoiSecrets *secrets, FoiRules *rules,
                 const FoiDoubtful *what)
{
  g_autoptr (FoiShownFigures) figures = NULL;
  g_autoptr (GArray) small = NULL;
  g_autoptr (GPtrArray) tables = NULL, passages = NULL;
  Doubting self = { .state = state, .rules = rules, .secrets = secrets };

  self.doubts = g_ptr_array_new_with_free_func (doubt_free);
  if (!has_withheld (secrets))
    return self.doubts;
  tables = foi_letter_list_counted (what->letter);
  figures = self.at.figures = foi_shown_figures_new (secrets, tables);
  small = self.at.rules = list_rules (state);
  passages = foi_letter_list_passages (what->letter, what->with_data);
  self.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < passages->len; i++)
    look_at_passage (&self, passages->pdata[i]);
  for (guint i = 0; what->attached != NULL && i < what->attached->len; i++)
    look_at_passage (&self, what->attached->pdata[i]);
  g_hash_table_unref (self.known);
  return self.doubts;
}
