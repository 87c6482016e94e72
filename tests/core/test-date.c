/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-date.h"

static void
test_iso (void)
{
  static const struct
  {
    const char *text;
    gboolean is_date;
  } facts[] = {
    { "2024-11-27", TRUE }, { "2024-02-29", TRUE },  { "2023-02-29", FALSE },
    { "2024-13-01", FALSE },
    { "2024-1-01", FALSE }, { "2024-11-271", FALSE }, { "", FALSE },          { "20241127", FALSE },
    { "2024-11-2x", FALSE }, { "0000-01-01", FALSE }, { "9999-12-31", TRUE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiDate date = foi_date_from_iso (facts[i].text);

      g_assert_cmpint (date != FOI_DATE_NONE, ==, facts[i].is_date);
      if (date != FOI_DATE_NONE)
        {
          g_autofree char *back = foi_date_to_iso (date);

          g_assert_cmpstr (back, ==, facts[i].text);
        }
    }
}

static void
test_words (void)
{
  FoiDate date = foi_date_from_iso ("2024-11-27");
  g_autofree char *words = foi_date_to_words (date);
  g_autofree char *long_words = foi_date_to_words_with_weekday (date);

  g_assert_cmpstr (words, ==, "27 November 2024");
  g_assert_cmpstr (long_words, ==, "Wednesday 27 November 2024");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/words", test_words);
  return g_test_run ();
}
