/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-sheet-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-number.h"
#include "foi-work.h"

/* So many rounded numbers are named; the others are counted. */
#define MAX_ROUNDED 1000

typedef struct
{
  FoiSheetBlock       *block;
  FoiPasteGridBuilder *builder;
  const FoiSheetRange *wanted;   /* or NULL for all */
  void               (*progress) (double fraction, gpointer data);
  gpointer             data;
  gboolean             has_words; /* or signs: more than spaces, which nobody sees */
} BlockReading;

/* Widens what is used by a cell; of its columns nothing is known before. */
static void
note_place (FoiSheetBlock *block, const FoiSheetCell *cell)
{
  FoiSheetRange *range = &block->range;

  if (block->rows->len == 0)
    *range = (FoiSheetRange) { cell->row, 0, cell->row, 0 };
  range->last_row = cell->row;
  range->last_column = MAX (range->last_column, cell->column);
}

static void
note_rounded (FoiSheetBlock *block, const FoiSheetCell *cell)
{
  FoiSheetRounded rounded = { cell->row, cell->column, NULL, NULL };

  if (block->n_rounded++ >= MAX_ROUNDED)
    return;
  rounded.stored = g_strdup (cell->stored);
  rounded.shown = g_strdup (cell->text);
  g_array_append_val (block->rounded, rounded);
}

static void
clear_rounded (gpointer data)
{
  FoiSheetRounded *rounded = data;

  g_free (rounded->stored);
  g_free (rounded->shown);
}

static gboolean
has_words (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0';
}

static gboolean
cell_cb (const FoiSheetCell *cell, gpointer data, GError **error)
{
  BlockReading *self = data;
  FoiSheetBlock *block = self->block;
  guint first = self->wanted != NULL ? self->wanted->first_column : 0;

  if (self->wanted != NULL
      && (cell->row < self->wanted->first_row || cell->row > self->wanted->last_row
          || cell->column < first || cell->column > self->wanted->last_column))
    return TRUE;
  if (cell->hidden)
    {
      block->n_hidden++;
      return TRUE;
    }
  if (self->wanted == NULL)
    note_place (block, cell);
  self->has_words = self->has_words || has_words (cell->text);
  block->n_computed += cell->computed;
  if (cell->stored != NULL)
    note_rounded (block, cell);
  if (block->rows->len == 0
      || g_array_index (block->rows, guint, block->rows->len - 1) != cell->row)
    {
      g_array_append_val (block->rows, cell->row);
      foi_paste_grid_builder_begin_row (self->builder);
    }
  return foi_paste_grid_builder_add (self->builder, cell->column - first, cell->text, error);
}

static void
merged_cb (const FoiSheetRange *range, gpointer data)
{
  BlockReading *self = data;

  g_array_append_val (self->block->merged, *range);
}

/* The first of the rows read that is not above @row of the sheet. */
static guint
find_row (FoiSheetBlock *self, guint row)
{
  guint from = 0, to = self->rows->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (self->rows, guint, middle) < row)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

/* What to take away of @grid: cells that another lies over. */
typedef struct
{
  FoiSheetBlock *block;
  GHashTable    *covered; /* of guint64: row and column of the grid */
} Covering;

static guint64 *
dup_place_key (guint row, guint column)
{
  guint64 key = ((guint64) row << 32) | column;

  return g_memdup2 (&key, sizeof key);
}

/* Notes the filled cells under one that lies over its neighbours; how many it looked at. */
static guint
cover (Covering *self, const FoiSheetRange *range)
{
  FoiSheetBlock *block = self->block;
  guint first = MAX (range->first_column, block->range.first_column);
  guint last = MIN (range->last_column,
                    block->range.first_column + foi_paste_grid_get_n_columns (block->grid) - 1);
  guint n = 0;

  for (guint i = find_row (block, range->first_row);
       i < block->rows->len && g_array_index (block->rows, guint, i) <= range->last_row; i++)
    {
      for (guint column = first; column <= last; column++, n++)
        {
          guint place = column - block->range.first_column;

          if ((column == range->first_column
               && g_array_index (block->rows, guint, i) == range->first_row)
              || *foi_paste_grid_get (block->grid, i, place) == '\0')
            continue;
          g_hash_table_add (self->covered, dup_place_key (i, place));
          block->n_hidden++;
        }
    }
  return n;
}

static const char *
uncover_cb (guint row, guint column, const char *text, gpointer data)
{
  guint64 key = ((guint64) row << 32) | column;

  return g_hash_table_contains (data, &key) ? "" : NULL;
}

static gboolean
meets (const FoiSheetRange *a, const FoiSheetRange *b)
{
  return a->first_row <= b->last_row && b->first_row <= a->last_row
         && a->first_column <= b->last_column && b->first_column <= a->last_column;
}

/* Keeps the merged cells of the block and what these show. No two of them overlap, so that together
 * they cannot have more cells than there are. */
static gboolean
leave_covered (FoiSheetBlock *self, GError **error)
{
  guint64 most = (guint64) self->rows->len * foi_paste_grid_get_n_columns (self->grid), n = 0;
  g_autoptr (GHashTable) covered
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Covering covering = { self, covered };
  guint n_kept = 0;

  for (guint i = 0; i < self->merged->len; i++)
    {
      FoiSheetRange range = g_array_index (self->merged, FoiSheetRange, i);

      if (!meets (&range, &self->range))
        continue;
      n += cover (&covering, &range);
      if (n > most)
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX,
                       _("The file is damaged: cells are merged that overlap"));
          return FALSE;
        }
      g_array_index (self->merged, FoiSheetRange, n_kept++) = range;
    }
  g_array_set_size (self->merged, n_kept);
  if (g_hash_table_size (covered) > 0)
    {
      FoiPasteGrid *seen = foi_paste_grid_map (self->grid, FALSE, uncover_cb, covered);

      foi_paste_grid_unref (self->grid);
      self->grid = seen;
    }
  return TRUE;
}

static void
progress_cb (double fraction, gpointer data)
{
  BlockReading *self = data;

  if (self->progress != NULL)
    self->progress (fraction, self->data);
}

/**
 * foi_sheet_block_read:
 * @workbook: a workbook
 * @sheet: one of its sheets, from 0
 * @range: (nullable): a part of it, or all that is used
 * @progress: (nullable): is told what fraction was read
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: as foi_workbook_read_sheet(), or %FOI_ERROR_NOT_FOUND where nothing is to be seen
 *
 * Reads what is seen of a sheet. Hidden rows and columns stay behind even if the range has them,
 * and so do those of a hidden sheet.
 *
 * Returns: (transfer full) (nullable): the cells.
 */
FoiSheetBlock *
foi_sheet_block_read (FoiWorkbook *workbook, guint sheet, const FoiSheetRange *range,
                      void (*progress) (double, gpointer), gpointer data,
                      GCancellable *cancellable, GError **error)
{
  static const FoiSheetVisitor visitor = { cell_cb, progress_cb, merged_cb };
  g_autoptr (FoiSheetBlock) self = g_new0 (FoiSheetBlock, 1);
  g_autoptr (FoiPasteGridBuilder) builder = foi_paste_grid_builder_new ();
  BlockReading reading = { self, builder, range, progress, data, FALSE };

  g_return_val_if_fail (workbook != NULL, NULL);

  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->merged = g_array_new (FALSE, FALSE, sizeof (FoiSheetRange));
  self->rounded = g_array_new (FALSE, FALSE, sizeof (FoiSheetRounded));
  g_array_set_clear_func (self->rounded, clear_rounded);
  if (range != NULL)
    self->range = *range;
  if (!foi_workbook_read_sheet (workbook, sheet, &visitor, &reading, cancellable, error))
    return NULL;
  if (!reading.has_words)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                   _("There is nothing to be seen in this part of the sheet"));
      return NULL;
    }
  self->grid = foi_paste_grid_builder_end (g_steal_pointer (&builder));
  return leave_covered (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foi_sheet_block_free:
 * @self: (nullable): cells
 *
 * Frees them.
 */
void
foi_sheet_block_free (FoiSheetBlock *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->grid, foi_paste_grid_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->merged, g_array_unref);
  g_clear_pointer (&self->rounded, g_array_unref);
  g_free (self);
}

/**
 * foi_sheet_rounded_dup_place:
 *
 * Returns: (transfer full): where in the sheet it stands, as `B4`.
 */
char *
foi_sheet_rounded_dup_place (const FoiSheetRounded *self)
{
  FoiSheetRange place;

  g_return_val_if_fail (self != NULL, NULL);

  place = (FoiSheetRange) { self->row, self->column, self->row, self->column };
  return foi_sheet_range_to_text (&place);
}

/**
 * foi_workbook_find_sheet:
 * @workbook: a workbook
 * @name: a sheet's name
 *
 * Returns: the sheet; -1 if there is none of that name.
 */
int
foi_workbook_find_sheet (FoiWorkbook *workbook, const char *name)
{
  for (guint i = 0; i < foi_workbook_get_n_sheets (workbook); i++)
    {
      if (strcmp (foi_workbook_get_sheet_name (workbook, i), name) == 0)
        return (int) i;
    }
  return -1;
}

/* ---- what was changed in reading ---- */

/* So many words of so many bytes may stand for no figure, and so many times as often as figures. */
#define MAX_WORDS 10
#define MAX_WORD 20
#define MOST_WORDS 3

static void
free_change (gpointer data)
{
  FoiSheetChange *change = data;

  g_free (change->typed);
  g_free (change->value);
  foi_refusal_clear (&change->refusal);
  g_free (change);
}

/* Of a column: those that are known, by what stands in the cells. */
static void
add_change (GPtrArray *changes, GHashTable *known, guint row, const char *typed, const char *value,
            FoiColumn *column)
{
  FoiSheetChange *change = g_hash_table_lookup (known, typed);

  if (change != NULL)
    {
      change->count++;
      return;
    }
  change = g_new0 (FoiSheetChange, 1);
  change->typed = g_strdup (typed);
  change->value = g_strdup (value);
  change->count = 1;
  change->row = row;
  if (value == NULL)
    {
      g_auto (FoiCell) cell = FOI_CELL_INIT;

      foi_typed_parse (column, typed, &cell, &change->refusal);
    }
  g_ptr_array_add (changes, change);
  g_hash_table_insert (known, change->typed, change);
}

/* What stands in the file, whatever somebody said it means. */
static const char *
get_typed (FoiPasteProposal *proposal, guint row, guint column)
{
  return foi_paste_grid_get_original (proposal->grid, g_array_index (proposal->rows, guint, row),
                             g_array_index (proposal->sources, guint, column));
}

/* What somebody said it means, or what stands in the file. */
static const char *
get_said (FoiPasteProposal *proposal, guint row, guint column)
{
  return foi_paste_grid_get (proposal->grid, g_array_index (proposal->rows, guint, row),
                             g_array_index (proposal->sources, guint, column));
}

/* As what a number may stand there: 12, -£1,234.50, 40%; but not 007, which is a code. */
typedef struct
{
  FoiColumn *columns[4];
} Numbers;

static void
numbers_init (Numbers *self)
{
  static const struct
  {
    FoiValueType type;
    const char  *unit;
  } kinds[] = {
    { FOI_VALUE_MONEY, "GBP" },
    { FOI_VALUE_PERCENTAGE, "%" },
    { FOI_VALUE_MONEY, "EUR" },
    { FOI_VALUE_MONEY, "USD" },
  };
  g_autoptr (FoiColumn) text = foi_column_new ("n", NULL, FOI_VALUE_TEXT);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    self->columns[i] = foi_column_with_type (text, kinds[i].type, FOI_MAX_DECIMALS, kinds[i].unit);
}

static void
numbers_clear (Numbers *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->columns); i++)
    g_clear_pointer (&self->columns[i], foi_column_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Numbers, numbers_clear)

static gboolean
is_number (const Numbers *self, const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->columns); i++)
    {
      g_auto (FoiCell) cell = FOI_CELL_INIT;

      if (foi_typed_parse (self->columns[i], text, &cell, NULL))
        return cell.state == FOI_CELL_VALUE;
    }
  return FALSE;
}

/* Words among numbers make a column text: what may have been meant as figures is told, and words
 * that stand for none can be said to. Where there are many of them it is text and nothing else. */
static void
add_words (GPtrArray *changes, FoiPasteProposal *proposal, guint column, FoiColumn *field)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (free_change);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (Numbers) numbers = { { NULL } };
  guint n_numbers = 0, n_words = 0;

  if (foi_column_get_role (field) == FOI_ROLE_NOTE)
    return;
  numbers_init (&numbers);
  for (guint i = 0; i < proposal->rows->len && foi_work_go_on (i, proposal->rows->len); i++)
    {
      const char *said = get_said (proposal, i, column);

      if (*said == '\0')
        continue;
      if (is_number (&numbers, said))
        {
          n_numbers++;
          continue;
        }
      n_words++;
      if (strlen (said) > MAX_WORD || g_hash_table_size (known) > MAX_WORDS)
        return;
      add_change (words, known, i, said, said, field);
    }
  if (n_numbers == 0 || n_words == 0 || n_words > n_numbers * MOST_WORDS)
    return;
  for (guint i = 0; i < words->len; i++)
    {
      FoiSheetChange *change = g_ptr_array_index (words, i);

      g_clear_pointer (&change->value, g_free);
      change->is_text = TRUE;
      change->refusal.reason = g_strdup_printf (
        _("“%s” is no number, so all of the column is kept as text"), change->typed);
    }
  g_ptr_array_extend_and_steal (changes, g_steal_pointer (&words));
}

/**
 * foi_sheet_block_list_changes:
 * @self: cells
 * @proposal: the table that was made of them
 * @column: one of its columns that came from them
 *
 * Lists what is written otherwise in the table than it stands in the file, as 20,049 that becomes
 * 20049, and what could not be read; equal ones once.
 *
 * Returns: (transfer full) (element-type FoiSheetChange): these, in the order of the rows.
 */
GPtrArray *
foi_sheet_block_list_changes (FoiSheetBlock *self, FoiPasteProposal *proposal, guint column)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (free_change);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) plain = g_string_new (NULL);
  FoiColumn *field = foi_table_data_get_column (proposal->table, column);

  for (guint i = 0; i < proposal->rows->len && foi_work_go_on (i, proposal->rows->len); i++)
    {
      const FoiCell *cell = foi_table_data_get_cell (proposal->table, i, column);
      const char *typed = get_typed (proposal, i, column);

      if (*typed == '\0' || (cell->has_text && strcmp (cell->text, typed) == 0))
        continue;
      g_string_truncate (plain, 0);
      foi_column_append_plain (field, cell, plain);
      if (strcmp (plain->str, typed) != 0)
        add_change (changes, known, i, typed,
                    cell->state == FOI_CELL_BLANK && *get_said (proposal, i, column) != '\0'
                      ? NULL
                      : plain->str,
                    field);
    }
  if (foi_column_get_value_type (field) == FOI_VALUE_TEXT)
    add_words (changes, proposal, column, field);
  return changes;
}

/**
 * foi_sheet_block_dup_place:
 * @self: cells
 * @proposal: the table that was made of them
 * @row: a row of the table, from 0
 * @column: a column of it that came from the cells
 *
 * Returns: (transfer full): where in the sheet that stands, as `B4`.
 */
char *
foi_sheet_block_dup_place (FoiSheetBlock *self, FoiPasteProposal *proposal, guint row,
                           guint column)
{
  guint source = g_array_index (proposal->rows, guint, row);
  FoiSheetRange place;

  place.first_row = place.last_row = g_array_index (self->rows, guint, source);
  place.first_column = place.last_column
    = self->range.first_column + g_array_index (proposal->sources, guint, column);
  return foi_sheet_range_to_text (&place);
}
