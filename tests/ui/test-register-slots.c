/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gtk/gtk.h>

#include "foi-register-slots.h"

static GtkStringList *
new_rows (const char *texts)
{
  g_auto (GStrv) parts = g_strsplit (texts, " ", -1);

  return gtk_string_list_new ((const char *const *) parts);
}

static void
let_run (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What stands in the places: "a b c". */
static char *
dup_texts (GListModel *slots)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (slots); i++)
    {
      g_autoptr (FoiRegisterSlot) slot = g_list_model_get_item (slots, i);

      g_string_append_printf (
        text, "%s%s", i > 0 ? " " : "",
        gtk_string_object_get_string (GTK_STRING_OBJECT (foi_register_slot_get_row (slot))));
    }
  return g_strdup (text->str);
}

/* What a view sees of a list: it has what it was told of. */
typedef struct
{
  GPtrArray *slots;
} Seen;

static void
items_changed_cb (GListModel *slots, guint position, guint removed, guint added, Seen *seen)
{
  g_assert_cmpuint (position + removed, <=, seen->slots->len);
  if (removed > 0)
    g_ptr_array_remove_range (seen->slots, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (seen->slots, (int) (position + i),
                        g_list_model_get_item (slots, position + i));
  g_assert_cmpuint (seen->slots->len, ==, g_list_model_get_n_items (slots));
}

static void
told_cb (guint *n_told)
{
  (*n_told)++;
}

/* A view that went by what it was told has the same rows as one that asks anew. */
static void
assert_same (Seen *seen, GListModel *slots, GListModel *rows)
{
  g_assert_cmpuint (seen->slots->len, ==, g_list_model_get_n_items (rows));
  for (guint i = 0; i < seen->slots->len; i++)
    {
      g_autoptr (FoiRegisterSlot) slot = g_list_model_get_item (slots, i);
      g_autoptr (GObject) row = g_list_model_get_item (rows, i);

      g_assert_true (seen->slots->pdata[i] == (gpointer) slot);
      g_assert_true (foi_register_slot_get_row (slot) == row);
    }
}

static void
change (GRand *dice, GtkStringList *rows, guint *next)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (rows));
  const guint most = g_rand_boolean (dice) ? 5 : 600;
  const guint position = (guint) g_rand_int_range (dice, 0, (gint32) n + 1);
  const guint thrown = (guint) g_rand_int_range (dice, 0, (gint32) most);
  const guint removed = MIN (thrown, n - position);
  const guint added = (guint) g_rand_int_range (dice, 0, (gint32) most);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < added; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", (*next)++);

      g_strv_builder_add (builder, text);
    }
  texts = g_strv_builder_end (builder);
  gtk_string_list_splice (rows, position, removed, (const char *const *) texts);
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
      g_autoptr (GtkStringList) rows = new_rows ("a b c");
      g_autoptr (FoiRegisterSlots) slots = foi_register_slots_new (G_LIST_MODEL (rows));
      g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
      Seen seen = { list };
      guint next = 0;

      items_changed_cb (G_LIST_MODEL (slots), 0, 0, 3, &seen);
      g_signal_connect (slots, "items-changed", G_CALLBACK (items_changed_cb), &seen);
      for (guint step = 0; step < 20; step++)
        {
          foi_register_slots_set_following (slots, g_rand_boolean (dice));
          foi_register_slots_set_seen (slots, (guint) g_rand_int_range (dice, 0, 900));
          change (dice, rows, &next);
          if (g_rand_boolean (dice))
            let_run ();
        }
      let_run ();
      assert_same (&seen, G_LIST_MODEL (slots), G_LIST_MODEL (rows));
      g_signal_handlers_disconnect_by_data (slots, &seen);
    }
}

/* Once somebody looks at a row, it keeps its place when others come before it; until then what is
 * at the top is what stands there. */
static void
test_following (void)
{
  for (gboolean is_following = FALSE; is_following <= TRUE; is_following++)
    {
      g_autoptr (GtkStringList) rows = new_rows ("b c");
      g_autoptr (FoiRegisterSlots) slots = foi_register_slots_new (G_LIST_MODEL (rows));
      g_autoptr (FoiRegisterSlot) first = g_list_model_get_item (G_LIST_MODEL (slots), 0);
      g_autoptr (FoiRegisterSlot) now = NULL;
      g_autofree char *texts = NULL;
      guint n_told = 0;

      g_signal_connect_swapped (first, "changed", G_CALLBACK (told_cb), &n_told);
      foi_register_slots_set_following (slots, is_following);
      gtk_string_list_splice (rows, 0, 0, (const char *const[]) { "a", NULL });
      texts = dup_texts (G_LIST_MODEL (slots));
      g_assert_cmpstr (texts, ==, "a b c");
      now = g_list_model_get_item (G_LIST_MODEL (slots), is_following ? 1 : 0);
      g_assert_true (now == first);
      g_assert_cmpuint (n_told, ==, is_following ? 0 : 1);
      g_signal_handlers_disconnect_by_data (first, &n_told);
    }
}

/* Between the ones and the others nothing is told; what stays where it is, is not told either. */
static void
test_hold (void)
{
  g_autoptr (GtkStringList) rows = new_rows ("a b c");
  g_autoptr (GtkStringList) others = new_rows ("x");
  g_autoptr (FoiRegisterSlots) slots = foi_register_slots_new (G_LIST_MODEL (rows));
  g_autoptr (FoiRegisterSlot) first = g_list_model_get_item (G_LIST_MODEL (slots), 0);
  guint n_told = 0, n_changed = 0;

  g_signal_connect_swapped (first, "changed", G_CALLBACK (told_cb), &n_told);
  g_signal_connect_swapped (slots, "changed", G_CALLBACK (told_cb), &n_changed);
  foi_register_slots_hold (slots);
  gtk_string_list_remove (rows, 0);
  g_assert_cmpuint (n_told + n_changed, ==, 0);
  foi_register_slots_set_rows (slots, G_LIST_MODEL (others));
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (slots)), ==, 1);
  foi_register_slots_set_rows (slots, G_LIST_MODEL (others));
  g_assert_cmpuint (n_told, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-slots/random", test_random);
  g_test_add_func ("/register-slots/following", test_following);
  g_test_add_func ("/register-slots/hold", test_hold);
  return g_test_run ();
}
