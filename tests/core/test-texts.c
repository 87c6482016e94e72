/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foi-recent-texts.h"
#include "foi-text-store.h"

/* 200,000 texts, some of them often, and some longer than a block of the store: each number gives
 * the text it was given for, also after all others came. */
static void
test_store (void)
{
  g_autoptr (FoiTextStore) store = foi_text_store_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 200000; i++)
    {
      guint32 number;
      char *text;

      if (i % 5000 == 17)
        text = g_strnfill (60000 + i / 10, 'a' + i / 5000 % 26);
      else if (i % 3 == 0)
        text = g_strdup_printf ("Region %d", g_rand_int_range (rand, 0, 12));
      else
        text = g_strdup_printf ("%x", g_rand_int (rand) >> g_rand_int_range (rand, 0, 31));
      g_assert_true (foi_text_store_add (store, text, strlen (text), &number));
      g_assert_cmpuint (number, <=, FOI_TEXT_STORE_MAX);
      g_ptr_array_add (texts, text);
      g_array_append_val (numbers, number);
    }
  for (guint i = 0; i < texts->len; i++)
    g_assert_cmpstr (foi_text_store_get (store, g_array_index (numbers, guint32, i)), ==,
                     texts->pdata[i]);
}

static void
test_store_shares (void)
{
  g_autoptr (FoiTextStore) store = foi_text_store_new ();
  guint32 north, south, again, empty;

  g_assert_true (foi_text_store_add (store, "", 0, &empty));
  g_assert_cmpuint (empty, ==, 0);
  g_assert_true (foi_text_store_add (store, "North", 5, &north));
  g_assert_true (foi_text_store_add (store, "South", 5, &south));
  /* Only so many bytes of it. */
  g_assert_true (foi_text_store_add (store, "Northern", 5, &again));
  g_assert_cmpuint (again, ==, north);
  g_assert_cmpuint (south, !=, north);
  g_assert_true (foi_text_store_add (store, "Northern", 8, &again));
  g_assert_cmpstr (foi_text_store_get (store, again), ==, "Northern");
  g_assert_cmpstr (foi_text_store_get (store, north), ==, "North");
}

static void
test_recent (void)
{
  g_autoptr (FoiRecentTexts) recent = foi_recent_texts_new ();
  char north[] = "North", other[] = "North";

  g_assert_null (foi_recent_texts_find (recent, "North"));
  foi_recent_texts_keep (recent, north);
  g_assert_true (foi_recent_texts_find (recent, other) == north);
  g_assert_null (foi_recent_texts_find (recent, "North "));
  g_assert_null (foi_recent_texts_find (recent, ""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/store", test_store);
  g_test_add_func ("/texts/store-shares", test_store_shares);
  g_test_add_func ("/texts/recent", test_recent);
  return g_test_run ();
}
