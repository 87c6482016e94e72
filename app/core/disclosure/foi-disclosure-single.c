/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-names.h"

#include <string.h>

#include "foi-disclosure-labels.h"
#include "foi-disclosure-totals-private.h"
#include "foi-number-words.h"
#include "foi-totals.h"

/* Figures of other tables whose labels name one cell: "Oakfield: suspensions by term" has in all
 * what stands beside Oakfield; "Oakfield suspensions" among key facts is the very figure, and
 * "Suspensions" there what all schools have. */

#define MAX_ROWS 300
#define MAX_ROWS_OF_OTHER 120
#define MAX_TABLES 40

/* By chance less than this comes to the same. */
#define LEAST_OF_ALL 15

/* What an authority calls all that it has, besides a total. */
static const char *const wide_words[] = { "borough", "council", "county", "district", "city",
                                          "authority", "trust", "force", "area" };

/* These are in many titles, and say nothing of what is counted. */
static const char *const plain_words[] = { "month", "term", "quarter", "week", "day", "date",
                                           "type", "total", "all", "table", "data", "figure",
                                           "reason", "number", "count", "summary", "key", "fact",
                                           "age", "with", "per" };

/* What is said so has all but what is named. */
static const char *const except_words[] = { "except", "excepting", "excluding", "excludes", "excl",
                                            "exclusive", "apart", "without", "besides", "minus",
                                            "bar" };

/* A table with gaps, and one of the others. */
typedef struct
{
  FoiDisclosureDraft *draft;
  const FoiDisclosureGrid *grid, *other;
  FoiDisclosureNames *names;
  GStrv measure; /* what the title of @grid counts */
} Single;

/* A figure of the other table: of one of its rows, or of all that are no totals. */
typedef struct
{
  int row;  /* of the grid, that it is of, or ALL_ROWS */
  int from; /* of the other, or ALL_ROWS */
  gboolean is_except; /* it is of all rows but that one */
} Found;

#define ALL_ROWS -1

/* ---- names ---- */

#define SEVERAL_ROWS -2

/* The one row that a label names; -1: none. */
static int
find_row (const Single *self, const char *label)
{
  g_autofree char *plain = foi_number_fold (label);
  FoiNamed *named = foi_disclosure_names_find (self->names, plain);
  int row = named->rows->len == 0 ? -1 : SEVERAL_ROWS;

  if (named->rows->len == 1 && !named->is_group)
    row = (int) g_array_index (named->rows, guint, 0);
  foi_named_free (named);
  return row;
}

/*
 * _foi_disclosure_list_measure:
 *
 * Returns: (transfer full): the words of a table's title that say what is counted: not those that
 *   are in the names of rows.
 */
GStrv
_foi_disclosure_list_measure (FoiTableData *data)
{
  g_auto (GStrv) words = foi_label_split (foi_table_data_get_title (data));
  g_autoptr (GStrvBuilder) measure = g_strv_builder_new ();
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  FoiColumn *key = foi_table_data_get_column (
    data, foi_table_data_get_n_keys (data) > 0 ? foi_table_data_get_key (data, 0) : 0);
  g_auto (GStrv) of_key = foi_label_split (foi_column_get_title (key));

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_plain = g_ascii_isdigit (words[i][0]) || strlen (words[i]) < 4
                          || g_strv_contains ((const char *const *) of_key, words[i]);

      for (guint j = 0; j < G_N_ELEMENTS (plain_words) && !is_plain; j++)
        is_plain = strcmp (words[i], plain_words[j]) == 0;
      for (guint row = 0; row < n_rows && !is_plain; row++)
        {
          g_autofree char *name = foi_disclosure_dup_row_key (data, row);
          g_auto (GStrv) parts = foi_label_split (name);

          is_plain = g_strv_contains ((const char *const *) parts, words[i]);
        }
      if (!is_plain)
        g_strv_builder_add (measure, words[i]);
    }
  return g_strv_builder_end (measure);
}

static gboolean
has_measure (const Single *self, const char *label)
{
  g_auto (GStrv) words = foi_label_split (label);

  for (guint i = 0; self->measure[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) words, self->measure[i]))
      return TRUE;
  return FALSE;
}

/*
 * _foi_disclosure_says_what:
 *
 * Returns: whether a heading says what is counted, and not only of when.
 */
gboolean
_foi_disclosure_says_what (const char *heading)
{
  g_auto (GStrv) words = foi_label_split (heading);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_plain = g_ascii_isdigit (words[i][0]) || strlen (words[i]) < 4;

      for (guint j = 0; j < G_N_ELEMENTS (plain_words) && !is_plain; j++)
        is_plain = strcmp (words[i], plain_words[j]) == 0;
      if (!is_plain)
        return TRUE;
    }
  return FALSE;
}

/* The years that a label has, as numbers. */
static GArray *
list_years (const char *label)
{
  g_auto (GStrv) words = foi_label_split (label);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; words[i] != NULL; i++)
    {
      const guint year = strlen (words[i]) == 4 ? (guint) g_ascii_strtoull (words[i], NULL, 10) : 0;

      if (year >= 1900 && year < 2100)
        g_array_append_val (years, year);
    }
  return years;
}

/* Whether one is of years that the other is not of. */
static gboolean
are_of_other_years (const char *a, const char *b)
{
  g_autoptr (GArray) left = list_years (a), right = list_years (b);

  for (guint i = 0; i < left->len; i++)
    for (guint j = 0; j < right->len; j++)
      if (g_array_index (left, guint, i) == g_array_index (right, guint, j))
        return FALSE;
  return left->len > 0 && right->len > 0;
}

/* Whether what is said of a figure speaks of what a column of the grid counts. */
static gboolean
is_of_column (const Single *self, guint column, const char *label)
{
  const char *heading = foi_column_get_title (foi_disclosure_grid_get_column (self->grid, column));
  const gboolean is_named = foi_disclosure_names_has_column (self->names, column, label);

  if (_foi_disclosure_says_what (heading))
    return is_named;
  return has_measure (self, label) && (is_named || self->grid->columns->len == 1);
}

/* ---- figures ---- */

/* What a row of a table has in a column, or all that are no totals have together. */
static gboolean
get_figure (const FoiDisclosureGrid *grid, int from, guint column, gint64 *value)
{
  *value = 0;
  if (from != ALL_ROWS)
    {
      *value = foi_disclosure_grid_get (grid, (guint) from, column);
      return foi_disclosure_grid_knows (grid, (guint) from, column);
    }
  for (guint row = 0; row < grid->n_rows; row++)
    {
      if (grid->is_stated[row])
        continue;
      if (!foi_disclosure_grid_knows (grid, row, column))
        return FALSE;
      *value += foi_disclosure_grid_get (grid, row, column);
    }
  return TRUE;
}

/* The same of what a figure is said to be of. */
static gboolean
get_named (const FoiDisclosureGrid *grid, const Found *found, guint column, gint64 *value)
{
  gint64 less;

  if (!found->is_except)
    return get_figure (grid, found->row, column, value);
  if (grid->is_stated[found->row] || !get_figure (grid, ALL_ROWS, column, value)
      || !get_figure (grid, found->row, column, &less))
    return FALSE;
  *value -= less;
  return TRUE;
}

static void
add_terms (const Single *self, FoiLine *line, const FoiDisclosureGrid *grid, int from,
           guint column, gint64 factor)
{
  const guint place = g_array_index (grid->columns, guint, column);

  for (guint row = 0; row < grid->n_rows; row++)
    if (from == ALL_ROWS ? !grid->is_stated[row] : (int) row == from)
      foi_line_add (line, _foi_disclosure_draft_take (self->draft, grid->data, row, place), factor);
}

static FoiLineKind
get_kind (const Found *found)
{
  const gboolean is_of_many = found->row == ALL_ROWS || found->is_except;

  if (is_of_many && found->from == ALL_ROWS)
    return FOI_LINE_ACROSS;
  return is_of_many || found->from == ALL_ROWS ? FOI_LINE_TOTAL : FOI_LINE_SAME;
}

static void
add_named_terms (const Single *self, FoiLine *line, const Found *found, guint of, gint64 factor)
{
  for (guint row = 0; row < self->grid->n_rows && found->is_except; row++)
    if ((int) row != found->row && !self->grid->is_stated[row])
      add_terms (self, line, self->grid, (int) row, of, factor);
  if (!found->is_except)
    add_terms (self, line, self->grid, found->row, of, factor);
}

static void
add_figure (const Single *self, const Found *found, guint column, guint of)
{
  const gint64 sign = found->from == ALL_ROWS ? -1 : 1;
  FoiLine *line = _foi_disclosure_draft_add_line (self->draft, get_kind (found));

  add_named_terms (self, line, found, of, sign);
  add_terms (self, line, self->other, found->from, column, -sign);
  /* The one that is the sum of the others counts against them. */
  for (guint i = 0; i < line->terms->len && line->kind == FOI_LINE_TOTAL; i++)
    if (g_array_index (line->terms, FoiLineTerm, i).factor < 0)
      line->total = (int) g_array_index (line->terms, FoiLineTerm, i).cell;
  _foi_disclosure_draft_keep_line (self->draft, line);
}

static char *
dup_label (const Single *self, const Found *found, guint column)
{
  const char *title = foi_table_data_get_title (self->other->data);
  const char *heading = foi_column_get_title (foi_disclosure_grid_get_column (self->other, column));
  g_autofree char *key = found->from == ALL_ROWS
                           ? g_strdup ("")
                           : foi_disclosure_dup_row_key (self->other->data, (guint) found->from);

  return g_strconcat (title, "; ", key, "; ", heading, NULL);
}

static gboolean
is_label_of (const Single *self, const Found *found, guint column, guint of)
{
  FoiColumn *what = foi_disclosure_grid_get_column (self->grid, of);
  g_autofree char *label = dup_label (self, found, column);
  g_autofree char *key = found->row == ALL_ROWS
                           ? g_strdup ("")
                           : foi_disclosure_dup_row_key (self->grid->data, (guint) found->row);
  g_autofree char *own = g_strconcat (foi_table_data_get_title (self->grid->data), "; ", key, "; ",
                                      foi_column_get_title (what), NULL);

  return foi_column_get_decimals (what)
           == foi_column_get_decimals (foi_disclosure_grid_get_column (self->other, column))
         && is_of_column (self, of, label) && !are_of_other_years (label, own);
}

/* Adds the figures of a column that are those of a column of the grid: all that are called so. */
static void
try_column (const Single *self, const GArray *found, guint column, guint of)
{
  g_autoptr (GArray) good = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < found->len; i++)
    {
      const Found *figure = &g_array_index (found, Found, i);
      gint64 value, truth;

      if (!is_label_of (self, figure, column, of)
          || !get_named (self->grid, figure, of, &truth)
          || !get_figure (self->other, figure->from, column, &value))
        continue;
      if (value != truth)
        return;
      if (value != 0)
        g_array_append_val (good, *figure);
    }
  for (guint i = 0; i < good->len; i++)
    add_figure (self, &g_array_index (good, Found, i), column, of);
}

static void
note (GArray *found, int row, int from)
{
  const Found figure = { row, from, FALSE };

  g_array_append_val (found, figure);
}

/* Whether it says "All schools except Abbey", or "Schools other than Abbey". */
static gboolean
is_except (const char *label)
{
  g_autofree char *folded = g_utf8_casefold (label, -1);

  return strstr (folded, "other than") != NULL || strstr (folded, "not including") != NULL
         || _foi_disclosure_has_word (label, except_words, G_N_ELEMENTS (except_words));
}

/* Notes what names a row in the other table: the label of a row, else of a column or the title, of
 * which the total counts. */
static void
list_found (const Single *self, int of_all, guint column, GArray *found)
{
  const char *heading = foi_column_get_title (foi_disclosure_grid_get_column (self->other, column));
  const int of_column = of_all >= 0 || is_except (heading) ? of_all : find_row (self, heading);
  gboolean has_total = FALSE;

  for (guint row = 0; row < self->other->n_rows; row++)
    {
      g_autofree char *key = foi_disclosure_dup_row_key (self->other->data, row);
      const gboolean is_total = self->other->is_stated[row];
      const int named = of_column >= 0 || is_except (key) ? -1 : find_row (self, key);

      /* Of a column that is named each row may be something else that is counted. */
      if (named >= 0 || (of_column >= 0 && (is_total || of_all < 0)))
        note (found, named >= 0 ? named : of_column, (int) row);
      has_total = has_total || is_total;
    }
  if (of_all >= 0 && !has_total)
    note (found, of_all, self->other->n_rows == 1 ? 0 : ALL_ROWS);
}

/* Where a column is named and has no total, all of it is of the row that it names: "Abbey". */
static void
list_whole (const Single *self, guint column, GArray *found)
{
  const char *heading = foi_column_get_title (foi_disclosure_grid_get_column (self->other, column));
  const int of_column = find_row (self, heading);

  if (of_column < 0 || self->other->n_rows < 2)
    return;
  for (guint row = 0; row < self->other->n_rows; row++)
    if (self->other->is_stated[row])
      return;
  note (found, of_column, ALL_ROWS);
  g_array_index (found, Found, 0).is_except = is_except (heading);
}

/* Adds what each row has that is said to be of all but one. */
static void
try_except (const Single *self, guint column, guint of)
{
  for (guint row = 0; row < self->other->n_rows; row++)
    {
      g_autofree char *key = foi_disclosure_dup_row_key (self->other->data, row);
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
      const int named = is_except (key) ? find_row (self, key) : -1;

      if (named < 0)
        continue;
      note (found, named, (int) row);
      g_array_index (found, Found, 0).is_except = TRUE;
      try_column (self, found, column, of);
    }
}

/* ---- of all rows ---- */

/* Whether one of the other's figures may be what all rows have together: it is called so, or says
 * nothing but what is counted. */
static gboolean
may_be_of_all (const Single *self, guint row, guint column, guint of)
{
  const char *heading = foi_column_get_title (foi_disclosure_grid_get_column (self->other, column));
  g_autofree char *key = foi_disclosure_dup_row_key (self->other->data, row);
  g_autofree char *label = g_strconcat (key, ", ", heading, NULL);

  if (find_row (self, label) != -1)
    return FALSE;
  return self->other->is_stated[row] || foi_totals_has_word (label)
         || _foi_disclosure_has_word (label, wide_words, G_N_ELEMENTS (wide_words))
         || is_of_column (self, of, label);
}

/* Adds what is said of all rows: "All schools", "Borough", or what rows of another kind come to. */
static void
try_all (const Single *self, guint column, guint of)
{
  const int n_rows = (int) self->other->n_rows;
  gint64 truth, value;

  if (!get_figure (self->grid, ALL_ROWS, of, &truth) || truth < LEAST_OF_ALL)
    return;
  for (int from = n_rows > 1 ? ALL_ROWS : 0; from < n_rows; from++)
    {
      const Found figure = { ALL_ROWS, from, FALSE };

      if (get_figure (self->other, from, column, &value) && value == truth
          && (from == ALL_ROWS || may_be_of_all (self, (guint) from, column, of))
          && is_label_of (self, &figure, column, of))
        add_figure (self, &figure, column, of);
    }
}

static void
compare (const Single *self)
{
  const int of_all = find_row (self, foi_table_data_get_title (self->other->data));

  for (guint column = 0; column < self->other->columns->len; column++)
    {
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
      g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (Found));

      list_found (self, of_all, column, found);
      list_whole (self, column, whole);
      for (guint of = 0; of < self->grid->columns->len; of++)
        {
          try_column (self, found, column, of);
          try_column (self, whole, column, of);
          try_except (self, column, of);
        }
      for (guint of = 0; of < self->grid->columns->len && of_all == -1; of++)
        try_all (self, column, of);
    }
}

/*
 * _foi_disclosure_add_single:
 * @grids: (element-type FoiDisclosureGrid): the tables that a letter shows
 * @of_use: (element-type FoiTableData): those of which something is withheld
 *
 * Adds the figures of other tables whose labels name what is counted of a row, or of all.
 */
void
_foi_disclosure_add_single (FoiDisclosureDraft *draft, GPtrArray *grids, GHashTable *of_use)
{
  for (guint i = 0; i < grids->len && grids->len <= MAX_TABLES; i++)
    {
      const FoiDisclosureGrid *grid = grids->pdata[i];
      g_autoptr (FoiDisclosureNames) names = NULL;
      g_auto (GStrv) measure = NULL;

      /* What became one row is withheld as well. */
      if ((!g_hash_table_contains (of_use, grid->data)
           && !g_hash_table_contains (draft->combined, grid->data))
          || grid->n_rows > MAX_ROWS)
        continue;
      names = foi_disclosure_names_new (grid);
      measure = _foi_disclosure_list_measure (grid->data);
      for (guint j = 0; j < grids->len; j++)
        {
          const Single single = { draft, grid, grids->pdata[j], names, measure };

          if (i != j && single.other->n_rows <= MAX_ROWS_OF_OTHER)
            compare (&single);
        }
    }
}
