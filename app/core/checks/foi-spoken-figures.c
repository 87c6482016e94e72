/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-shown-figures.h"

#include <math.h>
#include <string.h>

#include "foi-figures.h"
#include "foi-phrase.h"

/* Whether a sentence speaks of a figure that is withheld, where another one that anybody sees is
 * the same. */

/* Longer tables have their rows named in no letter. */
#define MAX_ROWS 2000
/* A word that is so long may be mistyped. */
#define MISTYPED_FROM 5
#define NEARLY 1e-6
/* Shorter words of a title say nothing of what is counted. */
#define SHORTEST_COUNTED 4

/* How near a row is named. Nearer than whatever came before is what the same clause says. */
#define NAMED_HERE G_MAXSIZE

/* What different people call those who are counted. */
static const char *const synonyms[][8] = {
  { "pupil", "child", "student", "young", "learner", "youngster", "kid", NULL },
  { "staff", "employee", "officer", "worker", "colleague", NULL },
  { "people", "person", "individual", "resident", "applicant", NULL },
  { "incident", "occurrence", "event", "case", "episode", NULL },
  { "complaint", "grievance", "allegation", NULL },
};

/* Words of titles that say of nothing that it is counted. */
static const char *const idle_counts[] = { "numbers", "figures", "totals", "counts", "years",
                                           "months", "statistics", "details", "levels", "rates",
                                           "values", "results", NULL };

static gboolean
is_same (double a, double b)
{
  return fabs (a - b) < NEARLY;
}

static gboolean
is_it (const FoiSecret *secret, double value)
{
  return is_same (g_ascii_strtod (secret->value, NULL), value);
}

/* ---- words of columns ---- */

static gboolean
has_word (const char *lower, const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    {
      gboolean is_one = FALSE;

      for (guint j = 0; synonyms[i][j] != NULL; j++)
        is_one = is_one || g_str_has_prefix (word, synonyms[i][j]);
      for (guint j = 0; is_one && synonyms[i][j] != NULL; j++)
        if (strstr (lower, synonyms[i][j]) != NULL)
          return TRUE;
    }
  return strstr (lower, word) != NULL;
}

static void
add_counted (GHashTable *counted, const char *word)
{
  if (!g_hash_table_contains (counted, word))
    g_hash_table_add (counted, g_strdup (word));
}

/* "Out-of-hours" says of no hours that they are counted. */
static void
drop_compounds (char *title)
{
  static const char *const joints[] = { "-of-", "-to-", "-the-", "-in-" };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    for (char *found = strstr (title, joints[i]); found != NULL; found = strstr (title, joints[i]))
      {
        char *end = found + strcspn (found, " \t/");

        while (found > title && strchr (" \t/", found[-1]) == NULL)
          found--;
        memset (found, ' ', (gsize) (end - found));
      }
}

/* What a title says is counted, "Officers dismissed, by district": words for many, before it says
 * where and when. */
static void
add_words_of_title (GHashTable *counted, const char *table)
{
  static const char *const ends[] = { "by", "in", "at", "per", "from", "since", "for", "across",
                                      "between", NULL };
  g_autofree char *title = g_utf8_strdown (table, -1);
  g_auto (GStrv) words = NULL;

  title[strcspn (title, ",:;(")] = '\0';
  drop_compounds (title);
  words = g_strsplit_set (title, " \t-/", -1);
  for (guint i = 0; words[i] != NULL && !g_strv_contains (ends, words[i]); i++)
    {
      const gsize length = strlen (words[i]);

      if (length <= SHORTEST_COUNTED || words[i][length - 1] != 's'
          || g_strv_contains (idle_counts, words[i]))
        continue;
      words[i][length - 1] = '\0';
      add_counted (counted, words[i]);
    }
}

/* What columns with withheld figures count, by their headings and the titles of their tables. */
static GHashTable *
collect_counted (FoiShownFigures *self)
{
  GHashTable *counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FoiPublication *last = NULL;

  for (guint i = 0; i < self->withheld->len; i++)
    {
      const FoiSecret *secret = self->withheld->pdata[i];

      for (guint j = 0; j < secret->words->len; j++)
        add_counted (counted, secret->words->pdata[j]);
      if (secret->publication != last)
        add_words_of_title (counted, secret->table);
      last = secret->publication;
    }
  return counted;
}

/**
 * foi_shown_figures_count_in:
 * @words: what stands behind a number, in small letters
 *
 * Returns: whether that is what a column with withheld figures counts.
 */
gboolean
foi_shown_figures_count_in (FoiShownFigures *self, const char *words)
{
  GHashTableIter iter;
  gpointer word;

  if (self->counted == NULL)
    self->counted = collect_counted (self);
  g_hash_table_iter_init (&iter, self->counted);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (has_word (words, word))
      return TRUE;
  return FALSE;
}

/* ---- names of rows ---- */

/* Where what names a row, or one of several keys that do, stands in the text. */
typedef struct
{
  FoiPublication *table;
  guint row, key;
  FoiRange range;
} Mention;

static void
add_mentions (FoiShownFigures *self, Mention mention, const char *text, const char *name)
{
  gsize from = 0;

  while (foi_phrase_find (text, name, FALSE, from, &mention.range.begin, &mention.range.end))
    {
      from = mention.range.end;
      g_array_append_val (self->mentions, mention);
    }
}

static void
add_row (FoiShownFigures *self, FoiPublication *table, guint row, const char *text,
         guint64 letters)
{
  static const char *const totals[] = { "total", "overall", "altogether", "in all", "combined" };
  Mention mention = { .table = table, .row = row };

  if (foi_publication_is_total_row (table, row))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
        add_mentions (self, mention, text, totals[i]);
      return;
    }
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      g_autofree char *key = foi_publication_is_key (table, i)
                               ? foi_publication_format (table, row, i) : NULL;

      if (key == NULL || key[0] == '\0')
        continue;
      if ((foi_phrase_get_letters (key) & ~letters) == 0)
        add_mentions (self, mention, text, key);
      mention.key++;
    }
}

/* Looks once through the text for all names. */
static void
list_mentions (FoiShownFigures *self, const char *text)
{
  const guint64 letters = foi_phrase_get_letters (text);
  GPtrArray *all = foi_brief_get_publications (self->secrets->brief);

  self->mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  for (guint i = 0; i < all->len; i++)
    {
      const guint n_rows = foi_publication_get_n_rows (all->pdata[i]);

      for (guint row = 0; row < MIN (n_rows, MAX_ROWS); row++)
        add_row (self, all->pdata[i], row, text, letters);
    }
}

static guint
count_keys (FoiPublication *table, guint row)
{
  guint n = 0;

  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      g_autofree char *key = foi_publication_is_key (table, i)
                               ? foi_publication_format (table, row, i) : NULL;

      n += key != NULL && key[0] != '\0' ? 1 : 0;
    }
  return foi_publication_is_total_row (table, row) ? 1 : n;
}

/* How near the row is named, by the mentions from @first on: in the clause, else behind how much of
 * the text. All that names it has to be there: the least near of it counts. */
static gsize
get_row_rank (GArray *mentions, guint first, guint *next, FoiRange clause)
{
  const Mention *begin = &g_array_index (mentions, Mention, first);
  gsize least = NAMED_HERE, rank = 0;
  guint n_keys = 0, key = G_MAXUINT, i;

  for (i = first; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);

      if (mention->table != begin->table || mention->row != begin->row)
        break;
      if (mention->key != key)
        {
          least = n_keys > 0 ? MIN (least, rank) : least;
          rank = 0;
          key = mention->key;
          n_keys++;
        }
      if (mention->range.begin < clause.end)
        rank = mention->range.begin >= clause.begin ? NAMED_HERE : MAX (rank, mention->range.end);
    }
  *next = i;
  return n_keys < count_keys (begin->table, begin->row) ? 0 : MIN (least, rank);
}

static gboolean
shows (FoiPublication *table, guint row, double value)
{
  double shown;

  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    if (!foi_publication_is_key (table, i) && foi_figures_get_number (table, row, i, &shown)
        && is_same (fabs (shown), value))
      return TRUE;
  return FALSE;
}

/* The same where the sentence says of which columns: "8 in 2021/22" is no 8 of another year. What
 * several come to may be their total. */
static gboolean
shows_in_named (FoiPublication *table, guint row, double value, const char *sentence)
{
  const guint n_columns = foi_publication_get_n_columns (table);
  guint n_named = 0;
  gboolean is_shown = FALSE;
  double shown;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_columns; i++)
      {
        FoiColumn *column = foi_publication_get_column (table, i);
        const gboolean is_named
          = !foi_publication_is_key (table, i)
            && foi_phrase_find (sentence, foi_column_get_title (column), FALSE, 0, NULL, NULL);

        if (pass == 0)
          n_named += is_named ? 1 : 0;
        else if (is_named || (n_named > 1 && foi_publication_is_total_column (table, i)))
          is_shown = is_shown
                     || (foi_figures_get_number (table, row, i, &shown)
                         && is_same (fabs (shown), value));
      }
  return n_named > 0 ? is_shown : shows (table, row, value);
}

static gboolean
hides (FoiShownFigures *self, FoiPublication *table, guint row, double value)
{
  for (guint i = 0; i < self->withheld->len; i++)
    {
      const FoiSecret *secret = self->withheld->pdata[i];

      if (secret->row == row && is_it (secret, value)
          && g_str_equal (foi_publication_get_name (secret->publication),
                          foi_publication_get_name (table)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_gap (FoiPublication *table, guint row)
{
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      FoiCell cell = FOI_CELL_INIT;

      foi_publication_get_cell (table, row, i, &cell);
      if (cell.state == FOI_CELL_SUPPRESSED)
        return TRUE;
    }
  return FALSE;
}

/* Which rows are named nearest to the number: one that shows it, one that hides it, one of which
 * not all can be seen, or a total? */
typedef struct
{
  gsize rank;
  gboolean shows, shows_in_named, hides, has_gap, is_total;
} Nearest;

static void
look_at_row (FoiShownFigures *self, const Mention *mention, gsize rank, const char *sentence,
             double value, Nearest *nearest)
{
  FoiPublication *table = mention->table;

  if (rank == 0 || rank < nearest->rank)
    return;
  if (rank > nearest->rank)
    *nearest = (Nearest) { .rank = rank };
  nearest->shows = nearest->shows || shows (table, mention->row, value);
  nearest->shows_in_named = nearest->shows_in_named
                            || shows_in_named (table, mention->row, value, sentence);
  nearest->hides = nearest->hides || hides (self, table, mention->row, value);
  nearest->has_gap = nearest->has_gap || has_gap (table, mention->row);
  nearest->is_total = nearest->is_total || foi_publication_is_total_row (table, mention->row);
}

static gboolean
is_between_clauses (const char *at)
{
  static const char *const words[] = { "and", "while", "whereas", "but", "with" };

  return strchr (",;:\n", *at) != NULL
         || (*at == ' ' && foi_phrase_starts_any (at + 1, words, G_N_ELEMENTS (words)));
}

/* From one comma, or "and", to the next. */
static FoiRange
find_clause (const FoiSaidNumber *number)
{
  FoiRange clause = number->range;

  while (clause.begin > number->sentence.begin
         && !is_between_clauses (number->text + clause.begin - 1))
    clause.begin--;
  while (clause.end < number->sentence.end && !is_between_clauses (number->text + clause.end))
    clause.end++;
  return clause;
}

static Nearest
find_nearest (FoiShownFigures *self, const FoiSaidNumber *number)
{
  const FoiRange clause = find_clause (number);
  g_autofree char *sentence = g_strndup (number->text + number->sentence.begin,
                                         number->sentence.end - number->sentence.begin);
  Nearest nearest = { 0 };

  if (self->mentions == NULL)
    list_mentions (self, number->text);
  for (guint i = 0, next; i < self->mentions->len; i = next)
    {
      const gsize rank = get_row_rank (self->mentions, i, &next, clause);

      look_at_row (self, &g_array_index (self->mentions, Mention, i), rank, sentence,
                   number->value, &nearest);
    }
  return nearest;
}

/**
 * foi_shown_figures_name_row:
 * @words: a piece of a sentence
 *
 * Returns: whether it names a row in which something is withheld.
 */
gboolean
foi_shown_figures_name_row (FoiShownFigures *self, const char *words)
{
  for (guint i = 0; i < self->withheld->len; i++)
    {
      const FoiSecret *secret = self->withheld->pdata[i];

      for (guint j = 0; j < secret->keys->len; j++)
        if (foi_phrase_find (words, secret->keys->pdata[j], FALSE, 0, NULL, NULL))
          return TRUE;
    }
  return FALSE;
}

/* ---- names with a slip ---- */

/* One letter too many, too few, another, or two in the wrong order. */
static gboolean
is_nearly (const char *a, const char *b)
{
  gsize begin = 0, n_a = strlen (a), n_b = strlen (b);

  if (n_a < MISTYPED_FROM || n_b < MISTYPED_FROM || MAX (n_a, n_b) - MIN (n_a, n_b) > 1)
    return FALSE;
  while (begin < MIN (n_a, n_b) && a[begin] == b[begin])
    begin++;
  if (n_a != n_b)
    return n_a > n_b ? g_str_equal (a + begin + 1, b + begin)
                     : g_str_equal (a + begin, b + begin + 1);
  return begin < n_a
         && (g_str_equal (a + begin + 1, b + begin + 1)
             || (a[begin] == b[begin + 1] && a[begin + 1] == b[begin] && a[begin + 1] != '\0'
                 && g_str_equal (a + begin + 2, b + begin + 2)));
}

static gboolean
has_word_like (const char *key, char *const *words)
{
  g_autofree char *lower = g_utf8_strdown (key, -1);
  g_auto (GStrv) parts = g_strsplit_set (lower, " -,()'", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    for (guint j = 0; words[j] != NULL; j++)
      if (is_nearly (parts[i], words[j]))
        return TRUE;
  return FALSE;
}

/* Whether the sentence has the name of a row that hides the number, or any where there is none,
 * with a slip in it. */
static gboolean
is_mistyped (FoiShownFigures *self, const char *sentence, const double *value)
{
  g_autofree char *lower = g_utf8_strdown (sentence, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t\n,.;:()'\"-", -1);

  for (guint i = 0; i < self->withheld->len; i++)
    {
      const FoiSecret *secret = self->withheld->pdata[i];

      for (guint j = 0; (value == NULL || is_it (secret, *value)) && j < secret->keys->len; j++)
        if (has_word_like (secret->keys->pdata[j], words))
          return TRUE;
    }
  return FALSE;
}

/* ---- what is told without a name ---- */

static gboolean
has_any (const char *sentence, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (foi_phrase_find (sentence, words[i], FALSE, 0, NULL, NULL))
      return TRUE;
  return FALSE;
}

/* "The fewest", "the lowest": of some row, whichever. */
static gboolean
ranks (const char *sentence)
{
  static const char *const words[] = {
    "fewest", "lowest", "least", "smallest", "highest", "most", "largest", "greatest", "biggest",
    "minimum", "maximum", "all but", "except", "excluding", "apart from", "aside from", "plus",
    "minus", "withheld", "suppressed", "redacted",
  };

  return has_any (sentence, words, G_N_ELEMENTS (words));
}

/* "3 each", "as was the other": of further rows than those that are named. */
static gboolean
goes_on (const char *sentence)
{
  static const char *const words[] = {
    "each", "every", "any", "apiece", "remaining", "remainder", "other", "others", "rest", "else",
    "elsewhere", "respectively", "both", "another", "also", "likewise", "too", "same",
  };

  return has_any (sentence, words, G_N_ELEMENTS (words));
}

/* "31 + 22", "b) 9" */
static gboolean
is_in_sum_or_list (const FoiSaidNumber *number)
{
  const char *text = number->text;
  gsize before = number->range.begin, after = number->range.end;

  while (before > number->sentence.begin && text[before - 1] == ' ')
    before--;
  while (after < number->sentence.end && text[after] == ' ')
    after++;
  if (before > number->sentence.begin && strchr ("+=", text[before - 1]) != NULL)
    return TRUE;
  if (before >= number->sentence.begin + 2 && text[before - 1] == ')'
      && g_ascii_isalpha (text[before - 2])
      && (before == number->sentence.begin + 2 || !g_ascii_isalpha (text[before - 3])))
    return TRUE;
  return after < number->sentence.end && strchr ("+=", text[after]) != NULL;
}

/* "5 fewer than", "unlike Castle": but not "more than we thought". */
static gboolean
compares (const char *sentence)
{
  static const char *const words[] = { "than", "unlike", "compared", "more", "fewer", "less",
                                       "outside", "besides", "difference", "times" };
  static const char *const thoughts[] = {
    "than we", "than it", "than they", "than planned", "than expected", "than forecast",
    "than usual", "than thought", "more than once",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (thoughts); i++)
    if (foi_phrase_find (sentence, thoughts[i], FALSE, 0, NULL, NULL))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (foi_phrase_find (sentence, words[i], FALSE, 0, NULL, NULL))
      return TRUE;
  return FALSE;
}

/**
 * foi_shown_figures_may_be_in:
 * @paragraph: of a file that goes with the letter
 * @has_hidden: whether it has a number that is withheld, and of which nobody knows what it is
 *
 * Returns: whether the paragraph may be about withheld figures: it names a row that has some and
 *   what is counted; or one of the two, or the fewest, where the very number is in it.
 */
gboolean
foi_shown_figures_may_be_in (FoiShownFigures *self, const char *paragraph, gboolean has_hidden)
{
  g_autofree char *lower = g_utf8_strdown (paragraph, -1);
  const gboolean counts = foi_shown_figures_count_in (self, lower);
  const gboolean names = foi_shown_figures_name_row (self, paragraph)
                         || is_mistyped (self, paragraph, NULL);

  return (names && counts) || (has_hidden && (names || counts || ranks (paragraph)));
}

/**
 * foi_shown_figures_are_open_at:
 * @number: a number
 *
 * Returns: whether its clause names a row in which nothing is withheld, and the sentence compares
 *   that with nothing: then the number tells of no other row, whatever it is.
 */
gboolean
foi_shown_figures_are_open_at (FoiShownFigures *self, const FoiSaidNumber *number)
{
  const Nearest nearest = find_nearest (self, number);
  g_autofree char *sentence = NULL;

  if (nearest.rank != NAMED_HERE || nearest.has_gap || nearest.hides || nearest.is_total
      || (foi_hidden_figures_have_sum (self->hidden, number->value)
          && !foi_shown_figures_hide (self, number->value)))
    return FALSE;
  sentence = g_strndup (number->text + number->sentence.begin,
                        number->sentence.end - number->sentence.begin);
  return !foi_shown_figures_name_row (self, sentence) && !ranks (sentence)
         && !goes_on (sentence) && !compares (sentence)
         && !is_in_sum_or_list (number);
}

/**
 * foi_shown_figures_follow:
 * @value: a number of a sentence
 *
 * Returns: whether it is a withheld figure, or what such figures come to with others, or by how
 *   much one differs from another.
 */
gboolean
foi_shown_figures_follow (FoiShownFigures *self, double value)
{
  return foi_shown_figures_hide (self, value)
         || foi_hidden_figures_have_sum (self->hidden, value)
         || foi_hidden_figures_have_difference (self->hidden, value);
}

/**
 * foi_shown_figures_hide_up_to:
 * @value: a number
 *
 * Returns: whether a withheld figure is as much, or more.
 */
gboolean
foi_shown_figures_hide_up_to (FoiShownFigures *self, double value)
{
  for (guint i = 0; i < self->values->len; i++)
    if (g_array_index (self->values, double, i) >= value - NEARLY)
      return TRUE;
  return FALSE;
}

/**
 * foi_shown_figures_name_gap:
 * @text: what is read
 * @within: a piece of it
 *
 * Returns: whether it speaks of a row in which figures are withheld, by whatever name.
 */
gboolean
foi_shown_figures_name_gap (FoiShownFigures *self, const char *text, FoiRange within)
{
  return foi_gap_names_find (self->gaps, text, within);
}

/* "Abbey and Brook together": of several rows, what none of them shows by itself. */
static gboolean
adds_up (FoiShownFigures *self, const char *sentence)
{
  static const char *const words[] = { "together", "between them", "combined", "jointly",
                                       "altogether", "taken together", "in sum" };

  guint n_named = 0;

  if (!has_any (sentence, words, G_N_ELEMENTS (words)))
    return FALSE;
  for (guint i = 0; i < self->tables->len; i++)
    for (guint row = 0;
         row < MIN (foi_publication_get_n_rows (self->tables->pdata[i]), MAX_ROWS); row++)
      n_named += foi_figures_row_is_named (self->tables->pdata[i], row, sentence) ? 1 : 0;
  return n_named != 1;
}

/* Whether the number, which is seen elsewhere, is said of rows in which something is withheld and
 * which do not show it, and may follow from what that is. */
static gboolean
is_said_of_gap (FoiShownFigures *self, const FoiSaidNumber *number, const Nearest *nearest)
{
  if (nearest->rank > number->sentence.begin)
    {
      g_autofree char *sentence = g_strndup (number->text + number->sentence.begin,
                                             number->sentence.end - number->sentence.begin);

      return nearest->has_gap && (!nearest->shows_in_named || adds_up (self, sentence));
    }
  return foi_shown_figures_name_gap (self, number->text, number->sentence);
}

/**
 * foi_shown_figures_speak_of:
 * @number: a number that anybody sees in a table, or may have from one
 *
 * Returns: whether the sentence may mean a figure that is withheld and is the same: the row that it
 *   names last is none in which the number is seen, or it speaks of further rows.
 */
gboolean
foi_shown_figures_speak_of (FoiShownFigures *self, const FoiSaidNumber *number)
{
  g_autofree char *sentence = NULL;
  Nearest nearest;

  if (!foi_shown_figures_follow (self, number->value))
    return FALSE;
  nearest = find_nearest (self, number);
  if (!foi_shown_figures_hide (self, number->value))
    return is_said_of_gap (self, number, &nearest);
  if (nearest.rank == 0 || nearest.hides || !nearest.shows || is_in_sum_or_list (number))
    return TRUE;
  sentence = g_strndup (number->text + number->sentence.begin,
                        number->sentence.end - number->sentence.begin);
  if (goes_on (sentence))
    return TRUE;
  return nearest.rank != NAMED_HERE
         && (is_mistyped (self, sentence, &number->value)
             || (nearest.rank <= number->sentence.begin && ranks (sentence)));
}
