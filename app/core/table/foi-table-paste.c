/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-paste.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-generated-key.h"
#include "foi-json-edit.h"
#include "foi-paste-layout.h"
#include "foi-recent-texts.h"
#include "foi-table-paste-private.h"
#include "foi-totals-find.h"
#include "foi-work.h"

/* Names of columns in the file are cut before a word that goes beyond. */
#define MAX_NAME 40

static void
clear_problem (gpointer data)
{
  FoiPasteProblem *problem = data;

  g_free (problem->column);
  g_free (problem->typed);
  foi_refusal_clear (&problem->refusal);
}

/* An array that frees what it has. */
GArray *
_foi_paste_problems_new (void)
{
  GArray *problems = g_array_new (FALSE, FALSE, sizeof (FoiPasteProblem));

  g_array_set_clear_func (problems, clear_problem);
  return problems;
}

/* Takes @refusal over. */
void
_foi_paste_add_problem (GArray *problems, guint64 row, FoiColumn *column, const char *typed,
                        FoiRefusal *refusal)
{
  FoiPasteProblem problem = { row, NULL, NULL, *refusal };

  problem.column = g_strdup (foi_column_get_name (column));
  problem.typed = g_strdup (typed);
  *refusal = (FoiRefusal) { NULL, NULL };
  g_array_append_val (problems, problem);
}

/* ---- columns ---- */

/* A heading as a name: small letters and digits of ASCII, `_` for all between. */
static char *
make_name (const char *heading, guint place, GHashTable *used)
{
  g_autofree char *ascii = g_str_to_ascii (heading, "C");
  g_autoptr (GString) name = g_string_new (NULL);
  char *unique;

  for (const char *p = ascii; *p != '\0' && name->len <= MAX_NAME; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (name, g_ascii_tolower (*p));
      else if (name->len > 0 && name->str[name->len - 1] != '_')
        g_string_append_c (name, '_');
    }
  if (name->len > MAX_NAME)
    {
      const char *last = strrchr (name->str, '_');

      g_string_truncate (name, last != NULL ? (gsize) (last - name->str) : MAX_NAME);
    }
  if (name->len > 0 && name->str[name->len - 1] == '_')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_printf (name, "column_%u", place + 1);

  unique = g_strdup (name->str);
  for (guint i = 2; g_hash_table_contains (used, unique); i++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s_%u", name->str, i);
    }
  g_hash_table_add (used, g_strdup (unique));
  return unique;
}

/* `£` of "£" and "(£)"; nothing of "No.", which is no unit of anything. */
static char *
make_unit (const char *text)
{
  static const char *const counts[] = { "no", "no.", "number", "count", "n" };
  g_autofree char *clean = foi_paste_clean_heading (text);
  gsize length = strlen (clean);

  if (length > 2 && clean[0] == '(' && clean[length - 1] == ')')
    {
      clean[length - 1] = '\0';
      memmove (clean, clean + 1, length - 1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      if (g_ascii_strcasecmp (clean, counts[i]) == 0)
        return NULL;
    }
  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = NULL;

  if (*text == '\0' || g_ascii_isgraph (*text))
    return *text == '\0';
  clean = foi_paste_clean_heading (text);
  return *clean == '\0';
}

/* The column at @place of the grid, or NULL where there is nothing in it. */
static FoiColumn *
propose_column (FoiPasteGrid *grid, const FoiPasteLayout *layout, guint place, GHashTable *used)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *heading = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *numbered = NULL;
  g_autoptr (FoiColumn) column = NULL;
  g_autoptr (JsonNode) title = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < layout->rows->len; i++)
    {
      const char *value
        = foi_paste_grid_get (grid, g_array_index (layout->rows, guint, i), place);

      g_ptr_array_add (values, (gpointer) value);
      if (!foi_totals_is_label (value))
        g_ptr_array_add (parts, (gpointer) value);
      any |= !is_blank (value);
    }
  if (layout->header >= 0)
    heading = foi_paste_clean_heading (foi_paste_grid_get (grid, (guint) layout->header, place));
  if (layout->units >= 0)
    unit = make_unit (foi_paste_grid_get (grid, (guint) layout->units, place));
  if (!any && (heading == NULL || *heading == '\0'))
    return NULL;
  name = make_name (heading != NULL ? heading : "", place, used);
  column = foi_typed_propose_column (name, heading, unit, (const char *const *) parts->pdata,
                                     parts->len);
  /* Years with a total below them are still years. */
  if (parts->len < values->len && foi_column_get_role (column) != FOI_ROLE_PERIOD)
    {
      foi_column_unref (column);
      column = foi_typed_propose_column (name, heading, unit, (const char *const *) values->pdata,
                                         values->len);
    }
  if (heading != NULL && *heading != '\0')
    return g_steal_pointer (&column);
  /* Translators: the heading of a column that was pasted without one. */
  numbered = g_strdup_printf (_("Column %u"), place + 1);
  title = foi_json_new_string (numbered);
  return foi_column_with_member (column, "title", title);
}

/* The measure left of a coverage, or the first measure; -1 if there is none. */
static int
find_covered (GPtrArray *columns, guint coverage)
{
  for (guint i = coverage; i-- > 0;)
    {
      if (foi_column_get_role (g_ptr_array_index (columns, i)) == FOI_ROLE_MEASURE)
        return (int) i;
    }
  for (guint i = 0; i < columns->len; i++)
    {
      if (foi_column_get_role (g_ptr_array_index (columns, i)) == FOI_ROLE_MEASURE)
        return (int) i;
    }
  return -1;
}

/* A coverage is that of a measure; without one, it is a measure itself. */
static void
link_coverage (GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      FoiColumn *column = g_ptr_array_index (columns, i);
      int covered = find_covered (columns, i);
      g_autoptr (JsonNode) value = NULL;
      g_autoptr (FoiColumn) linked = NULL;

      if (foi_column_get_role (column) != FOI_ROLE_COVERAGE)
        continue;
      if (covered >= 0)
        {
          const char *names[]
            = { foi_column_get_name (g_ptr_array_index (columns, (guint) covered)), NULL };

          value = foi_json_new_strings (names);
          linked = foi_column_with_member (column, "foi:covers", value);
        }
      else
        {
          g_autoptr (FoiColumn) bare = foi_column_with_member (column, "foi:of", NULL);

          value = foi_json_new_string (foi_role_to_name (FOI_ROLE_MEASURE));
          linked = foi_column_with_member (bare, "foi:role", value);
        }
      foi_column_unref (column);
      g_ptr_array_index (columns, i) = g_steal_pointer (&linked);
    }
}

/* ---- rows ---- */

/* A count that came to us suppressed. */
typedef struct
{
  guint          row;
  guint          column;
  FoiTypedBounds bounds;
} Bound;

static void
read_cell (FoiPasteProposal *self, guint row, guint place, FoiColumn *column, FoiRecord *record,
           GArray *bounds)
{
  guint source = g_array_index (self->sources, guint, place);
  const char *typed
    = foi_paste_grid_get (self->grid, g_array_index (self->rows, guint, row), source);
  FoiRefusal refusal = { NULL, NULL };
  Bound bound = { row, place, { 0 } };

  if (!foi_typed_parse_full (column, typed, &record->cells[place], &bound.bounds, &refusal))
    _foi_paste_add_problem (self->problems, record->id, column, typed, &refusal);
  else if (bound.bounds.known)
    g_array_append_val (bounds, bound);
}

/* Cells with the same text have one copy of it, if they are not too far apart. */
static void
share_text (FoiRecentTexts *recent, FoiCell *cell)
{
  const char *kept = foi_recent_texts_find (recent, cell->text);

  if (kept == NULL)
    foi_recent_texts_keep (recent, cell->text);
  else
    {
      g_ref_string_release (cell->text);
      cell->text = g_ref_string_acquire ((char *) kept);
    }
}

static FoiRowStore *
read_rows (FoiPasteProposal *self, GPtrArray *columns, GArray *bounds)
{
  GPtrArray *records = g_ptr_array_sized_new (self->rows->len);
  g_autoptr (FoiRecentTexts) recent = foi_recent_texts_new ();
  gboolean go_on = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      FoiRecord *record = foi_record_new (i + 1, columns->len);

      go_on = go_on && foi_work_go_on (i, self->rows->len);
      for (guint j = 0; go_on && j < columns->len; j++)
        {
          read_cell (self, i, j, g_ptr_array_index (columns, j), record, bounds);
          if (record->cells[j].has_text)
            share_text (recent, &record->cells[j]);
        }
      g_ptr_array_add (records, record);
    }
  return foi_row_store_new_take (records);
}

/* ---- totals by name ---- */

/* The first of the problems of @row, which are in the order of rows, or of a row after it. */
static guint
find_problems (GArray *problems, guint64 row)
{
  guint from = 0, to = problems->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (problems, FoiPasteProblem, middle).row < row)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

/* The place among the problems of "Total" in @column, one of years or the like: it is no year and
 * yet says what its row is; -1 if there is none in @row. */
static int
find_total_problem (FoiPasteProposal *self, guint64 row, FoiColumn *column)
{
  for (guint i = find_problems (self->problems, row); i < self->problems->len; i++)
    {
      const FoiPasteProblem *problem = &g_array_index (self->problems, FoiPasteProblem, i);

      if (problem->row != row)
        return -1;
      if (g_str_equal (problem->column, foi_column_get_name (column))
          && foi_totals_is_label (problem->typed))
        return (int) i;
    }
  return -1;
}

/* ---- key ---- */

static gboolean
may_name_rows (FoiColumn *column)
{
  FoiRole role = foi_column_get_role (column);

  return role == FOI_ROLE_PERIOD || role == FOI_ROLE_CATEGORY;
}

/* What names a row by its cells in @places, for comparing; FALSE where nothing does. */
static gboolean
read_key (FoiPasteProposal *self, GPtrArray *columns, const FoiRecord *record,
          const guint places[2], GString *key)
{
  g_string_truncate (key, 0);
  for (gsize j = 0; j < 2; j++)
    {
      foi_column_append_plain (g_ptr_array_index (columns, places[j]),
                               &record->cells[places[j]], key);
      g_string_append_c (key, '\t');
    }
  if (record->cells[places[0]].state == FOI_CELL_VALUE
      && record->cells[places[1]].state == FOI_CELL_VALUE)
    return TRUE;
  g_string_truncate (key, 0);
  if (find_total_problem (self, record->id, g_ptr_array_index (columns, places[0])) < 0)
    return FALSE;
  g_string_append_printf (key, "%" G_GUINT64_FORMAT, record->id);
  return TRUE;
}

/* What names the first @n rows, which are all different. */
static GHashTable *
collect_keys (FoiPasteProposal *self, GPtrArray *columns, FoiRowStore *rows,
              const guint places[2], guint n)
{
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      read_key (self, columns, foi_row_store_get (rows, i), places, key);
      g_hash_table_add (seen, g_strdup (key->str));
    }
  return seen;
}

/* Whether the columns @first and @second (or -1) have another value in every row but those that are
 * called totals where others have one. Of rows that stand in order nothing need be remembered. */
static gboolean
is_key (FoiPasteProposal *self, GPtrArray *columns, FoiRowStore *rows, guint first, int second)
{
  const guint places[2] = { first, second >= 0 ? (guint) second : first };
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) last = g_string_new (NULL);

  for (guint i = 0; i < foi_row_store_get_length (rows); i++)
    {
      if (!read_key (self, columns, foi_row_store_get (rows, i), places, key)
          || !foi_work_go_on (i, G_MAXUINT64))
        return FALSE;
      if (seen == NULL && i > 0 && strcmp (key->str, last->str) <= 0)
        seen = collect_keys (self, columns, rows, places, i);
      if (seen != NULL && !g_hash_table_add (seen, g_strdup (key->str)))
        return FALSE;
      g_string_assign (last, key->str);
    }
  return TRUE;
}

/* The first column, or the first two, that name every row; NULL if nothing does. */
static JsonNode *
find_key (FoiPasteProposal *self, GPtrArray *columns, FoiRowStore *rows)
{
  for (guint i = 0; i < columns->len; i++)
    {
      FoiColumn *first = g_ptr_array_index (columns, i);
      const char *names[] = { foi_column_get_name (first), NULL, NULL };

      if (may_name_rows (first) && is_key (self, columns, rows, i, -1))
        return foi_json_new_strings (names);
    }
  for (guint i = 0; i < columns->len; i++)
    {
      for (guint j = i + 1; j < columns->len; j++)
        {
          FoiColumn *first = g_ptr_array_index (columns, i);
          FoiColumn *second = g_ptr_array_index (columns, j);
          const char *names[] = { foi_column_get_name (first), foi_column_get_name (second), NULL };

          if (may_name_rows (first) && may_name_rows (second)
              && is_key (self, columns, rows, i, (int) j))
            return foi_json_new_strings (names);
        }
    }
  return NULL;
}

/* ---- the rest of the table ---- */

static JsonNode *
make_schema (JsonNode *key)
{
  static const char *const marks[] = { "", "[c]", "[x]", "[z]", "[low]", NULL };
  static const char *const generated[] = { FOI_ROW_FIELD, NULL };
  JsonObject *schema = json_object_new ();

  json_object_set_member (schema, "primaryKey",
                          key != NULL ? json_node_ref (key) : foi_json_new_strings (generated));
  json_object_set_member (schema, "missingValues", foi_json_new_strings (marks));
  return foi_json_take_object (schema);
}

/* What does not depend on the columns: name, title, and what stood above and below. */
static JsonNode *
make_base (const char *name, const FoiPasteLayout *layout)
{
  JsonObject *base = json_object_new ();
  JsonArray *notes = json_array_new ();

  json_object_set_string_member (base, "name", name);
  json_object_set_string_member (base, "type", "table");
  if (layout->titles->len > 0)
    json_object_set_string_member (base, "title", g_ptr_array_index (layout->titles, 0));
  if (layout->titles->len > 1)
    {
      g_autoptr (GString) text = g_string_new (g_ptr_array_index (layout->titles, 1));

      for (guint i = 2; i < layout->titles->len; i++)
        g_string_append_printf (text, "\n%s", (char *) g_ptr_array_index (layout->titles, i));
      json_object_set_string_member (base, "description", text->str);
    }
  json_object_set_string_member (base, "mediatype", "application/json");
  for (guint i = 0; i < layout->footnotes->len; i++)
    {
      JsonObject *note = json_object_new ();
      g_autofree char *id = g_strdup_printf ("n%u", i + 1);

      json_object_set_string_member (note, "id", id);
      json_object_set_string_member (note, "text", g_ptr_array_index (layout->footnotes, i));
      json_array_add_object_element (notes, note);
    }
  json_object_set_array_member (base, "foi:notes", notes);
  return foi_json_take_object (base);
}

/* `{"id", "row", "field", "bounds"}`: what is known of a count that came suppressed. */
static JsonNode *
make_bound_note (FoiTableData *table, const Bound *bound, guint number)
{
  JsonNode *key = foi_table_data_dup_row_key (table, bound->row);
  FoiColumn *column = foi_table_data_get_column (table, bound->column);
  JsonObject *note = json_object_new ();
  JsonObject *range = json_object_new ();
  g_autofree char *id = g_strdup_printf ("n%u", number);

  json_object_set_string_member (note, "id", id);
  if (key != NULL)
    json_object_set_member (note, "row", key);
  json_object_set_string_member (note, "field", foi_column_get_name (column));
  json_object_set_int_member (range, "from", bound->bounds.from);
  json_object_set_int_member (range, "to", bound->bounds.to);
  json_object_set_object_member (note, "bounds", range);
  return foi_json_take_object (note);
}

/* The notes of the base and those of bounds; NULL if there are none. */
static JsonNode *
make_notes (JsonNode *base, FoiTableData *table, GArray *bounds)
{
  JsonNode *below = foi_json_get_member (base, "foi:notes");
  guint n_below = foi_json_get_n_elements (below);
  JsonArray *notes;

  if (n_below + bounds->len == 0)
    return NULL;
  notes = json_array_sized_new (n_below + bounds->len);
  for (guint i = 0; i < n_below; i++)
    json_array_add_element (notes, json_node_ref (foi_json_get_element (below, i)));
  for (guint i = 0; i < bounds->len; i++)
    json_array_add_element (
      notes, make_bound_note (table, &g_array_index (bounds, Bound, i), n_below + i + 1));
  return foi_json_take_array (notes);
}

/* The table with @row declared to be a total; NULL if it cannot be one, or must not: where it does
 * not add up nothing is claimed, unless its name can stand for nothing else (@is_called). */
static FoiTableData *
declare_total (FoiTableData *table, guint row, gboolean is_called)
{
  g_autoptr (JsonNode) totals = is_called ? foi_totals_dup_with_called_row (table, row)
                                          : foi_totals_dup_with_row (table, row);
  g_autoptr (JsonNode) resource = NULL;
  g_autoptr (FoiTableData) tried = NULL;
  g_autoptr (GArray) faults = NULL;

  if (totals == NULL)
    return NULL;
  resource = foi_json_set_member (foi_table_data_get_resource (table), "foi:totals", totals, NULL);
  tried = foi_table_data_with_resource (table, resource);
  faults = foi_totals_check (tried);
  return faults->len == 0 || is_called ? g_steal_pointer (&tried) : NULL;
}

/* Rows called totals become totals. */
static FoiTableData *
declare_totals (FoiPasteProposal *self, FoiTableData *table)
{
  FoiTableData *declared = foi_table_data_ref (table);
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (table));
  guint n_keys = foi_table_data_get_n_keys (table);
  guint key = n_keys > 0 ? foi_table_data_get_key (table, 0) : 0;

  for (guint i = 0; i < n_rows && n_keys > 0; i++)
    {
      guint64 id = foi_row_store_get (foi_table_data_get_rows (table), i)->id;
      const FoiCell *cell = foi_table_data_get_cell (table, i, key);
      int problem = find_total_problem (self, id, foi_table_data_get_column (table, key));
      FoiTableData *with_total;

      if (problem < 0 && !(cell->has_text && foi_totals_is_label (cell->text)))
        continue;
      with_total = declare_total (declared, i, problem >= 0);
      if (with_total == NULL)
        continue;
      foi_table_data_unref (declared);
      declared = with_total;
      /* That it is a total says all that its name said. */
      if (problem >= 0)
        g_array_remove_index (self->problems, (guint) problem);
    }
  return declared;
}

static FoiTableData *
with_totals (FoiTableData *table, JsonNode *totals)
{
  g_autoptr (JsonNode) owned = totals;
  g_autoptr (JsonNode) resource
    = foi_json_set_member (foi_table_data_get_resource (table), "foi:totals", totals, NULL);

  return foi_table_data_with_resource (table, resource);
}

/* So do those that add up, whatever they are called. */
static FoiTableData *
declare_found (FoiPasteProposal *self, FoiTableData *table)
{
  FoiTableData *declared = foi_table_data_ref (table);

  self->found = foi_totals_find (table);
  for (guint i = 0; i < self->found->len; i++)
    {
      const FoiFoundTotal *total = g_ptr_array_index (self->found, i);
      g_autoptr (FoiTableData) before = g_steal_pointer (&declared);

      declared = with_totals (before, foi_found_total_dup_declared (total, before));
    }
  return declared;
}

static FoiTableData *
make_table (FoiPasteProposal *self, GPtrArray *columns)
{
  g_autoptr (GArray) bounds = g_array_new (FALSE, FALSE, sizeof (Bound));
  g_autoptr (FoiRowStore) rows = read_rows (self, columns, bounds);
  g_autoptr (JsonNode) key = find_key (self, columns, rows);
  g_autoptr (JsonNode) schema = make_schema (key);
  g_autoptr (JsonNode) resource = foi_json_set_member (self->base, "schema", schema, NULL);
  g_autoptr (JsonNode) notes = NULL;
  g_autoptr (JsonNode) whole = NULL;
  g_autoptr (FoiTableData) bare = NULL;
  g_autoptr (FoiTableData) table = NULL;
  g_autoptr (FoiTableData) called = NULL;

  if (key == NULL)
    {
      g_autoptr (FoiRowStore) without = g_steal_pointer (&rows);

      rows = foi_generated_key_add (columns, without);
    }
  bare = foi_table_data_new (resource, columns, rows, self->rows->len + 1);
  notes = make_notes (self->base, bare, bounds);
  whole = foi_json_set_member (resource, "foi:notes", notes, NULL);
  table = foi_table_data_with_resource (bare, whole);
  called = declare_totals (self, table);
  return declare_found (self, called);
}

/**
 * foi_paste_propose_table:
 * @grid: a pasted block
 * @name: the name that the table will have
 *
 * Makes a table of a block: a title above it, the row of headings, a row of units, types and roles
 * of the columns, what names the rows, totals that add up, notes below. Nothing that was pasted is
 * lost or altered: what could not be read is among the problems.
 *
 * Returns: (transfer full) (nullable): the proposal; %NULL if there is nothing in the block.
 */
FoiPasteProposal *
foi_paste_propose_table (FoiPasteGrid *grid, const char *name)
{
  g_auto (FoiPasteLayout) layout = { NULL, -1, -1, NULL, NULL };
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  FoiPasteProposal *self;

  g_return_val_if_fail (grid != NULL && name != NULL, NULL);

  if (foi_paste_grid_get_n_rows (grid) == 0)
    return NULL;
  g_ptr_array_set_free_func (columns, (GDestroyNotify) foi_column_unref);
  foi_paste_layout_read (&layout, grid);
  self = g_new0 (FoiPasteProposal, 1);
  self->grid = foi_paste_grid_ref (grid);
  self->problems = _foi_paste_problems_new ();
  self->rows = g_array_ref (layout.rows);
  self->sources = g_array_new (FALSE, FALSE, sizeof (guint));
  self->base = make_base (name, &layout);
  for (guint i = 0; i < foi_paste_grid_get_n_columns (grid); i++)
    {
      FoiColumn *column = propose_column (grid, &layout, i, used);

      if (column == NULL)
        continue;
      g_ptr_array_add (columns, column);
      g_array_append_val (self->sources, i);
    }
  link_coverage (columns);
  self->table = make_table (self, columns);
  return self;
}

/**
 * foi_paste_proposal_with_columns:
 * @self: a proposal
 * @columns: (element-type FoiColumn): for each column of it that came from the block, what a person
 *   wants it to be
 *
 * Returns: (transfer full): the proposal with these columns, its cells read anew.
 */
FoiPasteProposal *
foi_paste_proposal_with_columns (FoiPasteProposal *self, GPtrArray *columns)
{
  g_autoptr (GPtrArray) own = NULL;
  FoiPasteProposal *made;

  g_return_val_if_fail (self != NULL && columns != NULL, NULL);
  g_return_val_if_fail (columns->len == self->sources->len, NULL);

  /* A generated key is not among them: another column may name the rows now. */
  own = g_ptr_array_copy (columns, (GCopyFunc) (void (*) (void)) foi_column_ref, NULL);
  g_ptr_array_set_free_func (own, (GDestroyNotify) foi_column_unref);
  made = g_new0 (FoiPasteProposal, 1);
  made->grid = foi_paste_grid_ref (self->grid);
  made->problems = _foi_paste_problems_new ();
  made->rows = g_array_ref (self->rows);
  made->sources = g_array_ref (self->sources);
  made->base = json_node_ref (self->base);
  made->table = make_table (made, own);
  return made;
}

/**
 * foi_paste_proposal_with_column:
 * @self: a proposal
 * @index: the place of a column in its table
 * @column: what a person wants the column to be
 *
 * Returns: (transfer full): the proposal with that column, its cells read anew.
 */
FoiPasteProposal *
foi_paste_proposal_with_column (FoiPasteProposal *self, guint index, FoiColumn *column)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && column != NULL, NULL);
  g_return_val_if_fail (index < self->sources->len, NULL);

  for (guint i = 0; i < self->sources->len; i++)
    g_ptr_array_add (columns, i == index ? column : foi_table_data_get_column (self->table, i));
  return foi_paste_proposal_with_columns (self, columns);
}

/**
 * foi_paste_proposal_refuse_total:
 * @self: a proposal
 * @index: which of its @found
 *
 * A person says that it is no total: the table does not declare it.
 */
void
foi_paste_proposal_refuse_total (FoiPasteProposal *self, guint index)
{
  g_autoptr (FoiTableData) before = NULL;

  g_return_if_fail (self != NULL && index < self->found->len);

  before = g_steal_pointer (&self->table);
  self->table = with_totals (
    before, foi_found_total_dup_without (g_ptr_array_index (self->found, index), before));
}

/**
 * foi_paste_proposal_free:
 * @self: (nullable): a proposal
 *
 * Frees it.
 */
void
foi_paste_proposal_free (FoiPasteProposal *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->table, foi_table_data_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_array_unref (self->problems);
  foi_paste_grid_unref (self->grid);
  g_array_unref (self->rows);
  g_array_unref (self->sources);
  json_node_unref (self->base);
  g_free (self);
}
