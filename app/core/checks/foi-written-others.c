/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-written-number-private.h"

#include <string.h>

#include "foi-counted-noun.h"
#include "foi-phrase.h"

/* What a number is that is no figure of a table: money, or how many there are of what no table
 * counts. Near the name of a row in which something is withheld neither is taken for granted. */

/* A number that is so many times all withheld ones is none of them. */
#define FAR_MORE 10

/* ---- money ---- */

/* Whether the words about the number speak of a row in which something is withheld. */
gboolean
_foi_written_is_near_gap (const FoiWrittenNumber *self)
{
  return foi_shown_figures_name_gap (self->at->figures, self->at->text, self->at->block);
}

/* "£500 a head", "£500 for each boy", but not "£25 an hour": whether it is a price of one of what
 * may be counted. */
static gboolean
is_price (const char *text, const FoiFoundNumber *found)
{
  static const char *const ones[] = { "each", "apiece", "a", "an", "per", "every", "for each",
                                      "for every", "for a", "for one", "to each", "in each" };
  static const char *const idle[] = {
    "hour", "day", "week", "month", "quarter", "year", "annum", "night", "page", "sheet", "side",
    "copy", "mile", "kilometre", "minute", "term", "session", "letter", "stamp", "disc", "litre",
    "working", "calendar", "financial", "total", "few",
  };
  const gsize length = strlen (text);
  g_autofree char *after = _foi_words_dup_after (text, found->range.end, length);
  g_autofree char *before = g_ascii_strdown (text, (gssize) found->range.begin);

  for (gsize i = 0; i < G_N_ELEMENTS (ones); i++)
    {
      const gsize n = strlen (ones[i]);

      if (g_str_has_prefix (after, ones[i]) && (after[n] == ' ' || after[n] == '\0')
          && !foi_phrase_starts_any (after + n + strspn (after + n, " "), idle,
                                     G_N_ELEMENTS (idle)))
        return TRUE;
    }
  for (gsize begin = found->range.begin; begin > 0 && strchr (".!?\n", text[begin - 1]) == NULL;
       begin--)
    if ((begin == 1 || !g_ascii_isalnum (before[begin - 2]))
        && (g_str_has_prefix (before + begin - 1, "each ")
            || g_str_has_prefix (before + begin - 1, "every ")
            || g_str_has_prefix (before + begin - 1, "per head")))
      return TRUE;
  return FALSE;
}

/* Whether it is a price, and another sum of the passage may be so many times that; or the other way
 * round: how often tells how many there are. */
static gboolean
is_price_or_total (const FoiWrittenNumber *self)
{
  const char *text = self->at->text;
  const FoiRange whole = { 0, strlen (text) };
  const gboolean is_one = is_price (text, self->found);
  FoiFoundNumber other;

  for (gsize from = 0; foi_number_scan_next (text, whole, from, &other); from = other.range.end)
    {
      const double value = g_ascii_strtod (other.value, NULL);
      const double price = is_one ? self->number.value : value;
      const double total = is_one ? value : self->number.value;

      if (other.kind == FOI_FOUND_MONEY && price > 0 && total > price
          && (is_one || is_price (text, &other))
          && !foi_shown_figures_are_below (self->at->figures, total / price))
        return TRUE;
    }
  return FALSE;
}

gboolean
_foi_written_is_money (const FoiWrittenNumber *self)
{
  if (self->found->kind != FOI_FOUND_MONEY)
    {
      g_autofree char *unit = _foi_words_dup_first (self->after);

      if (!IS_ANY_OF (unit, "pounds", "pence", "pound"))
        return FALSE;
    }
  return !_foi_written_is_near_gap (self) && !is_price_or_total (self);
}

/* ---- what no table counts ---- */

/* "Each", "than", "the fewest": the sentence may be about what it does not name. */
static gboolean
compares (const FoiWrittenNumber *self)
{
  return SAYS (self->sentence, "each", "apiece", "than", "fewest", "lowest", "smallest", "highest",
               "all but", "except", "apart from", "remaining", "remainder", "the rest", "others",
               "elsewhere", "of them", "of these", "of those", "altogether", "a head");
}

/* What the number counts: "31 schools, of which 5 replied". */
static char *
dup_counted (const FoiWrittenNumber *self)
{
  char *noun = foi_counted_noun_dup (self->after);
  const FoiRange before = { self->number.sentence.begin, self->found->range.begin };
  FoiFoundNumber other;

  if (noun != NULL || !(g_str_has_suffix (self->before, "of which")
                        || g_str_has_suffix (self->before, "of whom")))
    return noun;
  for (gsize from = before.begin; foi_number_scan_next (self->at->text, before, from, &other);
       from = other.range.end)
    {
      g_autofree char *after = _foi_words_dup_after (self->at->text, other.range.end, before.end);

      g_free (noun);
      noun = foi_counted_noun_dup (after);
    }
  if (noun != NULL && foi_shown_figures_count_in (self->at->figures, noun))
    g_clear_pointer (&noun, g_free);
  return noun;
}

/* "31 primary schools", "a panel of nine": something else than is counted in a table that withholds
 * figures, in words that speak of none of its rows. Who knows that it is the same number as a
 * withheld one is not told so by us: that is asked about, but for whoever has an office. */
gboolean
_foi_written_counts_others (const FoiWrittenNumber *self)
{
  FoiShownFigures *figures = self->at->figures;
  g_autofree char *noun = dup_counted (self);

  if (noun != NULL && foi_counted_noun_is_of_office (noun) && !_foi_written_is_near_gap (self)
      && !foi_shown_figures_count_in (figures, self->after))
    return TRUE;
  if (self->decimals > 0 || self->is_share || self->found->kind == FOI_FOUND_MONEY
      || foi_shown_figures_count_in (figures, self->after) || compares (self))
    return FALSE;
  if (noun == NULL)
    {
      static const char *const bodies[] = { "panel of", "committee of", "board of", "team of",
                                            "bench of", "scale of", "jury of" };

      for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
        if (g_str_has_suffix (self->before, bodies[i]))
          return !_foi_written_is_near_gap (self)
                 && !foi_shown_figures_hide (figures, self->number.value);
      return FALSE;
    }
  /* Of a row that is named: only what is far more than anything that is withheld. */
  if (_foi_written_is_near_gap (self))
    return !foi_counted_noun_is_of_people (noun)
           && !foi_shown_figures_follow (figures, self->number.value)
           && !foi_shown_figures_hide_up_to (figures, self->number.value / FAR_MORE);
  if (foi_counted_noun_is_of_people (noun))
    return !foi_shown_figures_follow (figures, self->number.value);
  return !foi_shown_figures_hide (figures, self->number.value);
}

/* "Four times a year" */
gboolean
_foi_written_is_frequency (const FoiWrittenNumber *self)
{
  static const char *const units[] = { "a", "an", "per", "each", "every", "in", "since", "during" };
  const char *rest = self->after + strlen ("times");

  return g_str_has_prefix (self->after, "times")
         && (*rest == '\0' || foi_phrase_starts_any (rest + 1, units, G_N_ELEMENTS (units)))
         && !_foi_written_is_near_gap (self)
         && !(foi_shown_figures_hide (self->at->figures, self->number.value)
              && foi_shown_figures_count_in (self->at->figures, self->sentence));
}
