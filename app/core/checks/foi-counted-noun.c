/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-counted-noun.h"

#include <string.h>

#include "foi-number-words.h"

/* What stands behind a number and is counted by it: "31 primary schools in the county". Of English
 * only so much is known as tells that from what goes on without a noun: "14 were excluded". */

/* A noun is no further from its number, in words. */
#define MAX_BETWEEN 4
/* Shorter words are no nouns of many. */
#define SHORTEST 4

/* With these what is counted ends, or they stand for it. */
static const char *const ends[] = {
  "in", "at", "of", "for", "were", "was", "are", "is", "be", "been", "and", "or", "but", "who",
  "which", "that", "from", "with", "to", "by", "on", "as", "had", "has", "have", "may", "might",
  "can", "could", "will", "would", "should", "did", "do", "does", "not", "than", "per", "each",
  "more", "fewer", "less", "if", "when", "where", "while", "because", "plus", "minus", "versus",
  "vs", "times", "thus", "always", "perhaps", "sometimes", "besides", "across", "its", "this",
  "these", "those", "his", "theirs", "ours", "yours", "others", "ones", "us", "yes", "unless",
  "towards", "whereas", "out", "halves", "thirds", "quarters", "fifths", "sixths",
  "sevenths", "eighths", "ninths", "tenths", "hundredths", NULL,
};

static const char *const irregular[] = { "staff", "people", "children", "men", "women", "police",
                                         "feet", "criteria", "media", NULL };

/* Whoever may be counted in a table, and whatever may have happened to them; without their
 * endings. */
static const char *const people[] = {
  "boy", "girl", "pupil", "child", "student", "learner", "teenager", "youth", "youngster", "lad",
  "lass", "kid", "man", "men", "woman", "women", "male", "female", "person", "people", "individual",
  "adult", "pensioner", "patient", "officer", "sergeant", "constable", "inspector",
  "superintendent", "detective", "teacher", "nurse", "midwi", "doctor", "surgeon", "employee",
  "worker", "manager", "staff", "colleague", "resident", "tenant", "claimant", "applicant",
  "complainant", "victim", "suspect", "offender", "prisoner", "detainee", "brother", "sister",
  "sibling", "twin", "cousin", "friend", "mother", "father", "parent", "son", "daughter", "bab",
  "infant", "famil", "household", "relative", "neighbour", "user", "customer", "client", "driver",
  "pedestrian", "cyclist", "passenger", "carer", "visitor", "migrant", "refugee", "veteran",
  "soldier", "case", "incident", "event", "instance", "occasion", "occurrence", "episode", "death",
  "birth", "accident", "injur", "allegation", "complaint", "grievance", "offence", "crime",
  "assault", "exclusion", "suspension", "expulsion", "dismissal", "arrest", "hearing", "appeal",
  "visit", "admission", "referral", "call", "figure", "number", "count", "total", "thing", "name",
  "lot", "pair", "couple", "place", "row", "cell", "entr", "record", "recipient", "participant",
  "respondent", "subject", "guest", "inmate", "intern", "apprentice", "trainee", "sinner",
  "culprit", "delinquent", "infraction", "breach", "fall", "error", "mistake", "baby",
};

/* Whoever has an office, which nobody counts but in passing: unless a table does. */
static const char *const offices[] = {
  "deputies", "councillors", "governors", "trustees", "directors", "commissioners", "ministers",
  "members", "judges", "assessors", "auditors", "chairs", "secretaries", "cabinets", "lawyers",
  "solicitors", "clerks", "administrators", "librarians", "coordinators",
};

static gboolean
is_plural (const char *word)
{
  const gsize length = strlen (word);

  if (g_strv_contains (irregular, word))
    return TRUE;
  return length >= SHORTEST && word[length - 1] == 's' && word[length - 2] != 's'
         && !g_str_has_suffix (word, "us") && !g_str_has_suffix (word, "is");
}

/* Without what says whose it is, and without signs around it. */
static char *
dup_word (const char *part)
{
  g_autofree char *word = g_strdup (part);
  const char *begin = word + strspn (word, "\"'");
  gsize length = strlen (begin);

  if (g_str_has_suffix (begin, "'s"))
    length -= strlen ("'s");
  while (length > 0 && strchr ("\"'", begin[length - 1]) != NULL)
    length--;
  return g_strndup (begin, length);
}

/* "Three or five members" */
static gboolean
is_next_number (GStrv parts)
{
  static const char *const joints[] = { "or", "to", "and", NULL };
  FoiNumberWords number;

  return parts[0] != NULL && parts[1] != NULL && g_strv_contains (joints, parts[0])
         && (g_ascii_isdigit (parts[1][0])
             || foi_number_words_read (parts[1], strlen (parts[1]), &number));
}

/**
 * foi_counted_noun_dup:
 * @words: what stands behind a number, in small letters, up to the next mark
 *
 * Returns: (transfer full) (nullable): the word for many that the number counts, or %NULL where
 *   none comes before the sentence goes on.
 */
char *
foi_counted_noun_dup (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  const guint begin = is_next_number (parts) ? 2 : 0;

  for (guint i = begin; parts[i] != NULL && i < begin + MAX_BETWEEN; i++)
    {
      g_autofree char *word = dup_word (parts[i]);

      if (g_strv_contains (ends, word))
        return NULL;
      if (is_plural (word))
        return g_steal_pointer (&word);
    }
  return NULL;
}

/**
 * foi_counted_noun_is_of_people:
 * @noun: a word, for one or for many
 *
 * Returns: whether it may be for people, or for what happens to them: what tables of small numbers
 *   count, whatever they call it.
 */
gboolean
foi_counted_noun_is_of_people (const char *noun)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      const gsize length = strlen (people[i]);

      /* "boys", "nurses", "families" */
      if (g_str_has_prefix (noun, people[i]) && strlen (noun) <= length + strlen ("ies"))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_counted_noun_is_of_office:
 * @noun: a word for many
 *
 * Returns: whether it is for those who hold an office.
 */
gboolean
foi_counted_noun_is_of_office (const char *noun)
{
  for (gsize i = 0; i < G_N_ELEMENTS (offices); i++)
    if (g_str_equal (noun, offices[i]))
      return TRUE;
  return FALSE;
}
