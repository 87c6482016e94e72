/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "foi-case-edits.h"
#include "foi-hidden-list.h"
#include "foi-import-window.h"
#include "foi-inspect-window.h"
#include "foi-list-filler.h"
#include "foi-table-grid.h"
#include "foi-table-paste-new.h"
#include "foi-totals.h"
#include "ui-test.h"

static GFile *
get_sample (const char *name)
{
  g_autofree char *inside = g_build_filename ("tests/data/workbooks", name, NULL);
  g_autofree char *path = ui_test_dup_data (inside);

  return g_file_new_for_path (path);
}

static GFile *
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

/* ---- what a workbook hides ------------------------------------------------------------------- */

static gboolean
is_not_busy (gpointer window)
{
  return !foi_inspect_window_is_busy (window);
}

static GtkWidget *
look (GFile *file)
{
  GtkWidget *window
    = foi_inspect_window_present (GTK_APPLICATION (ui_test_get_application ()), file);

  g_assert_true (ui_test_wait_until (is_not_busy, window, 10000));
  return window;
}

/* Kinds and places are listed and can be copied; what the cells hold is not said. */
static void
test_hidden (void)
{
  static const char *const samples[] = { "calls.xlsx", "calls.ods" };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GFile) file = get_sample (samples[i]);
      g_autofree char *heading
        = g_strdup_printf ("“%s” holds 2 things that a glance does not show", samples[i]);
      g_autofree char *text = NULL;
      GtkWidget *window = look (file);
      GtkWidget *list = ui_test_find (window, FOI_TYPE_HIDDEN_LIST);

      g_assert_cmpstr (foi_inspect_window_get_heading (FOI_INSPECT_WINDOW (window)), ==, heading);
      g_assert_true (gtk_widget_get_visible (list));
      text = foi_hidden_list_dup_text (FOI_HIDDEN_LIST (list));
      g_assert_cmpstr (text, ==, "Hidden sheet: Staff\nHidden rows: Calls!6:6\n");
      g_assert_true (gtk_widget_get_sensitive (ui_test_find_button (window, "C_opy the List")));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* Where nothing is hidden that is said, and what cannot be looked through is never called clean. */
static void
test_not_hidden (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *heading;
  } facts[] = {
    { "a.csv", "Year,Calls\n2023,5\n", "Nothing is hidden in “a.csv”" },
    { "a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "“a.xls” cannot be looked through" },
    { "a.json", "{\"foi:case\": {}}", "“a.json” cannot be looked through" },
    { "b.xlsx", "PK\3\4 damaged", "“b.xlsx” cannot be looked through" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GFile) file = write_file (facts[i].name, facts[i].text);
      GtkWidget *window = look (file);

      g_assert_cmpstr (foi_inspect_window_get_heading (FOI_INSPECT_WINDOW (window)), ==,
                       facts[i].heading);
      g_assert_false (gtk_widget_get_visible (ui_test_find (window, FOI_TYPE_HIDDEN_LIST)));
      g_assert_false (gtk_widget_get_sensitive (ui_test_find_button (window, "C_opy the List")));
      g_unlink (g_file_peek_path (file));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_takes (void)
{
  static const struct
  {
    const char *path;
    gboolean    takes;
  } facts[] = {
    { "/a/calls.xlsx", TRUE }, { "/a/CALLS.XLS", TRUE },       { "/a/calls.ods", TRUE },
    { "/a/calls.csv", TRUE },  { "/a/calls.foi.json", FALSE }, { "/a/calls", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (facts[i].path);

      g_assert_cmpint (foi_inspect_takes (file), ==, facts[i].takes);
    }
}

/* ---- the assistant --------------------------------------------------------------------------- */

typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;    /* weak */
  GtkWidget   *assistant; /* weak */
  guint        n_tables;
} Fixture;

static guint
count_tables (Fixture *fixture)
{
  return g_list_model_get_n_items (
    foi_case_get_tables (foi_document_get_case (fixture->document)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = ui_test_open_example ();
  g_set_weak_pointer (&fixture->window, ui_test_show (fixture->document));
  ui_test_wait_for_layout (fixture->document);
  fixture->n_tables = count_tables (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->assistant != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->assistant));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->assistant, 5000));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  g_clear_object (&fixture->document);
}

static gboolean
is_made (gpointer assistant)
{
  return !foi_import_window_is_busy (assistant);
}

static const FoiImportMade *
wait (Fixture *fixture)
{
  g_assert_true (ui_test_wait_until (is_made, fixture->assistant, 10000));
  return foi_import_window_get_made (FOI_IMPORT_WINDOW (fixture->assistant));
}

static const FoiImportMade *
begin (Fixture *fixture, GFile *file, const char *table)
{
  g_set_weak_pointer (&fixture->assistant,
                      foi_import_window_present (GTK_WINDOW (fixture->window), fixture->document,
                                                 "q3", table, file));
  return wait (fixture);
}

typedef struct
{
  Fixture    *fixture;
  const char *name;
  GtkWidget  *found;
} Search;

static gboolean
find_choice (gpointer data)
{
  Search *self = data;

  for (guint i = 0;
       (self->found = ui_test_find_nth (self->fixture->assistant, GTK_TYPE_DROP_DOWN, i)) != NULL;
       i++)
    {
      if (g_strcmp0 (g_object_get_data (G_OBJECT (self->found), "foi-name"), self->name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Chooses in a drop-down that is known by what it chooses. */
static const FoiImportMade *
choose (Fixture *fixture, const char *name, guint selected)
{
  Search search = { fixture, name, NULL };

  g_assert_true (ui_test_wait_until (find_choice, &search, 10000));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (search.found), selected);
  return wait (fixture);
}

static char *
dup_column (FoiTableData *table, guint column)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < foi_row_store_get_length (foi_table_data_get_rows (table)); i++)
    {
      g_autofree char *cell
        = foi_column_format_plain (foi_table_data_get_column (table, column),
                                   foi_table_data_get_cell (table, i, column));

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_in_second_table (gpointer data)
{
  GtkWidget *window = ((Fixture *) data)->window;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *grid
    = focus != NULL ? gtk_widget_get_ancestor (focus, FOI_TYPE_TABLE_GRID) : NULL;

  return grid != NULL && grid == ui_test_find_nth (window, FOI_TYPE_TABLE_GRID, 1);
}

/* A workbook comes in as it is seen, what is hidden is named, and one undo takes all away again. */
static void
test_workbook (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_sample (data);
  const FoiImportMade *made;
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  g_autoptr (FoiTable) table = NULL;
  g_autofree char *teams = NULL;
  g_autofree char *hidden = NULL;

  foi_document_go_to (fixture->document, "tables/mash-calls");
  ui_test_settle ();
  made = begin (fixture, file, NULL);
  g_assert_nonnull (made);
  g_assert_cmpstr (made->survey->title, ==, "Calls to the switchboard");
  g_assert_true (made->survey->has_units);
  g_assert_cmpuint (made->n_merged, ==, 1);
  g_assert_cmpuint (made->n_hidden, ==, 4);
  hidden = foi_hidden_list_dup_text (
    FOI_HIDDEN_LIST (ui_test_find_nth (fixture->assistant, FOI_TYPE_HIDDEN_LIST, 1)));
  g_assert_cmpstr (hidden, ==, "Hidden sheet: Staff\nHidden rows: Calls!6:6\n");
  foi_import_window_apply (FOI_IMPORT_WINDOW (fixture->assistant));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->assistant, 5000));
  g_assert_cmpuint (count_tables (fixture), ==, fixture->n_tables + 1);
  table = g_list_model_get_item (foi_case_get_tables (foi_case), fixture->n_tables);
  g_assert_cmpstr (foi_table_get_title (table), ==, "Calls to the switchboard");
  g_assert_cmpstr (foi_case_find_table_question (foi_case, foi_table_get_name (table)), ==, "q3");
  teams = dup_column (foi_table_get_data (table), 0);
  g_assert_cmpstr (teams, ==, "North|South|East|West|Dock");
  /* Below the table that the question had, and its first cell has the keys. */
  g_assert_true (ui_test_wait_until (is_in_second_table, fixture, 5000));
  g_assert_true (foi_document_undo (fixture->document));
  g_assert_cmpuint (count_tables (fixture), ==, fixture->n_tables);
  g_assert_false (foi_case_editor_can_undo (foi_document_get_editor (fixture->document)));
}

/* Types, dates and marks are said, each is shown at once, and what was said can be unsaid. */
static void
test_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_sample ("calls.xlsx");
  const FoiImportMade *made = begin (fixture, file, NULL);
  g_autofree char *days = NULL;
  g_autofree char *calls = NULL;

  g_assert_cmpuint (made->survey->n_unread, ==, 2);
  /* "<5", "-" and "many" stand among numbers. */
  g_assert_cmpuint (made->survey->n_words, ==, 3);
  made = choose (fixture, "What dates in Opened mean", FOI_DATE_ORDER_DAY_FIRST);
  days = dup_column (made->proposal->table, 2);
  g_assert_cmpstr (days, ==, "2024-04-03|2024-12-25|2024-06-05|2024-12-27|2024-12-28");
  g_assert_cmpuint (made->survey->n_unread, ==, 0);
  gtk_stack_set_visible_child_name (
    GTK_STACK (gtk_widget_get_ancestor (
      ui_test_find_nth (fixture->assistant, FOI_TYPE_HIDDEN_LIST, 1), GTK_TYPE_STACK)),
    "columns");
  ui_test_settle ();
  made = choose (fixture, "Type of Calls", FOI_VALUE_INTEGER);
  g_assert_cmpuint (made->survey->n_unread, ==, 2);
  g_assert_cmpuint (made->survey->n_words, ==, 0);
  made = choose (fixture, "What “-” means", 5);
  calls = dup_column (made->proposal->table, 1);
  g_assert_cmpstr (calls, ==, "20049|41|[c]|0|");
  g_assert_cmpuint (made->survey->n_unread, ==, 1);
  made = choose (fixture, "What “-” means", 0);
  g_assert_cmpuint (made->survey->n_unread, ==, 2);
}

static gboolean
is_listed (gpointer data)
{
  return ui_test_find_nth (((Fixture *) data)->assistant, GTK_TYPE_CHECK_BUTTON, 1) != NULL;
}

/* What adds up is proposed as a total, and the officer can say that it is none. */
static void
test_totals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file ("totals.csv", "Area,Boys,Girls,Pupils\nNorth,1,2,3\n"
                                                     "South,4,5,9\nWest,7,7,14\n"
                                                     "England,12,14,26\n");
  const FoiImportMade *made = begin (fixture, file, NULL);
  GtkCheckButton *check;

  g_assert_cmpuint (made->survey->totals->len, ==, 2);
  g_assert_true (foi_totals_is_column (made->proposal->table, 3));
  g_assert_true (foi_totals_is_row (made->proposal->table, 3));
  g_assert_true (ui_test_wait_until (is_listed, fixture, 5000));
  check = GTK_CHECK_BUTTON (ui_test_find_nth (fixture->assistant, GTK_TYPE_CHECK_BUTTON, 1));
  g_assert_true (gtk_check_button_get_active (check));
  gtk_check_button_set_active (check, FALSE);
  made = wait (fixture);
  g_assert_cmpuint (made->survey->totals->len, ==, 2);
  g_assert_true (foi_totals_is_column (made->proposal->table, 3));
  g_assert_false (foi_totals_is_row (made->proposal->table, 3));
  gtk_check_button_set_active (check, TRUE);
  made = wait (fixture);
  g_assert_true (foi_totals_is_row (made->proposal->table, 3));
  g_unlink (g_file_peek_path (file));
}

static gboolean
says (Fixture *fixture, const char *text)
{
  for (guint i = 0; ui_test_find_nth (fixture->assistant, GTK_TYPE_LABEL, i) != NULL; i++)
    {
      GtkLabel *label = GTK_LABEL (ui_test_find_nth (fixture->assistant, GTK_TYPE_LABEL, i));

      if (strstr (gtk_label_get_text (label), text) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What could be either of two things is asked for, and is text until that is said. */
static void
test_doubts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file ("doubts.csv", "Name,Opened,Share\na,03/04/2024,50%\n"
                                                     "b,05/06/2024,0.5\nc,07/08/2024,0.25\n");
  const FoiImportMade *made = begin (fixture, file, NULL);
  g_autofree char *days = NULL;
  g_autofree char *shares = NULL;

  g_assert_cmpuint (made->survey->doubts->len, ==, 2);
  g_assert_true (says (fixture, "Say on the left what this means, or it is not read: Opened, "
                                "Share."));
  days = dup_column (made->proposal->table, 1);
  g_assert_cmpstr (days, ==, "03/04/2024|05/06/2024|07/08/2024");
  made = choose (fixture, "What dates in Opened mean", FOI_DATE_ORDER_MONTH_FIRST);
  g_assert_true (says (fixture, "Say on the left what this means, or it is not read: Share."));
  made = choose (fixture, "What numbers in Share mean", FOI_SHARE_ORDER_FRACTION);
  g_assert_false (says (fixture, "or it is not read"));
  g_free (days);
  days = dup_column (made->proposal->table, 1);
  shares = dup_column (made->proposal->table, 2);
  g_assert_cmpstr (days, ==, "2024-03-04|2024-05-06|2024-07-08");
  g_assert_cmpstr (shares, ==, "50|50|25");
  made = choose (fixture, "What dates in Opened mean", FOI_DATE_ORDER_UNKNOWN);
  g_assert_true (says (fixture, "or it is not read: Opened."));
  g_unlink (g_file_peek_path (file));
}

/* An import that is refused leaves nothing for a table of that name that comes later. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file ("refused.csv", "Name,Calls\na,1\nb,2\nc,3\nd,4\ne,?\n");
  FoiImportWindow *assistant;
  g_autoptr (GArray) problems = NULL;

  g_set_weak_pointer (&fixture->assistant,
                      foi_import_window_present (GTK_WINDOW (fixture->window), fixture->document,
                                                 "no-such-question", NULL, file));
  g_assert_cmpuint (wait (fixture)->survey->n_unread, ==, 1);
  assistant = FOI_IMPORT_WINDOW (fixture->assistant);
  foi_import_window_apply (assistant);
  g_assert_nonnull (foi_import_window_get_made (assistant));
  g_assert_cmpuint (count_tables (fixture), ==, fixture->n_tables);
  g_assert_false (foi_case_editor_can_undo (foi_document_get_editor (fixture->document)));
  problems = foi_table_paste_take_problems (fixture->document, "refused");
  g_assert_null (problems);
  g_unlink (g_file_peek_path (file));
}

/* Of a sheet that is hidden only what is chosen comes in. */
static void
test_hidden_sheet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_sample ("calls.ods");
  const FoiImportMade *made = begin (fixture, file, NULL);

  g_assert_cmpint (made->sheet, ==, 0);
  made = choose (fixture, "Sheet", 1);
  g_assert_cmpint (made->sheet, ==, 1);
  g_assert_cmpuint (made->survey->n_rows, ==, 1);
}

/* Rows go into a table that is there; what would change in it is listed before. */
static void
test_over (Fixture *fixture, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  g_autoptr (FoiTable) table = g_list_model_get_item (foi_case_get_tables (foi_case), 0);
  FoiTableData *before = foi_table_get_data (table);
  guint key = foi_table_data_get_key (before, 0);
  FoiColumn *year = foi_table_data_get_column (before, key);
  FoiColumn *calls = foi_table_data_get_column (before, key + 1);
  g_autofree char *first = foi_column_format (year, foi_table_data_get_cell (before, 0, key));
  g_autofree char *heads = g_strdup_printf ("\"%s\",\"%s\"", foi_column_get_title (year),
                                            foi_column_get_title (calls));
  g_autofree char *text = g_strdup_printf ("%s\n%s,77\n2099/00,88\n", heads, first);
  g_autoptr (GFile) file = write_file ("over.csv", text);
  const FoiImportMade *made = begin (fixture, file, foi_table_get_name (table));
  g_autofree char *told = NULL;

  g_assert_nonnull (made);
  g_assert_cmpuint (made->survey->n_added, ==, 1);
  g_assert_cmpuint (made->survey->n_changed, ==, 1);
  told = foi_hidden_list_dup_text (
    FOI_HIDDEN_LIST (ui_test_find_nth (fixture->assistant, FOI_TYPE_HIDDEN_LIST, 0)));
  g_assert_nonnull (strstr (told, "becomes 77"));
  g_assert_nonnull (strstr (told, "A row is added: 2099/00 · 88"));
  /* Chosen afterwards, it is replaced by the names of its rows as well. */
  made = choose (fixture, "Table", 0);
  g_assert_nonnull (made);
  g_assert_cmpuint (made->survey->n_changed, ==, 0);
  made = choose (fixture, "Table", 1);
  g_assert_nonnull (made);
  g_assert_cmpuint (made->survey->n_changed, ==, 1);
  /* What is in the table already is not added again. */
  g_assert_null (choose (fixture, "Rows", 0));
  g_assert_nonnull (choose (fixture, "Rows", 1));
  foi_import_window_apply (FOI_IMPORT_WINDOW (fixture->assistant));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->assistant, 5000));
  g_assert_cmpuint (foi_row_store_get_length (foi_table_data_get_rows (foi_table_get_data (table))),
                    ==, foi_row_store_get_length (foi_table_data_get_rows (before)) + 1);
  g_assert_true (foi_document_undo (fixture->document));
  g_assert_true (foi_table_data_get_rows (foi_table_get_data (table))
                 == foi_table_data_get_rows (before));
  g_unlink (g_file_peek_path (file));
}

/* Whether a label under @root begins with @words. */
static gboolean
has_label (GtkWidget *root, const char *words)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find_nth (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), words))
      return TRUE;
  return FALSE;
}

/* A blank in the place of a withheld figure is said before it comes in, and is undone as one. */
static void
test_over_withheld (Fixture *fixture, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  g_autoptr (FoiTable) table = g_list_model_get_item (foi_case_get_tables (foi_case), 0);
  const char *name = foi_table_get_name (table);
  FoiTableData *before = foi_table_get_data (table);
  guint key = foi_table_data_get_key (before, 0);
  FoiColumn *year = foi_table_data_get_column (before, key);
  FoiColumn *calls = foi_table_data_get_column (before, key + 1);
  guint64 row = foi_row_store_get (foi_table_data_get_rows (before), 1)->id;
  g_autofree char *second = foi_column_format (year, foi_table_data_get_cell (before, 1, key));
  g_autofree char *text = g_strdup_printf ("\"%s\",\"%s\"\n%s,\n", foi_column_get_title (year),
                                           foi_column_get_title (calls), second);
  g_autoptr (GFile) file = write_file ("withheld.csv", text);
  g_autofree char *told = NULL;
  const FoiImportMade *made;
  FoiCaseState *state;

  g_assert_true (foi_case_editor_suppress (editor, name, row, foi_column_get_name (calls), TRUE,
                                           NULL));
  state = foi_case_get_state (foi_case);
  made = begin (fixture, file, name);
  g_assert_nonnull (made);
  g_assert_cmpstr (made->survey->covered, ==, "1 withheld figure is replaced, and lost");
  g_assert_true (has_label (fixture->assistant, made->survey->covered));
  told = foi_hidden_list_dup_text (
    FOI_HIDDEN_LIST (ui_test_find_nth (fixture->assistant, FOI_TYPE_HIDDEN_LIST, 0)));
  g_assert_true (g_str_has_prefix (told, "A withheld figure is replaced: [c] becomes a blank"));
  foi_import_window_apply (FOI_IMPORT_WINDOW (fixture->assistant));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->assistant, 5000));
  g_assert_true (foi_case_get_state (foi_case) != state);
  g_assert_true (foi_document_undo (fixture->document));
  g_assert_true (foi_case_get_state (foi_case) == state);
  g_unlink (g_file_peek_path (file));
}

/* Text files are read in another way where they were read wrongly. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file ("text.csv", "Name;Calls, in all\ncafÃ©;5\nb;6\n");
  const FoiImportMade *made = begin (fixture, file, NULL);
  g_autofree char *names = NULL;

  made = choose (fixture, "Encoding", 5);
  names = dup_column (made->proposal->table, 0);
  g_assert_cmpstr (names, ==, "café|b");
  made = choose (fixture, "Between the cells", 1);
  g_assert_cmpstr (foi_column_get_title (foi_table_data_get_column (made->proposal->table, 0)), ==,
                   "Name;Calls");
  g_unlink (g_file_peek_path (file));
}

/* What cannot be read is said in its place, and nothing of the case changes. */
static void
test_trouble (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *trouble;
  } facts[] = {
    { "old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "Excel 97" },
    { "bad.xlsx", "PK\3\4 damaged", "" },
    { "a.json", "{\"a\": 1}", "JSON" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GFile) file = write_file (facts[i].name, facts[i].text);
      const char *trouble;

      g_assert_null (begin (fixture, file, NULL));
      trouble = foi_import_window_get_trouble (FOI_IMPORT_WINDOW (fixture->assistant));
      g_assert_cmpstr (trouble, !=, "");
      g_assert_nonnull (strstr (trouble, facts[i].trouble));
      gtk_window_destroy (GTK_WINDOW (fixture->assistant));
      g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->assistant, 5000));
      g_unlink (g_file_peek_path (file));
    }
  g_assert_false (foi_case_editor_can_undo (foi_document_get_editor (fixture->document)));
}

/* Closed while it reads, it leaves nothing behind. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Name,Calls\n");
  g_autoptr (GFile) file = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "n%u,%u\n", i, i);
  file = write_file ("large.csv", text->str);
  g_set_weak_pointer (&fixture->assistant,
                      foi_import_window_present (GTK_WINDOW (fixture->window), fixture->document,
                                                 "q3", NULL, file));
  g_assert_true (foi_import_window_is_busy (FOI_IMPORT_WINDOW (fixture->assistant)));
  gtk_window_close (GTK_WINDOW (fixture->assistant));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->assistant, 10000));
  g_assert_cmpuint (count_tables (fixture), ==, fixture->n_tables);
  g_unlink (g_file_peek_path (file));
}

/* ---- filling lists --------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget     *window;
  FoiListFiller *filler;
  guint          most; /* that came in one frame */
} Filling;

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, Filling *self)
{
  self->most = MAX (self->most, MAX (removed, added));
}

static gboolean
is_full (gpointer data)
{
  return foi_list_filler_is_done (((Filling *) data)->filler);
}

static GPtrArray *
make_items (GListModel *list, guint n_kept, guint n)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_ptr_array_add (items, i < n_kept ? g_list_model_get_item (list, i)
                                         : (gpointer) gtk_string_object_new (text));
    }
  return items;
}

/* A list gets few rows in a frame, keeps those that stay, and has nothing before it is seen. */
static void
test_filler (void)
{
  static const struct
  {
    guint n_kept, n, most;
  } facts[] = {
    { 0, 50, 3 }, { 50, 60, 3 }, { 60, 60, 0 }, { 0, 60, 3 }, { 20, 20, 12 }, { 0, 0, 12 },
    /* Of rows that GTK makes no widgets for all come at once. */
    { 0, 1000, 790 },
  };
  Filling self = { gtk_window_new (), NULL, 0 };
  GListModel *list;

  self.filler = foi_list_filler_new (self.window, GTK_TYPE_STRING_OBJECT, 3);
  list = foi_list_filler_get_list (self.filler);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &self);
  foi_list_filler_set (self.filler, make_items (list, 0, 5));
  ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  gtk_window_present (GTK_WINDOW (self.window));
  g_assert_true (ui_test_wait_until (is_full, &self, 5000));
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      self.most = 0;
      foi_list_filler_set (self.filler, make_items (list, facts[i].n_kept, facts[i].n));
      g_assert_true (ui_test_wait_until (is_full, &self, 20000));
      g_assert_cmpuint (g_list_model_get_n_items (list), ==, facts[i].n);
      g_assert_cmpuint (self.most, ==, facts[i].most);
    }
  foi_list_filler_free (self.filler);
  gtk_window_destroy (GTK_WINDOW (self.window));
}

/* Drops a file on whatever takes files at @widget itself. */
static gboolean
drop (GtkWidget *widget, GFile *file)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, g_slist_append (NULL, g_object_ref (file)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 5.0, 5.0, &is_taken);
    }
  return is_taken;
}

/* A workbook that is dropped where nothing else takes it, on the letter or the list of questions,
 * is imported, and not opened as a case. */
static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_sample ("calls.xlsx");

  g_assert_true (drop (fixture->window, file));
  g_set_weak_pointer (&fixture->assistant, ui_test_find_window (FOI_TYPE_IMPORT_WINDOW));
  g_assert_nonnull (fixture->assistant);
  g_assert_nonnull (wait (fixture));
  foi_import_window_apply (FOI_IMPORT_WINDOW (fixture->assistant));
  ui_test_settle ();
  g_assert_cmpuint (count_tables (fixture), ==, fixture->n_tables + 1);
  g_assert_true (foi_document_undo (fixture->document));
  g_assert_cmpuint (count_tables (fixture), ==, fixture->n_tables);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/inspect/hidden", test_hidden);
  g_test_add_func ("/inspect/not-hidden", test_not_hidden);
  g_test_add_func ("/inspect/takes", test_takes);
  g_test_add_func ("/import/filler", test_filler);
  ADD ("/import/xlsx", "calls.xlsx", test_workbook);
  ADD ("/import/ods", "calls.ods", test_workbook);
  ADD ("/import/said", NULL, test_said);
  ADD ("/import/doubts", NULL, test_doubts);
  ADD ("/import/refused", NULL, test_refused);
  ADD ("/import/totals", NULL, test_totals);
  ADD ("/import/hidden-sheet", NULL, test_hidden_sheet);
  ADD ("/import/over", NULL, test_over);
  ADD ("/import/over-withheld", NULL, test_over_withheld);
  ADD ("/import/text", NULL, test_text);
  ADD ("/import/trouble", NULL, test_trouble);
  ADD ("/import/cancel", NULL, test_cancel);
  ADD ("/import/dropped", NULL, test_dropped);
  return ui_test_run ();
}
