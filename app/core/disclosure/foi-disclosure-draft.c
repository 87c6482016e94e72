/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-combined.h"

#include <string.h>

#include "foi-cell-list.h"
#include "foi-json-edit.h"
#include "foi-totals.h"

/* Cells of a case as cells of a problem: what of each a reader sees, and what he must not find. */

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

  g_clear_pointer (&lists->withheld, foi_cell_list_free);
  g_clear_pointer (&lists->bounds, foi_cell_list_free);
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

/* The true figures of what is in its table no more, as withheld ones: the small ones for their own
 * sake. */
static void
take_combined (FoiDisclosureDraft *draft, FoiTableData *data, Lists *lists)
{
  const FoiCombined *combined = g_hash_table_lookup (draft->combined, data);

  for (guint i = 0; combined != NULL && i < combined->entries->len; i++)
    {
      JsonNode *entry = combined->entries->pdata[i];
      const char *field = foi_json_get_string (entry, "field", "");
      JsonNode *value = foi_json_get_member (entry, "value");
      const int column = foi_table_data_find_column (data, field);
      FoiCell cell = FOI_CELL_INIT;
      gboolean is_small;

      if (column < 0 || value == NULL)
        continue;
      is_small = foi_column_cell_from_node (foi_table_data_get_column (data, (guint) column), value,
                                            &cell)
                 && cell.state == FOI_CELL_VALUE && !cell.has_text
                 && foi_small_rule_covers (&lists->rule,
                                           foi_table_data_get_column (data, (guint) column),
                                           cell.number);
      foi_cell_list_set_value (lists->withheld, foi_json_get_member (entry, "row"), field, value,
                               is_small ? FOI_WITHHELD_PRIMARY : FOI_WITHHELD_SECONDARY);
      foi_cell_clear (&cell);
    }
}

static Lists *
get_lists (FoiDisclosureDraft *draft, FoiTableData *data)
{
  Lists *lists = g_hash_table_lookup (draft->lists, data);
  const char *name = foi_table_data_get_name (data);
  const char *was = g_hash_table_lookup (draft->earlier, data);

  if (lists != NULL)
    return lists;
  if (was != NULL)
    name = was;
  lists = g_new0 (Lists, 1);
  /* A letter of before may have a table that is gone. */
  if (foi_case_state_find_table (draft->self->state, name) != NULL)
    {
      lists->withheld = foi_cell_list_new (draft->self->state, name, FOI_CELL_LIST_WITHHELD);
      lists->bounds = foi_cell_list_new (draft->self->state, name, FOI_CELL_LIST_BOUNDS);
    }
  lists->rule = draft->rule != NULL && _foi_disclosure_is_whole (draft, data)
                  ? *draft->rule : foi_small_rule_of_table (draft->self->state, data);
  /* Of what was shown before nothing can be kept any more. */
  if (was != NULL)
    lists->rule.threshold = 0;
  if (lists->withheld != NULL)
    take_combined (draft, data, lists);
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
         && foi_small_rule_is_for (what) && !foi_table_data_is_key (data, column)
         && !foi_column_is_left_out (what) && cell->state == FOI_CELL_VALUE && cell->number >= 0
         && cell->number % rule->round == 0;
}

/*
 * _foi_disclosure_is_exact:
 *
 * Returns: whether a small figure stands as it is in a table that was rounded here.
 */
gboolean
_foi_disclosure_is_exact (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column)
{
  const FoiSmallRule *rule = _foi_disclosure_get_rule (draft, data);
  FoiColumn *what = foi_table_data_get_column (data, column);
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);

  return rule->is_ours && rule->round > 1 && cell->state == FOI_CELL_VALUE
         && foi_column_get_value_type (what) == FOI_VALUE_INTEGER
         && foi_small_rule_is_for (what) && !foi_table_data_is_key (data, column)
         && !foi_column_is_left_out (what) && cell->number % rule->round != 0
         && foi_small_rule_covers (rule, what, cell->number);
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

  return address == NULL || list == NULL
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

  cell->is_known = foi_column_cell_from_node (column, value, &content)
                   && content.state == FOI_CELL_VALUE && !content.has_text
                   && content.number >= 0;
  cell->value = cell->is_known ? content.number : 0;
  foi_cell_clear (&content);
}

/* All that the rule covers has to stay possible. */
static void
need_all_small (const FoiSmallRule *rule, FoiColumn *column, FoiSecretCell *cell)
{
  cell->need_from = rule->zero ? 0 : 1;
  cell->need_to = foi_small_rule_get_most (rule, column);
}

/* The true value behind a mark, or between what it lies, from the case's lists. */
static void
read_suppressed (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column,
                 FoiSecretCell *cell)
{
  Lists *lists = get_lists (draft, data);
  JsonNode *entry = find_entry (lists->withheld, data, row, column);
  JsonNode *bounds = find_entry (lists->bounds, data, row, column);
  FoiColumn *what = foi_table_data_get_column (data, column);

  read_value (what, entry, cell);
  cell->is_primary = entry == NULL || foi_cell_list_get_by (entry) != FOI_WITHHELD_SECONDARY;
  /* What came to us as a mark is small for all that anybody knows. */
  if (cell->is_primary && lists->rule.threshold > 0
      && (!cell->is_known || foi_small_rule_covers (&lists->rule, what, cell->value)))
    {
      need_all_small (&lists->rule, what, cell);
      /* The mark is in words: everybody knows what it covers, and that 5.5 is fewer than 6. */
      if (lists->rule.says_fewer)
        {
          cell->from = cell->need_from;
          cell->to = cell->need_to + cell->unit - 1;
        }
    }
  bounds = bounds == NULL ? NULL : foi_json_get_member (bounds, "bounds");
  if (bounds == NULL)
    return;
  /* What came as "<5" is 1 to 4 in whole numbers, and in others all between 0 and 5. */
  cell->from = cell->need_from
    = CLAMP (foi_json_get_integer (bounds, "from", 0), 0, FOI_DISCLOSURE_MAX_VALUE);
  if (cell->from > 0)
    cell->from = cell->need_from = (cell->from - 1) * cell->unit + 1;
  cell->to = foi_json_get_integer (bounds, "to", FOI_LINEAR_NO_TO);
  if (cell->to != FOI_LINEAR_NO_TO)
    cell->to = (CLAMP (cell->to, 0, FOI_DISCLOSURE_MAX_VALUE) + 1) * cell->unit - 1;
  cell->need_to = cell->to;
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
  FoiColumn *what = foi_table_data_get_column (data, column);

  cell->is_suppressed = cell->is_rounded = TRUE;
  foi_small_rule_get_rounded (&lists->rule, shown, &cell->from, &cell->to);
  cell->is_known = lists->rule.is_ours && entry == NULL;
  cell->value = cell->is_known ? shown : 0;
  if (entry != NULL && foi_cell_list_get_by (entry) == FOI_WITHHELD_ROUNDED)
    read_value (what, entry, cell);
  if (!cell->is_known || !foi_small_rule_covers (&lists->rule, what, cell->value))
    return;
  cell->is_primary = TRUE;
  need_all_small (&lists->rule, what, cell);
  cell->need_from = MAX (cell->from, cell->need_from);
  cell->need_to = MIN (cell->to, cell->need_to);
}

/* What is small harms nobody less where its whole column is left out, if it can be worked out. */
static void
read_small (FoiDisclosureDraft *draft, FoiTableData *data, guint column, FoiSecretCell *cell)
{
  const FoiSmallRule *rule = &get_lists (draft, data)->rule;
  FoiColumn *what = foi_table_data_get_column (data, column);

  if (!foi_small_rule_covers (rule, what, cell->value))
    return;
  cell->is_primary = TRUE;
  need_all_small (rule, what, cell);
}

/* A blank part adds nothing to a total that holds: who reads it takes it for 0. */
static gboolean
adds_nothing (const FoiCell *content)
{
  return content->state == FOI_CELL_NOT_APPLICABLE || content->state == FOI_CELL_BLANK;
}

static void
read_cell (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column,
           FoiSecretCell *cell)
{
  const FoiCell *content = foi_table_data_get_cell (data, row, column);

  cell->need_from = 1;
  cell->need_to = 0;
  for (int i = foi_column_get_decimals (foi_table_data_get_column (data, column)); i > 0; i--)
    cell->unit *= 10;
  cell->is_left_out = foi_column_is_left_out (foi_table_data_get_column (data, column));
  if (_foi_disclosure_is_rounded (_foi_disclosure_get_rule (draft, data), data, row, column))
    read_rounded (draft, data, row, column, cell);
  else if (content->state == FOI_CELL_VALUE || adds_nothing (content))
    {
      cell->is_known = TRUE;
      cell->value = content->state == FOI_CELL_VALUE ? content->number : 0;
      /* What was rounded away in the other cells can be seen in this one. */
      cell->is_suppressed = cell->is_left_out
                            || _foi_disclosure_is_exact (draft, data, row, column);
      if (cell->is_suppressed)
        read_small (draft, data, column, cell);
    }
  else
    {
      cell->is_suppressed = TRUE;
      if (content->state == FOI_CELL_SUPPRESSED)
        read_suppressed (draft, data, row, column, cell);
    }
  /* Nobody sees that there is a figure, and so nobody knows that it is small. */
  if (g_hash_table_contains (draft->combined, data))
    {
      cell->is_left_out = cell->is_gone = TRUE;
      cell->from = 0;
      cell->to = FOI_LINEAR_NO_TO;
    }
  if (g_hash_table_contains (draft->earlier, data))
    {
      cell->is_left_out = cell->is_suppressed;
      cell->is_primary = FALSE;
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
  guint number;

  _foi_disclosure_find_now (draft, &place);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (draft->numbers, &place));
  if (number > 0)
    return number - 1;
  number = foi_disclosure_problem_add_cell (self->problem, NULL);
  read_cell (draft, place.data, place.row, place.column,
             foi_disclosure_problem_get (self->problem, number));
  g_array_append_val (self->places, place);
  g_hash_table_insert (draft->numbers, g_memdup2 (&place, sizeof place),
                       GUINT_TO_POINTER (number + 1));
  return number;
}

/*
 * _foi_disclosure_draft_add_unseen:
 * @row: of what was made of it, as @column
 *
 * Returns: a new number of the problem that no table has, and that nobody asks about.
 */
guint
_foi_disclosure_draft_add_unseen (FoiDisclosureDraft *draft, FoiTableData *data, guint row,
                                  guint column, gint64 value)
{
  const FoiCellPlace place = { data, row, column };
  const guint number = foi_disclosure_problem_add_cell (draft->self->problem, NULL);
  FoiSecretCell *cell = foi_disclosure_problem_get (draft->self->problem, number);

  cell->value = value;
  cell->is_known = cell->is_suppressed = cell->is_left_out = cell->is_unseen = TRUE;
  cell->need_from = 1;
  cell->need_to = 0;
  g_array_append_val (draft->self->places, place);
  return number;
}

/*
 * _foi_disclosure_get_truth:
 *
 * Gives the true number of a cell, without taking the cell up where the table itself shows it. What
 * is blank or not applicable is 0, as where the cell is taken up.
 */
gboolean
_foi_disclosure_get_truth (FoiDisclosureDraft *draft, FoiTableData *data, guint row,
                           guint column, gint64 *out)
{
  const FoiCell *content = foi_table_data_get_cell (data, row, column);
  FoiSecretCell *cell;

  *out = content->state == FOI_CELL_VALUE ? content->number : 0;
  if (!_foi_disclosure_is_hidden (draft, data, row, column))
    return content->state == FOI_CELL_VALUE || adds_nothing (content);
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

/* Whether a line tells anything, and whether that is so as far as we know. */
static gboolean
judge_line (FoiDisclosureDraft *draft, const FoiLine *line, gboolean *is_so)
{
  FoiDisclosureProblem *problem = draft->self->problem;
  gboolean is_any_hidden = draft->wholes != NULL, ends = TRUE, begins = TRUE;
  FoiWide least = 0, most = 0;

  for (guint i = 0; i < line->terms->len; i++)
    {
      FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);
      const FoiSecretCell *cell = foi_disclosure_problem_get (problem, term->cell);
      gboolean is_open;
      FoiWide from, to;

      is_any_hidden = is_any_hidden || cell->is_suppressed;
      is_open = !cell->is_known && cell->to == FOI_LINEAR_NO_TO && term->factor != 0;
      begins = begins && !(is_open && term->factor < 0);
      ends = ends && !(is_open && term->factor > 0);
      from = (FoiWide) (cell->is_known ? cell->value : cell->from) * term->factor;
      to = (FoiWide) (cell->is_known ? cell->value : is_open ? 0 : cell->to) * term->factor;
      least += term->factor > 0 ? from : to;
      most += term->factor > 0 ? to : from;
    }
  *is_so = (line->from == FOI_LINEAR_NO_FROM || !ends || most >= line->from)
           && (line->to == FOI_LINEAR_NO_TO || !begins || least <= line->to);
  return is_any_hidden;
}

/* A table as it was shares cells with the one of now: then each stands there once. */
static void
merge_terms (FoiDisclosureDraft *draft, FoiLine *line)
{
  g_autoptr (GHashTable) places = NULL;

  if (draft->self->combined->len == 0)
    return;
  places = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < line->terms->len;)
    {
      const FoiLineTerm term = g_array_index (line->terms, FoiLineTerm, i);
      const guint place
        = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (term.cell)));

      if (place > 0)
        {
          g_array_index (line->terms, FoiLineTerm, place - 1).factor += term.factor;
          g_array_remove_index (line->terms, i);
          continue;
        }
      g_hash_table_insert (places, GUINT_TO_POINTER (term.cell), GUINT_TO_POINTER (++i));
    }
  for (guint i = line->terms->len; i-- > 0;)
    if (g_array_index (line->terms, FoiLineTerm, i).factor == 0)
      g_array_remove_index (line->terms, i);
}

/*
 * _foi_disclosure_draft_keep_line:
 * @line: the last one that was added
 *
 * Takes a line back that tells nothing, or that is not so: nobody says that it is.
 *
 * Returns: whether it was kept.
 */
gboolean
_foi_disclosure_draft_keep_line (FoiDisclosureDraft *draft, FoiLine *line)
{
  GPtrArray *lines = draft->self->problem->lines;
  gboolean is_so;

  merge_terms (draft, line);
  if (line->terms->len > 0 && judge_line (draft, line, &is_so) && is_so)
    return TRUE;
  g_ptr_array_remove_index (lines, lines->len - 1);
  return FALSE;
}

/* A total that is left blank, for the letter to work out, is no 0 in another one. */
static gboolean
has_blank_total (FoiDisclosureDraft *draft, const FoiLine *line)
{
  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiCellPlace *place
        = &g_array_index (draft->self->places, FoiCellPlace,
                          g_array_index (line->terms, FoiLineTerm, i).cell);
      gint64 sum;

      if (foi_table_data_get_cell (place->data, place->row, place->column)->state
            == FOI_CELL_BLANK
          && foi_totals_compute (place->data, place->row, place->column, &sum))
        return TRUE;
    }
  return FALSE;
}

/*
 * _foi_disclosure_draft_keep_claim:
 * @line: the last one that was added, of which the letter says that it is so
 *
 * Takes a line back that tells nothing. One that is not so is put aside: who believes it reckons
 * with it, and comes to something else than the truth, or near it.
 */
void
_foi_disclosure_draft_keep_claim (FoiDisclosureDraft *draft, FoiLine *line)
{
  FoiDisclosureProblem *problem = draft->self->problem;
  gboolean is_so, tells = judge_line (draft, line, &is_so);

  if (tells && is_so)
    return;
  if (!tells || has_blank_total (draft, line))
    {
      g_ptr_array_remove_index (problem->lines, problem->lines->len - 1);
      return;
    }
  g_ptr_array_add (problem->broken,
                   g_ptr_array_steal_index (problem->lines, problem->lines->len - 1));
  for (guint i = 0; i < line->terms->len; i++)
    foi_disclosure_problem_get (problem, g_array_index (line->terms, FoiLineTerm, i).cell)
      ->is_doubtful = TRUE;
}

/*
 * _foi_disclosure_draft_tell:
 *
 * Lets the reader know a cell that is suppressed in its table.
 *
 * Returns: (transfer none) (nullable): the line, if it was kept.
 */
FoiLine *
_foi_disclosure_draft_tell (FoiDisclosureDraft *draft, FoiLineKind kind, guint cell, gint64 value)
{
  FoiLine *line = _foi_disclosure_draft_add_line (draft, kind);

  foi_line_add (line, cell, 1);
  line->from = line->to = value;
  return _foi_disclosure_draft_keep_line (draft, line) ? line : NULL;
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
  draft->self->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_table_data_unref);
  draft->earlier = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  draft->self->combined = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_table_data_unref);
  draft->combined = _foi_disclosure_new_combined ();
  draft->numbers = g_hash_table_new_full (hash_place, equal_place, g_free, NULL);
  draft->lists = g_hash_table_new_full (NULL, NULL, NULL, free_lists);
  draft->row_totals = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  draft->row_unions = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  draft->column_unions
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  draft->summaries = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  draft->is_total = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  draft->is_seen = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  draft->column_totals
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
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
  g_clear_pointer (&draft->earlier, g_hash_table_unref);
  g_clear_pointer (&draft->combined, g_hash_table_unref);
  g_clear_pointer (&draft->row_totals, g_hash_table_unref);
  g_clear_pointer (&draft->column_totals, g_hash_table_unref);
  g_clear_pointer (&draft->row_unions, g_hash_table_unref);
  g_clear_pointer (&draft->column_unions, g_hash_table_unref);
  g_clear_pointer (&draft->summaries, g_hash_table_unref);
  g_clear_pointer (&draft->is_total, g_hash_table_unref);
  g_clear_pointer (&draft->is_seen, g_hash_table_unref);
}
