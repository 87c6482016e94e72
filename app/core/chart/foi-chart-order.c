/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-order.h"

#include "foi-chart-private.h"

/* Words of names that have an order of their own, as officers write them; so have digits. */
static const char *const ordered[]
    = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "spring", "summer", "autumn", "winter", "low", "medium", "moderate", "high",
        "minor", "major", "small", "large", "under", "over", "never", "rarely", "sometimes",
        "often", "always", "first", "second", "third", "one", "two", "three", "poor", "fair",
        "good", "excellent", "outstanding", "inadequate", "agree", "disagree", "satisfied",
        "dissatisfied", "primary", "secondary", "daily", "weekly", "monthly" };

/* What is left over stands last, however much of it there is. */
static const char *const left_over[]
    = { "other", "others", "unknown", "none", "unspecified", "miscellaneous", "missing" };

/* A row of a bar chart and what decides about its place. */
typedef struct
{
  guint    row, index;
  gboolean is_left_over, has_value;
  gint64   number;
} Bar;

static gboolean
has_word (const char *name, const char *const *words, guint n_words)
{
  g_auto (GStrv) parts = g_str_tokenize_and_fold (name, NULL, NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    for (guint j = 0; j < n_words; j++)
      if (g_str_equal (parts[i], words[j]))
        return TRUE;
  return FALSE;
}

static gboolean
has_digit (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isdigit (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static int
compare_bars (gconstpointer first, gconstpointer second)
{
  const Bar *a = first, *b = second;

  if (a->is_left_over != b->is_left_over)
    return a->is_left_over ? 1 : -1;
  if (a->has_value != b->has_value)
    return a->has_value ? -1 : 1;
  if (a->has_value && a->number != b->number)
    return a->number > b->number ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

/*
 * Puts @rows (of guint) in the order of their values, the largest first, as bars are best read
 * (Government Analysis Function), unless their names have an order of their own: ages, days, from
 * low to high; or come again, as where each ward has three rows. Then the table's order stays.
 */
void
_foi_chart_order_bars (FoiPublication *publication, guint x, guint measure, gboolean is_rate,
                       GArray *rows)
{
  g_autoptr (GArray) bars = g_array_new (FALSE, TRUE, sizeof (Bar));
  FoiChartSeries *series = _foi_chart_series_new (publication, measure, rows, is_rate);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean is_ordered = FALSE;

  for (guint i = 0; i < rows->len && !is_ordered; i++)
    {
      const FoiChartPoint *point = _foi_chart_series_get (series, i);
      guint row = g_array_index (rows, guint, i);
      g_autofree char *name = foi_publication_format (publication, row, x);
      Bar bar = { .row = row,
                  .index = i,
                  .is_left_over = has_word (name, left_over, G_N_ELEMENTS (left_over)),
                  .has_value = point->shown.state == FOI_CELL_VALUE,
                  .number = point->number };

      g_array_append_val (bars, bar);
      is_ordered = has_digit (name) || has_word (name, ordered, G_N_ELEMENTS (ordered))
                   || !g_hash_table_add (names, g_strdup (name));
    }
  _foi_chart_series_free (series);
  if (is_ordered)
    return;
  g_array_sort (bars, compare_bars);
  for (guint i = 0; i < bars->len; i++)
    g_array_index (rows, guint, i) = g_array_index (bars, Bar, i).row;
}
