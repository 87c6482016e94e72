/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-written-number-private.h"

#include <math.h>
#include <string.h>

#include "foi-counted-noun.h"
#include "foi-phrase.h"

/* What a number in a letter may be, so that it tells nothing of what is withheld. What none of this
 * explains is for an officer to look at. */

/* How near a share is to what is said of it in words. */
#define NEARLY 0.035
/* The same of a row in which something is withheld. */
#define VERY_NEARLY 0.01

typedef gboolean (*ExplainFunc) (const FoiWrittenNumber *self);

/* ---- what it measures ---- */

/* "5 academic years" */
static gboolean
is_long_time (const FoiWrittenNumber *self)
{
  static const char *const kinds[] = { "academic", "financial", "school", "full", "consecutive",
                                       "whole", "complete", "calendar", "successive" };
  static const char *const units[] = { "years", "months", "weeks", "days", "terms" };
  g_autofree char *kind = _foi_words_dup_first (self->after);

  return _foi_words_are_any_of (kind, kinds, G_N_ELEMENTS (kinds))
         && self->after[strlen (kind)] == ' '
         && foi_phrase_starts_any (self->after + strlen (kind) + 1, units, G_N_ELEMENTS (units));
}

/* "At 14.30" */
static gboolean
is_moment (const FoiWrittenNumber *self)
{
  g_autofree char *last = _foi_words_dup_last (self->before);

  return self->decimals > 0 && self->found->range.end - self->found->range.begin == strlen ("14.30")
         && self->number.value < 24
         && IS_ANY_OF (last, "at", "until", "till", "by", "from", "before", "after", "between");
}

/* The "16" of "within 20 working days, and this took 16". */
static gboolean
is_time_again (const FoiWrittenNumber *self)
{
  const FoiRange before = { self->number.sentence.begin, self->found->range.begin };
  gboolean was_time = FALSE;
  FoiFoundNumber other;

  if (self->after[0] != '\0' || foi_shown_figures_hide (self->at->figures, self->number.value)
      || _foi_written_is_near_gap (self))
    return FALSE;
  for (gsize from = before.begin; foi_number_scan_next (self->at->text, before, from, &other);
       from = other.range.end)
    was_time = foi_found_number_is_time (self->at->text, self->number.sentence, &other);
  return was_time;
}

static gboolean
is_time (const FoiWrittenNumber *self)
{
  g_autofree char *unit = _foi_words_dup_first (self->after);
  g_autofree char *last = _foi_words_dup_last (self->before);

  return is_moment (self) || is_time_again (self)
         || ((is_long_time (self)
              || foi_found_number_is_time (self->at->text, self->number.sentence, self->found))
             && !foi_shown_figures_count_in (self->at->figures, unit)
             && !(SAYS (self->sentence, "each", "apiece", "a head")
                  && !IS_ANY_OF (last, "within")
                  && _foi_written_is_near_gap (self)));
}

/* "14 KB", "3 miles" */
static gboolean
is_measure (const FoiWrittenNumber *self)
{
  g_autofree char *unit = _foi_words_dup_first (self->after);

  return IS_ANY_OF (unit, "kb", "mb", "gb", "tb", "kg", "km", "kilometres", "cm", "mm", "tonnes",
                    "litres", "hectares", "acres", "mbit", "degrees", "o'clock");
}

static gboolean
is_age (const FoiWrittenNumber *self)
{
  g_autofree char *last = _foi_words_dup_last (self->before);

  if (SAYS (self->before, "aged", "age", "ages") || g_str_has_prefix (self->after, "year old")
      || g_str_has_prefix (self->after, "years old") || g_str_has_prefix (self->after, "year-old"))
    return TRUE;
  return self->number.value > 10 && self->number.value < 100
         && IS_ANY_OF (last, "under", "over")
         && !foi_shown_figures_hide (self->at->figures, self->number.value);
}

/* The "two" of "two thirds": the share is looked at as a whole. */
static gboolean
is_of_share (const FoiWrittenNumber *self)
{
  static const char *const times[] = { "times as", "times more", "times the", "times that" };
  g_autofree char *unit = _foi_words_dup_first (self->after);

  if (foi_phrase_starts_any (self->after, times, G_N_ELEMENTS (times)))
    return TRUE;
  return IS_ANY_OF (unit, "thirds", "quarters", "fifths", "sixths", "sevenths", "eighths", "ninths",
                    "tenths");
}

/* ---- what the letter counts of itself ---- */

/* "48 files of suspended boys": there is one for each. But "three kinds of exclusion". */
static gboolean
is_one_for_each (const FoiWrittenNumber *self, const char *thing, const char *of)
{
  FoiShownFigures *figures = self->at->figures;

  return IS_ANY_OF (thing, "files", "documents", "reports", "forms", "folders", "responses",
                    "letters", "copies", "requests", "replies", "boxes")
         && foi_shown_figures_count_in (figures, of)
         && (foi_shown_figures_hide (figures, self->number.value)
             || foi_hidden_figures_have_sum (figures->hidden, self->number.value));
}

static gboolean
is_of_letter (const FoiWrittenNumber *self)
{
  static const char *const things[] = {
    "tables", "questions", "parts", "documents", "attachments", "files", "spreadsheets", "annexes",
    "appendices", "exemptions", "exceptions", "sections", "subsections", "reasons", "letters",
    "emails", "e-mails", "steps", "factors", "points", "paragraphs", "copies", "columns", "rows",
    "ways", "stages", "limbs", "options", "elements", "links", "websites", "pages", "sheets",
    "worksheets", "datasets", "notes", "headings", "versions", "sources", "systems", "databases",
    "purposes", "grounds", "principles", "conditions", "tests", "criteria", "definitions",
    "breakdowns", "types", "charts", "categories", "page", "lists", "requests", "kinds", "forms",
    "sorts", "levels", "ranks", "grades", "chapters", "fields", "languages", "editions",
    "responses", "replies", "contacts", "rooms", "classrooms", "floors", "stations", "theatres",
    "beds", "vehicles", "laptops", "boxes", "posts", "unions", "counties", "parishes", "countries",
    "nations", "roads", "streets", "cameras", "phones", "devices", "reports", "plans", "projects",
    "schemes", "strategies", "contracts", "tenders", "invoices", "licences", "machines", "buses",
    "routes", "libraries", "museums", "parks", "halls", "centres", "academies", "colleges",
    "universities", "standards", "measures", "targets", "indicators", "priorities", "objectives",
    "themes", "modules", "shifts", "terms", "holidays", "volumes", "articles", "codes", "acts",
    "maps", "groups", "committees", "boards", "panels", "desks", "lines", "recommendations",
    "findings", "samples", "templates", "guides", "leaflets", "posters",
    /* whoever answers */
    "teams", "services", "departments", "directorates", "divisions", "offices", "organisations",
    "agencies", "bodies", "authorities", "councils", "councillors", "partners", "contractors",
    "suppliers", "buildings", "computers", "servers", "folders", "meetings", "policies",
  };
  g_autofree char *counted = g_strdup (self->after);
  char *of = strstr (counted, " of ");
  g_auto (GStrv) words = g_strsplit (self->after, " ", -1);

  /* Whoever withholds how many files there are counts no files of the letter; but "kinds of file"
   * are none. */
  if (of != NULL)
    *of = '\0';
  if (foi_shown_figures_count_in (self->at->figures, counted))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (_foi_words_are_any_of (words[i], things, G_N_ELEMENTS (things)))
        return !foi_gap_names_has_kind (self->at->figures->gaps, words[i])
               && (of == NULL || !is_one_for_each (self, words[i], of + 1));
      if (IS_ANY_OF (words[i], "in", "at", "for", "were", "was", "and", "from", "with"))
        return FALSE;
    }
  return FALSE;
}

/* "1. ", "(2) " where a line begins. */
static gboolean
begins_line (const FoiWrittenNumber *self)
{
  const char *text = self->at->text;
  gsize begin = self->found->range.begin;
  const char *after = text + self->found->range.end;

  if (begin > 0 && text[begin - 1] == '(')
    begin--;
  return (begin == 0 || text[begin - 1] == '\n') && strchr (".)", *after) != NULL && *after != '\0'
         && after[1] == ' ' && after[2] != '\0';
}

/* "[note 1]" */
static gboolean
marks_note (const FoiWrittenNumber *self)
{
  return self->found->range.begin >= strlen ("[note ")
         && g_str_has_prefix (self->at->text + self->found->range.begin - strlen ("[note "),
                              "[note ");
}

/* ---- the rule's own words ---- */

static gboolean
is_in_words_of (const FoiWrittenNumber *self, const FoiSmallRule *rule)
{
  const gint64 most = rule->threshold;
  gint64 value;
  g_autofree char *last = _foi_words_dup_last (self->before);

  if (self->decimals > 0)
    return FALSE;
  value = g_ascii_strtoll (self->found->value, NULL, 10);
  if (IS_ANY_OF (last, "nearest"))
    return TRUE;
  if (rule->round > 1 && value == rule->round
      && SAYS (self->sentence, "rounded", "nearest", "multiple", "multiples", "base"))
    return TRUE;
  if (most <= 0)
    return FALSE;
  if (value == most + 1)
    return IS_ANY_OF (last, "under", "below", "<") || g_str_has_suffix (self->before, "fewer than")
           || g_str_has_suffix (self->before, "less than")
           || g_str_has_suffix (self->before, "smaller than")
           || g_str_has_suffix (self->before, "at least")
           || g_str_has_prefix (self->after, "or more")
           || (self->found->range.begin > 0
               && self->at->text[self->found->range.begin - 1] == '<');
  if (value == most)
    return g_str_has_prefix (self->after, "or fewer") || g_str_has_prefix (self->after, "or less")
           || g_str_has_suffix (self->before, "more than")
           || g_str_has_suffix (self->before, "up to") || g_str_has_suffix (self->before, "at most")
           || SAYS (self->before, "1 to", "1 and", "0 to", "0 and", "one to", "one and");
  if (value == (rule->zero ? 0 : 1))
    {
      g_autofree char *to = g_strdup_printf ("to %" G_GINT64_FORMAT, most);
      g_autofree char *and_most = g_strdup_printf ("and %" G_GINT64_FORMAT, most);

      return g_str_has_prefix (self->after, to) || g_str_has_prefix (self->after, and_most);
    }
  return FALSE;
}

static gboolean
is_of_rule (const FoiWrittenNumber *self)
{
  for (guint i = 0; i < self->at->rules->len; i++)
    if (is_in_words_of (self, &g_array_index (self->at->rules, FoiSmallRule, i)))
      return TRUE;
  return FALSE;
}

/* The words of a paragraph that is the same in every letter. */
static gboolean
is_of_template (const FoiWrittenNumber *self)
{
  g_autofree char *first = NULL, *phrase = NULL;

  if (self->at->template == NULL)
    return FALSE;
  first = _foi_words_dup_first (self->after);
  phrase = g_strndup (self->at->text + self->found->range.begin,
                      self->found->range.end - self->found->range.begin);
  if (first[0] != '\0')
    {
      g_autofree char *longer = g_strdup_printf ("%s %s", phrase, first);

      return foi_phrase_find (self->at->template, longer, FALSE, 0, NULL, NULL);
    }
  return foi_phrase_find (self->at->template, phrase, FALSE, 0, NULL, NULL);
}

/* ---- words that count now and then ---- */

/* "Abbey: one.", "There was only one." */
static gboolean
stands_alone (const FoiWrittenNumber *self)
{
  const char *after = self->at->text + self->found->range.end;
  g_autofree char *last = _foi_words_dup_last (self->before);

  return (*after == '\0' || strchr (".,;:!?)\n", *after) != NULL)
         && (g_str_has_suffix (last, ":")
             || IS_ANY_OF (last, "a", "just", "only", "was", "were", "is", "are", "had", "has"));
}

/* "A pair", "both boys", of a row in which something is withheld: no number of it is said by the
 * way. But "both tables", and "both boys and girls" that are two columns. */
static gboolean
counts_in_gap (const FoiWrittenNumber *self)
{
  const gsize n = self->found->range.end - self->found->range.begin;
  g_autofree char *word = g_ascii_strdown (self->at->text + self->found->range.begin, (gssize) n);
  g_autofree char *noun = NULL;

  if (self->number.value < 2 || IS_ANY_OF (word, "twice", "thrice")
      || !_foi_written_is_near_gap (self))
    return FALSE;
  if (!IS_ANY_OF (word, "both"))
    return TRUE;
  noun = foi_counted_noun_dup (self->after);
  return noun != NULL && !SAYS (self->after, "and")
         && (foi_counted_noun_is_of_people (noun)
             || foi_shown_figures_count_in (self->at->figures, noun));
}

/* "All but one of the boys", "just the one". */
static gboolean
leaves_so_many (const FoiWrittenNumber *self)
{
  static const char *const buts[] = { "all but", "except", "except for", "bar", "excepting",
                                      "just the", "only the", "apart from", "but for" };

  for (gsize i = 0; i < G_N_ELEMENTS (buts); i++)
    if (g_str_has_suffix (self->before, buts[i]))
      return _foi_written_is_near_gap (self)
             || foi_shown_figures_count_in (self->at->figures, self->sentence);
  return FALSE;
}

/* "One boy each", "one every month", of a row in which something is withheld: so many as there are
 * of the others. Or nothing but the number is said: "exactly one." */
static gboolean
is_one_of_gap (const FoiWrittenNumber *self)
{
  const char *after = self->at->text + self->found->range.end;
  g_autofree char *last = _foi_words_dup_last (self->before);

  static const char *const when[] = { "in", "on", "at", "during", "since", "last", "this", "and" };

  if (IS_ANY_OF (last, "no", "this", "the", "any", "that", "every", "which", "each", "another"))
    return FALSE;
  if (IS_ANY_OF (last, "had", "has", "have", "reported", "recorded", "saw", "was", "were", "with")
      && foi_phrase_starts_any (self->after, when, G_N_ELEMENTS (when))
      && foi_shown_figures_hide (self->at->figures, self->number.value))
    return _foi_written_is_near_gap (self);
  return (SAYS (self->after, "each", "apiece", "every")
          || ((*after == '\0' || strchr (".,;!?)\n", *after) != NULL)
              && foi_shown_figures_hide (self->at->figures, self->number.value)))
         && _foi_written_is_near_gap (self);
}

/* "One of the reasons", "no information", "both tables": unless it is a withheld number of what is
 * counted. */
static gboolean
counts_nothing (const FoiWrittenNumber *self)
{
  static const char *const idle[] = { "or more", "another", "off", "that", "which", "who" };
  g_autofree char *last = _foi_words_dup_last (self->before), *first = NULL;

  if (!self->found->is_loose || counts_in_gap (self) || leaves_so_many (self)
      || is_one_of_gap (self))
    return FALSE;
  if (!foi_shown_figures_hide (self->at->figures, self->number.value)
      || foi_phrase_starts_any (self->after, idle, G_N_ELEMENTS (idle))
      || IS_ANY_OF (last, "no", "this", "the", "any"))
    return TRUE;
  first = _foi_words_dup_first (self->after);
  if (IS_ANY_OF (first, "more", "fewer", "less"))
    return FALSE;
  return !stands_alone (self) && !foi_shown_figures_count_in (self->at->figures, self->after)
         && !(IS_ANY_OF (first, "in", "at", "for", "from", "within", "of")
              && foi_shown_figures_name_row (self->at->figures, self->after));
}

/* ---- what the tables say ---- */

static gboolean
is_beyond (const FoiWrittenNumber *self)
{
  return !self->is_share && self->found->kind != FOI_FOUND_MONEY
         && foi_shown_figures_are_below (self->at->figures, self->number.value)
         && (SAYS (self->sentence, "minutes each", "hours each", "pages each", "minutes for each",
                   "minutes per")
             || !SAYS (self->sentence, "per", "every", "each", "out of", "for every"));
}

static gboolean
is_in_name (const FoiWrittenNumber *self)
{
  return foi_shown_figures_name (self->at->figures, &self->number);
}

static gboolean
counts_rows (const FoiWrittenNumber *self)
{
  return foi_shown_figures_have_rows (self->at->figures, self->number.value, self->after)
         && !foi_shown_figures_count_in (self->at->figures, self->after);
}

static gboolean
is_shown (const FoiWrittenNumber *self)
{
  return (!self->is_share || SAYS (self->sentence, "rate", "percentage"))
         && foi_shown_figures_have (self->at->figures, self->number.value);
}

static gboolean
is_sum (const FoiWrittenNumber *self)
{
  return !self->is_share && foi_shown_figures_have_sum (self->at->figures, self->number.value);
}

static gboolean
is_sum_of_named (const FoiWrittenNumber *self)
{
  return !self->is_share
         && foi_shown_figures_have_sum_of (self->at->figures, self->number.value, self->sentence);
}

/* "All four areas" of a table whose rows are called something else. */
static gboolean
is_count (const FoiWrittenNumber *self)
{
  return !self->is_share && !foi_shown_figures_count_in (self->at->figures, self->after)
         && SAYS (self->after, "years", "areas", "groups", "schools", "wards", "sites", "months",
                  "quarters", "regions", "districts", "hospitals", "forces", "places", "locations",
                  "kinds", "figures", "parishes", "constituencies", "boroughs", "age groups")
         && foi_shown_figures_have_count (self->at->figures, self->number.value);
}

/* It is said of a row of which all can be seen. */
static gboolean
is_of_open_row (const FoiWrittenNumber *self)
{
  return !SAYS (self->sentence, "none of", "neither", "other than", "not at", "not in", "not from",
                "nowhere", "outside")
         && foi_shown_figures_are_open_at (self->at->figures, &self->number);
}

static gboolean
is_mean (const FoiWrittenNumber *self)
{
  return SAYS (self->sentence, "average", "averages", "averaged", "mean")
         && foi_shown_figures_have_mean (self->at->figures, self->number.value, self->decimals);
}

/* The sentence, or so much of it about a place as is between two marks and has a name in it. */
static char *
dup_piece (const char *text, FoiRange sentence, gsize place)
{
  gsize begin = place, end = place;

  while (begin > sentence.begin && strchr (",;:\n", text[begin - 1]) == NULL)
    begin--;
  while (end < sentence.end && strchr (",;:\n", text[end]) == NULL)
    end++;
  for (gsize i = begin + strspn (text + begin, " ") + 1; i < end; i++)
    if (g_ascii_isupper (text[i]))
      return g_strndup (text + begin, end - begin);
  return g_strndup (text + sentence.begin, sentence.end - sentence.begin);
}

/* Whether figures that anybody sees stand so to one another: of rows in which something is withheld
 * those that the sentence names; and no withheld one does, where no open row is named. */
static gboolean
is_share_seen (const FoiExplaining *at, FoiRange sentence, gsize place, double from, double to,
               gboolean may_change)
{
  FoiShownFigures *figures = at->figures;

  if (foi_shown_figures_name_gap (figures, at->text, at->block))
    {
      g_autofree char *words = dup_piece (at->text, sentence, place);

      return foi_shown_figures_have_share_of (figures, from, to, words);
    }
  return foi_shown_figures_have_share (figures, from, to)
         || (may_change && foi_shown_figures_have_difference (figures, from, to, TRUE));
}

/* "Two thirds of the budget": whether it is a share of what no table counts. */
static gboolean
is_of_other_thing (FoiShownFigures *figures, const char *after)
{
  g_auto (GStrv) words = g_strsplit (after, " ", -1);
  guint i = 0;

  while (words[i] != NULL && !g_str_equal (words[i], "of"))
    i++;
  if (words[i] == NULL || foi_shown_figures_count_in (figures, after))
    return FALSE;
  for (i++; words[i] != NULL; i++)
    {
      if (IS_ANY_OF (words[i], "them", "these", "those", "all", "it", "total", "whole")
          || foi_counted_noun_is_of_people (words[i]))
        return FALSE;
      if (!IS_ANY_OF (words[i], "the", "our", "its", "their", "this", "that", "a", "an"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_country (const char *words)
{
  return SAYS (words, "nationally", "national", "england", "wales", "scotland", "northern ireland",
               "the uk", "the country", "region", "regional", "inflation", "turnout", "census");
}

/* Whether the words tell nothing by a share: they name no row in which something is withheld, it is
 * of what no table counts or of the whole country, and no withheld figure is such a share, or
 * changed by it. */
static gboolean
is_share_of_others (const FoiExplaining *at, FoiRange sentence, const char *after, double from,
                    double to)
{
  FoiShownFigures *figures = at->figures;
  g_autofree char *words = g_utf8_strdown (at->text + sentence.begin,
                                           (gssize) (sentence.end - sentence.begin));

  return !foi_shown_figures_name_gap (figures, at->text, at->block)
         && !foi_hidden_figures_have_share (figures->hidden, from, to)
         && !foi_hidden_figures_have_change (figures->hidden, from, to)
         && (is_of_other_thing (figures, after) || is_of_country (words));
}

static gboolean
is_share (const FoiWrittenNumber *self)
{
  const double half = pow (10, -self->decimals) / 2;
  const double from = (self->number.value - half) / 100, to = (self->number.value + half) / 100;

  return self->is_share
         && is_share_seen (self->at, self->number.sentence, self->found->range.begin, from, to,
                           TRUE);
}

/* "10% more than we had planned": of what stands in no table. */
static gboolean
is_of_plans (const FoiWrittenNumber *self)
{
  return SAYS (self->after, "more", "fewer", "less", "higher", "lower", "above", "below")
         && SAYS (self->sentence, "than we", "than it", "than they", "than planned",
                  "than expected", "than forecast", "than budgeted", "than thought");
}

static gboolean
is_other_share (const FoiWrittenNumber *self)
{
  const double half = pow (10, -self->decimals) / 2;

  if (self->is_share && is_of_plans (self))
    return TRUE;
  if (self->decimals > 0 && self->found->kind != FOI_FOUND_MONEY
      && !_foi_written_is_near_gap (self) && is_of_country (self->sentence))
    return TRUE;
  return self->is_share
         && is_share_of_others (self->at, self->number.sentence, self->after,
                                (self->number.value - half) / 100,
                                (self->number.value + half) / 100);
}

static gboolean
is_difference (const FoiWrittenNumber *self)
{
  return !self->is_share
         && SAYS (self->sentence, "more", "fewer", "less", "increase", "increased", "decrease",
                  "decreased", "rose", "rise", "fell", "fall", "up", "down", "difference", "grew")
         && foi_shown_figures_have_difference (self->at->figures, self->number.value,
                                               self->number.value, FALSE);
}

/* "3 more boys than Downham", of rows in which nothing is withheld. */
static gboolean
is_difference_of_named (const FoiWrittenNumber *self)
{
  return !self->is_share && self->found->kind != FOI_FOUND_MONEY
         && SAYS (self->sentence, "than", "outnumber", "outnumbered", "outnumbers", "difference")
         && !SAYS (self->sentence, "other", "others", "another", "each", "every", "any", "rest")
         && !_foi_written_is_near_gap (self)
         && foi_shown_figures_have_difference_of (self->at->figures, self->number.value,
                                                  self->sentence);
}

/* ---- what was asked ---- */

static gboolean
is_requesters (const FoiWrittenNumber *self)
{
  return self->at->is_asked && !self->at->is_confirmed;
}

/* A number of the request that is said again, and is none that is withheld. */
static gboolean
is_repeated (const FoiWrittenNumber *self)
{
  FoiFoundNumber asked;

  if (self->at->asked == NULL || self->at->is_asked
      || foi_shown_figures_hide (self->at->figures, self->number.value))
    return FALSE;
  for (gsize from = 0;
       foi_number_scan_next (self->at->asked, (FoiRange) { 0, strlen (self->at->asked) }, from,
                             &asked);
       from = asked.range.end)
    if (g_str_equal (asked.value, self->found->value))
      return TRUE;
  return FALSE;
}

/* ---- all of them ---- */

/* Where an explanation is none. */
typedef enum
{
  YIELDS_NOWHERE,
  YIELDS_AT_GAPS, /* where a row is spoken of in which something is withheld that it may follow */
  YIELDS_TO_SAME, /* where the sentence speaks of withheld figures that are it or come to it */
  YIELDS_TO_EQUAL, /* of one that is the same */
} Yields;

/* What explains a number. */
static const struct
{
  ExplainFunc explains;
  Yields yields;
} explanations[] = {
  { _foi_written_is_day, YIELDS_NOWHERE },
  { _foi_written_is_ordinal, YIELDS_NOWHERE },
  { _foi_written_is_money, YIELDS_NOWHERE },
  { counts_nothing, YIELDS_NOWHERE },
  { is_requesters, YIELDS_NOWHERE },
  { is_time, YIELDS_NOWHERE },
  { _foi_written_is_named, YIELDS_NOWHERE },
  { marks_note, YIELDS_NOWHERE },
  { _foi_written_is_of_law, YIELDS_NOWHERE },
  { _foi_written_is_written_so, YIELDS_NOWHERE },
  { _foi_written_is_called, YIELDS_NOWHERE },
  { _foi_written_is_of_street, YIELDS_NOWHERE },
  { begins_line, YIELDS_NOWHERE },
  { is_measure, YIELDS_NOWHERE },
  { is_of_share, YIELDS_NOWHERE },
  { is_age, YIELDS_NOWHERE },
  { is_of_rule, YIELDS_NOWHERE },
  { is_of_letter, YIELDS_AT_GAPS },
  { is_of_template, YIELDS_NOWHERE },
  { is_beyond, YIELDS_NOWHERE },
  { is_repeated, YIELDS_NOWHERE },
  { _foi_written_counts_others, YIELDS_NOWHERE },
  { _foi_written_is_frequency, YIELDS_NOWHERE },
  { _foi_written_is_of_posts, YIELDS_NOWHERE },
  { _foi_written_is_weight, YIELDS_NOWHERE },
  { _foi_written_is_offered, YIELDS_NOWHERE },
  { _foi_written_is_vague, YIELDS_NOWHERE },
  { _foi_written_counts_named, YIELDS_NOWHERE },
  { _foi_written_counts_other_rows, YIELDS_NOWHERE },
  { is_other_share, YIELDS_NOWHERE },
  { counts_rows, YIELDS_NOWHERE },
  { is_in_name, YIELDS_NOWHERE },
  { _foi_written_has_a_name, YIELDS_TO_SAME },
  { is_shown, YIELDS_TO_SAME },
  { is_sum, YIELDS_TO_SAME },
  { is_sum_of_named, YIELDS_TO_EQUAL },
  { is_count, YIELDS_TO_SAME },
  { is_mean, YIELDS_TO_SAME },
  { is_share, YIELDS_TO_SAME },
  { is_difference, YIELDS_TO_SAME },
  { is_difference_of_named, YIELDS_NOWHERE },
  { is_of_open_row, YIELDS_NOWHERE },
};

static gboolean
yields (const FoiWrittenNumber *self, Yields how)
{
  switch (how)
    {
    case YIELDS_AT_GAPS:
      return foi_shown_figures_follow (self->at->figures, self->number.value)
             && foi_gap_names_find_row (self->at->figures->gaps, self->at->text,
                                        self->at->block);
    case YIELDS_TO_EQUAL:
      return foi_shown_figures_hide (self->at->figures, self->number.value)
             && foi_shown_figures_speak_of (self->at->figures, &self->number);
    case YIELDS_TO_SAME:
      return foi_shown_figures_speak_of (self->at->figures, &self->number);
    case YIELDS_NOWHERE:
    default:
      return FALSE;
    }
}

/**
 * foi_explaining_knows:
 * @self: where it stands
 * @sentence: the sentence
 * @found: a number in it
 *
 * Returns: whether it is known what the number is, and that it tells nothing that is withheld.
 */
gboolean
foi_explaining_knows (const FoiExplaining *self, FoiRange sentence, const FoiFoundNumber *found)
{
  FoiWrittenNumber number;
  gboolean is_known = FALSE;

  _foi_written_number_init (&number, self, sentence, found);
  for (gsize i = 0; i < G_N_ELEMENTS (explanations) && !is_known; i++)
    is_known = explanations[i].explains (&number) && !yields (&number, explanations[i].yields);
  _foi_written_number_clear (&number);
  return is_known;
}

/* "Excluded twice", but not "twice as many" or "twice Dale's". */
static gboolean
compares_nothing (const char *sentence, const FoiStatement *statement)
{
  static const char twice[]
    = "^(?:twice|thrice)(?! (?:as|the|that|those|its|their)\\b| (?-i)[A-Z])";

  return statement->kind == FOI_STATEMENT_TIMES
         && g_regex_match_simple (twice, sentence + statement->range.begin, G_REGEX_CASELESS, 0);
}

/**
 * foi_explaining_knows_statement:
 * @self: where it stands
 * @range: the sentence
 * @statement: a share or a multiple in it that is said in words
 *
 * Returns: whether it is so of figures that anybody sees.
 */
gboolean
foi_explaining_knows_statement (const FoiExplaining *self, FoiRange range,
                                const FoiStatement *statement)
{
  g_autofree char *sentence = g_strndup (self->text + range.begin, range.end - range.begin);
  const double from = foi_fraction_to_double (statement->wide_from);
  const double to = foi_fraction_to_double (statement->wide_to);
  double nearly;
  g_autofree char *after = _foi_words_dup_after (sentence, statement->range.end, strlen (sentence));

  if (self->is_asked || statement->to.below == 0
      || (statement->kind != FOI_STATEMENT_TIMES
          && g_ascii_isdigit (sentence[statement->range.begin]))
      || SAYS (after, "year", "years", "hour", "hours", "day", "days", "month", "months", "term"))
    return TRUE;
  if (compares_nothing (sentence, statement))
    return TRUE;
  if (statement->kind == FOI_STATEMENT_TIMES
      && foi_shown_figures_name_gap (self->figures, self->text, self->block))
    return foi_shown_figures_have_share_of (self->figures, fabs (from - 1), fabs (to - 1),
                                            sentence);
  if (statement->kind == FOI_STATEMENT_TIMES)
    return to <= 1 || foi_shown_figures_have_difference (self->figures, from - 1, to - 1, TRUE);
  /* "All" and "only" are in many sentences, and no share. */
  if (from >= 1)
    return TRUE;
  /* Who says "two thirds" means no 60%. */
  nearly = foi_shown_figures_name_gap (self->figures, self->text, self->block) ? VERY_NEARLY
                                                                               : NEARLY;
  return is_share_seen (self, range, range.begin + statement->range.begin,
                        MAX (from, foi_fraction_to_double (statement->from) - nearly),
                        MIN (to, foi_fraction_to_double (statement->to) + nearly), FALSE)
         || is_share_of_others (self, range, after, from, to);
}
