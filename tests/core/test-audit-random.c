/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "count-out.h"
#include "foi-case-file.h"
#include "foi-remedy.h"
#include "random-world.h"

/* Random cases with all that binds figures in real ones: totals of rows, columns and some rows,
 * declared or only called so, blanks, columns left out, decimals, rates, shares and changes,
 * sentences, other tables and earlier letters. What a reader can work out of them is counted out,
 * from how they were made and with no code of the audit: what it calls safe is safe. */

#define N_WORLDS 8000
#define N_PROTECTED 600
#define N_COMBINED 1200
/* In so many cases each kind of knowledge has to make a difference, or it was not tested. */
#define N_TELLING 12

/* A world as unknowns; @of gives that of a cell, or -1. */
typedef struct
{
  World *world;
  CountOut *count;
  int of[WORLD_MAX_TABLES][WORLD_MAX_ROWS][WORLD_MAX_COLUMNS];
} Reader;

static gboolean
is_hidden (const WorldCell *cell)
{
  return cell->is_hidden || cell->is_left_out;
}

static void
take_fact (Reader *self, const WorldFact *fact)
{
  CountOutFact *taken = count_out_add_fact (self->count, fact->known);
  gint64 seen = 0;

  for (guint i = 0; i < fact->terms->len; i++)
    {
      const WorldTerm *term = &g_array_index (fact->terms, WorldTerm, i);
      const int unknown = self->of[term->table][term->row][term->column];
      guint place = 0;

      if (unknown < 0)
        {
          seen += term->factor
                  * self->world->tables[term->table].cells[term->row][term->column].value;
          continue;
        }
      while (place < taken->n_terms && taken->unknowns[place] != (guint) unknown)
        place++;
      taken->unknowns[place] = (guint) unknown;
      taken->factors[place] += term->factor;
      taken->n_terms = MAX (taken->n_terms, place + 1);
    }
  taken->from = fact->from == G_MININT64 ? fact->from : fact->from - seen;
  taken->to = fact->to == G_MAXINT64 ? fact->to : fact->to - seen;
}

static Reader *
reader_new (World *world)
{
  Reader *self = g_new0 (Reader, 1);

  self->world = world;
  self->count = count_out_new ();
  for (guint t = 0; t < world->n_tables; t++)
    for (guint i = 0; i < WORLD_MAX_ROWS; i++)
      for (guint j = 0; j < WORLD_MAX_COLUMNS; j++)
        self->of[t][i][j] = is_hidden (&world->tables[t].cells[i][j])
                              ? (int) count_out_add_unknown (self->count) : -1;
  for (guint i = 0; i < world->facts->len; i++)
    take_fact (self, world->facts->pdata[i]);
  return self;
}

static void
reader_free (Reader *self)
{
  count_out_free (self->count);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, reader_free)

typedef void (*CellFunc) (Reader *self, const WorldCell *cell, gint64 unit, guint unknown,
                          gpointer user_data);

static void
for_each_hidden (Reader *self, CellFunc func, gpointer user_data)
{
  for (guint t = 0; t < self->world->n_tables; t++)
    for (guint i = 0; i < self->world->tables[t].n_rows; i++)
      for (guint j = 0; j < self->world->tables[t].n_columns; j++)
        if (self->of[t][i][j] >= 0)
          func (self, &self->world->tables[t].cells[i][j],
                self->world->tables[t].columns[j].decimals > 0 ? 10 : 1,
                (guint) self->of[t][i][j], user_data);
}

static void
forget_marks_cb (Reader *self, const WorldCell *cell, gint64 unit, guint unknown,
                 gpointer user_data)
{
  count_out_set (self->count, unknown, 0, COUNT_OUT_MOST);
}

/* He knows the rule, and that a mark means it. */
static void
take_mark_cb (Reader *self, const WorldCell *cell, gint64 unit, guint unknown, gpointer user_data)
{
  const gboolean doubts = GPOINTER_TO_INT (user_data);

  if (cell->is_primary && cell->is_hidden && !(doubts && cell->is_unknown))
    count_out_set (self->count, unknown, 1, self->world->threshold * unit);
}

/* Lets him know the rule; that not all marks can be small he sees. */
static void
take_marks (Reader *self)
{
  for_each_hidden (self, take_mark_cb, GINT_TO_POINTER (FALSE));
  if (count_out_is_possible (self->count))
    return;
  for_each_hidden (self, forget_marks_cb, NULL);
  for_each_hidden (self, take_mark_cb, GINT_TO_POINTER (TRUE));
}

/* Whether one cell can still be all small numbers. */
static gboolean
stays_open (Reader *self, guint unknown, gint64 unit)
{
  return count_out_can_be (self->count, unknown, 0, 1)
         && count_out_can_be (self->count, unknown, self->world->threshold * unit, COUNT_OUT_MOST);
}

typedef struct
{
  guint unknown;
  gint64 unit;
  gboolean is_open;
} Asked;

/* Who is the one, or a part of one, in this cell. */
static void
ask_contributor_cb (Reader *self, const WorldCell *cell, gint64 unit, guint unknown,
                    gpointer user_data)
{
  Asked *asked = user_data;
  const gint64 from = g_array_index (self->count->from, gint64, unknown);
  const gint64 to = g_array_index (self->count->to, gint64, unknown);

  if (unknown == asked->unknown || cell->is_unknown || cell->value < 1 || cell->value > unit)
    return;
  count_out_set (self->count, unknown, cell->value, cell->value);
  asked->is_open = asked->is_open && stays_open (self, asked->unknown, asked->unit);
  count_out_set (self->count, unknown, from, to);
}

/* Whether every reader has to reckon with all small numbers of a cell. */
static gboolean
is_safe (Reader *self, guint unknown, gint64 unit)
{
  Asked asked = { unknown, unit, TRUE };

  for_each_hidden (self, forget_marks_cb, NULL);
  asked.is_open = stays_open (self, unknown, unit);
  take_marks (self);
  asked.is_open = asked.is_open && stays_open (self, unknown, unit);
  if (asked.is_open)
    for_each_hidden (self, ask_contributor_cb, &asked);
  for_each_hidden (self, forget_marks_cb, NULL);
  return asked.is_open;
}

/* ---- the audit of it ---- */

static FoiCaseState *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

static WorldCell *
find_cell (World *world, const FoiCellPlace *place, guint *table, guint *row, guint *column)
{
  const char *name = foi_table_data_get_name (place->data);

  for (*table = 0; *table < world->n_tables; ++*table)
    if (!world->tables[*table].is_issued && g_strcmp0 (world->tables[*table].name, name) == 0)
      break;
  g_assert_cmpuint (*table, <, world->n_tables);
  *row = place->row;
  *column = place->column - 1;
  return &world->tables[*table].cells[*row][*column];
}

/* How often what was known made a cell unsafe, or narrower. */
typedef struct
{
  guint n_safe, n_unsafe, n_given_up, n_telling[N_KNOWN];
} Tally;

/* Whether without some knowledge a cell could be less, or more, than the audit says. */
static gboolean
is_telling (Reader *reader, const FoiAuditCell *found, guint unknown, guint known)
{
  gboolean is_there = FALSE, tells;

  for (guint i = 0; i < reader->world->facts->len && !is_there; i++)
    is_there = ((WorldFact *) reader->world->facts->pdata[i])->known == known;
  if (!is_there)
    return FALSE;
  reader->count->without = (int) known;
  tells = count_out_can_be (reader->count, unknown, 0, found->lower.whole - 1)
          || (!found->upper.is_unbounded
              && count_out_can_be (reader->count, unknown, found->upper.whole + 1, COUNT_OUT_MOST));
  reader->count->without = -1;
  return tells;
}

/* What the audit leaves possible a reader cannot rule out. */
static void
compare_ends (Reader *reader, const FoiAuditCell *found, guint unknown, Tally *tally)
{
  g_assert_true (found->lower.is_proven);
  g_assert_true (count_out_can_be (reader->count, unknown, 0, found->lower.whole));
  g_assert_true (count_out_can_be (reader->count, unknown,
                                   found->upper.is_unbounded ? COUNT_OUT_LARGE : found->upper.whole,
                                   COUNT_OUT_MOST));
  for (guint known = 0; known < N_KNOWN; known++)
    if (tally->n_telling[known] < 5 * N_TELLING)
      tally->n_telling[known] += is_telling (reader, found, unknown, known);
}

static void
compare (World *world, FoiDisclosureCase *disclosure, const FoiAudit *audit, gboolean with_ends,
         Tally *tally)
{
  g_autoptr (Reader) reader = reader_new (world);

  for (guint i = 0; i < audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (audit->cells, FoiAuditCell, i);
      guint table, row, column;
      const WorldCell *cell
        = find_cell (world, foi_disclosure_case_get_place (disclosure, found->cell), &table, &row,
                     &column);
      const int unknown = reader->of[table][row][column];
      const gint64 unit = world->tables[table].columns[column].decimals > 0 ? 10 : 1;

      g_assert_cmpint (unknown, >=, 0);
      if (with_ends)
        compare_ends (reader, found, (guint) unknown, tally);
      if (with_ends || !cell->is_primary)
        continue;
      if (found->is_safe)
        g_assert_true (is_safe (reader, (guint) unknown, unit));
      *(found->is_safe ? &tally->n_safe : &tally->n_unsafe) += 1;
    }
  tally->n_given_up += reader->count->n_given_up;
}

static void
audit_and_compare (World *world, FoiDisclosureCase *disclosure, Tally *tally)
{
  const FoiAttacker attackers[] = { FOI_ATTACKER_NONE, FOI_ATTACKER_ALL };

  for (guint i = 0; i < G_N_ELEMENTS (attackers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiAudit) audit
        = foi_audit_run (disclosure->problem, attackers[i], NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      compare (world, disclosure, audit, attackers[i] == FOI_ATTACKER_NONE, tally);
    }
}

/* ---- tests ---- */

static void
test_hidden (void)
{
  Tally tally = { 0 };

  for (guint seed = 0; seed < N_WORLDS; seed++)
    {
      g_autoptr (World) world = world_new (seed);
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      g_autoptr (FoiCaseState) state = NULL;
      g_autoptr (FoiDisclosureCase) disclosure = NULL;
      g_autofree char *text = NULL;

      world_hide (world, chance);
      text = world_to_case (world, FALSE);
      g_test_message ("world %u: %s", seed, text);
      state = parse (text);
      disclosure = foi_disclosure_case_new (state, NULL, NULL);
      audit_and_compare (world, disclosure, &tally);
    }
  g_test_message ("%u safe, %u not, %u given up", tally.n_safe, tally.n_unsafe, tally.n_given_up);
  g_assert_cmpuint (tally.n_given_up, <, N_WORLDS / 50);
  g_assert_cmpuint (tally.n_safe, >, N_WORLDS / 10);
  g_assert_cmpuint (tally.n_unsafe, >, N_WORLDS / 10);
  for (guint i = 0; i < N_KNOWN; i++)
    {
      g_test_message ("kind %u: %u", i, tally.n_telling[i]);
      g_assert_cmpuint (tally.n_telling[i], >=, N_TELLING);
    }
}

/* Which figures of refs a letter does not show after it was protected. */
static void
take_hidden (World *world, FoiRemedy *remedy)
{
  FoiTableData *data = foi_case_state_find_table (remedy->after, "refs");
  WorldTable *refs = &world->tables[0];

  for (guint i = 0; i < refs->n_rows; i++)
    for (guint j = 0; j < refs->n_columns; j++)
      {
        WorldCell *cell = &refs->cells[i][j];

        cell->is_left_out = refs->columns[j].is_left_out;
        cell->is_hidden = !cell->is_left_out
                          && foi_table_data_get_cell (data, i, j + 1)->state == FOI_CELL_SUPPRESSED;
        cell->is_primary = is_hidden (cell) && cell->value > 0 && !refs->columns[j].is_percentage
                           && cell->value <= world->threshold
                                               * (refs->columns[j].decimals > 0 ? 10 : 1);
        /* Negative changes stay, and what of them is withheld was a number all the same. */
        cell->is_blank = cell->is_unknown = FALSE;
      }
}

static void
hide_earlier (World *world, GRand *chance)
{
  for (guint t = 0; t < world->n_tables; t++)
    for (guint i = 0; i < WORLD_MAX_ROWS && world->tables[t].is_issued; i++)
      for (guint j = 0; j < WORLD_MAX_COLUMNS; j++)
        {
          WorldCell *cell = &world->tables[t].cells[i][j];

          cell->is_hidden = cell->is_unknown = g_rand_double (chance) < 0.7;
        }
}

static void
test_protected (void)
{
  guint n_safe = 0;
  Tally tally = { 0 };

  for (guint seed = 0; seed < N_PROTECTED; seed++)
    {
      g_autoptr (World) world = world_new (seed);
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
      g_autoptr (FoiCaseState) state = NULL;
      g_autoptr (FoiRemedy) remedy = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      hide_earlier (world, chance);
      text = world_to_case (world, TRUE);
      g_test_message ("world %u: %s", seed, text);
      state = parse (text);
      request->rule.threshold = world->threshold;
      remedy = foi_remedy_new (state, request, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      take_hidden (world, remedy);
      compare (world, remedy->disclosure, remedy->audit, FALSE, &tally);
      n_safe += remedy->is_safe;
    }
  g_test_message ("%u safe of %u, %u given up", n_safe, N_PROTECTED, tally.n_given_up);
  g_assert_cmpuint (tally.n_given_up, <, N_PROTECTED / 50);
  g_assert_cmpuint (n_safe, >, N_PROTECTED / 5);
}

/* ---- rows that became one ---- */

/* Of what is in the table no more its rates and changes are not seen either. */
static void
forget_rates (World *world)
{
  for (guint i = world->facts->len; i-- > 0;)
    {
      const WorldFact *fact = world->facts->pdata[i];

      if (fact->known == KNOWN_RATE || fact->known == KNOWN_SHARE || fact->known == KNOWN_CHANGE
          || fact->known == KNOWN_CHANGE_PER_CENT)
        g_ptr_array_remove_index (world->facts, i);
    }
}

/* The first two rows are gone, and what they come to is seen or not; of the others which figures
 * are not seen. */
static void
take_combined (World *world, FoiRemedy *remedy)
{
  FoiTableData *data = foi_case_state_find_table (remedy->after, "refs");
  WorldTable *refs = &world->tables[0];

  for (guint j = 0; j < refs->n_columns; j++)
    {
      const FoiCell *sum = foi_table_data_get_cell (data, 0, j + 1);
      WorldFact *fact;

      for (guint i = 0; i < refs->n_rows; i++)
        {
          WorldCell *cell = &refs->cells[i][j];

          cell->is_blank = cell->is_unknown = cell->is_primary = FALSE;
          cell->is_left_out = i < 2 || refs->columns[j].is_left_out;
          cell->is_hidden
            = !cell->is_left_out
              && foi_table_data_get_cell (data, i - 1, j + 1)->state == FOI_CELL_SUPPRESSED;
        }
      if (refs->cells[0][j].is_text || refs->columns[j].is_left_out || sum->state != FOI_CELL_VALUE)
        continue;
      fact = g_new0 (WorldFact, 1);
      fact->known = KNOWN_JOINED;
      fact->terms = g_array_new (FALSE, FALSE, sizeof (WorldTerm));
      for (guint i = 0; i < 2; i++)
        g_array_append_vals (fact->terms, &(WorldTerm) { 0, i, j, 1 }, 1);
      fact->from = fact->to = sum->number;
      g_ptr_array_add (world->facts, fact);
    }
}

/* Whether who has the letter has to reckon with all small numbers of what is gone. */
static void
compare_gone (World *world, FoiRemedy *remedy, Tally *tally)
{
  g_autoptr (Reader) reader = reader_new (world);

  for (guint i = 0; i < remedy->audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (remedy->audit->cells, FoiAuditCell, i);
      const FoiCellPlace *place = foi_disclosure_case_get_place (remedy->disclosure, found->cell);
      const guint column = place->column - 1;
      const WorldCell *cell = &world->tables[0].cells[place->row][column];
      const gint64 unit = world->tables[0].columns[column].decimals > 0 ? 10 : 1;

      if (!foi_disclosure_case_is_gone (remedy->disclosure, found->cell) || cell->value < 1
          || cell->value > world->threshold * unit)
        continue;
      g_assert_cmpuint (place->row, <, 2);
      if (found->is_safe)
        g_assert_true (stays_open (reader, (guint) reader->of[0][place->row][column], unit));
      *(found->is_safe ? &tally->n_safe : &tally->n_unsafe) += 1;
    }
  tally->n_given_up += reader->count->n_given_up;
}

static void
test_combined (void)
{
  Tally tally = { 0 };

  for (guint seed = 0; seed < N_COMBINED; seed++)
    {
      g_autoptr (World) world = world_new (seed);
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      g_autoptr (FoiRemedyRequest) request = foi_remedy_request_new ("refs");
      g_autoptr (FoiCaseState) state = NULL;
      g_autoptr (FoiRemedy) remedy = NULL;
      g_autofree char *text = NULL;

      hide_earlier (world, chance);
      text = world_to_case (world, TRUE);
      g_test_message ("world %u: %s", seed, text);
      state = parse (text);
      request->rule.threshold = world->threshold;
      for (guint i = 0; i < 2; i++)
        g_assert_true (foi_remedy_request_add_row (request, state, world->tables[0].rows[i], NULL));
      remedy = foi_remedy_new (state, request, NULL, NULL, NULL, NULL);
      if (remedy == NULL)
        continue;
      forget_rates (world);
      take_combined (world, remedy);
      compare_gone (world, remedy, &tally);
    }
  g_test_message ("%u safe, %u not, %u given up", tally.n_safe, tally.n_unsafe, tally.n_given_up);
  g_assert_cmpuint (tally.n_given_up, <, N_COMBINED / 50);
  g_assert_cmpuint (tally.n_safe, >, N_COMBINED / 20);
  g_assert_cmpuint (tally.n_unsafe, >, N_COMBINED / 20);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit-random/hidden", test_hidden);
  g_test_add_func ("/audit-random/protected", test_protected);
  g_test_add_func ("/audit-random/combined", test_combined);
  return g_test_run ();
}
