/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-start.h"

static const struct
{
  const char *text;
  guint       most;
  const char *start;
} starts[] = {
  { "", 5, "" },
  { "Calls", 5, "Calls" },
  { "Calls taken", 5, "Calls…" },
  { "Calls taken in", 13, "Calls taken…" },
  { "Übergrößengroß", 14, "Übergrößengroß" },
  { "Übergrößengroß", 4, "Über…" },
  { "How many\ncalls", 9, "How many…" },
  { "A word_of_more_than_thirty_characters_without_end", 40,
    "A word_of_more_than_thirty_characters_wi…" },
};

static void
test_start (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *start = foi_text_dup_start (starts[i].text, starts[i].most);

      g_assert_cmpstr (start, ==, starts[i].start);
    }
}

static void
test_first_line (void)
{
  g_autofree char *line = foi_text_dup_first_line ("How many?\r\nAnd when?");
  g_autofree char *many = g_strnfill (1000000, 'x');
  g_autofree char *cut = foi_text_dup_first_line (many);

  g_assert_cmpstr (line, ==, "How many?");
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 201);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-start/start", test_start);
  g_test_add_func ("/text-start/first-line", test_first_line);
  return g_test_run ();
}
