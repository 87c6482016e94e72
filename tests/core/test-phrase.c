/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-phrase.h"

static void
test_find (void)
{
  static const struct
  {
    const char *text, *phrase;
    gboolean    exact_case;
    int         begin, end; /* -1: not there */
  } facts[] = {
    { "Ask Jane Doe.", "Jane Doe", FALSE, 4, 12 },
    { "ask JANE  doe", "Jane Doe", FALSE, 4, 13 },
    { "ask JANE doe", "Jane Doe", TRUE, -1, -1 },
    { "Jane\nDoe", "Jane Doe", FALSE, 0, 8 },
    { "Mary Jane Doering", "Jane Doe", FALSE, -1, -1 },
    { "O’Brien", "o'brien", FALSE, 0, 9 },
    { "\xe2\x84\xaa" "ate", "kate", FALSE, 0, 6 }, /* the sign for kelvin */
    { "", "Jane", FALSE, -1, -1 },
    /* Accents, as one sign or two, or left out. */
    { "from José.", "Jose\xcc\x81", FALSE, 5, 10 },
    { "from Jose\xcc\x81.", "José", TRUE, 5, 11 },
    { "from JOSE.", "José", FALSE, 5, 9 },
    { "Zébedee", "Zebedee", TRUE, 0, 8 },
    { "Jose\xcc\x81s", "Jose", FALSE, -1, -1 },
    { "e\xcc\x81" "Jo", "Jo", FALSE, -1, -1 },
    { "Ørsted", "Orsted", FALSE, -1, -1 },
    /* What nobody sees. */
    { "Zebe\xc2\xad" "dee", "Zebedee", FALSE, 0, 9 },
    { "Zebedee", "Zebe\xe2\x80\x8b" "dee", FALSE, 0, 7 },
    { "pre\xc2\xad" "Doe", "Doe", FALSE, -1, -1 },
    { "Doe\xc2\xad" "ring", "Doe", FALSE, -1, -1 },
    { "\xc2\xad" "Doe", "Doe", FALSE, 2, 5 },
    /* Words without spaces. */
    { "我是李小龙先生", "李小龙", TRUE, 6, 15 },
    { "我是李 小龙", "李小龙", TRUE, 6, 16 },
    { "我是李小龙", "李 小龙", TRUE, 6, 15 },
    { "我是李小明", "李小龙", TRUE, -1, -1 },
    { "李", "李小龙", TRUE, -1, -1 },
    { "我是Ng先生", "Ng", TRUE, 6, 8 },
    { "김철수는", "김철수", TRUE, 0, 9 },
    { "ผมสมชายครับ", "สมชาย", TRUE, 6, 21 },
    { "Ann 小龙", "Ann小龙", FALSE, -1, -1 },
    { "Annlee", "Ann lee", FALSE, -1, -1 },
    { "Иваново", "Иван", FALSE, -1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gsize begin = 0, end = 0;
      const gboolean found = foi_phrase_find (facts[i].text, facts[i].phrase, facts[i].exact_case,
                                              0, &begin, &end);

      g_test_message ("%s in %s", facts[i].phrase, facts[i].text);
      g_assert_cmpint (found, ==, facts[i].begin >= 0);
      if (found)
        g_assert_cmpint ((int) begin, ==, facts[i].begin);
      if (found)
        g_assert_cmpint ((int) end, ==, facts[i].end);
    }
}

/* No text that has the words lacks one of their letters. */
static void
test_letters (void)
{
  static const char *const pieces[] = {
    "a", "B", "b", "k", "\xe2\x84\xaa", " ", "1", "é", "’", "z", "e", "\xcc\x81",
    "\xc2\xad", "李",
  };
  guint n_found = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) phrase = g_string_new (NULL);

      for (int j = g_test_rand_int_range (0, 12); j > 0; j--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
        g_string_append (phrase, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (!foi_phrase_find (text->str, phrase->str, FALSE, 0, NULL, NULL))
        continue;
      n_found++;
      g_assert_cmpuint (foi_phrase_get_letters (phrase->str)
                          & ~foi_phrase_get_letters (text->str), ==, 0);
    }
  g_assert_cmpuint (n_found, >, 100);
  g_assert_cmpuint (foi_phrase_get_letters ("Zz9"), ==,
                    (G_GUINT64_CONSTANT (1) << 25) | (G_GUINT64_CONSTANT (1) << 35));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/find", test_find);
  g_test_add_func ("/phrase/letters", test_letters);
  return g_test_run ();
}
