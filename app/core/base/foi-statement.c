/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-statement.h"

#include <math.h>
#include <string.h>

#include "foi-phrase.h"

/* Figures that a sentence gives without saying them: shares, comparisons, bounds. */

/* Words that belong to a number are no further from it, in bytes. */
#define NEAR 28

/* Longer numbers are no shares, and would not fit when they are multiplied. */
#define MOST G_GINT64_CONSTANT (1000000)

/* On which side of a number a figure lies. */
typedef enum
{
  SIDE_NONE,
  SIDE_LEAST, /* at least */
  SIDE_MORE,
  SIDE_MOST,
  SIDE_FEWER,
} Side;

typedef struct
{
  const char *text;
  FoiRange    whole;
  FoiFoundNumber number; /* the one that is looked at */
  GArray     *statements;
  gsize       from;      /* where the next one may begin */
  gboolean    has_times;
  gboolean    is_ratio;  /* the sentence says that its numbers stand so to each other */
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

static const char *const before_about[] = { "about", "around", "nearly", "almost", "roughly",
                                            "approximately", "some", "circa", "just over",
                                            "just under", "close to", "up to" };

/* Both ends of what is said, and as far as it may be rounded the same. */
static FoiStatement *
add (Reading *self, FoiStatementKind kind, FoiFraction from, FoiFraction to)
{
  const FoiStatement statement = { .kind = kind, .range = self->number.range, .from = from,
                                   .to = to, .wide_from = from, .wide_to = to, .above = -1,
                                   .is_loose = self->number.is_loose,
                                   .is_money = self->number.kind == FOI_FOUND_MONEY };

  g_array_append_val (self->statements, statement);
  return &g_array_index (self->statements, FoiStatement, self->statements->len - 1);
}

/* "12.50": 125/10. */
static FoiFraction
read_value (const char *value)
{
  FoiFraction out = { 0, 1 };
  gboolean is_behind = FALSE;

  for (const char *at = value; *at != '\0' && out.above < G_MAXINT64 / 100; at++)
    {
      if (*at == '.')
        is_behind = TRUE;
      if (!g_ascii_isdigit (*at))
        continue;
      out.above = out.above * 10 + (*at - '0');
      if (is_behind)
        out.below *= 10;
    }
  return out;
}

/**
 * foi_fraction_to_double:
 *
 * Returns: it as a number; the largest where it is no end.
 */
double
foi_fraction_to_double (FoiFraction fraction)
{
  return fraction.below == 0 ? G_MAXDOUBLE : (double) fraction.above / (double) fraction.below;
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
  static const char *const before_part[] = { "made up", "make up", "makes up", "making up" };
  gsize end = strlen (after);
  g_autofree char *own = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      gsize begin;

      if (foi_phrase_find (after, joints[i], FALSE, 0, &begin, NULL))
        end = MIN (end, begin);
    }
  own = g_strndup (after, end);
  return (ends_with_any (before, before_difference, G_N_ELEMENTS (before_difference))
          && !ends_with_any (before, before_part, G_N_ELEMENTS (before_part)))
         || has_any (own, after_difference, G_N_ELEMENTS (after_difference));
}

/* "At least 4", "4 or more", "fewer than 4". */
static Side
find_side (const char *before, const char *after)
{
  static const char *const or_more[] = { "or more", "or over", "or above", "or higher" };
  static const char *const or_fewer[] = { "or fewer", "or less", "or under", "or below" };
  const char *rest = after + strspn (after, " \n%");

  if (ends_with_any (before, before_least, G_N_ELEMENTS (before_least))
      || foi_phrase_starts_any (rest, or_more, G_N_ELEMENTS (or_more)))
    return SIDE_LEAST;
  if (ends_with_any (before, before_most, G_N_ELEMENTS (before_most))
      || foi_phrase_starts_any (rest, or_fewer, G_N_ELEMENTS (or_fewer)))
    return SIDE_MOST;
  if (ends_with_any (before, before_more, G_N_ELEMENTS (before_more)))
    return SIDE_MORE;
  if (ends_with_any (before, before_fewer, G_N_ELEMENTS (before_fewer)))
    return SIDE_FEWER;
  return SIDE_NONE;
}

/* What is on one side of @value. */
static FoiStatement *
add_side (Reading *self, FoiStatementKind kind, FoiFraction value, Side side)
{
  const FoiFraction none = { 0, 0 }, zero = { 0, 1 };
  const gboolean is_more = side == SIDE_LEAST || side == SIDE_MORE;
  FoiStatement *statement = add (self, kind, is_more ? value : zero, is_more ? none : value);

  statement->is_strict = side == SIDE_MORE || side == SIDE_FEWER;
  return statement;
}

/* By what more than a number's own last digit it may be rounded: "about 15%" is between 12.5 and
 * 17.5. In halves of its last digit. */
static gint64
get_slack (FoiFraction value, const char *before)
{
  if (!ends_with_any (before, before_about, G_N_ELEMENTS (before_about)))
    return 2;
  return value.above % 10 == 0 ? 10 : value.above % 5 == 0 ? 5 : 2;
}

/* "20%", "20 per cent". */
static gboolean
read_per_cent (Reading *self, FoiFraction value, const char *before, const char *after)
{
  static const char *const signs[] = { "per cent", "percent", "pc", "in every hundred",
                                       "in a hundred" };
  const char *rest = after + strspn (after, " \n");
  const gint64 per = value.below * 100, slack = get_slack (value, before);
  Side side = find_side (before, after);
  FoiStatement *statement;
  FoiStatementKind kind;

  if (*rest == '%')
    rest++;
  else if (!foi_phrase_starts_any (rest, signs, G_N_ELEMENTS (signs)))
    return FALSE;
  if (value.above > MOST)
    return TRUE;
  kind = makes_difference (before, rest) ? FOI_STATEMENT_CHANGE : FOI_STATEMENT_SHARE;
  if (side != SIDE_NONE)
    {
      add_side (self, kind, (FoiFraction) { value.above, per }, side);
      return TRUE;
    }
  statement = add (self, kind, (FoiFraction) { MAX (2 * value.above - 1, 0), 2 * per },
                   (FoiFraction) { 2 * value.above + 1, 2 * per });
  statement->wide_from = (FoiFraction) { MAX (2 * value.above - slack, 0), 2 * per };
  statement->wide_to = (FoiFraction) { 2 * value.above + slack, 2 * per };
  return TRUE;
}

/* A share in few parts: "a third" is said of 30% as well, and "one in eight" of 13%. */
static void
add_parts (Reading *self, gint64 above, gint64 below, const char *before)
{
  const Side side = find_side (before, "");
  const FoiFraction value = { above, below };
  FoiStatement *statement;

  if (side != SIDE_NONE)
    {
      add_side (self, FOI_STATEMENT_SHARE, value, side);
      return;
    }
  statement = add (self, FOI_STATEMENT_SHARE, value, value);
  statement->wide_from = (FoiFraction) { MAX (20 * above - below, 0), 20 * below };
  statement->wide_to = (FoiFraction) { 20 * above + below, 20 * below };
  if (below >= 100)
    {
      /* "130 in 1,000" */
      statement->wide_from = (FoiFraction) { 2 * above - 1, 2 * below };
      statement->wide_to = (FoiFraction) { 2 * above + 1, 2 * below };
      return;
    }
  if (20 * (above * 2) * below > (20 * above - below) * (2 * below + 1))
    statement->wide_from = (FoiFraction) { 2 * above, 2 * below + 1 };
  if (20 * (above * 2) * below < (20 * above + below) * (2 * below - 1))
    statement->wide_to = (FoiFraction) { 2 * above, 2 * below - 1 };
}

/* The number that begins at @at, if one does, and no date goes on behind it. */
static gboolean
read_number_at (Reading *self, gsize at, FoiFoundNumber *next, FoiFraction *value)
{
  if (!foi_number_scan_next (self->text, self->whole, at, next) || next->range.begin != at
      || next->kind == FOI_FOUND_YEAR || next->kind == FOI_FOUND_MONEY
      || self->text[next->range.end] == '/')
    return FALSE;
  *value = read_value (next->value);
  return value->above <= MOST;
}

/* The number behind one of the joints, which stand behind the one that is looked at. */
static gboolean
read_joined (Reading *self, const char *const *joints, gsize n_joints, FoiFoundNumber *next,
             FoiFraction *value)
{
  const char *after = self->text + self->number.range.end;

  for (gsize i = 0; i < n_joints; i++)
    if (g_ascii_strncasecmp (after, joints[i], strlen (joints[i])) == 0
        && read_number_at (self, self->number.range.end + strlen (joints[i]), next, value))
      return TRUE;
  return FALSE;
}

/* "one in five" counts neither one nor five; "3 of 15" counts both. */
static gboolean
read_joint (Reading *self, FoiFraction value, const char *before)
{
  static const char *const shares[] = { " in every ", " in ", "-in-", " out of every ",
                                        " in about ", " in nearly ", " in almost ",
                                        " in roughly ", " in around " };
  static const char *const counts[] = { "/", " / ", " out of the ", " out of ", " of the ", " of ",
                                        " from the ", " of all " };
  FoiFoundNumber next;
  FoiFraction below;

  if (value.below != 1 || value.above == 0 || value.above > MOST)
    return FALSE;
  if (read_joined (self, shares, G_N_ELEMENTS (shares), &next, &below)
      && below.below == 1 && below.above > value.above && next.kind != FOI_FOUND_OTHER)
    {
      add_parts (self, value.above, below.above, before);
      g_array_index (self->statements, FoiStatement, self->statements->len - 1).range.end
        = self->from = next.range.end;
      return TRUE;
    }
  if (!read_joined (self, counts, G_N_ELEMENTS (counts), &next, &below) || below.below != 1
      || below.above <= value.above)
    return FALSE;
  add_parts (self, value.above, below.above, before);
  g_array_index (self->statements, FoiStatement, self->statements->len - 1).above = value.above;
  if (self->number.kind != FOI_FOUND_OTHER)
    add (self, FOI_STATEMENT_NUMBER, value, value);
  return TRUE;
}

/* "two fifths", "one-third". */
static gboolean
read_named_parts (Reading *self, FoiFraction value, const char *before)
{
  const char *after = self->text + self->number.range.end;

  if ((*after != ' ' && *after != '-') || value.below != 1 || value.above > MOST)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names_of_parts); i++)
    {
      const gsize length = strlen (names_of_parts[i]);

      if (g_ascii_strncasecmp (after + 1, names_of_parts[i], length) != 0)
        continue;
      after += 1 + length;
      if (!g_ascii_isalpha (*after) || (*after == 's' && !g_ascii_isalpha (after[1])))
        {
          add_parts (self, value.above, i + 2, before);
          return TRUE;
        }
      return FALSE;
    }
  return FALSE;
}

static void
add_ratio (Reading *self, FoiFraction left, FoiFraction right, gboolean is_rounded)
{
  const gint64 a = left.above * right.below, b = right.above * left.below;
  FoiStatement *statement;

  if (a <= 0 || b <= 0 || a > MOST || b > MOST)
    return;
  statement = add (self, FOI_STATEMENT_TIMES, (FoiFraction) { a, b }, (FoiFraction) { a, b });
  if (is_rounded)
    {
      /* Of "seven to one" the one is exact. */
      statement->wide_from = (FoiFraction) { 2 * a - (a > 1 ? 1 : 0), 2 * b + (b > 1 ? 1 : 0) };
      statement->wide_to = (FoiFraction) { 2 * a + (a > 1 ? 1 : 0), 2 * b - (b > 1 ? 1 : 0) };
    }
  self->has_times = TRUE;
}

/* "7:9", and "7 to 9" where that is called a ratio. */
static gboolean
read_ratio (Reading *self, FoiFraction value)
{
  static const char *const colons[] = { ":", " : " };
  static const char *const words[] = { " to ", "-to-" };
  FoiFoundNumber next;
  FoiFraction right;

  if (!read_joined (self, colons, G_N_ELEMENTS (colons), &next, &right)
      && !(self->is_ratio
           && read_joined (self, words, G_N_ELEMENTS (words), &next, &right)))
    return FALSE;
  add_ratio (self, value, right, self->is_ratio);
  self->from = next.range.end;
  return TRUE;
}

/* "between 2 and 4", "2 to 4", "2-4": @number is the first of them. */
static gboolean
read_between (Reading *self, FoiFraction value, const char *before)
{
  static const char *const between[] = { "between" };
  static const char *const ands[] = { " and " };
  static const char *const to[] = { " to ", "-", "–", " – ", " or " };
  const gboolean is_between = ends_with_any (before, between, G_N_ELEMENTS (between));
  FoiFoundNumber next;
  FoiFraction upper;

  if (!(is_between && read_joined (self, ands, G_N_ELEMENTS (ands), &next, &upper))
      && !read_joined (self, to, G_N_ELEMENTS (to), &next, &upper))
    return FALSE;
  if (upper.above * value.below <= value.above * upper.below)
    return FALSE;
  add (self, FOI_STATEMENT_BOUND, value, upper);
  self->from = next.range.end;
  return TRUE;
}

static gboolean
read_bound (Reading *self, FoiFraction value, const char *before, const char *after)
{
  const Side side = find_side (before, after);

  if (side != SIDE_NONE)
    {
      FoiStatement *statement = add_side (self, FOI_STATEMENT_BOUND, value, side);

      if (statement->is_strict && value.below == 1)
        {
          statement->is_strict = FALSE;
          statement->from.above += side == SIDE_MORE ? 1 : 0;
          statement->to.above -= side == SIDE_FEWER ? 1 : 0;
        }
    }
  return side != SIDE_NONE;
}

/* "three times": or so many, rounded. */
static gboolean
read_times (Reading *self, FoiFraction value, const char *after)
{
  static const char *const times[] = { "times", "fold" };
  FoiStatement *statement;

  if (!foi_phrase_starts_any (after + strspn (after, " -\n"), times, G_N_ELEMENTS (times))
      || value.above > MOST)
    return FALSE;
  statement = add (self, FOI_STATEMENT_TIMES, value, value);
  statement->wide_from = (FoiFraction) { MAX (2 * value.above - 1, 1), 2 * value.below };
  statement->wide_to = (FoiFraction) { 2 * value.above + 1, 2 * value.below };
  self->has_times = TRUE;
  return TRUE;
}

/* "aged 14 to 18": neither of them was counted. */
static gboolean
read_age (Reading *self, const char *before)
{
  static const char *const ages[] = { "aged", "age", "ages" };
  static const char *const joints[] = { " to ", " and ", "-", "–", " or " };
  FoiFoundNumber next;
  FoiFraction upper;

  if (!has_any (before, ages, G_N_ELEMENTS (ages)))
    return FALSE;
  if (read_joined (self, joints, G_N_ELEMENTS (joints), &next, &upper))
    self->from = next.range.end;
  return TRUE;
}

/* One number: what it says, and else that it is there. */
static void
read_number (Reading *self)
{
  const FoiFraction value = read_value (self->number.value);
  g_autofree char *before = dup_before (self);
  g_autofree char *after = dup_after (self);

  if (read_joint (self, value, before) || read_named_parts (self, value, before)
      || read_ratio (self, value))
    return;
  if (self->number.kind == FOI_FOUND_OTHER)
    {
      read_between (self, value, before);
      return;
    }
  if (read_per_cent (self, value, before, after)
      || foi_found_number_is_time (self->text, self->whole, &self->number)
      || read_times (self, value, after) || read_age (self, before))
    return;
  if (makes_difference (before, after))
    {
      add (self, FOI_STATEMENT_DIFFERENCE, value, value);
      self->after_difference = TRUE;
      return;
    }
  if (value.above > 0 && value.above < value.below && value.above <= MOST)
    {
      /* "0.13 of those": a share, rounded */
      add (self, FOI_STATEMENT_SHARE, (FoiFraction) { 2 * value.above - 1, 2 * value.below },
           (FoiFraction) { 2 * value.above + 1, 2 * value.below });
    }
  if (self->after_difference
      || (!read_between (self, value, before) && !read_bound (self, value, before, after)))
    add (self, FOI_STATEMENT_NUMBER, value, value);
  self->after_difference = FALSE;
}

/* ---- words that are no number by themselves ---- */

static gboolean
find_words (Reading *self, const char *words)
{
  FoiRange *range = &self->number.range;

  self->number.is_loose = FALSE;
  self->number.kind = FOI_FOUND_WORD;
  return foi_phrase_find (self->text, words, FALSE, 0, &range->begin, &range->end);
}

/* "the most", "at most" */
static gboolean
is_superlative (Reading *self)
{
  static const char *const before_most_of_all[] = { "the", "at" };
  g_autofree char *before = dup_before (self);

  return ends_with_any (before, before_most_of_all, G_N_ELEMENTS (before_most_of_all));
}

/* "twice a week" */
static gboolean
is_how_often (Reading *self)
{
  static const char *const often[] = { " a", " an", " per", " each", " every", " in", " daily",
                                       " weekly" };

  return foi_phrase_starts_any (self->text + self->number.range.end, often, G_N_ELEMENTS (often));
}

/* "twice", "doubled", "the same number". */
static void
read_multiples (Reading *self)
{
  static const struct
  {
    const char *words;
    gint64      times;
  } multiples[] = {
    { "twice", 2 },   { "double", 2 },      { "doubled", 2 },     { "half as many", 2 },
    { "halved", 2 },  { "triple", 3 },      { "tripled", 3 },     { "treble", 3 },
    { "trebled", 3 }, { "quadruple", 4 },   { "quadrupled", 4 },  { "a third as many", 3 },
    { "a quarter as many", 4 }, { "as many", 1 }, { "the same as", 1 }, { "the same number", 1 },
    { "the same numbers", 1 }, { "equal to", 1 }, { "equal numbers", 1 }, { "an equal number", 1 },
    { "equally many", 1 }, { "identical", 1 }, { "half and half", 1 }, { "evenly split", 1 },
    { "split evenly", 1 }, { "split equally", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (multiples) && !self->has_times; i++)
    if (find_words (self, multiples[i].words) && !is_how_often (self))
      {
        const FoiFraction times = { multiples[i].times, 1 };
        FoiStatement *statement = add (self, FOI_STATEMENT_TIMES, times, times);

        if (times.above > 1)
          {
            statement->wide_from = (FoiFraction) { 9 * times.above, 10 };
            statement->wide_to = (FoiFraction) { 11 * times.above, 10 };
          }
        break;
      }
}

/* "a third of", "half of", "most". */
static void
read_shares (Reading *self)
{
  static const char *const halves[] = { "half of", "half the", "half were", "half are", "a half",
                                        "exactly half", "50:50", "fifty-fifty" };
  static const char *const most[] = { "most", "majority", "mostly", "mainly" };
  static const char *const all[] = { "all", "only", "every", "entirely", "solely", "exclusively" };
  g_autofree char *before = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    if (find_words (self, halves[i]))
      {
        before = dup_before (self);
        add_parts (self, 1, 2, before);
        break;
      }
  for (guint i = 1; i < G_N_ELEMENTS (names_of_parts); i++)
    {
      const gboolean is_eighth = strcmp (names_of_parts[i], "eighth") == 0;
      g_autofree char *words = g_strconcat (is_eighth ? "an " : "a ", names_of_parts[i], NULL);
      g_autofree char *near = NULL;

      if (!find_words (self, words) || g_str_has_prefix (self->text + self->number.range.end,
                                                         " party"))
        continue;
      near = dup_before (self);
      add_parts (self, 1, i + 2, near);
    }
  for (guint i = 0; i < G_N_ELEMENTS (most); i++)
    if (find_words (self, most[i]) && !is_superlative (self))
      add_side (self, FOI_STATEMENT_SHARE, (FoiFraction) { 1, 2 }, SIDE_MORE);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (find_words (self, all[i]))
      add (self, FOI_STATEMENT_SHARE, (FoiFraction) { 1, 1 }, (FoiFraction) { 1, 1 });
}

/* "7 boys for every 9 girls", "seven to each": numbers that stand so to each other. */
static void
read_ratio_of_numbers (Reading *self)
{
  static const char *const to_one[] = { "for each", "to each", "per", "for every", "to every" };
  const guint n = self->statements->len;
  FoiFraction numbers[2];
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      const FoiStatement *statement = &g_array_index (self->statements, FoiStatement, i);

      if (statement->kind != FOI_STATEMENT_NUMBER)
        continue;
      self->number.range = statement->range;
      numbers[found > 0 ? 1 : 0] = statement->from;
      if (++found < 2)
        continue;
      add_ratio (self, numbers[0], numbers[1], TRUE);
      numbers[0] = numbers[1];
    }
  if (found == 1 && has_any (self->text, to_one, G_N_ELEMENTS (to_one)))
    add_ratio (self, numbers[0], (FoiFraction) { 1, 1 }, TRUE);
}

static void
read_figures (Reading *self)
{
  static const struct
  {
    const char *words;
    gint64      from, to;
  } figures[] = {
    { "single figures", 0, 9 }, { "single digits", 0, 9 }, { "double figures", 10, 99 },
    { "double digits", 10, 99 }, { "three figures", 100, 999 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (find_words (self, figures[i].words))
      add (self, FOI_STATEMENT_BOUND, (FoiFraction) { figures[i].from, 1 },
           (FoiFraction) { figures[i].to, 1 });
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
  static const char *const ratios[] = { "ratio", "ratios", "proportion", "for every", "to every",
                                        "for each", "to each", "per", "odds", "to one",
                                        "for about every", "to about every", "outnumbered",
                                        "outnumber" };
  Reading self = { .text = sentence, .whole = { 0, strlen (sentence) } };

  self.statements = g_array_new (FALSE, FALSE, sizeof (FoiStatement));
  self.is_ratio = has_any (sentence, ratios, G_N_ELEMENTS (ratios));
  while (foi_number_scan_next (sentence, self.whole, self.from, &self.number))
    {
      self.from = self.number.range.end;
      if (self.number.kind != FOI_FOUND_YEAR)
        read_number (&self);
    }
  if (self.is_ratio && !self.has_times)
    read_ratio_of_numbers (&self);
  read_multiples (&self);
  read_shares (&self);
  read_figures (&self);
  return self.statements;
}
