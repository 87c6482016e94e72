/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "foi-application.h"
#include "foi-case-edits.h"
#include "foi-case-file.h"
#include "foi-window.h"

/*
 * usage: bench-window bare | first CASE | edit CASE | hold CASE
 *
 * Prints one number: milliseconds from the start of the process to the first drawn frame of a bare
 * GTK window, or of the case's; milliseconds from each of many edits of a cell to the frame in
 * which the letter is repainted; or megabytes of memory once the case is shown.
 */

#define N_EDITS 60
/* Microseconds without a frame after which a window is at rest. */
#define REST 2500000

typedef struct
{
  const char     *task;
  const char     *path;
  GtkApplication *application;
  FoiDocument    *document;
  GtkWidget      *window;
  GArray         *latencies; /* of double, in milliseconds */
  gint64          edited_at;
  gboolean        layout_ready;
  guint           frames;
  gint64          painted_at;
} Bench;

static double
get_age_of_process (void)
{
  g_autofree char *stat = NULL;
  g_auto (GStrv) fields = NULL;
  const char *after_name;
  struct timespec now;

  g_assert_true (g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL));
  after_name = strrchr (stat, ')') + 2;
  fields = g_strsplit (after_name, " ", -1);
  clock_gettime (CLOCK_BOOTTIME, &now);
  /* Field 22 of the whole, in clock ticks since the machine started. */
  return ((double) now.tv_sec + (double) now.tv_nsec / 1e9
          - g_ascii_strtod (fields[19], NULL) / (double) sysconf (_SC_CLK_TCK)) * 1000;
}

static double
get_memory (void)
{
  g_autofree char *statm = NULL;
  g_auto (GStrv) fields = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL));
  fields = g_strsplit (statm, " ", -1);
  return g_ascii_strtod (fields[1], NULL) * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
finish_edits (Bench *bench)
{
  g_array_sort (bench->latencies, compare_doubles);
  g_print ("%.2f %.2f\n", g_array_index (bench->latencies, double, N_EDITS / 2),
           g_array_index (bench->latencies, double, N_EDITS - 1));
  exit (EXIT_SUCCESS);
}

static gboolean
edit_cb (gpointer user_data)
{
  Bench *bench = user_data;
  GListModel *tables = foi_case_get_tables (foi_document_get_case (bench->document));
  g_autoptr (FoiTable) table = g_list_model_get_item (tables, 0);
  g_autoptr (FoiRow) row = g_list_model_get_item (G_LIST_MODEL (table), 3);
  FoiCell cell = foi_cell_number (10000 + bench->latencies->len);

  bench->layout_ready = FALSE;
  bench->edited_at = g_get_monotonic_time ();
  g_assert_true (foi_case_editor_set_cell (foi_document_get_editor (bench->document),
                                           foi_table_get_name (table), foi_row_get_id (row),
                                           "calls", &cell, NULL));
  return G_SOURCE_REMOVE;
}

/* The first edit comes when what a window does on opening (its scroll bars fade) is over. */
static gboolean
rest_cb (gpointer user_data)
{
  Bench *bench = user_data;

  if (bench->frames == 0 || g_get_monotonic_time () - bench->painted_at < REST)
    return G_SOURCE_CONTINUE;
  edit_cb (bench);
  return G_SOURCE_REMOVE;
}

static void
layout_cb (Bench *bench)
{
  bench->layout_ready = TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->frames++;
  bench->painted_at = g_get_monotonic_time ();
  if (g_str_equal (bench->task, "bare") || g_str_equal (bench->task, "first"))
    {
      g_print ("%.1f\n", get_age_of_process ());
      exit (EXIT_SUCCESS);
    }
  if (!g_str_equal (bench->task, "edit") || bench->edited_at == 0 || !bench->layout_ready)
    return;
  g_array_append_vals (bench->latencies,
                       &(double) { (double) (g_get_monotonic_time () - bench->edited_at) / 1000 },
                       1);
  bench->edited_at = 0;
  if (bench->latencies->len == N_EDITS)
    finish_edits (bench);
  /* Away from the rhythm of the frames, so that all phases are met. */
  g_timeout_add (37 + bench->latencies->len % 16, edit_cb, bench);
}

static void
watch_frames (Bench *bench)
{
  g_signal_connect (gtk_widget_get_frame_clock (bench->window), "after-paint",
                    G_CALLBACK (after_paint_cb), bench);
}

/* As when a person opens a case: the window comes when the file has been read. */
static void
window_added_cb (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  if (!FOI_IS_WINDOW (window))
    return;
  bench->window = GTK_WIDGET (window);
  g_signal_connect_data (window, "realize", G_CALLBACK (watch_frames), bench, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static gboolean
hold_cb (gpointer user_data)
{
  g_print ("%.1f\n", get_memory ());
  exit (EXIT_SUCCESS);
}

static void
activate_cb (GtkApplication *application, Bench *bench)
{
  g_autoptr (GError) error = NULL;

  if (bench->path != NULL)
    {
      g_autoptr (FoiCaseState) state = foi_case_file_load (bench->path, NULL, NULL, NULL, NULL,
                                                           &error);

      g_assert_no_error (error);
      bench->document = foi_document_new (state, NULL, NULL);
      bench->window = GTK_WIDGET (foi_window_new (FOI_APPLICATION (application), bench->document));
      foi_document_go_to (bench->document, "questions/q3");
      g_signal_connect_swapped (bench->document, "notify::layout", G_CALLBACK (layout_cb), bench);
    }
  else
    bench->window = gtk_application_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (bench->window));
  gtk_widget_realize (bench->window);
  watch_frames (bench);
  if (g_str_equal (bench->task, "edit"))
    g_timeout_add (50, rest_cb, bench);
  if (g_str_equal (bench->task, "hold"))
    g_timeout_add (4000, hold_cb, bench);
}

int
main (int argc, char *argv[])
{
  Bench bench = { 0 };

  if (argc < 2)
    return EXIT_FAILURE;
  bench.task = argv[1];
  bench.path = argc > 2 ? argv[2] : NULL;
  bench.latencies = g_array_new (FALSE, FALSE, sizeof (double));
  bench.application = bench.path != NULL
                        ? GTK_APPLICATION (foi_application_new ())
                        : gtk_application_new (FOI_APP_ID ".Bare", G_APPLICATION_NON_UNIQUE);
  g_application_set_flags (G_APPLICATION (bench.application),
                           g_application_get_flags (G_APPLICATION (bench.application))
                             | G_APPLICATION_NON_UNIQUE);
  if (g_str_equal (bench.task, "first"))
    {
      char *opening[] = { argv[0], argv[2], NULL };

      g_signal_connect (bench.application, "window-added", G_CALLBACK (window_added_cb), &bench);
      return g_application_run (G_APPLICATION (bench.application), 2, opening);
    }
  g_signal_connect_after (bench.application, "activate", G_CALLBACK (activate_cb), &bench);
  return g_application_run (G_APPLICATION (bench.application), 1, argv);
}
