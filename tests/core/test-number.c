/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-number.h"
#include "foi-number-words.h"

#include <string.h>

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

/* Numbers in letters: how many bytes of the text they are, and what. */
static void
test_words (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    gint64 number;
    gboolean is_loose;
  } rows[] = {
    { "zero", 4, 0, FALSE },
    { "one", 3, 1, TRUE },
    { "Three calls", 5, 3, FALSE },
    { "TWELVE", 6, 12, FALSE },
    { "twenty", 6, 20, FALSE },
    { "twenty-one", 10, 21, FALSE },
    { "twenty one calls", 10, 21, FALSE },
    { "forty", 5, 40, FALSE },
    { "three and four", 5, 3, FALSE },
    { "three-four", 5, 3, FALSE },
    { "one hundred and five", 20, 105, FALSE },
    { "hundred", 7, 100, FALSE },
    { "two thousand three hundred and forty-two", 40, 2342, FALSE },
    { "two dozen", 9, 24, FALSE },
    { "dozen", 5, 12, FALSE },
    { "half a dozen calls", 12, 6, FALSE },
    { "half-dozen", 10, 6, FALSE },
    { "couple of calls", 6, 2, TRUE },
    { "pair", 4, 2, TRUE },
    { "twice", 5, 2, TRUE },
    { "no calls", 2, 0, TRUE },
    { "none", 4, 0, TRUE },
    { "single", 6, 1, TRUE },
    { "on", 0, 0, FALSE },
    { "ones", 0, 0, FALSE },
    { "tenant", 0, 0, FALSE },
    { "north", 0, 0, FALSE },
    { "half of them", 0, 0, FALSE },
    { "", 0, 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FoiNumberWords found;
      const gboolean is_number
        = foi_number_words_read (rows[i].text, strlen (rows[i].text), &found);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (is_number, ==, rows[i].length > 0);
      if (!is_number)
        continue;
      g_assert_cmpuint (found.length, ==, rows[i].length);
      g_assert_cmpint (found.value, ==, rows[i].number);
      g_assert_cmpint (found.is_loose, ==, rows[i].is_loose);
    }
}

/* Digits of other scripts and forms; a raised one behind a word is the mark of a note. */
static void
test_folded (void)
{
  static const char *const rows[][2] = {
    { "３ calls", "3 calls" },
    { "１，２３４", "1,234" },
    { "٣ calls, ٢٠٪", "3 calls, 20%" },
    { "३", "3" },
    { "³ calls", "3 calls" },
    { "¹² calls", "12 calls" },
    { "North¹² had", "North had" },
    { "③", "3" },
    { "Ⅲ", "III" },
    { "⅕ of", "1/5 of" },
    { "1½", "1 1/2" },
    { "ｔｈｒｅｅ", "three" },
    { "𝟑", "3" },
    { "1\u200b2", "12" },
    { "3\u00a0calls", "3 calls" },
    { "3\u0336", "3" },
    { "café, £5 – “all”", "café, £5 – “all”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = foi_number_fold (rows[i][0]);

      g_assert_cmpstr (folded, ==, rows[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/counts", test_counts);
  g_test_add_func ("/number/words", test_words);
  g_test_add_func ("/number/folded", test_folded);
  return g_test_run ();
}
