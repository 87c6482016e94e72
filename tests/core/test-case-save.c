/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-file.h"
#include "foi-durable.h"
#include "foi-error.h"

#include <dlfcn.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#define OLD "0000000000000001"
#define NEW "0000000000000002"
#define NOBODY 65534

/* ---- a file system that fails: these stand before the functions of the C library ---- */

typedef enum
{
  NO_CALL,
  CALL_WRITE,
  CALL_FSYNC,
  CALL_RENAME,
  CALL_SETXATTR,
} Call;

/* A list of who may open a file: its owner may do all, one other user too, and the group nothing.
 * The mask, which stands in the mode where the group's bits are, lets read and write. */
#define ACL_NAME "system.posix_acl_access"
#define ACL_ENTRY(kind, may, who) kind, 0, may, 0, (who) & 0xff, (who) >> 8 & 0xff, \
    (who) >> 16 & 0xff, (who) >> 24

static const guint8 acl[] = {
  2, 0, 0, 0,
  ACL_ENTRY (0x01, 6, G_MAXUINT32), ACL_ENTRY (0x02, 6, 12345u), ACL_ENTRY (0x04, 0, G_MAXUINT32),
  ACL_ENTRY (0x10, 6, G_MAXUINT32), ACL_ENTRY (0x20, 0, G_MAXUINT32),
};

/* Whether every file has that list, also where the file system knows none. */
static gboolean all_have_acl;

/* The @number-th call of a kind fails with @code; kills the program where that is 0; and says that
 * it wrote what it did not where that is -1. */
static struct
{
  Call call;
  guint number;
  int code;
  guint seen;
} plan;

/* Whether this call is the one to fail; errno is set then. A rename goes on failing. */
static gboolean
is_planned (Call call)
{
  if (plan.call != call || ++plan.seen < plan.number
      || (plan.seen > plan.number && call != CALL_RENAME))
    return FALSE;
  if (plan.code == 0)
    raise (SIGKILL);
  errno = plan.code;
  return TRUE;
}

ssize_t
write (int fd, const void *data, size_t size)
{
  ssize_t (*real) (int, const void *, size_t) = dlsym (RTLD_NEXT, "write");

  if (fd > 2 && is_planned (CALL_WRITE))
    return plan.code == -1 ? (ssize_t) size : -1;
  /* A disk that is nearly full takes the first bytes. */
  if (fd > 2 && plan.call == CALL_WRITE && plan.number > 1)
    size = MIN (size, 100);
  return real (fd, data, size);
}

int
fsync (int fd)
{
  int (*real) (int) = dlsym (RTLD_NEXT, "fsync");

  return is_planned (CALL_FSYNC) ? -1 : real (fd);
}

int
rename (const char *from, const char *to)
{
  int (*real) (const char *, const char *) = dlsym (RTLD_NEXT, "rename");

  return is_planned (CALL_RENAME) ? -1 : real (from, to);
}

ssize_t
getxattr (const char *path, const char *name, void *value, size_t size)
{
  ssize_t (*real) (const char *, const char *, void *, size_t) = dlsym (RTLD_NEXT, "getxattr");

  if (!all_have_acl || strcmp (name, ACL_NAME) != 0)
    return real (path, name, value, size);
  g_assert_cmpuint (size, >=, sizeof acl);
  memcpy (value, acl, sizeof acl);
  return sizeof acl;
}

int
setxattr (const char *path, const char *name, const void *value, size_t size, int flags)
{
  int (*real) (const char *, const char *, const void *, size_t, int)
    = dlsym (RTLD_NEXT, "setxattr");

  return is_planned (CALL_SETXATTR) ? -1 : real (path, name, value, size, flags);
}

static void
fail_at (Call call, guint number, int code)
{
  plan.call = call;
  plan.number = number;
  plan.code = code;
  plan.seen = 0;
}

/* ---- the case that is saved ---- */

static char *
make_text (const char *title, const char *revision, int version)
{
  return g_strdup_printf ("{\n"
                          "  \"id\": \"FOI1\",\n"
                          "  \"title\": \"%s\",\n"
                          "  \"foi:case\": {\n"
                          "    \"format\": \"uk-foi-case\",\n"
                          "    \"version\": %d%s%s%s\n"
                          "  }\n"
                          "}\n",
                          title, version, revision != NULL ? ",\n    \"_rev\": \"" : "",
                          revision != NULL ? revision : "", revision != NULL ? "\"" : "");
}

static FoiCaseState *
make_state (const char *title, const char *revision, int version)
{
  g_autofree char *text = make_text (title, revision, version);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  char *before;
  FoiCaseState *state;
} Fixture;

/* A folder with a case of the title "Before"; the state to be saved says "After". */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("foi-save-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "FOI1.foi.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->before = make_text ("Before", OLD, 1);
  fixture->state = make_state ("After", OLD, 1);
  g_assert_true (g_file_set_contents (fixture->path, fixture->before, -1, &error));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_remove (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fail_at (NO_CALL, 0, 0);
  g_chmod (fixture->folder, 0700);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->before);
  g_object_unref (fixture->file);
  foi_case_state_unref (fixture->state);
}

static void
assert_contents (Fixture *fixture, const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (fixture->path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A file that is known by its token alone. */
#define AT(token) (&(const FoiFileMark) { (char *) (token), NULL })
#define AT_OLD AT (OLD)

static void
assert_saved (Fixture *fixture, const char *expected_revision, gboolean overwrite)
{
  g_autofree char *after = make_text ("After", NEW, 1);
  g_auto (FoiSaved) saved = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_case_file_save (fixture->state, fixture->file,
                                     expected_revision != NULL ? AT (expected_revision) : NULL,
                                     NEW, overwrite, &saved, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (saved.mark.revision, ==, NEW);
  g_assert_true (saved.written);
  assert_contents (fixture, after);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Saving fails, says that the file is as it was and why, and is right; @code is -1 for any. */
static void
assert_refused_for (Fixture *fixture, const char *expected_revision, GQuark domain, int code,
                    const char *words)
{
  g_auto (FoiSaved) saved = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (foi_case_file_save (fixture->state, fixture->file,
                                      expected_revision != NULL ? AT (expected_revision) : NULL,
                                      NEW, FALSE, &saved, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  if (code >= 0)
    g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, "was not saved, and is as it was: "));
  g_assert_true (g_str_has_suffix (error->message, words));
  g_assert_null (saved.mark.revision);
}

static void
assert_refused (Fixture *fixture, const char *expected_revision, GQuark domain, int code)
{
  assert_refused_for (fixture, expected_revision, domain, code, "");
}

/* ---- what a save does ---- */

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  assert_saved (fixture, OLD, FALSE);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  mode_t mask = umask (0022);
  GStatBuf info;

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_saved (fixture, NULL, FALSE);
  umask (mask);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
}

static void
test_removed_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_saved (fixture, OLD, TRUE);
}

static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiCaseState) same = make_state ("Before", OLD, 1);
  g_auto (FoiSaved) saved = { 0 };
  GStatBuf before, after;

  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);
  g_assert_true (foi_case_file_save (same, fixture->file, AT_OLD, NEW, FALSE, &saved, NULL, NULL));
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  g_assert_cmpstr (saved.mark.revision, ==, OLD);
  g_assert_false (saved.written);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  assert_contents (fixture, fixture->before);
}

/* The state's own token is older than the file's, as after undoing back to what was saved. */
static void
test_unchanged_but_token (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiCaseState) same = make_state ("Before", "00000000000000ff", 1);
  g_auto (FoiSaved) saved = { 0 };

  g_assert_true (foi_case_file_save (same, fixture->file, AT_OLD, NEW, FALSE, &saved, NULL, NULL));
  g_assert_false (saved.written);
  assert_contents (fixture, fixture->before);
}

static void
test_without_token (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text ("Before", NULL, 1);
  g_autoptr (FoiCaseState) read = NULL;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  read = foi_case_file_load (fixture->path, NULL, NULL, NULL, NULL, NULL);
  assert_saved (fixture, foi_case_file_get_revision (read), FALSE);
}

/* Somebody else's work, somebody else's file, and a file that nobody expected. */
static void
test_conflicts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *theirs = make_text ("Theirs", "00000000000000aa", 1);
  static const char *const others[] = { "", "not a case", "{}", "[]" };

  assert_refused (fixture, NULL, FOI_ERROR, FOI_ERROR_CONFLICT);
  assert_refused (fixture, "", FOI_ERROR, FOI_ERROR_CONFLICT);
  assert_contents (fixture, fixture->before);
  g_assert_true (g_file_set_contents (fixture->path, theirs, -1, NULL));
  assert_refused (fixture, OLD, FOI_ERROR, FOI_ERROR_CONFLICT);
  assert_contents (fixture, theirs);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, others[i], -1, NULL));
      assert_refused (fixture, OLD, FOI_ERROR, FOI_ERROR_CONFLICT);
      assert_contents (fixture, others[i]);
    }
  assert_saved (fixture, OLD, TRUE);
}

static void
test_newer_version (Fixture *fixture, gconstpointer data)
{
  foi_case_state_unref (fixture->state);
  fixture->state = make_state ("After", OLD, 2);
  g_assert_true (foi_case_file_is_read_only (fixture->state));
  assert_refused (fixture, OLD, FOI_ERROR, FOI_ERROR_REFUSED);
  assert_contents (fixture, fixture->before);
}

/* ---- where it is saved ---- */

static void
assert_mode (Fixture *fixture, int mode)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, mode);
}

/* The one user whom the list names can still open it, and the group still cannot. */
static void
test_acl_is_kept (Fixture *fixture, gconstpointer data)
{
  guint8 found[sizeof acl + 1];

  g_assert_true (g_file_set_contents (fixture->path, fixture->before, -1, NULL));
  if (setxattr (fixture->path, ACL_NAME, acl, sizeof acl, 0) != 0)
    {
      /* Then there is nothing to keep; what happens without is in the next test. */
      g_assert_cmpint (errno, ==, ENOTSUP);
      return;
    }
  assert_mode (fixture, 0660);
  assert_saved (fixture, OLD, FALSE);
  g_assert_cmpint (getxattr (fixture->path, ACL_NAME, found, sizeof found), ==, sizeof acl);
  g_assert_cmpmem (found, sizeof acl, acl, sizeof acl);
  assert_mode (fixture, 0660);
}

/* Where the list cannot be written, its mask does not become what the group may. */
static void
test_acl_is_lost (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, fixture->before, -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0660), ==, 0);
  all_have_acl = TRUE;
  fail_at (CALL_SETXATTR, 1, ENOTSUP);
  assert_saved (fixture, OLD, FALSE);
  g_assert_cmpuint (plan.seen, ==, 1);
  fail_at (NO_CALL, 0, 0);
  all_have_acl = FALSE;
  assert_mode (fixture, 0600);
}

static void
test_mode_is_kept (Fixture *fixture, gconstpointer data)
{
  static const int modes[] = { 0600, 0640, 0664, 0666 };
  mode_t mask = umask (0077);

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      GStatBuf info;

      g_assert_true (g_file_set_contents (fixture->path, fixture->before, -1, NULL));
      g_assert_cmpint (g_chmod (fixture->path, modes[i]), ==, 0);
      assert_saved (fixture, OLD, FALSE);
      g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, modes[i]);
    }
  umask (mask);
}

static void
test_link_stays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.foi.json", NULL);
  g_autoptr (GFile) link_file = g_file_new_for_path (link_path);
  g_autofree char *after = make_text ("After", NEW, 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("FOI1.foi.json", link_path), ==, 0);
  g_assert_true (foi_case_file_save (fixture->state, link_file, AT_OLD, NEW, FALSE, NULL, NULL,
                                     &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  assert_contents (fixture, after);
}

static void
test_dangling_link (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("nowhere", fixture->path), ==, 0);
  assert_refused (fixture, NULL, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, OLD, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_DIR));
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "FOI1.foi.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_set_object (&fixture->file, file);
  assert_refused (fixture, NULL, 0, -1);
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  static const guint lengths[] = { 250, 255, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *name = g_strnfill (lengths[i], 'n');
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_set_object (&fixture->file, file);
      assert_refused (fixture, NULL, 0, -1);
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    }
}

/* ---- what may go wrong ---- */

static const struct
{
  const char *name;
  Call call;
  guint number;
  int code;
  int error;
  const char *words;
} faults[] = {
  { "full disk", CALL_WRITE, 1, ENOSPC, G_FILE_ERROR_NOSPC, "There is no room left on the disk" },
  { "disk full after some", CALL_WRITE, 2, ENOSPC, G_FILE_ERROR_NOSPC,
    "There is no room left on the disk" },
  { "quota", CALL_WRITE, 1, EDQUOT, G_FILE_ERROR_FAILED,
    "You have used all the room that is yours on this disk" },
  { "broken disk on write", CALL_WRITE, 1, EIO, G_FILE_ERROR_IO, "The disk reported a fault" },
  { "broken disk on flush", CALL_FSYNC, 1, EIO, G_FILE_ERROR_IO, "The disk reported a fault" },
  { "rename denied", CALL_RENAME, 1, EACCES, G_FILE_ERROR_ACCES,
    "You may not write in this folder" },
  { "read-only file system on rename", CALL_RENAME, 1, EROFS, G_FILE_ERROR_ROFS,
    "This disk can only be read" },
};

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_test_message ("%s", faults[i].name);
      fail_at (faults[i].call, faults[i].number, faults[i].code);
      assert_refused_for (fixture, OLD, G_FILE_ERROR, faults[i].error, faults[i].words);
      g_assert_cmpuint (plan.seen, >=, plan.number);
      fail_at (NO_CALL, 0, 0);
      assert_contents (fixture, fixture->before);
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    }
  assert_saved (fixture, OLD, FALSE);
}

typedef void (*ChildFunc) (Fixture *fixture);

/* Runs a function in a child; how it ended. */
static int
run_child (Fixture *fixture, ChildFunc func)
{
  int status;
  pid_t pid = fork ();

  if (pid == 0)
    {
      func (fixture);
      _exit (0);
    }
  g_assert_cmpint (pid, >, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status;
}

static void
save_in_child (Fixture *fixture)
{
  foi_case_file_save (fixture->state, fixture->file, AT_OLD, NEW, FALSE, NULL, NULL, NULL);
}

/* Killed at any moment, the old or the new file is there, whole; what is left beside it goes with
 * the next save that is done. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  static const Call calls[] = { CALL_WRITE, CALL_FSYNC, CALL_RENAME };
  g_autofree char *after = make_text ("After", NEW, 1);
  guint n_killed = 0;

  for (gsize c = 0; c < G_N_ELEMENTS (calls); c++)
    for (guint number = 1; number <= 3; number++)
      {
        g_autofree char *contents = NULL;
        int status;

        g_assert_true (g_file_set_contents (fixture->path, fixture->before, -1, NULL));
        fail_at (calls[c], number, 0);
        status = run_child (fixture, save_in_child);
        fail_at (NO_CALL, 0, 0);
        n_killed += WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL ? 1 : 0;
        g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
        g_assert_true (strcmp (contents, after) == 0 || strcmp (contents, fixture->before) == 0);
      }
  g_assert_cmpuint (n_killed, >=, 4);
  g_assert_true (g_file_set_contents (fixture->path, fixture->before, -1, NULL));
  fail_at (CALL_RENAME, 1, 0);
  run_child (fixture, save_in_child);
  fail_at (NO_CALL, 0, 0);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  save_in_child (fixture);
  assert_contents (fixture, after);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
save_with_limit (Fixture *fixture)
{
  struct rlimit limit = { 64, 64 };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (foi_case_file_save (fixture->state, fixture->file, AT_OLD, NEW, FALSE, NULL, NULL,
                                      NULL));
}

/* No interposition here: the kernel itself takes only so much. */
static void
test_file_size_limit (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (run_child (fixture, save_with_limit), ==, 0);
  assert_contents (fixture, fixture->before);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* The administrator may write anywhere; tests must be somebody else. */
static void
become_nobody (void)
{
  if (geteuid () == 0)
    g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);
}

static void
give_to_nobody (Fixture *fixture)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (fixture->folder, NOBODY, (gid_t) -1), ==, 0);
  g_assert_cmpint (chown (fixture->path, NOBODY, (gid_t) -1), ==, 0);
}

static void
save_protected (Fixture *fixture)
{
  become_nobody ();
  assert_refused (fixture, OLD, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_protected_file (Fixture *fixture, gconstpointer data)
{
  give_to_nobody (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (run_child (fixture, save_protected), ==, 0);
  assert_contents (fixture, fixture->before);
}

static void
save_in_protected_folder (Fixture *fixture)
{
  become_nobody ();
  assert_refused (fixture, OLD, 0, -1);
}

static void
test_protected_folder (Fixture *fixture, gconstpointer data)
{
  give_to_nobody (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_cmpint (run_child (fixture, save_in_protected_folder), ==, 0);
  assert_contents (fixture, fixture->before);
}

/* ---- other machines' files, by way of this one's ---- */

static void
test_remote (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_durable_write_remote (fixture->file, bytes, NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture, "new");
}

static void
test_remote_faults (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (5 * 1024 * 1024, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (large, strlen (large));

  for (guint number = 1; number <= 3; number++)
    {
      g_autoptr (GError) error = NULL;

      fail_at (CALL_WRITE, number, ENOSPC);
      g_assert_false (foi_durable_write_remote (fixture->file, bytes, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      fail_at (NO_CALL, 0, 0);
      assert_contents (fixture, fixture->before);
    }
}

/* A server that says yes and keeps nothing. */
static void
test_remote_lies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  fail_at (CALL_WRITE, 1, -1);
  g_assert_false (foi_durable_write_remote (fixture->file, bytes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, FOI_DURABLE_DOUBT);
}

static void
test_remote_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (foi_durable_write_remote (fixture->file, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_contents (fixture, fixture->before);
}

static const struct
{
  const char *name;
  void (*test) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "changed", test_changed },
  { "new", test_new },
  { "removed-meanwhile", test_removed_meanwhile },
  { "unchanged", test_unchanged },
  { "unchanged-but-token", test_unchanged_but_token },
  { "without-token", test_without_token },
  { "conflicts", test_conflicts },
  { "newer-version", test_newer_version },
  { "mode-is-kept", test_mode_is_kept },
  { "acl-is-kept", test_acl_is_kept },
  { "acl-is-lost", test_acl_is_lost },
  { "link-stays", test_link_stays },
  { "dangling-link", test_dangling_link },
  { "folder", test_folder },
  { "no-folder", test_no_folder },
  { "long-name", test_long_name },
  { "faults", test_faults },
  { "killed", test_killed },
  { "file-size-limit", test_file_size_limit },
  { "protected-file", test_protected_file },
  { "protected-folder", test_protected_folder },
  { "remote", test_remote },
  { "remote-faults", test_remote_faults },
  { "remote-lies", test_remote_lies },
  { "remote-cancelled", test_remote_cancelled },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/case-save/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
