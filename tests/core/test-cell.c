/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foi-cell.h"

static void
test_marks (void)
{
  static const struct
  {
    const char *text;
    gboolean is_mark;
    FoiCellState state;
  } facts[] = {
    { "", TRUE, FOI_CELL_BLANK },
    { "[c]", TRUE, FOI_CELL_SUPPRESSED },
    { "[x]", TRUE, FOI_CELL_NOT_AVAILABLE },
    { "[z]", TRUE, FOI_CELL_NOT_APPLICABLE },
    { "[low]", TRUE, FOI_CELL_LOW },
    { "c", FALSE, FOI_CELL_BLANK },
    { "[C]", FALSE, FOI_CELL_BLANK },
    { "[c] ", FALSE, FOI_CELL_BLANK },
    { "[u]", FALSE, FOI_CELL_BLANK },
    { "*", FALSE, FOI_CELL_BLANK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiCellState state;

      g_assert_cmpint (foi_cell_state_from_mark (facts[i].text, strlen (facts[i].text), &state), ==,
                       facts[i].is_mark);
      if (facts[i].is_mark)
        {
          g_assert_cmpint (state, ==, facts[i].state);
          g_assert_cmpstr (foi_cell_state_to_mark (state), ==, facts[i].text);
        }
    }
  g_assert_null (foi_cell_state_to_mark (FOI_CELL_VALUE));
  g_assert_cmpstr (foi_cell_state_to_words (FOI_CELL_SUPPRESSED), ==, "withheld");
  g_assert_cmpstr (foi_cell_state_to_words (FOI_CELL_NOT_AVAILABLE), ==, "not available");
}

static void
test_size (void)
{
  /* A million records of six cells must fit into the memory that is promised for them. */
  g_assert_cmpuint (sizeof (FoiCell), ==, 16);
}

static void
test_text (void)
{
  g_auto (FoiCell) empty = foi_cell_text ("");
  g_auto (FoiCell) text = foi_cell_text ("April to September 2024 only");
  g_auto (FoiCell) copy = foi_cell_copy (&text);
  g_auto (FoiCell) part = foi_cell_text_len ("April to", 5);
  g_auto (FoiCell) april = foi_cell_text ("April");

  g_assert_cmpint (empty.state, ==, FOI_CELL_BLANK);
  g_assert_true (copy.text == text.text);
  g_assert_true (foi_cell_equal (&text, &copy));
  g_assert_true (foi_cell_equal (&part, &april));
  g_assert_false (part.text == april.text);
  g_assert_cmpuint (foi_cell_hash (&part), ==, foi_cell_hash (&april));
  foi_cell_clear (&copy);
  g_assert_cmpint (copy.state, ==, FOI_CELL_BLANK);
  g_assert_cmpstr (text.text, ==, "April to September 2024 only");
}

static void
test_equal (void)
{
  FoiCell zero = foi_cell_number (0);
  FoiCell one = foi_cell_number (1);
  FoiCell blank = FOI_CELL_INIT;
  FoiCell withheld = foi_cell_state (FOI_CELL_SUPPRESSED);
  g_auto (FoiCell) text = foi_cell_text ("0");

  g_assert_true (foi_cell_equal (&zero, &zero));
  g_assert_false (foi_cell_equal (&zero, &one));
  g_assert_false (foi_cell_equal (&zero, &blank));
  g_assert_false (foi_cell_equal (&zero, &text));
  g_assert_false (foi_cell_equal (&blank, &withheld));
  g_assert_true (foi_cell_equal (&withheld, &withheld));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cell/marks", test_marks);
  g_test_add_func ("/cell/size", test_size);
  g_test_add_func ("/cell/text", test_text);
  g_test_add_func ("/cell/equal", test_equal);
  return g_test_run ();
}
