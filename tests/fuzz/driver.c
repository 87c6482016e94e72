/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target without a fuzzing engine: over every file of a folder, and over mutations of
 * each that are the same on every run. An input on which the target aborts is kept in the working
 * folder as crash-FILE-NUMBER; given alone as the argument, a file is run as it is. */

#include "fuzz.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_SIZE (64 * 1024)

typedef struct
{
  char *name;
  char *bytes;
  gsize size;
} Seed;

static GPtrArray *seeds;
static guint n_mutations;

/* For the signal handler: what is being run, and where to keep it. */
static char crash_path[512];
static const guint8 *running;
static gsize running_size;

static void
keep_input_cb (int number)
{
  int fd = open (crash_path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  gsize done = 0;

  while (fd >= 0 && done < running_size)
    {
      gssize n = write (fd, running + done, running_size - done);

      if (n <= 0)
        break;
      done += (gsize) n;
    }
  signal (number, SIG_DFL);
  raise (number);
}

/* The target gets a copy of exactly these bytes, so that sanitizers see a step beyond them. */
static void
run (const Seed *seed, guint number, const guint8 *bytes, gsize size)
{
  g_autofree guint8 *copy = g_malloc (MAX (size, 1));

  memcpy (copy, bytes, size);
  g_snprintf (crash_path, sizeof crash_path, "crash-%s-%u", seed->name, number);
  running = copy;
  running_size = size;
  g_assert_cmpint (LLVMFuzzerTestOneInput (copy, size), ==, 0);
}

static guint
pick (GRand *rand, gsize below)
{
  return below == 0 ? 0 : (guint) g_rand_int_range (rand, 0, (gint32) MIN (below, G_MAXINT32));
}

static void
insert (GByteArray *bytes, guint at, const void *what, guint length)
{
  guint tail = bytes->len - at;

  g_byte_array_set_size (bytes, bytes->len + length);
  memmove (bytes->data + at + length, bytes->data + at, tail);
  memcpy (bytes->data + at, what, length);
}

static void
insert_word (GByteArray *bytes, GRand *rand)
{
  guint n_words = 0;
  const char *word;

  while (fuzz_words[n_words] != NULL)
    n_words++;
  word = n_words > 0 ? fuzz_words[pick (rand, n_words)] : "\n";
  insert (bytes, pick (rand, bytes->len + 1), word, (guint) strlen (word));
}

/* A piece of another seed, or of the same one. */
static void
insert_piece (GByteArray *bytes, GRand *rand)
{
  const Seed *other = g_ptr_array_index (seeds, pick (rand, seeds->len));
  guint from = pick (rand, other->size);
  guint length = pick (rand, MIN (other->size - from, 200) + 1);

  insert (bytes, pick (rand, bytes->len + 1), other->bytes + from, length);
}

static void
mutate (GByteArray *bytes, GRand *rand)
{
  static const guint8 odd[] = { 0, 1, '\n', ' ', '"', '\\', 0x7f, 0x80, 0xc0, 0xed, 0xff };
  guint at = pick (rand, bytes->len);

  switch (bytes->len == 0 ? 5 : g_rand_int_range (rand, 0, 8))
    {
    case 0:
      bytes->data[at] ^= (guint8) (1 << pick (rand, 8));
      break;
    case 1:
      bytes->data[at] = odd[pick (rand, sizeof odd)];
      break;
    case 2:
      bytes->data[at] = bytes->data[pick (rand, bytes->len)];
      break;
    case 3:
      g_byte_array_remove_range (bytes, at, pick (rand, MIN (bytes->len - at, 40)) + 1);
      break;
    case 4:
      g_byte_array_set_size (bytes, at);
      break;
    case 5:
    case 6:
      insert_word (bytes, rand);
      break;
    default:
      insert_piece (bytes, rand);
      break;
    }
}

static void
test_seed (gconstpointer data)
{
  const Seed *seed = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_str_hash (seed->name));

  run (seed, 0, (const guint8 *) seed->bytes, seed->size);
  for (guint i = 1; i <= n_mutations; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      guint n_faults = 1 + pick (rand, 4);

      g_byte_array_append (bytes, (const guint8 *) seed->bytes, (guint) seed->size);
      for (guint j = 0; j < n_faults; j++)
        mutate (bytes, rand);
      run (seed, i, bytes->data, bytes->len);
    }
}

static void
seed_free (gpointer data)
{
  Seed *seed = data;

  g_free (seed->name);
  g_free (seed->bytes);
  g_free (seed);
}

static void
add_seed (const char *path)
{
  g_autoptr (GError) error = NULL;
  Seed *seed = g_new0 (Seed, 1);

  seed->name = g_path_get_basename (path);
  g_ptr_array_add (seeds, seed);
  if (!g_file_get_contents (path, &seed->bytes, &seed->size, &error))
    g_error ("%s", error->message);
  if (seed->size > MAX_SIZE)
    g_error ("%s is too large for a seed", path);
}

static int
compare_seeds (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Seed *const *) a)->name, (*(Seed *const *) b)->name);
}

static void
add_seeds (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      add_seed (path);
    }
  if (seeds->len == 0)
    g_error ("%s is empty", folder);
  g_ptr_array_sort (seeds, compare_seeds);
}

int
main (int argc, char *argv[])
{
  static const int signals[] = {
    SIGABRT,
    SIGTRAP,
#ifndef __SANITIZE_ADDRESS__
    SIGSEGV, /* a sanitizer has its own report to make */
    SIGBUS,
    SIGFPE,
#endif
  };
  int status;

  g_test_init (&argc, &argv, NULL);
  if (argc < 2)
    g_error ("usage: %s FOLDER MUTATIONS, or %s FILE", argv[0], argv[0]);

  seeds = g_ptr_array_new_with_free_func (seed_free);
  if (g_file_test (argv[1], G_FILE_TEST_IS_DIR))
    add_seeds (argv[1]);
  else
    add_seed (argv[1]);
  n_mutations = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;

  for (size_t i = 0; i < G_N_ELEMENTS (signals); i++)
    signal (signals[i], keep_input_cb);
  for (guint i = 0; i < seeds->len; i++)
    {
      const Seed *seed = g_ptr_array_index (seeds, i);
      g_autofree char *path = g_strconcat ("/fuzz/", seed->name, NULL);

      g_test_add_data_func (path, seed, test_seed);
    }
  status = g_test_run ();
  g_ptr_array_unref (seeds);
  return status;
}
