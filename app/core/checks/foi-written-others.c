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

/* "A notice costs £160": what anybody pays for one, and not what was paid. */
static gboolean
is_tariff (const char *text, const FoiFoundNumber *found)
{
  static const char one[] = "\\b(?:an?|one|each|every) (?:[\\w'-]+ ){1,4}"
                            "(?:costs|carries|attracts|is|is for|is (?:charged|set) at) "
                            "(?:an? (?:fine|charge|fee|penalty) of )?[£$€]?$";
  gsize begin = found->range.begin;
  g_autofree char *before = NULL;

  while (begin > 0 && strchr (".!?\n", text[begin - 1]) == NULL)
    begin--;
  before = g_strndup (text + begin, found->range.begin - begin);
  return found->kind == FOI_FOUND_MONEY
         && g_regex_match_simple (one, before, G_REGEX_CASELESS, 0);
}

/* "£160, or £80 if paid within 21 days": the other is the same price for somebody else. */
static gboolean
are_alternatives (const char *text, const FoiFoundNumber *a, const FoiFoundNumber *b)
{
  const FoiFoundNumber *first = a->range.begin < b->range.begin ? a : b;
  const FoiFoundNumber *second = first == a ? b : a;
  g_autofree char *between = NULL, *after = NULL;

  if (second->range.begin <= first->range.end)
    return FALSE;
  between = g_strndup (text + first->range.end, second->range.begin - first->range.end);
  after = _foi_words_dup_first (text + second->range.end + 1);
  return g_regex_match_simple ("^,? or (?:only |just )?[£$€]?$", between, G_REGEX_CASELESS, 0)
         && text[second->range.end] == ' '
         && IS_ANY_OF (after, "if", "when", "where", "once", "unless");
}

/* Whether it is what anybody pays, or what they pay else. */
static gboolean
is_set_price (const FoiWrittenNumber *self)
{
  const char *text = self->at->text;
  const FoiRange before = { self->number.sentence.begin, self->found->range.begin };
  FoiFoundNumber other;

  if (is_tariff (text, self->found))
    return TRUE;
  for (gsize from = before.begin; foi_number_scan_next (text, before, from, &other);
       from = other.range.end)
    if (is_tariff (text, &other) && are_alternatives (text, &other, self->found))
      return TRUE;
  return FALSE;
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
  return is_tariff (text, found);
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
          && !are_alternatives (text, self->found, &other)
          && (is_one || is_price (text, &other))
          && !foi_shown_figures_are_below (self->at->figures, total / price))
        return TRUE;
    }
  return FALSE;
}

/* The paragraph may say by the way that figures are withheld: a set price tells nothing of them,
 * unless it names their rows, or the sentence speaks of them. */
static gboolean
is_near_gap_for_money (const FoiWrittenNumber *self)
{
  if (!_foi_written_is_near_gap (self))
    return FALSE;
  return !is_set_price (self)
         || foi_gap_names_find_row (self->at->figures->gaps, self->at->text, self->at->block)
         || foi_shown_figures_name_gap (self->at->figures, self->at->text, self->number.sentence);
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
  return !is_near_gap_for_money (self) && !is_price_or_total (self);
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

/* Whether it may be of a row in which something is withheld. Of things it is not where the
 * paragraph names no such row, and only says in another sentence that figures are withheld. */
static gboolean
is_beside_gap (const FoiWrittenNumber *self, const char *noun)
{
  const FoiExplaining *at = self->at;

  return _foi_written_is_near_gap (self)
         && (foi_counted_noun_is_of_people (noun)
             || foi_gap_names_find_row (at->figures->gaps, at->text, at->block)
             || foi_shown_figures_name_gap (at->figures, at->text, self->number.sentence));
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
  if (is_beside_gap (self, noun))
    return !foi_counted_noun_is_of_people (noun)
           && !foi_shown_figures_follow (figures, self->number.value)
           && !foi_shown_figures_hide_up_to (figures, self->number.value / FAR_MORE);
  if (foi_counted_noun_is_of_people (noun) || _foi_written_is_near_gap (self))
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
