/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-unions.h"

#include <string.h>

#include "foi-disclosure-joined.h"
#include "foi-disclosure-labels.h"
#include "foi-disclosure-relations.h"
#include "foi-disclosure-totals-private.h"
#include "foi-number.h"
#include "foi-totals.h"

/* Rows and columns that have some of the others together, by what they are called: "Upheld or
 * partly upheld" beside "Upheld" and "Partly upheld", "Under 18" among ages. A name alone may
 * mislead: it is so where the true figures come to it. Such a one is no part of a total. */

/* How little of a chance it is that the figures agree, in bits: where each word of the name is one
 * of a part, where the name tells of them, and where it is only like theirs. */
#define BITS_EXACT 1
#define BITS_NAMED 4
#define BITS_ALIKE 8
#define MIN_PARTS 2
/* Longer lists have no names of that sort. */
#define MAX_LABELS 300

/* After the ways of foi-disclosure-joined.h, of which the others are what is in no majority: the
 * last of a list, or its first, and those others of which it is known. */
enum
{
  WAY_LAST = FOI_JOINED_N_WAYS,
  WAY_FIRST,
  WAY_KNOWN_OTHERS,
  N_WAYS,
};

static const char *const joining_words[] = { "or", "and", "all", "both", "either", "any", "total",
                                             "combined", "together", "plus", "with", NULL };
static const char *const minority_words[] = { "minority", "minorities", "bame", "bme",
                                              "minoritised" };
static const char *const majority_words[] = { "white", "majority" };
static const char *const unknown_words[] = { "unknown", "not", "refused", "missing", "unrecorded",
                                             "undeclared" };
static const char *const end_words[] = { "last", "past", "latest", "recent", "previous", "prior",
                                         "first", "final", "earliest", "total", NULL };
static const char *const numbers[] = { "two", "three", "four", "five", "six", "seven", "eight",
                                       "nine", "ten" };

/* Labels of one list, and the figures that stand along them. */
typedef struct
{
  GPtrArray *labels, *words; /* of char *, as they are compared, and of GStrv */
  GArray *spans;
  gboolean *is_part, *is_called; /* whether it may be one; whether it is called a total */
  guint n_lines;                 /* how many figures each has */
  gint64 *values;
  gboolean *is_known;
} List;

static void
list_clear (List *self)
{
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->words);
  g_array_unref (self->spans);
  g_free (self->is_part);
  g_free (self->is_called);
  g_free (self->values);
  g_free (self->is_known);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

static void
list_init (List *self, guint n, guint n_lines)
{
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->spans = g_array_new (FALSE, TRUE, sizeof (FoiSpan));
  g_array_set_size (self->spans, n * FOI_MAX_SPANS);
  self->is_part = g_new0 (gboolean, n + 1);
  self->is_called = g_new0 (gboolean, n + 1);
  self->n_lines = n_lines;
  self->values = g_new0 (gint64, n * n_lines + 1);
  self->is_known = g_new0 (gboolean, n * n_lines + 1);
}

/* Adds a label; @label is taken. */
static void
add_label (List *self, char *label, gboolean is_called)
{
  const guint i = self->labels->len;

  g_ptr_array_add (self->labels, label);
  g_ptr_array_add (self->words, foi_label_split (label));
  foi_label_read_spans (label, &g_array_index (self->spans, FoiSpan, i * FOI_MAX_SPANS));
  self->is_called[i] = is_called;
  self->is_part[i] = !is_called;
}

static void
read_value (List *self, guint i, guint line, FoiDisclosureDraft *draft, FoiTableData *data,
            guint row, guint column)
{
  const guint at = i * self->n_lines + line;

  self->is_known[at] = _foi_disclosure_get_truth (draft, data, row, column, &self->values[at])
                       && ABS (self->values[at]) <= FOI_DISCLOSURE_MAX_VALUE;
}

/* Of rows that are called the same nobody knows which is meant. */
static gboolean
is_each_once (const List *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->labels->len; i++)
    if (!g_hash_table_add (seen, self->labels->pdata[i]))
      return FALSE;
  return TRUE;
}

/* ---- what a name may mean ---- */

/* Of a minority: all that are neither all, nor the majority, nor (@without_unknown) not
 * known. */
static GArray *
list_minorities (const List *self, guint label, gboolean without_unknown)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!_foi_disclosure_has_word (self->labels->pdata[label], minority_words,
                                 G_N_ELEMENTS (minority_words)))
    return parts;
  for (guint i = 0; i < self->labels->len; i++)
    {
      const char *name = self->labels->pdata[i];

      if (self->is_part[i] && !foi_totals_has_word (name)
          && !_foi_disclosure_has_word (name, majority_words, G_N_ELEMENTS (majority_words))
          && !(without_unknown
               && _foi_disclosure_has_word (name, unknown_words, G_N_ELEMENTS (unknown_words))))
        g_array_append_val (parts, i);
    }
  return parts;
}

/* How many the name speaks of; 0: of none. */
static guint
read_number (const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const gint64 number = strlen (words[i]) < 3 ? g_ascii_strtoll (words[i], NULL, 10) : 0;

      if (number >= MIN_PARTS)
        return (guint) number;
      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        if (strcmp (words[i], numbers[j]) == 0)
          return j + MIN_PARTS;
    }
  return 0;
}

/* "Last two years": as many of those that are of a scale, from the end of the list or (@is_first)
 * from where it begins, for lists run either way. */
static GArray *
list_at_end (const List *self, guint label, gboolean is_first)
{
  const char *const *words = self->words->pdata[label];
  const guint n = self->labels->len, number = read_number (words);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean is_end = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    is_end = is_end || g_strv_contains (end_words, words[i]);
  for (guint i = 0; i < n && is_end && parts->len < number; i++)
    {
      const guint at = is_first ? i : n - 1 - i;

      if (self->is_part[at]
          && _foi_joined_get_spans (self->spans, at)->kind != FOI_SPAN_NONE)
        g_array_append_val (parts, at);
    }
  if (parts->len < number)
    g_array_set_size (parts, 0);
  return parts;
}

static GArray *
list_parts (const List *self, guint label, guint way)
{
  const FoiJoinedNames names = { self->words, self->words, self->spans, self->spans, self->is_part,
                                 TRUE };

  if (way == FOI_JOINED_OTHERS || way == WAY_KNOWN_OTHERS)
    return list_minorities (self, label, way == WAY_KNOWN_OTHERS);
  if (way == WAY_LAST || way == WAY_FIRST)
    return list_at_end (self, label, way == WAY_FIRST);
  return _foi_joined_list_parts (&names, label, way);
}

/* Whether each word of the label is one of a part, or says that they are together. */
static gboolean
is_exact (const List *self, guint label, const GArray *parts)
{
  const char *const *words = self->words->pdata[label];

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_said = g_strv_contains (joining_words, words[i]);

      for (guint j = 0; j < parts->len && !is_said; j++)
        is_said = g_strv_contains (self->words->pdata[g_array_index (parts, guint, j)], words[i]);
      if (!is_said)
        return FALSE;
    }
  return TRUE;
}

/* ---- what the figures say ---- */

/* How little of a chance it is that they come to it; below 0: they do not. Where most figures add
 * up, another may be a mean. */
static double
weigh (const List *self, guint label, const GArray *parts)
{
  guint n_fit = 0, n_wrong = 0;
  double bits = 0;

  for (guint line = 0; line < self->n_lines; line++)
    {
      const guint at = label * self->n_lines + line;
      gboolean is_known = self->is_known[at];
      gint64 sum = 0;

      for (guint i = 0; i < parts->len && is_known; i++)
        {
          const guint part = g_array_index (parts, guint, i) * self->n_lines + line;

          is_known = self->is_known[part];
          sum += self->values[part];
        }
      if (!is_known)
        continue;
      n_fit += sum == self->values[at];
      n_wrong += sum != self->values[at];
      bits += sum == self->values[at] ? _foi_disclosure_count_bits (sum) : 0;
    }
  return n_fit > n_wrong ? bits : -1;
}

static double
get_needed (const List *self, guint label, guint way, const GArray *parts)
{
  if (way == FOI_JOINED_HAVING || way == FOI_JOINED_BEGUN)
    return BITS_ALIKE;
  return way <= FOI_JOINED_NAMED && is_exact (self, label, parts) ? BITS_EXACT : BITS_NAMED;
}

/* The places of what a label has together, or %NULL. */
static GArray *
find_parts (List *self, guint label)
{
  const gboolean is_part = self->is_part[label];
  GArray *found = NULL;

  self->is_part[label] = FALSE;
  for (guint way = 0; way < N_WAYS && found == NULL; way++)
    {
      g_autoptr (GArray) parts = list_parts (self, label, way);

      if (parts->len >= MIN_PARTS
          && weigh (self, label, parts) >= get_needed (self, label, way, parts))
        found = g_steal_pointer (&parts);
    }
  self->is_part[label] = is_part;
  return found;
}

/* Adds to @found all that have others together. One that has is no part of any other: so those that
 * have not many parts, as "Under 16", come before those with more, as "Under 18". */
static void
find_all (List *self, const GArray *places, GPtrArray *found)
{
  g_autofree gboolean *is_found = g_new0 (gboolean, self->labels->len + 1);
  gboolean is_any = is_each_once (self);

  while (is_any)
    {
      is_any = FALSE;
      for (guint i = 0; i < self->labels->len; i++)
        {
          g_autoptr (GArray) parts = is_found[i] ? NULL : find_parts (self, i);
          FoiFoundSum *sum;

          if (parts == NULL)
            continue;
          sum = _foi_disclosure_add_found (found, g_array_index (places, guint, i));
          for (guint j = 0; j < parts->len; j++)
            g_array_append_val (sum->parts, g_array_index (places, guint,
                                                           g_array_index (parts, guint, j)));
          is_found[i] = is_any = TRUE;
          self->is_part[i] = FALSE;
        }
    }
}

/* ---- of a table ---- */

static GArray *
list_counts (FoiTableData *data)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
    {
      FoiColumn *column = foi_table_data_get_column (data, j);

      if (_foi_disclosure_is_count (column) && !foi_table_data_is_key (data, j)
          && !foi_column_is_left_out (column))
        g_array_append_val (counts, j);
    }
  return counts;
}

/* The rows from @first on that have its other keys. */
static GArray *
list_beside (FoiTableData *data, guint first, guint key, gboolean *is_seen)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));

  for (guint row = first; row < n_rows; row++)
    {
      gboolean is_beside = !is_seen[row];

      for (guint i = 0; i < foi_table_data_get_n_keys (data) && is_beside; i++)
        {
          const guint other = foi_table_data_get_key (data, i);

          is_beside = other == key || foi_cell_equal (foi_table_data_get_cell (data, first, other),
                                                      foi_table_data_get_cell (data, row, other));
        }
      if (!is_beside)
        continue;
      is_seen[row] = TRUE;
      g_array_append_val (rows, row);
    }
  return rows;
}

static void
find_among (FoiDisclosureDraft *draft, FoiTableData *data, guint key, const GArray *rows,
            const GArray *counts, GPtrArray *found)
{
  g_auto (List) list = { 0 };

  list_init (&list, rows->len, counts->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const guint row = g_array_index (rows, guint, i);
      const FoiCell *cell = foi_table_data_get_cell (data, row, key);

      add_label (&list, _foi_series_dup_cell_label (data, row, key),
                 foi_totals_is_row (data, row)
                   || (cell->state == FOI_CELL_VALUE && cell->has_text
                       && foi_totals_is_label (cell->text)));
      for (guint j = 0; j < counts->len; j++)
        read_value (&list, i, j, draft, data, row, g_array_index (counts, guint, j));
    }
  find_all (&list, rows, found);
}

static GPtrArray *
find_rows (FoiDisclosureDraft *draft, FoiTableData *data)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  g_autoptr (GArray) counts = list_counts (data);
  GPtrArray *found = _foi_disclosure_new_found ();

  for (guint i = 0; i < foi_table_data_get_n_keys (data) && counts->len > 0
                    && n_rows <= MAX_LABELS; i++)
    {
      g_autofree gboolean *is_seen = g_new0 (gboolean, n_rows + 1);

      for (guint row = 0; row < n_rows; row++)
        {
          const guint key = foi_table_data_get_key (data, i);
          g_autoptr (GArray) rows = is_seen[row] ? NULL : list_beside (data, row, key, is_seen);

          if (rows != NULL && rows->len > MIN_PARTS)
            find_among (draft, data, key, rows, counts, found);
        }
    }
  return found;
}

/* The counts with as many decimals. */
static GArray *
take_alike (FoiTableData *data, const GArray *counts, int decimals)
{
  GArray *alike = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < counts->len; i++)
    {
      const guint column = g_array_index (counts, guint, i);

      if (foi_column_get_decimals (foi_table_data_get_column (data, column)) == decimals)
        g_array_append_val (alike, column);
    }
  return alike;
}

static GPtrArray *
find_columns (FoiDisclosureDraft *draft, FoiTableData *data)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  g_autoptr (GArray) counts = list_counts (data);
  GPtrArray *found = _foi_disclosure_new_found ();

  for (int decimals = 0; decimals <= FOI_MAX_DECIMALS && counts->len <= MAX_LABELS; decimals++)
    {
      g_autoptr (GArray) columns = take_alike (data, counts, decimals);
      g_auto (List) list = { 0 };

      list_init (&list, columns->len, n_rows);
      for (guint i = 0; i < columns->len; i++)
        {
          const guint column = g_array_index (columns, guint, i);
          const char *title = foi_column_get_title (foi_table_data_get_column (data, column));

          add_label (&list, foi_series_fold_label (title),
                     foi_totals_is_column (data, column) || foi_totals_is_label (title));
          for (guint row = 0; row < n_rows && columns->len > MIN_PARTS; row++)
            read_value (&list, i, row, draft, data, row, column);
        }
      if (columns->len > MIN_PARTS)
        find_all (&list, columns, found);
    }
  return found;
}

/*
 * _foi_disclosure_get_row_unions:
 *
 * Returns: (transfer none) (element-type FoiFoundSum): the rows that have some of the others
 *   together, and which.
 */
GPtrArray *
_foi_disclosure_get_row_unions (FoiDisclosureDraft *draft, FoiTableData *data)
{
  return _foi_disclosure_get_found (draft, data, draft->row_unions, find_rows);
}

/*
 * _foi_disclosure_get_column_unions:
 *
 * Returns: (transfer none) (element-type FoiFoundSum): the columns that have some of the others
 *   together, and which.
 */
GPtrArray *
_foi_disclosure_get_column_unions (FoiDisclosureDraft *draft, FoiTableData *data)
{
  return _foi_disclosure_get_found (draft, data, draft->column_unions, find_columns);
}

/*
 * _foi_disclosure_is_union:
 * @unions: (element-type FoiFoundSum): of rows, or of columns
 *
 * Returns: whether a row, or a column, is one of them: it is no part of a total.
 */
gboolean
_foi_disclosure_is_union (GPtrArray *unions, guint place)
{
  for (guint i = 0; i < unions->len; i++)
    if (((FoiFoundSum *) unions->pdata[i])->total == place)
      return TRUE;
  return FALSE;
}
