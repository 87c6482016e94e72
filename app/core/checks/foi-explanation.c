/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-explanation.h"

#include <math.h>
#include <string.h>

#include "foi-phrase.h"

/* What a number in a letter may be, so that it tells nothing of what is withheld. What none of this
 * explains is for an officer to look at. */

/* So many words beside a number are read. */
#define N_WORDS 4

/* A number, and what stands around it. */
typedef struct
{
  const FoiExplaining *at;
  const FoiFoundNumber *found;
  FoiSaidNumber number;
  char *token;    /* all that is written without a space, but marks around it */
  char *before;   /* the words before it in the sentence, in small letters */
  char *after;    /* and behind it, up to the next mark */
  char *sentence; /* in small letters */
  int decimals;
  gboolean is_share;
} Reading;

typedef gboolean (*ExplainFunc) (const Reading *self);

/* ---- words ---- */

static gboolean
is_any_of (const char *word, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (word, list[i]))
      return TRUE;
  return FALSE;
}

#define IS_ANY_OF(word, ...) \
  is_any_of (word, (const char *const[]) { __VA_ARGS__ }, \
             G_N_ELEMENTS (((const char *const[]) { __VA_ARGS__ })))

static gboolean
says (const char *text, const char *const *phrases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (foi_phrase_find (text, phrases[i], FALSE, 0, NULL, NULL))
      return TRUE;
  return FALSE;
}

#define SAYS(text, ...) \
  says (text, (const char *const[]) { __VA_ARGS__ }, \
        G_N_ELEMENTS (((const char *const[]) { __VA_ARGS__ })))

static char *
dup_token (const char *text, FoiRange sentence, FoiRange range)
{
  gsize begin = range.begin, end = range.end;
  g_autofree char *token = NULL;

  while (begin > sentence.begin && !g_ascii_isspace (text[begin - 1]))
    begin--;
  while (end < sentence.end && !g_ascii_isspace (text[end]))
    end++;
  while (begin < range.begin && strchr ("([\"'*_", text[begin]) != NULL)
    begin++;
  token = g_strndup (text + begin, end - begin);
  while (end - begin > range.end - begin
         && (strchr (".,;:!?]\"'*_", token[end - begin - 1]) != NULL
             || (token[end - begin - 1] == ')' && strchr (token, '(') == NULL)))
    token[--end - begin] = '\0';
  return g_steal_pointer (&token);
}

static char *
dup_lower (const char *text, gsize begin, gsize end)
{
  g_autofree char *piece = g_strndup (text + begin, end - begin);

  return g_utf8_strdown (piece, -1);
}

/* The last words, parted by one space. */
static char *
dup_before (const char *text, gsize from, gsize end)
{
  g_autofree char *lower = dup_lower (text, from, end);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t\n", -1);
  g_autoptr (GPtrArray) last = g_ptr_array_new ();

  for (guint i = g_strv_length (words); i > 0 && last->len < N_WORDS; i--)
    {
      char *word = words[i - 1] + strspn (words[i - 1], "([*_");

      if (word[0] != '\0')
        g_ptr_array_insert (last, 0, word);
    }
  g_ptr_array_add (last, NULL);
  return g_strjoinv (" ", (char **) last->pdata);
}

/* The next words, without a mark among them. */
static char *
dup_after (const char *text, gsize begin, gsize to)
{
  g_autofree char *lower = dup_lower (text, begin, to);
  g_auto (GStrv) words = NULL;
  GString *out = g_string_new (NULL);

  if (lower[0] == '-')
    lower[0] = ' ';
  lower[strcspn (lower, ".,;:!?)(]|\n")] = '\0';
  words = g_strsplit_set (lower, " \t*_", -1);
  for (guint i = 0, n = 0; words[i] != NULL && n < N_WORDS; i++)
    if (words[i][0] != '\0')
      {
        g_string_append_printf (out, "%s%s", n > 0 ? " " : "", words[i]);
        n++;
      }
  return g_string_free (out, FALSE);
}

static char *
dup_first (const char *words)
{
  return g_strndup (words, strcspn (words, " "));
}

static char *
dup_last (const char *words)
{
  const char *space = strrchr (words, ' ');

  return g_strdup (space != NULL ? space + 1 : words);
}

/* ---- what it is by how it is written ---- */

/* Shapes of what is written without a space. */
static const char *const shapes[] = {
  /* days, years, times of day */
  "^\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}$", "^(19|20)\\d\\d([/-]\\d\\d(\\d\\d)?)?$",
  "^\\d{1,2}:\\d\\d(am|pm)?$", "^\\d{1,2}(\\.\\d\\d)?(am|pm)$",
  /* sections: "s40(2)" */
  "^(s|ss|reg|regs|art|para|sch)\\.?\\d+[A-Z]?(\\(\\w{1,4}\\))*$",
  /* post codes, roads, sizes of paper */
  "^(?-i)[A-Z]{1,2}\\d{1,3}[A-Z]?$", "^(?-i)\\d[A-Z]{2}$",
  /* references: "FOI-2024-0012", "EA/2011/0123", "COVID-19" */
  "^(?-i)[A-Z]{2,}[A-Z/_-]*\\d[A-Z0-9/_.-]*$", "^(?-i)[A-Z0-9/_-]*[A-Z][A-Z0-9/_-]*\\d{4,}$",
  /* measures */
  "^\\d+(\\.\\d+)?(kb|mb|gb|tb|kg|mg|km|cm|mm|mph|ml|hrs?|mins?)$",
  /* addresses and names of files */
  "://|^www\\.|@|\\.(csv|pdf|xlsx?|docx?|ods|odt|txt|zip|html?|json|xml)$|"
  "\\.(gov|org|co|com|net|police|nhs|ac|sch)\\b",
  /* "v3.0", "3-part" */
  "^v\\d+(\\.\\d+)*$", "^\\d+-(part|stage|step|limb|way|page|point|tier|fold)$", "^24/7$",
};

static GRegex *
get_shape (gsize i)
{
  static GRegex *made[G_N_ELEMENTS (shapes)];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (gsize j = 0; j < G_N_ELEMENTS (shapes); j++)
        made[j] = g_regex_new (shapes[j], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  return made[i];
}

/* A date, a time, a reference, a post code, an address: unless it names a row, or what is
 * counted. */
static gboolean
is_written_so (const Reading *self)
{
  g_autofree char *words = g_strcanon (g_strdup (self->token), G_CSET_A_2_Z G_CSET_a_2_z
                                       G_CSET_DIGITS, ' ');
  g_autofree char *lower = g_ascii_strdown (words, -1);
  gboolean is_shaped = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (shapes) && !is_shaped; i++)
    is_shaped = g_regex_match (get_shape (i), self->token, 0, NULL);
  /* "3:20" may be a ratio. */
  if (strchr (self->token, ':') != NULL && strstr (self->token, "//") == NULL
      && foi_shown_figures_hide (self->at->figures, self->number.value)
      && !SAYS (self->before, "at", "from", "until", "till", "by", "before", "after", "between"))
    return FALSE;
  return is_shaped && !foi_shown_figures_name_row (self->at->figures, words)
         && !foi_shown_figures_count_in (self->at->figures, lower);
}

static gboolean
is_plainly_written (const Reading *self)
{
  return strlen (self->token) == self->found->range.end - self->found->range.begin;
}

static gboolean
is_day (const Reading *self)
{
  return self->found->kind == FOI_FOUND_YEAR
         && (self->found->value[0] == '\0'
             || !foi_shown_figures_hide (self->at->figures, self->number.value));
}

/* "3rd": of which there may be no more, where it is no day. */
static gboolean
is_ordinal (const Reading *self)
{
  static const char *const ends[] = { "st", "nd", "rd", "th" };

  const char *after = self->at->text + self->found->range.end;

  return foi_phrase_starts_any (after, ends, G_N_ELEMENTS (ends))
         && (!foi_shown_figures_hide (self->at->figures, self->number.value)
             || SAYS (self->sentence, "january", "february", "march", "april", "may", "june",
                      "july", "august", "september", "october", "november", "december", "day",
                      "century"));
}

/* A section, a page, a question; a day before or behind its month. */
static gboolean
is_named (const Reading *self)
{
  if (g_str_has_suffix (self->before, "key stage") || g_str_has_suffix (self->before, "version"))
    return TRUE;
  return self->found->kind != FOI_FOUND_MONEY
         && !foi_found_number_is_time (self->at->text, self->number.sentence, self->found)
         && foi_found_number_is_named (self->at->text, self->number.sentence,
                                       self->found->range);
}

/* "Section 40(2)", "sections 12 and 14(1)": after a word for a piece of a law. */
static gboolean
is_of_law (const Reading *self)
{
  static GRegex *shape = NULL;
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      shape = g_regex_new ("^\\d+[A-Z]{0,2}(\\((\\d{1,2}[A-Z]?|[a-z]{1,3})\\))*$",
                           G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  return g_regex_match (shape, self->token, 0, NULL)
         && SAYS (self->before, "section", "sections", "subsection", "regulation", "regulations",
                  "article", "articles", "recital", "recitals", "schedule", "paragraph",
                  "paragraphs", "rule", "exemption", "exemptions", "exception", "exceptions", "s",
                  "ss", "part")
         && !foi_shown_figures_name_row (self->at->figures, self->before);
}

/* "Years 7 to 9": whether the last word that is neither a number nor joins two is a name of what
 * has numbers. */
static gboolean
follows_names (const Reading *self)
{
  g_auto (GStrv) words = g_strsplit (self->before, " ", -1);

  for (guint i = g_strv_length (words); i > 0; i--)
    {
      const char *word = words[i - 1];

      if (IS_ANY_OF (word, "years", "stages", "stage", "grades", "bands", "levels", "weeks",
                     "wards", "groups", "tables", "units", "classes", "forms", "lines", "rows"))
        return TRUE;
      if (!g_ascii_isdigit (word[0]) && !IS_ANY_OF (word, "and", "to", "or"))
        return FALSE;
    }
  return FALSE;
}

/* "Row 3", "the 999 calls": a word before it may be the name of what has the number. */
static gboolean
has_a_name (const Reading *self)
{
  return is_plainly_written (self)
         && (self->found->kind == FOI_FOUND_OTHER || follows_names (self));
}

/* "Calls to 999" */
static gboolean
is_called (const Reading *self)
{
  return IS_ANY_OF (self->token, "999", "112", "101", "111", "105", "119", "18000")
         && SAYS (self->sentence, "call", "calls", "call to", "dial", "telephone", "phone",
                  "emergency", "ring")
         && !foi_shown_figures_hide (self->at->figures, self->number.value);
}

static gboolean
is_of_street (const Reading *self)
{
  const char *after = self->at->text + self->found->range.end;
  g_auto (GStrv) words = NULL;
  g_autofree char *rest = NULL;

  if (!is_plainly_written (self) || foi_shown_figures_name_row (self->at->figures, self->after))
    return FALSE;
  rest = g_strndup (after, strcspn (after, ",.;\n"));
  words = g_strsplit (g_strstrip (rest), " ", N_WORDS);
  for (guint i = 0; words[i] != NULL && g_ascii_isupper (words[i][0]); i++)
    if (i > 0 && IS_ANY_OF (words[i], "Street", "Road", "Lane", "Avenue", "House", "Way", "Square",
                            "Close", "Drive", "Place", "Court", "Gardens", "Terrace", "Crescent"))
      return TRUE;
  return FALSE;
}

/* ---- what it measures ---- */

/* Whether another sum of money of the passage is so many times this one, or this one that, as a
 * withheld count says. */
static gboolean
is_price_of_withheld (const Reading *self)
{
  const FoiRange whole = { 0, strlen (self->at->text) };
  FoiFoundNumber other;

  for (gsize from = 0; foi_number_scan_next (self->at->text, whole, from, &other);
       from = other.range.end)
    {
      const double value = g_ascii_strtod (other.value, NULL);
      const double less = MIN (value, self->number.value), more = MAX (value, self->number.value);

      if (other.kind == FOI_FOUND_MONEY && less > 0
          && foi_shown_figures_hide (self->at->figures, more / less))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_money (const Reading *self)
{
  if (self->found->kind != FOI_FOUND_MONEY)
    {
      g_autofree char *unit = dup_first (self->after);

      return IS_ANY_OF (unit, "pounds", "pence", "pound");
    }
  return !SAYS (self->at->text, "each", "apiece", "per", "a head", "every")
         || !is_price_of_withheld (self);
}

/* "5 academic years" */
static gboolean
is_long_time (const Reading *self)
{
  static const char *const kinds[] = { "academic", "financial", "school", "full", "consecutive",
                                       "whole", "complete", "calendar", "successive" };
  static const char *const units[] = { "years", "months", "weeks", "days", "terms" };
  g_autofree char *kind = dup_first (self->after);

  return is_any_of (kind, kinds, G_N_ELEMENTS (kinds)) && self->after[strlen (kind)] == ' '
         && foi_phrase_starts_any (self->after + strlen (kind) + 1, units, G_N_ELEMENTS (units));
}

/* "At 14.30" */
static gboolean
is_moment (const Reading *self)
{
  g_autofree char *last = dup_last (self->before);

  return self->decimals > 0 && self->found->range.end - self->found->range.begin == strlen ("14.30")
         && self->number.value < 24
         && IS_ANY_OF (last, "at", "until", "till", "by", "from", "before", "after", "between");
}

static gboolean
is_time (const Reading *self)
{
  g_autofree char *unit = dup_first (self->after);

  return is_moment (self)
         || ((is_long_time (self)
              || foi_found_number_is_time (self->at->text, self->number.sentence, self->found))
             && !foi_shown_figures_count_in (self->at->figures, unit));
}

/* "14 KB", "3 miles" */
static gboolean
is_measure (const Reading *self)
{
  g_autofree char *unit = dup_first (self->after);

  return IS_ANY_OF (unit, "kb", "mb", "gb", "tb", "kg", "km", "kilometres", "cm", "mm", "tonnes",
                    "litres", "hectares", "acres", "mbit", "degrees", "o'clock");
}

static gboolean
is_age (const Reading *self)
{
  g_autofree char *last = dup_last (self->before);

  if (SAYS (self->before, "aged", "age", "ages") || g_str_has_prefix (self->after, "year old")
      || g_str_has_prefix (self->after, "years old") || g_str_has_prefix (self->after, "year-old"))
    return TRUE;
  return self->number.value > 10 && self->number.value < 100
         && IS_ANY_OF (last, "under", "over")
         && !foi_shown_figures_hide (self->at->figures, self->number.value);
}

/* ---- what the letter counts of itself ---- */

static gboolean
is_of_letter (const Reading *self)
{
  static const char *const things[] = {
    "tables", "questions", "parts", "documents", "attachments", "files", "spreadsheets", "annexes",
    "appendices", "exemptions", "exceptions", "sections", "subsections", "reasons", "letters",
    "emails", "e-mails", "steps", "factors", "points", "paragraphs", "copies", "columns", "rows",
    "ways", "stages", "limbs", "options", "elements", "links", "websites", "pages", "sheets",
    "worksheets", "datasets", "notes", "headings", "versions", "sources", "systems", "databases",
    "purposes", "grounds", "principles", "conditions", "tests", "criteria", "definitions",
    "breakdowns", "types", "charts", "categories", "page", "lists", "requests",
    /* whoever answers */
    "teams", "services", "departments", "directorates", "divisions", "offices", "organisations",
    "agencies", "bodies", "authorities", "councils", "councillors", "partners", "contractors",
    "suppliers", "buildings", "computers", "servers", "folders", "meetings", "policies",
  };
  g_auto (GStrv) words = g_strsplit (self->after, " ", -1);

  /* Whoever withholds how many files there are counts no files of the letter. */
  if (foi_shown_figures_count_in (self->at->figures, self->after))
    return FALSE;
  for (guint i = 0; words[i] != NULL && i < N_WORDS; i++)
    {
      if (is_any_of (words[i], things, G_N_ELEMENTS (things)))
        return TRUE;
      if (IS_ANY_OF (words[i], "in", "at", "for", "were", "was", "and", "from", "with"))
        return FALSE;
    }
  return FALSE;
}

/* "1. ", "(2) " where a line begins. */
static gboolean
begins_line (const Reading *self)
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
marks_note (const Reading *self)
{
  return self->found->range.begin >= strlen ("[note ")
         && g_str_has_prefix (self->at->text + self->found->range.begin - strlen ("[note "),
                              "[note ");
}

/* ---- the rule's own words ---- */

static gboolean
is_in_words_of (const Reading *self, const FoiSmallRule *rule)
{
  const gint64 most = rule->threshold;
  gint64 value;
  g_autofree char *last = dup_last (self->before);

  if (self->decimals > 0)
    return FALSE;
  value = g_ascii_strtoll (self->found->value, NULL, 10);
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
is_of_rule (const Reading *self)
{
  for (guint i = 0; i < self->at->rules->len; i++)
    if (is_in_words_of (self, &g_array_index (self->at->rules, FoiSmallRule, i)))
      return TRUE;
  return FALSE;
}

/* The words of a paragraph that is the same in every letter. */
static gboolean
is_of_template (const Reading *self)
{
  g_autofree char *first = NULL, *phrase = NULL;

  if (self->at->template == NULL)
    return FALSE;
  first = dup_first (self->after);
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
stands_alone (const Reading *self)
{
  const char *after = self->at->text + self->found->range.end;
  g_autofree char *last = dup_last (self->before);

  return (*after == '\0' || strchr (".,;:!?)\n", *after) != NULL)
         && (g_str_has_suffix (last, ":")
             || IS_ANY_OF (last, "a", "just", "only", "was", "were", "is", "are", "had", "has"));
}

/* "One of the reasons", "no information", "both tables": unless it is a withheld number of what is
 * counted. */
static gboolean
counts_nothing (const Reading *self)
{
  static const char *const idle[] = { "or more", "another", "off", "that", "which", "who" };
  g_autofree char *last = dup_last (self->before), *first = NULL;

  if (!self->found->is_loose)
    return FALSE;
  if (!foi_shown_figures_hide (self->at->figures, self->number.value)
      || foi_phrase_starts_any (self->after, idle, G_N_ELEMENTS (idle))
      || IS_ANY_OF (last, "no", "this", "the", "any"))
    return TRUE;
  first = dup_first (self->after);
  if (IS_ANY_OF (first, "more", "fewer", "less"))
    return FALSE;
  return !stands_alone (self) && !foi_shown_figures_count_in (self->at->figures, self->after)
         && !(IS_ANY_OF (first, "in", "at", "for", "from", "within", "of")
              && foi_shown_figures_name_row (self->at->figures, self->after));
}

/* ---- what the tables say ---- */

static gboolean
is_beyond (const Reading *self)
{
  return !self->is_share && foi_shown_figures_are_below (self->at->figures, self->number.value)
         && !SAYS (self->sentence, "per", "every", "each", "out of", "for every");
}

static gboolean
is_in_name (const Reading *self)
{
  return foi_shown_figures_name (self->at->figures, &self->number);
}

static gboolean
counts_rows (const Reading *self)
{
  return foi_shown_figures_have_rows (self->at->figures, self->number.value, self->after)
         && !foi_shown_figures_count_in (self->at->figures, self->after);
}

static gboolean
is_shown (const Reading *self)
{
  return (!self->is_share || SAYS (self->sentence, "rate", "percentage"))
         && foi_shown_figures_have (self->at->figures, self->number.value);
}

static gboolean
is_sum (const Reading *self)
{
  return !self->is_share
         && (foi_shown_figures_have_sum (self->at->figures, self->number.value)
             || foi_shown_figures_have_sum_of (self->at->figures, self->number.value,
                                               self->sentence));
}

/* "All four areas" of a table whose rows are called something else. */
static gboolean
is_count (const Reading *self)
{
  return !self->is_share && !foi_shown_figures_count_in (self->at->figures, self->after)
         && SAYS (self->after, "years", "areas", "groups", "schools", "wards", "sites", "months",
                  "quarters", "regions", "districts", "hospitals", "forces", "places", "locations",
                  "kinds", "figures", "parishes", "constituencies", "boroughs", "age groups")
         && foi_shown_figures_have_count (self->at->figures, self->number.value);
}

/* It is said of a row of which all can be seen. */
static gboolean
is_of_open_row (const Reading *self)
{
  return foi_shown_figures_are_open_at (self->at->figures, &self->number);
}

static gboolean
is_mean (const Reading *self)
{
  return SAYS (self->sentence, "average", "averages", "averaged", "mean")
         && foi_shown_figures_have_mean (self->at->figures, self->number.value, self->decimals);
}

static gboolean
is_share (const Reading *self)
{
  const double half = pow (10, -self->decimals) / 2;

  return self->is_share
         && (foi_shown_figures_have_share (self->at->figures, (self->number.value - half) / 100,
                                           (self->number.value + half) / 100)
             || foi_shown_figures_have_difference (self->at->figures,
                                                   (self->number.value - half) / 100,
                                                   (self->number.value + half) / 100, TRUE));
}

static gboolean
is_difference (const Reading *self)
{
  return !self->is_share
         && SAYS (self->sentence, "more", "fewer", "less", "increase", "increased", "decrease",
                  "decreased", "rose", "rise", "fell", "fall", "up", "down", "difference", "grew")
         && foi_shown_figures_have_difference (self->at->figures, self->number.value,
                                               self->number.value, FALSE);
}

/* ---- what was asked ---- */

static gboolean
is_requesters (const Reading *self)
{
  return self->at->is_asked && !self->at->is_confirmed;
}

/* A number of the request that is said again, and is none that is withheld. */
static gboolean
is_repeated (const Reading *self)
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

/* What explains a number; where @yields, not if the sentence speaks of a withheld figure that is
 * the same. */
static const struct
{
  ExplainFunc explains;
  gboolean yields;
} explanations[] = {
  { is_day, FALSE },
  { is_ordinal, FALSE },
  { is_money, FALSE },
  { counts_nothing, FALSE },
  { is_requesters, FALSE },
  { is_time, FALSE },
  { is_named, FALSE },
  { marks_note, FALSE },
  { is_of_law, FALSE },
  { is_written_so, FALSE },
  { is_called, FALSE },
  { is_of_street, FALSE },
  { begins_line, FALSE },
  { is_measure, FALSE },
  { is_age, FALSE },
  { is_of_rule, FALSE },
  { is_of_letter, FALSE },
  { is_of_template, FALSE },
  { is_beyond, FALSE },
  { is_repeated, FALSE },
  { counts_rows, FALSE },
  { is_in_name, FALSE },
  { has_a_name, TRUE },
  { is_shown, TRUE },
  { is_sum, TRUE },
  { is_count, TRUE },
  { is_mean, TRUE },
  { is_share, TRUE },
  { is_difference, TRUE },
  { is_of_open_row, FALSE },
};

static void
reading_clear (Reading *self)
{
  g_free (self->token);
  g_free (self->before);
  g_free (self->after);
  g_free (self->sentence);
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
  const char *text = self->text;
  const char *point = strchr (found->value, '.');
  Reading reading = { .at = self, .found = found };
  gboolean is_known = FALSE;

  reading.number = (FoiSaidNumber) { text, sentence, found->range,
                                     g_ascii_strtod (found->value, NULL) };
  reading.token = dup_token (text, sentence, found->range);
  reading.before = dup_before (text, sentence.begin, found->range.begin);
  reading.after = dup_after (text, found->range.end, sentence.end);
  reading.sentence = dup_lower (text, sentence.begin, sentence.end);
  reading.decimals = point != NULL ? (int) strlen (point + 1) : 0;
  reading.is_share = text[found->range.end] == '%' || g_str_has_prefix (reading.after, "per cent")
                     || g_str_has_prefix (reading.after, "percent")
                     || g_str_has_prefix (reading.after, "%");
  for (gsize i = 0; i < G_N_ELEMENTS (explanations) && !is_known; i++)
    is_known = explanations[i].explains (&reading)
               && !(explanations[i].yields
                    && foi_shown_figures_speak_of (self->figures, &reading.number));
  reading_clear (&reading);
  return is_known;
}

/**
 * foi_explaining_knows_statement:
 * @self: where it stands
 * @sentence: the words of the sentence
 * @statement: a share or a multiple in it that is said in words
 *
 * Returns: whether it is so of figures that anybody sees.
 */
gboolean
foi_explaining_knows_statement (const FoiExplaining *self, const char *sentence,
                                const FoiStatement *statement)
{
  const double from = foi_fraction_to_double (statement->wide_from);
  const double to = foi_fraction_to_double (statement->wide_to);
  g_autofree char *after = dup_after (sentence, statement->range.end, strlen (sentence));

  if (self->is_asked || statement->to.below == 0
      || (statement->kind != FOI_STATEMENT_TIMES
          && g_ascii_isdigit (sentence[statement->range.begin]))
      || SAYS (after, "year", "years", "hour", "hours", "day", "days", "month", "months", "term"))
    return TRUE;
  if (statement->kind == FOI_STATEMENT_TIMES)
    return to <= 1 || foi_shown_figures_have_difference (self->figures, from - 1, to - 1, TRUE);
  /* "All" and "only" are in many sentences, and no share. */
  return from >= 1 || foi_shown_figures_have_share (self->figures, from, to);
}
