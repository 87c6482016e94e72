/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-spans.h"

#include <string.h>

/* Labels that stand for a part of a scale, and by which a reader sees that one is within another:
 * "0 to 4" within "Under 10", "May" within "Quarter 1", "Saturday" within "Weekend". Where a label
 * may be meant in several ways, the figures say in which it is. */

#define MAX_WORDS 12
#define SHORTEST_NAME 3
#define FIRST_YEAR 1900
#define LAST_YEAR 2200

static const char *const months[] = { "january", "february", "march", "april", "may", "june",
                                      "july", "august", "september", "october", "november",
                                      "december" };
static const char *const days[] = { "monday", "tuesday", "wednesday", "thursday", "friday",
                                    "saturday", "sunday" };
static const char *const less_words[] = { "under", "below", "younger", "less", "fewer", "<", "up",
                                          NULL };
static const char *const more_words[] = { "over", "above", "older", "more", ">", "+", "plus",
                                          "upwards", "onwards", NULL };
static const char *const ordinals[] = { "first", "second", "third", "fourth" };

/* The words of a label, and the numbers among them. */
typedef struct
{
  char *words[MAX_WORDS];
  gint64 numbers[MAX_WORDS]; /* -1: a word */
  guint n;
  FoiSpan *spans;
  guint n_spans;
} Reading;

/* ---- words ---- */

static gboolean
add_word (Reading *self, const char *text, gsize length)
{
  if (self->n == MAX_WORDS)
    return FALSE;
  self->words[self->n] = g_strndup (text, length);
  self->numbers[self->n] = g_ascii_isdigit (text[0]) && length < 6
                             ? g_ascii_strtoll (self->words[self->n], NULL, 10) : -1;
  self->n++;
  return TRUE;
}

/* FALSE where there are too many words for a label of that sort. */
static gboolean
split (Reading *self, const char *label)
{
  while (*label != '\0')
    {
      gsize length = 0;

      if (g_ascii_isdigit (*label))
        while (g_ascii_isdigit (label[length]))
          length++;
      else if (g_ascii_isalpha (*label))
        while (g_ascii_isalpha (label[length]))
          length++;
      else if (strchr ("+<>", *label) != NULL)
        length = 1;
      if (length > 0 && !add_word (self, label, length))
        return FALSE;
      label += MAX (length, 1);
    }
  return TRUE;
}

static gboolean
has_one_of (const Reading *self, const char *const *words)
{
  for (guint i = 0; i < self->n; i++)
    if (g_strv_contains (words, self->words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_word (const Reading *self, const char *word)
{
  const char *const words[] = { word, NULL };

  return has_one_of (self, words);
}

static void
add_span (Reading *self, FoiSpanKind kind, gint64 from, gint64 to)
{
  if (self->n_spans < FOI_MAX_SPANS)
    self->spans[self->n_spans++] = (FoiSpan) { kind, from, to };
}

/* Which of the names a word is, or begins; -1: none. */
static int
find_name (const char *word, const char *const *names, guint n_names)
{
  if (strlen (word) < SHORTEST_NAME)
    return -1;
  for (guint i = 0; i < n_names; i++)
    if (g_str_has_prefix (names[i], word) || (i == 8 && strcmp (word, "sept") == 0))
      return (int) i;
  return -1;
}

/* Bits from @first on, around the end of @n. */
static gint64
get_bits (int first, int length, int n)
{
  gint64 bits = 0;

  for (int i = 0; i < length; i++)
    bits |= G_GINT64_CONSTANT (1) << ((first + i) % n);
  return bits;
}

/* Months or days that are named: each of them, or of two all from one to the other. */
static void
read_names (Reading *self, FoiSpanKind kind, const char *const *names, guint n_names)
{
  gint64 bits = 0;
  int found[MAX_WORDS];
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const int name = find_name (self->words[i], names, n_names);

      if (name < 0)
        continue;
      found[n++] = name;
      bits |= G_GINT64_CONSTANT (1) << name;
    }
  if (n == 2)
    add_span (self, kind,
              get_bits (found[0], (found[1] - found[0] + (int) n_names) % (int) n_names + 1,
                        (int) n_names), 0);
  if (n > 0)
    add_span (self, kind, bits, 0);
}

/* ---- parts of a year or a week ---- */

/* The number, or which one in words, that says which quarter or half it is; 0: none. */
static gint64
get_which (const Reading *self, guint place)
{
  if (place + 1 < self->n && self->numbers[place + 1] > 0)
    return self->numbers[place + 1];
  for (guint i = 0; place > 0 && i < G_N_ELEMENTS (ordinals); i++)
    if (strcmp (self->words[place - 1], ordinals[i]) == 0)
      return i + 1;
  return 0;
}

/* Of a year from April, from January or from September. */
static void
read_parts_of_year (Reading *self)
{
  static const int first_months[] = { 3, 0, 8 };

  for (guint i = 0; i < self->n; i++)
    {
      const char *word = self->words[i];
      const gboolean is_quarter = strcmp (word, "quarter") == 0 || strcmp (word, "q") == 0;
      const gboolean is_half = strcmp (word, "half") == 0 || strcmp (word, "h") == 0;
      const int length = is_half ? 6 : 3;
      const gint64 which = is_quarter || is_half ? get_which (self, i) : 0;

      for (guint j = 0; which > 0 && which <= 12 / length && j < G_N_ELEMENTS (first_months); j++)
        add_span (self, FOI_SPAN_MONTHS,
                  get_bits (first_months[j] + ((int) which - 1) * length, length, 12), 0);
    }
}

/* Terms of a school year, as long as they may be, and seasons. */
static void
read_seasons (Reading *self)
{
  static const struct
  {
    const char *word;
    int first, length;
  } seasons[] = { { "autumn", 8, 4 }, { "autumn", 8, 3 }, { "winter", 11, 3 }, { "spring", 0, 3 },
                  { "spring", 0, 4 }, { "spring", 2, 3 }, { "summer", 3, 4 }, { "summer", 4, 3 },
                  { "summer", 3, 5 }, { "summer", 5, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (has_word (self, seasons[i].word))
      add_span (self, FOI_SPAN_MONTHS, get_bits (seasons[i].first, seasons[i].length, 12), 0);
}

static void
read_parts_of_week (Reading *self)
{
  if (has_word (self, "weekday") || has_word (self, "weekdays"))
    add_span (self, FOI_SPAN_DAYS, get_bits (0, 5, 7), 0);
  if (has_word (self, "weekend") || has_word (self, "weekends"))
    add_span (self, FOI_SPAN_DAYS, get_bits (5, 2, 7), 0);
}

/* ---- numbers ---- */

static gboolean
read_key_stage (Reading *self)
{
  static const gint64 first_years[] = { 1, 3, 7, 10, 12, 14 };

  for (guint i = 0; i + 1 < self->n; i++)
    {
      const gint64 stage = self->numbers[i + 1];

      if (stage < 1 || stage >= (gint64) G_N_ELEMENTS (first_years)
          || (strcmp (self->words[i], "ks") != 0 && strcmp (self->words[i], "stage") != 0))
        continue;
      add_span (self, FOI_SPAN_NUMBERS, first_years[stage - 1], first_years[stage] - 1);
      return TRUE;
    }
  return FALSE;
}

/* "20" in "2019/20" is no number of its own. */
static gboolean
ends_year (const Reading *self, guint place)
{
  const gint64 year = place > 0 ? self->numbers[place - 1] : -1;

  return year >= FIRST_YEAR && year < LAST_YEAR && strlen (self->words[place]) == 2
         && self->numbers[place] == (year + 1) % 100;
}

static void
read_numbers (Reading *self)
{
  const gboolean is_less = has_one_of (self, less_words), is_more = has_one_of (self, more_words);
  gint64 numbers[2] = { 0, 0 };
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->numbers[i] >= 0 && !ends_year (self, i))
      {
        if (n == G_N_ELEMENTS (numbers))
          return;
        numbers[n++] = self->numbers[i];
      }
  if (n == 2 && numbers[0] <= numbers[1])
    add_span (self, FOI_SPAN_NUMBERS, numbers[0], numbers[1] - (is_less ? 1 : 0));
  /* "Under 10" leaves the tenth out, "10 and under" does not. */
  for (int i = 1; n == 1 && i >= 0; i--)
    if (is_less)
      add_span (self, FOI_SPAN_NUMBERS, 0, numbers[0] - i);
    else if (is_more)
      add_span (self, FOI_SPAN_NUMBERS, numbers[0] + 1 - i, G_MAXINT64);
    else if (i == 1)
      add_span (self, FOI_SPAN_NUMBERS, numbers[0], numbers[0]);
}

/**
 * foi_label_read_spans:
 * @label: in small letters
 * @spans: (out caller-allocates) (array fixed-size=4): %FOI_MAX_SPANS of them
 *
 * Reads of which part of a scale a label is.
 *
 * Returns: in how many ways it may be meant; 0: it is of no scale.
 */
guint
foi_label_read_spans (const char *label, FoiSpan *spans)
{
  Reading self = { .spans = spans };

  if (split (&self, label))
    {
      read_names (&self, FOI_SPAN_MONTHS, months, G_N_ELEMENTS (months));
      if (self.n_spans == 0)
        read_names (&self, FOI_SPAN_DAYS, days, G_N_ELEMENTS (days));
      if (self.n_spans == 0)
        read_parts_of_week (&self);
      if (self.n_spans == 0)
        read_parts_of_year (&self);
      if (self.n_spans == 0)
        read_seasons (&self);
      if (self.n_spans == 0 && !read_key_stage (&self))
        read_numbers (&self);
    }
  for (guint i = 0; i < self.n; i++)
    g_free (self.words[i]);
  return self.n_spans;
}

/**
 * foi_span_has:
 *
 * Returns: whether the other one lies within it.
 */
gboolean
foi_span_has (const FoiSpan *self, const FoiSpan *part)
{
  if (self->kind != part->kind)
    return FALSE;
  if (self->kind == FOI_SPAN_NUMBERS)
    return self->from <= part->from && part->to <= self->to;
  return part->from != 0 && (part->from & ~self->from) == 0;
}
