/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <poll.h>
#include <stdlib.h>
#include <time.h>

#include "foi-application.h"
#include "foi-case-file.h"
#include "foi-import-window.h"
#include "foi-window.h"

/*
 * usage: bench-import CASE SPREADSHEET
 *
 * What the import assistant takes of the main loop. Prints the longest turns in milliseconds of
 * processor time of the main thread: opening the case, showing what was read, importing it.
 */

/* Microseconds without anything to do after which the program is at rest. */
#define REST 1500000

typedef enum
{
  STEP_CASE,
  STEP_SHOW,
  STEP_IMPORT,
  N_STEPS,
} Step;

typedef struct
{
  const char  *sheet;
  FoiDocument *document;
  GtkWidget   *window;
  GtkWidget   *assistant; /* weak */
  Step         step;
  double       begun;     /* processor time at which this turn began */
  double       longest[N_STEPS];
  gint64       busy_at;
} Bench;

static Bench bench;

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

/* Between two waits lies one turn. */
static int
poll_cb (GPollFD *fds, guint n, int timeout)
{
  double taken = get_time () - bench.begun;
  int result;

  if (taken > 1)
    bench.busy_at = g_get_monotonic_time ();
  bench.longest[bench.step] = MAX (bench.longest[bench.step], taken);
  result = poll ((struct pollfd *) fds, n, timeout);
  bench.begun = get_time ();
  return result;
}

static void
finish (void)
{
  g_print ("%.1f %.1f %.1f\n", bench.longest[STEP_CASE], bench.longest[STEP_SHOW],
           bench.longest[STEP_IMPORT]);
  exit (EXIT_SUCCESS);
}

static void
show (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (bench.sheet);

  bench.step = STEP_SHOW;
  g_set_weak_pointer (&bench.assistant, foi_import_window_present (GTK_WINDOW (bench.window),
                                                                   bench.document, "q3", NULL,
                                                                   file));
}

static gboolean
rest_cb (gpointer user_data)
{
  if (g_get_monotonic_time () - bench.busy_at < REST
      || (bench.assistant != NULL
          && foi_import_window_is_busy (FOI_IMPORT_WINDOW (bench.assistant))))
    return G_SOURCE_CONTINUE;
  bench.busy_at = g_get_monotonic_time ();
  if (bench.step == STEP_CASE)
    show ();
  else if (bench.step == STEP_SHOW)
    {
      bench.step = STEP_IMPORT;
      foi_import_window_apply (FOI_IMPORT_WINDOW (bench.assistant));
    }
  else if (bench.assistant == NULL)
    finish ();
  return G_SOURCE_CONTINUE;
}

static void
activate_cb (GtkApplication *application, char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = foi_case_file_load (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  bench.document = foi_document_new (state, NULL, NULL);
  bench.window = GTK_WIDGET (foi_window_new (FOI_APPLICATION (application), bench.document));
  foi_document_go_to (bench.document, "questions/q3");
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1280, 800);
  gtk_window_present (GTK_WINDOW (bench.window));
  bench.busy_at = g_get_monotonic_time ();
  g_timeout_add (50, rest_cb, NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (FoiApplication) application = NULL;

  if (argc != 3)
    return 2;
  bench.sheet = argv[2];
  g_main_context_set_poll_func (NULL, poll_cb);
  application = foi_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), argv[1]);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
