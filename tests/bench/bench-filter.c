/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "foi-application.h"
#include "foi-register-view.h"
#include "foi-returns-view.h"
#include "foi-settings.h"

/*
 * usage: bench-filter overdue FOLDER CASES | today FOLDER CASES | returns FOLDER CASES |
 *                     plain ROWS COLUMNS
 *
 * Goes from one choice of rows to another: in the register, in its returns, or in a plain column
 * view of as many rows and columns, which has a label in each cell and nothing else. Prints, in
 * milliseconds, the median from each choice until what it shows is painted, and of that the median
 * until it was made.
 */

#define N_CHOICES 24
/* Milliseconds without anything to do, after which a window is at rest. */
#define REST 400

typedef struct
{
  gboolean         is_plain, is_today, is_returns;
  guint            n_rows, n_columns;
  const char      *folder;
  GtkWidget       *window;
  GtkWidget       *view;    /* of the register */
  GtkWidget       *returns; /* of its cases */
  GtkFilter       *filter;  /* of the plain one */
  guint            n_chosen;
  gint64           begun, made;
  GArray          *painted, *chosen; /* of double */
  GMainLoop       *loop;
} Bench;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

static double
to_ms (gint64 usec)
{
  return (double) usec / 1000;
}

/* All, and about half of them, by turns. */
static void
choose (Bench *bench)
{
  const FoiRegisterFilter some = bench->is_today ? FOI_FILTER_TODAY : FOI_FILTER_OVERDUE;
  const FoiRegisterFilter filter = bench->n_chosen % 2 == 0 ? some : FOI_FILTER_ALL;

  if (bench->is_plain)
    gtk_filter_changed (bench->filter, GTK_FILTER_CHANGE_DIFFERENT);
  else if (bench->is_returns)
    gtk_widget_activate_action (bench->returns, "returns.part", "i",
                                (int) (bench->n_chosen % FOI_N_RETURN_PARTS));
  else
    gtk_widget_activate_action (bench->view, "register.filter", "i", (int) filter);
}

static gboolean
choose_cb (gpointer data)
{
  Bench *bench = data;

  bench->n_chosen++;
  bench->begun = g_get_monotonic_time ();
  choose (bench);
  bench->made = g_get_monotonic_time ();
  gtk_widget_queue_draw (bench->window);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  if (bench->begun == 0)
    return;
  g_array_append_vals (bench->painted,
                       &(double) { to_ms (g_get_monotonic_time () - bench->begun) }, 1);
  g_array_append_vals (bench->chosen, &(double) { to_ms (bench->made - bench->begun) }, 1);
  bench->begun = 0;
  if (bench->n_chosen == N_CHOICES)
    g_main_loop_quit (bench->loop);
  else
    g_timeout_add (REST, choose_cb, bench);
}

/* ---- the plain one --------------------------------------------------------------------------- */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static gboolean
is_chosen (gpointer item, gpointer data)
{
  Bench *bench = data;
  const guint number
    = (guint) g_ascii_strtoull (gtk_string_object_get_string (item) + 3, NULL, 10);

  return bench->n_chosen % 2 == 1 || number % 2 == 0;
}

static GtkWidget *
build_plain (Bench *bench)
{
  GtkWidget *view, *scroller = gtk_scrolled_window_new ();
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkFilterListModel *model;

  for (guint i = 0; i < bench->n_rows; i++)
    {
      g_autofree char *text = g_strdup_printf ("FOI%05u", i);

      gtk_string_list_append (list, text);
    }
  bench->filter = GTK_FILTER (gtk_custom_filter_new (is_chosen, bench, NULL));
  model = gtk_filter_list_model_new (G_LIST_MODEL (list), bench->filter);
  view = gtk_column_view_new (
    GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (model))));
  for (guint i = 0; i < bench->n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      column = gtk_column_view_column_new ("Column", factory);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  return scroller;
}

/* ---- both ------------------------------------------------------------------------------------ */

static gboolean
ready_cb (gpointer data)
{
  Bench *bench = data;

  if (!bench->is_plain)
    {
      FoiRegister *reg = foi_register_view_get_register (FOI_REGISTER_VIEW (bench->view));

      if (foi_register_is_reading (reg)
          || g_list_model_get_n_items (G_LIST_MODEL (reg)) < bench->n_rows)
        return G_SOURCE_CONTINUE;
      gtk_widget_activate_action (bench->view, "register.filter", "i", FOI_FILTER_ALL);
    }
  g_timeout_add (2 * REST, choose_cb, bench);
  return G_SOURCE_REMOVE;
}

static void
activate_cb (GApplication *application, Bench *bench)
{
  if (!bench->is_plain)
    {
      foi_settings_set_register_folder (foi_settings_get_default (), bench->folder);
      bench->view = foi_register_view_new ();
      bench->returns = foi_returns_view_new ();
      foi_returns_view_set_register (
        FOI_RETURNS_VIEW (bench->returns),
        foi_register_view_get_register (FOI_REGISTER_VIEW (bench->view)));
    }
  bench->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (bench->window),
                        bench->is_plain     ? build_plain (bench)
                        : bench->is_returns ? bench->returns
                                            : bench->view);
  gtk_window_present (GTK_WINDOW (bench->window));
  gtk_widget_realize (bench->window);
  g_signal_connect (gtk_widget_get_frame_clock (bench->window), "after-paint",
                    G_CALLBACK (after_paint_cb), bench);
  g_timeout_add (50, ready_cb, bench);
}

int
main (int argc, char *argv[])
{
  Bench bench = { .loop = g_main_loop_new (NULL, FALSE) };
  g_autoptr (GApplication) application = NULL;

  if (argc != 4)
    return EXIT_FAILURE;
  bench.is_plain = g_str_equal (argv[1], "plain");
  bench.is_returns = g_str_equal (argv[1], "returns");
  bench.is_today = g_str_equal (argv[1], "today");
  bench.folder = argv[2];
  bench.n_rows = (guint) g_ascii_strtoull (argv[bench.is_plain ? 2 : 3], NULL, 10);
  bench.n_columns = (guint) g_ascii_strtoull (argv[3], NULL, 10);
  bench.painted = g_array_new (FALSE, FALSE, sizeof (double));
  bench.chosen = g_array_new (FALSE, FALSE, sizeof (double));
  /* It brings the program's own style. */
  application = G_APPLICATION (foi_application_new ());
  g_application_set_flags (application,
                           g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "startup", G_CALLBACK (activate_cb), &bench);
  if (!g_application_register (application, NULL, NULL))
    return EXIT_FAILURE;
  g_main_loop_run (bench.loop);
  g_print ("%.2f %.2f\n", get_median (bench.painted), get_median (bench.chosen));
  exit (EXIT_SUCCESS);
}
