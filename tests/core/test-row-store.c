/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-row-store.h"

/* A record of one cell. */
static FoiRecord *
make_record (guint64 id, gint64 value)
{
  FoiRecord *record = foi_record_new (id, 1);

  record->cells[0] = foi_cell_number (value);
  return record;
}

static FoiRowStore *
make_store (guint64 first_id, guint n)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, make_record (first_id + i, i));
  return foi_row_store_new_take (records);
}

/* The plain list that the store must always equal. */
static GPtrArray *
list_of (FoiRowStore *store)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);

  for (guint i = 0; i < foi_row_store_get_length (store); i++)
    g_ptr_array_add (list, foi_record_ref (foi_row_store_get (store, i)));
  return list;
}

static void
assert_store (FoiRowStore *store, GPtrArray *list)
{
  g_assert_cmpuint (foi_row_store_get_length (store), ==, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      const FoiRecord *record = g_ptr_array_index (list, i);
      guint position;

      g_assert_true (foi_row_store_get (store, i) == record);
      if (i % 97 == 0)
        {
          g_assert_true (foi_row_store_find (store, record->id, &position));
          g_assert_cmpuint (position, ==, i);
        }
    }
  g_assert_false (foi_row_store_find (store, G_MAXUINT64, NULL));
}

/* What a diff said, played on the list before it. */
typedef struct
{
  FoiRowStore *after;
  GPtrArray *list;
  GHashTable *replaced;
  guint n_splices;
  guint n_moved;
} Replay;

static void
replay_splice (guint position, guint removed, guint added, gpointer user_data)
{
  Replay *replay = user_data;

  replay->n_splices++;
  replay->n_moved += removed + added;
  g_assert_cmpuint (removed + added, >, 0);
  if (removed > 0)
    g_ptr_array_remove_range (replay->list, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (replay->list, (int) (position + i),
                        foi_record_ref (foi_row_store_get (replay->after, position + i)));
}

static void
replay_replaced (guint position, FoiRecord *before, FoiRecord *after, gpointer user_data)
{
  Replay *replay = user_data;

  g_assert_cmpuint (before->id, ==, after->id);
  g_assert_true (before != after);
  g_assert_true (foi_row_store_get (replay->after, position) == after);
  g_assert_true (g_hash_table_insert (replay->replaced, before, after));
}

/* Plays the difference and gives what it took. */
static Replay
assert_diff (FoiRowStore *before, FoiRowStore *after)
{
  g_autoptr (GPtrArray) list = list_of (before);
  g_autoptr (GHashTable) replaced = g_hash_table_new (NULL, NULL);
  Replay replay = { after, list, replaced, 0, 0 };

  foi_row_store_diff (before, after, replay_splice, replay_replaced, &replay);
  g_assert_cmpuint (list->len, ==, foi_row_store_get_length (after));
  for (guint i = 0; i < list->len; i++)
    {
      FoiRecord *record = g_ptr_array_index (list, i);
      FoiRecord *now = g_hash_table_lookup (replaced, record);

      g_assert_true ((now != NULL ? now : record) == foi_row_store_get (after, i));
    }
  g_assert_cmpuint (replay.n_splices, <=, 64);
  return replay;
}

typedef struct
{
  FoiRowStore *store;
  GPtrArray *list;
  guint64 next_id;
} Model;

static void
splice_model (Model *model, guint position, guint removed, guint added)
{
  g_autofree FoiRecord **records = g_new (FoiRecord *, added + 1);
  FoiRowStore *made;

  for (guint i = 0; i < added; i++)
    records[i] = make_record (model->next_id++, g_test_rand_int ());
  made = foi_row_store_splice (model->store, position, removed, records, added);
  if (removed > 0)
    g_ptr_array_remove_range (model->list, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (model->list, (int) (position + i), records[i]);
  foi_row_store_unref (model->store);
  model->store = made;
}

static void
replace_in_model (Model *model, guint position)
{
  g_autoptr (FoiRecord) record = foi_record_copy (foi_row_store_get (model->store, position));
  FoiRowStore *made;

  record->cells[0] = foi_cell_number (g_test_rand_int ());
  made = foi_row_store_replace (model->store, position, record);
  foi_record_unref (g_ptr_array_index (model->list, position));
  g_ptr_array_index (model->list, position) = foi_record_ref (record);
  foi_row_store_unref (model->store);
  model->store = made;
}

/* A row from one place to another, or some of them in another order. */
static void
move_in_model (Model *model, guint from, guint to)
{
  FoiRecord *record = foi_record_ref (foi_row_store_get (model->store, from));
  g_autoptr (FoiRowStore) without = foi_row_store_splice (model->store, from, 1, NULL, 0);

  foi_row_store_unref (model->store);
  model->store = foi_row_store_splice (without, to, 0, &record, 1);
  g_ptr_array_remove_index (model->list, from);
  g_ptr_array_insert (model->list, (int) to, record);
}

static void
step_model (Model *model)
{
  guint length = model->list->len;
  guint position = (guint) g_test_rand_int_range (0, (int) length + 1);
  guint most = length - position;
  guint some = g_test_rand_int_range (0, 8) == 0 ? 700 : 5;
  guint removed = (guint) g_test_rand_int_range (0, (int) some);
  guint added = (guint) g_test_rand_int_range (0, (int) some * 2);

  switch (g_test_rand_int_range (0, length > 4000 ? 5 : 6))
    {
    case 0:
    case 1:
      if (position < length)
        replace_in_model (model, position);
      break;
    case 2:
      if (position < length)
        move_in_model (model, position, (guint) g_test_rand_int_range (0, (int) length));
      break;
    case 3:
    case 4:
      splice_model (model, position, MIN (most, removed), 0);
      break;
    default:
      splice_model (model, position, MIN (most, removed % 3), added);
      break;
    }
}

static void
test_random (void)
{
  for (int round = 0; round < 30; round++)
    {
      Model model = { foi_row_store_new (), NULL, 1 };
      g_autoptr (FoiRowStore) past = foi_row_store_new ();

      model.list = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);
      for (int step = 0; step < 150; step++)
        {
          g_autoptr (FoiRowStore) before = foi_row_store_ref (model.store);

          step_model (&model);
          assert_store (model.store, model.list);
          assert_diff (before, model.store);
          if (step % 10 == 0)
            {
              /* Far apart, both ways: as when many edits are one, or are undone. */
              assert_diff (past, model.store);
              assert_diff (model.store, past);
              foi_row_store_unref (past);
              past = foi_row_store_ref (model.store);
            }
        }
      foi_row_store_unref (model.store);
      g_ptr_array_unref (model.list);
    }
}

/* Nobody who holds an earlier store sees a later one's changes. */
static void
test_persistent (void)
{
  g_autoptr (FoiRowStore) first = make_store (1, 1000);
  g_autoptr (GPtrArray) list = list_of (first);
  g_autoptr (FoiRecord) record = make_record (501, -1);
  g_autoptr (FoiRowStore) second = foi_row_store_replace (first, 500, record);
  g_autoptr (FoiRowStore) third = foi_row_store_splice (second, 0, 1000, NULL, 0);

  assert_store (first, list);
  g_assert_true (foi_row_store_get (second, 500) == record);
  g_assert_true (foi_row_store_get (first, 500) != record);
  g_assert_cmpuint (foi_row_store_get_length (third), ==, 0);
}

static int
compare_backwards (gconstpointer a, gconstpointer b)
{
  const FoiRecord *const *left = a;
  const FoiRecord *const *right = b;

  return (*left)->id < (*right)->id ? 1 : -1;
}

/* How little a difference says. */
static void
test_diff_size (void)
{
  g_autoptr (FoiRowStore) before = make_store (1, 3000);
  g_autoptr (FoiRecord) one = make_record (9001, 0);
  g_autoptr (FoiRecord) two = make_record (9002, 0);
  g_autoptr (FoiRecord) edited = make_record (1500, -5);
  g_autoptr (FoiRowStore) inserted = foi_row_store_splice (before, 0, 0, &one, 1);
  g_autoptr (FoiRowStore) both = foi_row_store_splice (inserted, 3001, 0, &two, 1);
  g_autoptr (FoiRowStore) replaced = foi_row_store_replace (before, 1499, edited);
  g_autoptr (FoiRowStore) without = foi_row_store_splice (before, 10, 1, NULL, 0);
  FoiRecord *moved = foi_row_store_get (before, 10);
  g_autoptr (FoiRowStore) with = foi_row_store_splice (without, 2500, 0, &moved, 1);
  GPtrArray *reversed = list_of (before);
  g_autoptr (FoiRowStore) sorted = NULL;
  Replay replay;

  replay = assert_diff (before, both);
  g_assert_cmpuint (replay.n_splices, ==, 2);
  g_assert_cmpuint (replay.n_moved, ==, 2);
  replay = assert_diff (before, replaced);
  g_assert_cmpuint (replay.n_splices, ==, 0);
  replay = assert_diff (before, with);
  g_assert_cmpuint (replay.n_splices, ==, 2);
  g_assert_cmpuint (replay.n_moved, ==, 2);

  g_ptr_array_sort (reversed, compare_backwards);
  sorted = foi_row_store_new_take (reversed);
  replay = assert_diff (before, sorted);
  g_assert_cmpuint (replay.n_splices, <=, 2);
}

/* @before without every row whose place is divisible by @step. */
static FoiRowStore *
thin_out (FoiRowStore *before, guint step)
{
  FoiRowStore *store = foi_row_store_ref (before);

  for (guint i = foi_row_store_get_length (before); i-- > 0;)
    {
      if (i % step == 0)
        {
          g_autoptr (FoiRowStore) old = store;

          store = foi_row_store_splice (old, i, 1, NULL, 0);
        }
    }
  return store;
}

static void
test_scattered (void)
{
  g_autoptr (FoiRowStore) before = make_store (1, 10000);
  g_autoptr (FoiRowStore) few = thin_out (before, 500);
  g_autoptr (FoiRowStore) many = thin_out (before, 7);
  g_autoptr (FoiRowStore) fewer = make_store (1, 3000);
  g_autoptr (FoiRowStore) thin = thin_out (fewer, 7);
  Replay replay;

  replay = assert_diff (before, few);
  g_assert_cmpuint (replay.n_splices, ==, 20);
  g_assert_cmpuint (replay.n_moved, ==, 20);
  replay = assert_diff (few, before);
  g_assert_cmpuint (replay.n_splices, ==, 20);
  replay = assert_diff (before, many);
  g_assert_cmpuint (replay.n_splices, ==, 1);
  replay = assert_diff (many, before);
  g_assert_cmpuint (replay.n_splices, ==, 1);
  /* Row by row these would be 429: they are said as one, from the first to the last. */
  replay = assert_diff (fewer, thin);
  g_assert_cmpuint (replay.n_splices, ==, 1);
  g_assert_cmpuint (replay.n_moved, ==, 2997 + 2568);
  replay = assert_diff (thin, fewer);
  g_assert_cmpuint (replay.n_splices, ==, 1);
}

/* Rows in no order of their ids are found, and finding all of them does not take for ever. */
static void
test_find_in_sorted (void)
{
  const guint n_rows = 200000;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree guint64 *ids = g_new (guint64, n_rows);
  GPtrArray *records = g_ptr_array_new ();
  g_autoptr (FoiRowStore) store = NULL;
  guint position;

  for (guint i = 0; i < n_rows; i++)
    ids[i] = 3 * (guint64) i + 5;
  for (guint i = n_rows - 1; i > 0; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i + 1);
      guint64 id = ids[i];

      ids[i] = ids[j];
      ids[j] = id;
    }
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (records, foi_record_new (ids[i], 0));
  store = foi_row_store_new_take (records);
  g_test_timer_start ();
  for (guint i = 0; i < n_rows; i++)
    {
      g_assert_true (foi_row_store_find (store, ids[i], &position));
      g_assert_cmpuint (position, ==, i);
      g_assert_false (foi_row_store_find (store, ids[i] + 1, NULL));
    }
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 5);
  g_assert_false (foi_row_store_find (store, 4, NULL));
  g_assert_false (foi_row_store_find (store, G_MAXUINT64, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-store/random", test_random);
  g_test_add_func ("/row-store/persistent", test_persistent);
  g_test_add_func ("/row-store/diff-size", test_diff_size);
  g_test_add_func ("/row-store/scattered", test_scattered);
  g_test_add_func ("/row-store/find-in-sorted", test_find_in_sorted);
  return g_test_run ();
}
