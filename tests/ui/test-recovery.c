/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-cell-drafts.h"
#include "foi-recovery-keeper.h"
#include "foi-recovery-offer.h"
#include "foi-recovery.h"
#include "foi-table-cell.h"
#include "foi-table-grid.h"
#include "foi-table-view.h"
#include "foi-todo.h"
#include "foi-window.h"
#include "ui-test.h"

static guint
n_journals (void)
{
  g_autofree char *folder = foi_recovery_keeper_dup_folder ();
  g_autoptr (GPtrArray) journals = foi_recovery_list (folder);

  return journals->len;
}

static gboolean
is_written (gpointer window)
{
  return !foi_recovery_keeper_is_writing (foi_window_get_keeper (window));
}

/* Ends without a question, as a program that is killed does. */
static void
crash (FoiDocument *document)
{
  GtkWidget *window = ui_test_show (document);

  ui_test_change_answer (document, "Not yet saved.");
  foi_recovery_keeper_write (foi_window_get_keeper (FOI_WINDOW (window)));
  g_assert_true (ui_test_wait_until (is_written, window, 5000));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

static gboolean
has_window (gpointer data)
{
  return ui_test_find_window (FOI_TYPE_WINDOW) != NULL;
}

static FoiWindow *
recover (void)
{
  foi_recovery_offer (ui_test_get_application ());
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Recover");
  g_assert_true (ui_test_wait_until (has_window, NULL, 5000));
  return FOI_WINDOW (ui_test_find_window (FOI_TYPE_WINDOW));
}

static const char *
answer (FoiWindow *window)
{
  FoiCase *foi_case = foi_document_get_case (foi_window_get_document (window));

  return foi_question_get_answer (foi_case_find_question (foi_case, "q3"));
}

static void
give_up (FoiWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Discard");
  g_assert_cmpuint (n_journals (), ==, 0);
}

static void
test_recover (void)
{
  g_autoptr (GFile) file = ui_test_copy_example ("case.foi.json");
  g_autoptr (FoiDocument) document = ui_test_open_file (file);
  FoiWindow *window;
  FoiDocument *recovered;

  crash (document);
  g_assert_cmpuint (n_journals (), ==, 1);
  window = recover ();
  g_assert_cmpstr (answer (window), ==, "Not yet saved.");
  recovered = foi_window_get_document (window);
  g_assert_true (g_file_equal (foi_document_get_file (recovered), file));
  g_assert_cmpstr (foi_case_editor_get_undo_label (foi_document_get_editor (recovered)), ==,
                   "Recover Unsaved Changes");
  g_assert_true (ui_test_wait_until (is_written, window, 5000));
  g_assert_cmpuint (n_journals (), ==, 1);
  give_up (window);
}

/* Not to answer is to be asked again, whatever is done to the case meanwhile. */
static void
test_unanswered (void)
{
  g_autoptr (GFile) file = ui_test_copy_example ("case.foi.json");
  g_autoptr (FoiDocument) document = ui_test_open_file (file);
  g_autoptr (FoiDocument) again = ui_test_open_file (file);
  GtkWidget *other;

  crash (document);
  foi_recovery_offer (ui_test_get_application ());
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Cancel");
  other = ui_test_show (again);
  ui_test_change_answer (again, "Typed since.");
  foi_recovery_keeper_write (foi_window_get_keeper (FOI_WINDOW (other)));
  g_assert_true (ui_test_wait_until (is_written, other, 5000));
  g_assert_cmpuint (n_journals (), ==, 2);
  g_assert_true (foi_document_undo (again));
  ui_test_settle ();
  gtk_window_destroy (GTK_WINDOW (other));
  ui_test_settle ();

  g_assert_cmpuint (n_journals (), ==, 1);
  g_assert_cmpstr (answer (recover ()), ==, "Not yet saved.");
  give_up (FOI_WINDOW (ui_test_find_window (FOI_TYPE_WINDOW)));
}

/* Somebody saved the file in between: theirs must not be overwritten unasked. */
static void
test_outdated (void)
{
  g_autoptr (GFile) file = ui_test_copy_example ("case.foi.json");
  g_autoptr (FoiDocument) document = ui_test_open_file (file);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *contents = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;
  FoiWindow *window;

  crash (document);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (changed, "3f9c2a71d04be856", "0123456789abcdef", 0), ==, 1);
  g_file_set_contents (path, changed->str, -1, &error);
  g_assert_no_error (error);

  window = recover ();
  g_assert_cmpstr (answer (window), ==, "Not yet saved.");
  g_assert_null (foi_document_get_file (foi_window_get_document (window)));
  give_up (window);
}

static void
test_saved (void)
{
  g_autoptr (GFile) file = ui_test_copy_example ("case.foi.json");
  g_autoptr (FoiDocument) document = ui_test_open_file (file);
  GtkWidget *window = ui_test_show (document);

  foi_recovery_keeper_write (foi_window_get_keeper (FOI_WINDOW (window)));
  g_assert_true (ui_test_wait_until (is_written, window, 5000));
  g_assert_cmpuint (n_journals (), ==, 0);

  ui_test_change_answer (document, "Soon saved.");
  foi_recovery_keeper_write (foi_window_get_keeper (FOI_WINDOW (window)));
  g_assert_true (ui_test_wait_until (is_written, window, 5000));
  g_assert_cmpuint (n_journals (), ==, 1);
  g_assert_true (foi_document_undo (document));
  ui_test_settle ();
  g_assert_cmpuint (n_journals (), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_journal (gpointer data)
{
  return n_journals () == 1;
}

static gboolean
has_no_journal (gpointer data)
{
  return n_journals () == 0;
}

/* Nobody asks for it: it is written a moment after a key, also while the next ones come. */
static void
test_soon (void)
{
  g_autoptr (GFile) file = ui_test_copy_example ("case.foi.json");
  g_autoptr (FoiDocument) document = ui_test_open_file (file);
  GtkWidget *window = ui_test_show (document);
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; !has_journal (NULL); i++)
    {
      g_autofree char *answer = g_strdup_printf ("Typed %u.", i);

      g_assert_cmpint (g_get_monotonic_time () - began, <, 2 * G_USEC_PER_SEC);
      ui_test_change_answer (document, answer);
      g_usleep (50000);
    }
  gtk_window_close (GTK_WINDOW (window));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Discard");
  g_assert_true (ui_test_wait_until (has_no_journal, NULL, 5000));
}

static FoiCellDrafts *
get_drafts (FoiDocument *document)
{
  return foi_cell_drafts_of (foi_case_find_table (foi_document_get_case (document), "mash-calls"));
}

static guint64
get_row (FoiDocument *document, guint position)
{
  FoiTable *table = foi_case_find_table (foi_document_get_case (document), "mash-calls");
  g_autoptr (FoiRow) row = g_list_model_get_item (G_LIST_MODEL (table), position);

  return foi_row_get_id (row);
}

/* What could be a value is not called anything else. */
static void
assert_said (FoiDocument *document)
{
  FoiCase *foi_case = foi_document_get_case (document);
  GtkWidget *card = foi_table_view_new (document, "mash-calls");
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GPtrArray) todos = NULL;
  GtkWidget *cell;
  guint n_found = 0;

  gtk_window_set_child (GTK_WINDOW (window), card);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, card, 5000));
  for (guint i = 0; (cell = ui_test_find_nth (card, FOI_TYPE_TABLE_CELL, i)) != NULL; i++)
    {
      const char *text = foi_table_cell_get_text (FOI_TABLE_CELL (cell));

      if (g_strcmp0 (text, "123") != 0)
        continue;
      n_found++;
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "MASH calls answered, 2021/22: “123”, typed and not "
                                           "yet in the case");
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_FALSE);
    }
  g_assert_cmpuint (n_found, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));

  foi_cell_drafts_forget (get_drafts (document), get_row (document, 3), "calls");
  todos = foi_todo_list (foi_case);
  for (guint i = 0; i < todos->len; i++)
    n_found += g_str_equal (((FoiTodo *) todos->pdata[i])->text,
                            "In “MASH calls answered by reporting year” 1 cell has text that was "
                            "typed and is not yet in the case");
  g_assert_cmpuint (n_found, ==, 2);
}

/* What is in cells and not in the case is in no file; it is the only thing to be lost here. */
static void
test_drafts (void)
{
  g_autoptr (GFile) file = ui_test_copy_example ("case.foi.json");
  g_autoptr (FoiDocument) document = ui_test_open_file (file);
  GtkWidget *window = ui_test_show (document);
  const FoiRefusal refusal = { (char *) "no number", NULL };
  const FoiCell cell = foi_cell_number (10066);
  const FoiCellDraft *draft;
  FoiDocument *recovered;

  foi_cell_drafts_put (get_drafts (document), get_row (document, 3), "calls", "c. 40",
                       FOI_DRAFT_TYPED, &refusal, &cell);
  foi_cell_drafts_set_typing (get_drafts (document), get_row (document, 5), "calls", "123");
  foi_document_typed (document);
  g_assert_true (ui_test_wait_until (has_journal, NULL, 2500));
  g_assert_true (ui_test_wait_until (is_written, window, 5000));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();

  recovered = foi_window_get_document (recover ());
  g_assert_false (foi_case_editor_is_modified (foi_document_get_editor (recovered)));
  g_assert_cmpuint (foi_cell_drafts_get_n (get_drafts (recovered)), ==, 2);
  draft = foi_cell_drafts_get (get_drafts (recovered), get_row (recovered, 3), "calls");
  g_assert_cmpstr (draft->text, ==, "c. 40");
  draft = foi_cell_drafts_get (get_drafts (recovered), get_row (recovered, 5), "calls");
  g_assert_cmpstr (draft->text, ==, "123");
  g_assert_cmpstr (draft->choices[0], ==, "123");
  assert_said (recovered);
  give_up (FOI_WINDOW (ui_test_find_window (FOI_TYPE_WINDOW)));
}

/* What was taken back before it was ever in the case is no unsaved work. */
static void
test_escape (void)
{
  g_autoptr (GFile) file = ui_test_copy_example ("case.foi.json");
  g_autoptr (FoiDocument) document = ui_test_open_file (file);
  GtkWidget *window = ui_test_show (document);
  GtkWidget *card = foi_table_view_new (document, "mash-calls");
  GtkWidget *other = gtk_window_new ();
  FoiTableGrid *grid;

  gtk_window_set_child (GTK_WINDOW (other), card);
  gtk_window_present (GTK_WINDOW (other));
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, card, 5000));
  grid = FOI_TABLE_GRID (ui_test_find (card, FOI_TYPE_TABLE_GRID));
  foi_table_grid_move (grid, 3, 1, FALSE);
  foi_table_grid_edit (grid);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (grid), GTK_TYPE_ENTRY)), "12");
  g_assert_true (ui_test_wait_until (has_journal, NULL, 5000));
  g_assert_true (ui_test_wait_until (is_written, window, 5000));
  foi_table_grid_cancel (grid);
  g_assert_true (ui_test_wait_until (has_no_journal, NULL, 5000));
  gtk_window_destroy (GTK_WINDOW (other));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/recovery/recover", test_recover);
  g_test_add_func ("/recovery/unanswered", test_unanswered);
  g_test_add_func ("/recovery/outdated", test_outdated);
  g_test_add_func ("/recovery/saved", test_saved);
  g_test_add_func ("/recovery/soon", test_soon);
  g_test_add_func ("/recovery/drafts", test_drafts);
  g_test_add_func ("/recovery/escape", test_escape);
  return ui_test_run ();
}
