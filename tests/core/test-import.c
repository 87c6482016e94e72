/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "foi-import-book.h"

#define N_ROWS 15000

static GFile *
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

/* ---- stopping -------------------------------------------------------------------------------- */

typedef struct
{
  GCancellable *cancellable;
  double        until;
  double        said;
} Watch;

static void
progress_cb (double fraction, gpointer data)
{
  Watch *self = data;

  g_assert_cmpfloat (fraction, >=, self->said);
  g_assert_cmpfloat (fraction, <=, 1);
  self->said = fraction;
  if (fraction >= self->until)
    g_cancellable_cancel (self->cancellable);
}

static GFile *
write_long (void)
{
  g_autoptr (GString) text = g_string_new ("Name,Calls,Cost\n");

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "Team %u,\"%u,000\",%s\n", i, i % 90 + 1,
                            i % 3 == 0 ? "n/a" : i % 3 == 1 ? "?" : "£1.50");
  return write_file ("stopped.csv", text->str);
}

/* Wherever it is stopped nothing comes of it, and asked again it makes all. */
static void
check_stopping (FoiImportBook *book, const FoiImportAsk *ask)
{
  static const double stops[] = { 0.01, 0.36, 0.5, 0.69, 0.72, 0.84, 0.86 };
  Watch watch = { NULL, 2, 0 };
  g_autoptr (FoiImportMade) all = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Watch stopped = { cancellable, stops[i], 0 };

      g_assert_null (foi_import_book_make (book, ask, progress_cb, &stopped, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpfloat (stopped.said, <, stops[i] + 0.2);
    }
  all = foi_import_book_make (book, ask, progress_cb, &watch, NULL, NULL);
  g_assert_nonnull (all);
  g_assert_cmpfloat (watch.said, >, 0.85);
  g_assert_cmpuint (all->survey->n_rows, ==, N_ROWS);
  g_assert_cmpuint (all->survey->n_unread, ==, N_ROWS / 3);
}

static void
test_stopped (void)
{
  g_autoptr (GFile) file = write_long ();
  g_auto (FoiImportAsk) ask = { 0 };
  g_autoptr (FoiImportBook) book = foi_import_book_new (file);

  foi_import_ask_init (&ask);
  ask.name = g_strdup ("calls");
  ask.date = g_strdup ("2026-03-02");
  check_stopping (book, &ask);
  g_unlink (g_file_peek_path (file));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/stopped", test_stopped);
  return g_test_run ();
}
