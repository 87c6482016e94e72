/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-grid.h"

#include <math.h>
#include <string.h>

#include "foi-disclosure-totals-private.h"

/* What the order of a table's rows tells: beside 7 and 6 stands 6 or 7. A column of ranks says so;
 * rows that stand in the order of their figures say it where nothing else explains that order,
 * neither their names nor a column of which all is shown, and where it is no chance. */

/* Of fewer rows nobody would say that they are ranked. */
#define MIN_RANKED 3
#define MIN_IN_ORDER 6
/* How little of a chance an order is, in bits: of six figures that all differ. */
#define BITS_ORDER 9

static const char *const rank_words[] = { "rank", "ranks", "ranked", "ranking", "position",
                                          "place", "pos" };

/* A row and its place in an order. */
typedef struct
{
  guint row;
  gint64 rank;
} Ranked;

/*
 * _foi_disclosure_is_called_rank:
 *
 * Returns: whether the heading of a column says that it ranks rows, and counts nothing.
 */
gboolean
_foi_disclosure_is_called_rank (FoiTableData *data, guint column)
{
  return _foi_disclosure_has_word (foi_column_get_title (foi_table_data_get_column (data, column)),
                                   rank_words, G_N_ELEMENTS (rank_words));
}

/* "3", "=3", "3=", "3rd", "Joint 3rd". */
static gboolean
parse_rank (const char *text, gboolean *is_ordinal, gint64 *out)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char *rest = g_strstrip (lower);
  char *end;

  if (g_str_has_prefix (rest, "joint "))
    rest += strlen ("joint ");
  while (*rest == '=' || *rest == ' ')
    rest++;
  *out = (gint64) g_ascii_strtoull (rest, &end, 10);
  *is_ordinal = g_str_has_prefix (end, "st") || g_str_has_prefix (end, "nd")
                || g_str_has_prefix (end, "rd") || g_str_has_prefix (end, "th");
  if (*is_ordinal)
    end += 2;
  while (*end == '=' || *end == ' ')
    end++;
  return g_ascii_isdigit (*rest) && *end == '\0' && *out > 0;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a, *right = b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

/* The rows by a column of ranks; %NULL where it is none. */
static GArray *
list_by_rank (const FoiDisclosureGrid *grid, guint column)
{
  FoiColumn *what = foi_table_data_get_column (grid->data, column);
  const gboolean is_called = _foi_disclosure_is_called_rank (grid->data, column);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  guint n_others = 0;

  if (foi_column_is_left_out (what) || foi_column_get_decimals (what) > 0)
    return NULL;
  for (guint row = 0; row < grid->n_rows; row++)
    {
      const FoiCell *cell = foi_table_data_get_cell (grid->data, row, column);
      Ranked place = { row, cell->number };
      gboolean is_ordinal = FALSE;

      if (cell->state != FOI_CELL_VALUE || grid->is_stated[row])
        continue;
      if ((cell->has_text ? parse_rank (cell->text, &is_ordinal, &place.rank) : place.rank > 0)
          && (is_called || is_ordinal))
        g_array_append_val (ranked, place);
      else
        n_others++;
    }
  if (ranked->len < MIN_RANKED || n_others > 0)
    return NULL;
  g_array_sort (ranked, compare_ranks);
  return g_steal_pointer (&ranked);
}

/* How figures follow one another. */
typedef struct
{
  gboolean rises, falls; /* none of them goes the other way */
  gboolean is_strict;    /* those of different ranks differ */
  gboolean has_ties;     /* those of one rank are the same */
  guint n_known;
} Order;

static Order
find_order (const FoiDisclosureGrid *grid, const GArray *ranked, guint column)
{
  Order order = { TRUE, TRUE, TRUE, TRUE, 0 };
  const Ranked *last = NULL;

  for (guint i = 0; i < ranked->len; i++)
    {
      const Ranked *next = &g_array_index (ranked, Ranked, i);
      gint64 step;

      if (!_foi_disclosure_grid_has_figure (grid, next->row, column)
          || !foi_disclosure_grid_knows (grid, next->row, column))
        continue;
      step = last == NULL ? 0
                          : foi_disclosure_grid_get (grid, next->row, column)
                              - foi_disclosure_grid_get (grid, last->row, column);
      order.rises = order.rises && step >= 0;
      order.falls = order.falls && step <= 0;
      order.has_ties = order.has_ties && (last == NULL || last->rank != next->rank || step == 0);
      order.is_strict = order.is_strict && (last == NULL || last->rank == next->rank || step != 0);
      order.n_known++;
      last = next;
    }
  return order;
}

/* Each figure is at least, or most, the one before it. */
static void
add_order (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, const GArray *ranked,
           guint column, const Order *order)
{
  const guint place = g_array_index (grid->columns, guint, column);
  const Ranked *last = NULL;

  for (guint i = 0; i < ranked->len; i++)
    {
      const Ranked *next = &g_array_index (ranked, Ranked, i);
      FoiLine *line;

      if (!_foi_disclosure_grid_has_figure (grid, next->row, column))
        continue;
      if (last != NULL)
        {
          line = _foi_disclosure_draft_add_line (draft, FOI_LINE_RANKED);
          foi_line_add (line, _foi_disclosure_draft_take (draft, grid->data, last->row, place),
                        order->rises ? -1 : 1);
          foi_line_add (line, _foi_disclosure_draft_take (draft, grid->data, next->row, place),
                        order->rises ? 1 : -1);
          line->from = last->rank != next->rank && order->is_strict;
          line->to = last->rank == next->rank ? 0 : FOI_LINEAR_NO_TO;
          _foi_disclosure_draft_keep_line (draft, line);
        }
      last = next;
    }
}

/* Whether the figures stand in order as they are, by no chance; @n_withheld: those that a reader
 * does not see. The more orders there could have been, the less it is one. */
static gboolean
is_in_order (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, const GArray *rows,
             guint column, Order *order, guint *n_withheld)
{
  guint n_shown = 0, n_same = 0;
  gint64 last = 0;
  double bits = 0;

  *n_withheld = 0;
  *order = find_order (grid, rows, column);
  if (order->rises == order->falls)
    return FALSE;
  order->is_strict = FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const guint row = g_array_index (rows, Ranked, i).row;

      if (!_foi_disclosure_grid_has_figure (grid, row, column))
        continue;
      if (_foi_disclosure_grid_withholds (draft, grid, row, column))
        {
          ++*n_withheld;
          continue;
        }
      n_same = n_shown > 0 && last == foi_disclosure_grid_get (grid, row, column) ? n_same + 1 : 1;
      last = foi_disclosure_grid_get (grid, row, column);
      bits += log2 (++n_shown) - log2 (n_same);
    }
  return n_shown >= MIN_IN_ORDER && bits >= BITS_ORDER;
}

/* Numbers by size, all else by letters. */
static int
compare_keys (const char *a, const char *b)
{
  const gint64 left = g_ascii_strtoll (a, NULL, 10), right = g_ascii_strtoll (b, NULL, 10);
  g_autofree char *from = g_utf8_casefold (a, -1);
  g_autofree char *to = g_utf8_casefold (b, -1);

  if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b) && left != right)
    return left < right ? -1 : 1;
  return strcmp (from, to);
}

/* Whether the rows stand in the order of their names: by letter, year or age. */
static gboolean
is_by_key (const FoiDisclosureGrid *grid, const GArray *rows)
{
  gboolean rises = TRUE, falls = TRUE;
  g_autofree char *last = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      char *key = foi_disclosure_dup_row_key (grid->data, g_array_index (rows, Ranked, i).row);
      const int way = last == NULL ? 0 : compare_keys (last, key);

      rises = rises && way <= 0;
      falls = falls && way >= 0;
      g_free (last);
      last = key;
    }
  return rises || falls;
}

/* Of the rows as they stand, without totals. */
static GArray *
list_as_they_stand (const FoiDisclosureGrid *grid)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint row = 0; row < grid->n_rows; row++)
    {
      const Ranked place = { row, row };

      if (!grid->is_stated[row])
        g_array_append_val (rows, place);
    }
  return rows;
}

static void
add_apparent (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, const gboolean *is_ranked)
{
  g_autoptr (GArray) rows = list_as_they_stand (grid);
  g_autofree Order *orders = g_new0 (Order, grid->columns->len);
  g_autofree gboolean *is_good = g_new0 (gboolean, grid->columns->len);
  gboolean is_explained = is_by_key (grid, rows);

  for (guint i = 0; i < grid->columns->len && !is_explained; i++)
    {
      guint n_withheld;

      is_good[i] = is_in_order (draft, grid, rows, i, &orders[i], &n_withheld);
      is_explained = is_good[i] && n_withheld == 0
                     && !_foi_disclosure_is_called_rank (grid->data,
                                                         g_array_index (grid->columns, guint, i));
    }
  for (guint i = 0; i < grid->columns->len && !is_explained; i++)
    if (is_good[i] && !is_ranked[i])
      add_order (draft, grid, rows, i, &orders[i]);
}

/*
 * _foi_disclosure_add_ranked:
 * @grid: what a letter shows of a table
 *
 * Adds what a column of ranks tells of the figures that it ranks, and what the order of the rows
 * tells where it can be that of nothing else.
 */
void
_foi_disclosure_add_ranked (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid)
{
  g_autofree gboolean *is_ranked = g_new0 (gboolean, grid->columns->len);

  for (guint j = 0; j < foi_table_data_get_n_columns (grid->data); j++)
    {
      g_autoptr (GArray) ranked = list_by_rank (grid, j);

      for (guint i = 0; ranked != NULL && i < grid->columns->len; i++)
        {
          const Order order = find_order (grid, ranked, i);

          if (g_array_index (grid->columns, guint, i) == j || order.n_known < MIN_RANKED
              || order.rises == order.falls || !order.has_ties)
            continue;
          is_ranked[i] = TRUE;
          add_order (draft, grid, ranked, i, &order);
        }
    }
  add_apparent (draft, grid, is_ranked);
}
