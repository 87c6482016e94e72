/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "foi-case-file.h"
#include "foi-error.h"
#include "foi-remedy.h"

/* Random two-way tables with all margins, small enough that every table that fits what a reader
 * sees can be counted out: what the audit says is then true of them, and of nothing else. */

#define MAX_ROWS 4
#define MAX_COLUMNS 4
#define N_TABLES 800

typedef struct
{
  guint n_rows, n_columns; /* without the margins, which come last */
  gint64 truth[MAX_ROWS][MAX_COLUMNS];
  FoiSmallRule rule;
  int left_out;            /* a column that the letter does not have, or -1 */
} Grid;

/* What a reader knows of each cell, or what he finds. */
typedef struct
{
  gint64 from[MAX_ROWS][MAX_COLUMNS];
  gint64 to[MAX_ROWS][MAX_COLUMNS];
} Ends;

static void
add_up (guint n_rows, guint n_columns, gint64 cells[MAX_ROWS][MAX_COLUMNS])
{
  for (guint i = 0; i < n_rows; i++)
    {
      cells[i][n_columns] = 0;
      for (guint j = 0; j < n_columns; j++)
        cells[i][n_columns] += cells[i][j];
    }
  for (guint j = 0; j <= n_columns; j++)
    {
      cells[n_rows][j] = 0;
      for (guint i = 0; i < n_rows; i++)
        cells[n_rows][j] += cells[i][j];
    }
}

static void
make_grid (GRand *chance, FoiSmallMethod method, Grid *grid)
{
  gint64 most = method == FOI_SMALL_SUPPRESS ? 7 : 12;

  *grid = (Grid) { .n_rows = 2, .n_columns = (guint) g_rand_int_range (chance, 1, 4),
                    .left_out = -1 };
  grid->rule.method = method;
  grid->rule.zero = g_rand_boolean (chance);
  grid->rule.threshold = g_rand_int_range (chance, 2, 5);
  if (method == FOI_SMALL_SUPPRESS)
    {
      grid->n_columns = MIN (grid->n_columns, 2);
      grid->rule.threshold = 2;
    }
  else
    grid->rule.round = grid->n_columns == 3 ? 3 : g_rand_int_range (chance, 2, 7);
  for (guint i = 0; i < grid->n_rows; i++)
    {
      for (guint j = 0; j < grid->n_columns; j++)
        grid->truth[i][j] = g_rand_int_range (chance, 0, (gint32) most);
    }
  add_up (grid->n_rows, grid->n_columns, grid->truth);
}

static void
append_totals (const Grid *grid, GString *text)
{
  g_string_append (text, "\"foi:totals\":[{\"field\":\"all\",\"of\":[");
  for (guint j = 0; j < grid->n_columns; j++)
    g_string_append_printf (text, "%s\"c%u\"", j > 0 ? "," : "", j);
  g_string_append (text, "]},{\"row\":{\"area\":\"All\"},\"of\":[");
  for (guint i = 0; i < grid->n_rows; i++)
    g_string_append_printf (text, "%s{\"area\":\"r%u\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}]");
}

static FoiCaseState *
make_case (const Grid *grid)
{
  g_autoptr (GString) text = g_string_new (
    "{\"name\":\"a\",\"id\":\"A1\",\"title\":\"t\",\"foi:case\":{\"format\":\"uk-foi-case\","
    "\"version\":1,\"_rev\":\"0\",\"regime\":\"foia\",\"questions\":[],\"events\":[],"
    "\"issued\":[]},\"resources\":[{\"name\":\"refs\",\"type\":\"table\",\"title\":\"R\","
    "\"schema\":{\"fields\":[{\"name\":\"area\",\"type\":\"string\"}");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state;

  for (guint j = 0; j < grid->n_columns; j++)
    g_string_append_printf (text, ",{\"name\":\"c%u\",\"type\":\"integer\"}", j);
  g_string_append (text, ",{\"name\":\"all\",\"type\":\"integer\"}],\"primaryKey\":[\"area\"],"
                         "\"missingValues\":[\"\",\"[c]\",\"[x]\",\"[z]\",\"[low]\"]},"
                         "\"data\":[[\"area\"");
  for (guint j = 0; j < grid->n_columns; j++)
    g_string_append_printf (text, ",\"c%u\"", j);
  g_string_append (text, ",\"all\"]");
  for (guint i = 0; i <= grid->n_rows; i++)
    {
      if (i < grid->n_rows)
        g_string_append_printf (text, ",[\"r%u\"", i);
      else
        g_string_append (text, ",[\"All\"");
      for (guint j = 0; j <= grid->n_columns; j++)
        g_string_append_printf (text, ",%" G_GINT64_FORMAT, grid->truth[i][j]);
      g_string_append (text, "]");
    }
  g_string_append (text, "],");
  append_totals (grid, text);
  g_string_append (text, "}]}");
  bytes = g_bytes_new (text->str, text->len);
  state = foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return state;
}

static FoiRemedy *
work_out (const Grid *grid, FoiCaseState *state, GError **error)
{
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");

  request->rule = grid->rule;
  return foi_remedy_new (state, request, NULL, NULL, NULL, error);
}

static const FoiCell *
get_shown (FoiRemedy *remedy, guint row, guint column)
{
  return foi_table_data_get_cell (foi_case_state_find_table (remedy->after, "refs"), row,
                                  column + 1);
}

/* ---- counting out ---- */

/* What the letter says of each cell, and what the rule means; no code of the audit. */
static void
read_letter (const Grid *grid, FoiRemedy *remedy, Ends *known)
{
  gint64 base = grid->rule.round;
  gint64 most = grid->truth[grid->n_rows][grid->n_columns] + 2 * grid->rule.threshold + 2;

  for (guint i = 0; i <= grid->n_rows; i++)
    {
      for (guint j = 0; j <= grid->n_columns; j++)
        {
          const FoiCell *shown = get_shown (remedy, i, j);
          gint64 *from = &known->from[i][j], *to = &known->to[i][j];

          *from = 0;
          *to = most;
          if (shown->state == FOI_CELL_SUPPRESSED || (int) j == grid->left_out)
            continue;
          *from = *to = shown->number;
          if (grid->rule.method == FOI_SMALL_ROUND)
            {
              /* Halves go up: of 4, 2 to 5 become 4; of 5, 3 to 7 become 5. */
              *from = MAX (shown->number - base / 2, 0);
              *to = shown->number + (base - 1) / 2;
            }
          else if (grid->rule.method == FOI_SMALL_ROUND_CONTROLLED)
            {
              *from = MAX (shown->number - (base - 1), 0);
              *to = shown->number + base - 1;
            }
        }
    }
}

static gboolean
fits (const Grid *grid, const Ends *known, gint64 cells[MAX_ROWS][MAX_COLUMNS])
{
  for (guint i = 0; i <= grid->n_rows; i++)
    {
      for (guint j = 0; j <= grid->n_columns; j++)
        {
          if (cells[i][j] < known->from[i][j] || cells[i][j] > known->to[i][j])
            return FALSE;
        }
    }
  return TRUE;
}

static void
count_from (const Grid *grid, const Ends *known, guint cell, gint64 cells[MAX_ROWS][MAX_COLUMNS],
            Ends *found)
{
  guint row = cell / grid->n_columns, column = cell % grid->n_columns;

  if (row < grid->n_rows)
    {
      for (cells[row][column] = known->from[row][column];
           cells[row][column] <= known->to[row][column]; cells[row][column]++)
        count_from (grid, known, cell + 1, cells, found);
      return;
    }
  add_up (grid->n_rows, grid->n_columns, cells);
  if (!fits (grid, known, cells))
    return;
  for (guint i = 0; i <= grid->n_rows; i++)
    {
      for (guint j = 0; j <= grid->n_columns; j++)
        {
          found->from[i][j] = MIN (found->from[i][j], cells[i][j]);
          found->to[i][j] = MAX (found->to[i][j], cells[i][j]);
        }
    }
}

static void
count (const Grid *grid, const Ends *known, Ends *found)
{
  gint64 cells[MAX_ROWS][MAX_COLUMNS] = { { 0 } };

  for (guint i = 0; i < MAX_ROWS; i++)
    {
      for (guint j = 0; j < MAX_COLUMNS; j++)
        {
          found->from[i][j] = G_MAXINT64;
          found->to[i][j] = G_MININT64;
        }
    }
  count_from (grid, known, 0, cells, found);
}

static gboolean
is_small (const Grid *grid, guint row, guint column)
{
  gint64 value = grid->truth[row][column];

  return value >= (grid->rule.zero ? 0 : 1)
         && value <= grid->rule.threshold;
}

/* Whether a reader who knows @known has to reckon with all that he must; @row and @column are the
 * cell that he is himself, if any. */
static gboolean
is_safe_from (const Grid *grid, FoiRemedy *remedy, const Ends *known, int row, int column)
{
  Ends alone, found;

  read_letter (grid, remedy, &alone);
  count (grid, known, &found);
  for (guint i = 0; i <= grid->n_rows; i++)
    {
      for (guint j = 0; j <= grid->n_columns; j++)
        {
          gint64 from = grid->rule.zero ? 0 : 1, to = grid->rule.threshold;

          if (!is_small (grid, i, j) || ((int) i == row && (int) j == column))
            continue;
          if (grid->rule.round > 0)
            {
              from = MAX (from, alone.from[i][j]);
              to = MIN (to, alone.to[i][j]);
              if (found.from[i][j] == found.to[i][j])
                return FALSE;
            }
          if (found.from[i][j] > from || found.to[i][j] < to)
            return FALSE;
        }
    }
  return TRUE;
}

/* All readers in turn. */
static gboolean
is_safe (const Grid *grid, FoiRemedy *remedy)
{
  Ends known;

  read_letter (grid, remedy, &known);
  if (!is_safe_from (grid, remedy, &known, -1, -1))
    return FALSE;
  for (guint i = 0; grid->rule.round == 0 && i <= grid->n_rows; i++)
    {
      for (guint j = 0; j <= grid->n_columns; j++)
        {
          /* Nobody sees which of a column is small that he does not see. */
          if (!is_small (grid, i, j) || (int) j == grid->left_out)
            continue;
          known.from[i][j] = grid->rule.zero ? 0 : 1;
          known.to[i][j] = grid->rule.threshold;
        }
    }
  if (!is_safe_from (grid, remedy, &known, -1, -1))
    return FALSE;
  for (guint i = 0; i <= grid->n_rows; i++)
    {
      for (guint j = 0; j <= grid->n_columns; j++)
        {
          Ends himself = known;

          himself.from[i][j] = himself.to[i][j] = 1;
          /* Who is counted in a figure that is printed as it is learns nothing new. */
          if (grid->truth[i][j] == 1 && (int) j != grid->left_out
              && known.from[i][j] != known.to[i][j]
              && !is_safe_from (grid, remedy, &himself, (int) i, (int) j))
            return FALSE;
        }
    }
  return TRUE;
}

/* ---- tests ---- */

/* The ends of each small figure, for a reader who knows no rule. */
static void
compare_ends (const Grid *grid, FoiRemedy *remedy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiAudit) audit = foi_audit_run (remedy->disclosure->problem, FOI_ATTACKER_NONE, NULL,
                                              NULL, NULL, &error);
  Ends known, found;

  g_assert_no_error (error);
  read_letter (grid, remedy, &known);
  count (grid, &known, &found);
  for (guint i = 0; i < audit->cells->len; i++)
    {
      const FoiAuditCell *cell = &g_array_index (audit->cells, FoiAuditCell, i);
      const FoiCellPlace *place = foi_disclosure_case_get_place (remedy->disclosure, cell->cell);

      g_assert_true (cell->lower.is_proven && cell->upper.is_proven);
      g_assert_cmpint (cell->lower.whole, ==, found.from[place->row][place->column - 1]);
      g_assert_cmpint (cell->upper.whole, ==, found.to[place->row][place->column - 1]);
    }
}

/* Every figure goes to a multiple beside it, and all totals add up again. */
static void
assert_adds_up (const Grid *grid, FoiRemedy *remedy)
{
  gint64 cells[MAX_ROWS][MAX_COLUMNS] = { { 0 } };

  for (guint i = 0; i <= grid->n_rows; i++)
    {
      for (guint j = 0; j <= grid->n_columns; j++)
        {
          gint64 shown = get_shown (remedy, i, j)->number;

          g_assert_cmpint (ABS (shown - grid->truth[i][j]), <, grid->rule.round);
          g_assert_cmpint (shown % grid->rule.round, ==, 0);
          cells[i][j] = shown;
        }
    }
  add_up (grid->n_rows, grid->n_columns, cells);
  for (guint i = 0; i <= grid->n_rows; i++)
    {
      for (guint j = 0; j <= grid->n_columns; j++)
        g_assert_cmpint (cells[i][j], ==, get_shown (remedy, i, j)->number);
    }
}

/* How far figures move at least, by trying every choice. */
static gint64
find_least_move (const Grid *grid)
{
  guint n_cells = grid->n_rows * grid->n_columns;
  gint64 least = G_MAXINT64, base = grid->rule.round;

  for (guint choice = 0; choice < 1u << n_cells; choice++)
    {
      gint64 cells[MAX_ROWS][MAX_COLUMNS] = { { 0 } };
      gint64 move = 0;

      for (guint i = 0; i < n_cells; i++)
        {
          gint64 value = grid->truth[i / grid->n_columns][i % grid->n_columns];

          cells[i / grid->n_columns][i % grid->n_columns]
            = value / base * base + (value % base != 0 && (choice >> i & 1) ? base : 0);
        }
      add_up (grid->n_rows, grid->n_columns, cells);
      for (guint i = 0; i <= grid->n_rows; i++)
        {
          for (guint j = 0; j <= grid->n_columns; j++)
            {
              gint64 off = ABS (cells[i][j] - grid->truth[i][j]);

              move = off < base && move < G_MAXINT64 ? move + off : G_MAXINT64;
            }
        }
      least = MIN (least, move);
    }
  return least;
}

static void
assert_least_move (const Grid *grid, FoiRemedy *remedy)
{
  gint64 move = 0;

  for (guint i = 0; i <= grid->n_rows; i++)
    {
      for (guint j = 0; j <= grid->n_columns; j++)
        move += ABS (get_shown (remedy, i, j)->number - grid->truth[i][j]);
    }
  g_assert_cmpint (move, ==, find_least_move (grid));
}

/* Doing and undoing leaves every byte, and so does taking it off again. */
static void
assert_undone (FoiCaseState *state, FoiRemedy *remedy)
{
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
  g_autoptr (FoiRemedyRequest) off = foi_remedy_request_new ("refs");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = foi_case_file_write (state, &error);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) lifted = NULL;
  g_autoptr (FoiRemedy) again = NULL;

  g_assert_true (foi_remedy_apply (remedy, editor, &error));
  g_assert_true (foi_case_editor_undo (editor));
  after = foi_case_file_write (foi_case_get_state (foi_case), &error);
  g_assert_true (g_bytes_equal (before, after));
  off->takes_off = TRUE;
  again = foi_remedy_new (remedy->after, off, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  lifted = foi_case_file_write (again->after, &error);
  g_assert_true (g_bytes_equal (before, lifted));
}

static void
test_method (gconstpointer data)
{
  FoiSmallMethod method = (FoiSmallMethod) GPOINTER_TO_UINT (data);
  guint n_safe = 0, n_unsafe = 0;

  for (guint seed = 0; seed < N_TABLES; seed++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      g_autoptr (FoiCaseState) state = NULL;
      g_autoptr (FoiRemedy) remedy = NULL;
      g_autoptr (GError) error = NULL;
      Grid grid;

      make_grid (chance, method, &grid);
      state = make_case (&grid);
      remedy = work_out (&grid, state, &error);
      g_assert_no_error (error);
      g_test_message ("table %u", seed);
      if (method != FOI_SMALL_SUPPRESS)
        {
          compare_ends (&grid, remedy);
          g_assert_cmpint (remedy->is_safe, ==, is_safe (&grid, remedy));
        }
      else
        g_assert_true (!remedy->is_safe || is_safe (&grid, remedy));
      if (method == FOI_SMALL_ROUND_CONTROLLED)
        {
          assert_adds_up (&grid, remedy);
          assert_least_move (&grid, remedy);
        }
      assert_undone (state, remedy);
      *(remedy->is_safe ? &n_safe : &n_unsafe) += 1;
    }
  g_assert_cmpuint (n_safe, >, N_TABLES / 10);
  g_assert_cmpuint (n_unsafe, >, 10);
}

/* Of three rows two become one, and what is still small is suppressed. */
static void
test_combined (void)
{
  guint n_safe = 0;

  for (guint seed = 0; seed < N_TABLES; seed++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
      g_autoptr (FoiCaseState) state = NULL;
      g_autoptr (FoiRemedy) remedy = NULL;
      g_autoptr (GError) error = NULL;
      Grid grid = { .n_rows = 3, .n_columns = 2, .left_out = -1 }, combined;

      for (guint i = 0; i < 6; i++)
        grid.truth[i / 2][i % 2] = g_rand_int_range (chance, 0, 6);
      add_up (grid.n_rows, grid.n_columns, grid.truth);
      grid.rule = (FoiSmallRule) { .threshold = 2, .zero = g_rand_boolean (chance) };
      state = make_case (&grid);
      request->rule = grid.rule;
      g_assert_true (foi_remedy_request_add_row (request, state, "r0", &error));
      g_assert_true (foi_remedy_request_add_row (request, state, "r2", &error));
      remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      combined = grid;
      combined.n_rows = 2;
      for (guint j = 0; j < 2; j++)
        combined.truth[0][j] += grid.truth[2][j];
      add_up (combined.n_rows, combined.n_columns, combined.truth);
      g_assert_true (!remedy->is_safe || is_safe (&combined, remedy));
      n_safe += remedy->is_safe;
    }
  g_assert_cmpuint (n_safe, >, N_TABLES / 4);
}

/* A column is left out, but its total is not. */
static void
test_left_out (void)
{
  guint n_safe = 0;

  for (guint seed = 0; seed < N_TABLES; seed++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
      g_autoptr (FoiCaseState) state = NULL;
      g_autoptr (FoiRemedy) remedy = NULL;
      g_autoptr (GError) error = NULL;
      Grid grid;

      make_grid (chance, FOI_SMALL_SUPPRESS, &grid);
      grid.left_out = 0;
      state = make_case (&grid);
      request->rule = grid.rule;
      request->dropped = g_strsplit ("c0", " ", -1);
      remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (!remedy->is_safe || is_safe (&grid, remedy));
      n_safe += remedy->is_safe;
    }
  g_assert_cmpuint (n_safe, >, N_TABLES / 10);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/remedy-random/suppress", GUINT_TO_POINTER (FOI_SMALL_SUPPRESS),
                        test_method);
  g_test_add_data_func ("/remedy-random/round", GUINT_TO_POINTER (FOI_SMALL_ROUND), test_method);
  g_test_add_data_func ("/remedy-random/controlled",
                        GUINT_TO_POINTER (FOI_SMALL_ROUND_CONTROLLED), test_method);
  g_test_add_func ("/remedy-random/combined", test_combined);
  g_test_add_func ("/remedy-random/left-out", test_left_out);
  return g_test_run ();
}
