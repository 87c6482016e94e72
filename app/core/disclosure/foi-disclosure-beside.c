/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-relations.h"

#include <string.h>

#include "foi-disclosure-labels.h"

/* Tables laid side by side where one is turned round, has a row for each of its cells, or is what
 * two others come to. Columns of the same rows are in foi-disclosure-across.c. */

/* How little of a chance it is, in bits: where both are called the same, and where nothing is. */
#define BITS_NAMED 4
#define BITS 8
#define BITS_SUM_OF_BOTH 3
#define BITS_SUM_NAMED 6
#define BITS_SUM 16
/* Of more nobody adds up each two. */
#define MAX_ADDED 60
#define MAX_SERIES 2000

/* As words of labels are compared: who is counted, of whom there are two kinds. */
static const char *const male_words[] = { "boy", "male", "men", "man", NULL };
static const char *const female_words[] = { "girl", "female", "women", "woman", NULL };
static const char *const both_words[] = { "pupil", "child", "children", "student", "people",
                                          "person", "adult", "staff", "employee", "patient",
                                          "all", "total", "both", "everyone", NULL };

/* ---- the same figures ---- */

/* Whether they have the same true figures under the same labels; what a table has in all is not
 * always of the same things. */
static gboolean
are_same (const FoiSeries *a, const FoiSeries *b, double needed)
{
  const int *map = foi_series_map (a, b);
  double bits = 0;

  for (guint i = 0; i < foi_series_get_length (a); i++)
    {
      if (map[i] < 0 || !a->is_known[i] || !b->is_known[map[i]])
        continue;
      if (a->values[i] == b->values[map[i]])
        bits += _foi_disclosure_count_bits (a->values[i]);
      else if (!a->is_total[i] && !b->is_total[map[i]])
        return FALSE;
    }
  return bits >= needed;
}

static void
add_same (FoiDisclosureDraft *draft, const FoiSeries *a, const FoiSeries *b)
{
  const int *map = foi_series_map (a, b);

  for (guint i = 0; i < foi_series_get_length (a); i++)
    {
      FoiLine *line;

      if (map[i] < 0 || !_foi_series_has_figure (a, i)
          || !_foi_series_has_figure (b, (guint) map[i]))
        continue;
      line = _foi_disclosure_draft_add_line (draft, _foi_series_is_plain (b) ? FOI_LINE_SAME
                                                                            : FOI_LINE_TOTAL);
      _foi_series_add_terms (draft, line, a, i, -1);
      if (!_foi_series_is_plain (b))
        line->total = (int) g_array_index (line->terms, FoiLineTerm, 0).cell;
      _foi_series_add_terms (draft, line, b, (guint) map[i], 1);
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

static gboolean
is_one_each (const FoiSeries *series)
{
  for (guint i = 0; i < foi_series_get_length (series); i++)
    if (series->starts[i + 1] > series->starts[i] + 1)
      return FALSE;
  return _foi_series_is_plain (series);
}

static gboolean
is_left_out (const FoiSeries *series)
{
  for (guint i = 0; i < series->cells->len; i++)
    if (foi_column_is_left_out (foi_table_data_get_column (
          series->data, g_array_index (series->cells, FoiSeriesCell, i).column)))
      return TRUE;
  return FALSE;
}

/* Whether the other file compares them: columns that letters show, and runs, by the same rows. */
static gboolean
is_done_elsewhere (const FoiSeries *a, const FoiSeries *b)
{
  const FoiSeriesCell *first, *last;

  if (a->kind != FOI_SERIES_COLUMN || (b->kind != FOI_SERIES_COLUMN && b->kind != FOI_SERIES_SUM)
      || a->cells->len == 0 || b->cells->len == 0 || is_left_out (a) || is_left_out (b))
    return FALSE;
  first = &g_array_index (b->cells, FoiSeriesCell, b->starts[0]);
  last = &g_array_index (b->cells, FoiSeriesCell, MAX (b->starts[1], 1) - 1);
  return first->row == last->row
         && foi_series_get_length (b)
              == foi_row_store_get_length (foi_table_data_get_rows (b->data));
}

static void
compare (FoiDisclosureDraft *draft, const FoiSeries *a, const FoiSeries *b)
{
  const double least = _foi_series_is_plain (b) ? BITS_NAMED : BITS + 2;

  if (a->data == b->data || a->decimals != b->decimals || (!a->is_asked && !b->is_asked)
      || is_done_elsewhere (a, b) || !are_same (a, b, least)
      || (!_foi_series_is_of (a, b) && !are_same (a, b, BITS)))
    return;
  add_same (draft, a, b);
}

/* ---- two of them together ---- */

static gboolean
are_sum (const FoiSeries *sum, const FoiSeries *a, const FoiSeries *b, double needed)
{
  const int *in_a = foi_series_map (sum, a), *in_b = foi_series_map (sum, b);
  double bits = 0;

  for (guint i = 0; i < foi_series_get_length (sum); i++)
    {
      if (in_a[i] < 0 || in_b[i] < 0 || !sum->is_known[i] || !a->is_known[in_a[i]]
          || !b->is_known[in_b[i]])
        continue;
      if (sum->values[i] != a->values[in_a[i]] + b->values[in_b[i]])
        return FALSE;
      /* A part that is nothing leaves the other, which is no sum. */
      if (a->values[in_a[i]] != 0 && b->values[in_b[i]] != 0)
        bits += _foi_disclosure_count_bits (sum->values[i]);
    }
  return bits >= needed;
}

static void
add_sum (FoiDisclosureDraft *draft, const FoiSeries *sum, const FoiSeries *a, const FoiSeries *b)
{
  const int *in_a = foi_series_map (sum, a), *in_b = foi_series_map (sum, b);

  for (guint i = 0; i < foi_series_get_length (sum); i++)
    {
      FoiLine *line;

      if (in_a[i] < 0 || in_b[i] < 0 || !_foi_series_has_figure (sum, i)
          || !_foi_series_has_figure (a, (guint) in_a[i])
          || !_foi_series_has_figure (b, (guint) in_b[i]))
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_TOTAL);
      _foi_series_add_terms (draft, line, sum, i, -1);
      line->total = (int) g_array_index (line->terms, FoiLineTerm, 0).cell;
      _foi_series_add_terms (draft, line, a, (guint) in_a[i], 1);
      _foi_series_add_terms (draft, line, b, (guint) in_b[i], 1);
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

/* What a series is called but for who is counted; @kind: which of the words say that. */
static char *
dup_counted (const FoiSeries *series, const char *const **kind)
{
  g_auto (GStrv) words = foi_label_split (series->name != NULL ? series->name : "");
  GString *rest = g_string_new (NULL);

  *kind = NULL;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *const *found = g_strv_contains (male_words, words[i])     ? male_words
                                 : g_strv_contains (female_words, words[i]) ? female_words
                                 : g_strv_contains (both_words, words[i])   ? both_words
                                                                            : NULL;

      if (found == NULL)
        g_string_append_printf (rest, "%s ", words[i]);
      else if (*kind == NULL || *kind == both_words)
        *kind = found;
    }
  return g_string_free (rest, FALSE);
}

/* Whether they are called pupils, boys and girls, of whom the same is counted. */
static gboolean
are_called_both (const FoiSeries *sum, const FoiSeries *a, const FoiSeries *b)
{
  const char *const *of_sum, *const *of_a, *const *of_b;
  g_autofree char *all = dup_counted (sum, &of_sum);
  g_autofree char *left = dup_counted (a, &of_a);
  g_autofree char *right = dup_counted (b, &of_b);

  return of_sum == both_words
         && ((of_a == male_words && of_b == female_words)
             || (of_a == female_words && of_b == male_words))
         && strcmp (all, left) == 0 && strcmp (all, right) == 0;
}

/* Whether something says that they add up. */
static gboolean
are_called_sum (const FoiSeries *sum, const FoiSeries *a, const FoiSeries *b)
{
  return sum->is_called_total || sum->is_called_rate || a->is_called_rate || b->is_called_rate
         || (_foi_series_is_of (sum, a) && _foi_series_is_of (sum, b));
}

/* Whether a third of @list is what two of other tables come to. */
static void
compare_two (FoiDisclosureDraft *draft, GPtrArray *list, guint first, guint second)
{
  const FoiSeries *a = list->pdata[first], *b = list->pdata[second];

  for (guint i = 0; i < list->len; i++)
    {
      const FoiSeries *sum = list->pdata[i];

      if (i == first || i == second || (sum->data == a->data && sum->data == b->data)
          || sum->decimals != a->decimals || sum->decimals != b->decimals
          || (!sum->is_asked && !a->is_asked && !b->is_asked)
          || !are_sum (sum, a, b, BITS_SUM_OF_BOTH))
        continue;
      if (!are_called_both (sum, a, b)
          && !are_sum (sum, a, b, are_called_sum (sum, a, b) ? BITS_SUM_NAMED : BITS_SUM))
        continue;
      add_sum (draft, sum, a, b);
    }
}

static GPtrArray *
list_columns (FoiSeriesSet *set)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < set->counts->len; i++)
    {
      const FoiSeries *series = set->counts->pdata[i];

      if (series->kind == FOI_SERIES_COLUMN || series->kind == FOI_SERIES_SLICE)
        g_ptr_array_add (list, (gpointer) series);
    }
  return list;
}

/*
 * _foi_disclosure_add_beside:
 *
 * Adds the figures that another table shows once more, turned round or in a longer form, and those
 * that are what two of other tables come to.
 */
void
_foi_disclosure_add_beside (FoiSeriesSet *set)
{
  g_autoptr (GPtrArray) columns = list_columns (set);

  for (guint i = 0; i < set->counts->len && set->counts->len <= MAX_SERIES; i++)
    for (guint j = 0; j < set->counts->len; j++)
      {
        const FoiSeries *a = set->counts->pdata[i], *b = set->counts->pdata[j];

        if (is_one_each (a) && (!_foi_series_is_plain (b) || (i < j && is_one_each (b))))
          compare (set->draft, a, b);
      }
  for (guint i = 0; i < columns->len && columns->len <= MAX_ADDED; i++)
    for (guint j = i + 1; j < columns->len; j++)
      compare_two (set->draft, columns, i, j);
}
