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

/* Numbers in letters, as whole words. */
static void
test_words (void)
{
  static const struct
  {
    const char *word;
    int number;
  } rows[] = {
    { "zero", 0 }, { "one", 1 },    { "Three", 3 }, { "TWELVE", 12 }, { "twenty", 20 },
    { "on", -1 },  { "ones", -1 },  { "none", -1 }, { "", -1 },       { "twenty-one", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (foi_number_from_word (rows[i].word, strlen (rows[i].word)), ==,
                     rows[i].number);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/counts", test_counts);
  g_test_add_func ("/number/words", test_words);
  return g_test_run ();
}
