/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-totals-private.h"

#include "foi-disclosure-unions.h"
#include "foi-number.h"
#include "foi-totals.h"

/* Columns that are totals though nothing declares them. Who reads a table sees that a column is the
 * sum of all others, and of one that is called a total that it is that of those beside it; whether
 * they are in the letter or not. */

/* A total of one other column would be that column again. */
#define MIN_PARTS 2
/* In as many rows: of a column that is called a total, and of all others under another name. */
#define MIN_ROWS_NAMED 1
#define MIN_ROWS_OF_ALL 2
/* A table with more is not searched for sums of some. */
#define MAX_COLUMNS 60

static gboolean
is_found (GPtrArray *found, guint column)
{
  for (guint i = 0; i < found->len; i++)
    {
      if (((FoiFoundSum *) found->pdata[i])->total == column)
        return TRUE;
    }
  return FALSE;
}

/*
 * _foi_disclosure_is_declared:
 *
 * Returns: whether a column is declared to be a total, or found to be one here.
 */
gboolean
_foi_disclosure_is_declared (FoiDisclosureDraft *draft, FoiTableData *data, guint column)
{
  GPtrArray *found = _foi_disclosure_get_column_totals (draft, data);

  return foi_totals_is_column (data, column) || is_found (found, column);
}

/* The true numbers of columns that can be added to each other. */
typedef struct
{
  FoiDisclosureDraft *draft;
  FoiTableData *data;
  GArray *columns; /* of guint */
  guint n_rows;
  gint64 *values;
  gboolean *is_known;
  GPtrArray *found, *unions;
} Sums;

/* The columns of counts with as many decimals; with those that are left out, or without. */
static GArray *
list_counts (FoiTableData *data, int decimals, gboolean with_left_out)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
    {
      FoiColumn *column = foi_table_data_get_column (data, j);

      if (_foi_disclosure_is_count (column) && !foi_table_data_is_key (data, j)
          && foi_column_get_decimals (column) == decimals
          && (with_left_out || !foi_column_is_left_out (column)))
        g_array_append_val (counts, j);
    }
  return counts;
}

static void
read_values (Sums *self)
{
  guint n = self->columns->len;

  self->n_rows = foi_row_store_get_length (foi_table_data_get_rows (self->data));
  self->values = g_new0 (gint64, (gsize) self->n_rows * n + 1);
  self->is_known = g_new0 (gboolean, (gsize) self->n_rows * n + 1);
  for (guint row = 0; row < self->n_rows; row++)
    {
      for (guint i = 0; i < n; i++)
        {
          gsize place = (gsize) row * n + i;

          self->is_known[place]
            = _foi_disclosure_get_truth (self->draft, self->data, row,
                                         g_array_index (self->columns, guint, i),
                                         &self->values[place])
              && ABS (self->values[place]) <= FOI_DISCLOSURE_MAX_VALUE;
        }
    }
}

/* Whether a column may be one of those that another one is the total of. */
static gboolean
is_part (const Sums *self, guint place, guint total)
{
  return place != total
         && !_foi_disclosure_is_union (self->unions, g_array_index (self->columns, guint, place));
}

static guint
count_parts (const Sums *self, guint total, guint first, guint end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += is_part (self, i, total);
  return n;
}

/* Whether column @total is in each row, as far as we know the numbers, what those from @first to
 * before @end come to; @total itself is no part. */
static gboolean
adds_up (Sums *self, guint total, guint first, guint end, guint min_rows)
{
  guint n = self->columns->len, n_seen = 0;

  if (count_parts (self, total, first, end) < MIN_PARTS)
    return FALSE;
  for (guint row = 0; row < self->n_rows; row++)
    {
      const gint64 *values = self->values + (gsize) row * n;
      const gboolean *is_known = self->is_known + (gsize) row * n;
      gboolean is_whole = is_known[total];
      gint64 sum = 0;

      for (guint i = first; i < end; i++)
        {
          if (!is_part (self, i, total))
            continue;
          is_whole = is_whole && is_known[i];
          sum += is_known[i] ? values[i] : 0;
        }
      if (foi_table_data_get_cell (self->data, row, g_array_index (self->columns, guint, total))
            ->state == FOI_CELL_BLANK)
        continue;
      if (is_known[total] && (is_whole ? sum != values[total] : sum > values[total]))
        return FALSE;
      n_seen += is_whole && sum != 0;
    }
  return n_seen >= min_rows;
}

static void
take (Sums *self, guint total, guint first, guint end)
{
  FoiFoundSum *found
    = _foi_disclosure_add_found (self->found, g_array_index (self->columns, guint, total));

  for (guint i = first; i < end; i++)
    {
      if (is_part (self, i, total))
        g_array_append_val (found->parts, g_array_index (self->columns, guint, i));
    }
}

/* Of all others; what is called a total also of the longest run that ends before it, or begins
 * after it. */
static void
find_parts (Sums *self, guint total)
{
  FoiColumn *what
    = foi_table_data_get_column (self->data, g_array_index (self->columns, guint, total));
  gboolean is_named = foi_totals_is_label (foi_column_get_title (what))
                      || foi_totals_is_label (foi_column_get_name (what));
  guint n = self->columns->len;

  if (n > MIN_PARTS
      && adds_up (self, total, 0, n, is_named ? MIN_ROWS_NAMED : MIN_ROWS_OF_ALL))
    {
      take (self, total, 0, n);
      return;
    }
  if (n > MAX_COLUMNS || !is_named)
    return;
  for (guint first = 0; first + MIN_PARTS <= total; first++)
    {
      if (adds_up (self, total, first, total, MIN_ROWS_NAMED))
        {
          take (self, total, first, total);
          return;
        }
    }
  for (guint end = n; end > total + MIN_PARTS; end--)
    {
      if (adds_up (self, total, total + 1, end, MIN_ROWS_NAMED))
        {
          take (self, total, total + 1, end);
          return;
        }
    }
  /* Nothing here can say what it is the total of: a reader takes it for that of all before it. */
  if (total >= MIN_PARTS && adds_up (self, total, 0, total, 0))
    take (self, total, 0, total);
  else if (n > MIN_PARTS && adds_up (self, total, 0, n, 0))
    take (self, total, 0, n);
}

/*
 * _foi_disclosure_find_column_totals:
 *
 * Returns: (transfer full) (element-type FoiFoundSum): the columns that are the sum of others, and
 *   that nothing declares to be.
 */
GPtrArray *
_foi_disclosure_find_column_totals (FoiDisclosureDraft *draft, FoiTableData *data)
{
  GPtrArray *found = _foi_disclosure_new_found ();
  GPtrArray *unions = _foi_disclosure_get_column_unions (draft, data);

  _foi_disclosure_copy_found (found, unions);
  for (guint pass = 0; pass < 2 * (FOI_MAX_DECIMALS + 1); pass++)
    {
      g_autoptr (GArray) counts = list_counts (data, (int) pass / 2, pass % 2 > 0);
      g_autofree gint64 *values = NULL;
      g_autofree gboolean *is_known = NULL;
      Sums sums = { .draft = draft, .data = data, .columns = counts, .found = found,
                    .unions = unions };

      if (counts->len <= MIN_PARTS)
        continue;
      read_values (&sums);
      values = sums.values;
      is_known = sums.is_known;
      for (guint i = 0; i < counts->len; i++)
        {
          guint column = g_array_index (counts, guint, i);

          if (!foi_totals_is_column (data, column) && !is_found (found, column))
            find_parts (&sums, i);
        }
    }
  return found;
}
