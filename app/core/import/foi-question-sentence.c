/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-sentence.h"

#include <string.h>

#include "foi-request-phrases.h"
#include "foi-text-format.h"

/* How far a clause before the asking words may reach, and how many of them. */
#define MAX_CLAUSE 240
#define MAX_CLAUSES 4
/* A line shorter than this was ended by the writer, not by a mail program. */
#define WRAPPED_LENGTH 50

/* ---- what a sentence does ---- */

/* Skips one connective or clause before the asking words; @folded itself when there is none. */
static const char *
skip_one (const char *folded)
{
  gsize length = foi_phrase_begins (folded, foi_phrases_connectives);
  const char *comma;

  if (length > 0)
    return folded + length + strspn (folded + length, " ,.:-");
  length = foi_phrase_begins (folded, foi_phrases_clause_starts);
  if (length == 0)
    return folded;
  comma = g_strstr_len (folded, MAX_CLAUSE, ", ");
  /* "from 2015 to 2024 please provide" has no comma. */
  if (comma == NULL)
    {
      const char *please = g_strstr_len (folded, MAX_CLAUSE, " please ");

      return please != NULL ? please + 1 : folded;
    }
  return comma + 2;
}

/**
 * foi_sentence_skip_opening:
 * @folded: a folded sentence
 *
 * Returns: (transfer none): @folded from where it may begin to ask: after "Also,", after "Under
 *   the Act," and "For each of these years,".
 */
const char *
foi_sentence_skip_opening (const char *folded)
{
  const char *at = folded;

  g_return_val_if_fail (folded != NULL, folded);

  at += strspn (at, "\"'([*- ");
  for (int i = 0; i < MAX_CLAUSES; i++)
    {
      const char *after = skip_one (at);

      if (after == at || *after == '\0')
        break;
      at = after;
    }
  return at;
}

/* @words without the first "also" of its first words: "i would also like to know". */
static char *
dup_without_also (const char *words)
{
  static const char also[] = " also ";
  const char *hit = g_strstr_len (words, 24, also);

  if (hit == NULL)
    return g_strdup (words);
  return g_strdup_printf ("%.*s %s", (int) (hit - words), words, hit + strlen (also));
}

/* Whether @all begins to ask: "please provide", "could you tell", "i would like to know". */
static gboolean
begins_to_ask (const char *all)
{
  static const char *const takes[] = {
    "have", "request", "ask for", "see", "know", "be told", "get", "let me have", "let me know",
    "obtain", NULL
  };
  static const char *const between[] = {
    "also", "kindly", "therefore", "then", "please", "ask", NULL
  };
  g_autofree char *plain = dup_without_also (all);
  const char *words = plain;
  gsize length = foi_phrase_begins (words, foi_phrases_polite_starts);

  if (foi_phrase_begins (words, foi_phrases_wishes) > 0)
    return TRUE;
  if (length == 0)
    return FALSE;
  words += length + strspn (words + length, " ,");
  length = foi_phrase_begins (words, between);
  words += length + strspn (words + length, " ,");
  return foi_phrase_begins (words, foi_phrases_asking_verbs) > 0
         || foi_phrase_begins (words, takes) > 0
         || foi_phrase_begins (words, foi_phrases_question_words) > 0;
}

static gboolean
ends_with_colon (const char *folded)
{
  gsize length = strlen (folded);

  while (length > 0 && strchr (" -", folded[length - 1]) != NULL)
    length--;
  return length > 0 && folded[length - 1] == ':';
}

static gboolean
ends_with_question_mark (const char *folded)
{
  static const char *const marks[] = { "?", "？", "؟", ";", NULL };
  gsize length = strlen (folded);

  while (length > 0 && strchr (" \"')]*!.", folded[length - 1]) != NULL)
    length--;
  for (gsize i = 0; marks[i] != NULL; i++)
    {
      gsize size = strlen (marks[i]);

      if (length >= size && strncmp (folded + length - size, marks[i], size) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_sentence_is_thanks:
 * @folded: a folded sentence
 *
 * Returns: whether it thanks, or looks forward to the answer.
 */
gboolean
foi_sentence_is_thanks (const char *folded)
{
  g_return_val_if_fail (folded != NULL, FALSE);

  return foi_phrase_begins (folded, foi_phrases_thanks) > 0;
}

/**
 * foi_sentence_is_announcement:
 * @folded: a folded sentence
 *
 * Returns: whether it says that it is a request, whatever else it says: "I am making a request for
 *   information about buses". Before a list of questions it only leads to them.
 */
gboolean
foi_sentence_is_announcement (const char *folded)
{
  const char *words;

  g_return_val_if_fail (folded != NULL, FALSE);

  words = foi_sentence_skip_opening (folded);
  return MAX (foi_phrase_begins (folded, foi_phrases_introductions),
              foi_phrase_begins (words, foi_phrases_introductions))
         > foi_phrase_begins (words, foi_phrases_wishes);
}

static gboolean
is_courtesy (const char *folded, const char *words)
{
  gsize length = MAX (foi_phrase_begins (folded, foi_phrases_courtesies),
                      foi_phrase_begins (words, foi_phrases_courtesies));

  return foi_sentence_is_thanks (folded) || foi_sentence_is_thanks (words)
         || foi_phrase_within (folded, foi_phrases_deadlines)
         || length > foi_phrase_begins (folded, foi_phrases_introductions);
}

/* What a sentence that says it is a request does: some of these ask at once. */
static FoiSentenceKind
classify_introduction (const char *folded, const char *words)
{
  if (foi_phrase_within (folded, foi_phrases_following) || ends_with_colon (folded))
    return FOI_SENTENCE_INTRODUCES;
  return foi_phrase_within (words, foi_phrases_about) ? FOI_SENTENCE_ASKS : FOI_SENTENCE_INTRODUCES;
}

/* What a sentence does that neither introduces nor asks in a form of words. */
static FoiSentenceKind
classify_plain (const char *folded, const char *words)
{
  static const char *const laws[] = {
    "freedom of information", "foi", "foia", "environmental information regulations", NULL
  };
  static const char *const requests[] = { "request", "requests", "cais", NULL };
  /* Lists of these are told, not asked. */
  static const char *const told[] = {
    "concerns", "complaints", "events", "incidents", "reasons", "facts", "problems", "background",
    "timeline", "history", "grounds", NULL
  };

  if (ends_with_question_mark (folded))
    return foi_phrase_within (folded, foi_phrases_following) ? FOI_SENTENCE_INTRODUCES
                                                             : FOI_SENTENCE_ASKS;
  if (foi_phrase_begins (words, foi_phrases_qualifiers) > 0)
    return FOI_SENTENCE_QUALIFIES;
  if (ends_with_colon (folded))
    return foi_phrase_within (folded, foi_phrases_following) && !foi_phrase_within (folded, told)
             ? FOI_SENTENCE_INTRODUCES
             : FOI_SENTENCE_OTHER;
  if (foi_phrase_begins (words, foi_phrases_strong_question_words) > 0)
    return FOI_SENTENCE_ASKS;
  if (foi_phrase_begins (words, foi_phrases_question_words) > 0
      || foi_phrase_begins (words, foi_phrases_names_information) > 0)
    return FOI_SENTENCE_NAMES;
  if (foi_phrase_within (folded, laws) && foi_phrase_within (folded, requests))
    return FOI_SENTENCE_INTRODUCES;
  return FOI_SENTENCE_OTHER;
}

/**
 * foi_sentence_classify:
 * @folded: one sentence, from foi_text_span_fold()
 *
 * Returns: what the sentence does in a request.
 */
FoiSentenceKind
foi_sentence_classify (const char *folded)
{
  static const char *const conditions[] = {
    "if so", "if not", "if yes", "if no", "if they", "if there were", "if applicable", "if it",
    NULL
  };
  const char *words;

  g_return_val_if_fail (folded != NULL, FOI_SENTENCE_OTHER);

  words = foi_sentence_skip_opening (folded);
  if (is_courtesy (folded, words) || foi_text_format_is_all (words))
    return FOI_SENTENCE_COURTESY;
  if (foi_phrase_begins (folded, conditions) > 0)
    return FOI_SENTENCE_QUALIFIES;
  /* "Please break this down": it begins as if it asked. */
  if (foi_phrase_begins (words, foi_phrases_qualifiers) > 0 && g_str_has_prefix (words, "please"))
    return FOI_SENTENCE_QUALIFIES;
  if (foi_sentence_is_announcement (folded))
    return classify_introduction (folded, words);
  if (begins_to_ask (words))
    return ends_with_colon (folded) || foi_phrase_within (folded, foi_phrases_following)
             ? FOI_SENTENCE_INTRODUCES
             : FOI_SENTENCE_ASKS;
  return classify_plain (folded, words);
}

/**
 * foi_sentence_classify_span:
 * @text: valid UTF-8
 * @span: one sentence of it
 *
 * Returns: what the sentence does in a request.
 */
FoiSentenceKind
foi_sentence_classify_span (const char *text, FoiTextSpan span)
{
  g_autofree char *folded = foi_text_span_fold (text, span);

  return foi_sentence_classify (folded);
}

/* ---- where a sentence ends ---- */

/* Whether the stop at @at belongs to a shortened word, an initial or a list number. */
static gboolean
is_abbreviation (const char *text, gsize start, gsize at)
{
  static const char *const shortened[] = {
    "e.g", "i.e", "mr", "mrs", "ms", "dr", "prof", "no", "nos", "st", "approx", "etc", "p.a", "vs",
    "incl", "rev", "cllr", "ltd", "dept", "para", "paras", "sec", "art", "reg", "ref", "fig", "p",
    "pp", "cf", "al", "viz", "p.s", NULL
  };
  gsize word = at;
  g_autofree char *folded = NULL;

  while (word > start && at - word < 8
         && (g_ascii_isalpha (text[word - 1]) || text[word - 1] == '.'))
    word--;
  if (at - word == 1 && g_ascii_isupper (text[word]))
    return TRUE;
  folded = g_ascii_strdown (text + word, (gssize) (at - word));
  return g_strv_contains (shortened, folded);
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '?' || c == '!' || c == 0x3002 || c == 0xff1f || c == 0x061f
         || c == 0x037e || c == 0x0964 || c == 0xff01 || c == 0x2026;
}

static gboolean
is_closing_mark (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201d || c == '*'
         || is_stop (c);
}

/* Whether what comes at @p may begin a sentence: not a small letter. */
static gboolean
may_begin (const char *p, const char *end)
{
  while (p < end && (foi_text_is_space (g_utf8_get_char (p)) || *p == '>'))
    p = g_utf8_next_char (p);
  return p >= end || !g_unichar_islower (g_utf8_get_char (p));
}

/* Whether the end of the line at @at ends a sentence that has no stop. */
static gboolean
line_ends_sentence (const char *text, FoiTextSpan paragraph, gsize line_start, gsize at)
{
  gsize next = at;
  FoiTextSpan rest;
  g_autofree char *folded = NULL;
  const char *last;

  while (next < paragraph.end && (foi_text_is_space (g_utf8_get_char (text + next))
                                  || text[next] == '>'))
    next = (gsize) (g_utf8_next_char (text + next) - text);
  at = foi_text_span_trim (text, (FoiTextSpan){ line_start, at }).end;
  if (next >= paragraph.end || at <= line_start)
    return FALSE;
  last = g_utf8_prev_char (text + at);
  if (*last == ':')
    return TRUE;
  if (!g_unichar_isupper (g_utf8_get_char (text + next)))
    return FALSE;
  if (*last == ',' || *last == '-')
    return FALSE;
  if (g_utf8_strlen (text + line_start, (gssize) (at - line_start)) < WRAPPED_LENGTH)
    return TRUE;
  rest = (FoiTextSpan){ next, MIN (paragraph.end, next + 40) };
  while (rest.end < paragraph.end && (text[rest.end] & 0xc0) == 0x80)
    rest.end++;
  folded = foi_text_span_fold (text, rest);
  return begins_to_ask (folded) || foi_phrase_begins (folded, foi_phrases_question_words) > 0;
}

/**
 * foi_sentence_next:
 * @text: valid UTF-8
 * @paragraph: a paragraph, or what is left of it
 *
 * Returns: the first sentence of @paragraph, without white space at its ends. A line that is
 *   plainly whole is a sentence too, with or without a stop.
 */
FoiTextSpan
foi_sentence_next (const char *text, FoiTextSpan paragraph)
{
  const char *end = text + paragraph.end;
  const char *p;
  gsize line_start;

  g_return_val_if_fail (text != NULL, paragraph);

  paragraph.start = foi_text_span_skip_space (text, paragraph);
  line_start = paragraph.start;
  for (p = text + paragraph.start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize at = (gsize) (p - text);

      if ((c == '\n' || c == '\r') && at > line_start)
        {
          if (line_ends_sentence (text, paragraph, line_start, at))
            return foi_text_span_trim (text, (FoiTextSpan){ paragraph.start, at });
          line_start = at + 1;
        }
      if (!is_stop (c) || (c == '.' && is_abbreviation (text, paragraph.start, at)))
        continue;
      while (p < end && is_closing_mark (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p >= end)
        break;
      if ((foi_text_is_space (g_utf8_get_char (p)) || c >= 0x3000) && may_begin (p, end))
        return foi_text_span_trim (text, (FoiTextSpan){ paragraph.start, (gsize) (p - text) });
      p = g_utf8_prev_char (p);
    }
  return foi_text_span_trim (text, paragraph);
}

/**
 * foi_sentence_any_asks:
 * @text: valid UTF-8
 * @span: a line or a paragraph of it
 *
 * Returns: whether a sentence of @span asks for information.
 */
gboolean
foi_sentence_any_asks (const char *text, FoiTextSpan span)
{
  g_return_val_if_fail (text != NULL, FALSE);

  while (!foi_text_span_is_empty (span))
    {
      FoiTextSpan sentence = foi_sentence_next (text, span);

      if (foi_text_span_is_empty (sentence))
        break;
      if (foi_sentence_classify_span (text, sentence) == FOI_SENTENCE_ASKS)
        return TRUE;
      span.start = sentence.end;
    }
  return FALSE;
}
