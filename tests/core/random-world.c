/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-sentence.h"
#include "random-world-private.h"

#include <math.h>
#include <string.h>

/* Tables are made from numbers that are drawn; whatever is made of others is noted as a fact at
 * once, so that nobody has to find it. */

const char *const random_world_areas[] = { "Avon", "Bath", "Cork", "Dent" };

/* ---- facts ---- */

static void
free_fact (gpointer data)
{
  WorldFact *fact = data;

  g_array_unref (fact->terms);
  g_free (fact);
}

WorldFact *
world_add_fact (World *self, Known known)
{
  WorldFact *fact = g_new0 (WorldFact, 1);

  fact->known = known;
  fact->terms = g_array_new (FALSE, FALSE, sizeof (WorldTerm));
  g_ptr_array_add (self->facts, fact);
  return fact;
}

void
world_add_term (WorldFact *fact, guint table, guint row, guint column, gint64 factor)
{
  WorldTerm term = { table, row, column, factor };

  g_array_append_val (fact->terms, term);
}

/* ---- tables ---- */

gboolean
making_draws (Making *making, double share)
{
  return g_rand_double (making->chance) < share;
}

WorldTable *
world_add_table (World *self, const char *name)
{
  WorldTable *table = &self->tables[self->n_tables++];

  g_strlcpy (table->name, name, sizeof table->name);
  table->totals = g_string_new (NULL);
  return table;
}

guint
world_add_row (WorldTable *table, const char *name)
{
  g_strlcpy (table->rows[table->n_rows], name, sizeof table->rows[0]);
  return table->n_rows++;
}

guint
world_add_column (WorldTable *table, const char *name, const char *title, int decimals)
{
  WorldColumn *column = &table->columns[table->n_columns];

  g_strlcpy (column->name, name, sizeof column->name);
  g_strlcpy (column->title, title, sizeof column->title);
  g_strlcpy (column->kind, decimals > 0 ? "number" : "integer", sizeof column->kind);
  column->decimals = decimals;
  return table->n_columns++;
}

gint64
making_draw_number (Making *making)
{
  World *world = making->world;
  gint64 unit = world->unit;

  if (making_draws (making, 0.6))
    return g_rand_int_range (making->chance, 0, (gint32) ((world->threshold + 3) * unit));
  return g_rand_int_range (making->chance, (gint32) (8 * unit), unit > 1 ? 160 : 31);
}

void
world_declare_row_total (WorldTable *table, guint total, const guint *rows, guint n_rows)
{
  g_string_append_printf (table->totals, "%s{\"row\":{\"area\":\"%s\"},\"of\":[",
                          table->totals->len > 0 ? "," : "", table->rows[total]);
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (table->totals, "%s{\"area\":\"%s\"}", i > 0 ? "," : "",
                            table->rows[rows[i]]);
  g_string_append (table->totals, "]}");
}

/* Fills one column of a row with what others come to. */
void
world_sum_rows (World *self, guint number, guint total, const guint *rows, guint n_rows,
                guint column, Known known)
{
  WorldTable *table = &self->tables[number];
  WorldFact *fact = world_add_fact (self, known);
  gint64 sum = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      sum += table->cells[rows[i]][column].value;
      world_add_term (fact, number, rows[i], column, 1);
    }
  world_add_term (fact, number, total, column, -1);
  table->cells[total][column].value = sum;
}

gint64
making_sum_calls (Making *making)
{
  gint64 sum = 0;

  for (guint i = 0; i < making->n_plain; i++)
    sum += making->world->tables[0].cells[making->plain[i]][0].value;
  return sum;
}

/* ---- refs ---- */

static void
make_rows (Making *making)
{
  WorldTable *refs = &making->world->tables[0];

  making->total = making->subtotal = -1;
  for (guint i = 0; i < making->n_plain; i++)
    {
      if (i == 2 && making->n_plain == 4 && making_draws (making, 0.4))
        making->subtotal = (int) world_add_row (refs, "Total of both");
      making->plain[i] = world_add_row (refs, random_world_areas[i]);
    }
  if (making_draws (making, 0.65) || making->subtotal >= 0)
    making->total = (int) world_add_row (refs, "Total");
}

static void
make_counts (Making *making)
{
  World *world = making->world;
  WorldTable *refs = &world->tables[0];
  int decimals = world->unit > 1;

  world_add_column (refs, "calls", "Calls", decimals);
  if (making->n_counts > 1)
    world_add_column (refs, "visits", "Visits", decimals);
  making->all = making->n_counts > 1 && making_draws (making, 0.7)
                  ? (int) world_add_column (refs, "all", "All", decimals) : -1;
  for (guint i = 0; i < making->n_plain; i++)
    for (guint j = 0; j < making->n_counts; j++)
      refs->cells[making->plain[i]][j].value = making_draw_number (making);
}

/* The totals of rows, in all columns that count. */
static void
make_row_totals (Making *making, guint first, guint end, Known of_total, Known of_subtotal)
{
  for (guint column = first; column < end; column++)
    {
      if ((int) column == making->all)
        continue;
      if (making->total >= 0)
        world_sum_rows (making->world, 0, (guint) making->total, making->plain, making->n_plain,
                        column, of_total);
      if (making->subtotal >= 0)
        world_sum_rows (making->world, 0, (guint) making->subtotal, making->plain, 2, column,
                        of_subtotal);
    }
}

static void
make_all (Making *making)
{
  World *world = making->world;
  WorldTable *refs = &world->tables[0];
  Known known = making_draws (making, 0.5) ? KNOWN_COLUMN_TOTAL : KNOWN_COLUMN_CALLED;

  if (known == KNOWN_COLUMN_TOTAL)
    g_string_append_printf (refs->totals, "%s{\"field\":\"all\",\"of\":[\"calls\",\"visits\"]}",
                            refs->totals->len > 0 ? "," : "");
  for (guint row = 0; row < refs->n_rows; row++)
    {
      WorldFact *fact = world_add_fact (world, known);

      for (guint j = 0; j < making->n_counts; j++)
        {
          refs->cells[row][making->all].value += refs->cells[row][j].value;
          world_add_term (fact, 0, row, j, 1);
        }
      world_add_term (fact, 0, row, (guint) making->all, -1);
    }
  if (making_draws (making, 0.25))
    refs->columns[g_rand_int_range (making->chance, 0, 2)].is_left_out = TRUE;
}

/* ---- what stands beside ---- */

gint64
world_divide_rounded (gint64 a, gint64 b)
{
  return (gint64) floor ((double) (2 * a + b) / (double) (2 * b));
}

/* @above is @number / 1000 of @below, and rounded; or so much more than it. */
static void
note_rate (World *self, Known known, const WorldTerm *above, const WorldTerm *below, gint64 number)
{
  WorldFact *most = world_add_fact (self, known), *least = world_add_fact (self, known);

  for (int side = -1; side <= 1; side += 2)
    {
      WorldFact *fact = side < 0 ? least : most;

      world_add_term (fact, 0, above->row, above->column, 2000 * above->factor);
      world_add_term (fact, 0, below->row, below->column, (-2 * number - side) * below->factor);
      fact->from = side < 0 ? 0 : G_MININT64;
      fact->to = side < 0 ? G_MAXINT64 : 0;
    }
}

static guint
add_percentages (World *self, const char *title)
{
  guint column = world_add_column (&self->tables[0], "rate", title, 1);

  self->tables[0].columns[column].is_percentage = TRUE;
  for (guint row = 0; row < self->tables[0].n_rows; row++)
    self->tables[0].cells[row][column].is_text = TRUE;
  return column;
}

/* Writes a rate in a row and notes it; FALSE where there is none. */
static gboolean
make_rate (World *self, Known known, guint column, const WorldTerm *above, const WorldTerm *below)
{
  WorldTable *refs = &self->tables[0];
  gint64 whole = refs->cells[below->row][below->column].value * below->factor;
  gint64 part = refs->cells[above->row][above->column].value * above->factor, number, shown;

  if (whole <= 0)
    return FALSE;
  number = world_divide_rounded (1000 * part, whole);
  shown = known == KNOWN_CHANGE_PER_CENT ? number - 1000 : number;
  g_snprintf (refs->cells[above->row][column].text, sizeof refs->cells[0][0].text,
              "%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, shown < 0 ? "-" : "", ABS (shown) / 10,
              ABS (shown) % 10);
  note_rate (self, known, above, below, number);
  return part > 0;
}

static void
forget_column (World *self, guint column, guint n_facts)
{
  self->tables[0].n_columns = column;
  memset (&self->tables[0].columns[column], 0, sizeof (WorldColumn));
  for (guint row = 0; row < WORLD_MAX_ROWS; row++)
    memset (&self->tables[0].cells[row][column], 0, sizeof (WorldCell));
  g_ptr_array_set_size (self->facts, (int) n_facts);
}

/* A column of percentages. One row that agrees could be so by chance: that nobody takes for one. */
static void
make_percentages (Making *making, Known known)
{
  World *world = making->world;
  WorldTable *refs = &world->tables[0];
  guint n_facts = world->facts->len, n_agreeing = 0, column;

  column = add_percentages (world, known == KNOWN_CHANGE_PER_CENT ? "Change, %" : "Share");
  for (guint row = 0; row < refs->n_rows; row++)
    {
      gboolean is_plain = (int) row != making->total && (int) row != making->subtotal;
      WorldTerm above = { 0, row, 0, 1 }, below = { 0, row, 0, 1 };

      if (known == KNOWN_RATE)
        {
          below.column = column - 1;
          below.factor = world->unit;
        }
      else if (known == KNOWN_SHARE)
        below.row = (guint) making->total;
      else if (row == 0 || !is_plain)
        continue;
      else
        below.row = row - 1;
      if (above.row != below.row || above.column != below.column)
        n_agreeing += make_rate (world, known, column, &above, &below);
    }
  if (n_agreeing < 2)
    forget_column (world, column, n_facts);
}

/* A further count, of which the calls are a share. */
static void
make_asked (Making *making, Known of_total, Known of_subtotal)
{
  WorldTable *refs = &making->world->tables[0];
  guint column = world_add_column (refs, "asked", "Asked", 0);

  for (guint i = 0; i < making->n_plain; i++)
    refs->cells[making->plain[i]][column].value = g_rand_int_range (making->chance, 32, 60);
  make_row_totals (making, column, column + 1, of_total, of_subtotal);
  make_percentages (making, KNOWN_RATE);
}

/* By how much calls are more than in the row before. */
static void
make_changes (Making *making)
{
  World *world = making->world;
  WorldTable *refs = &world->tables[0];
  guint n_facts = world->facts->len;
  guint column = world_add_column (refs, "change", "Change", world->unit > 1);
  double bits = 0;

  for (guint row = 0; row < refs->n_rows; row++)
    {
      WorldCell *cell = &refs->cells[row][column];
      WorldFact *fact;

      cell->is_text = TRUE;
      if (row == 0 || (int) row == making->total)
        continue;
      cell->value = refs->cells[row][0].value - refs->cells[row - 1][0].value;
      g_snprintf (cell->text, sizeof cell->text, "%" G_GINT64_FORMAT, cell->value);
      if (world->unit > 1)
        g_snprintf (cell->text, sizeof cell->text, "%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT,
                    cell->value < 0 ? "-" : "", ABS (cell->value) / 10, ABS (cell->value) % 10);
      fact = world_add_fact (world, KNOWN_CHANGE);
      world_add_term (fact, 0, row, 0, 1);
      world_add_term (fact, 0, row - 1, 0, -1);
      world_add_term (fact, 0, row, column, -1);
      bits += log2 (1 + (double) ABS (cell->value));
    }
  /* So little could be so by chance. */
  if (bits < 5)
    forget_column (world, column, n_facts);
}

/* ---- the whole ---- */

/* The totals of refs, and one thing beside them. */
static void
make_refs (Making *making)
{
  Known of_total = making_draws (making, 0.5) ? KNOWN_ROW_TOTAL : KNOWN_ROW_CALLED;
  WorldTable *refs = world_add_table (making->world, "refs");

  make_rows (making);
  make_counts (making);
  if (making->total >= 0 && making->subtotal < 0 && making->n_plain > 2
      && making_sum_calls (making) > 40 && making_draws (making, 0.3))
    {
      of_total = KNOWN_ROW_SEEN;
      g_strlcpy (refs->rows[making->total], "England", sizeof refs->rows[0]);
    }
  make_row_totals (making, 0, making->n_counts, of_total, KNOWN_SUBTOTAL);
  if (making->total >= 0 && of_total == KNOWN_ROW_TOTAL)
    world_declare_row_total (refs, (guint) making->total, making->plain, making->n_plain);
  if (making->all >= 0)
    make_all (making);
  if (refs->columns[0].is_left_out)
    return;
  switch (g_rand_int_range (making->chance, 0, 7))
    {
    case 0:
    case 1:
      make_asked (making, of_total, KNOWN_SUBTOTAL);
      break;
    case 2:
      if (making->total >= 0)
        make_percentages (making, KNOWN_SHARE);
      break;
    case 3:
      if (making->subtotal < 0)
        make_changes (making);
      break;
    case 4:
      if (making->subtotal < 0)
        make_percentages (making, KNOWN_CHANGE_PER_CENT);
      break;
    case 5:
      if (making->world->unit == 1)
        world_make_sentence (making->world, making->chance, making->plain, making->n_plain);
      break;
    default:
      break;
    }
}

World *
world_new (guint seed)
{
  World *self = g_new0 (World, 1);
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  Making making = { .world = self, .chance = chance };

  self->facts = g_ptr_array_new_with_free_func (free_fact);
  self->threshold = g_rand_int_range (chance, 2, 5);
  self->unit = g_rand_int_range (chance, 0, 6) == 0 ? 10 : 1;
  making.n_plain = (guint) g_rand_int_range (chance, 2, 5);
  making.n_counts = (guint) g_rand_int_range (chance, 1, 3);
  make_refs (&making);
  making_make_others (&making);
  return self;
}

void
world_free (World *self)
{
  for (guint i = 0; i < self->n_tables; i++)
    g_string_free (self->tables[i].totals, TRUE);
  if (self->list != NULL)
    g_string_free (self->list, TRUE);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

/* Whether nothing has to be found: then a figure may be one that nobody here knows. */
static gboolean
is_all_declared (World *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      const Known known = ((WorldFact *) self->facts->pdata[i])->known;

      if (known != KNOWN_ROW_TOTAL && known != KNOWN_COLUMN_TOTAL && known != KNOWN_SAME)
        return FALSE;
    }
  return TRUE;
}

/* Which figures a reader does not see. */
void
world_hide (World *self, GRand *chance)
{
  const gboolean may_be_unknown = is_all_declared (self);

  for (guint t = 0; t < self->n_tables; t++)
    for (guint i = 0; i < self->tables[t].n_rows; i++)
      for (guint j = 0; j < self->tables[t].n_columns; j++)
        {
          WorldTable *table = &self->tables[t];
          WorldCell *cell = &table->cells[i][j];
          const gboolean is_small
            = cell->value > 0
              && cell->value <= self->threshold * (table->columns[j].decimals > 0 ? 10 : 1);
          const double draw = g_rand_double (chance);

          cell->is_left_out = table->columns[j].is_left_out;
          cell->is_primary = is_small && !cell->is_text && !table->is_issued;
          /* Of what is asked about the rates say most. */
          cell->is_hidden = !cell->is_text && !cell->is_left_out
                            && strcmp (table->columns[j].name, "asked") != 0
                            && draw < (is_small ? 0.9 : table->is_issued ? 0.5 : 0.3);
          cell->is_primary = cell->is_primary && (cell->is_hidden || cell->is_left_out);
          cell->is_unknown = table->is_issued
                             || (cell->is_primary && cell->is_hidden && may_be_unknown
                                 && draw < 0.3);
          /* A total that is blank tells nothing. */
          cell->is_blank = !cell->is_hidden && !table->is_issued && cell->value == 0 && draw > 0.7
                           && strncmp (table->rows[i], "Total", 5) != 0
                           && strcmp (table->rows[i], "England") != 0
                           && strcmp (table->columns[j].name, "all") != 0;
        }
}

/* ---- the case ---- */

static void
append_number (GString *text, const WorldCell *cell, int decimals)
{
  if (decimals > 0)
    g_string_append_printf (text, "\"%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT "\"",
                            cell->value / 10, cell->value % 10);
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, cell->value);
}

static void
append_cell (GString *text, const WorldTable *table, const WorldCell *cell, guint column,
             gboolean with_truth)
{
  const int decimals = table->columns[column].decimals;

  g_string_append_c (text, ',');
  if (cell->is_text && (decimals > 0 || cell->text[0] == '\0'))
    g_string_append_printf (text, "\"%s\"", cell->text);
  else if (cell->is_text)
    g_string_append (text, cell->text);
  else if (cell->is_hidden && !with_truth)
    g_string_append (text, "\"[c]\"");
  else if (cell->is_blank && !with_truth)
    g_string_append (text, "\"\"");
  else
    append_number (text, cell, decimals);
}

static void
append_table (GString *text, World *self, const WorldTable *table, gboolean with_truth)
{
  g_string_append_printf (text, "{\"name\":\"%s\",\"type\":\"table\",\"title\":\"R\",\"schema\":{"
                                "\"fields\":[{\"name\":\"area\",\"type\":\"string\"}", table->name);
  for (guint j = 0; j < table->n_columns; j++)
    {
      const WorldColumn *column = &table->columns[j];

      g_string_append_printf (text, ",{\"name\":\"%s\",\"title\":\"%s\",\"type\":\"%s\","
                                    "\"foi:role\":\"measure\"", column->name, column->title,
                              column->kind);
      if (column->decimals > 0)
        g_string_append_printf (text, ",\"foi:decimals\":%d", column->decimals);
      if (column->is_percentage)
        g_string_append (text, ",\"foi:unit\":\"%\"");
      g_string_append (text, column->is_left_out ? ",\"foi:left-out\":true}" : "}");
    }
  g_string_append (text, "],\"primaryKey\":[\"area\"],\"missingValues\":[\"\",\"[c]\",\"[x]\","
                         "\"[z]\",\"[low]\"]},\"data\":[[\"area\"");
  for (guint j = 0; j < table->n_columns; j++)
    g_string_append_printf (text, ",\"%s\"", table->columns[j].name);
  for (guint i = 0; i < table->n_rows; i++)
    {
      g_string_append_printf (text, "],[\"%s\"", table->rows[i]);
      for (guint j = 0; j < table->n_columns; j++)
        append_cell (text, table, &table->cells[i][j], j, with_truth);
    }
  g_string_append_printf (text, "]],\"foi:totals\":[%s]", table->totals->str);
  if (!with_truth && !table->is_issued)
    g_string_append_printf (text, ",\"foi:rule\":{\"threshold\":%" G_GINT64_FORMAT "}",
                            self->threshold);
  g_string_append (text, "}");
}

static void
append_withheld (GString *text, const WorldTable *table)
{
  for (guint i = 0; i < table->n_rows && !table->is_issued; i++)
    for (guint j = 0; j < table->n_columns; j++)
      {
        const WorldCell *cell = &table->cells[i][j];

        if (!cell->is_hidden || cell->is_unknown)
          continue;
        g_string_append_printf (text, "%s{\"table\":\"%s\",\"row\":{\"area\":\"%s\"},\"field\":"
                                      "\"%s\",\"value\":",
                                text->str[text->len - 1] == '[' ? "" : ",", table->name,
                                table->rows[i], table->columns[j].name);
        append_number (text, cell, table->columns[j].decimals);
        g_string_append_printf (text, ",\"by\":\"%s\"}",
                                cell->is_primary ? "primary" : "secondary");
      }
}

/* The file; @with_truth with all figures in their cells, but for earlier letters. */
char *
world_to_case (World *self, gboolean with_truth)
{
  GString *text = g_string_new ("{\"name\":\"a\",\"id\":\"A1\",\"title\":\"t\",\"foi:case\":{"
                                "\"format\":\"uk-foi-case\",\"version\":1,\"_rev\":\"0\","
                                "\"regime\":\"foia\",");

  g_string_append_printf (text, "\"questions\":[{\"id\":\"q1\",\"number\":\"1\",\"text\":\"How "
                                "many?\",\"answer\":\"%s\\n\\n{{table:refs}}\\n\"}],\"events\":[],"
                                "\"issued\":[", self->answer);
  for (guint i = 0; i < self->n_tables; i++)
    if (self->tables[i].is_issued)
      {
        g_string_append (text, "{\"letter\":\"response\",\"date\":\"2024-11-01\",\"tables\":[");
        append_table (text, self, &self->tables[i], FALSE);
        g_string_append (text, "]}");
      }
  g_string_append (text, "],\"withheld\":[");
  for (guint i = 0; !with_truth && i < self->n_tables; i++)
    append_withheld (text, &self->tables[i]);
  g_string_append (text, "]},\"resources\":[");
  for (guint i = 0; i < self->n_tables; i++)
    if (!self->tables[i].is_issued)
      {
        g_string_append (text, i > 0 ? "," : "");
        append_table (text, self, &self->tables[i], with_truth);
      }
  if (self->list != NULL)
    g_string_append_printf (text, ",%s", self->list->str);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}
