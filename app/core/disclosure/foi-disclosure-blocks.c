/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "foi-disclosure-grid.h"
#include "foi-disclosure-relations.h"
#include "foi-disclosure-totals-private.h"
#include "foi-phrase.h"
#include "foi-totals.h"

/* Rows that stand in blocks: an area above its schools, "Persons" below boys and girls. Of one such
 * row it may be chance that it is what the others come to; where all of a table falls into blocks
 * it is none, and where the others are moved in, or named after it, nobody takes it for one. */

/* How little of a chance it is, in bits, but for how many ways there are to part the rows. */
#define BITS 7
#define BITS_UNDER 4
#define BITS_OF_REST 5
#define BITS_OF_PAIR 3
/* Longer tables are looked through row by row only (foi-disclosure-seen.c). */
#define MAX_ROWS 600
/* Of more nobody sees which is named after which. */
#define MAX_NAMED 100

static const char *const under_words[] = { "of which", "of whom", "of these", "including" };

/* Rows, as blocks of a total and at least @min_parts parts. */
typedef struct
{
  const FoiDisclosureGrid *grid;
  GArray *rows;       /* of guint */
  gint64 *sums;       /* of each column: what the rows before each one come to */
  guint *n_unknown;   /* of each column: how many of these are not known */
  gboolean is_below;  /* a total stands below its parts */
  guint min_parts;
  double *best;   /* from each row on: how little of a chance the best parting is; -1: none */
  double *n_ways; /* in how many ways the rows from there on could be parted */
  guint *next;    /* where the block that begins there ends in it */
} Blocks;

/* @rows is kept. */
static void
blocks_init (Blocks *self, const FoiDisclosureGrid *grid, GArray *rows)
{
  const guint n = rows->len + 1;

  *self = (Blocks) { .grid = grid, .rows = rows, .min_parts = 1 };
  self->sums = g_new0 (gint64, n * grid->columns->len);
  self->n_unknown = g_new0 (guint, n * grid->columns->len);
  self->best = g_new0 (double, n);
  self->n_ways = g_new0 (double, n);
  self->next = g_new0 (guint, n);
  for (guint column = 0; column < grid->columns->len; column++)
    for (guint i = 0; i < rows->len; i++)
      {
        const guint at = column * n + i, row = g_array_index (rows, guint, i);
        const gboolean is_known = foi_disclosure_grid_knows (grid, row, column);

        self->sums[at + 1]
          = self->sums[at] + (is_known ? foi_disclosure_grid_get (grid, row, column) : 0);
        self->n_unknown[at + 1] = self->n_unknown[at] + !is_known;
      }
}

static void
blocks_clear (Blocks *self)
{
  g_free (self->sums);
  g_free (self->n_unknown);
  g_free (self->best);
  g_free (self->n_ways);
  g_free (self->next);
}

static guint
get_row (const Blocks *self, guint place)
{
  return g_array_index (self->rows, guint, place);
}

static guint
get_total (const Blocks *self, guint from, guint to)
{
  return get_row (self, self->is_below ? to - 1 : from);
}

/* What the rows from @from to @to (without it) come to in a column, but for their total; %FALSE:
 * that is not known. */
static gboolean
add_up (const Blocks *self, guint from, guint to, guint column, gint64 *sum)
{
  const guint n = self->rows->len + 1;

  if (self->n_unknown[column * n + to] > self->n_unknown[column * n + from])
    return FALSE;
  *sum = self->sums[column * n + to] - self->sums[column * n + from]
         - foi_disclosure_grid_get (self->grid, get_total (self, from, to), column);
  return TRUE;
}

/* How little of a chance it is that these rows are a block; -1: they are none. Where one column
 * adds up, another may be a mean. */
static double
weigh (const Blocks *self, guint from, guint to)
{
  const guint total = get_total (self, from, to);
  double bits = 0;
  guint n_fit = 0, n_wrong = 0;

  for (guint column = 0; column < self->grid->columns->len; column++)
    {
      gint64 sum;

      if (!add_up (self, from, to, column, &sum))
        continue;
      if (sum != foi_disclosure_grid_get (self->grid, total, column))
        n_wrong++;
      else
        {
          n_fit++;
          bits += _foi_disclosure_count_bits (sum);
        }
    }
  return n_fit > n_wrong ? bits : -1;
}

static void
part (Blocks *self)
{
  const guint n = self->rows->len;

  self->best[n] = 0;
  self->n_ways[n] = 1;
  for (guint from = n; from-- > 0;)
    {
      self->best[from] = -1;
      self->n_ways[from] = 0;
      for (guint to = from + self->min_parts + 1; to <= n; to++)
        {
          double bits;

          self->n_ways[from] += self->n_ways[to];
          bits = self->best[to] < 0 ? -1 : weigh (self, from, to);
          if (bits < 0 || bits + self->best[to] <= self->best[from])
            continue;
          self->best[from] = bits + self->best[to];
          self->next[from] = to;
        }
    }
}

static void
add_block (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, guint total, GArray *parts)
{
  if (grid->is_total[total])
    return;
  /* Of a column in which they do not come to it the line is taken back. */
  for (guint i = 0; i < grid->columns->len; i++)
    _foi_disclosure_add_row_total (draft, grid->data, total, parts,
                                   g_array_index (grid->columns, guint, i), FALSE);
  grid->is_total[total] = TRUE;
}

static void
add_blocks (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, const Blocks *self)
{
  for (guint from = 0; from < self->rows->len; from = self->next[from])
    {
      const guint to = self->next[from], total = get_total (self, from, to);
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = from; i < to; i++)
        if (get_row (self, i) != total)
          g_array_append_val (parts, g_array_index (self->rows, guint, i));
      add_block (draft, grid, total, parts);
    }
}

/* Parts the rows, and takes the blocks if that is no chance. */
static gboolean
try_parting (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, GArray *rows, gboolean is_rest,
             gboolean is_below, guint min_parts)
{
  const guint n = rows->len;
  gboolean is_parted;
  Blocks self;

  if (n == 0)
    return FALSE;
  blocks_init (&self, grid, rows);
  self.is_below = is_below;
  self.min_parts = min_parts;
  part (&self);
  /* One block of all rows is a total at the end, which is looked for elsewhere. */
  is_parted = self.next[0] == n
                ? is_rest && min_parts > 1 && self.best[0] >= BITS_OF_REST
                : self.best[0] >= BITS + log2 (MAX (self.n_ways[0], 1));
  if (is_parted)
    add_blocks (draft, grid, &self);
  blocks_clear (&self);
  return is_parted;
}

/* The rows that are neither totals of the whole table, which may be the first or the last one, nor
 * parts of others for sure. */
static GArray *
list_rows (const FoiDisclosureGrid *grid, const gboolean *is_part, guint skip_first,
           guint skip_last)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = skip_first; row + skip_last < grid->n_rows; row++)
    if (!grid->is_stated[row] && !is_part[row])
      g_array_append_val (rows, row);
  return rows;
}

static gboolean
try_rows (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, const gboolean *is_part,
          guint skip_first, guint skip_last)
{
  g_autoptr (GArray) rows = list_rows (grid, is_part, skip_first, skip_last);
  gboolean is_rest = FALSE;

  for (guint row = 0; row < grid->n_rows; row++)
    is_rest = is_rest || is_part[row];
  for (guint way = 0; way < 4; way++)
    if (try_parting (draft, grid, rows, is_rest, way % 2 > 0, way < 2 ? 2 : 1))
      return TRUE;
  return FALSE;
}

/* ---- rows under another ---- */

static const char *
get_label (FoiTableData *data, guint row, guint column)
{
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);

  return cell->state == FOI_CELL_VALUE && cell->has_text ? cell->text : "";
}

static gboolean
is_bullet (gunichar letter)
{
  return g_unichar_isspace (letter) || letter == '*' || letter == '>' || letter == 0x2022
         || letter == 0x25e6 || letter == 0x21b3
         || g_unichar_type (letter) == G_UNICODE_DASH_PUNCTUATION;
}

/* How far a label is moved in, by whatever. */
static guint
get_indent (FoiTableData *data, guint row, guint column)
{
  const char *c = get_label (data, row, column);
  guint n = 0;

  while (*c != '\0' && is_bullet (g_utf8_get_char (c)))
    {
      c = g_utf8_next_char (c);
      n++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (under_words); i++)
    if (g_ascii_strncasecmp (c, under_words[i], strlen (under_words[i])) == 0)
      n++;
  return n;
}

/* The rows below that are moved in one step further. */
static void
list_indented (const FoiDisclosureGrid *grid, guint row, guint column, GArray *parts)
{
  const guint own = get_indent (grid->data, row, column);
  guint step = 0;

  for (guint below = row + 1; below < grid->n_rows; below++)
    {
      const guint indent = get_indent (grid->data, below, column);

      if (indent <= own)
        return;
      step = step == 0 ? indent : MIN (step, indent);
      if (indent == step)
        g_array_append_val (parts, below);
    }
}

/* Whether a label is another one and more behind a mark: "Upheld: apology". */
static gboolean
goes_on_from (const char *label, const char *own)
{
  const gsize length = strlen (own);

  return g_str_has_prefix (label, own) && label[length] != '\0' && label[length + 1] != '\0'
         && strchr (":,;(/-", label[length] == ' ' ? label[length + 1] : label[length]) != NULL;
}

/* The rows that are called as this one and more: "Upheld: apology" and "Upheld: payment"; else, if
 * @anywhere, those that have its words in them: "Filled posts" and "Vacant posts". */
static void
list_named_after (const FoiDisclosureGrid *grid, guint row, guint column, gboolean anywhere,
                  GArray *parts)
{
  const char *own = get_label (grid->data, row, column);

  for (guint other = 0; other < grid->n_rows && own[0] != '\0'; other++)
    {
      const char *label = get_label (grid->data, other, column);

      if (other != row && strcmp (label, own) != 0
          && (anywhere ? foi_phrase_find (label, own, FALSE, 0, NULL, NULL)
                       : goes_on_from (label, own)))
        g_array_append_val (parts, other);
    }
}

static void
try_under (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, guint row, GArray *parts,
           gboolean *is_part)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  Blocks block;

  if (parts->len == 0)
    return;
  g_array_append_val (rows, row);
  g_array_append_vals (rows, parts->data, parts->len);
  blocks_init (&block, grid, rows);
  if (weigh (&block, 0, rows->len) >= BITS_UNDER)
    {
      add_block (draft, grid, row, parts);
      for (guint i = 0; i < parts->len; i++)
        is_part[g_array_index (parts, guint, i)] = TRUE;
    }
  blocks_clear (&block);
}

static void
add_under (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, guint column, gboolean *is_part)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < grid->n_rows; row++)
    {
      g_array_set_size (parts, 0);
      list_indented (grid, row, column, parts);
      for (guint anywhere = 0; anywhere < 2 && parts->len == 0 && grid->n_rows <= MAX_NAMED;
           anywhere++)
        list_named_after (grid, row, column, anywhere > 0, parts);
      try_under (draft, grid, row, parts, is_part);
    }
}

/* ---- one of several keys ---- */

static gboolean
has_key (FoiTableData *data, guint row, guint key, const FoiCell *value)
{
  return foi_cell_equal (foi_table_data_get_cell (data, row, key), value);
}

/* The rows that one with that value would be the total of: all others with the same other keys. */
static GArray *
list_beside (const FoiDisclosureGrid *grid, guint total, guint key)
{
  const FoiCell *value = foi_table_data_get_cell (grid->data, total, key);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (rows, total);
  for (guint row = 0; row < grid->n_rows; row++)
    if (!grid->is_stated[row] && !has_key (grid->data, row, key, value)
        && _foi_disclosure_have_other_keys (grid->data, total, row, key))
      g_array_append_val (rows, row);
  return rows;
}

/* How little of a chance it is that the first of these rows is the total of the others. */
static double
weigh_rows (const FoiDisclosureGrid *grid, GArray *rows)
{
  double bits;
  Blocks block;

  if (rows->len < 3)
    return -1;
  blocks_init (&block, grid, rows);
  bits = weigh (&block, 0, rows->len);
  blocks_clear (&block);
  return bits;
}

/* Whether the rows with that value in a key are each what all others beside it come to. */
static void
try_value (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, guint first, guint key)
{
  const FoiCell *value = foi_table_data_get_cell (grid->data, first, key);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  double bits = 0;

  for (guint row = first; row < grid->n_rows; row++)
    {
      GArray *rows;
      double more;

      if (!has_key (grid->data, row, key, value) || grid->is_stated[row])
        continue;
      rows = list_beside (grid, row, key);
      g_ptr_array_add (found, rows);
      more = weigh_rows (grid, rows);
      if (more < 0)
        return;
      bits += more;
    }
  if (found->len < 2 || bits < BITS + log2 (grid->n_rows))
    return;
  for (guint i = 0; i < found->len; i++)
    {
      GArray *rows = found->pdata[i];
      const guint total = g_array_index (rows, guint, 0);

      g_array_remove_index (rows, 0);
      add_block (draft, grid, total, rows);
    }
}

static void
add_values (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, guint key)
{
  for (guint row = 0; row < grid->n_rows; row++)
    {
      const FoiCell *value = foi_table_data_get_cell (grid->data, row, key);
      gboolean is_new = !grid->is_total[row];

      for (guint i = 0; i < row && is_new; i++)
        is_new = !has_key (grid->data, i, key, value);
      if (is_new)
        try_value (draft, grid, row, key);
    }
}

/* ---- several breakdowns of the same ---- */

static const char *const pairs[][2]
  = { { "boys", "girls" }, { "boy", "girl" }, { "male", "female" }, { "males", "females" },
      { "men", "women" }, { "yes", "no" } };

/* Whether two labels are all that there is: "Boys" and "Girls", "SEND" and "No SEND". */
static gboolean
is_pair (const char *a, const char *b)
{
  g_autofree char *first = g_utf8_strdown (a, -1), *second = g_utf8_strdown (b, -1);
  const char *rest = g_str_has_prefix (second, "no ") ? second + 3
                     : g_str_has_prefix (second, "not ") ? second + 4 : NULL;

  g_strstrip (first);
  g_strstrip (second);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if ((g_str_equal (first, pairs[i][0]) && g_str_equal (second, pairs[i][1]))
        || (g_str_equal (first, pairs[i][1]) && g_str_equal (second, pairs[i][0])))
      return TRUE;
  return rest != NULL && g_str_equal (first, rest);
}

static gboolean
has_pair (const Blocks *self, const GArray *ends)
{
  for (guint i = 0, from = 0; i < ends->len; from = g_array_index (ends, guint, i++))
    {
      const guint to = g_array_index (ends, guint, i);
      FoiTableData *data = self->grid->data;

      for (guint key = 0; to - from == 2 && key < foi_table_data_get_n_keys (data); key++)
        {
          const guint column = foi_table_data_get_key (data, key);
          const char *a = get_label (data, get_row (self, from), column);
          const char *b = get_label (data, get_row (self, to - 1), column);

          if (is_pair (a, b) || is_pair (b, a))
            return TRUE;
        }
    }
  return FALSE;
}

/* What the rows from @from to @to come to in a column; all of them are known. */
static gint64
sum_up (const Blocks *self, guint from, guint to, guint column)
{
  const gint64 *sums = self->sums + column * (self->rows->len + 1);

  return sums[to] - sums[from];
}

/* Whether the rows from @from to @to come to what the first @first rows do, in each column. */
static gboolean
is_as_much (const Blocks *self, guint first, guint from, guint to)
{
  for (guint column = 0; column < self->grid->columns->len; column++)
    if (sum_up (self, from, to, column) != sum_up (self, 0, first, column))
      return FALSE;
  return TRUE;
}

/* Where the blocks end that all come to what the first @first rows do; %NULL: there are none. */
static GArray *
list_breakdowns (const Blocks *self, guint first)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint from = first;

  g_array_append_val (ends, first);
  for (guint to = first + 2; to <= self->rows->len; to++)
    if (to - from >= 2 && is_as_much (self, first, from, to))
      {
        g_array_append_val (ends, to);
        from = to;
      }
  return ends->len > 1 && from == self->rows->len ? g_steal_pointer (&ends) : NULL;
}

/* How little of a chance it is that a row is what the first @first are. */
static double
weigh_total (const Blocks *self, guint first, guint row)
{
  double bits = 0;

  for (guint column = 0; column < self->grid->columns->len; column++)
    {
      const gint64 sum = sum_up (self, 0, first, column);

      if (!foi_disclosure_grid_knows (self->grid, row, column)
          || foi_disclosure_grid_get (self->grid, row, column) != sum)
        return 0;
      bits += _foi_disclosure_count_bits (sum);
    }
  return bits;
}

/* Of several breakdowns a total is not what all rows come to, and so is none but by its name. */
static gboolean
is_named_total (const FoiDisclosureGrid *grid, guint row)
{
  g_autofree char *key = foi_disclosure_dup_row_key (grid->data, row);

  return grid->is_stated[row] || foi_totals_has_word (key);
}

/* The row that is what each block comes to, if any. */
static int
find_total (const Blocks *self, guint first, double *bits)
{
  for (guint row = 0; row < self->grid->n_rows; row++)
    {
      *bits = is_named_total (self->grid, row) ? weigh_total (self, first, row) : 0;
      if (*bits > 0)
        return (int) row;
    }
  return -1;
}

static void
add_as_much (FoiDisclosureDraft *draft, const Blocks *self, guint first, guint from, guint to)
{
  for (guint i = 0; i < self->grid->columns->len; i++)
    {
      const guint column = g_array_index (self->grid->columns, guint, i);
      FoiLine *line = _foi_disclosure_draft_add_line (draft, FOI_LINE_BALANCE);

      for (guint place = 0; place < to; place++)
        if (place < first || place >= from)
          foi_line_add (line,
                        _foi_disclosure_draft_take (draft, self->grid->data, get_row (self, place),
                                                    column),
                        place < first ? 1 : -1);
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

static void
take_breakdowns (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, const Blocks *self,
                 const GArray *ends, int total)
{
  const guint first = g_array_index (ends, guint, 0);

  for (guint i = 0, from = 0; i < ends->len; from = g_array_index (ends, guint, i++))
    {
      const guint to = g_array_index (ends, guint, i);
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));

      g_array_append_vals (parts, &g_array_index (self->rows, guint, from), to - from);
      for (guint j = 0; total >= 0 && j < grid->columns->len; j++)
        _foi_disclosure_add_row_total (draft, grid->data, (guint) total, parts,
                                       g_array_index (grid->columns, guint, j), FALSE);
      if (i > 0)
        add_as_much (draft, self, first, from, to);
    }
}

/* The same people by sex, by age and by what they are: each of the blocks comes to as much. */
static void
add_breakdowns (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, const gboolean *is_part)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  Blocks self;

  for (guint row = 0; row < grid->n_rows; row++)
    if (!is_part[row] && !is_named_total (grid, row))
      g_array_append_val (rows, row);
  n = rows->len;
  if (n < 4 || n > MAX_NAMED)
    return;
  blocks_init (&self, grid, rows);
  for (guint column = 0; column < grid->columns->len; column++)
    if (self.n_unknown[column * (n + 1) + n] > 0)
      {
        blocks_clear (&self);
        return;
      }
  for (guint first = 2; first + 2 <= n; first++)
    {
      g_autoptr (GArray) ends = list_breakdowns (&self, first);
      double bits = 0, of_total = 0;
      int total;

      if (ends == NULL)
        continue;
      total = find_total (&self, first, &of_total);
      for (guint column = 0; column < grid->columns->len; column++)
        bits += _foi_disclosure_count_bits (sum_up (&self, 0, first, column));
      bits = bits * (ends->len - 1) + of_total - log2 (n);
      if (bits >= BITS || (bits >= BITS_OF_PAIR && has_pair (&self, ends)))
        take_breakdowns (draft, grid, &self, ends, total);
    }
  blocks_clear (&self);
}

/*
 * _foi_disclosure_add_blocks:
 * @grid: what a letter shows of a table; the totals that are found are noted in it
 *
 * Adds the totals that a reader sees because of where they stand among their parts.
 */
void
_foi_disclosure_add_blocks (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid)
{
  FoiTableData *data = grid->data;
  const guint n_keys = foi_table_data_get_n_keys (data);
  g_autofree gboolean *is_part = g_new0 (gboolean, grid->n_rows);

  if (grid->n_rows > MAX_ROWS)
    return;
  for (guint i = 0; i < n_keys; i++)
    add_under (draft, grid, foi_table_data_get_key (data, i), is_part);
  for (guint i = 0; i < n_keys && n_keys > 1; i++)
    add_values (draft, grid, foi_table_data_get_key (data, i));
  if (!try_rows (draft, grid, is_part, 0, 0) && !try_rows (draft, grid, is_part, 1, 0))
    try_rows (draft, grid, is_part, 0, 1);
  add_breakdowns (draft, grid, is_part);
}
