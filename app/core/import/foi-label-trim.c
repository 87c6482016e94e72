/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-label-trim.h"

#include <string.h>

#include "foi-label-words.h"
#include "foi-text-span.h"

static const char *const openings[] = {
  "please", "please could you", "please can you", "please would you", "can you", "could you",
  "can you please", "could you please", "would you", "will you", "kindly", "also", "and",
  "i would like", "i would also like", "i'd like", "i want", "i wish", "i request",
  "i am requesting", "i am seeking", "i am looking for", "i would be grateful if you could",
  "i would appreciate it if you could", "i am writing to ask", "i am writing to request",
  "we would like", "we request", "may i", "may i have", "can i have", "could i have", "to know",
  "to request", "to see", "to receive", "to ask for", "to ask", "to obtain", "to find out",
  "tell me", "tell us", "provide me with", "provide us with", "provide", "supply",
  "supply me with", "send me", "send", "give me", "give", "state", "confirm", "list",
  "let me know", "let us know", "advise me", "advise", "disclose", "detail", "specify", "outline",
  "let me have", "let us have",
  "explain", "describe", "identify", "inform me", "how many", "how much", "what is", "what are",
  "what was", "what were", "what", "which", "who is", "who are", "who was", "who", "when was",
  "when were", "when did", "when is", "where is", "where are", "the", "a", "an", "any", "all",
  "your", "our", "the number of", "number of", "the numbers of", "the total number of",
  "total number of", "a total number of", "a list of", "list of", "details of", "details on",
  "details about", "detail of", "a copy of", "a copy", "copies of", "copy of",
  "information about", "information on", "information regarding", "information relating to",
  "information concerning", "information held on", "figures for", "figures on", "the figures for",
  "data on", "data for", "data about", "the data on", "a breakdown of", "breakdown of",
  "an annual breakdown of", "a yearly breakdown of", "a full breakdown of",
  "a detailed breakdown of", "a monthly breakdown of", "the amount of", "the total amount of",
  "whether", "if", "is there", "are there", "of these", "of those", "of the above", "of which",
  "me", "with", "us", "why", "where", "when", "there", "under the freedom of information act",
  "under the freedom of information act 2000", "under foi", "under the foi act", "firstly",
  "secondly", "finally", "for each", "how long", "how often", "the names of", "a summary of",
  "of them", "faint o", "sawl", "we also request", "i also request", "we would also like",
  "my second request is for", "ps", "p.s", "to clarify", "to confirm",
  "i am interested in knowing", "i am also interested in knowing",
  "i would be interested to know", "yearly breakdown of", "annual breakdown of",
  "monthly breakdown of", "full breakdown of", "detailed breakdown of", "yearly split of",
  "annual split of", "split of", "full list of", "complete list of", "summary of", "you hold",
  "you have", "you hold any", "the council holds", "the council has", "the following information",
  "i should like", "i should also like", "i should further like", "i would further like",
  "i also want", "i also wish", "we should like", "to be told", "to have",
  "to get hold of", "to get", "attach", "enclose", "email me", "first",
  "second", "third", NULL
};

/* With these a question begins that wants yes or no; after "how many" they belong to its verb. */
static const char *const yes_or_no[] = {
  "do you have", "do you hold", "does the council have", "does the council hold", "do you",
  "does the council", "does your organisation", "did the council", "has the council", "have you",
  "did you", NULL
};

/* Words that say only that this is a request; what is asked for comes after them. */
static const char *const request_starts[] = {
  "i would like to make", "i'd like to make", "i wish to make", "i am making", "i am submitting",
  "i would like to submit", "i wish to submit", "i am writing", "this is a request",
  "this is a freedom of information request", "this is an foi request", "we are making",
  "we wish to make", "i would like to request information", "my request is",
  "i am requesting information", NULL
};

static guint
count_phrase_words (const char *joined, gsize length)
{
  guint words = 1;

  for (gsize i = 0; i < length; i++)
    words += joined[i] == ' ';
  return words;
}

/* Drops @count words that are words, and the marks between them. */
static void
drop_first (GPtrArray *words, guint count)
{
  while (count > 0 && words->len > 0)
    {
      count -= *foi_label_words_plain (words, 0) != '\0';
      g_ptr_array_remove_index (words, 0);
    }
  while (words->len > 0 && *foi_label_words_plain (words, 0) == '\0')
    g_ptr_array_remove_index (words, 0);
}

/* A clause about time before the question: "for each year in the period, …". */
static guint
time_clause_words (GPtrArray *words)
{
  static const char *const starts[] = {
    "for each", "in each", "for every", "between", "since", "during", "over", "from",
    "in the last", "in the past", "in the financial", "in the calendar", "for the period",
    "for the financial", "for the calendar", "for the year", "for the years", "for the last",
    "for the past", "in 20", "for 20", "as of", "as at", "in total", "in the years", "in the year",
    "of these", "of those", "for all", "under the", "under foi", "for the academic",
    "within the last", "for those", "for these", NULL
  };
  g_autofree char *joined = foi_label_words_join_plain (words, 0);
  gboolean year = g_str_has_prefix (joined, "in 20") || g_str_has_prefix (joined, "for 20");

  if (!year && foi_phrase_begins (joined, starts) == 0)
    return 0;
  for (guint i = 0; i + 2 < words->len && i < 14; i++)
    {
      if (g_str_has_suffix (foi_label_words_get (words, i)->shown, ","))
        return i + 1;
    }
  return 0;
}

/* Takes "I would like to make a request under the Act for" off. */
static gboolean
drop_request (GPtrArray *words)
{
  static const char *const links[] = {
    "for", "about", "regarding", "concerning", "asking", NULL
  };
  g_autofree char *joined = foi_label_words_join_plain (words, 0);

  if (foi_phrase_begins (joined, request_starts) == 0)
    return FALSE;
  for (guint i = 3; i + 1 < words->len && i < 20; i++)
    {
      if (!g_strv_contains (links, foi_label_words_plain (words, i)))
        continue;
      g_ptr_array_remove_range (words, 0, i + 1);
      return TRUE;
    }
  return FALSE;
}

/**
 * foi_label_drop_announcement:
 * @words: (element-type FoiLabelWord): words
 *
 * Takes "I still want an answer to this:" off, where a question follows the colon.
 */
void
foi_label_drop_announcement (GPtrArray *words)
{
  static const char *const asking[] = {
    "how", "what", "which", "who", "when", "where", "why", NULL
  };

  for (guint i = 0; i + 2 < words->len; i++)
    {
      if (g_str_has_suffix (foi_label_words_get (words, i)->shown, ":")
          && g_strv_contains (asking, foi_label_words_plain (words, i + 1)))
        {
          g_ptr_array_remove_range (words, 0, i + 1);
          return;
        }
    }
}

/**
 * foi_label_drop_openings:
 * @words: (element-type FoiLabelWord): words
 *
 * Takes the words off with which questions are opened; one word at least stays.
 */
void
foi_label_drop_openings (GPtrArray *words)
{
  static const char *const asking[] = { "how many", "how much", "how long", "how often", "what",
                                        "which", "in how many", NULL };
  gboolean asked = FALSE;

  for (;;)
    {
      g_autofree char *joined = foi_label_words_join_plain (words, 0);
      gsize length = foi_phrase_begins (joined, openings);
      guint clause = time_clause_words (words);

      if (!asked)
        length = MAX (length, foi_phrase_begins (joined, yes_or_no));
      asked = asked || foi_phrase_begins (joined, asking) > 0;
      if (clause > 0)
        g_ptr_array_remove_range (words, 0, clause);
      else if (drop_request (words))
        continue;
      else if (length > 0 && strlen (joined) > length)
        drop_first (words, count_phrase_words (joined, length));
      else
        return;
    }
}

/**
 * foi_label_drop_politeness:
 * @words: (element-type FoiLabelWord): words
 *
 * Takes "Could you tell me" off, and leaves "how many".
 */
void
foi_label_drop_politeness (GPtrArray *words)
{
  static const char *const asking[] = {
    "how", "what", "which", "who", "when", "where", "why", NULL
  };

  for (guint i = 1; i < words->len && i < 10; i++)
    {
      if (!g_strv_contains (asking, foi_label_words_plain (words, i)))
        continue;
      g_ptr_array_remove_range (words, 0, i);
      return;
    }
}

/**
 * foi_label_cut_afterwards:
 * @words: (element-type FoiLabelWord): words
 *
 * Ends the label where the question ends, asks a second thing, or turns to how it is to be
 * answered.
 */
void
foi_label_cut_afterwards (GPtrArray *words)
{
  static const char *const questions[] = {
    "how", "what", "which", "who", "when", "where", "why", NULL
  };

  for (guint i = 0; i < words->len; i++)
    {
      const FoiLabelWord *word = foi_label_words_get (words, i);
      const FoiLabelWord *next = i + 1 < words->len ? foi_label_words_get (words, i + 1) : NULL;
      const char *end = word->shown + strlen (word->shown) - 1;
      gboolean please = next != NULL && strcmp (next->plain, "please") == 0;
      gboolean mark = *word->plain == '\0';
      gboolean asks_next = next != NULL && g_strv_contains (questions, next->plain);
      gboolean second = next != NULL && i > 1 && strcmp (word->plain, "and") == 0
                        && g_strv_contains (questions, next->plain);

      if ((i > 0 && mark && (please || asks_next)) || second)
        {
          g_ptr_array_set_size (words, (gint) i);
          return;
        }
      if (strchr ("?;", *end) != NULL || (please && i > 1) || (*end == ':' && i > 1))
        {
          g_ptr_array_set_size (words, (gint) i + 1);
          return;
        }
    }
}

/**
 * foi_label_is_participle:
 * @plain: a word
 *
 * Returns: whether it looks like the participle of a verb.
 */
gboolean
foi_label_is_participle (const char *plain)
{
  static const char *const others[] = {
    "made", "sent", "paid", "spent", "held", "lost", "sold", "kept", "left", "built", "taken",
    "given", "written", "known", "found", "bought", "put", "set", "seen", NULL
  };

  return (strlen (plain) > 4 && g_str_has_suffix (plain, "ed")) || g_strv_contains (others, plain);
}

/**
 * foi_label_drop_auxiliaries:
 * @words: (element-type FoiLabelWord): words
 *
 * "Calls were recorded" is as clear as "calls recorded".
 */
void
foi_label_drop_auxiliaries (GPtrArray *words)
{
  static const char *const auxiliaries[] = {
    "was", "were", "been", "have", "has", "had", "being", "are", "is", NULL
  };
  static const char *const relatives[] = {
    "who", "that", "which", "you", "they", "it", "we", "i", "there", "these", NULL
  };
  guint leading = 0;

  while (leading < words->len
         && g_strv_contains (auxiliaries, foi_label_words_plain (words, leading)))
    leading++;
  if (leading + 1 < words->len)
    g_ptr_array_remove_range (words, 0, leading);
  for (guint i = 0; i < words->len; i++)
    {
      guint end = i;

      while (end < words->len && g_strv_contains (auxiliaries, foi_label_words_plain (words, end)))
        end++;
      if (end == i || end >= words->len
          || (i > 0 && g_strv_contains (relatives, foi_label_words_plain (words, i - 1))))
        continue;
      if (strcmp (foi_label_words_plain (words, end), "there") == 0)
        g_ptr_array_remove_range (words, i, end + 1 - i);
      else if (foi_label_is_participle (foi_label_words_plain (words, end)))
        g_ptr_array_remove_range (words, i, end - i);
    }
}

static gboolean
is_preposition (const char *plain)
{
  static const char *const prepositions[] = {
    "of", "in", "with", "from", "by", "to", "for", "on", "at", "under", "over", "per", "about",
    NULL
  };

  return g_strv_contains (prepositions, plain);
}

/**
 * foi_label_drop_question_form:
 * @words: (element-type FoiLabelWord): words
 *
 * "Fines did the council issue for littering" becomes "fines for littering"; "staff do you employ"
 * becomes "staff you employ".
 */
void
foi_label_drop_question_form (GPtrArray *words)
{
  static const char *const verbs[] = { "does", "do", "did", "has", "have", "had", NULL };
  static const char *const subjects[] = {
    "you", "the", "your", "council", "we", "they", "it", NULL
  };
  static const char *const pronouns[] = { "you", "we", "they", "it", NULL };

  for (guint i = 0; i + 2 < words->len && i < 5; i++)
    {
      guint verb;

      if (!g_strv_contains (verbs, foi_label_words_plain (words, i))
          || !g_strv_contains (subjects, foi_label_words_plain (words, i + 1)))
        continue;
      verb = i + 2;
      if (!g_strv_contains (pronouns, foi_label_words_plain (words, i + 1)))
        verb++;
      if (verb >= words->len || (i == 0 && verb + 1 >= words->len))
        return;
      if (i == 0)
        g_ptr_array_remove_range (words, 0, verb);
      else if (verb + 1 < words->len
               && !(verb + 2 == words->len
                    && is_preposition (foi_label_words_plain (words, verb + 1))))
        g_ptr_array_remove_range (words, i, verb + 1 - i);
      else
        g_ptr_array_remove_index (words, i);
      return;
    }
}

/**
 * foi_label_drop_addressee:
 * @words: (element-type FoiLabelWord): words
 *
 * Takes "by the council" off the end: whom a request goes to is said by the letter.
 */
void
foi_label_drop_addressee (GPtrArray *words)
{
  static const char *const phrases[] = {
    "by the council", "by you", "by your organisation", "by your authority", "by the authority",
    "by the trust", "by the force", "by the university", "by your trust", "by your council",
    "at the council", "within the council", "in the council", "you hold", "that you hold",
    "held by the council", "held by you", "do you have", "do you hold", "are there", "have you",
    "at your organisation", "within your organisation", "in your organisation", "in your area",
    NULL
  };

  for (guint i = 1; i < words->len; i++)
    {
      g_autofree char *rest = words->len - i <= 4 ? foi_label_words_join_plain (words, i) : NULL;

      if (rest != NULL && g_strv_contains (phrases, rest))
        {
          g_ptr_array_set_size (words, (gint) i);
          return;
        }
    }
}

/**
 * foi_label_is_small:
 * @plain: a word
 *
 * Returns: whether it only joins others.
 */
gboolean
foi_label_is_small (const char *plain)
{
  static const char *const small[] = {
    "have", "has", "had", "was", "were", "is", "are", "been", "of", "in", "who", "that", "which",
    "did", "do", "does", "with", "from", "by", "to", "for", "on", "at", "under", "over", "per",
    "each", "and", "or", "the", "a", "an", "be", "about", "as", "within", "between", "", NULL
  };

  return g_strv_contains (small, plain);
}

/**
 * foi_label_drop_brackets:
 * @words: (element-type FoiLabelWord): words
 *
 * Takes away what is in brackets.
 */
void
foi_label_drop_brackets (GPtrArray *words)
{
  for (guint i = 1; i < words->len; i++)
    {
      guint end = i;

      if (foi_label_words_get (words, i)->shown[0] != '(')
        continue;
      while (end < words->len && strchr (foi_label_words_get (words, end)->shown, ')') == NULL)
        end++;
      if (end >= words->len)
        return;
      g_ptr_array_remove_range (words, i, end + 1 - i);
      i--;
    }
}

/**
 * foi_label_drop_ending:
 * @words: (element-type FoiLabelWord): words
 *
 * Takes the clause off the end that says for when, or how it is to be divided.
 */
void
foi_label_drop_ending (GPtrArray *words)
{
  static const char *const endings[] = {
    "in each", "for each", "per year", "in the last", "in the past", "over the last",
    "over the past", "for the last", "for the past", "since", "during", "for the period",
    "broken down", "by year", "each year", "between january", "in total", "including",
    "together with", "along with", "for the financial", "in the financial", "for the calendar",
    "in the calendar", "for the years", "in the years", "where", "such as", "from april",
    "per annum", "between april", "from january", "to date", "as well as", NULL
  };

  for (guint i = 2; i < words->len; i++)
    {
      g_autofree char *rest = foi_label_words_join_plain (words, i);

      if (foi_phrase_begins (rest, endings) > 0
          || (g_str_has_prefix (rest, "between ") && g_ascii_isdigit (rest[8]))
          || (g_str_has_prefix (rest, "from ") && g_ascii_isdigit (rest[5])))
        {
          g_ptr_array_set_size (words, (gint) i);
          return;
        }
    }
}

/**
 * foi_label_drop_shared:
 * @words: (element-type FoiLabelWord): words
 * @shared: how many words the question has in common with another
 *
 * Keeps of the words in common only the thing asked about: "cases of those recorded at risk" and
 * "cases of those recorded to be involved" are "cases at risk" and "cases involved".
 */
void
foi_label_drop_shared (GPtrArray *words, guint shared)
{
  guint noun = 0, rest = 0;
  g_autofree char *remainder = NULL;
  static const char *const links[] = {
    "to be", "be", "been", "being", "to have been", "have been", NULL
  };
  gsize length;

  while (noun < words->len && noun < 3 && !foi_label_is_small (foi_label_words_plain (words, noun))
         && (noun == 0 || !foi_label_is_participle (foi_label_words_plain (words, noun))))
    noun++;
  while (rest < words->len && foi_label_words_get (words, rest)->place < shared)
    rest++;
  if (rest > 0 && rest < words->len && is_preposition (foi_label_words_plain (words, rest - 1))
      && !is_preposition (foi_label_words_plain (words, rest)))
    rest--;
  if (noun == 0 || noun >= rest || rest >= words->len)
    return;
  remainder = foi_label_words_join_plain (words, rest);
  length = foi_phrase_begins (remainder, links);
  if (length > 0)
    rest += count_phrase_words (remainder, length);
  if (rest < words->len)
    g_ptr_array_remove_range (words, noun, rest - noun);
}
