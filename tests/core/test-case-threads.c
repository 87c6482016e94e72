/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-file.h"
#include "foi-error.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define NEW "0000000000000002"

static char *
make_path (void)
{
  g_autoptr (GError) error = NULL;
  char *path;
  int fd = g_file_open_tmp ("foi-XXXXXX.foi.json", &path, &error);

  g_assert_no_error (error);
  close (fd);
  return path;
}

typedef struct
{
  GAsyncResult *result;
  double last;
  guint n_reports;
  GThread *thread;
} Waiting;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->result = g_object_ref (result);
  g_main_context_wakeup (NULL);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_true (waiting->thread == g_thread_self ());
  g_assert_null (waiting->result);
  g_assert_cmpfloat (fraction, >=, waiting->last);
  g_assert_cmpfloat (fraction, <=, 1);
  waiting->last = fraction;
  waiting->n_reports++;
}

static void
wait_for (Waiting *waiting)
{
  while (waiting->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A case of a hundred thousand rows: enough to be told of progress. */
static void
write_large (const char *path)
{
  g_autoptr (GString) text = g_string_new (
    "{\"foi:case\": {\"format\": \"uk-foi-case\", \"version\": 1}, "
    "\"resources\": [{\"name\": \"t\", \"schema\": {\"fields\": "
    "[{\"name\": \"n\", \"type\": \"integer\"}]}, \"data\": [[\"n\"]");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, ",\n[%u]", i);
  g_string_append (text, "]}]}\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

static void
test_load_and_save (void)
{
  g_autofree char *path = make_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Waiting waiting = { .thread = g_thread_self () };
  g_autoptr (FoiCaseState) state = NULL;
  g_auto (FoiFileMark) mark = { 0 };
  g_auto (FoiSaved) saved = { 0 };
  g_autoptr (GError) error = NULL;

  write_large (path);
  foi_case_file_load_async (file, progress_cb, &waiting, NULL, done_cb, &waiting);
  wait_for (&waiting);
  state = foi_case_file_load_finish (waiting.result, NULL, &mark.checksum, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (waiting.n_reports, >, 10);
  g_assert_cmpfloat (waiting.last, >, 0.9);
  g_clear_object (&waiting.result);

  mark.revision = g_strdup (foi_case_file_get_revision (state));
  foi_case_file_save_async (state, file, &mark, NEW, FALSE, NULL, done_cb, &waiting);
  wait_for (&waiting);
  g_assert_true (foi_case_file_save_finish (waiting.result, &saved, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (saved.mark.revision, ==, NEW);
  g_assert_true (saved.written);
  g_clear_object (&waiting.result);
  g_unlink (path);
}

static FoiCaseState *
load (GFile *file, FoiFileMark *mark)
{
  Waiting waiting = { .thread = g_thread_self () };
  g_autofree char *checksum = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state;

  foi_case_file_load_async (file, NULL, NULL, NULL, done_cb, &waiting);
  wait_for (&waiting);
  state = foi_case_file_load_finish (waiting.result, NULL, &checksum, &error);
  g_assert_no_error (error);
  foi_file_mark_set (mark, foi_case_file_get_revision (state), checksum);
  g_clear_object (&waiting.result);
  return state;
}

/* An editor of texts changes a file and knows nothing of its token. */
static void
test_changed_under_one_token (void)
{
  static const char before[] = "{\"foi:case\": {\"format\": \"uk-foi-case\", \"version\": 1, "
                               "\"_rev\": \"0000000000000001\"}, \"title\": \"Before\"}\n";
  g_autofree char *theirs = g_strdelimit (g_strdup (before), "B", 'b');
  g_autofree char *path = make_path ();
  g_autofree char *found = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (FoiCaseState) state = NULL;
  g_auto (FoiFileMark) mark = { 0 };
  g_auto (FoiSaved) saved = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, before, -1, NULL));
  state = load (file, &mark);
  g_assert_true (g_file_set_contents (path, theirs, -1, NULL));
  g_assert_false (foi_case_file_save (state, file, &mark, NEW, FALSE, NULL, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, theirs);

  g_assert_true (g_file_set_contents (path, before, -1, NULL));
  foi_case_file_save (state, file, &mark, NEW, FALSE, &saved, NULL, &error);
  g_assert_no_error (error);
  /* What a save says of the file holds for the next one. */
  foi_case_file_save (state, file, &saved.mark, NEW, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, theirs, -1, NULL));
  g_assert_false (foi_case_file_save (state, file, &saved.mark, NEW, FALSE, NULL, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONFLICT);
  g_unlink (path);
}

static void
test_cancelled (void)
{
  g_autofree char *path = make_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Waiting waiting = { .thread = g_thread_self () };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  write_large (path);
  foi_case_file_load_async (file, NULL, NULL, cancellable, done_cb, &waiting);
  g_cancellable_cancel (cancellable);
  wait_for (&waiting);
  g_assert_null (foi_case_file_load_finish (waiting.result, &found, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (found);
  g_clear_object (&waiting.result);
  g_unlink (path);
}

static void
test_faults (void)
{
  g_autofree char *path = make_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Waiting waiting = { .thread = g_thread_self () };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "{\"foi:case\": 1}", -1, NULL));
  foi_case_file_load_async (file, NULL, NULL, NULL, done_cb, &waiting);
  wait_for (&waiting);
  g_assert_null (foi_case_file_load_finish (waiting.result, &found, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
  g_assert_cmpuint (found->len, ==, 1);
  g_clear_object (&waiting.result);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-threads/load-and-save", test_load_and_save);
  g_test_add_func ("/case-threads/changed-under-one-token", test_changed_under_one_token);
  g_test_add_func ("/case-threads/cancelled", test_cancelled);
  g_test_add_func ("/case-threads/faults", test_faults);
  return g_test_run ();
}
