/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "foi-case-file.h"
#include "foi-durable.h"
#include "foi-error.h"
#include "foi-file-lock.h"

#define CASE_TEXT \
  "{\n  \"id\": \"FOI1\",\n  \"title\": \"%s\",\n  \"foi:case\": {\n" \
  "    \"format\": \"uk-foi-case\",\n    \"version\": 1\n  }\n}\n"

/* What the system says of a lock, or 0 for what it really says: then nobody sleeps, and what they
 * would have slept is added up. How many renames a server refuses; what comes into being while a
 * file is flushed. */
static int lock_error;
static gulong slept;
static guint n_refused_renames;
static const char *comes_meanwhile;
/* Which file takes the place of which between the opening and the locking. */
static const char *moved_from, *moved_to;

int
fcntl (int file, int command, ...)
{
  int (*real) (int, int, void *) = dlsym (RTLD_NEXT, "fcntl64");
  va_list arguments;
  void *argument;

  va_start (arguments, command);
  argument = va_arg (arguments, void *);
  va_end (arguments);
  if (command == F_OFD_SETLK && moved_from != NULL)
    g_assert_cmpint (g_rename (g_steal_pointer (&moved_from), moved_to), ==, 0);
  if (command != F_OFD_SETLK || lock_error == 0)
    return real (file, command, argument);
  errno = lock_error;
  return -1;
}

void
g_usleep (gulong microseconds)
{
  void (*real) (gulong) = dlsym (RTLD_NEXT, "g_usleep");

  if (lock_error == 0)
    real (microseconds);
  else
    slept += microseconds;
}

int
rename (const char *from, const char *to)
{
  int (*real) (const char *, const char *) = dlsym (RTLD_NEXT, "rename");

  if (n_refused_renames == 0)
    return real (from, to);
  n_refused_renames--;
  errno = EACCES;
  return -1;
}

int
fsync (int file)
{
  int (*real) (int) = dlsym (RTLD_NEXT, "fsync");
  const char *path = g_steal_pointer (&comes_meanwhile);

  if (path != NULL)
    g_assert_true (g_file_set_contents (path, "Theirs", -1, NULL));
  return real (file);
}

typedef struct
{
  char *folder;
  char *path;
  char *other;
  FoiFileLock held;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("foi-lock-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "FOI1.foi.json", NULL);
  fixture->other = g_build_filename (fixture->folder, "FOI2.foi.json", NULL);
  fixture->held = (FoiFileLock) FOI_FILE_LOCK_NONE;
  g_assert_true (g_file_set_contents (fixture->path, "Ours", -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foi_file_lock_release (&fixture->held);
  lock_error = 0;
  slept = 0;
  n_refused_renames = 0;
  comes_meanwhile = NULL;
  g_unlink (fixture->path);
  g_unlink (fixture->other);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->other);
}

static void
take (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_file_lock_take (&fixture->held, fixture->path, NULL, &error));
  g_assert_no_error (error);
}

static gpointer
release_later (gpointer data)
{
  Fixture *fixture = data;

  g_usleep (50 * 1000);
  /* As a save does: the new file comes first, and then the lock of the old one goes. */
  g_assert_cmpint (g_rename (fixture->other, fixture->path), ==, 0);
  foi_file_lock_release (&fixture->held);
  return NULL;
}

/* Who waited holds the file that is there now, and can read it. */
static void
test_waits (Fixture *fixture, gconstpointer data)
{
  g_auto (FoiFileLock) second = FOI_FILE_LOCK_NONE;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  struct stat held, there;
  GThread *thread;

  g_assert_true (g_file_set_contents (fixture->other, "Newer", -1, NULL));
  take (fixture);
  g_assert_cmpint (fixture->held.file, >=, 0);
  thread = g_thread_new ("holder", release_later, fixture);
  g_assert_true (foi_file_lock_take (&second, fixture->path, NULL, &error));
  g_assert_no_error (error);
  g_thread_join (thread);
  g_assert_cmpint (fstat (second.file, &held), ==, 0);
  g_assert_cmpint (stat (fixture->path, &there), ==, 0);
  g_assert_cmpuint (held.st_ino, ==, there.st_ino);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, &error));
  g_assert_cmpstr (text, ==, "Newer");
}

/* Who locks a file that another has just replaced locks that one. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  struct stat held, there;

  g_assert_true (g_file_set_contents (fixture->other, "Newer", -1, NULL));
  moved_from = fixture->other;
  moved_to = fixture->path;
  take (fixture);
  g_assert_null (moved_from);
  g_assert_cmpint (fstat (fixture->held.file, &held), ==, 0);
  g_assert_cmpint (stat (fixture->path, &there), ==, 0);
  g_assert_cmpuint (held.st_ino, ==, there.st_ino);
}

static gpointer
cancel_later (gpointer cancellable)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (FoiFileLock) second = FOI_FILE_LOCK_NONE;
  g_autoptr (GError) error = NULL;
  GThread *thread;

  take (fixture);
  thread = g_thread_new ("canceller", cancel_later, cancellable);
  g_assert_false (foi_file_lock_take (&second, fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (second.file, ==, -1);
  g_thread_join (thread);
}

/* Whoever is still saving after that long is told of, and is not saved over. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  lock_error = EAGAIN;
  g_assert_false (foi_file_lock_take (&fixture->held, fixture->path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_cmpint (fixture->held.file, ==, -1);
  g_assert_cmpuint (slept, >=, 10 * G_USEC_PER_SEC);
  g_assert_cmpuint (slept, <, 20 * G_USEC_PER_SEC);
}

/* A disk without locks is one all the same. */
static void
test_no_locks (Fixture *fixture, gconstpointer data)
{
  static const int errors[] = { ENOLCK, EOPNOTSUPP, EINVAL, ENOSYS, EACCES };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      lock_error = errors[i];
      take (fixture);
      g_assert_cmpint (fixture->held.file, ==, -1);
    }
}

/* What is wrong with these is for who saves. */
static void
test_nothing_to_lock (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  take (fixture);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  take (fixture);
  g_assert_cmpint (fixture->held.file, ==, -1);
}

/* ---- saving ---- */

static gboolean
save (const char *path, const FoiFileMark *expected, gboolean overwrite, GError **error)
{
  g_autofree char *text = g_strdup_printf (CASE_TEXT, "After");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FoiCaseState) state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_nonnull (state);
  return foi_case_file_save (state, file, expected, "a-token", overwrite, NULL, NULL, error);
}

static void
assert_holds (const char *path, const char *words)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, words));
}

/* The lock keeps the file open, and some servers replace no open file. */
static void
test_open_files_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  n_refused_renames = 1;
  g_assert_true (save (fixture->path, NULL, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_refused_renames, ==, 0);
  assert_holds (fixture->path, "\"After\"");
}

/* Of a file that is not there nothing can be locked; what comes meanwhile is kept, or was to go. */
static void
test_comes_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  comes_meanwhile = fixture->other;
  g_assert_false (save (fixture->other, NULL, FALSE, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONFLICT);
  assert_holds (fixture->other, "Theirs");
  g_clear_error (&error);

  g_assert_cmpint (g_unlink (fixture->other), ==, 0);
  comes_meanwhile = fixture->other;
  g_assert_true (save (fixture->other, NULL, TRUE, &error));
  g_assert_no_error (error);
  g_assert_null (comes_meanwhile);
  assert_holds (fixture->other, "\"After\"");
}

/* Who renamed it has the case under another name: that is for a person to decide. */
static void
test_gone_meanwhile (Fixture *fixture, gconstpointer data)
{
  const FoiFileMark expected = { (char *) "", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (fixture->path, fixture->other), ==, 0);
  g_assert_false (save (fixture->path, &expected, FALSE, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "“FOI1.foi.json” was not saved: "));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_true (save (fixture->path, &expected, TRUE, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "\"After\"");
  assert_holds (fixture->other, "Ours");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "waits", test_waits },
    { "moved", test_moved },
    { "cancelled", test_cancelled },
    { "busy", test_busy },
    { "no-locks", test_no_locks },
    { "nothing-to-lock", test_nothing_to_lock },
    { "open-files-stay", test_open_files_stay },
    { "comes-meanwhile", test_comes_meanwhile },
    { "gone-meanwhile", test_gone_meanwhile },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/file-lock/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
