/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-written-number-private.h"

#include <string.h>

#include "foi-counted-noun.h"
#include "foi-phrase.h"

/* What a number is by how it is written, and by the words beside it: a day, a section, a reference,
 * an address. */

/* So many words beside a number are read. */
#define N_WORDS 4

/* ---- words ---- */

gboolean
_foi_words_are_any_of (const char *word, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (word, list[i]))
      return TRUE;
  return FALSE;
}

gboolean
_foi_words_say (const char *text, const char *const *phrases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (foi_phrase_find (text, phrases[i], FALSE, 0, NULL, NULL))
      return TRUE;
  return FALSE;
}

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
char *
_foi_words_dup_after (const char *text, gsize begin, gsize to)
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

char *
_foi_words_dup_first (const char *words)
{
  return g_strndup (words, strcspn (words, " "));
}

char *
_foi_words_dup_last (const char *words)
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

/* "M3", of boys in a row in which so many are withheld; but not the beginning of "M3 9QT". */
static gboolean
is_letter_with_count (const FoiWrittenNumber *self)
{
  const char *after = self->at->text + self->found->range.end;

  return g_regex_match_simple ("^[A-Z]{1,2}\\d{1,3}$", self->token, 0, 0)
         && !g_regex_match_simple ("^ \\d[A-Z]{2}\\b", after, 0, 0)
         && foi_shown_figures_hide (self->at->figures, self->number.value)
         && _foi_written_is_near_gap (self);
}

/* A date, a time, a reference, a post code, an address: unless it names a row, or what is
 * counted. */
gboolean
_foi_written_is_written_so (const FoiWrittenNumber *self)
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
  if (is_shaped && is_letter_with_count (self))
    return FALSE;
  return is_shaped && !foi_shown_figures_name_row (self->at->figures, words)
         && !foi_shown_figures_count_in (self->at->figures, lower);
}

static gboolean
is_plainly_written (const FoiWrittenNumber *self)
{
  return strlen (self->token) == self->found->range.end - self->found->range.begin;
}

gboolean
_foi_written_is_day (const FoiWrittenNumber *self)
{
  return self->found->kind == FOI_FOUND_YEAR
         && (self->found->value[0] == '\0'
             || !foi_shown_figures_hide (self->at->figures, self->number.value));
}

/* "3rd": of which there may be no more, where it is no day. */
gboolean
_foi_written_is_ordinal (const FoiWrittenNumber *self)
{
  static const char *const ends[] = { "st", "nd", "rd", "th" };

  const char *after = self->at->text + self->found->range.end;

  return foi_phrase_starts_any (after, ends, G_N_ELEMENTS (ends))
         && (!foi_shown_figures_hide (self->at->figures, self->number.value)
             || SAYS (self->sentence, "january", "february", "march", "april", "may", "june",
                      "july", "august", "september", "october", "november", "december", "day",
                      "century"));
}

/* What has numbers and is no count whatever stands behind them. */
static const char *const numbered[] = {
  "page", "pages", "pp", "paragraph", "paragraphs", "para", "paras", "appendix", "appendices",
  "annex", "annexes", "minute", "minutes", "question", "questions", "option", "options", "form",
  "forms", "footnote", "footnotes", "note", "notes", "chapter", "chapters", "clause", "clauses",
  "item", "items", "table", "tables", "chart", "charts", "row", "rows", "column", "columns",
  "line", "lines", "version", "versions", "edition", "volume", "step", "steps", "box", "floor",
  "room", "ward", "wards", "rule", "rules", "principle", "principles", "standard", "sheet",
  "worksheet", "slide", "schedule", "module", "recommendation", "recommendations", "objective",
  "goal", "lot", "annexe", "part", "parts", "article", "articles", "regulation", "regulations",
  "section", "sections", "windows", "excel", "template",
};

/* The same of a kind of those who are counted: "Year 9 pupils", "Band 6 nurses". */
static const char *const graded[] = { "year", "years", "stage", "stages", "grade", "grades", "band",
                                      "bands", "level", "levels", "tier", "tiers", "category",
                                      "categories", "type", "phase", "reception", "priority" };

/* What comes between the number and the word that it belongs to: "7 to" of "Years 7 to 11". */
static char *
dup_name_before (const FoiWrittenNumber *self, gboolean *is_capital)
{
  const char *text = self->at->text;
  gsize end = self->found->range.begin;

  for (guint i = 0; i < 2 * N_WORDS; i++)
    {
      gsize begin;
      g_autofree char *word = NULL;

      while (end > self->number.sentence.begin && strchr (" \t\n,(", text[end - 1]) != NULL)
        end--;
      begin = end;
      while (begin > self->number.sentence.begin && strchr (" \t\n,(", text[begin - 1]) == NULL)
        begin--;
      word = g_ascii_strdown (text + begin, (gssize) (end - begin));
      if (!g_ascii_isdigit (word[0]) && !IS_ANY_OF (word, "and", "to", "or", "&"))
        {
          *is_capital = g_ascii_isupper (text[begin]);
          return g_steal_pointer (&word);
        }
      end = begin;
    }
  return g_strdup ("");
}

/* "Page 4", "Rows 2 and 3", "Year 9 pupils"; but not "in that year 9 pupils left". */
static gboolean
is_numbered (const FoiWrittenNumber *self)
{
  gboolean is_capital = FALSE;
  g_autofree char *name = dup_name_before (self, &is_capital), *noun = NULL;
  const gboolean is_graded = _foi_words_are_any_of (name, graded, G_N_ELEMENTS (graded));

  if (!is_graded && !_foi_words_are_any_of (name, numbered, G_N_ELEMENTS (numbered)))
    return FALSE;
  if (is_graded && is_capital)
    return TRUE;
  noun = foi_counted_noun_dup (self->after);
  return (noun == NULL || !foi_counted_noun_is_of_people (noun))
         && !foi_shown_figures_count_in (self->at->figures, self->after)
         && !(is_graded && IS_ANY_OF (name, "year", "years"));
}

static gboolean
matches (const char *pattern, const char *text)
{
  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

/* "2 and 7 May", "Tuesday 5" */
static gboolean
is_day_of_list (const FoiWrittenNumber *self)
{
  const char *after = self->at->text + self->found->range.end;
  g_autofree char *last = _foi_words_dup_last (self->before);

  return self->number.value <= 31
         && (IS_ANY_OF (last, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                        "sunday")
             || matches ("^(st|nd|rd|th)?(\\s*(,|and|or|to|&|-|,\\s*and)\\s*\\d{1,2}"
                         "(st|nd|rd|th)?)+\\s+(January|February|March|April|May|June|July|August|"
                         "September|October|November|December)\\b", after));
}

/* "Form 3B", "reference 2024-311" */
static gboolean
is_code (const FoiWrittenNumber *self)
{
  g_autofree char *last = _foi_words_dup_last (self->before);

  return (matches ("^\\d{1,3}[a-z]$", self->token)
          && (_foi_words_are_any_of (last, numbered, G_N_ELEMENTS (numbered))
              || _foi_words_are_any_of (last, graded, G_N_ELEMENTS (graded))))
         || (matches ("^\\d[\\d/.-]{4,}\\d$", self->token)
             && strpbrk (self->token, "-/.") != NULL
             && SAYS (self->before, "reference", "ref", "number", "case", "file", "id", "code",
                      "request", "complaint", "notice"));
}

/* A section, a page, a question; a day before or behind its month. */
gboolean
_foi_written_is_named (const FoiWrittenNumber *self)
{
  if (g_str_has_suffix (self->before, "key stage") || g_str_has_suffix (self->before, "version"))
    return TRUE;
  if (self->found->kind == FOI_FOUND_MONEY)
    return FALSE;
  if (is_numbered (self) || is_day_of_list (self) || is_code (self))
    return TRUE;
  return !foi_found_number_is_time (self->at->text, self->number.sentence, self->found)
         && foi_found_number_is_named (self->at->text, self->number.sentence,
                                       self->found->range);
}

/* "Section 40(2)", "sections 12 and 14(1)": after a word for a piece of a law. */
gboolean
_foi_written_is_of_law (const FoiWrittenNumber *self)
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
follows_names (const FoiWrittenNumber *self)
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
gboolean
_foi_written_has_a_name (const FoiWrittenNumber *self)
{
  return is_plainly_written (self)
         && (self->found->kind == FOI_FOUND_OTHER || follows_names (self));
}

/* "01632 960 001": ten digits or more in groups, the first of which begins with a nought. */
static gboolean
is_telephone (const FoiWrittenNumber *self)
{
  const char *text = self->at->text;
  const FoiRange sentence = self->number.sentence;
  gsize begin = self->found->range.begin, end = self->found->range.end, n_digits = 0;

  while (begin > sentence.begin && strchr ("0123456789 ()+", text[begin - 1]) != NULL)
    begin--;
  while (end < sentence.end && strchr ("0123456789 ()", text[end]) != NULL)
    end++;
  while (begin < end && strchr (" (+", text[begin]) != NULL)
    begin++;
  for (gsize i = begin; i < end; i++)
    n_digits += g_ascii_isdigit (text[i]) ? 1 : 0;
  return n_digits >= 10 && n_digits <= 13
         && (text[begin] == '0' || g_str_has_prefix (text + begin, "44"));
}

/* "Calls to 999" */
gboolean
_foi_written_is_called (const FoiWrittenNumber *self)
{
  if (is_telephone (self))
    return TRUE;
  return IS_ANY_OF (self->token, "999", "112", "101", "111", "105", "119", "18000")
         && SAYS (self->sentence, "call", "calls", "call to", "dial", "telephone", "phone",
                  "emergency", "ring")
         && !foi_shown_figures_hide (self->at->figures, self->number.value);
}

gboolean
_foi_written_is_of_street (const FoiWrittenNumber *self)
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

/* ---- reading ---- */

/*
 * _foi_written_number_init:
 * @at: where it stands
 * @sentence: the sentence
 * @found: a number in it
 *
 * Reads what stands around the number.
 */
void
_foi_written_number_init (FoiWrittenNumber *self, const FoiExplaining *at, FoiRange sentence,
                          const FoiFoundNumber *found)
{
  const char *text = at->text;
  const char *point = strchr (found->value, '.');

  *self = (FoiWrittenNumber) { .at = at, .found = found };
  self->number = (FoiSaidNumber) { text, sentence, found->range,
                                   g_ascii_strtod (found->value, NULL) };
  self->token = dup_token (text, sentence, found->range);
  self->before = dup_before (text, sentence.begin, found->range.begin);
  self->after = _foi_words_dup_after (text, found->range.end, sentence.end);
  self->sentence = dup_lower (text, sentence.begin, sentence.end);
  self->decimals = point != NULL ? (int) strlen (point + 1) : 0;
  self->is_share = text[found->range.end] == '%' || g_str_has_prefix (self->after, "per cent")
                   || g_str_has_prefix (self->after, "percent")
                   || g_str_has_prefix (self->after, "%");
}

/* _foi_written_number_clear: frees what was read. */
void
_foi_written_number_clear (FoiWrittenNumber *self)
{
  g_free (self->token);
  g_free (self->before);
  g_free (self->after);
  g_free (self->sentence);
}
