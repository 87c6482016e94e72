/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-stems.h"

static void
append_stem (const char *stem, gpointer user_data)
{
  g_string_append_printf (user_data, "%s ", stem);
}

static char *
dup_stems (const char *text)
{
  GString *stems = g_string_new (NULL);

  foi_stems_visit (text, append_stem, stems);
  return g_string_free (stems, FALSE);
}

/* Pairs of which each is one word to whoever asks, in the spellings of the Oxford English
 * Dictionary and in those that requests from elsewhere have. */
static void
test_same (void)
{
  static const char *const pairs[][2] = {
    { "organise", "organize" }, { "organisation", "organizations" }, { "organised", "ORGANIZING" },
    { "analyse", "analyzed" }, { "colour", "colors" }, { "behaviour", "behaviors" },
    { "neighbourhood", "neighborhoods" }, { "centre", "centers" }, { "theatre", "theaters" },
    { "licence", "licenses" }, { "licensing", "licence" }, { "defence", "defense" },
    { "programme", "programs" }, { "travelled", "traveling" }, { "counselling", "counseling" },
    { "cancelled", "canceling" }, { "paediatric", "pediatric" }, { "pothole", "potholes" },
    { "complaint", "complaints" }, { "child's", "child" }, { "child’s", "childs" },
    { "spending", "spends" }, { "council's", "councils" }, { "practise", "practices" },
    { "policies", "policy" }, { "catalogue", "catalogs" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *first = dup_stems (pairs[i][0]), *second = dup_stems (pairs[i][1]);

      g_assert_cmpstr (first, !=, "");
      g_assert_cmpstr (first, ==, second);
    }
}

static void
test_different (void)
{
  static const char *const pairs[][2] = {
    { "police", "policy" }, { "organ", "organisation" }, { "house", "hour" }, { "tree", "tre" },
    { "school", "scholar" }, { "size", "sise" }, { "car", "care" }, { "ward", "warden" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *first = dup_stems (pairs[i][0]), *second = dup_stems (pairs[i][1]);

      g_assert_cmpstr (first, !=, second);
    }
}

static void
test_left_out (void)
{
  static const struct
  {
    const char *text, *stems;
  } facts[] = {
    { "", "" },
    { "How many of these are there?", "" },
    { "2023/24, 17 and 1,000", "" },
    { "the A40 in 2024", "a40 " },
    { "Straßen und Ämter", "straßen und ämter " },
    { "cars–vans/lorries", "car van lorri " },
    { "'''’’’", "" },
    { "\xf0\x9f\x9a\x97 parking", "park " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *stems = dup_stems (facts[i].text);

      g_assert_cmpstr (stems, ==, facts[i].stems);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stems/same", test_same);
  g_test_add_func ("/stems/different", test_different);
  g_test_add_func ("/stems/left-out", test_left_out);
  return g_test_run ();
}
