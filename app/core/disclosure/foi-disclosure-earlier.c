/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-labels.h"
#include "foi-disclosure-totals-private.h"

#include <math.h>
#include <string.h>

/* Tables of earlier letters beside those of now: what was two rows, or two columns, may be one, and
 * who has both letters adds up. Nothing in a file says which became which: their names do, or that
 * nothing else is left, or that the figures come to the same. */

/* How little of a chance it is that figures come to the same, in bits, before they say so alone. */
#define BITS 8
/* So many rows that are gone are tried in runs. */
#define MAX_GONE 60

/* A row or a column of both tables. */
typedef struct
{
  guint before, now;
} Match;

/* The rows of two tables, or (@by_column) their columns. */
typedef struct
{
  FoiDisclosureDraft *draft;
  FoiTableData *before, *now;
  gboolean by_column;
  GArray *gone;   /* of guint: of @before alone */
  GArray *fresh;  /* of guint: of @now alone */
  GArray *beside; /* of Match: the columns, or the rows, in which both have figures */
} Axis;

static gboolean
is_plain_count (FoiTableData *data, guint column)
{
  return _foi_disclosure_is_count (foi_table_data_get_column (data, column))
         && !foi_table_data_is_key (data, column);
}

static gboolean
get_truth (Axis *self, FoiTableData *data, guint item, guint other, gint64 *out)
{
  return _foi_disclosure_get_truth (self->draft, data, self->by_column ? other : item,
                                    self->by_column ? item : other, out)
         && ABS (*out) <= FOI_DISCLOSURE_MAX_VALUE;
}

static guint
take (Axis *self, FoiTableData *data, guint item, guint other)
{
  return _foi_disclosure_draft_take (self->draft, data, self->by_column ? other : item,
                                     self->by_column ? item : other);
}

/* ---- what both have ---- */

static GPtrArray *
list_keys (FoiTableData *data)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < foi_row_store_get_length (foi_table_data_get_rows (data)); i++)
    g_ptr_array_add (keys, foi_disclosure_dup_row_key (data, i));
  return keys;
}

/* By their keys, however these are written now. */
static GArray *
match_rows (FoiTableData *before, FoiTableData *now)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GPtrArray) was = list_keys (before), is = list_keys (now);
  g_autofree int *places = foi_labels_match (was, is);

  for (guint i = 0; i < was->len; i++)
    {
      const Match match = { i, (guint) places[i] };

      if (places[i] >= 0)
        g_array_append_val (matches, match);
    }
  return matches;
}

static GPtrArray *
list_titles (FoiTableData *data)
{
  GPtrArray *titles = g_ptr_array_new ();

  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    g_ptr_array_add (titles,
                     (gpointer) foi_column_get_title (foi_table_data_get_column (data, i)));
  return titles;
}

/* By their names in the case, else by their headings. */
static int
find_column_now (FoiTableData *now, FoiColumn *column, int titled)
{
  const int named = foi_table_data_find_column (now, foi_column_get_name (column));

  return named >= 0 ? named : titled;
}

static GArray *
match_columns (FoiTableData *before, FoiTableData *now)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GPtrArray) was = list_titles (before), is = list_titles (now);
  g_autofree int *titled = foi_labels_match (was, is);

  for (guint i = 0; i < foi_table_data_get_n_columns (before); i++)
    {
      FoiColumn *column = foi_table_data_get_column (before, i);
      const int place = find_column_now (now, column, titled[i]);
      const Match match = { i, (guint) place };

      if (place >= 0 && is_plain_count (before, i) && is_plain_count (now, match.now)
          && foi_column_get_decimals (foi_table_data_get_column (now, match.now))
               == foi_column_get_decimals (column))
        g_array_append_val (matches, match);
    }
  return matches;
}

/* Whether a row or column of both tables has the same figures in both, as far as they are known:
 * "North" may have become "North" with the West in it. */
static gboolean
is_same (Axis *self, const Match *match)
{
  for (guint i = 0; i < self->beside->len; i++)
    {
      const Match *other = &g_array_index (self->beside, Match, i);
      gint64 before, now;

      if (get_truth (self, self->before, match->before, other->before, &before)
          && get_truth (self, self->now, match->now, other->now, &now) && before != now)
        return FALSE;
    }
  return TRUE;
}

static guint
get_length (Axis *self, FoiTableData *data)
{
  return self->by_column ? foi_table_data_get_n_columns (data)
                         : foi_row_store_get_length (foi_table_data_get_rows (data));
}

static gboolean
can_be_part (Axis *self, FoiTableData *data, guint item)
{
  if (!self->by_column)
    return !_foi_disclosure_is_total_row (self->draft, data, item);
  return is_plain_count (data, item) && !_foi_disclosure_is_declared (self->draft, data, item);
}

static void
list_alone (Axis *self, const GArray *matches)
{
  g_autofree gboolean *had = g_new0 (gboolean, get_length (self, self->before) + 1);
  g_autofree gboolean *has = g_new0 (gboolean, get_length (self, self->now) + 1);

  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);

      had[match->before] = has[match->now] = is_same (self, match);
    }
  for (guint i = 0; i < get_length (self, self->before); i++)
    if (!had[i] && can_be_part (self, self->before, i))
      g_array_append_val (self->gone, i);
  for (guint i = 0; i < get_length (self, self->now); i++)
    if (!has[i] && can_be_part (self, self->now, i))
      g_array_append_val (self->fresh, i);
}

/* ---- which became which ---- */

static char *
dup_name (Axis *self, FoiTableData *data, guint item)
{
  g_autofree char *name
    = self->by_column ? g_strdup (foi_column_get_title (foi_table_data_get_column (data, item)))
                      : foi_disclosure_dup_row_key (data, item);

  return g_utf8_casefold (name, -1);
}

/* Whether @text has @name as words of its own. */
static gboolean
has_name (const char *text, const char *name)
{
  const gsize length = strlen (name);

  for (const char *at = strstr (text, name); at != NULL && length > 0; at = strstr (at + 1, name))
    if ((at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]))
      return TRUE;
  return FALSE;
}

/* Whether one of the names that are put together means the same, written otherwise: "Oakfield &
 * Brookside" has Oakfield Primary School. */
static gboolean
has_name_otherwise (const char *text, const char *name)
{
  g_autoptr (GRegex) between = g_regex_new ("\\s+and\\s+|[&,+;/]", 0, 0, NULL);
  g_auto (GStrv) pieces = g_regex_split (between, text, 0);
  g_auto (GStrv) words = foi_label_split (name);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_auto (GStrv) piece = foi_label_split (pieces[i]);

      if (foi_label_has ((const char *const *) piece, (const char *const *) words)
          || foi_label_has ((const char *const *) words, (const char *const *) piece))
        return TRUE;
    }
  return FALSE;
}

/* Whether the name of one of now has that of one of before, in each part of a key. */
static gboolean
names (Axis *self, guint fresh, guint gone, gboolean is_loose)
{
  g_autofree char *now = dup_name (self, self->now, fresh);
  g_autofree char *before = dup_name (self, self->before, gone);
  g_auto (GStrv) texts = g_strsplit (now, "|", -1);
  g_auto (GStrv) keys = g_strsplit (before, "|", -1);

  if (g_strv_length (texts) != g_strv_length (keys))
    return FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    if (!has_name (texts[i], keys[i])
        && (!is_loose || !has_name_otherwise (texts[i], keys[i])))
      return FALSE;
  return keys[0] != NULL;
}

typedef struct
{
  guint n_wrong;
  double bits;
} Evidence;

/* What the figures say of @fresh being what @parts come to. */
static Evidence
weigh (Axis *self, guint fresh, const GArray *parts)
{
  Evidence evidence = { 0 };

  for (guint i = 0; i < self->beside->len; i++)
    {
      const Match *other = &g_array_index (self->beside, Match, i);
      gint64 now, value, sum = 0;
      gboolean is_known = get_truth (self, self->now, fresh, other->now, &now);

      for (guint j = 0; j < parts->len && is_known; j++)
        {
          is_known = get_truth (self, self->before, g_array_index (parts, guint, j),
                                other->before, &value);
          sum += value;
        }
      if (!is_known)
        continue;
      evidence.n_wrong += sum != now;
      evidence.bits += log2 (1 + (double) ABS (now));
    }
  return evidence;
}

static void
add_lines (Axis *self, guint fresh, const GArray *parts)
{
  for (guint i = 0; i < self->beside->len; i++)
    {
      const Match *other = &g_array_index (self->beside, Match, i);
      FoiLine *line = _foi_disclosure_draft_add_line (self->draft, FOI_LINE_ISSUED);

      foi_line_add (line, take (self, self->now, fresh, other->now), -1);
      for (guint j = 0; j < parts->len; j++)
        foi_line_add (line, take (self, self->before, g_array_index (parts, guint, j),
                                  other->before), 1);
      _foi_disclosure_draft_keep_line (self->draft, line);
    }
}

/* The run of those that are gone, from place @first on. */
static GArray *
list_run (Axis *self, guint first, guint length)
{
  GArray *run = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (run, &g_array_index (self->gone, guint, first), length);
  return run;
}

/* By its name: "North and West", "2016/17 to 2018/19"; what is written otherwise has to come to the
 * same as well. */
static gboolean
try_names (Axis *self, guint fresh, gboolean is_loose)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) between = NULL;
  guint first = 0, last = 0;

  for (guint i = 0; i < self->gone->len; i++)
    {
      const guint gone = g_array_index (self->gone, guint, i);

      if (!names (self, fresh, gone, is_loose))
        continue;
      first = named->len == 0 ? i : first;
      last = i;
      g_array_append_val (named, gone);
    }
  if (named->len < 2 || (is_loose && weigh (self, fresh, named).n_wrong > 0))
    return FALSE;
  between = list_run (self, first, last - first + 1);
  add_lines (self, fresh,
             weigh (self, fresh, named).n_wrong > 0 && weigh (self, fresh, between).n_wrong == 0
               ? between : named);
  return TRUE;
}

/* By its figures: of all that are gone where it alone is new, else of some that stood together. */
static void
try_figures (Axis *self, guint fresh)
{
  const guint n = self->gone->len;

  for (guint length = n; length > 0 && n <= MAX_GONE; length--)
    for (guint first = 0; first + length <= n; first++)
      {
        g_autoptr (GArray) run = list_run (self, first, length);
        const Evidence evidence = weigh (self, fresh, run);
        const gboolean is_rest = length == n && self->fresh->len == 1;

        if (evidence.n_wrong > 0 || evidence.bits <= 0
            || (!is_rest && evidence.bits < BITS + log2 ((double) n)))
          continue;
        add_lines (self, fresh, run);
        return;
      }
}

static void
look_along (FoiDisclosureDraft *draft, FoiTableData *before, FoiTableData *now, gboolean by_column,
            const GArray *matches, GArray *beside)
{
  Axis self = { draft, before, now, by_column, g_array_new (FALSE, FALSE, sizeof (guint)),
                g_array_new (FALSE, FALSE, sizeof (guint)), beside };

  list_alone (&self, matches);
  for (guint i = 0; i < self.fresh->len && self.gone->len > 0; i++)
    {
      const guint fresh = g_array_index (self.fresh, guint, i);

      if (!try_names (&self, fresh, FALSE)
          && !(self.gone->len <= MAX_GONE && try_names (&self, fresh, TRUE)))
        try_figures (&self, fresh);
    }
  g_array_unref (self.gone);
  g_array_unref (self.fresh);
}

/* What an earlier letter did not show either is the same figure. */
static void
add_gaps (FoiDisclosureDraft *draft, FoiTableData *before, FoiTableData *now, const GArray *rows,
          const GArray *columns)
{
  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < columns->len; j++)
      {
        const Match *row = &g_array_index (rows, Match, i);
        const Match *column = &g_array_index (columns, Match, j);
        FoiLine *line;

        if (foi_table_data_get_cell (before, row->before, column->before)->state
            != FOI_CELL_SUPPRESSED)
          continue;
        line = _foi_disclosure_draft_add_line (draft, FOI_LINE_ISSUED);
        foi_line_add (line, _foi_disclosure_draft_take (draft, now, row->now, column->now), -1);
        foi_line_add (line, _foi_disclosure_draft_take (draft, before, row->before,
                                                        column->before), 1);
        _foi_disclosure_draft_keep_line (draft, line);
      }
}

/*
 * _foi_disclosure_compare_earlier:
 * @before: a table as a letter showed it, noted in @draft
 * @now: the same table as it is
 *
 * Adds what rows and columns of @now are the sums of.
 */
void
_foi_disclosure_compare_earlier (FoiDisclosureDraft *draft, FoiTableData *before,
                                 FoiTableData *now)
{
  g_autoptr (GArray) rows = match_rows (before, now);
  g_autoptr (GArray) columns = match_columns (before, now);

  add_gaps (draft, before, now, rows, columns);
  look_along (draft, before, now, FALSE, rows, columns);
  look_along (draft, before, now, TRUE, columns, rows);
}
