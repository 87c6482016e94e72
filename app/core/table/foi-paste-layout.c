/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-paste-layout.h"

#include <string.h>

#include "foi-currency.h"
#include "foi-number.h"
#include "foi-typed.h"

/* So many rows below a heading say what its column is. */
#define SAMPLE 20

/* Text alone in its row below the figures that is longer says something about the table. */
#define MIN_FOOTNOTE 25

typedef enum
{
  CLASS_BLANK,
  CLASS_MARK,
  CLASS_NUMBER,
  CLASS_PERIOD,
  CLASS_TEXT,
  N_CLASSES,
} CellClass;

static gboolean
is_blank (const char *text)
{
  if (g_ascii_isgraph (*text))
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return FALSE;
    }
  return TRUE;
}

/**
 * foi_paste_is_blank_row:
 * @grid: cells
 * @row: a row
 *
 * Returns: whether there is nothing in it.
 */
gboolean
foi_paste_is_blank_row (FoiPasteGrid *grid, guint row)
{
  for (guint i = 0; i < foi_paste_grid_get_n_columns (grid); i++)
    {
      if (!is_blank (foi_paste_grid_get (grid, row, i)))
        return FALSE;
    }
  return TRUE;
}

/* The only cell of a row that is not empty, or NULL. */
static const char *
get_only_cell (FoiPasteGrid *grid, guint row)
{
  const char *only = NULL;

  for (guint i = 0; i < foi_paste_grid_get_n_columns (grid); i++)
    {
      const char *cell = foi_paste_grid_get (grid, row, i);

      if (is_blank (cell))
        continue;
      if (only != NULL)
        return NULL;
      only = cell;
    }
  return only;
}

/**
 * foi_paste_clean_heading:
 * @text: a cell
 *
 * Returns: (transfer full): its words on one line, with one space between.
 */
char *
foi_paste_clean_heading (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (clean, c);
      else if (clean->len > 0 && clean->str[clean->len - 1] != ' ')
        g_string_append_c (clean, ' ');
    }
  return g_strchomp (g_string_free (clean, FALSE));
}

/**
 * foi_paste_is_unit:
 * @text: a cell
 *
 * Returns: whether it stands for what is counted, as `£` under "Budget" does.
 */
gboolean
foi_paste_is_unit (const char *text)
{
  static const char *const units[] = {
    "£", "€", "$", "%", "£000", "£000s", "£'000", "£k", "£m", "£bn", "no", "no.", "number", "count",
    "n", "calls", "cases", "people", "days", "weeks", "months", "years", "hours", "minutes", "fte",
    "km", "miles", "tonnes", "kg", "pence", "pounds",
  };
  g_autofree char *clean = foi_paste_clean_heading (text);
  g_autofree char *folded = NULL;
  gsize length = strlen (clean);

  if (length > 2 && clean[0] == '(' && clean[length - 1] == ')')
    {
      clean[length - 1] = '\0';
      memmove (clean, clean + 1, length - 1);
    }
  if (foi_currency_is_code (clean))
    return TRUE;
  folded = g_utf8_strdown (clean, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (strcmp (folded, units[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The columns that cells are tried in, to see what they are. */
typedef struct
{
  FoiPasteGrid *grid;
  FoiColumn    *probes[6];
} Classifier;

static const struct
{
  FoiValueType type;
  int decimals;
  CellClass class;
} probes[] = {
  { FOI_VALUE_FINANCIAL_YEAR, -1, CLASS_PERIOD }, { FOI_VALUE_MONTH, -1, CLASS_PERIOD },
  { FOI_VALUE_DATE, -1, CLASS_PERIOD },           { FOI_VALUE_MONEY, 6, CLASS_NUMBER },
  { FOI_VALUE_PERCENTAGE, 6, CLASS_NUMBER },      { FOI_VALUE_DECIMAL, 6, CLASS_NUMBER },
};

static void
classifier_init (Classifier *self, FoiPasteGrid *grid)
{
  g_autoptr (FoiColumn) text = foi_column_new ("probe", NULL, FOI_VALUE_TEXT);

  self->grid = grid;
  for (gsize i = 0; i < G_N_ELEMENTS (probes); i++)
    self->probes[i] = foi_column_with_type (text, probes[i].type, probes[i].decimals, NULL);
}

static void
classifier_clear (Classifier *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (probes); i++)
    foi_column_unref (self->probes[i]);
}

static gboolean
is_year (const char *text)
{
  g_autofree char *clean = foi_paste_clean_heading (text);
  guint64 year;

  return strlen (clean) == 4 && g_ascii_string_to_unsigned (clean, 10, 1900, 2100, &year, NULL);
}

static CellClass
classify (Classifier *self, guint row, guint column)
{
  const char *text = foi_paste_grid_get (self->grid, row, column);

  if (is_blank (text))
    return CLASS_BLANK;
  if (is_year (text))
    return CLASS_PERIOD;
  for (gsize i = 0; i < G_N_ELEMENTS (probes); i++)
    {
      FoiCell cell;

      if (foi_typed_parse (self->probes[i], text, &cell, NULL))
        return cell.state == FOI_CELL_VALUE ? probes[i].class : CLASS_MARK;
    }
  return CLASS_TEXT;
}

/* What most cells of a column from @row on are. */
static CellClass
classify_below (Classifier *self, guint row, guint column)
{
  guint end = MIN (foi_paste_grid_get_n_rows (self->grid), row + SAMPLE);
  guint counts[N_CLASSES] = { 0 };
  CellClass best = CLASS_BLANK;

  for (guint i = row; i < end; i++)
    counts[classify (self, i, column)]++;
  for (int i = CLASS_NUMBER; i <= CLASS_TEXT; i++)
    {
      if (counts[i] > 0 && (best == CLASS_BLANK || counts[i] > counts[best]))
        best = (CellClass) i;
    }
  return best;
}

/* Whether all cells of a row are filled, with different words. */
static gboolean
is_distinct (FoiPasteGrid *grid, guint row)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < foi_paste_grid_get_n_columns (grid); i++)
    {
      const char *cell = foi_paste_grid_get (grid, row, i);

      if (is_blank (cell) || !g_hash_table_add (seen, (gpointer) cell))
        return FALSE;
    }
  return TRUE;
}

/* Headings are words over figures or periods, or periods over figures; a table of words alone has
 * headings where its first row can be some. */
static gboolean
is_header (Classifier *self, guint row)
{
  guint for_it = 0, against = 0;

  if (row + 1 >= foi_paste_grid_get_n_rows (self->grid))
    return FALSE;
  for (guint i = 0; i < foi_paste_grid_get_n_columns (self->grid); i++)
    {
      CellClass here = classify (self, row, i);
      CellClass below = classify_below (self, row + 1, i);

      if ((here == CLASS_TEXT && (below == CLASS_NUMBER || below == CLASS_PERIOD))
          || (here == CLASS_PERIOD && below == CLASS_NUMBER))
        for_it++;
      else if (here == CLASS_NUMBER || here == CLASS_MARK || here == CLASS_PERIOD)
        against++;
    }
  if (for_it == 0 && against == 0)
    return is_distinct (self->grid, row);
  return for_it > against;
}

static gboolean
is_units_row (FoiPasteGrid *grid, guint row)
{
  gboolean any = FALSE;

  for (guint i = 0; i < foi_paste_grid_get_n_columns (grid); i++)
    {
      const char *cell = foi_paste_grid_get (grid, row, i);

      if (is_blank (cell))
        continue;
      if (!foi_paste_is_unit (cell))
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* Rows above the table with one cell, or none: its title, and what is said under it. */
static guint
read_titles (FoiPasteLayout *self, FoiPasteGrid *grid)
{
  guint n_rows = foi_paste_grid_get_n_rows (grid);
  guint row = 0;

  if (foi_paste_grid_get_n_columns (grid) < 2)
    return 0;
  for (; row + 2 < n_rows; row++)
    {
      const char *only = get_only_cell (grid, row);

      if (only != NULL)
        g_ptr_array_add (self->titles, foi_paste_clean_heading (only));
      else if (!foi_paste_is_blank_row (grid, row))
        break;
    }
  return row;
}

static gboolean
is_footnote (FoiPasteGrid *grid, guint row)
{
  static const char *const starts[] = { "source", "note", "*", "[" };
  const char *only = get_only_cell (grid, row);
  g_autofree char *folded = NULL;

  if (only == NULL || only != foi_paste_grid_get (grid, row, 0)
      || foi_paste_grid_get_n_columns (grid) < 2)
    return FALSE;
  folded = g_utf8_strdown (only, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (g_str_has_prefix (folded, starts[i]))
        return TRUE;
    }
  return g_utf8_strlen (only, -1) >= MIN_FOOTNOTE;
}

/* Where the rows end and the notes below them begin. */
static guint
read_footnotes (FoiPasteLayout *self, FoiPasteGrid *grid, guint first)
{
  guint end = foi_paste_grid_get_n_rows (grid);

  while (end > first + 1
         && (is_footnote (grid, end - 1) || foi_paste_is_blank_row (grid, end - 1)))
    end--;
  for (guint row = end; row < foi_paste_grid_get_n_rows (grid); row++)
    {
      const char *only = get_only_cell (grid, row);

      if (only != NULL)
        g_ptr_array_add (self->footnotes, foi_paste_clean_heading (only));
    }
  return end;
}

/**
 * foi_paste_layout_read:
 * @self: (out caller-allocates): what the rows are
 * @grid: cells
 *
 * Tells title, headings, units, rows and notes of a pasted table apart by what stands in them.
 * Empty rows among the others are left out.
 */
void
foi_paste_layout_read (FoiPasteLayout *self, FoiPasteGrid *grid)
{
  Classifier classifier;
  guint row, end;

  g_return_if_fail (self != NULL && grid != NULL);

  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->footnotes = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->header = -1;
  self->units = -1;

  classifier_init (&classifier, grid);
  row = read_titles (self, grid);
  if (is_header (&classifier, row))
    self->header = (int) row++;
  if (self->header >= 0 && row + 1 < foi_paste_grid_get_n_rows (grid) && is_units_row (grid, row))
    self->units = (int) row++;
  classifier_clear (&classifier);

  end = read_footnotes (self, grid, row);
  for (; row < end; row++)
    {
      if (!foi_paste_is_blank_row (grid, row))
        g_array_append_val (self->rows, row);
    }
}

/**
 * foi_paste_layout_clear:
 * @self: what the rows are
 *
 * Frees what it has.
 */
void
foi_paste_layout_clear (FoiPasteLayout *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_clear_pointer (&self->footnotes, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
}
