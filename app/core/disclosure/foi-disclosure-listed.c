/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-relations.h"

#include <string.h>

#include "foi-disclosure-grid.h"
#include "foi-disclosure-labels.h"
#include "foi-disclosure-row-labels.h"

/* Tables with a row for each person, case or thing: who counts the rows of Abbey, or those of Abbey
 * that are boys, has the figure. */

/* How little of a chance it is, in bits: where rows are things and the title says which; where
 * their label is what the figures are called; where the figures are of all that is listed; where
 * nothing says so. Rows that may be figures themselves, each of many, need more. */
#define BITS_NAMED 1
#define BITS_OF_LABEL 1.5
#define BITS_OF_ALL 4
#define BITS 8
#define BITS_OF_FIGURES 6
/* Longer lists go with a letter as a file; and of more values nobody looks for each. */
#define MAX_ROWS 5000
#define MAX_LABELS 300
#define MAX_CHOSEN 40
#define MAX_COLUMNS 24
/* Words that begin alike mean the same: "suspended" and "suspensions". */
#define LENGTH_OF_BEGINNING 5

/* A table of which rows are counted. */
typedef struct
{
  FoiSeriesSet *set;
  FoiTableData *data;
  guint n_rows;
  gboolean is_plain;  /* single figures are looked at, not what several come to */
  GPtrArray *columns; /* of FoiRowLabels, the set's */
  GStrv title;
  gboolean is_of_things; /* its rows are no figures of many */
} List;

/* How many rows have each label of @along, and @chosen of @of where that is not NULL; those that
 * may have it besides, for what is withheld. */
typedef struct
{
  const FoiRowLabels *along, *of;
  guint chosen;
  guint *n, *more;
} Counts;

typedef struct
{
  double bits;
  gboolean is_same;  /* of all labels that both have */
  gboolean is_least; /* no more rows than there are */
  gboolean is_whole; /* whatever has no row is 0 */
  guint most;
} Evidence;

/* ---- the table ---- */

/* Whether each row has a number of its own there, or a day. */
static gboolean
is_number_of_row (const List *self, const FoiRowLabels *labels)
{
  for (guint i = 0; i < labels->labels->len; i++)
    if (strpbrk (labels->labels->pdata[i], "0123456789") == NULL)
      return FALSE;
  return labels->labels->len == self->n_rows;
}

static void
append_row (List *self, guint row, GString *text)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const FoiRowLabels *labels = self->columns->pdata[i];
      FoiColumn *what = foi_table_data_get_column (self->data, labels->column);

      if (!is_number_of_row (self, labels)
          && (foi_table_data_is_key (self->data, labels->column)
              || !_foi_disclosure_is_count (what)))
        g_string_append_printf (text, "%u|", labels->of_row[row]);
    }
}

/* Whether each row is of one thing: nothing in it counts, or two rows are called the same. */
static gboolean
is_of_things (List *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean counts = FALSE;

  for (guint i = 0; i < foi_table_data_get_n_columns (self->data) && !counts; i++)
    counts = _foi_disclosure_is_count (foi_table_data_get_column (self->data, i))
             && !foi_table_data_is_key (self->data, i)
             && !foi_column_is_left_out (foi_table_data_get_column (self->data, i));
  if (!counts)
    return TRUE;
  for (guint row = 0; row < self->n_rows; row++)
    {
      GString *text = g_string_new (NULL);

      append_row (self, row, text);
      if (!g_hash_table_add (seen, g_string_free (text, FALSE)))
        return TRUE;
    }
  return FALSE;
}

static void
list_clear (List *self)
{
  g_clear_pointer (&self->title, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

static gboolean
list_init (List *self, FoiSeriesSet *set, FoiTableData *data)
{
  *self = (List) { .set = set, .data = data };
  self->n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  if (self->n_rows == 0 || self->n_rows > MAX_ROWS
      || foi_table_data_get_n_columns (data) > MAX_COLUMNS)
    return FALSE;
  self->title = foi_label_split (foi_table_data_get_title (data));
  self->columns = foi_series_set_get_row_labels (set, data);
  self->is_of_things = is_of_things (self);
  return TRUE;
}

/* ---- counting ---- */

static void
counts_init (Counts *self, const List *list, const FoiRowLabels *along, const FoiRowLabels *of,
             guint chosen)
{
  const guint n_labels = along->labels->len;
  guint more_of_any = 0;

  *self = (Counts) { along, of, chosen, g_new0 (guint, n_labels + 1),
                     g_new0 (guint, n_labels + 1) };
  for (guint row = 0; row < list->n_rows; row++)
    {
      const guint label = along->of_row[row], choice = of == NULL ? chosen : of->of_row[row];

      if (label == FOI_NO_LABEL || (choice != chosen && choice != FOI_LABEL_WITHHELD))
        continue;
      if (label == FOI_LABEL_WITHHELD)
        more_of_any++;
      else if (choice == chosen)
        self->n[label]++;
      else
        self->more[label]++;
    }
  for (guint i = 0; i < n_labels; i++)
    self->more[i] += more_of_any;
  self->more[n_labels] = more_of_any;
}

static void
counts_clear (Counts *self)
{
  g_free (self->n);
  g_free (self->more);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counts, counts_clear)

/* What the counts say of being those of a series, whose places the labels have in @map. */
static Evidence
weigh (const Counts *self, const FoiSeries *series, const int *map)
{
  const guint length = foi_series_get_length (series);
  g_autofree gboolean *is_there = g_new0 (gboolean, length + 1);
  Evidence evidence = { .is_same = TRUE, .is_least = TRUE, .is_whole = TRUE };

  for (guint i = 0; i < self->along->labels->len && evidence.is_least; i++)
    {
      const int place = map[i];

      if (place < 0 || series->is_total[place] || !_foi_series_has_figure (series, (guint) place))
        continue;
      is_there[place] = TRUE;
      if (!series->is_known[place])
        continue;
      evidence.is_least = series->values[place] >= self->n[i];
      evidence.is_same = evidence.is_same && evidence.is_least
                         && series->values[place] <= (gint64) self->n[i] + self->more[i];
      evidence.bits += _foi_disclosure_count_bits (self->n[i]);
      evidence.most = MAX (evidence.most, self->n[i]);
    }
  for (guint i = 0; i < length && evidence.is_whole; i++)
    evidence.is_whole = is_there[i] || series->is_total[i]
                        || (series->is_known[i] && series->values[i] == 0);
  return evidence;
}

static void
add_line (const List *self, const FoiSeries *series, guint place, gint64 from, gint64 to)
{
  FoiDisclosureDraft *draft = self->set->draft;
  FoiLine *line = _foi_disclosure_draft_add_line (draft, FOI_LINE_LISTED);

  _foi_series_add_terms (draft, line, series, place, 1);
  line->from = from;
  line->to = to;
  line->beside = g_strdup (foi_table_data_get_title (self->data));
  _foi_disclosure_draft_keep_line (draft, line);
}

/* All rows are of something, whatever their labels are. */
static void
add_all (const List *self, const Counts *counts, const FoiSeries *series)
{
  const guint n_labels = counts->along->labels->len, n_open = counts->more[n_labels];
  FoiDisclosureDraft *draft = self->set->draft;
  FoiLine *line;
  gint64 n = n_open;

  for (guint i = 0; i < n_labels; i++)
    {
      if (counts->more[i] > n_open)
        return;
      n += counts->n[i];
    }
  if (n_open == 0)
    return;
  line = _foi_disclosure_draft_add_line (draft, FOI_LINE_LISTED);
  for (guint i = 0; i < foi_series_get_length (series); i++)
    if (!series->is_total[i])
      _foi_series_add_terms (draft, line, series, i, 1);
  line->from = line->to = n;
  line->beside = g_strdup (foi_table_data_get_title (self->data));
  _foi_disclosure_draft_keep_line (draft, line);
}

static void
add_lines (const List *self, const Counts *counts, const FoiSeries *series, const int *map,
           const Evidence *evidence)
{
  const guint length = foi_series_get_length (series), n_labels = counts->along->labels->len;
  g_autofree gboolean *is_there = g_new0 (gboolean, length + 1);

  for (guint i = 0; i < n_labels; i++)
    {
      if (map[i] < 0 || !_foi_series_has_figure (series, (guint) map[i]))
        continue;
      is_there[map[i]] = TRUE;
      add_line (self, series, (guint) map[i], counts->n[i],
                evidence->is_same ? (gint64) counts->n[i] + counts->more[i] : FOI_LINEAR_NO_TO);
    }
  if (!evidence->is_same || !evidence->is_whole)
    return;
  for (guint i = 0; i < length; i++)
    if (!is_there[i] && !series->is_total[i] && _foi_series_has_figure (series, i))
      add_line (self, series, i, 0, counts->more[n_labels]);
  add_all (self, counts, series);
}

/* ---- what says so ---- */

static gboolean
begin_alike (const char *a, const char *b)
{
  return strcmp (a, b) == 0
         || (strlen (a) >= LENGTH_OF_BEGINNING && strncmp (a, b, LENGTH_OF_BEGINNING) == 0);
}

static gboolean
have_word (GStrv title, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; title[j] != NULL; j++)
      if (strlen (words[i]) > 3 && begin_alike (title[j], words[i]))
        return TRUE;
  return FALSE;
}

/* Whether the title speaks of what the series counts. */
static gboolean
is_named (const List *self, const FoiSeries *series)
{
  g_auto (GStrv) measure = _foi_disclosure_list_measure (series->data);
  g_auto (GStrv) name = foi_label_split (series->name != NULL ? series->name : "");

  return have_word (self->title, measure) || have_word (self->title, name);
}

static gboolean
is_chosen_by_name (const Counts *self, const FoiSeries *series)
{
  g_auto (GStrv) name = foi_label_split (series->name != NULL ? series->name : "");
  g_auto (GStrv) label
    = foi_label_split (self->of == NULL ? "" : self->of->labels->pdata[self->chosen]);

  return foi_label_has ((const char *const *) name, (const char *const *) label)
         && foi_label_has ((const char *const *) label, (const char *const *) name);
}

/* Whether the series may be of all that is listed: of no part that has a name of its own. */
static gboolean
is_of_all (const List *self, const Counts *counts, const FoiSeries *series)
{
  g_auto (GStrv) name = foi_label_split (series->name != NULL ? series->name : "");

  return counts->of == NULL
         && (series->name == NULL || !_foi_disclosure_says_what (series->name)
             || have_word (self->title, name));
}

static double
get_needed (const List *self, gboolean is_named, gboolean is_of_label, gboolean is_of_all)
{
  const double more = self->is_of_things ? 0 : BITS_OF_FIGURES;

  if (is_named && (is_of_label || is_of_all))
    return BITS_NAMED + more;
  if (is_of_label)
    return BITS_OF_LABEL + more;
  return (is_of_all ? BITS_OF_ALL : BITS) + more;
}

/* A list that is not of all is at least of some: where it is said to be of the same things. */
static void
try_series (const List *self, const Counts *counts, const FoiSeries *series, const int *map)
{
  const Evidence evidence = weigh (counts, series, map);
  gboolean named, of_label, of_all;

  if (!evidence.is_least || evidence.bits < BITS_NAMED)
    return;
  named = is_named (self, series);
  of_label = is_chosen_by_name (counts, series);
  of_all = is_of_all (self, counts, series);
  if (evidence.is_same ? evidence.bits >= get_needed (self, named, of_label, of_all)
                       : named && (of_label || of_all) && self->is_of_things && evidence.most > 1)
    add_lines (self, counts, series, map, &evidence);
}

/* ---- all of them ---- */

static gboolean
is_asked (const List *self, const FoiSeries *series)
{
  return series->is_asked && series->data != self->data && series->decimals == 0
         && _foi_series_is_plain (series) == self->is_plain;
}

static void
try_counts (const List *self, const FoiRowLabels *along, const FoiRowLabels *of, guint chosen)
{
  g_auto (Counts) counts = { 0 };

  counts_init (&counts, self, along, of, chosen);
  for (guint i = 0; i < self->set->counts->len; i++)
    {
      const FoiSeries *series = self->set->counts->pdata[i];

      if (is_asked (self, series))
        try_series (self, &counts, series, foi_row_labels_map (along, series->axis));
    }
}

static void
try_along (const List *self, const FoiRowLabels *along)
{
  try_counts (self, along, NULL, 0);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const FoiRowLabels *of = self->columns->pdata[i];

      if (of->column == along->column || of->labels->len > MAX_CHOSEN)
        continue;
      for (guint chosen = 0; chosen < of->labels->len; chosen++)
        try_counts (self, along, of, chosen);
    }
}

static void
count_rows (FoiSeriesSet *set, FoiTableData *data)
{
  g_auto (List) list = { 0 };

  if (!list_init (&list, set, data))
    return;
  for (guint pass = 0; pass < 2; pass++)
    {
      list.is_plain = pass == 0;
      for (guint i = 0; i < list.columns->len; i++)
        {
          const FoiRowLabels *along = list.columns->pdata[i];

          if (along->labels->len > 0 && along->labels->len <= MAX_LABELS)
            try_along (&list, along);
        }
    }
}

/*
 * _foi_disclosure_add_listed:
 *
 * Adds figures that are as many as another table has rows of them, or as few at least.
 */
void
_foi_disclosure_add_listed (FoiSeriesSet *set)
{
  GPtrArray *tables = foi_case_state_get_tables (set->draft->self->state);
  GPtrArray *earlier = set->draft->self->earlier;

  for (guint i = 0; i < tables->len; i++)
    count_rows (set, tables->pdata[i]);
  for (guint i = 0; i < earlier->len; i++)
    count_rows (set, earlier->pdata[i]);
}
