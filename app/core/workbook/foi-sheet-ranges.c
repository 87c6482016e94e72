/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-sheet-ranges.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-workbook.h"

/* Rows that are hidden one by one are told of up to so many runs, and cells that stand beside each
 * other are kept in so many. */
#define MAX_RUNS   100000
#define MAX_FILLED 2000000
/* How often merged cells are looked for among those. */
#define MAX_LOOKS 4000000

typedef struct
{
  guint first, last;
  FoiSheetWhy why;
} Run;

/* Cells of one kind: how many, and what they span. */
typedef struct
{
  guint count;
  FoiSheetRange span;
} Found;

/* Cells of one row that have something in them. */
typedef struct
{
  guint row;
  guint first, last;
} Filled;

/* What is told apart from others of its kind by some words. */
typedef struct
{
  FoiHiddenKind kind;
  const char *detail; /* translated, or a string that lasts */
  Found found;
} Noted;

struct _FoiSheetFacts
{
  GArray *rows;    /* of Run */
  GArray *columns; /* of Run */
  guint n_beyond;  /* rows and columns of runs that were too many */
  guint8 unseen[FOI_WORKBOOK_MAX_COLUMNS / 8]; /* a bit for each column */
  FoiSheetRange filter;
  gboolean has_filter;
  gboolean is_filtered;
  Found found[FOI_HIDDEN_N_KINDS];
  const char *names[FOI_HIDDEN_N_KINDS]; /* of others */
  GArray *filled; /* of Filled, in their order */
  GArray *merged; /* of FoiSheetRange: blocks that show their first cell alone */
  Found covered;  /* what stands under these */
  GArray *pictures; /* of FoiSheetRange: blocks that something is drawn over */
  GArray *noted;    /* of Noted */
  guint n_looks;
};

static void
append_column (GString *text, guint column)
{
  char letters[8];
  int n = 0;

  for (column++; column > 0 && n < 8; column = (column - 1) / 26)
    letters[n++] = (char) ('A' + (column - 1) % 26);
  while (n > 0)
    g_string_append_c (text, letters[--n]);
}

static const char *
read_corner (const char *p, guint *row, guint *column)
{
  guint64 number = 0;
  guint letters = 0;

  p += *p == '$';
  for (; g_ascii_isalpha (*p) && letters <= FOI_WORKBOOK_MAX_COLUMNS; p++)
    letters = letters * 26 + (guint) (g_ascii_toupper (*p) - 'A') + 1;
  p += *p == '$';
  for (; g_ascii_isdigit (*p) && number <= FOI_WORKBOOK_MAX_ROWS; p++)
    number = number * 10 + (guint64) (*p - '0');
  if (letters == 0 || letters > FOI_WORKBOOK_MAX_COLUMNS || number == 0
      || number > FOI_WORKBOOK_MAX_ROWS)
    return NULL;
  *row = (guint) number - 1;
  *column = letters - 1;
  return p;
}

/**
 * foi_sheet_range_parse:
 * @text: `A1:D20` or `B2`, with or without `$`
 * @range: (out): the block
 *
 * Returns: whether it is a block of cells that a sheet may have.
 */
gboolean
foi_sheet_range_parse (const char *text, FoiSheetRange *range)
{
  const char *p = read_corner (text, &range->first_row, &range->first_column);

  if (p == NULL)
    return FALSE;
  if (*p == '\0')
    {
      range->last_row = range->first_row;
      range->last_column = range->first_column;
      return TRUE;
    }
  if (*p != ':')
    return FALSE;
  p = read_corner (p + 1, &range->last_row, &range->last_column);
  return p != NULL && *p == '\0' && range->first_row <= range->last_row
         && range->first_column <= range->last_column;
}

/**
 * foi_sheet_range_to_text:
 * @range: a block
 *
 * Returns: (transfer full): `A1:D20`; of one cell, `B2`.
 */
char *
foi_sheet_range_to_text (const FoiSheetRange *range)
{
  GString *text = g_string_new (NULL);

  append_column (text, range->first_column);
  g_string_append_printf (text, "%u", range->first_row + 1);
  if (range->first_row != range->last_row || range->first_column != range->last_column)
    {
      g_string_append_c (text, ':');
      append_column (text, range->last_column);
      g_string_append_printf (text, "%u", range->last_row + 1);
    }
  return g_string_free (text, FALSE);
}

/**
 * foi_sheet_facts_new:
 *
 * Returns: (transfer full): nothing yet.
 */
FoiSheetFacts *
foi_sheet_facts_new (void)
{
  FoiSheetFacts *self = g_new0 (FoiSheetFacts, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Run));
  self->columns = g_array_new (FALSE, FALSE, sizeof (Run));
  self->filled = g_array_new (FALSE, FALSE, sizeof (Filled));
  self->merged = g_array_new (FALSE, FALSE, sizeof (FoiSheetRange));
  self->pictures = g_array_new (FALSE, FALSE, sizeof (FoiSheetRange));
  self->noted = g_array_new (FALSE, FALSE, sizeof (Noted));
  return self;
}

/**
 * foi_sheet_facts_free:
 * @self: (nullable): facts
 *
 * Frees them.
 */
void
foi_sheet_facts_free (FoiSheetFacts *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->filled);
  g_array_unref (self->merged);
  g_array_unref (self->pictures);
  g_array_unref (self->noted);
  g_free (self);
}

static void
add_run (FoiSheetFacts *self, GArray *runs, guint first, guint last, FoiSheetWhy why)
{
  Run run = { first, last, why };

  if (why == FOI_SHEET_SEEN)
    return;
  if (runs->len > 0)
    {
      Run *before = &g_array_index (runs, Run, runs->len - 1);

      if (before->why == why && before->last + 1 == first)
        {
          before->last = last;
          return;
        }
    }
  if (runs->len < MAX_RUNS)
    g_array_append_val (runs, run);
  else
    self->n_beyond += last - first + 1;
}

/**
 * foi_sheet_facts_add_row:
 * @self: facts
 * @row: from 0, after those added before
 * @why: why it is not seen, if it is not
 *
 * Notes a row.
 */
void
foi_sheet_facts_add_row (FoiSheetFacts *self, guint row, FoiSheetWhy why)
{
  add_run (self, self->rows, row, row, why);
}

/**
 * foi_sheet_facts_add_rows:
 * @self: facts
 * @first: from 0
 * @last: the last one
 * @why: why they are not seen, if they are not
 *
 * Notes rows.
 */
void
foi_sheet_facts_add_rows (FoiSheetFacts *self, guint first, guint last, FoiSheetWhy why)
{
  add_run (self, self->rows, first, last, why);
}

/**
 * foi_sheet_facts_add_columns:
 * @self: facts
 * @first: from 0
 * @last: the last one
 * @why: why they are not seen, if they are not
 *
 * Notes columns.
 */
void
foi_sheet_facts_add_columns (FoiSheetFacts *self, guint first, guint last, FoiSheetWhy why)
{
  add_run (self, self->columns, first, last, why);
  for (guint i = first; why != FOI_SHEET_SEEN && i <= last && i < FOI_WORKBOOK_MAX_COLUMNS; i++)
    self->unseen[i / 8] |= (guint8) (1u << i % 8);
}

/**
 * foi_sheet_facts_is_column_hidden:
 * @self: facts
 * @column: from 0
 *
 * Returns: whether the column is not seen.
 */
gboolean
foi_sheet_facts_is_column_hidden (FoiSheetFacts *self, guint column)
{
  return column < FOI_WORKBOOK_MAX_COLUMNS && (self->unseen[column / 8] >> column % 8 & 1) != 0;
}

/**
 * foi_sheet_facts_begin_filter:
 * @self: facts
 * @range: what a filter is over
 *
 * Notes a filter, which may hide nothing.
 */
void
foi_sheet_facts_begin_filter (FoiSheetFacts *self, const char *range)
{
  self->has_filter = foi_sheet_range_parse (range, &self->filter);
}

/**
 * foi_sheet_facts_use_filter:
 * @self: facts
 *
 * Notes that the filter hides what does not fit.
 */
void
foi_sheet_facts_use_filter (FoiSheetFacts *self)
{
  self->is_filtered |= self->has_filter;
}

/**
 * foi_sheet_facts_get_filter:
 * @self: facts
 * @range: (out): what the filter is over
 *
 * Returns: whether there is one.
 */
gboolean
foi_sheet_facts_get_filter (FoiSheetFacts *self, FoiSheetRange *range)
{
  *range = self->filter;
  return self->has_filter;
}

static void
widen (Found *found, const FoiSheetRange *range)
{
  if (found->count++ == 0)
    {
      found->span = *range;
      return;
    }
  found->span.first_row = MIN (found->span.first_row, range->first_row);
  found->span.first_column = MIN (found->span.first_column, range->first_column);
  found->span.last_row = MAX (found->span.last_row, range->last_row);
  found->span.last_column = MAX (found->span.last_column, range->last_column);
}

/**
 * foi_sheet_facts_add_cell:
 * @self: facts
 * @kind: what is with it
 * @row: from 0
 * @column: from 0
 *
 * Notes a cell.
 */
void
foi_sheet_facts_add_cell (FoiSheetFacts *self, FoiHiddenKind kind, guint row, guint column)
{
  FoiSheetRange range = { row, column, row, column };

  widen (&self->found[kind], &range);
}

/**
 * foi_sheet_facts_add_range:
 * @self: facts
 * @kind: what is with it
 * @range: (nullable): a block, or several apart by spaces, of which the first is told
 *
 * Notes a block.
 */
void
foi_sheet_facts_add_range (FoiSheetFacts *self, FoiHiddenKind kind, const char *range)
{
  g_auto (GStrv) parts = g_strsplit (range != NULL ? range : "", " ", 2);
  FoiSheetRange block = { 0, 0, 0, 0 };

  if (parts[0] != NULL && foi_sheet_range_parse (parts[0], &block))
    widen (&self->found[kind], &block);
  else
    foi_sheet_facts_add_cell (self, kind, 0, 0);
}

/**
 * foi_sheet_facts_add_filled:
 * @self: facts
 * @row: from 0, none before that of the last one
 * @column: from 0, behind the last one in the row
 *
 * Notes a cell that has something in it: a block may turn out to lie over it.
 */
void
foi_sheet_facts_add_filled (FoiSheetFacts *self, guint row, guint column)
{
  Filled next = { row, column, column };
  Filled *last = self->filled->len > 0
                   ? &g_array_index (self->filled, Filled, self->filled->len - 1)
                   : NULL;

  if (last != NULL && last->row == row && last->last + 1 == column)
    last->last = column;
  else if (self->filled->len < MAX_FILLED)
    g_array_append_val (self->filled, next);
  else
    self->n_looks = MAX_LOOKS;
}

/* Of rows that stand there again and again so many lie between those that are kept. */
#define STEP 256

/**
 * foi_sheet_facts_add_filled_block:
 * @self: facts
 * @block: cells, none above those of the last one
 *
 * Notes cells that have something in them, as many as a file declares.
 */
void
foi_sheet_facts_add_filled_block (FoiSheetFacts *self, const FoiSheetRange *block)
{
  guint row = block->first_row;
  Filled *last = self->filled->len > 0
                   ? &g_array_index (self->filled, Filled, self->filled->len - 1)
                   : NULL;

  if (last != NULL && last->row == row && row == block->last_row
      && last->last + 1 == block->first_column)
    {
      last->last = block->last_column;
      return;
    }
  while (self->filled->len < MAX_FILLED)
    {
      Filled run = { row, block->first_column, block->last_column };

      g_array_append_val (self->filled, run);
      if (row == block->last_row)
        return;
      row = MIN (row + STEP, block->last_row);
    }
}

/**
 * foi_sheet_facts_add_picture:
 * @self: facts
 * @range: cells that something is drawn over, and that are not seen for it
 *
 * Notes a block, before its cells or after them.
 */
void
foi_sheet_facts_add_picture (FoiSheetFacts *self, const FoiSheetRange *range)
{
  if (self->pictures->len < MAX_RUNS)
    g_array_append_val (self->pictures, *range);
}

/**
 * foi_sheet_facts_add_covered:
 * @self: facts
 * @row: from 0
 * @column: from 0
 *
 * Notes a cell that has something in it and lies under a merged one.
 */
void
foi_sheet_facts_add_covered (FoiSheetFacts *self, guint row, guint column)
{
  FoiSheetRange range = { row, column, row, column };

  widen (&self->covered, &range);
}

/**
 * foi_sheet_facts_add_merged:
 * @self: facts
 * @range: a block of cells of which the first alone is shown
 *
 * Notes a block, before its cells or after them.
 */
void
foi_sheet_facts_add_merged (FoiSheetFacts *self, const FoiSheetRange *range)
{
  if (self->merged->len < MAX_RUNS)
    g_array_append_val (self->merged, *range);
  else
    self->n_looks = MAX_LOOKS;
}

/* The first of the filled cells that end neither above @row nor, in it, before @column. */
static guint
find_filled (FoiSheetFacts *self, guint row, guint column)
{
  guint low = 0, high = self->filled->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Filled *filled = &g_array_index (self->filled, Filled, middle);

      if (filled->row < row || (filled->row == row && filled->last < column))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* All but the first cell of a merged block, of others all. */
static void
cover_run (Found *covered, const FoiSheetRange *range, gboolean is_merged,
           const FoiSheetRange *cells)
{
  FoiSheetRange run = *cells;

  if (is_merged && run.first_row == range->first_row && run.first_column == range->first_column)
    run.first_column++;
  if (run.first_column > run.last_column)
    return;
  widen (covered, &run);
  covered->count += run.last_column - run.first_column;
}

static void
cover (FoiSheetFacts *self, const FoiSheetRange *range, gboolean is_merged, Found *covered)
{
  guint row = range->first_row, column = range->first_column;

  while (self->n_looks < MAX_LOOKS)
    {
      guint i = find_filled (self, row, column);
      const Filled *filled = &g_array_index (self->filled, Filled, i);

      self->n_looks++;
      if (i == self->filled->len || filled->row > range->last_row)
        return;
      row = filled->row;
      cover_run (covered, range, is_merged,
                 &(FoiSheetRange){ row, MAX (filled->first, range->first_column), row,
                                   MIN (filled->last, range->last_column) });
      if (filled->last >= range->last_column)
        {
          row++;
          column = range->first_column;
        }
      else
        column = filled->last + 1;
    }
}

static void
tell_found (const Found *found, FoiHiddenKind kind, const char *sheet, const char *names,
            FoiHidden *hidden)
{
  g_autofree char *range = foi_sheet_range_to_text (&found->span);
  g_autofree char *place = g_strdup_printf ("%s!%s", sheet, range);

  foi_hidden_add (hidden, kind, place, found->count, names);
}

/* Where there is too much to look through it may well be so. */
static void
tell_covered (FoiSheetFacts *self, const char *sheet, FoiHidden *hidden)
{
  for (guint i = 0; i < self->merged->len; i++)
    cover (self, &g_array_index (self->merged, FoiSheetRange, i), TRUE, &self->covered);
  if (self->merged->len > 0 && self->n_looks >= MAX_LOOKS)
    foi_hidden_add (hidden, FOI_HIDDEN_INVISIBLE_TEXT, sheet, 1, _("perhaps under merged cells"));
  tell_found (&self->covered, FOI_HIDDEN_INVISIBLE_TEXT, sheet, _("under merged cells"), hidden);
}

/* Rows that are declared to be repeated come cell after cell. */
static int
compare_filled (gconstpointer a, gconstpointer b)
{
  const Filled *one = a, *other = b;

  return one->row != other->row ? (one->row < other->row ? -1 : 1)
                                : (one->first > other->first) - (one->first < other->first);
}

static void
tell_pictures (FoiSheetFacts *self, const char *sheet, FoiHidden *hidden)
{
  Found covered = { 0, { 0, 0, 0, 0 } };

  if (self->pictures->len > 0)
    g_array_sort (self->filled, compare_filled);
  for (guint i = 0; i < self->pictures->len; i++)
    cover (self, &g_array_index (self->pictures, FoiSheetRange, i), FALSE, &covered);
  tell_found (&covered, FOI_HIDDEN_INVISIBLE_TEXT, sheet, _("under a picture or shape"), hidden);
}

/* So many empty rows or columns, and nobody goes on to what is behind them. */
#define FAR_ROWS    1000
#define FAR_COLUMNS 100

/* The first row, and the first column, behind so many that are empty. */
static void
find_far (FoiSheetFacts *self, guint *far_row, guint *far_column)
{
  g_autofree guint8 *used = g_new0 (guint8, FOI_WORKBOOK_MAX_COLUMNS);
  guint next = 0; /* after the last that is filled */

  *far_row = *far_column = G_MAXUINT;
  for (guint i = 0; i < self->filled->len; i++)
    {
      const Filled *filled = &g_array_index (self->filled, Filled, i);

      if (filled->row >= next + FAR_ROWS && *far_row == G_MAXUINT)
        *far_row = filled->row;
      next = filled->row + 1;
      for (guint j = filled->first; j <= filled->last && j < FOI_WORKBOOK_MAX_COLUMNS; j++)
        used[j] = 1;
    }
  next = 0;
  for (guint j = 0; j < FOI_WORKBOOK_MAX_COLUMNS; j++)
    {
      if (used[j] == 0)
        continue;
      if (j >= next + FAR_COLUMNS && *far_column == G_MAXUINT)
        *far_column = j;
      next = j + 1;
    }
}

static void
tell_far (FoiSheetFacts *self, const char *sheet, FoiHidden *hidden)
{
  Found far = { 0, { 0, 0, 0, 0 } };
  guint far_row, far_column;

  find_far (self, &far_row, &far_column);
  for (guint i = 0; i < self->filled->len && (far_row & far_column) != G_MAXUINT; i++)
    {
      const Filled *filled = &g_array_index (self->filled, Filled, i);
      guint first = filled->row >= far_row ? filled->first : MAX (filled->first, far_column);
      FoiSheetRange run = { filled->row, first, filled->row, filled->last };

      if (first > filled->last)
        continue;
      widen (&far, &run);
      far.count += filled->last - first;
    }
  tell_found (&far, FOI_HIDDEN_INVISIBLE_TEXT, sheet, _("far from all other cells"), hidden);
}

/**
 * foi_sheet_facts_note:
 * @self: facts
 * @kind: what is with it
 * @detail: what tells it apart from others of its kind; has to last until it is told
 * @block: cells
 *
 * Notes a block.
 */
void
foi_sheet_facts_note (FoiSheetFacts *self, FoiHiddenKind kind, const char *detail,
                      const FoiSheetRange *block)
{
  Noted next = { kind, detail, { 0, { 0, 0, 0, 0 } } };

  for (guint i = 0; i < self->noted->len; i++)
    {
      Noted *noted = &g_array_index (self->noted, Noted, i);

      if (noted->kind != kind || strcmp (noted->detail, detail) != 0)
        continue;
      widen (&noted->found, block);
      return;
    }
  widen (&next.found, block);
  g_array_append_val (self->noted, next);
}

/**
 * foi_sheet_facts_add_block:
 * @self: facts
 * @kind: what is with it
 * @block: cells
 *
 * Notes a block.
 */
void
foi_sheet_facts_add_block (FoiSheetFacts *self, FoiHiddenKind kind, const FoiSheetRange *block)
{
  widen (&self->found[kind], block);
}

static FoiHiddenKind
get_kind (FoiSheetFacts *self, const Run *run, gboolean is_row)
{
  switch (run->why)
    {
    case FOI_SHEET_FILTERED:
      return FOI_HIDDEN_FILTERED_ROW;
    case FOI_SHEET_FLAT:
      return FOI_HIDDEN_ZERO_SIZE;
    case FOI_SHEET_FOLDED:
      return FOI_HIDDEN_COLLAPSED_GROUP;
    case FOI_SHEET_PUT_AWAY:
    case FOI_SHEET_SEEN:
    default:
      break;
    }
  if (!is_row)
    return FOI_HIDDEN_COLUMN;
  return self->is_filtered && run->first > self->filter.first_row
                 && run->last <= self->filter.last_row
             ? FOI_HIDDEN_FILTERED_ROW
             : FOI_HIDDEN_ROW;
}

static void
tell_run (FoiSheetFacts *self, const char *sheet, const Run *run, gboolean is_row,
          FoiHidden *hidden)
{
  g_autoptr (GString) place = g_string_new (sheet);

  g_string_append_c (place, '!');
  if (is_row)
    g_string_append_printf (place, "%u:%u", run->first + 1, run->last + 1);
  else
    {
      append_column (place, run->first);
      g_string_append_c (place, ':');
      append_column (place, run->last);
    }
  foi_hidden_add (hidden, get_kind (self, run, is_row), place->str, run->last - run->first + 1,
                  NULL);
}

/**
 * foi_sheet_facts_set_names:
 * @self: facts
 * @kind: what was found
 * @names: (transfer none): whose, with commas; has to last until they are told
 *
 * Says who is named with what was found.
 */
void
foi_sheet_facts_set_names (FoiSheetFacts *self, FoiHiddenKind kind, const char *names)
{
  self->names[kind] = names;
}

/**
 * foi_sheet_facts_tell:
 * @self: facts
 * @sheet: the sheet's name
 * @hidden: where they are noted
 *
 * Tells what was found, at the end of the sheet.
 */
void
foi_sheet_facts_tell (FoiSheetFacts *self, const char *sheet, FoiHidden *hidden)
{
  for (guint i = 0; i < self->rows->len; i++)
    tell_run (self, sheet, &g_array_index (self->rows, Run, i), TRUE, hidden);
  for (guint i = 0; i < self->columns->len; i++)
    tell_run (self, sheet, &g_array_index (self->columns, Run, i), FALSE, hidden);
  foi_hidden_add (hidden, FOI_HIDDEN_ROW, sheet, self->n_beyond, NULL);
  for (int kind = 0; kind < FOI_HIDDEN_N_KINDS; kind++)
    tell_found (&self->found[kind], (FoiHiddenKind) kind, sheet, self->names[kind], hidden);
  for (guint i = 0; i < self->noted->len; i++)
    {
      const Noted *noted = &g_array_index (self->noted, Noted, i);

      tell_found (&noted->found, noted->kind, sheet, noted->detail, hidden);
    }
  tell_covered (self, sheet, hidden);
  tell_pictures (self, sheet, hidden);
  tell_far (self, sheet, hidden);
}
