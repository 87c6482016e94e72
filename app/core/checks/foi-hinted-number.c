/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-hinted-number.h"

#include <string.h>

#include "foi-counted-noun.h"
#include "foi-number-words.h"
#include "foi-phrase.h"

/* Words that tell how many there are and are no number: "the third and last boy", "the never event
 * at Abbey", "iv boys". */

/* What is counted stands no further behind, in bytes. */
#define NEAR 40
#define N_WORDS 3

typedef struct
{
  const FoiExplaining *at;
  FoiRange sentence;
  GArray  *ranges;
} Reading;

static void
add (Reading *self, gsize begin, gsize end)
{
  const FoiRange range = { self->sentence.begin + begin, self->sentence.begin + end };

  g_array_append_val (self->ranges, range);
}

/* Calls @take for each place in the sentence where the pattern is. */
static void
find_all (Reading *self, const char *pattern, const char *words,
          void (*take) (Reading *self, const char *words, int begin, int end))
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  int begin, end;

  for (gboolean is_any = g_regex_match (regex, words, 0, &info); is_any;
       is_any = g_match_info_next (info, NULL))
    if (g_match_info_fetch_pos (info, 1, &begin, &end))
      take (self, words, begin, end);
}

static gboolean
is_near_gap (Reading *self)
{
  return foi_shown_figures_name_gap (self->at->figures, self->at->text, self->at->block);
}

/* Whether one of the next words is for somebody, or for something, that may be counted, before the
 * sentence goes on. */
static gboolean
is_counted (Reading *self, const char *after)
{
  static const char *const ends[] = { "of", "in", "at", "to", "was", "were", "is", "are", "for",
                                      "from", "with", "on", "by", "who", "that", "which", NULL };
  g_autofree char *near = g_utf8_strdown (after, (gssize) MIN (strcspn (after, ".,;:!?()\n"),
                                                               NEAR));
  g_auto (GStrv) parts = g_strsplit_set (near, " -", -1);

  for (guint i = 0; i < N_WORDS && parts[i] != NULL && !g_strv_contains (ends, parts[i]); i++)
    {
      const gsize length = strlen (parts[i]);

      if (length > 2 && g_str_has_suffix (parts[i], "'s"))
        parts[i][length - 2] = '\0';
      if (length > 2 && (foi_counted_noun_is_of_people (parts[i])
                         || foi_shown_figures_count_in (self->at->figures, parts[i])))
        return TRUE;
    }
  return FALSE;
}

/* ---- how many there were before ---- */

static const char *const ordinals[] = {
  "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
  "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
  "nineteenth", "twentieth",
};

static double
read_ordinal (const char *word, gsize length)
{
  if (g_ascii_isdigit (*word))
    return g_ascii_strtod (word, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ordinals); i++)
    if (strlen (ordinals[i]) == length && g_ascii_strncasecmp (word, ordinals[i], length) == 0)
      return (double) i + 2;
  return 0;
}

static void
take_ordinal (Reading *self, const char *words, int begin, int end)
{
  static const char *const lasts[] = { " and last", " and final", " and only", "and last",
                                       " (and last", " and the last", ", the last", " or last" };
  const double value = read_ordinal (words + begin, (gsize) (end - begin));
  const char *after = words + end;

  if (value < 2
      || !(is_near_gap (self) || foi_shown_figures_hide (self->at->figures, value)))
    return;
  if (foi_phrase_starts_any (after, lasts, G_N_ELEMENTS (lasts)) || is_counted (self, after))
    add (self, (gsize) begin, (gsize) end);
}

/* ---- Roman numerals in small letters ---- */

static gint64
read_roman (const char *letters, gsize length)
{
  static const char *const tens[] = { "", "x", "xx", "xxx" };
  static const char *const units[] = { "",  "i",  "ii",  "iii",  "iv",
                                       "v", "vi", "vii", "viii", "ix" };

  for (gsize i = 2; i < G_N_ELEMENTS (tens) * G_N_ELEMENTS (units); i++)
    {
      g_autofree char *whole = g_strconcat (tens[i / G_N_ELEMENTS (units)],
                                            units[i % G_N_ELEMENTS (units)], NULL);

      if (strlen (whole) == length && strncmp (whole, letters, length) == 0)
        return (gint64) i;
    }
  return 0;
}

/* "(i) the first, (ii) the second", "part (iii)", "section 30(2)(iii)": it only tells items
 * apart. */
static gboolean
is_item (Reading *self, const char *words, int begin, int end)
{
  static const char *const names[] = { "part", "parts", "paragraph", "paragraphs", "section",
                                       "sections", "annex", "appendix", "schedule", "question",
                                       "questions", "item", "items", "point", "points", "chapter",
                                       "regulation", "limb", "page", "pages", "volume", "type",
                                       "phase", "stage", "level" };
  const gboolean is_bracketed = words[end] == ')';
  g_autofree char *before = NULL;
  gsize at = (gsize) begin;

  if (is_bracketed && (strstr (self->at->text, "(i)") != NULL
                       || strstr (self->at->text, "i) ") == self->at->text))
    return TRUE;
  while (at > 0 && strchr (" (\n", words[at - 1]) != NULL)
    at--;
  /* Where a line begins, or after another piece of a law. */
  if ((at == 0 && (is_bracketed || words[end] == '.')) || (at > 0 && words[at - 1] == ')'))
    return TRUE;
  before = g_ascii_strdown (words, (gssize) at);
  /* "Parts ii and iii" */
  if (g_regex_match_simple ("\\b[ivx]+\\)?,? (?:and|or|to)$", before, 0, 0))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const gsize length = strlen (names[i]);

      if (g_str_has_suffix (before, names[i])
          && (at == length || !g_ascii_isalpha (before[at - length - 1])))
        return TRUE;
    }
  return FALSE;
}

static void
take_roman (Reading *self, const char *words, int begin, int end)
{
  const char *after = words + end + (words[end] == ')' ? 1 : 0);

  if (read_roman (words + begin, (gsize) (end - begin)) == 0
      || is_item (self, words, begin, end))
    return;
  if (is_near_gap (self) || is_counted (self, after))
    add (self, (gsize) begin, (gsize) end);
}

/* ---- one that is spoken of as the only one ---- */

/* "Never event" of the heading "Never events". */
static char *
dup_singular (const FoiSecret *secret)
{
  FoiColumn *column = foi_publication_get_column (secret->publication, secret->column);
  g_autofree char *title = g_utf8_strdown (foi_column_get_title (column), -1);
  const char *begin = g_str_has_prefix (title, "number of ") ? title + strlen ("number of ")
                                                             : title;
  const gsize length = strcspn (begin, "(,;:");
  g_autofree char *head = g_strchomp (g_strndup (begin, length));

  if (g_str_has_suffix (head, "ies"))
    return g_strdup_printf ("%.*sy", (int) strlen (head) - 3, head);
  if (strlen (head) < 4 || !g_str_has_suffix (head, "s"))
    return NULL;
  return g_strndup (head, strlen (head) - 1);
}

static void
look_for_only_one (Reading *self, const char *words)
{
  const FoiRange block = self->at->block;
  g_autofree char *around = g_strndup (self->at->text + block.begin, block.end - block.begin);

  for (guint i = 0; i < self->at->figures->withheld->len; i++)
    {
      const FoiSecret *secret = self->at->figures->withheld->pdata[i];
      g_autofree char *one = NULL;
      gsize begin, end;

      if (!g_str_equal (secret->value, "1") || !foi_secret_names_row (secret, around))
        continue;
      one = dup_singular (secret);
      if (one != NULL && foi_phrase_find (words, one, FALSE, 0, &begin, &end))
        {
          add (self, begin, end);
          return;
        }
    }
}

/* "The only patient at Abbey" */
static void
take_only (Reading *self, const char *words, int begin, int end)
{
  if (is_near_gap (self) && foi_shown_figures_hide (self->at->figures, 1)
      && is_counted (self, words + end))
    add (self, (gsize) begin, (gsize) end);
}

/* "A boy in every term", "one boy a term" */
static void
take_rate (Reading *self, const char *words, int begin, int end)
{
  if (is_near_gap (self) && is_counted (self, words + begin))
    add (self, (gsize) begin, (gsize) end);
}

/* Whether one of the words is for one of what is counted. */
static gboolean
has_counted_one (Reading *self, const char *words, int begin, int end)
{
  g_autofree char *lower = g_ascii_strdown (words + begin, (gssize) (end - begin));
  g_auto (GStrv) parts = g_strsplit (lower, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strlen (parts[i]) > 3 && !g_str_has_suffix (parts[i], "s")
        && foi_shown_figures_count_in (self->at->figures, parts[i]))
      return TRUE;
  return FALSE;
}

/* "The incident at Abbey", of what the title says is counted. */
static void
take_definite (Reading *self, const char *words, int begin, int end)
{
  const FoiRange block = self->at->block;
  g_autofree char *around = NULL;

  if (!is_near_gap (self) || !has_counted_one (self, words, begin, end))
    return;
  around = g_strndup (self->at->text + block.begin, block.end - block.begin);
  for (guint i = 0; i < self->at->figures->withheld->len; i++)
    {
      const FoiSecret *secret = self->at->figures->withheld->pdata[i];

      if (g_str_equal (secret->value, "1") && foi_secret_names_row (secret, around))
        {
          add (self, (gsize) begin, (gsize) end);
          return;
        }
    }
}

/* "Half Downham's" */
static void
take_times (Reading *self, const char *words, int begin, int end)
{
  if (is_near_gap (self))
    add (self, (gsize) begin, (gsize) end);
}

/**
 * foi_hinted_numbers_list:
 * @at: where it stands
 * @sentence: a sentence there
 *
 * Returns: (transfer full) (element-type FoiRange): words of the sentence that tell how many there
 *   are of what a table withholds, and are no numbers.
 */
GArray *
foi_hinted_numbers_list (const FoiExplaining *at, FoiRange sentence)
{
  static const char ordinal[]
    = "(?<![\\w-])((?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
      "(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|\\d{1,3}(?=st|nd|rd|th)))";
  static const char roman[] = "(?<![\\w./-])([ivx]{2,6})(?![\\w/-])";
  static const char rate[]
    = "\\b((?:an?|one) (?:[\\w'-]+ ){1,3}?(?:per|each|every|(?:in|for) (?:each|every)|an?) (?!few|"
      "number|total|result)\\w+)";
  static const char times[]
    = "\\b(half|twice|double|treble|triple|thrice)(?: that of| those of"
      "| the (?:number|figure|total)(?: of| for| at| in)?)? (?=(?-i)[A-Z])";
  static const char definite[] = "\\bthe ((?:[\\w.'-]+ ?){1,4})";
  g_autofree char *words = g_strndup (at->text + sentence.begin, sentence.end - sentence.begin);
  Reading self = { at, sentence, g_array_new (FALSE, FALSE, sizeof (FoiRange)) };

  if (at->is_asked)
    return self.ranges;
  find_all (&self, ordinal, words, take_ordinal);
  find_all (&self, roman, words, take_roman);
  find_all (&self, rate, words, take_rate);
  find_all (&self, times, words, take_times);
  find_all (&self, definite, words, take_definite);
  find_all (&self, "\\b(only|sole|lone|single)\\b", words, take_only);
  look_for_only_one (&self, words);
  return self.ranges;
}
