/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-elimination.h"

#include <locale.h>

/* Equations that can be solved by hand. */

#define MOST 3

/* Numbers above and below the line; below 0: nobody knows it. */
typedef struct
{
  gint64 above, below;
} Number;

static const struct
{
  const char *name;
  guint size;
  Number numbers[MOST][MOST], right[MOST];
  const char *solution[MOST]; /* NULL: there is not exactly one */
} systems[] = {
  /* 2x + y = 5, x - y = 1. */
  { "two", 2, { { { 2, 1 }, { 1, 1 } }, { { 1, 1 }, { -1, 1 } } }, { { 5, 1 }, { 1, 1 } },
    { "2", "1" } },
  /* y = 3, 2x = 4: there is nothing on the diagonal. */
  { "turned", 2, { { { 0, 1 }, { 1, 1 } }, { { 2, 1 }, { 0, 1 } } }, { { 3, 1 }, { 4, 1 } },
    { "2", "3" } },
  /* The first column of the inverse of Hilbert's matrix. */
  { "hilbert", 3,
    { { { 1, 1 }, { 1, 2 }, { 1, 3 } }, { { 1, 2 }, { 1, 3 }, { 1, 4 } },
      { { 1, 3 }, { 1, 4 }, { 1, 5 } } },
    { { 1, 1 }, { 0, 1 }, { 0, 1 } }, { "9", "-36", "30" } },
  /* x + y + z = 6, 2y + 5z = -4, 2x + 5y - z = 27. */
  { "three", 3,
    { { { 1, 1 }, { 1, 1 }, { 1, 1 } }, { { 0, 1 }, { 2, 1 }, { 5, 1 } },
      { { 2, 1 }, { 5, 1 }, { -1, 1 } } },
    { { 6, 1 }, { -4, 1 }, { 27, 1 } }, { "5", "3", "-2" } },
  { "the-same-twice", 2, { { { 1, 1 }, { 1, 1 } }, { { 2, 1 }, { 2, 1 } } },
    { { 1, 1 }, { 2, 1 } }, { NULL } },
  { "against-each-other", 2, { { { 1, 1 }, { 1, 1 } }, { { 1, 1 }, { 1, 1 } } },
    { { 1, 1 }, { 2, 1 } }, { NULL } },
  { "not-known", 2, { { { 1, 1 }, { 0, 1 } }, { { 0, 1 }, { 1, 1 } } },
    { { 1, 1 }, { 1, -1 } }, { NULL } },
};

static FoiRational
read_number (Number number)
{
  return number.below < 0 ? foi_rational_unknown ()
                          : foi_rational_fraction (number.above, number.below);
}

static void
test_system (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FoiElimination) elimination = foi_elimination_new (systems[i].size);
  FoiRational solution[MOST];

  for (guint row = 0; row < systems[i].size; row++)
    {
      foi_elimination_set_right (elimination, row, read_number (systems[i].right[row]));
      for (guint column = 0; column < systems[i].size; column++)
        if (systems[i].numbers[row][column].above != 0)
          foi_elimination_add (elimination, row, column,
                               read_number (systems[i].numbers[row][column]));
    }
  g_assert_cmpint (foi_elimination_solve (elimination, solution), ==,
                   systems[i].solution[0] != NULL);
  for (guint j = 0; j < systems[i].size && systems[i].solution[0] != NULL; j++)
    {
      g_autofree char *text = foi_rational_to_text (solution[j]);

      g_assert_cmpstr (text, ==, systems[i].solution[j]);
    }
}

/* x + x = 6 is 2x = 6, and x - x nothing. */
static void
test_added (void)
{
  g_autoptr (FoiElimination) elimination = foi_elimination_new (1), gone = foi_elimination_new (1);
  FoiRational solution;
  g_autofree char *text = NULL;

  foi_elimination_add (elimination, 0, 0, foi_rational (1));
  foi_elimination_add (elimination, 0, 0, foi_rational (1));
  foi_elimination_set_right (elimination, 0, foi_rational (6));
  g_assert_true (foi_elimination_solve (elimination, &solution));
  text = foi_rational_to_text (solution);
  g_assert_cmpstr (text, ==, "3");
  foi_elimination_add (gone, 0, 0, foi_rational (1));
  foi_elimination_add (gone, 0, 0, foi_rational (-1));
  foi_elimination_set_right (gone, 0, foi_rational (6));
  g_assert_false (foi_elimination_solve (gone, &solution));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    {
      g_autofree char *path = g_strdup_printf ("/elimination/%s", systems[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_system);
    }
  g_test_add_func ("/elimination/added", test_added);
  return g_test_run ();
}
