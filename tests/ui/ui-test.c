/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-almanac.h"
#include "foi-case-accept.h"
#include "foi-checks.h"
#include "foi-window.h"
#include "ui-test.h"

static FoiApplication *application;

void
ui_test_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  gtk_test_init (argc, argv, NULL);
  application = foi_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

FoiApplication *
ui_test_get_application (void)
{
  return application;
}

int
ui_test_run (void)
{
  const int status = g_test_run ();

  g_clear_object (&application);
  return status;
}

static gboolean
time_over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* How much longer all takes, where something watches each step of the program. */
static guint
slowness (void)
{
  const char *times = g_getenv ("FOI_TEST_SLOWNESS");

  return times != NULL ? (guint) g_ascii_strtoull (times, NULL, 10) : 1;
}

gboolean
ui_test_wait_until (UiTestCondition condition, gpointer data, guint milliseconds)
{
  gboolean is_over = FALSE;
  const guint source = g_timeout_add (milliseconds * slowness (), time_over_cb, &is_over);

  while (!condition (data) && !is_over)
    g_main_context_iteration (NULL, TRUE);
  if (!is_over)
    g_source_remove (source);
  return condition (data);
}

/* Lets everything happen that is due now, frames included. */
void
ui_test_settle (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (60, time_over_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

gboolean
ui_test_is_gone (gpointer weak_pointer)
{
  return *(gpointer *) weak_pointer == NULL;
}

gboolean
ui_test_is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

char *
ui_test_dup_data (const char *name)
{
  return g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), name, NULL);
}

FoiDocument *
ui_test_open_file (GFile *file)
{
  g_autofree char *contents = NULL;
  g_autofree char *checksum = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_load_contents (file, NULL, &contents, &length, NULL, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return foi_document_new (state, file, checksum);
}

FoiDocument *
ui_test_open_example (void)
{
  g_autofree char *path = ui_test_dup_data ("data/examples/FOI651119421.foi.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return ui_test_open_file (file);
}

/* A copy in a folder of its own, for tests that save. */
GFile *
ui_test_copy_example (const char *name)
{
  g_autofree char *path = ui_test_dup_data ("data/examples/FOI651119421.foi.json");
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("foi-ui-XXXXXX", &error);
  GFile *copy;

  g_assert_no_error (error);
  copy = g_file_new_build_filename (folder, name, NULL);
  g_file_copy (source, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return copy;
}

static GtkWidget *
find_nth (GtkWidget *root, GType type, guint *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
ui_test_find_nth (GtkWidget *root, GType type, guint n)
{
  return find_nth (root, type, &n);
}

GtkWidget *
ui_test_find (GtkWidget *root, GType type)
{
  return ui_test_find_nth (root, type, 0);
}

GtkWidget *
ui_test_find_action (GtkWidget *root, const char *action_name)
{
  GtkWidget *widget;

  for (guint i = 0; (widget = ui_test_find_nth (root, GTK_TYPE_ACTIONABLE, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action_name) == 0)
        return widget;
    }
  return NULL;
}

GtkWidget *
ui_test_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static gboolean
has_layout (gpointer document)
{
  return foi_document_get_layout (document) != NULL
         && foi_document_is_letter_current (document);
}

void
ui_test_wait_for_layout (FoiDocument *document)
{
  g_assert_true (ui_test_wait_until (has_layout, document, 10000));
}

static gboolean
is_checked (gpointer window)
{
  return !foi_case_checker_is_busy (foi_window_get_checker (window));
}

/* Until the window shows what the checks find in the case as it is. */
void
ui_test_wait_for_checks (GtkWidget *window)
{
  ui_test_settle ();
  g_assert_true (ui_test_wait_until (is_checked, window, 10000));
}

/* The window of a document, on the screen, with its letter set. */
GtkWidget *
ui_test_show (FoiDocument *document)
{
  GtkWidget *window = GTK_WIDGET (foi_application_show_document (application, document));

  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  ui_test_wait_for_layout (document);
  return window;
}

typedef struct
{
  GtkWidget *window;
  int        width;
  int        height;
} Size;

static gboolean
has_size (gpointer data)
{
  const Size *size = data;

  return gtk_widget_get_allocated_width (size->window) == size->width
         && gtk_widget_get_allocated_height (size->window) == size->height;
}

/* Until the window has the size: one that the window manager still confirms takes the place of the
 * one that is asked for meanwhile, which is then asked for again. */
void
ui_test_resize (GtkWidget *window, int width, int height)
{
  Size size = { window, width, height };

  ui_test_settle ();
  for (guint i = 0; i < 10 && !has_size (&size); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), width, height);
      ui_test_wait_until (has_size, &size, 1000);
    }
  g_assert_cmpint (gtk_widget_get_allocated_width (window), ==, width);
  g_assert_cmpint (gtk_widget_get_allocated_height (window), ==, height);
  ui_test_settle ();
}

void
ui_test_change_answer (FoiDocument *document, const char *answer)
{
  g_autoptr (GError) error = NULL;

  foi_case_editor_set_string (foi_document_get_editor (document), "questions/q3/answer", answer,
                              "Change Answer", &error);
  g_assert_no_error (error);
  ui_test_settle ();
}

static gboolean
is_shown (gpointer type)
{
  return ui_test_find_window (GPOINTER_TO_SIZE (type)) != NULL;
}

/* Lets all stand that is to fix, so that the letter can go. */
void
ui_test_accept_findings (FoiDocument *document)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  const FoiDate today = foi_almanac_get_today (foi_almanac_get_default ());
  g_autoptr (GPtrArray) findings
    = foi_checks_run (state, foi_rules_get_default (), foi_holidays_get_default (), today, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];

      if (finding->severity == FOI_SEVERITY_ERROR && finding->accepted == NULL)
        foi_case_editor_accept_finding (foi_document_get_editor (document), finding->id,
                                        foi_finding_get_accept_path (finding), "Agreed", today,
                                        &error);
      g_assert_no_error (error);
    }
  ui_test_settle ();
}

/* The first button that says @label, or NULL. */
GtkWidget *
ui_test_find_button (GtkWidget *root, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = ui_test_find_nth (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      break;
  return button;
}

static gboolean
is_sensitive (gpointer button)
{
  return gtk_widget_is_sensitive (button);
}

/* Presses the button of a dialog that says @label, once it is there and can be pressed. */
void
ui_test_answer (GType dialog, const char *label)
{
  GtkWidget *window, *button;

  g_assert_true (ui_test_wait_until (is_shown, GSIZE_TO_POINTER (dialog), 5000));
  window = ui_test_find_window (dialog);
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  button = ui_test_find_button (window, label);
  g_assert_nonnull (button);
  g_assert_true (ui_test_wait_until (is_sensitive, button, 5000));
  g_signal_emit_by_name (button, "clicked");
  ui_test_settle ();
}
