/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules that a user keeps: what is wrong with them is said at start, what is good is offered. */

#include "config.h"

#include <glib/gstdio.h>

#include "foi-laws.h"
#include "foi-request-page.h"
#include "foi-rules.h"
#include "ui-test.h"

static char *
dup_path (const char *file)
{
  return g_build_filename (g_get_user_data_dir (), "foi-desk", "rules", file, NULL);
}

static void
keep_rules (const char *text)
{
  g_autofree char *folder = dup_path (NULL);
  g_autofree char *path = dup_path ("ledger.json");

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static void
test_refused (void)
{
  GApplication *application = G_APPLICATION (ui_test_get_application ());
  GtkWidget *dialog = ui_test_find_window (GTK_TYPE_MESSAGE_DIALOG);
  g_autofree char *text = NULL, *secondary = NULL, *path = dup_path ("ledger.json");
  g_autofree char *place = g_strconcat (path, ":1:2: $: ", NULL);

  g_autofree char *path_of_example = ui_test_dup_data ("data/examples/FOI651119421.foi.json");
  g_autoptr (GFile) example = g_file_new_for_path (path_of_example);

  g_assert_nonnull (dialog);
  g_object_get (dialog, "text", &text, "secondary-text", &secondary, NULL);
  g_assert_cmpstr (text, ==, "Your own rules cannot be used");
  if (!g_str_has_prefix (secondary, place))
    g_error ("not “%s”: %s", place, secondary);

  /* No case is opened or begun by rules that somebody did not want. */
  g_application_activate (application);
  g_application_open (application, &example, 1, "");
  ui_test_settle ();
  g_assert_cmpuint (count_windows (), ==, 1);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE);
  ui_test_settle ();
  g_assert_nonnull (foi_rules_get_regime (foi_rules_get_default (), "foia"));
  g_assert_null (foi_rules_get_regime (foi_rules_get_default (), "ledger"));
}

/* A law that the folder has is one of those that a case can be answered under. */
static void
test_offered (void)
{
  g_autofree char *source = ui_test_dup_data ("tests/data/rules/ledger.json");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiDocument) document = NULL;
  GtkWidget *window, *laws;

  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  keep_rules (text);
  g_assert_true (foi_rules_use_own (&error));
  g_assert_no_error (error);
  document = ui_test_open_example ();
  window = ui_test_show (document);
  laws = ui_test_find (ui_test_find (window, FOI_TYPE_REQUEST_PAGE), GTK_TYPE_DROP_DOWN);
  g_assert_cmpstr (foi_laws_get_selected (laws), ==, "foia");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (laws))), ==,
                    5);
  foi_laws_select (laws, "ledger");
  ui_test_settle ();
  g_assert_cmpstr (foi_case_get_regime (foi_document_get_case (document)), ==, "ledger");
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("foi-own-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  keep_rules ("{");
  ui_test_init (&argc, &argv);
  g_test_add_func ("/own-rules/refused", test_refused);
  g_test_add_func ("/own-rules/offered", test_offered);
  return ui_test_run ();
}
