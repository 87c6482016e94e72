/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-stems.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

/* Words shorter than these are not spelt in two ways by the rules below: "size", "hour", "tree". */
#define LONG_WORD  6
#define LONG_STEM  6

/* What every sentence has. In the order of strcmp (). */
static const char *const function_words[] = {
  "a", "about", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but",
  "by", "can", "could", "did", "do", "does", "each", "for", "from", "had", "has", "have", "how",
  "i", "if", "in", "into", "is", "it", "its", "many", "may", "me", "much", "my", "no", "nor",
  "not", "of", "on", "or", "our", "over", "per", "please", "shall", "should", "since", "so",
  "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
  "those", "to", "under", "up", "us", "was", "we", "were", "what", "when", "where", "whether",
  "which", "who", "whom", "whose", "why", "will", "with", "within", "would", "you", "your",
};

/* In which anything is asked for. In the order of strcmp (). */
static const char *const asking_words[] = {
  "ask", "asked", "asking", "detail", "details", "every", "following", "give", "given", "include",
  "included", "includes", "including", "information", "like", "number", "numbers", "provide",
  "provided", "request", "requested", "send", "tell", "total", "year", "years",
};

/* What may stand behind "is" or "iz". */
static const char *const ise_endings[] = { "e", "es", "ed", "er", "ers", "ing", "ation",
                                           "ations" };

/* Beginnings that are spelt in two ways; the second is what is compared. */
static const struct
{
  const char *from, *to;
} spellings[] = {
  { "catalogue", "catalog" }, { "defence", "defense" }, { "licence", "license" },
  { "offence", "offense" }, { "practise", "practice" }, { "practising", "practicing" },
  { "programme", "program" },
};

static void
free_stemmer (gpointer data)
{
  sb_stemmer_delete (data);
}

/* A stemmer has a buffer of its own, and so each thread one. */
static struct sb_stemmer *
get_stemmer (void)
{
  static GPrivate kept = G_PRIVATE_INIT (free_stemmer);
  struct sb_stemmer *stemmer = g_private_get (&kept);

  if (stemmer == NULL)
    {
      stemmer = sb_stemmer_new ("english", NULL);
      g_assert (stemmer != NULL);
      g_private_set (&kept, stemmer);
    }
  return stemmer;
}

static int
compare_words (const void *word, const void *entry)
{
  return strcmp (word, *(const char *const *) entry);
}

static gboolean
says_nothing (const char *word)
{
  return bsearch (word, function_words, G_N_ELEMENTS (function_words), sizeof (char *),
                  compare_words) != NULL
         || bsearch (word, asking_words, G_N_ELEMENTS (asking_words), sizeof (char *),
                     compare_words) != NULL;
}

/* ---- spelling -------------------------------------------------------------------------------- */

/* "organize" and "analyze" are written with an s. */
static void
spell_ise (GString *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ise_endings); i++)
    {
      const gsize length = strlen (ise_endings[i]);
      const gsize z = word->len - length - 1;

      if (word->len < length + 3 || !g_str_has_suffix (word->str, ise_endings[i])
          || word->str[z] != 'z' || strchr ("iy", word->str[z - 1]) == NULL)
        continue;
      word->str[z] = 's';
      return;
    }
}

/* "centre" and "centres" are written as "center". */
static void
spell_re (GString *word)
{
  const gsize end = word->len - (word->str[word->len - 1] == 's' ? 1 : 0);

  if (end < LONG_WORD || strncmp (word->str + end - 3, "tre", 3) != 0)
    return;
  word->str[end - 2] = 'e';
  word->str[end - 1] = 'r';
}

/* British and other spellings become one: which of them does not matter, for nobody sees it. */
static void
spell (GString *word)
{
  const char *found;

  if (word->len < LONG_WORD)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (g_str_has_prefix (word->str, spellings[i].from))
      {
        g_string_erase (word, 0, (gssize) strlen (spellings[i].from));
        g_string_prepend (word, spellings[i].to);
        return;
      }
  spell_ise (word);
  spell_re (word);
  found = strstr (word->str + 1, "our");
  if (found != NULL)
    g_string_erase (word, found + 1 - word->str, 1);
  found = strstr (word->str, "ae");
  if (found != NULL)
    g_string_erase (word, found - word->str, 1);
}

/* ---- words ----------------------------------------------------------------------------------- */

/* "travelled" leaves "travell": only here the l is doubled. */
static char *
dup_stem (GString *word)
{
  struct sb_stemmer *stemmer = get_stemmer ();
  const sb_symbol *stem = sb_stemmer_stem (stemmer, (const sb_symbol *) word->str,
                                           (int) word->len);
  gsize length = (gsize) sb_stemmer_length (stemmer);

  if (length >= LONG_STEM && stem[length - 1] == 'l' && stem[length - 2] == 'l')
    length--;
  return g_strndup ((const char *) stem, length);
}

static void
visit_word (const char *begin, const char *end, FoiStemFunc func, gpointer user_data)
{
  g_autofree char *lower = g_utf8_strdown (begin, end - begin);
  g_autoptr (GString) word = g_string_new (lower);
  g_autofree char *stem = NULL;

  g_string_replace (word, "’", "'", 0);
  if (says_nothing (word->str))
    return;
  spell (word);
  stem = dup_stem (word);
  if (stem[0] != '\0')
    func (stem, user_data);
}

static gboolean
is_inner (const char *p)
{
  return *p == '\'' || g_str_has_prefix (p, "’");
}

/**
 * foi_stems_visit:
 * @text: anything
 * @func: what is given each word
 * @user_data: for @func
 *
 * Goes through the words of a text that say what it is about, as texts are compared by them:
 * without endings, and spelt in one way however they are written ("organised", "organization",
 * "travelling"). Left out are the words that every sentence or every request has, and numbers: a
 * question about another year is the same question. Any thread may do this.
 */
void
foi_stems_visit (const char *text, FoiStemFunc func, gpointer user_data)
{
  const char *begin = NULL;
  gboolean has_letter = FALSE;

  g_return_if_fail (text != NULL && func != NULL);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        {
          if (begin == NULL)
            begin = p;
          has_letter = has_letter || g_unichar_isalpha (c);
        }
      else if (begin == NULL || !is_inner (p)
               || !g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p))))
        {
          if (begin != NULL && has_letter)
            visit_word (begin, p, func, user_data);
          begin = NULL;
          has_letter = FALSE;
        }
      if (c == 0)
        break;
    }
}
