/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-publication-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-clean-text.h"
#include "foi-json-edit.h"

/* Between the parts of a row's key in {{value:TABLE/ROW/FIELD}}, where it has several. */
#define KEY_SEPARATOR '|'

/* So many columns fit a page whatever is in them. */
#define SURE_COLUMNS 10
/* Letters that stand side by side on a page of the letter where they can still be read, those that
 * would find room between two columns, and those of a word that may be broken where it has to.
 * test-layout.c holds them against what the letter's layout can do. */
#define PAGE_LETTERS 116
#define COLUMN_GAP 2
#define LEAST_COLUMN (1 + COLUMN_GAP)
#define LONG_WORD 6

struct _FoiPublication
{
  gatomicrefcount     ref_count;
  FoiPublicationParts parts;
  GArray             *keys;           /* of guint: the columns that name the rows */
  gboolean           *total_columns;
  int                 too_wide;       /* 1 or -1 once it is known; atomic */
};

G_DEFINE_BOXED_TYPE (FoiPublication, foi_publication, foi_publication_ref, foi_publication_unref)

static void
clear_note (gpointer data)
{
  FoiPublishedNote *note = data;

  g_free (note->id);
  g_free (note->text);
}

/* An array that frees what it has. */
GArray *
_foi_published_notes_new (void)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (FoiPublishedNote));

  g_array_set_clear_func (notes, clear_note);
  return notes;
}

/* Stamps tell two values of this run of the program apart; they are never kept. */
guint64
_foi_stamp_take (void)
{
  static gsize last;

  return (guint64) g_atomic_pointer_add (&last, 1) + 1;
}

/* Columns of the primary key; the first column where there is none that can be seen. */
static void
find_keys (FoiPublication *self)
{
  JsonNode *schema = foi_json_get_member (self->parts.resource, "schema");
  JsonNode *key = foi_json_get_member (schema, "primaryKey");
  guint n_names = foi_json_is_string (key) ? 1 : foi_json_get_n_elements (key);
  guint first = 0;

  self->keys = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_names; i++)
    {
      JsonNode *name = foi_json_is_string (key) ? key : foi_json_get_element (key, i);
      int column = -1;
      guint place;

      if (foi_json_is_string (name))
        column = foi_publication_find_column (self, json_node_get_string (name));
      if (column < 0)
        {
          g_array_set_size (self->keys, 0);
          break;
        }
      place = (guint) column;
      g_array_append_val (self->keys, place);
    }
  if (self->keys->len == 0 && self->parts.columns->len > 0)
    g_array_append_val (self->keys, first);
}

static void
find_total_columns (FoiPublication *self)
{
  JsonNode *totals = foi_json_get_member (self->parts.resource, "foi:totals");

  self->total_columns = g_new0 (gboolean, MAX (self->parts.columns->len, 1));
  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      const char *name = foi_json_get_string (foi_json_get_element (totals, i), "field", NULL);
      int column = name != NULL ? foi_publication_find_column (self, name) : -1;

      if (column >= 0)
        self->total_columns[column] = TRUE;
    }
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

/* Makes a publication of @parts and takes them over. */
FoiPublication *
_foi_publication_build (FoiPublicationParts *parts)
{
  FoiPublication *self = g_new0 (FoiPublication, 1);

  g_assert (json_node_is_immutable (parts->resource));
  g_atomic_ref_count_init (&self->ref_count);
  self->parts = *parts;
  self->parts.resource = json_node_ref (parts->resource);
  g_array_sort (self->parts.total_rows, compare_positions);
  find_keys (self);
  find_total_columns (self);
  return self;
}

/* For its maker alone, before anybody else sees it: notes and totals that name rows by their keys
 * are found once there are rows. */
void
_foi_publication_take_addresses (FoiPublication *self, GArray *notes, GArray *total_rows)
{
  g_array_unref (self->parts.notes);
  g_array_unref (self->parts.total_rows);
  self->parts.notes = notes;
  self->parts.total_rows = total_rows;
  g_array_sort (total_rows, compare_positions);
}

JsonNode *
_foi_publication_get_resource (FoiPublication *self)
{
  return self->parts.resource;
}

FoiPublication *
foi_publication_ref (FoiPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foi_publication_unref (FoiPublication *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  json_node_unref (self->parts.resource);
  g_ptr_array_unref (self->parts.columns);
  g_array_unref (self->parts.notes);
  g_array_unref (self->parts.total_rows);
  self->parts.free_rows (self->parts.rows);
  g_array_unref (self->keys);
  g_free (self->total_columns);
  g_free (self);
}

/**
 * foi_publication_get_name:
 * @self: a publication
 *
 * Returns: the table's name in placeholders and file names.
 */
const char *
foi_publication_get_name (FoiPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return foi_json_get_string (self->parts.resource, "name", "");
}

/**
 * foi_publication_get_title:
 * @self: a publication
 *
 * Returns: the caption; the name where there is none.
 */
const char *
foi_publication_get_title (FoiPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return foi_json_get_string (self->parts.resource, "title", foi_publication_get_name (self));
}

/**
 * foi_publication_get_description:
 * @self: a publication
 *
 * Returns: (nullable): what is said about the whole table.
 */
const char *
foi_publication_get_description (FoiPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return foi_json_get_string (self->parts.resource, "description", NULL);
}

/**
 * foi_publication_get_n_columns:
 * @self: a publication
 *
 * Returns: how many columns are shown.
 */
guint
foi_publication_get_n_columns (FoiPublication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts.columns->len;
}

/**
 * foi_publication_get_column:
 * @self: a publication
 * @column: from 0
 *
 * Returns: (transfer none): that column.
 */
FoiColumn *
foi_publication_get_column (FoiPublication *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->parts.columns->len, NULL);

  return g_ptr_array_index (self->parts.columns, column);
}

/**
 * foi_publication_find_column:
 * @self: a publication
 * @name: a name
 *
 * Returns: the column of that name, or -1.
 */
int
foi_publication_find_column (FoiPublication *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, -1);

  for (guint i = 0; i < self->parts.columns->len; i++)
    {
      if (strcmp (foi_column_get_name (g_ptr_array_index (self->parts.columns, i)), name) == 0)
        return (int) i;
    }
  return -1;
}

/**
 * foi_publication_get_n_rows:
 * @self: a publication
 *
 * Returns: how many rows it has.
 */
guint
foi_publication_get_n_rows (FoiPublication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts.n_rows;
}

/**
 * foi_publication_get_cell:
 * @self: a publication
 * @row: from 0
 * @column: from 0
 * @out: (out) (transfer none): the cell. Its text belongs to the publication: it is not cleared,
 *   and copied by whoever keeps it
 */
void
foi_publication_get_cell (FoiPublication *self, guint row, guint column, FoiCell *out)
{
  g_return_if_fail (self != NULL && out != NULL);
  g_return_if_fail (row < self->parts.n_rows && column < self->parts.columns->len);

  self->parts.get_cell (self->parts.rows, row, column, out);
}

/**
 * foi_publication_is_name_of_total:
 * @self: a publication
 * @row: from 0
 * @column: from 0
 *
 * Returns: whether the cell would say what the row of a total is called and is blank, for a column
 *   of years has no word for it: whoever shows the cell writes "Total".
 */
gboolean
foi_publication_is_name_of_total (FoiPublication *self, guint row, guint column)
{
  FoiCell cell = FOI_CELL_INIT;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row < self->parts.n_rows && column < self->parts.columns->len, FALSE);

  if (self->keys->len == 0 || g_array_index (self->keys, guint, 0) != column
      || !foi_publication_is_total_row (self, row))
    return FALSE;
  foi_publication_get_cell (self, row, column, &cell);
  return cell.state == FOI_CELL_BLANK;
}

/**
 * foi_publication_format:
 * @self: a publication
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full): the cell as it stands in a table under its heading: `20,049`, `[c]`. In
 *   a sentence, use foi_column_format(), which has the unit.
 */
char *
foi_publication_format (FoiPublication *self, guint row, guint column)
{
  FoiCell cell = FOI_CELL_INIT;
  g_autofree char *text = NULL;
  g_autofree char *apart = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->parts.n_rows && column < self->parts.columns->len, NULL);

  foi_publication_get_cell (self, row, column, &cell);
  if (foi_publication_is_name_of_total (self, row, column))
    /* Translators: names the row of a table that is the total of the others. */
    return g_strdup (_("Total"));
  text = foi_column_format_under_heading (foi_publication_get_column (self, column), &cell);
  if (!cell.has_text)
    return g_steal_pointer (&text);
  apart = foi_clean_text_apart (text);
  return foi_clean_text (apart);
}

/**
 * foi_publication_is_total_row:
 * @self: a publication
 * @row: from 0
 *
 * Returns: whether the row was declared to be the total of others.
 */
gboolean
foi_publication_is_total_row (FoiPublication *self, guint row)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_array_binary_search (self->parts.total_rows, &row, compare_positions, NULL);
}

/**
 * foi_publication_is_total_column:
 * @self: a publication
 * @column: from 0
 *
 * Returns: whether the column was declared to be the total of others.
 */
gboolean
foi_publication_is_total_column (FoiPublication *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->parts.columns->len, FALSE);

  return self->total_columns[column];
}

/**
 * foi_publication_get_n_notes:
 * @self: a publication
 *
 * Returns: how many notes there are on what is shown.
 */
guint
foi_publication_get_n_notes (FoiPublication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts.notes->len;
}

/**
 * foi_publication_get_note:
 * @self: a publication
 * @index: from 0
 *
 * Returns: (transfer none): the note, in the order of the file.
 */
const FoiPublishedNote *
foi_publication_get_note (FoiPublication *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->parts.notes->len, NULL);

  return &g_array_index (self->parts.notes, FoiPublishedNote, index);
}

/**
 * foi_publication_get_chart:
 * @self: a publication
 *
 * Returns: (transfer none) (nullable): how to draw it, sealed.
 */
JsonNode *
foi_publication_get_chart (FoiPublication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return foi_json_get_member (self->parts.resource, "foi:chart");
}

/* Letters of the longest piece of @text that cannot be broken well: all of a figure, a word. */
static glong
measure_piece (const char *text, gboolean is_whole)
{
  glong longest = 0;

  if (is_whole)
    return g_utf8_strlen (text, -1);
  while (*text != '\0')
    {
      gsize length = strcspn (text, " \n");

      longest = MAX (longest, g_utf8_strlen (text, (gssize) length));
      text += length + (text[length] != '\0' ? 1 : 0);
    }
  return MIN (longest, LONG_WORD);
}

static glong
measure_column (FoiPublication *self, guint column)
{
  FoiColumn *described = foi_publication_get_column (self, column);
  gboolean is_whole = foi_column_is_numeric (described)
                      || foi_column_get_role (described) == FOI_ROLE_PERIOD;
  glong widest = measure_piece (foi_column_get_title (described), FALSE);

  for (guint row = 0; row < self->parts.n_rows; row++)
    {
      g_autofree char *text = foi_publication_format (self, row, column);

      widest = MAX (widest, measure_piece (text, is_whole));
    }
  return widest;
}

static gboolean
work_out_too_wide (FoiPublication *self)
{
  guint n_columns = self->parts.columns->len;
  guint next = 0;
  glong width = 0;

  if (n_columns <= SURE_COLUMNS || self->parts.n_rows > FOI_MAX_LETTER_ROWS)
    return FALSE;
  /* Each column takes a letter at least, and its gap: nothing has to be read to know that. */
  while (next < n_columns && width + LEAST_COLUMN * (n_columns - next) <= PAGE_LETTERS)
    width += measure_column (self, next++) + COLUMN_GAP;
  return width + LEAST_COLUMN * (n_columns - next) > PAGE_LETTERS;
}

/**
 * foi_publication_is_too_wide:
 * @self: a publication
 *
 * Returns: whether it has so many columns that figures would be broken on a page of the letter,
 *   however small the letters are.
 */
gboolean
foi_publication_is_too_wide (FoiPublication *self)
{
  int known;

  g_return_val_if_fail (self != NULL, FALSE);

  known = g_atomic_int_get (&self->too_wide);
  if (known == 0)
    {
      /* Two threads that both work it out find the same. */
      known = work_out_too_wide (self) ? 1 : -1;
      g_atomic_int_set (&self->too_wide, known);
    }
  return known > 0;
}

/**
 * foi_publication_get_print:
 * @self: a publication
 *
 * Returns: where it was asked to be set. A table of more than %FOI_MAX_LETTER_ROWS rows, or one too
 *   wide for a page, is always an annex.
 */
FoiPrint
foi_publication_get_print (FoiPublication *self)
{
  const char *print;

  g_return_val_if_fail (self != NULL, FOI_PRINT_LETTER);

  print = foi_json_get_string (self->parts.resource, "foi:print", "letter");
  if (self->parts.n_rows > FOI_MAX_LETTER_ROWS || strcmp (print, "annex") == 0
      || foi_publication_is_too_wide (self))
    return FOI_PRINT_ANNEX;
  return strcmp (print, "both") == 0 ? FOI_PRINT_BOTH : FOI_PRINT_LETTER;
}

/* Makes @out the key of @row, plain or as letters say it. */
static void
write_row_key (FoiPublication *self, guint row, gboolean plain, GString *out)
{
  g_string_truncate (out, 0);
  for (guint i = 0; i < self->keys->len; i++)
    {
      guint place = g_array_index (self->keys, guint, i);
      FoiColumn *column = foi_publication_get_column (self, place);
      g_autofree char *words = NULL;
      FoiCell cell = FOI_CELL_INIT;

      foi_publication_get_cell (self, row, place, &cell);
      if (i > 0)
        g_string_append_c (out, KEY_SEPARATOR);
      if (plain)
        {
          foi_column_append_plain (column, &cell, out);
        }
      else
        {
          words = foi_column_format (column, &cell);
          g_string_append (out, words);
        }
    }
}

/**
 * foi_publication_is_key:
 * @self: a publication
 * @column: from 0
 *
 * Returns: whether the column is one of those that name the rows.
 */
gboolean
foi_publication_is_key (FoiPublication *self, guint column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->keys->len; i++)
    if (g_array_index (self->keys, guint, i) == column)
      return TRUE;
  return FALSE;
}

/**
 * foi_publication_dup_row_key:
 * @self: a publication
 * @row: from 0
 *
 * Returns: (transfer full): what names the row in `{{value:TABLE/ROW/FIELD}}`: the value of its key
 *   as files have it, those of several columns with `|` between them; of its first column where no
 *   key is shown.
 */
char *
foi_publication_dup_row_key (FoiPublication *self, guint row)
{
  GString *key = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && row < self->parts.n_rows, g_string_free (key, FALSE));

  write_row_key (self, row, TRUE, key);
  return g_string_free (key, FALSE);
}

/* The only row whose key is @text. */
static gboolean
find_row (FoiPublication *self, const char *text, gboolean plain, guint *out)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gboolean found = FALSE;

  for (guint row = 0; row < self->parts.n_rows; row++)
    {
      write_row_key (self, row, plain, key);
      if (strcmp (key->str, text) != 0)
        continue;
      if (found)
        return FALSE;
      found = TRUE;
      *out = row;
    }
  return found;
}

/**
 * foi_publication_find_cell:
 * @self: a publication
 * @row_key: a row's key, as foi_publication_dup_row_key() gives it, or as letters say it
 * @field: a column's name
 * @row: (out): the row
 * @column: (out): the column
 *
 * Finds what `{{value:TABLE/ROW/FIELD}}` means, where TABLE ends at the first slash and FIELD
 * begins after the last, so that a financial year may stand between them.
 *
 * Returns: whether exactly one cell is meant.
 */
gboolean
foi_publication_find_cell (FoiPublication *self, const char *row_key, const char *field, guint *row,
                           guint *column)
{
  int place;

  g_return_val_if_fail (self != NULL && row_key != NULL && field != NULL, FALSE);
  g_return_val_if_fail (row != NULL && column != NULL, FALSE);

  place = foi_publication_find_column (self, field);
  if (place < 0)
    return FALSE;
  *column = (guint) place;
  return find_row (self, row_key, TRUE, row) || find_row (self, row_key, FALSE, row);
}

/**
 * foi_publication_get_stamp:
 * @self: a publication
 *
 * Returns: a number that is another whenever anything in the publication is. Two numbers do not say
 *   that there is a difference; foi_publication_equal() does.
 */
guint64
foi_publication_get_stamp (FoiPublication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts.stamp;
}

static gboolean
equal_columns (FoiPublication *a, FoiPublication *b)
{
  if (a->parts.columns->len != b->parts.columns->len)
    return FALSE;
  for (guint i = 0; i < a->parts.columns->len; i++)
    {
      FoiColumn *left = g_ptr_array_index (a->parts.columns, i);
      FoiColumn *right = g_ptr_array_index (b->parts.columns, i);

      if (left != right
          && !foi_json_equal (foi_column_get_field (left), foi_column_get_field (right)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
equal_notes (FoiPublication *a, FoiPublication *b)
{
  if (a->parts.notes->len != b->parts.notes->len)
    return FALSE;
  for (guint i = 0; i < a->parts.notes->len; i++)
    {
      const FoiPublishedNote *left = foi_publication_get_note (a, i);
      const FoiPublishedNote *right = foi_publication_get_note (b, i);

      if (left->row != right->row || left->column != right->column
          || g_strcmp0 (left->id, right->id) != 0 || strcmp (left->text, right->text) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
equal_totals (FoiPublication *a, FoiPublication *b)
{
  GArray *left = a->parts.total_rows;
  GArray *right = b->parts.total_rows;

  return left->len == right->len
         && (left->len == 0 || memcmp (left->data, right->data, left->len * sizeof (guint)) == 0);
}

static gboolean
equal_cells (FoiPublication *a, FoiPublication *b)
{
  FoiRowsEqual known = FOI_ROWS_UNKNOWN;

  if (a->parts.get_cell == b->parts.get_cell && a->parts.equal_rows != NULL)
    known = a->parts.equal_rows (a->parts.rows, b->parts.rows);
  if (known != FOI_ROWS_UNKNOWN)
    return known == FOI_ROWS_SAME;
  for (guint row = 0; row < a->parts.n_rows; row++)
    {
      for (guint column = 0; column < a->parts.columns->len; column++)
        {
          FoiCell left = FOI_CELL_INIT, right = FOI_CELL_INIT;

          foi_publication_get_cell (a, row, column, &left);
          foi_publication_get_cell (b, row, column, &right);
          if (!foi_cell_equal (&left, &right))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * foi_publication_has_same_frame:
 * @a: a publication
 * @b: a publication
 *
 * Returns: whether both show the same, their cells aside.
 */
gboolean
foi_publication_has_same_frame (FoiPublication *a, FoiPublication *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b || a->parts.stamp == b->parts.stamp
         || (a->parts.n_rows == b->parts.n_rows && equal_columns (a, b)
             && foi_json_equal (a->parts.resource, b->parts.resource) && equal_notes (a, b)
             && equal_totals (a, b));
}

/**
 * foi_publication_equal:
 * @a: a publication
 * @b: a publication
 *
 * Returns: whether both show the same.
 */
gboolean
foi_publication_equal (FoiPublication *a, FoiPublication *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b || a->parts.stamp == b->parts.stamp)
    return TRUE;
  return foi_publication_has_same_frame (a, b) && equal_cells (a, b);
}
