/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-statement.h"

#include <math.h>
#include <string.h>

#include "foi-phrase.h"

/* Figures that a sentence gives without saying them: shares, comparisons, bounds. */

/* Words that belong to a number are no further from it, in bytes. */
#define NEAR 28

typedef struct
{
  const char *text;
  FoiRange    whole;
  FoiFoundNumber number; /* the one that is looked at */
  GArray     *statements;
  gboolean    has_times;
  gboolean    after_difference; /* "9 fewer than 12": it is what the number before goes from */
} Reading;

static const char *const names_of_parts[] = {
  "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
};

/* What makes of a number behind it, or before it, a difference. */
static const char *const before_difference[] = {
  "by", "up", "down", "rise of", "rises of", "increase of", "fall of", "drop of", "decrease of",
  "reduction of", "difference of", "difference is", "difference was", "gap of", "all but", "except",
  "apart from", "an extra", "another",
};

static const char *const after_difference[] = {
  "more", "fewer", "less", "higher", "lower", "above", "below", "increase", "rise", "drop", "fall",
  "decrease", "reduction", "extra", "additional", "short of",
};

static const char *const before_least[] = { "at least", "no fewer than", "no less than",
                                            "not fewer than", "not less than" };
static const char *const before_more[] = { "more than", "over", "above", "exceeds", "exceeding" };
static const char *const before_most[] = { "at most", "up to", "no more than", "not more than",
                                           "a maximum of" };
static const char *const before_fewer[] = { "fewer than", "less than", "under", "below" };

static void
add (Reading *self, FoiStatementKind kind, double from, double to, double above)
{
  const FoiStatement statement = { kind, from, to, above };

  g_array_append_val (self->statements, statement);
}

static gboolean
starts_with_any (const char *text, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      const gsize length = strlen (words[i]);

      if (g_ascii_strncasecmp (text, words[i], length) == 0 && !g_ascii_isalnum (text[length]))
        return TRUE;
    }
  return FALSE;
}

/* Whether @before ends with one of the phrases, and white space. */
static gboolean
ends_with_any (const char *before, const char *const *phrases, gsize n_phrases)
{
  gsize length = strlen (before);

  while (length > 0 && g_ascii_isspace (before[length - 1]))
    length--;
  for (gsize i = 0; i < n_phrases; i++)
    {
      const gsize n = strlen (phrases[i]);

      if (n <= length && g_ascii_strncasecmp (before + length - n, phrases[i], n) == 0
          && (n == length || !g_ascii_isalnum (before[length - n - 1])))
        return TRUE;
    }
  return FALSE;
}

/* What stands before the number and behind it, up to another number or a stop. */
static char *
dup_before (const Reading *self)
{
  gsize begin = self->number.range.begin;

  while (begin > self->whole.begin && self->number.range.begin - begin < NEAR
         && strchr ("0123456789,;:", self->text[begin - 1]) == NULL)
    begin--;
  return g_strndup (self->text + begin, self->number.range.begin - begin);
}

static char *
dup_after (const Reading *self)
{
  gsize end = self->number.range.end;

  while (end < self->whole.end && end - self->number.range.end < NEAR
         && strchr ("0123456789,;:", self->text[end]) == NULL)
    end++;
  return g_strndup (self->text + self->number.range.end, end - self->number.range.end);
}

static gboolean
has_any (const char *text, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (foi_phrase_find (text, words[i], FALSE, 0, NULL, NULL))
      return TRUE;
  return FALSE;
}

/* "More than 2 and fewer than 4": what is behind a joint belongs to the next number. */
static gboolean
makes_difference (const char *before, const char *after)
{
  static const char *const joints[] = { "and", "but", "or" };
  gsize end = strlen (after);
  g_autofree char *own = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      gsize begin;

      if (foi_phrase_find (after, joints[i], FALSE, 0, &begin, NULL))
        end = MIN (end, begin);
    }
  own = g_strndup (after, end);
  return ends_with_any (before, before_difference, G_N_ELEMENTS (before_difference))
         || has_any (own, after_difference, G_N_ELEMENTS (after_difference));
}

/* How many digits stand behind the point. */
static int
count_decimals (const char *value)
{
  const char *point = strchr (value, '.');

  return point != NULL ? (int) strlen (point + 1) : 0;
}

/* "20%", "20 per cent". */
static gboolean
read_per_cent (Reading *self, double value, const char *before, const char *after)
{
  static const char *const signs[] = { "per cent", "percent", "pc", "in every hundred",
                                       "in a hundred" };
  const double half = 0.5 / pow (10, count_decimals (self->number.value));
  const char *rest = after + strspn (after, " \n");
  FoiStatementKind kind;

  if (*rest == '%')
    rest++;
  else if (!starts_with_any (rest, signs, G_N_ELEMENTS (signs)))
    return FALSE;
  kind = makes_difference (before, rest) ? FOI_STATEMENT_CHANGE : FOI_STATEMENT_SHARE;
  add (self, kind, (value - half) / 100, (value + half) / 100, -1);
  return TRUE;
}

static void
add_fraction (Reading *self, double above, double below)
{
  if (below > above && above > 0)
    add (self, FOI_STATEMENT_SHARE, above / below, above / below, above);
}

/* The number that begins at @at, if one does, and no date goes on behind it. */
static gboolean
read_number_at (Reading *self, gsize at, double *value)
{
  FoiFoundNumber next;

  if (!foi_number_scan_next (self->text, self->whole, at, &next) || next.range.begin != at
      || next.kind == FOI_FOUND_YEAR || next.kind == FOI_FOUND_MONEY
      || self->text[next.range.end] == '/')
    return FALSE;
  *value = g_ascii_strtod (next.value, NULL);
  return TRUE;
}

/* "3/15", "3 of 15", "3 out of the 15", "one in five", "two fifths". */
static gboolean
read_fraction (Reading *self, double value)
{
  static const char *const joints[] = { "/", " / ", " in every ", " in ", " out of every ",
                                        " out of the ", " out of ", " of the ", " of ",
                                        " from the " };
  const char *after = self->text + self->number.range.end;
  double below;

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_ascii_strncasecmp (after, joints[i], strlen (joints[i])) == 0
        && read_number_at (self, self->number.range.end + strlen (joints[i]), &below))
      {
        add_fraction (self, value, below);
        return below > value;
      }
  if (*after != ' ' && *after != '-')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names_of_parts); i++)
    {
      const gsize length = strlen (names_of_parts[i]);

      if (g_ascii_strncasecmp (after + 1, names_of_parts[i], length) != 0)
        continue;
      after += 1 + length;
      if (!g_ascii_isalpha (*after) || (*after == 's' && !g_ascii_isalpha (after[1])))
        {
          add (self, FOI_STATEMENT_SHARE, value / (i + 2), value / (i + 2), -1);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
read_bound (Reading *self, double value, const char *before, const char *after)
{
  static const char *const or_more[] = { "or more", "or over" };
  static const char *const or_fewer[] = { "or fewer", "or less", "or under" };
  const char *rest = after + strspn (after, " \n");

  if (ends_with_any (before, before_least, G_N_ELEMENTS (before_least))
      || starts_with_any (rest, or_more, G_N_ELEMENTS (or_more)))
    add (self, FOI_STATEMENT_BOUND, value, G_MAXDOUBLE, -1);
  else if (ends_with_any (before, before_most, G_N_ELEMENTS (before_most))
           || starts_with_any (rest, or_fewer, G_N_ELEMENTS (or_fewer)))
    add (self, FOI_STATEMENT_BOUND, 0, value, -1);
  else if (ends_with_any (before, before_more, G_N_ELEMENTS (before_more)))
    add (self, FOI_STATEMENT_BOUND, value + 1, G_MAXDOUBLE, -1);
  else if (ends_with_any (before, before_fewer, G_N_ELEMENTS (before_fewer)))
    add (self, FOI_STATEMENT_BOUND, 0, value - 1, -1);
  else
    return FALSE;
  return TRUE;
}

/* "between 2 and 4", "from 2 to 4": @number is the first of them. */
static gboolean
read_between (Reading *self, double value, const char *before)
{
  static const char *const between[] = { "between" };
  const char *after = self->text + self->number.range.end;
  double upper;

  if (!ends_with_any (before, between, G_N_ELEMENTS (between))
      || g_ascii_strncasecmp (after, " and ", strlen (" and ")) != 0
      || !read_number_at (self, self->number.range.end + strlen (" and "), &upper))
    return FALSE;
  add (self, FOI_STATEMENT_BOUND, value, upper, -1);
  return TRUE;
}

/* One number: what it says, and else that it is there. */
static void
read_number (Reading *self)
{
  static const char *const times[] = { "times" };
  static const char *const ages[] = { "aged", "age", "ages" };
  const double value = g_ascii_strtod (self->number.value, NULL);
  g_autofree char *before = dup_before (self);
  g_autofree char *after = dup_after (self);

  if (read_fraction (self, value) || self->number.kind == FOI_FOUND_OTHER
      || read_per_cent (self, value, before, after)
      || foi_found_number_is_time (self->text, self->whole, &self->number))
    return;
  if (starts_with_any (after + strspn (after, " -\n"), times, G_N_ELEMENTS (times)))
    {
      add (self, FOI_STATEMENT_TIMES, value, value, -1);
      self->has_times = TRUE;
    }
  else if (has_any (before, ages, G_N_ELEMENTS (ages)))
    return;
  else if (makes_difference (before, after))
    {
      add (self, FOI_STATEMENT_DIFFERENCE, value, value, -1);
      self->after_difference = TRUE;
      return;
    }
  else if ((self->after_difference
            || (!read_between (self, value, before) && !read_bound (self, value, before, after)))
           && !self->number.is_loose)
    add (self, FOI_STATEMENT_NUMBER, value, value, -1);
  self->after_difference = FALSE;
}

/* "a third of", "half of", "twice", "doubled": words that are no number by themselves. */
static void
read_words (Reading *self)
{
  static const struct
  {
    const char *words;
    double      times;
  } multiples[] = {
    { "twice", 2 },   { "double", 2 },      { "doubled", 2 },     { "half as many", 2 },
    { "halved", 2 },  { "triple", 3 },      { "tripled", 3 },     { "treble", 3 },
    { "trebled", 3 }, { "quadruple", 4 },   { "quadrupled", 4 },  { "as many", 1 },
    { "the same as", 1 }, { "the same number", 1 }, { "equal to", 1 },
  };
  static const char *const halves[] = { "half of", "half the", "a half" };

  for (gsize i = 0; i < G_N_ELEMENTS (multiples) && !self->has_times; i++)
    if (foi_phrase_find (self->text, multiples[i].words, FALSE, 0, NULL, NULL))
      {
        add (self, FOI_STATEMENT_TIMES, multiples[i].times, multiples[i].times, -1);
        break;
      }
  if (has_any (self->text, halves, G_N_ELEMENTS (halves)))
    add (self, FOI_STATEMENT_SHARE, 0.5, 0.5, -1);
  for (guint i = 1; i < G_N_ELEMENTS (names_of_parts); i++)
    {
      g_autofree char *words = g_strconcat ("a ", names_of_parts[i], " of", NULL);

      if (foi_phrase_find (self->text, words, FALSE, 0, NULL, NULL))
        add (self, FOI_STATEMENT_SHARE, 1.0 / (i + 2), 1.0 / (i + 2), -1);
    }
}

/**
 * foi_statements_read:
 * @sentence: a sentence, as foi_number_fold() gives it
 *
 * Returns: (transfer full) (element-type FoiStatement): what it says of figures.
 */
GArray *
foi_statements_read (const char *sentence)
{
  Reading self = { .text = sentence, .whole = { 0, strlen (sentence) } };
  gsize from = 0;

  self.statements = g_array_new (FALSE, FALSE, sizeof (FoiStatement));
  while (foi_number_scan_next (sentence, self.whole, from, &self.number))
    {
      from = self.number.range.end;
      if (self.number.kind != FOI_FOUND_YEAR && self.number.kind != FOI_FOUND_MONEY)
        read_number (&self);
    }
  read_words (&self);
  return self.statements;
}
