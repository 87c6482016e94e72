/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-format.h"

#include <string.h>

#include "foi-question-sentence.h"
#include "foi-request-phrases.h"

#define MAX_WORD 24
#define MAX_PHRASE_WORDS 9

/* Words a preference is made of: those that name a form, and those that may stand with them. */
static const char *const forms[] = {
  "excel", "csv", "spreadsheet", "spreadsheets", "xlsx", "xls", "ods", "pdf", "word", "electronic",
  "electronically", "machine", "digital", "digitally", "paper", "hard", "large", "braille",
  "audio", "json", "email", "e-mail", "post", NULL
};
static const char *const fillers[] = {
  "a", "an", "the", "or", "and", "format", "formats", "form", "file", "files", "document",
  "documents", "copy", "copies", "microsoft", "ms", "open", "searchable", "editable", "structured",
  "readable", "machine-readable", "print", "either", "both", "table", "other", "similar",
  "re-usable", "reusable", "preferably", "response", "version", "reply", NULL
};
/* These come by a way, not in a form, so much else may have come by them too. */
static const char *const ways[] = { "email", "e-mail", "post", "paper", NULL };
static const char *const before_ways[] = {
  "response", "reply", "information", "answer", "answers", "it", "this", "data", "sent", "respond",
  "me", "provided", "supplied", "contact", "receive", "either", "documents", "communication", NULL
};
static const char *const cues[] = {
  "format", "form", "prefer", "preferred", "preferably", "preference", "provide", "provided",
  "send", "sent", "supply", "supplied", "response", "reply", "receive", "would like",
  "electronically", "respond", "give", "like the information", "possible", NULL
};
/* What a sentence may hold beside these and still ask for nothing but a form: who sends what to
 * whom, courtesies, and names of an answer that name no information. */
static const char *const sending[] = {
  "send", "sent", "provide", "provided", "supply", "supplied", "give", "given", "forward",
  "forwarded", "return", "returned", "respond", "receive", "have", "get", "like", "prefer",
  "preferred", "require", "request", "requested", "asked", "ask", "present", "presented",
  "formatted", "release", "released", "disclose", "disclosed", "share", "shared", "ensure", "make",
  "sure", "be", "is", "are", NULL
};
static const char *const plain[] = {
  "please", "kindly", "could", "can", "would", "should", "may", "will", "must", "you", "i", "we",
  "us", "me", "my", "our", "your", "it", "this", "that", "these", "them", "they", "all", "any",
  "if", "possible", "practicable", "where", "whenever", "wherever", "ideally", "preference", "also",
  "to", "for", "so", "in", "as", "by", "via", "on", "at", "with", "from", "above", "do", "not",
  "rather", "than", "grateful", "appreciate", "appreciated", "happy", "ideal", "best", "helpful",
  "useful", "great", "d", "single", "information", "data", "figures", "answer", "answers",
  "responses", "replies", "results", "details", "address", NULL
};

typedef struct
{
  char        word[MAX_WORD];
  FoiTextSpan span;
} Word;

/* The next word of letters and hyphens at or after @at; its text is small letters, cut. */
static gboolean
next_word (const char *text, gsize at, gsize end, Word *word)
{
  gsize length = 0;

  while (at < end && !g_ascii_isalpha (text[at]))
    at++;
  word->span.start = at;
  while (at < end && (g_ascii_isalpha (text[at]) || (text[at] == '-' && length > 0)))
    {
      if (length < MAX_WORD - 1)
        word->word[length++] = g_ascii_tolower (text[at]);
      at++;
    }
  word->word[length] = '\0';
  word->span.end = at;
  return length > 0;
}

/* "in the form of a table" */
static gboolean
is_of_form (const Word *word, const Word *before)
{
  return strcmp (word->word, "of") == 0 && strcmp (before->word, "form") == 0;
}

/* Whether words that follow @end and belong to the phrase name a form; @end moves behind them. */
static gboolean
read_form (const char *text, gsize limit, gsize *end, gboolean *way)
{
  gboolean named = FALSE;
  gsize at = *end;
  Word word, before = { .word = "" };

  *way = FALSE;
  for (int i = 0; i < MAX_PHRASE_WORDS && next_word (text, at, limit, &word); i++)
    {
      gboolean is_form
          = g_strv_contains (forms, word.word) || strstr (word.word, "machine-") != NULL;

      if (!is_form && !g_strv_contains (fillers, word.word) && !is_of_form (&word, &before))
        break;
      if (word.span.start - at > 3 || memchr (text + at, '.', word.span.start - at) != NULL)
        break;
      if (is_form && !named)
        *way = g_strv_contains (ways, word.word);
      named = named || is_form;
      at = word.span.end;
      /* "or", "and" and articles count only when something follows them. */
      if (is_form || strlen (word.word) > 3)
        *end = at;
      before = word;
    }
  return named;
}

/* "A spreadsheet would be preferred": the sentence begins with the form. */
static gboolean
find_at_start (const char *text, FoiTextSpan sentence, FoiTextSpan *format)
{
  static const char *const verdicts[] = { "would", NULL };
  gsize end = sentence.start;
  gboolean way;
  Word word;

  if (!read_form (text, sentence.end, &end, &way) || !next_word (text, end, sentence.end, &word)
      || !g_strv_contains (verdicts, word.word))
    return FALSE;
  *format = foi_text_span_trim (text, (FoiTextSpan){ sentence.start, end });
  return TRUE;
}

static gboolean
find_in_sentence (const char *text, FoiTextSpan sentence, FoiTextSpan *format)
{
  static const char *const prepositions[] = { "in", "as", "by", "via", "on", "an", NULL };
  Word word, before = { .word = "" };

  for (gsize at = sentence.start; next_word (text, at, sentence.end, &word); at = word.span.end)
    {
      gsize end = word.span.end;
      gboolean way;

      if (strcmp (word.word, "electronically") == 0 || strcmp (word.word, "digitally") == 0)
        {
          *format = word.span;
          return TRUE;
        }
      if (g_strv_contains (prepositions, word.word) && read_form (text, sentence.end, &end, &way)
          && (!way || g_strv_contains (before_ways, before.word)))
        {
          *format = (FoiTextSpan){ word.span.start, end };
          return TRUE;
        }
      before = word;
    }
  return find_at_start (text, sentence, format);
}

/* "all of the above" names nothing new; "a copy of the spreadsheet" does. */
static gboolean
may_stand (const Word *word, const Word *before)
{
  if (strcmp (word->word, "of") == 0)
    return is_of_form (word, before) || strcmp (before->word, "all") == 0;
  return g_strv_contains (forms, word->word) || g_strv_contains (fillers, word->word)
         || g_strv_contains (sending, word->word) || g_strv_contains (plain, word->word);
}

/**
 * foi_text_format_is_all:
 * @folded: a sentence from foi_text_span_fold()
 *
 * Tells "Please send the figures as a spreadsheet", which asks for no information, from "Please
 * send the contract register as a spreadsheet", which does.
 *
 * Returns: whether the sentence says nothing but the form in which an answer is wanted.
 */
gboolean
foi_text_format_is_all (const char *folded)
{
  FoiTextSpan sentence = { 0, 0 }, format;
  Word word, before = { .word = "" };

  g_return_val_if_fail (folded != NULL, FALSE);

  for (const char *c = folded; *c != '\0'; c++)
    if (g_ascii_isdigit (*c) || (guchar) *c >= 0x80)
      return FALSE;
  sentence.end = strlen (folded);
  for (gsize at = 0; next_word (folded, at, sentence.end, &word); at = word.span.end)
    {
      if (!may_stand (&word, &before))
        return FALSE;
      before = word;
    }
  return find_in_sentence (folded, sentence, &format);
}

/* "How many replies were sent by email?" is about e-mail, and wishes for none. */
static gboolean
may_prefer (const char *folded)
{
  const char *words = foi_sentence_skip_opening (folded);

  if (foi_phrase_begins (words, foi_phrases_question_words) > 0)
    return FALSE;
  return foi_phrase_within (folded, cues) || foi_text_format_is_all (folded);
}

/**
 * foi_text_format_find:
 * @text: valid UTF-8
 * @span: where to look
 * @format: (out): the words that say it
 *
 * Looks for the form in which the requester wants the answer: "in Excel", "as a CSV file",
 * "electronically", "by email" (Freedom of Information Act 2000, s.11(1) and (1A): it is honoured
 * so far as reasonably practicable).
 *
 * Returns: whether a preference is stated.
 */
gboolean
foi_text_format_find (const char *text, FoiTextSpan span, FoiTextSpan *format)
{
  g_return_val_if_fail (text != NULL && format != NULL, FALSE);

  while (span.start < span.end)
    {
      FoiTextSpan sentence = foi_sentence_next (text, span);
      g_autofree char *folded = foi_text_span_fold (text, sentence);

      if (foi_text_span_is_empty (sentence))
        break;
      if (may_prefer (folded) && find_in_sentence (text, sentence, format))
        return TRUE;
      span.start = sentence.end;
    }
  return FALSE;
}
