/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-letter-painter.h"
#include "letter-maker.h"

/* Writes letters as PDF for checkers from outside: write-letters FOLDER. */

static void
write_letter (const char *folder, const char *name, FoiLetter *letter)
{
  g_autoptr (FoiLayout) layout = foi_layout_new (letter, FOI_PAPER_A4, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = foi_letter_to_pdf (layout, &error);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                       &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (FoiLetter) council = maker_council_letter ();
  g_autoptr (FoiLetter) undated = maker_letter_new ();
  g_autoptr (GRand) dice = g_rand_new_with_seed (99);

  g_assert_cmpint (argc, ==, 2);
  write_letter (argv[1], "council.pdf", council);
  g_clear_pointer (&undated->date, g_free);
  maker_add (undated, FOI_BLOCK_HEADING, "q1", "No subject: the first heading is the first");
  maker_add (undated, FOI_BLOCK_PARAGRAPH, "p", "No date yet.");
  write_letter (argv[1], "undated.pdf", undated);
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (FoiLetter) letter = maker_random_letter (dice, 20);
      g_autofree char *name = g_strdup_printf ("random-%u.pdf", i);

      write_letter (argv[1], name, letter);
    }
  return 0;
}
