/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-shown-figures.h"

#include <math.h>
#include <string.h>

#include "foi-figures.h"
#include "foi-phrase.h"

/* What numbers are seen in the tables of a letter. */

/* Of longer tables nobody adds up the rows. */
#define MAX_ADDED 2000
#define MAX_ROWS 20000
/* Nor compares each row of longer ones with each. */
#define MAX_PAIRED 120
/* No sentence compares more rows. */
#define MAX_NAMED 8
/* How many places a rate is given with. */
#define MAX_DECIMALS 4
#define NEARLY 1e-6

static gboolean
is_same (double a, double b)
{
  return fabs (a - b) < NEARLY;
}

/* Of every count, so that it is no less than anything that sentences could tell. */
static double
add_up (FoiShownFigures *self, FoiPublication *table)
{
  const guint n_rows = foi_publication_get_n_rows (table);
  double sum = 0, value;
  gboolean is_any = FALSE;

  for (guint i = 0; i < self->withheld->len; i++)
    {
      const FoiSecret *secret = self->withheld->pdata[i];

      if (g_strcmp0 (foi_publication_get_name (secret->publication),
                     foi_publication_get_name (table)) != 0)
        continue;
      is_any = TRUE;
      sum += g_ascii_strtod (secret->value, NULL);
    }
  for (guint i = 0; is_any && i < foi_publication_get_n_columns (table); i++)
    for (guint row = 0; !foi_publication_is_key (table, i) && row < MIN (n_rows, MAX_ROWS); row++)
      if (foi_figures_get_number (table, row, i, &value))
        sum += fabs (value);
  return sum;
}

static GArray *
list_values (GPtrArray *withheld)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < withheld->len; i++)
    {
      const FoiSecret *secret = withheld->pdata[i];
      const double value = g_ascii_strtod (secret->value, NULL);

      if (g_hash_table_add (known, secret->value))
        g_array_append_val (values, value);
    }
  return values;
}

/**
 * foi_shown_figures_new:
 * @secrets: what the case keeps to itself; it lives as long
 * @tables: (element-type FoiPublication): those that go with the letter
 *
 * Returns: (transfer full): what they show.
 */
FoiShownFigures *
foi_shown_figures_new (FoiSecrets *secrets, GPtrArray *tables)
{
  FoiShownFigures *self = g_new0 (FoiShownFigures, 1);
  GPtrArray *all = foi_brief_get_publications (secrets->brief);

  self->secrets = secrets;
  self->withheld = g_ptr_array_new ();
  for (guint i = 0; i < secrets->secrets->len; i++)
    {
      FoiSecret *secret = secrets->secrets->pdata[i];

      if (secret->is_number && !secret->is_hidden)
        g_ptr_array_add (self->withheld, secret);
    }
  self->values = list_values (self->withheld);
  self->gaps = foi_gap_names_new (self->withheld);
  self->hidden = foi_hidden_figures_new (self->withheld);
  self->tables = g_ptr_array_ref (tables);
  for (guint i = 0; i < all->len; i++)
    self->most = MAX (self->most, add_up (self, all->pdata[i]));
  return self;
}

/**
 * foi_shown_figures_free:
 * @self: (transfer full): figures
 *
 * Frees them.
 */
void
foi_shown_figures_free (FoiShownFigures *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->sums, g_array_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->counted, g_hash_table_unref);
  g_array_unref (self->values);
  foi_gap_names_free (self->gaps);
  foi_hidden_figures_free (self->hidden);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->withheld);
  g_free (self);
}

/**
 * foi_shown_figures_begin_text:
 *
 * Says that another text is read from now on.
 */
void
foi_shown_figures_begin_text (FoiShownFigures *self)
{
  g_clear_pointer (&self->mentions, g_array_unref);
}

/**
 * foi_shown_figures_have:
 * @value: a number of a sentence
 *
 * Returns: whether it stands in a cell.
 */
gboolean
foi_shown_figures_have (FoiShownFigures *self, double value)
{
  double shown;

  for (guint i = 0; i < self->tables->len; i++)
    {
      FoiPublication *table = self->tables->pdata[i];
      const guint n_rows = foi_publication_get_n_rows (table);

      for (guint column = 0; column < foi_publication_get_n_columns (table); column++)
        for (guint row = 0; row < MIN (n_rows, MAX_ROWS); row++)
          if (!foi_publication_is_key (table, column)
              && foi_figures_get_number (table, row, column, &shown)
              && is_same (fabs (shown), value))
            return TRUE;
    }
  return FALSE;
}

/* ---- what they come to ---- */

/* What is shown of a column, but its totals; or of a row. */
static double
sum_line (FoiPublication *table, gboolean is_column, guint line, guint *n_parts)
{
  const guint n = is_column ? foi_publication_get_n_rows (table)
                            : foi_publication_get_n_columns (table);
  double sum = 0, value;

  *n_parts = 0;
  for (guint i = 0; i < n; i++)
    {
      const guint row = is_column ? i : line, column = is_column ? line : i;

      if (foi_publication_is_key (table, column)
          || (is_column ? foi_publication_is_total_row (table, row)
                        : foi_publication_is_total_column (table, column))
          || !foi_figures_get_number (table, row, column, &value))
        continue;
      sum += value;
      (*n_parts)++;
    }
  return sum;
}

/* What a row or a column comes to, and of how many figures. */
typedef struct
{
  double sum;
  guint n_parts;
} Sum;

static void
add_sum (FoiShownFigures *self, FoiPublication *table, gboolean is_column, guint line)
{
  Sum sum;

  sum.sum = sum_line (table, is_column, line, &sum.n_parts);
  if (sum.n_parts > 1)
    g_array_append_val (self->sums, sum);
}

static void
list_sums (FoiShownFigures *self)
{
  self->sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  for (guint i = 0; i < self->tables->len; i++)
    {
      FoiPublication *table = self->tables->pdata[i];
      const guint n_rows = foi_publication_get_n_rows (table);

      for (guint j = 0; n_rows <= MAX_ADDED && j < foi_publication_get_n_columns (table); j++)
        add_sum (self, table, TRUE, j);
      for (guint row = 0; n_rows <= MAX_ADDED && row < n_rows; row++)
        add_sum (self, table, FALSE, row);
    }
}

/**
 * foi_shown_figures_have_sum:
 * @value: a number of a sentence
 *
 * Returns: whether it is what the shown figures of a row or of a column come to.
 */
gboolean
foi_shown_figures_have_sum (FoiShownFigures *self, double value)
{
  if (self->sums == NULL)
    list_sums (self);
  for (guint i = 0; i < self->sums->len; i++)
    if (is_same (g_array_index (self->sums, Sum, i).sum, value))
      return TRUE;
  return FALSE;
}

/* Whether the rows that are named come to it, in a column that shows all of them. */
static gboolean
come_to (FoiPublication *table, GArray *rows, double value)
{
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      double sum = 0, part;
      guint n = 0;

      for (guint j = 0; j < rows->len && !foi_publication_is_key (table, i); j++)
        if (foi_figures_get_number (table, g_array_index (rows, guint, j), i, &part))
          {
            sum += part;
            n++;
          }
      if (n > 1 && n == rows->len && is_same (sum, value))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_shown_figures_have_sum_of:
 * @value: a number of a sentence
 * @sentence: the sentence
 *
 * Returns: whether it is what shown figures of the rows come to that the sentence names.
 */
gboolean
foi_shown_figures_have_sum_of (FoiShownFigures *self, double value, const char *sentence)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      FoiPublication *table = self->tables->pdata[i];
      const guint n_rows = foi_publication_get_n_rows (table);
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint row = 0; n_rows <= MAX_ADDED && row < n_rows; row++)
        if (foi_figures_row_is_named (table, row, sentence))
          g_array_append_val (rows, row);
      if (rows->len > 1 && come_to (table, rows, value))
        return TRUE;
    }
  return FALSE;
}

static double
round_to (double value, int decimals)
{
  const double scale = pow (10, MIN (decimals, MAX_DECIMALS));

  return round (value * scale) / scale;
}

/**
 * foi_shown_figures_have_mean:
 * @value: a number of a sentence
 * @decimals: with how many places it is written
 *
 * Returns: whether it is the mean of the shown figures of a row or of a column.
 */
gboolean
foi_shown_figures_have_mean (FoiShownFigures *self, double value, int decimals)
{
  if (self->sums == NULL)
    list_sums (self);
  for (guint i = 0; i < self->sums->len; i++)
    {
      const Sum *sum = &g_array_index (self->sums, Sum, i);

      if (is_same (round_to (sum->sum / sum->n_parts, decimals), value))
        return TRUE;
    }
  return FALSE;
}

/* ---- how they stand to one another ---- */

static gboolean
is_between (double value, double from, double to)
{
  return value > from - NEARLY && value < to + NEARLY;
}

/* Whether a shown figure of the line is by so much more than another, or by that share of it. */
static gboolean
has_difference (FoiPublication *table, gboolean is_column, guint line, double from, double to,
                gboolean is_share)
{
  const guint n = MIN (is_column ? foi_publication_get_n_rows (table)
                                 : foi_publication_get_n_columns (table), MAX_PAIRED);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  double value;

  for (guint i = 0; i < n; i++)
    if (!foi_publication_is_key (table, is_column ? line : i)
        && foi_figures_get_number (table, is_column ? i : line, is_column ? line : i, &value))
      g_array_append_val (values, value);
  for (guint i = 0; i < values->len; i++)
    for (guint j = 0; j < values->len; j++)
      {
        const double a = g_array_index (values, double, i), b = g_array_index (values, double, j);

        if (i != j && (!is_share || a > NEARLY)
            && is_between (fabs (b - a) / (is_share ? a : 1), from, to))
          return TRUE;
      }
  return FALSE;
}

/**
 * foi_shown_figures_have_difference:
 * @from: @to: by how much
 * @is_share: whether that is a share of the first
 *
 * Returns: whether two shown figures of a column or of a row differ by it.
 */
gboolean
foi_shown_figures_have_difference (FoiShownFigures *self, double from, double to,
                                   gboolean is_share)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      FoiPublication *table = self->tables->pdata[i];

      for (guint j = 0; j < foi_publication_get_n_columns (table); j++)
        if (has_difference (table, TRUE, j, from, to, is_share))
          return TRUE;
      for (guint row = 0; row < MIN (foi_publication_get_n_rows (table), MAX_PAIRED); row++)
        if (has_difference (table, FALSE, row, from, to, is_share))
          return TRUE;
    }
  return FALSE;
}

/* Whether two of the rows show figures of one column that are so far apart, or one of them does in
 * two columns. */
static gboolean
have_between (FoiPublication *table, GArray *rows, double value)
{
  const guint n_columns = MIN (foi_publication_get_n_columns (table), MAX_PAIRED);

  for (guint i = 0; i < rows->len * n_columns; i++)
    for (guint j = 0; j < i; j++)
      {
        const guint a = g_array_index (rows, guint, i / n_columns), a_column = i % n_columns;
        const guint b = g_array_index (rows, guint, j / n_columns), b_column = j % n_columns;
        double left, right;

        if ((a == b || a_column == b_column) && !foi_publication_is_key (table, a_column)
            && !foi_publication_is_key (table, b_column)
            && foi_figures_get_number (table, a, a_column, &left)
            && foi_figures_get_number (table, b, b_column, &right)
            && is_same (fabs (left - right), value))
          return TRUE;
      }
  return FALSE;
}

/**
 * foi_shown_figures_have_difference_of:
 * @value: a number of a sentence
 * @sentence: the sentence
 *
 * Returns: whether shown figures of the rows that the sentence names are so far apart.
 */
gboolean
foi_shown_figures_have_difference_of (FoiShownFigures *self, double value, const char *sentence)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      FoiPublication *table = self->tables->pdata[i];
      const guint n_rows = foi_publication_get_n_rows (table);
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint row = 0; n_rows <= MAX_ADDED && row < n_rows; row++)
        if (foi_figures_row_is_named (table, row, sentence) && rows->len < MAX_NAMED)
          g_array_append_val (rows, row);
      if (have_between (table, rows, value))
        return TRUE;
    }
  return FALSE;
}

/* ---- how many there are ---- */

static guint
count_rows (FoiPublication *table)
{
  const guint n_rows = foi_publication_get_n_rows (table);
  guint n = 0;

  for (guint row = 0; row < MIN (n_rows, MAX_ROWS); row++)
    n += foi_publication_is_total_row (table, row) ? 0 : 1;
  return n;
}

/**
 * foi_shown_figures_have_count:
 * @value: a number of a sentence
 *
 * Returns: whether a table has so many rows or columns of figures.
 */
gboolean
foi_shown_figures_have_count (FoiShownFigures *self, double value)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      FoiPublication *table = self->tables->pdata[i];
      guint n_columns = 0;

      for (guint j = 0; j < foi_publication_get_n_columns (table); j++)
        n_columns += foi_publication_is_key (table, j) ? 0 : 1;
      if (is_same (value, n_columns) || is_same (value, count_rows (table)))
        return TRUE;
    }
  return FALSE;
}

/* Whether a shown figure of the line is that share of what the line comes to. */
static gboolean
has_share (FoiPublication *table, gboolean is_column, guint line, double from, double to)
{
  const guint n = is_column ? foi_publication_get_n_rows (table)
                            : foi_publication_get_n_columns (table);
  guint n_parts;
  double whole = sum_line (table, is_column, line, &n_parts), part, total = 0;

  for (guint i = 0; i < n; i++)
    if ((is_column ? foi_publication_is_total_row (table, i)
                   : foi_publication_is_total_column (table, i))
        && foi_figures_get_number (table, is_column ? i : line, is_column ? line : i, &part))
      total = part;
  for (guint i = 0; i < n; i++)
    if (!foi_publication_is_key (table, is_column ? line : i)
        && foi_figures_get_number (table, is_column ? i : line, is_column ? line : i, &part)
        && ((whole > NEARLY && is_between (part / whole, from, to))
            || (total > NEARLY && is_between (part / total, from, to))))
      return TRUE;
  return FALSE;
}

/**
 * foi_shown_figures_have_share:
 * @from: @to: what share, from nothing to 1
 *
 * Returns: whether a shown figure is that share of its row or of its column.
 */
gboolean
foi_shown_figures_have_share (FoiShownFigures *self, double from, double to)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      FoiPublication *table = self->tables->pdata[i];
      const guint n_rows = foi_publication_get_n_rows (table);

      for (guint column = 0; n_rows <= MAX_ADDED && column < foi_publication_get_n_columns (table);
           column++)
        if (!foi_publication_is_key (table, column)
            && has_share (table, TRUE, column, from, to))
          return TRUE;
      for (guint row = 0; n_rows <= MAX_ADDED && row < n_rows; row++)
        if (has_share (table, FALSE, row, from, to))
          return TRUE;
    }
  return FALSE;
}

/* Whether the words name a column of which the figure of the row is withheld. */
static gboolean
names_hidden (FoiPublication *table, guint row, const char *words)
{
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      FoiCell cell = FOI_CELL_INIT;

      foi_publication_get_cell (table, row, i, &cell);
      if (cell.state == FOI_CELL_SUPPRESSED
          && foi_phrase_find (words, foi_column_get_title (foi_publication_get_column (table, i)),
                              FALSE, 0, NULL, NULL))
        return TRUE;
    }
  return FALSE;
}

/* Whether a shown figure of the row is that share of what its column comes to. */
static gboolean
has_share_of_columns (FoiPublication *table, guint row, double from, double to)
{
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      double part, total;
      guint n_parts;

      if (foi_publication_is_key (table, i) || !foi_figures_get_number (table, row, i, &part))
        continue;
      total = sum_line (table, TRUE, i, &n_parts);
      if (total > NEARLY && is_between (part / total, from, to))
        return TRUE;
      for (guint j = 0; j < foi_publication_get_n_rows (table); j++)
        if (foi_publication_is_total_row (table, j)
            && foi_figures_get_number (table, j, i, &total) && total > NEARLY
            && is_between (part / total, from, to))
          return TRUE;
    }
  return FALSE;
}

/**
 * foi_shown_figures_have_share_of:
 * @from: @to: what share, from nothing to 1, or by what share two figures differ
 * @words: a sentence
 *
 * Returns: whether the rows that the sentence names show it by themselves: a figure of one is that
 *   share of its row or of its column, or two of its figures differ by it. Where it names a figure
 *   of them that is withheld no share is seen.
 */
gboolean
foi_shown_figures_have_share_of (FoiShownFigures *self, double from, double to, const char *words)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < self->tables->len; i++)
    {
      FoiPublication *table = self->tables->pdata[i];
      const guint n_rows = foi_publication_get_n_rows (table);

      for (guint row = 0; n_rows <= MAX_ADDED && row < n_rows; row++)
        {
          if (!foi_figures_row_is_named (table, row, words))
            continue;
          if (names_hidden (table, row, words))
            return FALSE;
          has_any = has_any || has_share (table, FALSE, row, from, to)
                    || has_share_of_columns (table, row, from, to)
                    || has_difference (table, FALSE, row, from, to, TRUE);
        }
    }
  return has_any;
}

/* Those that have a mark in the place of a figure: anybody sees how many these are. */
static guint
count_marked (FoiPublication *table)
{
  const guint n_rows = foi_publication_get_n_rows (table);
  guint n = 0;

  for (guint row = 0; row < MIN (n_rows, MAX_ROWS); row++)
    for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
      {
        FoiCell cell = FOI_CELL_INIT;

        foi_publication_get_cell (table, row, i, &cell);
        if (cell.state != FOI_CELL_SUPPRESSED)
          continue;
        n++;
        break;
      }
  return n;
}

/* Whether the words begin with what the rows of the table are: "wards", of the heading "Ward". */
static gboolean
calls_rows (FoiPublication *table, const char *words)
{
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      g_autofree char *lower
        = g_utf8_strdown (foi_column_get_title (foi_publication_get_column (table, i)), -1);
      g_auto (GStrv) parts = g_strsplit_set (lower, " -/()", -1);

      for (guint j = 0; foi_publication_is_key (table, i) && parts[j] != NULL; j++)
        if (strlen (parts[j]) > 2)
          {
            parts[j][strlen (parts[j]) - 1] = '\0';
            if (strstr (words, parts[j]) != NULL)
              return TRUE;
          }
    }
  return FALSE;
}

/**
 * foi_shown_figures_have_rows:
 * @value: a number of a sentence
 * @words: what stands behind it, in small letters
 *
 * Returns: whether a table has so many rows, or so many in which figures are withheld, and the
 *   words say that these are counted.
 */
gboolean
foi_shown_figures_have_rows (FoiShownFigures *self, double value, const char *words)
{
  for (guint i = 0; i < self->tables->len; i++)
    if ((is_same (value, count_rows (self->tables->pdata[i]))
         || is_same (value, count_marked (self->tables->pdata[i])))
        && calls_rows (self->tables->pdata[i], words))
      return TRUE;
  return FALSE;
}

/* ---- what is withheld ---- */

/**
 * foi_shown_figures_are_below:
 * @value: a number of a sentence
 *
 * Returns: whether it is more than all figures of a table that withholds some come to.
 */
gboolean
foi_shown_figures_are_below (FoiShownFigures *self, double value)
{
  return value > self->most + NEARLY;
}

/**
 * foi_shown_figures_hide:
 * @value: a number of a sentence
 *
 * Returns: whether a figure that is withheld is the same.
 */
gboolean
foi_shown_figures_hide (FoiShownFigures *self, double value)
{
  for (guint i = 0; i < self->values->len; i++)
    if (is_same (g_array_index (self->values, double, i), value))
      return TRUE;
  return FALSE;
}

/* ---- names ---- */

static gboolean
covers (const char *text, const char *name, FoiRange range)
{
  gsize from = 0, begin, end;

  while (foi_phrase_find (text, name, FALSE, from, &begin, &end))
    {
      if (range.begin >= begin && range.end <= end)
        return TRUE;
      from = end;
    }
  return FALSE;
}

/* Most names have no number: whether one does is soon seen. */
static gboolean
has_number (const char *name, const char *number)
{
  return strlen (name) > strlen (number) && foi_phrase_find (name, number, FALSE, 0, NULL, NULL);
}

static gboolean
is_in_table (FoiPublication *table, const char *sentence, const char *number, FoiRange range)
{
  const guint n_rows = foi_publication_get_n_rows (table);

  for (guint column = 0; column < foi_publication_get_n_columns (table); column++)
    {
      g_autofree char *heading
        = foi_column_dup_heading (foi_publication_get_column (table, column));

      if (has_number (heading, number) && covers (sentence, heading, range))
        return TRUE;
      for (guint row = 0;
           foi_publication_is_key (table, column) && row < MIN (n_rows, MAX_ADDED); row++)
        {
          g_autofree char *key = foi_publication_format (table, row, column);

          if (has_number (key, number) && covers (sentence, key, range))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
has_heading (FoiPublication *table, const char *word)
{
  const guint n_rows = foi_publication_get_n_rows (table);

  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      if (strstr (foi_column_get_title (foi_publication_get_column (table, i)), word) != NULL)
        return TRUE;
      for (guint row = 0; foi_publication_is_key (table, i) && row < MIN (n_rows, MAX_ADDED); row++)
        {
          g_autofree char *key = foi_publication_format (table, row, i);

          if (strstr (key, word) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * foi_shown_figures_have_heading:
 * @word: a word, with its capitals
 *
 * Returns: whether it is in what a row or a column is called.
 */
gboolean
foi_shown_figures_have_heading (FoiShownFigures *self, const char *word)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (has_heading (self->tables->pdata[i], word))
      return TRUE;
  return FALSE;
}

/**
 * foi_shown_figures_name:
 * @number: a number
 *
 * Returns: whether the number belongs to what a row or a column is called: "Year 7".
 */
gboolean
foi_shown_figures_name (FoiShownFigures *self, const FoiSaidNumber *number)
{
  const FoiRange sentence = number->sentence;
  g_autofree char *words = g_strndup (number->text + sentence.begin,
                                      sentence.end - sentence.begin);
  g_autofree char *digits = g_strndup (number->text + number->range.begin,
                                       number->range.end - number->range.begin);
  const FoiRange range = { number->range.begin - sentence.begin,
                           number->range.end - sentence.begin };

  for (guint i = 0; i < self->tables->len; i++)
    if (is_in_table (self->tables->pdata[i], words, digits, range))
      return TRUE;
  return FALSE;
}
