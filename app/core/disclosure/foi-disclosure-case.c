/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-case-private.h"

#include <string.h>

#include "foi-cell-list.h"
#include "foi-json-edit.h"
#include "foi-number.h"
#include "foi-totals.h"

typedef struct
{
  FoiCellList *withheld;
  FoiCellList *bounds;
  FoiSmallRule rule;
} Lists;

static void
free_lists (gpointer data)
{
  Lists *lists = data;

  foi_cell_list_free (lists->withheld);
  foi_cell_list_free (lists->bounds);
  g_free (lists);
}

static guint
hash_place (gconstpointer data)
{
  const FoiCellPlace *place = data;

  return g_direct_hash (place->data) + place->row * 31 + place->column * 1000003;
}

static gboolean
equal_place (gconstpointer a, gconstpointer b)
{
  const FoiCellPlace *left = a, *right = b;

  return left->data == right->data && left->row == right->row && left->column == right->column;
}

/*
 * _foi_disclosure_is_count:
 *
 * Returns: whether the numbers of a column add up.
 */
gboolean
_foi_disclosure_is_count (FoiColumn *column)
{
  FoiValueType type = foi_column_get_value_type (column);

  return (type == FOI_VALUE_INTEGER || type == FOI_VALUE_DECIMAL || type == FOI_VALUE_MONEY)
         && foi_column_get_role (column) != FOI_ROLE_COVERAGE;
}

/*
 * _foi_disclosure_is_whole:
 *
 * Returns: whether all cells of the table are taken up.
 */
gboolean
_foi_disclosure_is_whole (FoiDisclosureDraft *draft, FoiTableData *data)
{
  return draft->wholes != NULL
         && g_strv_contains (draft->wholes, foi_table_data_get_name (data));
}

static Lists *
get_lists (FoiDisclosureDraft *draft, FoiTableData *data)
{
  Lists *lists = g_hash_table_lookup (draft->lists, data);
  const char *name = foi_table_data_get_name (data);

  if (lists != NULL)
    return lists;
  lists = g_new (Lists, 1);
  lists->withheld = foi_cell_list_new (draft->self->state, name, FOI_CELL_LIST_WITHHELD);
  lists->bounds = foi_cell_list_new (draft->self->state, name, FOI_CELL_LIST_BOUNDS);
  lists->rule = draft->rule != NULL && _foi_disclosure_is_whole (draft, data)
                  ? *draft->rule : foi_small_rule_of_table (draft->self->state, data);
  g_hash_table_insert (draft->lists, data, lists);
  return lists;
}

/*
 * _foi_disclosure_get_rule:
 *
 * Returns: (transfer none): the rule of a table, or the one that it is to have.
 */
const FoiSmallRule *
_foi_disclosure_get_rule (FoiDisclosureDraft *draft, FoiTableData *data)
{
  return &get_lists (draft, data)->rule;
}

/*
 * _foi_disclosure_is_rounded:
 *
 * Returns: whether a figure stands rounded in its cell: one that is no multiple was not.
 */
gboolean
_foi_disclosure_is_rounded (const FoiSmallRule *rule, FoiTableData *data, guint row, guint column)
{
  FoiColumn *what = foi_table_data_get_column (data, column);
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);

  return rule->round > 1 && foi_column_get_value_type (what) == FOI_VALUE_INTEGER
         && _foi_disclosure_is_count (what) && !foi_table_data_is_key (data, column)
         && !foi_column_is_left_out (what) && cell->state == FOI_CELL_VALUE && cell->number >= 0
         && cell->number % rule->round == 0;
}

/*
 * _foi_disclosure_is_hidden:
 *
 * Returns: whether a reader does not see the true figure of a cell; one of a column that is left
 *   out of the letter he does not see at all.
 */
gboolean
_foi_disclosure_is_hidden (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column)
{
  return foi_table_data_get_cell (data, row, column)->state == FOI_CELL_SUPPRESSED
         || foi_column_is_left_out (foi_table_data_get_column (data, column))
         || _foi_disclosure_is_rounded (_foi_disclosure_get_rule (draft, data), data, row, column);
}

/* The entry of `withheld` of a cell, or what its note says of its bounds. */
static JsonNode *
find_entry (FoiCellList *list, FoiTableData *data, guint row, guint column)
{
  g_autoptr (JsonNode) address = foi_table_data_dup_row_address (data, row);

  return address == NULL
           ? NULL
           : foi_cell_list_get (list, address,
                                foi_column_get_name (foi_table_data_get_column (data, column)));
}

/* The value that the file has apart from its cell. */
static void
read_value (FoiColumn *column, JsonNode *entry, FoiSecretCell *cell)
{
  JsonNode *value = entry == NULL ? NULL : foi_json_get_member (entry, "value");
  FoiCell content = FOI_CELL_INIT;

  if (value != NULL && foi_json_is_integer (value))
    cell->is_known = foi_column_cell_from_json (column, TRUE, json_node_get_int (value), NULL, 0,
                                                &content, NULL);
  else if (value != NULL && foi_json_is_string (value))
    cell->is_known = foi_column_cell_from_json (column, FALSE, 0, json_node_get_string (value),
                                                strlen (json_node_get_string (value)), &content,
                                                NULL);
  cell->is_known = cell->is_known && content.state == FOI_CELL_VALUE && !content.has_text
                   && content.number >= 0;
  cell->value = cell->is_known ? content.number : 0;
  foi_cell_clear (&content);
}

/* The true value behind a mark, or between what it lies, from the case's lists. */
static void
read_suppressed (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column,
                 FoiSecretCell *cell)
{
  Lists *lists = get_lists (draft, data);
  JsonNode *entry = find_entry (lists->withheld, data, row, column);
  JsonNode *bounds = find_entry (lists->bounds, data, row, column);

  read_value (foi_table_data_get_column (data, column), entry, cell);
  cell->is_primary = entry == NULL || foi_cell_list_get_by (entry) != FOI_WITHHELD_SECONDARY;
  if (cell->is_primary && cell->is_known && foi_small_rule_covers (&lists->rule, cell->value))
    {
      cell->need_from = lists->rule.zero ? 0 : 1;
      cell->need_to = lists->rule.threshold;
      /* The mark is in words: everybody knows what it covers. */
      if (lists->rule.says_fewer)
        {
          cell->from = cell->need_from;
          cell->to = cell->need_to;
        }
    }
  bounds = bounds == NULL ? NULL : foi_json_get_member (bounds, "bounds");
  if (bounds == NULL)
    return;
  cell->from = cell->need_from = MAX (foi_json_get_integer (bounds, "from", 0), 0);
  cell->to = cell->need_to = foi_json_get_integer (bounds, "to", FOI_LINEAR_NO_TO);
}

/* A figure that is rounded tells between what it lies. Of a small one all small numbers between
 * have to stay possible; of one that we do not know nobody can say whether it is small. */
static void
read_rounded (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column,
              FoiSecretCell *cell)
{
  Lists *lists = get_lists (draft, data);
  gint64 shown = foi_table_data_get_cell (data, row, column)->number;
  JsonNode *entry = find_entry (lists->withheld, data, row, column);

  cell->is_suppressed = cell->is_rounded = TRUE;
  foi_small_rule_get_rounded (&lists->rule, shown, &cell->from, &cell->to);
  cell->is_known = lists->rule.is_ours && entry == NULL;
  cell->value = cell->is_known ? shown : 0;
  if (entry != NULL && foi_cell_list_get_by (entry) == FOI_WITHHELD_ROUNDED)
    read_value (foi_table_data_get_column (data, column), entry, cell);
  if (!cell->is_known || !foi_small_rule_covers (&lists->rule, cell->value))
    return;
  cell->is_primary = TRUE;
  cell->need_from = MAX (cell->from, lists->rule.zero ? 0 : 1);
  cell->need_to = MIN (cell->to, lists->rule.threshold);
}

static void
read_cell (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column,
           FoiSecretCell *cell)
{
  const FoiCell *content = foi_table_data_get_cell (data, row, column);

  cell->need_from = 1;
  cell->need_to = 0;
  cell->is_left_out = foi_column_is_left_out (foi_table_data_get_column (data, column));
  if (_foi_disclosure_is_rounded (_foi_disclosure_get_rule (draft, data), data, row, column))
    read_rounded (draft, data, row, column, cell);
  /* A blank part adds nothing to a total that holds: who reads it takes it for 0. */
  else if (content->state == FOI_CELL_NOT_APPLICABLE || content->state == FOI_CELL_BLANK
           || content->state == FOI_CELL_VALUE)
    {
      cell->is_known = TRUE;
      cell->value = content->state == FOI_CELL_VALUE ? content->number : 0;
      cell->is_suppressed = cell->is_left_out;
    }
  else
    {
      cell->is_suppressed = TRUE;
      if (content->state == FOI_CELL_SUPPRESSED)
        read_suppressed (draft, data, row, column, cell);
    }
}

/*
 * _foi_disclosure_draft_take:
 *
 * Returns: the number of a table's cell in the problem, into which it is taken up.
 */
guint
_foi_disclosure_draft_take (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column)
{
  FoiDisclosureCase *self = draft->self;
  FoiCellPlace place = { data, row, column };
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (draft->numbers, &place));

  if (number > 0)
    return number - 1;
  number = foi_disclosure_problem_add_cell (self->problem, NULL);
  read_cell (draft, data, row, column, foi_disclosure_problem_get (self->problem, number));
  g_array_append_val (self->places, place);
  g_hash_table_insert (draft->numbers, g_memdup2 (&place, sizeof place),
                       GUINT_TO_POINTER (number + 1));
  return number;
}

/*
 * _foi_disclosure_get_truth:
 *
 * Gives the true number of a cell, without taking the cell up where the table itself shows it.
 */
gboolean
_foi_disclosure_get_truth (FoiDisclosureDraft *draft, FoiTableData *data, guint row,
                           guint column, gint64 *out)
{
  const FoiCell *content = foi_table_data_get_cell (data, row, column);
  FoiSecretCell *cell;

  *out = content->number;
  if (!_foi_disclosure_is_hidden (draft, data, row, column))
    return content->state == FOI_CELL_VALUE;
  cell = foi_disclosure_problem_get (draft->self->problem,
                                     _foi_disclosure_draft_take (draft, data, row, column));
  *out = cell->value;
  return cell->is_known;
}

/*
 * _foi_disclosure_draft_add_line:
 *
 * Returns: (transfer none): a line whose terms come to 0.
 */
FoiLine *
_foi_disclosure_draft_add_line (FoiDisclosureDraft *draft, FoiLineKind kind)
{
  FoiLine *line = foi_disclosure_problem_add_line (draft->self->problem);

  line->kind = kind;
  return line;
}

/*
 * _foi_disclosure_draft_keep_line:
 * @line: the last one that was added
 *
 * Takes a line back that tells nothing, or that is not so: a reader who believes it is misled.
 *
 * Returns: whether it was kept.
 */
gboolean
_foi_disclosure_draft_keep_line (FoiDisclosureDraft *draft, FoiLine *line)
{
  FoiDisclosureProblem *problem = draft->self->problem;
  gboolean is_all_known = TRUE, is_any_hidden = draft->wholes != NULL;
  FoiWide sum = 0;

  for (guint i = 0; i < line->terms->len; i++)
    {
      FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);
      FoiSecretCell *cell = foi_disclosure_problem_get (problem, term->cell);

      is_any_hidden = is_any_hidden || cell->is_suppressed;
      is_all_known = is_all_known && cell->is_known;
      sum += (FoiWide) cell->value * term->factor;
    }
  if (is_any_hidden
      && (!is_all_known
          || ((line->from == FOI_LINEAR_NO_FROM || sum >= line->from)
              && (line->to == FOI_LINEAR_NO_TO || sum <= line->to))))
    return TRUE;
  g_ptr_array_remove_index (problem->lines, problem->lines->len - 1);
  return FALSE;
}

/*
 * _foi_disclosure_draft_tell:
 *
 * Lets the reader know a cell that is suppressed in its table.
 */
void
_foi_disclosure_draft_tell (FoiDisclosureDraft *draft, FoiLineKind kind, guint cell, gint64 value)
{
  FoiLine *line = _foi_disclosure_draft_add_line (draft, kind);

  foi_line_add (line, cell, 1);
  line->from = line->to = value;
  _foi_disclosure_draft_keep_line (draft, line);
}

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* Whether a table's lines are of use: it is the one that is asked for, or has gaps. */
static gboolean
is_of_use (FoiDisclosureDraft *draft, FoiTableData *data)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));

  if (_foi_disclosure_is_whole (draft, data)
      || foi_small_rule_of_table (draft->self->state, data).round > 1)
    return TRUE;
  for (guint i = 0; i < n_rows; i++)
    {
      for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
        {
          if (foi_table_data_get_cell (data, i, j)->state == FOI_CELL_SUPPRESSED)
            return TRUE;
        }
    }
  return FALSE;
}

/* Its rows as positions; FALSE where one is not there. */
static gboolean
find_rows (FoiTableData *data, JsonNode *of, GArray *rows)
{
  g_array_set_size (rows, 0);
  for (guint i = 0; i < foi_json_get_n_elements (of); i++)
    {
      guint row;

      if (!foi_table_data_find_row (data, foi_json_get_element (of, i), &row))
        return FALSE;
      g_array_append_val (rows, row);
    }
  return rows->len > 0;
}

/* Whether the letter's columns tell anything of a column that it has not: as a part of a total, or
 * as the total. */
static gboolean
is_in_column_total (FoiTableData *data, guint column)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (data), "foi:totals");
  const char *name = foi_column_get_name (foi_table_data_get_column (data, column));

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      JsonNode *of = foi_json_get_member (total, "of");
      const char *field = foi_json_get_string (total, "field", NULL);

      if (field == NULL)
        continue;
      if (strcmp (field, name) == 0)
        return TRUE;
      for (guint j = 0; j < foi_json_get_n_elements (of); j++)
        {
          JsonNode *part = foi_json_get_element (of, j);

          if (foi_json_is_string (part) && strcmp (json_node_get_string (part), name) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_row_total (FoiDisclosureDraft *draft, FoiTableData *data, guint total, GArray *rows)
{
  for (guint column = 0; column < foi_table_data_get_n_columns (data); column++)
    {
      FoiLine *line;

      if (!_foi_disclosure_is_count (foi_table_data_get_column (data, column))
          || (foi_column_is_left_out (foi_table_data_get_column (data, column))
              && !is_in_column_total (data, column))
          || foi_table_data_get_cell (data, total, column)->state == FOI_CELL_BLANK)
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_TOTAL);
      line->total = (int) _foi_disclosure_draft_take (draft, data, total, column);
      foi_line_add (line, (guint) line->total, -1);
      for (guint i = 0; i < rows->len; i++)
        foi_line_add (line,
                      _foi_disclosure_draft_take (draft, data, g_array_index (rows, guint, i),
                                                  column), 1);
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

static void
add_term_of_column (FoiDisclosureDraft *draft, FoiLine *line, FoiTableData *data, guint row,
                    guint column, gint64 sign)
{
  FoiColumn *what = foi_table_data_get_column (data, column);

  foi_line_add (line, _foi_disclosure_draft_take (draft, data, row, column),
                sign * power_of_ten (FOI_MAX_DECIMALS - foi_column_get_decimals (what)));
}

static void
add_column_total (FoiDisclosureDraft *draft, FoiTableData *data, guint total, GArray *columns)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  gboolean is_whole = _foi_disclosure_is_whole (draft, data);

  for (guint row = 0; row < n_rows; row++)
    {
      gboolean is_any = is_whole || _foi_disclosure_is_hidden (draft, data, row, total);
      FoiLine *line;

      for (guint i = 0; i < columns->len && !is_any; i++)
        is_any = _foi_disclosure_is_hidden (draft, data, row, g_array_index (columns, guint, i));
      if (!is_any || foi_table_data_get_cell (data, row, total)->state == FOI_CELL_BLANK)
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_TOTAL);
      line->total = (int) _foi_disclosure_draft_take (draft, data, row, total);
      add_term_of_column (draft, line, data, row, total, -1);
      for (guint i = 0; i < columns->len; i++)
        add_term_of_column (draft, line, data, row, g_array_index (columns, guint, i), 1);
      /* In the smallest units that any of them has. */
      while (line->terms->len > 0)
        {
          gboolean is_even = TRUE;

          for (guint i = 0; i < line->terms->len; i++)
            is_even = is_even && g_array_index (line->terms, FoiLineTerm, i).factor % 10 == 0;
          for (guint i = 0; is_even && i < line->terms->len; i++)
            g_array_index (line->terms, FoiLineTerm, i).factor /= 10;
          if (!is_even)
            break;
        }
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

static int
find_count (FoiTableData *data, const char *name)
{
  int column = name == NULL ? -1 : foi_table_data_find_column (data, name);

  return column >= 0 && _foi_disclosure_is_count (foi_table_data_get_column (data, (guint) column))
           ? column : -1;
}

static gboolean
find_columns (FoiTableData *data, JsonNode *of, GArray *columns)
{
  g_array_set_size (columns, 0);
  for (guint i = 0; i < foi_json_get_n_elements (of); i++)
    {
      JsonNode *name = foi_json_get_element (of, i);
      int column = foi_json_is_string (name) ? find_count (data, json_node_get_string (name)) : -1;
      guint place = (guint) column;

      if (column < 0)
        return FALSE;
      g_array_append_val (columns, place);
    }
  return columns->len > 0;
}

static void
add_totals (FoiDisclosureDraft *draft, FoiTableData *data)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (data), "foi:totals");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      JsonNode *of = foi_json_get_member (total, "of");
      JsonNode *key = foi_json_get_member (total, "row");
      int column = find_count (data, foi_json_get_string (total, "field", NULL));
      guint row;

      if (key != NULL && foi_table_data_find_row (data, key, &row)
          && find_rows (data, of, places))
        add_row_total (draft, data, row, places);
      if (column >= 0 && find_columns (data, of, places))
        add_column_total (draft, data, (guint) column, places);
    }
}

static gboolean
take_same (FoiDisclosureDraft *draft, JsonNode *node, guint *out)
{
  const char *name = foi_json_get_string (node, "table", NULL);
  FoiTableData *data = name == NULL ? NULL : foi_case_state_find_table (draft->self->state, name);
  JsonNode *key = foi_json_get_member (node, "row");
  int column = data == NULL ? -1 : find_count (data, foi_json_get_string (node, "field", NULL));
  guint row;

  if (column < 0 || key == NULL || !foi_table_data_find_row (data, key, &row))
    return FALSE;
  *out = _foi_disclosure_draft_take (draft, data, row, (guint) column);
  return TRUE;
}

/* Cells of several tables that are one and the same figure. */
static void
add_same (FoiDisclosureDraft *draft, FoiTableData *data)
{
  JsonNode *groups = foi_json_get_member (foi_table_data_get_resource (data), "foi:same");

  for (guint i = 0; i < foi_json_get_n_elements (groups); i++)
    {
      JsonNode *group = foi_json_get_element (groups, i);
      gboolean has_first = FALSE;
      guint first = 0, next;

      for (guint j = 0; j < foi_json_get_n_elements (group); j++)
        {
          FoiLine *line;

          if (!take_same (draft, foi_json_get_element (group, j), &next)
              || (has_first && next == first))
            continue;
          if (!has_first)
            {
              first = next;
              has_first = TRUE;
              continue;
            }
          line = _foi_disclosure_draft_add_line (draft, FOI_LINE_SAME);
          foi_line_add (line, first, 1);
          foi_line_add (line, next, -1);
          _foi_disclosure_draft_keep_line (draft, line);
        }
    }
}

static void
take_cells (FoiDisclosureDraft *draft, FoiTableData *data)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  gboolean is_whole = _foi_disclosure_is_whole (draft, data);

  for (guint i = 0; i < n_rows; i++)
    {
      for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
        {
          FoiColumn *column = foi_table_data_get_column (data, j);

          if (_foi_disclosure_is_count (column) && !foi_column_is_left_out (column)
              && (is_whole || _foi_disclosure_is_hidden (draft, data, i, j)))
            _foi_disclosure_draft_take (draft, data, i, j);
        }
    }
}

/**
 * foi_disclosure_case_new:
 * @whole_table: (nullable): a table of which all cells and lines are taken up, to choose from
 * @rule: (nullable): the rule that it is to have
 *
 * Returns: (transfer full): what a reader of the case's letters sees and knows.
 */
FoiDisclosureCase *
foi_disclosure_case_new (FoiCaseState *state, const char *whole_table, const FoiSmallRule *rule)
{
  const char *const wholes[] = { whole_table, NULL };

  return foi_disclosure_case_new_of (state, whole_table != NULL ? wholes : NULL, rule);
}

/*
 * _foi_disclosure_draft_init:
 *
 * Begins a problem of a case, without a cell yet.
 */
void
_foi_disclosure_draft_init (FoiDisclosureDraft *draft, FoiCaseState *state,
                            const char *const *wholes, const FoiSmallRule *rule)
{
  *draft = (FoiDisclosureDraft) { .wholes = wholes, .rule = rule };
  draft->self = g_new0 (FoiDisclosureCase, 1);
  draft->self->state = foi_case_state_ref (state);
  draft->self->problem = foi_disclosure_problem_new ();
  draft->self->places = g_array_new (FALSE, FALSE, sizeof (FoiCellPlace));
  draft->numbers = g_hash_table_new_full (hash_place, equal_place, g_free, NULL);
  draft->lists = g_hash_table_new_full (NULL, NULL, NULL, free_lists);
}

/*
 * _foi_disclosure_draft_clear:
 *
 * Lets go of what was only of use on the way, and of the problem if nobody took it.
 */
void
_foi_disclosure_draft_clear (FoiDisclosureDraft *draft)
{
  g_clear_pointer (&draft->self, foi_disclosure_case_free);
  g_clear_pointer (&draft->numbers, g_hash_table_unref);
  g_clear_pointer (&draft->lists, g_hash_table_unref);
}

/**
 * foi_disclosure_case_new_of:
 * @wholes: (nullable) (array zero-terminated=1): tables of which all cells and lines are taken up
 * @rule: (nullable): the rule that they are to have
 *
 * As foi_disclosure_case_new(), of several tables.
 *
 * Returns: (transfer full): what a reader of the case's letters sees and knows.
 */
FoiDisclosureCase *
foi_disclosure_case_new_of (FoiCaseState *state, const char *const *wholes,
                            const FoiSmallRule *rule)
{
  g_auto (FoiDisclosureDraft) draft = { NULL, NULL, NULL, NULL, NULL };
  GPtrArray *tables = foi_case_state_get_tables (state);

  _foi_disclosure_draft_init (&draft, state, wholes, rule);
  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *data = tables->pdata[i];

      add_same (&draft, data);
      if (!is_of_use (&draft, data))
        continue;
      take_cells (&draft, data);
      add_totals (&draft, data);
      _foi_disclosure_add_rates (&draft, data);
      _foi_disclosure_add_quotes (&draft, data);
      _foi_disclosure_add_issued (&draft, data);
    }
  return g_steal_pointer (&draft.self);
}

/**
 * foi_disclosure_case_free:
 *
 * Frees it.
 */
void
foi_disclosure_case_free (FoiDisclosureCase *self)
{
  foi_case_state_unref (self->state);
  foi_disclosure_problem_free (self->problem);
  g_array_unref (self->places);
  g_free (self);
}

/**
 * foi_disclosure_case_get_place:
 *
 * Returns: (transfer none): where a cell of the problem stands.
 */
const FoiCellPlace *
foi_disclosure_case_get_place (FoiDisclosureCase *self, guint cell)
{
  return &g_array_index (self->places, FoiCellPlace, cell);
}
