/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-number.h"

static void
test_counts (void)
{
  static const struct
  {
    const char *things;
    guint n;
    const char *words;
  } rows[] = {
    { "%s row", 1, "1 row" },
    { "%s rows", 0, "0 rows" },
    { "%s rows", 999, "999 rows" },
    { "%s rows", 12000, "12,000 rows" },
    { "just %s", 1000000, "just 1,000,000" },
    { "Zeilen: %s.", 4294967295U, "Zeilen: 4,294,967,295." },
    { "many rows", 5, "many rows" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = foi_number_dup_count (rows[i].things, rows[i].n);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/counts", test_counts);
  return g_test_run ();
}
