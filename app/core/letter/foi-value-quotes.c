/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-value-quotes.h"

#include "foi-link.h"
#include "foi-number.h"

#include <string.h>

/* Smaller numbers are in every text and mean nothing by themselves. */
#define LEAST_FIGURE 10

/* A number in the answer: @digits without its separators, @decimals of them after the point. */
typedef struct
{
  gsize    start;
  gsize    end;
  gint64   digits;
  int      decimals;
  gboolean was_shown;
  gboolean is_shown;
  gboolean is_ambiguous;
  char    *now;
} Figure;

static void
figure_clear (gpointer data)
{
  g_clear_pointer (&((Figure *) data)->now, g_free);
}

static void
stale_quote_clear (gpointer data)
{
  g_clear_pointer (&((FoiStaleQuote *) data)->now, g_free);
}

/* "20,049", "274552.50": digits, commas before groups of three, a point before the last ones. */
static gsize
measure_figure (const char *text)
{
  gsize length = strspn (text, "0123456789");

  while (text[length] == ',' && strspn (text + length + 1, "0123456789") == 3)
    length += 4;
  if (text[length] == '.' && g_ascii_isdigit (text[length + 1]))
    length += 1 + strspn (text + length + 1, "0123456789");
  return length;
}

/* A part of a word, a date, a period or another number is no figure. */
static gboolean
stands_alone (const char *answer, const char *at, gsize length)
{
  const char *after = at + length;

  if (at > answer && (g_ascii_isalnum (at[-1]) || strchr ("/.,-_:", at[-1]) != NULL))
    return FALSE;
  if (g_ascii_isalpha (*after) || *after == '_')
    return FALSE;
  return !((*after != '\0' && strchr ("/-:.,", *after) != NULL) && g_ascii_isdigit (after[1]));
}

static gboolean
is_year (const char *at, gsize length)
{
  return length == 4 && (strncmp (at, "19", 2) == 0 || strncmp (at, "20", 2) == 0);
}

static gboolean
parse_figure (const char *answer, const char *at, gsize length, Figure *out)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *point = memchr (at, '.', length);

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (at[i]))
      g_string_append_c (digits, at[i]);
  *out = (Figure) { .start = (gsize) (at - answer), .end = (gsize) (at - answer) + length };
  out->decimals = point != NULL ? (int) (at + length - point - 1) : 0;
  return digits->len <= FOI_MAX_DIGITS && out->decimals <= FOI_MAX_DECIMALS
         && stands_alone (answer, at, length) && !is_year (at, length)
         && g_ascii_string_to_signed (digits->str, 10, 0, G_MAXINT64, &out->digits, NULL)
         && out->digits >= LEAST_FIGURE;
}

/* How much of the text is no prose: a placeholder follows its figure, an address has none. */
static gsize
measure_skipped (const char *answer, const char *at)
{
  if (g_str_has_prefix (at, "{{"))
    {
      const char *end = strstr (at, "}}");

      return end != NULL ? (gsize) (end - at) + 2 : 2;
    }
  return foi_link_may_begin (answer, at) ? foi_link_match (at, NULL) : 0;
}

static GArray *
find_figures (const char *answer)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (Figure));

  g_array_set_clear_func (figures, figure_clear);
  for (const char *at = answer; *at != '\0';)
    {
      gsize length = measure_skipped (answer, at);
      Figure figure;

      if (length == 0 && g_ascii_isdigit (*at))
        {
          length = measure_figure (at);
          if (parse_figure (answer, at, length, &figure))
            g_array_append_val (figures, figure);
        }
      at += MAX (length, 1);
    }
  return figures;
}

static gboolean
equals (const Figure *figure, const FoiCell *cell, int decimals)
{
  __int128 left = figure->digits, right = cell->number;

  if (cell->state != FOI_CELL_VALUE || cell->has_text)
    return FALSE;
  for (int i = figure->decimals; i < decimals; i++)
    left *= 10;
  for (int i = decimals; i < figure->decimals; i++)
    right *= 10;
  return left == right;
}

/* What stands now where the figure stood: remembered if all places agree. */
static void
note_successor (Figure *figure, FoiPublication *before, guint row, guint column,
                FoiPublication *after)
{
  FoiColumn *published = foi_publication_get_column (before, column);
  g_autofree char *key = foi_publication_dup_row_key (before, row);
  g_autofree char *now = NULL;
  guint new_row, new_column;

  if (key != NULL && foi_publication_find_cell (after, key, foi_column_get_name (published),
                                                &new_row, &new_column))
    {
      FoiCell cell = FOI_CELL_INIT;

      foi_publication_get_cell (after, new_row, new_column, &cell);
      now = foi_column_format (foi_publication_get_column (after, new_column), &cell);
    }
  if (figure->was_shown && g_strcmp0 (figure->now, now) != 0)
    figure->is_ambiguous = TRUE;
  g_free (figure->now);
  figure->now = g_steal_pointer (&now);
}

static void
look_up (GArray *figures, FoiPublication *table, FoiPublication *after)
{
  guint n_rows = foi_publication_get_n_rows (table);
  guint n_columns = foi_publication_get_n_columns (table);

  for (guint column = 0; column < n_columns; column++)
    {
      FoiColumn *published = foi_publication_get_column (table, column);
      int decimals = foi_column_get_decimals (published);

      for (guint row = 0; row < n_rows && foi_column_is_numeric (published); row++)
        {
          FoiCell cell = FOI_CELL_INIT;

          foi_publication_get_cell (table, row, column, &cell);
          for (guint i = 0; i < figures->len; i++)
            {
              Figure *figure = &g_array_index (figures, Figure, i);

              if (!equals (figure, &cell, decimals))
                continue;
              if (after == NULL)
                figure->is_shown = TRUE;
              else if (!figure->is_shown)
                {
                  note_successor (figure, table, row, column, after);
                  figure->was_shown = TRUE;
                }
            }
        }
    }
}

/**
 * foi_quotes_find_stale:
 * @answer: an answer's text
 * @before: what a table showed when the answer was written
 * @after: what it shows now
 *
 * Finds figures in prose that @before shows and @after nowhere shows any more. Figures that follow
 * their table (`{{value:…}}`) need no such care and are passed over, as are addresses, periods,
 * years and numbers below ten.
 *
 * Returns: (transfer full) (element-type FoiStaleQuote): them, in the order of the text.
 */
GArray *
foi_quotes_find_stale (const char *answer, FoiPublication *before, FoiPublication *after)
{
  g_autoptr (GArray) figures = NULL;
  GArray *stale = g_array_new (FALSE, FALSE, sizeof (FoiStaleQuote));

  g_array_set_clear_func (stale, stale_quote_clear);
  g_return_val_if_fail (answer != NULL && before != NULL && after != NULL, stale);

  figures = find_figures (answer);
  if (figures->len == 0)
    return stale;
  look_up (figures, after, NULL);
  look_up (figures, before, after);
  for (guint i = 0; i < figures->len; i++)
    {
      Figure *figure = &g_array_index (figures, Figure, i);
      FoiStaleQuote quote = { figure->start, figure->end, NULL };

      if (!figure->was_shown || figure->is_shown)
        continue;
      if (!figure->is_ambiguous)
        quote.now = g_steal_pointer (&figure->now);
      g_array_append_val (stale, quote);
    }
  return g_steal_pointer (&stale);
}
