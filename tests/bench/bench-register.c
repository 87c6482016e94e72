/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register.h"

/* What the register of a folder takes, measured from within: bench-register FOLDER CASES WORDS.
 * Prints in seconds: the first rows, all rows, the longest turn of the main loop until then, a
 * search; and how many cases that found. */

typedef struct
{
  GMainLoop *loop;
  guint      n_cases;
  gint64     begin, first, all, sought, found;
  gint64     turn, longest;
} Bench;

static double
seconds (gint64 from, gint64 to)
{
  return (double) (to - from) / G_USEC_PER_SEC;
}

static void
items_changed_cb (Bench *bench, guint position, guint removed, guint added, FoiRegister *reg)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (reg));

  if (bench->first == 0 && n > 0)
    bench->first = g_get_monotonic_time ();
  if (bench->all == 0 && n >= bench->n_cases)
    {
      bench->all = g_get_monotonic_time ();
      g_main_loop_quit (bench->loop);
    }
}

static void
searched_cb (Bench *bench)
{
  bench->found = g_get_monotonic_time ();
  g_main_loop_quit (bench->loop);
}

/* How long the other sources kept the loop from coming back here. */
static gboolean
turn_cb (gpointer data)
{
  Bench *bench = data;
  const gint64 now = g_get_monotonic_time ();

  if (bench->turn != 0)
    bench->longest = MAX (bench->longest, now - bench->turn);
  bench->turn = now;
  return G_SOURCE_CONTINUE;
}

static guint
count_found (FoiRegister *reg)
{
  guint found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reg)); i++)
    {
      g_autoptr (FoiRegisterItem) item = g_list_model_get_item (G_LIST_MODEL (reg), i);

      found += foi_register_item_get_place (item) != NULL;
    }
  return found;
}

int
main (int argc, char *argv[])
{
  g_autoptr (FoiRegister) reg = foi_register_new ();
  Bench bench = { .loop = g_main_loop_new (NULL, FALSE) };

  if (argc != 4)
    return 2;
  bench.n_cases = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  g_signal_connect_swapped (reg, "items-changed", G_CALLBACK (items_changed_cb), &bench);
  g_timeout_add (1, turn_cb, &bench);
  bench.begin = g_get_monotonic_time ();
  foi_register_set_folder (reg, argv[1]);
  g_main_loop_run (bench.loop);
  g_signal_connect_swapped (reg, "searched", G_CALLBACK (searched_cb), &bench);
  bench.sought = g_get_monotonic_time ();
  foi_register_search (reg, argv[3]);
  g_main_loop_run (bench.loop);
  g_print ("%f %f %f %f %u\n", seconds (bench.begin, bench.first),
           seconds (bench.begin, bench.all), seconds (0, bench.longest),
           seconds (bench.sought, bench.found), count_found (reg));
  foi_register_set_folder (reg, NULL);
  g_main_loop_unref (bench.loop);
  return 0;
}
