/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-world-private.h"

#include <math.h>
#include <string.h>

/* Tables beside the first, that have some of its figures in another way. */

static void
make_same (Making *making)
{
  World *world = making->world;
  WorldTable *more = world_add_table (world, "more");
  const guint rows[] = { world_add_row (more, "Avon"), world_add_row (more, "Elsewhere") };
  const guint total = world_add_row (more, "Total");
  WorldFact *fact;

  world_add_column (more, "number", "Number", world->unit > 1);
  more->cells[0][0].value = world->tables[0].cells[making->plain[0]][0].value;
  more->cells[1][0].value = making_draw_number (making);
  world_declare_row_total (more, total, rows, 2);
  world_sum_rows (world, world->n_tables - 1, total, rows, 2, 0, KNOWN_SAME);
  fact = world_add_fact (world, KNOWN_SAME);
  world_add_term (fact, 0, making->plain[0], 0, 1);
  world_add_term (fact, world->n_tables - 1, 0, 0, -1);
  g_string_append (more->totals, "],\"foi:same\":[[{\"table\":\"refs\",\"row\":{\"area\":\"Avon\"},"
                                 "\"field\":\"calls\"},{\"table\":\"more\",\"row\":{\"area\":"
                                 "\"Avon\"},\"field\":\"number\"}]");
}

static double
count_bits (Making *making)
{
  double bits = 0;

  for (guint i = 0; i < making->n_plain; i++)
    bits += log2 (1 + (double) making->world->tables[0].cells[making->plain[i]][0].value);
  return bits;
}

static void
make_again (Making *making)
{
  World *world = making->world;
  WorldTable *again;

  if (count_bits (making) < 5)
    return;
  again = world_add_table (world, "again");
  world_add_column (again, "calls", "Calls", world->unit > 1);
  for (guint i = 0; i < making->n_plain; i++)
    {
      WorldFact *fact = world_add_fact (world, KNOWN_AGAIN);

      world_add_row (again, random_world_areas[making->n_plain - 1 - i]);
      again->cells[i][0].value
        = world->tables[0].cells[making->plain[making->n_plain - 1 - i]][0].value;
      world_add_term (fact, 0, making->plain[making->n_plain - 1 - i], 0, 1);
      world_add_term (fact, world->n_tables - 1, i, 0, -1);
    }
}

static void
make_margin (Making *making)
{
  World *world = making->world;
  gint64 sum = making_sum_calls (making), first;
  WorldTable *years;
  WorldFact *fact;

  if (sum < 20)
    return;
  years = world_add_table (world, "years");
  first = g_rand_int_range (making->chance, 0, (gint32) sum);
  world_add_column (years, "calls", "Calls", world->unit > 1);
  fact = world_add_fact (world, KNOWN_MARGIN);
  for (guint i = 0; i < 2; i++)
    {
      world_add_row (years, i == 0 ? "Spring" : "Autumn");
      years->cells[i][0].value = i == 0 ? first : sum - first;
      world_add_term (fact, world->n_tables - 1, i, 0, -1);
    }
  for (guint i = 0; i < making->n_plain; i++)
    world_add_term (fact, 0, making->plain[i], 0, 1);
}

/* A letter of before, in which the last row was two. */
static void
make_issued (Making *making)
{
  World *world = making->world;
  WorldTable *refs = &world->tables[0], *before = world_add_table (world, "refs");
  const guint last = making->plain[making->n_plain - 1], table = world->n_tables - 1;
  const gboolean has_total = making_draws (making, 0.5);
  guint rows[5], n_rows = 0;

  g_string_replace (refs->totals, refs->rows[last], "Dent and Exe", 0);
  g_strlcpy (refs->rows[last], "Dent and Exe", sizeof refs->rows[0]);
  before->is_issued = TRUE;
  for (guint j = 0; j < making->n_counts; j++)
    world_add_column (before, refs->columns[j].name, refs->columns[j].title, world->unit > 1);
  for (guint i = 0; i + 1 < making->n_plain; i++)
    rows[n_rows++] = world_add_row (before, refs->rows[making->plain[i]]);
  rows[n_rows++] = world_add_row (before, "Dent");
  rows[n_rows++] = world_add_row (before, "Exe");
  if (has_total)
    world_add_row (before, "Total");
  for (guint j = 0; j < making->n_counts; j++)
    {
      WorldFact *fact = world_add_fact (world, KNOWN_ISSUED);
      gint64 whole = refs->cells[last][j].value;

      for (guint i = 0; i + 1 < making->n_plain; i++)
        {
          WorldFact *same = world_add_fact (world, KNOWN_ISSUED);

          before->cells[i][j].value = refs->cells[making->plain[i]][j].value;
          world_add_term (same, 0, making->plain[i], j, 1);
          world_add_term (same, table, i, j, -1);
        }
      before->cells[n_rows - 2][j].value = g_rand_int_range (making->chance, 0, (gint32) whole + 1);
      before->cells[n_rows - 1][j].value = whole - before->cells[n_rows - 2][j].value;
      world_add_term (fact, 0, last, j, 1);
      world_add_term (fact, table, n_rows - 2, j, -1);
      world_add_term (fact, table, n_rows - 1, j, -1);
      if (has_total)
        world_sum_rows (world, table, n_rows, rows, n_rows, j, KNOWN_ISSUED);
    }
}

/* Percentages of calls in a table of their own, the rows the other way round: of what is beside
 * them, or of all calls. */
static void
make_shares (Making *making, Known known)
{
  World *world = making->world;
  const WorldTable *refs = &world->tables[0];
  const guint n_facts = world->facts->len;
  const guint column = making->all >= 0 ? (guint) making->all : 1;
  WorldTable *shares = world_add_table (world, "shares");
  double bits = 0;

  world_add_column (shares, "share", "Calls (%)", 1);
  shares->columns[0].is_percentage = TRUE;
  for (guint i = 0; i < making->n_plain; i++)
    {
      const guint row = making->plain[making->n_plain - 1 - i];
      const gint64 part = refs->cells[row][0].value;
      const gint64 whole = known == KNOWN_RATE_BESIDE ? refs->cells[row][column].value
                                                      : making_sum_calls (making);
      const gint64 number = whole > 0 ? world_divide_rounded (1000 * part, whole) : 0;
      WorldCell *cell = &shares->cells[i][0];

      world_add_row (shares, random_world_areas[making->n_plain - 1 - i]);
      cell->is_text = TRUE;
      if (whole <= 0)
        continue;
      g_snprintf (cell->text, sizeof cell->text, "%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT,
                  number / 10, number % 10);
      bits += part > 0 ? log2 (1 + (double) MIN (number, ABS (1000 - number))) : 0;
      for (int side = -1; side <= 1; side += 2)
        {
          WorldFact *fact = world_add_fact (world, known);

          world_add_term (fact, 0, row, 0, 2000);
          for (guint j = 0; j < making->n_plain; j++)
            if (known == KNOWN_SHARE_BESIDE)
              world_add_term (fact, 0, making->plain[j], 0, -2 * number - side);
          if (known == KNOWN_RATE_BESIDE)
            world_add_term (fact, 0, row, column, -2 * number - side);
          fact->from = side < 0 ? 0 : G_MININT64;
          fact->to = side < 0 ? G_MAXINT64 : 0;
        }
    }
  if (bits >= 8)
    return;
  /* So little could be so by chance. */
  g_string_free (shares->totals, TRUE);
  memset (shares, 0, sizeof *shares);
  world->n_tables--;
  g_ptr_array_set_size (world->facts, (int) n_facts);
}

/* The calls once more, as a row. */
static void
make_turned (Making *making)
{
  World *world = making->world;
  WorldTable *turned;

  if (count_bits (making) < 5)
    return;
  turned = world_add_table (world, "turned");
  world_add_row (turned, "Calls");
  for (guint i = 0; i < making->n_plain; i++)
    {
      g_autofree char *name = g_ascii_strdown (random_world_areas[i], -1);
      WorldFact *fact = world_add_fact (world, KNOWN_TURNED);

      world_add_column (turned, name, random_world_areas[i], world->unit > 1);
      turned->cells[0][i].value = world->tables[0].cells[making->plain[i]][0].value;
      world_add_term (fact, 0, making->plain[i], 0, 1);
      world_add_term (fact, world->n_tables - 1, 0, i, -1);
    }
}

static gint64
get_calls (Making *making, guint i)
{
  return making->world->tables[0].cells[making->plain[i]][0].value;
}

/* The calls times a price, by names in capitals. */
static void
make_costs (Making *making)
{
  World *world = making->world;
  const gint64 price = g_rand_int_range (making->chance, 11, 40);
  WorldTable *costs;
  gint64 most = 0;
  guint n = 0;

  for (guint i = 0; i < making->n_plain; i++)
    {
      most = MAX (most, get_calls (making, i));
      n += get_calls (making, i) % 7 != 0;
    }
  if (n < 3 || count_bits (making) < 16 + log2 (1 + (double) most))
    return;
  costs = world_add_table (world, "costs");
  world_add_column (costs, "cost", "Cost", world->unit > 1);
  for (guint i = 0; i < making->n_plain; i++)
    {
      g_autofree char *name = g_ascii_strup (random_world_areas[i], -1);
      WorldFact *fact = world_add_fact (world, KNOWN_TIMES);

      world_add_row (costs, name);
      costs->cells[i][0].value = price * get_calls (making, i);
      world_add_term (fact, 0, making->plain[i], 0, price);
      world_add_term (fact, world->n_tables - 1, i, 0, -1);
    }
}

/* A quarter of the calls, to one decimal. */
static void
make_averages (Making *making)
{
  World *world = making->world;
  WorldTable *means;

  if (count_bits (making) < 16)
    return;
  means = world_add_table (world, "means");
  world_add_column (means, "mean", "Average calls", 1);
  for (guint i = 0; i < making->n_plain; i++)
    {
      const gint64 number = world_divide_rounded (10 * get_calls (making, i), 4 * world->unit);
      WorldCell *cell = &means->cells[i][0];
      WorldFact *fact = world_add_fact (world, KNOWN_AVERAGE);

      world_add_row (means, random_world_areas[i]);
      cell->is_text = TRUE;
      g_snprintf (cell->text, sizeof cell->text, "%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT,
                  number / 10, number % 10);
      world_add_term (fact, 0, making->plain[i], 0, 20);
      fact->from = 4 * world->unit * (2 * number - 1);
      fact->to = 4 * world->unit * (2 * number + 1);
    }
}

/* The calls so far. */
static void
make_running (Making *making)
{
  World *world = making->world;
  WorldTable *running;
  gint64 sum = 0;

  if (making->n_plain < 3
      || count_bits (making) < 5 + log2 (1 + (double) get_calls (making, 0)))
    return;
  running = world_add_table (world, "running");
  world_add_column (running, "running", "Calls to date", world->unit > 1);
  for (guint i = 0; i < making->n_plain; i++)
    {
      WorldFact *fact = world_add_fact (world, KNOWN_RUNNING);

      world_add_row (running, random_world_areas[i]);
      sum += get_calls (making, i);
      running->cells[i][0].value = sum;
      world_add_term (fact, 0, making->plain[i], 0, 1);
      world_add_term (fact, world->n_tables - 1, i, 0, -1);
      if (i > 0)
        world_add_term (fact, world->n_tables - 1, i - 1, 0, 1);
    }
}

/* The first two rows as one. */
static void
make_joined (Making *making)
{
  World *world = making->world;
  const gint64 sum = get_calls (making, 0) + get_calls (making, 1);
  WorldTable *joined;
  WorldFact *fact;

  if (sum < 20)
    return;
  joined = world_add_table (world, "joined");
  world_add_column (joined, "calls", "Calls", world->unit > 1);
  world_add_row (joined, "Avon and Bath");
  world_add_row (joined, "Elsewhere");
  joined->cells[0][0].value = sum;
  joined->cells[1][0].value = making_draw_number (making);
  fact = world_add_fact (world, KNOWN_JOINED);
  world_add_term (fact, 0, making->plain[0], 0, 1);
  world_add_term (fact, 0, making->plain[1], 0, 1);
  world_add_term (fact, world->n_tables - 1, 0, 0, -1);
}

/* A row for each of the calls, in a table without figures. */
static void
make_listed (Making *making)
{
  World *world = making->world;

  if (world->unit > 1 || making_sum_calls (making) < 2)
    return;
  world->list = g_string_new ("{\"name\":\"list\",\"type\":\"table\",\"title\":\"Calls one by "
                              "one\",\"schema\":{\"fields\":[{\"name\":\"area\",\"type\":"
                              "\"string\"},{\"name\":\"by\",\"type\":\"string\"}]},\"data\":"
                              "[[\"area\",\"by\"]");
  for (guint i = 0; i < making->n_plain; i++)
    {
      WorldFact *fact = world_add_fact (world, KNOWN_LISTED);

      world_add_term (fact, 0, making->plain[i], 0, 1);
      fact->from = fact->to = get_calls (making, i);
      for (gint64 n = 0; n < get_calls (making, i); n++)
        g_string_append_printf (world->list, ",[\"%s\",\"%s\"]", random_world_areas[i],
                                making_draws (making, 0.5) ? "post" : "telephone");
    }
  g_string_append (world->list, "]}");
}

/* What rows of a kind come to, in one table, and of which kind each is, in another. */
static void
make_grouped (Making *making)
{
  static const char *const kinds[] = { "Coast", "Inland" };
  World *world = making->world;
  WorldTable *grouped;
  gint64 sums[] = { 0, 0 };

  for (guint i = 0; i < making->n_plain; i++)
    sums[i % 2] += get_calls (making, i);
  if (making->n_plain < 3 || get_calls (making, 0) == 0 || get_calls (making, 2) == 0
      || log2 (1 + (double) sums[0]) + log2 (1 + (double) sums[1]) < 9)
    return;
  grouped = world_add_table (world, "grouped");
  world_add_column (grouped, "calls", "Calls", world->unit > 1);
  world->list = g_string_new ("{\"name\":\"kinds\",\"type\":\"table\",\"title\":\"Areas\","
                              "\"schema\":{\"fields\":[{\"name\":\"area\",\"type\":"
                              "\"string\"},{\"name\":\"kind\",\"type\":\"string\"}]},"
                              "\"data\":[[\"area\",\"kind\"]");
  for (guint kind = 0; kind < 2; kind++)
    {
      WorldFact *fact = world_add_fact (world, KNOWN_GROUPED);

      world_add_row (grouped, kinds[kind]);
      grouped->cells[kind][0].value = sums[kind];
      world_add_term (fact, world->n_tables - 1, kind, 0, -1);
      for (guint i = kind; i < making->n_plain; i += 2)
        world_add_term (fact, 0, making->plain[i], 0, 1);
    }
  for (guint i = 0; i < making->n_plain; i++)
    g_string_append_printf (world->list, ",[\"%s\",\"%s\"]", random_world_areas[i],
                            kinds[i % 2]);
  g_string_append (world->list, "]}");
}

/* Two areas, each above its two towns. */
static void
make_blocks (Making *making)
{
  static const char *const names[] = { "North", "Hull", "York", "South", "Dover", "Hove" };
  World *world = making->world;
  WorldTable *blocks;
  gint64 numbers[G_N_ELEMENTS (names)];
  double bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    numbers[i] = making_draw_number (making);
  for (guint i = 0; i < G_N_ELEMENTS (names); i += 3)
    {
      numbers[i] = numbers[i + 1] + numbers[i + 2];
      bits += log2 (1 + (double) numbers[i]);
    }
  if (bits < 9)
    return;
  blocks = world_add_table (world, "blocks");
  world_add_column (blocks, "number", "Number", world->unit > 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      world_add_row (blocks, names[i]);
      blocks->cells[i][0].value = numbers[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i += 3)
    {
      const guint parts[] = { i + 1, i + 2 };

      world_sum_rows (world, world->n_tables - 1, i, parts, 2, 0, KNOWN_BLOCK);
    }
}

/* What was open and what came is what was closed and what is open. */
static void
make_balance (Making *making)
{
  static const char *const titles[] = { "Open before", "New", "Closed", "Open after" };
  static const char *const names[] = { "before", "new", "closed", "after" };
  static const gint64 factors[] = { 1, 1, -1, -1 };
  World *world = making->world;
  WorldTable *balance = world_add_table (world, "balance");

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    world_add_column (balance, names[i], titles[i], world->unit > 1);
  for (guint row = 0; row < 4; row++)
    {
      WorldFact *fact = world_add_fact (world, KNOWN_BALANCE);
      WorldCell *cells = balance->cells[row];

      world_add_row (balance, random_world_areas[row]);
      for (guint i = 0; i < 3; i++)
        cells[i].value = making_draw_number (making) + (i < 2 ? 20 * world->unit : 0);
      cells[3].value = cells[0].value + cells[1].value - cells[2].value;
      for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
        world_add_term (fact, world->n_tables - 1, row, i, factors[i]);
    }
}

/* One of them. */
void
making_make_others (Making *making)
{
  if (making->world->tables[0].columns[0].is_left_out)
    return;
  switch (g_rand_int_range (making->chance, 0, 17))
    {
    case 0:
    case 1:
      make_same (making);
      break;
    case 2:
      make_again (making);
      break;
    case 3:
      make_margin (making);
      break;
    case 4:
      if (making->world->answer[0] == '\0')
        make_issued (making);
      break;
    case 5:
      if (making->n_counts > 1)
        make_shares (making, KNOWN_RATE_BESIDE);
      break;
    case 6:
      make_shares (making, KNOWN_SHARE_BESIDE);
      break;
    case 7:
      make_turned (making);
      break;
    case 8:
      make_costs (making);
      break;
    case 9:
      make_averages (making);
      break;
    case 10:
      make_running (making);
      break;
    case 11:
      make_joined (making);
      break;
    case 12:
      make_listed (making);
      break;
    case 13:
      make_grouped (making);
      break;
    case 14:
      make_blocks (making);
      break;
    case 15:
      make_balance (making);
      break;
    default:
      break;
    }
}
