/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-totals-find.h"

#include <glib/gi18n-lib.h>

#include "foi-work.h"

/* A total of one other would be that one again. */
#define MIN_PARTS 2
/* In fewer rows columns may add up by chance, unless one is called a total. */
#define MIN_ROWS 3
/* In one column alone a row may be the sum of two others by chance. */
#define MIN_ROWS_OF_ONE 3
/* A longer table has no row that adds up all others, or somebody said so. */
#define MAX_ROWS 5000
/* Sums are tried of the figures next to a column; a table has no more of them. */
#define MAX_COLUMNS 60

static FoiFoundTotal *
found_new (gboolean is_row, guint place)
{
  FoiFoundTotal *self = g_new0 (FoiFoundTotal, 1);

  self->is_row = is_row;
  self->place = place;
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * foi_found_total_free:
 * @self: (nullable): a total
 *
 * Frees it.
 */
void
foi_found_total_free (FoiFoundTotal *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_free (self);
}

static guint
get_n_rows (FoiTableData *data)
{
  return foi_row_store_get_length (foi_table_data_get_rows (data));
}

/* ---- columns ---- */

/* Figures of the same kind, which can be added to those of @total. */
static gboolean
are_alike (FoiColumn *part, FoiColumn *total)
{
  return foi_totals_can_add (part)
         && foi_column_get_value_type (part) == foi_column_get_value_type (total)
         && foi_column_get_decimals (part) == foi_column_get_decimals (total)
         && g_strcmp0 (foi_column_get_unit (part), foi_column_get_unit (total)) == 0;
}

static gboolean
is_found (GPtrArray *found, guint column)
{
  for (guint i = 0; i < found->len; i++)
    if (((FoiFoundTotal *) g_ptr_array_index (found, i))->place == column)
      return TRUE;
  return FALSE;
}

/* The columns before and behind @column that may be parts of it, as places. */
static void
list_parts (FoiTableData *data, GPtrArray *found, guint column, GArray *before, GArray *behind)
{
  FoiColumn *total = foi_table_data_get_column (data, column);

  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    {
      if (i != column && are_alike (foi_table_data_get_column (data, i), total)
          && !foi_totals_is_column (data, i) && !is_found (found, i))
        g_array_append_val (i < column ? before : behind, i);
    }
}

/* Whether @n of @parts are what @column says in a row; TRUE where a figure is missing, for then
 * nobody knows. @n_seen counts the rows that say something. */
static gboolean
adds_up (FoiTableData *data, guint row, guint column, const guint *parts, guint n, guint *n_seen)
{
  const FoiCell *total = foi_table_data_get_cell (data, row, column);
  guint n_not_zero = 0;
  __int128 sum = 0;

  if (total->state != FOI_CELL_VALUE)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      const FoiCell *part = foi_table_data_get_cell (data, row, parts[i]);

      if (part->state != FOI_CELL_VALUE)
        return TRUE;
      n_not_zero += part->number != 0;
      sum += part->number;
    }
  *n_seen += n_not_zero >= MIN_PARTS;
  return sum == total->number;
}

static gboolean
try_parts (FoiTableData *data, guint column, const guint *parts, guint n)
{
  const char *title = foi_column_get_title (foi_table_data_get_column (data, column));
  guint n_seen = 0;

  for (guint row = 0; row < get_n_rows (data); row++)
    {
      if (!adds_up (data, row, column, parts, n, &n_seen) || !foi_work_go_on (row, G_MAXUINT64))
        return FALSE;
    }
  return n_seen >= (title != NULL && foi_totals_is_label (title) ? 1 : MIN_ROWS);
}

/* The columns right before it, those right behind it, or all others: of each as many as can be. */
static FoiFoundTotal *
find_column (FoiTableData *data, GPtrArray *found, guint column)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) behind = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (FoiFoundTotal) self = found_new (FALSE, column);
  const guint *parts = NULL;
  guint n = 0;

  list_parts (data, found, column, before, behind);
  for (guint i = 0; parts == NULL && i + MIN_PARTS <= before->len; i++)
    {
      n = before->len - i;
      if (try_parts (data, column, &g_array_index (before, guint, i), n))
        parts = &g_array_index (before, guint, i);
    }
  for (guint i = behind->len; parts == NULL && i >= MIN_PARTS; i--)
    {
      n = i;
      if (try_parts (data, column, &g_array_index (behind, guint, 0), n))
        parts = &g_array_index (behind, guint, 0);
    }
  if (parts == NULL && before->len > 0 && behind->len > 0)
    {
      g_array_append_vals (before, behind->data, behind->len);
      n = before->len;
      if (try_parts (data, column, &g_array_index (before, guint, 0), n))
        parts = &g_array_index (before, guint, 0);
    }
  if (parts == NULL)
    return NULL;
  g_array_append_vals (self->parts, parts, n);
  return g_steal_pointer (&self);
}

static void
find_columns (FoiTableData *data, GPtrArray *found)
{
  const guint n_columns = foi_table_data_get_n_columns (data);

  for (guint i = 0; i < n_columns && n_columns <= MAX_COLUMNS; i++)
    {
      FoiFoundTotal *total = NULL;

      if (foi_totals_can_add (foi_table_data_get_column (data, i))
          && !foi_totals_is_column (data, i))
        total = find_column (data, found, i);
      if (total != NULL)
        g_ptr_array_add (found, total);
    }
}

/* ---- rows ---- */

/* Rows are called by words, each by another: then one of them may be called what all are. */
static gboolean
may_have_row (FoiTableData *data)
{
  const guint n_rows = get_n_rows (data);
  FoiColumn *key;

  if (n_rows <= MIN_PARTS || n_rows > MAX_ROWS || foi_table_data_get_n_keys (data) != 1)
    return FALSE;
  key = foi_table_data_get_column (data, foi_table_data_get_key (data, 0));
  if (foi_column_get_value_type (key) != FOI_VALUE_TEXT)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (JsonNode) name = foi_table_data_dup_row_key (data, i);

      if (name == NULL || foi_totals_is_row (data, i))
        return FALSE;
    }
  return TRUE;
}

/* What all figures of a column come to; FALSE where one is missing. */
static gboolean
add_column (FoiTableData *data, guint column, __int128 *sum, guint *n_not_zero)
{
  *sum = 0;
  *n_not_zero = 0;
  for (guint i = 0; i < get_n_rows (data); i++)
    {
      const FoiCell *cell = foi_table_data_get_cell (data, i, column);

      if (cell->state != FOI_CELL_VALUE)
        return FALSE;
      *sum += cell->number;
      *n_not_zero += cell->number != 0;
    }
  return TRUE;
}

/* Whether the row has half of what each column comes to, and so all that the others have. */
static gboolean
is_sum_of_others (FoiTableData *data, guint row)
{
  const guint n_rows = get_n_rows (data);
  guint n_columns = 0, n_not_zero;
  __int128 sum;

  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    {
      if (!foi_totals_can_add (foi_table_data_get_column (data, i))
          || !add_column (data, i, &sum, &n_not_zero))
        continue;
      if (2 * (__int128) foi_table_data_get_cell (data, row, i)->number != sum)
        return FALSE;
      n_columns += n_not_zero > MIN_PARTS;
    }
  if (n_columns != 1)
    return n_columns > 1;
  return n_rows > MIN_ROWS_OF_ONE && (row == 0 || row == n_rows - 1);
}

/* Of many rows few have half of a column: the others need not be added up. */
static gboolean
may_be_sum (FoiTableData *data, guint row, guint column, gboolean is_added, __int128 sum)
{
  return !is_added || 2 * (__int128) foi_table_data_get_cell (data, row, column)->number == sum;
}

static void
find_row (FoiTableData *data, GPtrArray *found)
{
  FoiFoundTotal *self;
  guint row, column = 0, n_not_zero;
  gboolean is_added = FALSE;
  __int128 sum = 0;

  if (!may_have_row (data))
    return;
  for (; column < foi_table_data_get_n_columns (data) && !is_added; column++)
    is_added = foi_totals_can_add (foi_table_data_get_column (data, column))
               && add_column (data, column, &sum, &n_not_zero);
  for (row = 0; row < get_n_rows (data); row++)
    {
      if (may_be_sum (data, row, column - 1, is_added, sum) && is_sum_of_others (data, row))
        break;
    }
  if (row == get_n_rows (data))
    return;
  self = found_new (TRUE, row);
  for (guint i = 0; i < get_n_rows (data); i++)
    {
      if (i != row)
        g_array_append_val (self->parts, i);
    }
  g_ptr_array_add (found, self);
}

/**
 * foi_totals_find:
 * @data: a table
 *
 * Who reads a table sees what is the sum of the rest, whether or not anybody declared it: columns
 * that are the sum of those beside them in each row, and a row with a name that is the sum of all
 * others in each column. What may be so by chance is not among them.
 *
 * Returns: (transfer full) (element-type FoiFoundTotal): those that are not declared.
 */
GPtrArray *
foi_totals_find (FoiTableData *data)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_found_total_free);

  g_return_val_if_fail (data != NULL, found);

  find_columns (data, found);
  find_row (data, found);
  return found;
}

/* ---- saying it ---- */

/**
 * foi_found_total_dup_declared:
 * @self: a total
 * @data: the table that has it
 *
 * Returns: (transfer full): the table's `foi:totals` with it, sealed.
 */
JsonNode *
foi_found_total_dup_declared (const FoiFoundTotal *self, FoiTableData *data)
{
  g_return_val_if_fail (self != NULL && data != NULL, NULL);

  return self->is_row ? foi_totals_dup_with_row_of (data, self->place, self->parts)
                      : foi_totals_dup_with_column_of (data, self->place, self->parts);
}

/**
 * foi_found_total_dup_without:
 * @self: a total
 * @data: a table that has it declared
 *
 * Returns: (transfer full) (nullable): the table's `foi:totals` without it, sealed; %NULL if none
 *   is left.
 */
JsonNode *
foi_found_total_dup_without (const FoiFoundTotal *self, FoiTableData *data)
{
  g_return_val_if_fail (self != NULL && data != NULL, NULL);

  return self->is_row ? foi_totals_dup_without_row (data, self->place)
                      : foi_totals_dup_without_column (data, (guint) self->place);
}

/**
 * foi_found_total_dup_id:
 * @self: a total
 * @data: the table that has it
 *
 * Returns: (transfer full): what tells it from others of the table, though types change.
 */
char *
foi_found_total_dup_id (const FoiFoundTotal *self, FoiTableData *data)
{
  g_return_val_if_fail (self != NULL && data != NULL, NULL);

  if (self->is_row)
    return g_strdup_printf ("row %u", self->place);
  return g_strconcat ("column ",
                      foi_column_get_name (foi_table_data_get_column (data, self->place)), NULL);
}

static char *
dup_row_words (const FoiFoundTotal *self, FoiTableData *data)
{
  guint key = foi_table_data_get_key (data, 0);
  g_autofree char *name
    = foi_column_format (foi_table_data_get_column (data, key),
                         foi_table_data_get_cell (data, self->place, key));

  /* Translators: a row, which is what all others of its table come to. */
  return g_strdup_printf (ngettext ("“%s” is the total of the other %u row",
                                    "“%s” is the total of the other %u rows", self->parts->len),
                          name, self->parts->len);
}

/**
 * foi_found_total_dup_words:
 * @self: a total
 * @data: the table that has it
 *
 * Returns: (transfer full): what it is, for a person.
 */
char *
foi_found_total_dup_words (const FoiFoundTotal *self, FoiTableData *data)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree char *heading = NULL;

  g_return_val_if_fail (self != NULL && data != NULL, NULL);

  if (self->is_row)
    return dup_row_words (self, data);
  heading = foi_column_dup_heading (foi_table_data_get_column (data, self->place));
  for (guint i = 0; i < self->parts->len; i++)
    {
      guint place = g_array_index (self->parts, guint, i);
      g_autofree char *part = foi_column_dup_heading (foi_table_data_get_column (data, place));

      /* Translators: between the names of columns; before the last of them. */
      g_string_append_printf (parts, "%s%s",
                              i == 0 ? "" : i + 1 < self->parts->len ? _(", ") : _(" and "), part);
    }
  /* Translators: the heading of a column, and those of columns that it is what they come to. */
  return g_strdup_printf (_("“%s” is the total of %s"), heading, parts->str);
}
