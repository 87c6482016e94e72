/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-label-words.h"

#include <string.h>

#include "foi-question-sentence.h"

#define MAX_BYTES 600
#define MAX_WORDS 60
#define MAX_ABBREVIATIONS 32

/* "CSE", and the words it was written for. */
typedef struct
{
  char *letters;
  GStrv words;
} Abbreviation;

static void
word_free (gpointer data)
{
  FoiLabelWord *word = data;

  g_free (word->shown);
  g_free (word->plain);
  g_free (word);
}

static void
abbreviation_free (gpointer data)
{
  Abbreviation *abbreviation = data;

  g_free (abbreviation->letters);
  g_strfreev (abbreviation->words);
  g_free (abbreviation);
}

/* @shown in small letters without the marks around it. */
static char *
dup_plain (const char *shown)
{
  g_autofree char *folded = foi_text_span_fold (shown, (FoiTextSpan){ 0, strlen (shown) });
  const char *start = folded;
  gsize length;

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  length = strlen (start);
  while (length > 0 && (guchar) start[length - 1] < 0x80 && !g_ascii_isalnum (start[length - 1]))
    length--;
  return g_strndup (start, length);
}

static FoiLabelWord *
word_new (const char *shown, guint place)
{
  FoiLabelWord *word = g_new0 (FoiLabelWord, 1);

  word->shown = g_strdup (shown);
  word->plain = dup_plain (shown);
  word->place = place;
  return word;
}

/**
 * foi_label_words_read:
 * @text: valid UTF-8
 * @question: the words of a question
 *
 * Returns: (transfer full) (element-type FoiLabelWord): the words of the sentence that asks.
 */
GPtrArray *
foi_label_words_read (const char *text, FoiTextSpan question)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (word_free);
  FoiTextSpan rest = question, sentence;
  g_autofree char *line = NULL;
  g_auto (GStrv) split = NULL;
  FoiSentenceKind kind;

  if (rest.end - rest.start > MAX_BYTES)
    rest.end = rest.start + MAX_BYTES;
  while (rest.end > rest.start && rest.end < question.end
         && ((guchar) text[rest.end] & 0xc0) == 0x80)
    rest.end--;
  sentence = foi_sentence_next (text, rest);
  for (FoiTextSpan next = sentence; !foi_text_span_is_empty (next);
       next = foi_sentence_next (text, (FoiTextSpan){ next.end, rest.end }))
    {
      kind = foi_sentence_classify_span (text, next);
      if (kind == FOI_SENTENCE_ASKS || kind == FOI_SENTENCE_NAMES)
        {
          sentence = next;
          break;
        }
    }
  line = foi_text_span_dup_line (text, sentence);
  split = g_strsplit (line, " ", MAX_WORDS + 1);
  for (guint i = 0; split[i] != NULL && i < MAX_WORDS; i++)
    {
      if (*split[i] != '\0' && strcmp (split[i], ">") != 0)
        g_ptr_array_add (words, word_new (split[i], words->len));
    }
  return words;
}

static gboolean
is_letters (const char *plain, const char *shown)
{
  gsize length = strlen (plain);
  guint capitals = 0;

  if (length < 2 || length > 6)
    return FALSE;
  for (const char *p = shown; *p != '\0'; p++)
    {
      if (g_ascii_islower (*p) || (guchar) *p >= 0x80)
        return FALSE;
      capitals += g_ascii_isupper (*p);
    }
  return capitals == length;
}

/* How many of the first @left of @letters the parts of @plain begin with, from the last back:
 * "multi-agency" takes "MA"; 0 when one of its parts begins otherwise. */
static gsize
count_initials (const char *plain, const char *letters, gsize left)
{
  g_auto (GStrv) parts = g_strsplit (plain, "-", -1);
  guint n = g_strv_length (parts);

  if (n > left)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      if (g_ascii_tolower (*parts[i]) != g_ascii_tolower (letters[left - n + i]))
        return 0;
    }
  return n;
}

/* Where the words begin that the letters in word @at stand for: each letter begins one. */
static guint
find_written_out (GPtrArray *words, guint at, const char *letters)
{
  static const char *const small[] = { "of", "and", "the", "for", "in", "to", NULL };
  gsize left = strlen (letters);
  guint i = at;

  while (left > 0 && i > 0)
    {
      const char *plain = foi_label_words_plain (words, i - 1);
      gsize taken;

      i--;
      if (*plain == '\0')
        continue;
      taken = count_initials (plain, letters, left);
      left -= taken;
      if (taken > 0)
        continue;
      if (!g_strv_contains (small, plain) || left == strlen (letters))
        return at;
    }
  return left == 0 ? i : at;
}

/**
 * foi_label_words_collect_abbreviations:
 * @words: (element-type FoiLabelWord): the words of a question
 * @abbreviations: where to put them
 *
 * Collects what the question itself explains: "multi-agency safeguarding hub (MASH)", "'child sex
 * exploitation - CSE'": capitals each of which begins one of the words before them.
 */
void
foi_label_words_collect_abbreviations (GPtrArray *words, GPtrArray *abbreviations)
{
  for (guint i = 1; i < words->len && abbreviations->len < MAX_ABBREVIATIONS; i++)
    {
      const FoiLabelWord *word = foi_label_words_get (words, i);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      Abbreviation *abbreviation;
      guint from;

      if (!is_letters (word->plain, word->shown))
        continue;
      from = find_written_out (words, i, word->plain);
      if (from == i)
        continue;
      for (guint w = from; w < i; w++)
        {
          if (*foi_label_words_plain (words, w) != '\0')
            g_strv_builder_add (builder, foi_label_words_plain (words, w));
        }
      abbreviation = g_new0 (Abbreviation, 1);
      abbreviation->letters = g_ascii_strup (word->plain, -1);
      abbreviation->words = g_strv_builder_end (builder);
      g_ptr_array_add (abbreviations, abbreviation);
    }
}

/* How many words from @at on say what @abbreviation stands for, with the letters behind them. */
static guint
match_abbreviation (GPtrArray *words, guint at, const Abbreviation *abbreviation)
{
  g_autofree char *letters = g_ascii_strdown (abbreviation->letters, -1);
  guint i = at;

  for (guint w = 0; abbreviation->words[w] != NULL; w++, i++)
    {
      if (i >= words->len || strcmp (foi_label_words_plain (words, i), abbreviation->words[w]) != 0)
        return 0;
    }
  if (i < words->len && *foi_label_words_plain (words, i) == '\0')
    i++;
  if (i < words->len && strcmp (foi_label_words_plain (words, i), letters) == 0)
    return i + 1 - at;
  while (i > at && *foi_label_words_plain (words, i - 1) == '\0')
    i--;
  return i - at;
}

/**
 * foi_label_words_abbreviate:
 * @words: (element-type FoiLabelWord): words
 * @abbreviations: from foi_label_words_collect_abbreviations()
 *
 * Puts each abbreviation in the place of the words it stands for.
 */
void
foi_label_words_abbreviate (GPtrArray *words, GPtrArray *abbreviations)
{
  for (guint i = 0; i < words->len; i++)
    {
      for (guint a = 0; a < abbreviations->len; a++)
        {
          const Abbreviation *abbreviation = g_ptr_array_index (abbreviations, a);
          guint count = match_abbreviation (words, i, abbreviation);
          FoiLabelWord *word = foi_label_words_get (words, i);
          const char *last;

          if (count == 0)
            continue;
          last = foi_label_words_get (words, i + count - 1)->shown;
          g_free (word->shown);
          word->shown = g_strconcat (abbreviation->letters,
                                     g_str_has_suffix (last, ",") ? "," : "", NULL);
          g_free (word->plain);
          word->plain = g_ascii_strdown (abbreviation->letters, -1);
          g_ptr_array_remove_range (words, i + 1, count - 1);
          break;
        }
    }
}

/**
 * foi_label_words_join_plain:
 * @words: (element-type FoiLabelWord): words
 * @from: the first that is wanted
 *
 * Returns: (transfer full): the words from @from on for comparing, without dashes between them.
 */
char *
foi_label_words_join_plain (GPtrArray *words, guint from)
{
  GString *joined = g_string_new (NULL);

  for (guint i = from; i < words->len; i++)
    {
      const char *plain = foi_label_words_plain (words, i);

      if (*plain != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", plain);
    }
  return g_string_free (joined, FALSE);
}

/**
 * foi_label_words_join_shown:
 * @words: (element-type FoiLabelWord): words
 *
 * Returns: (transfer full): the words as written.
 */
char *
foi_label_words_join_shown (GPtrArray *words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                            foi_label_words_get (words, i)->shown);
  return g_string_free (joined, FALSE);
}

/**
 * foi_label_words_copy:
 * @words: (element-type FoiLabelWord): words
 * @from: the first that is wanted
 *
 * Returns: (transfer full) (element-type FoiLabelWord): the words from @from on, with their places.
 */
GPtrArray *
foi_label_words_copy (GPtrArray *words, guint from)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (word_free);

  for (guint i = from; i < words->len; i++)
    g_ptr_array_add (copy, word_new (foi_label_words_get (words, i)->shown, i));
  return copy;
}

/**
 * foi_label_abbreviations_new:
 *
 * Returns: (transfer full): an empty collection of abbreviations.
 */
GPtrArray *
foi_label_abbreviations_new (void)
{
  return g_ptr_array_new_with_free_func (abbreviation_free);
}
