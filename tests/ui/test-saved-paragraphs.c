/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-answer-markup.h"
#include "foi-question-page.h"
#include "foi-saved-lists.h"
#include "foi-saved-window.h"
#include "ui-test.h"

#define ANSWER "questions/q1/answer"

typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;    /* weak */
  GtkWidget   *saved;     /* weak: the window of the paragraphs */
} Fixture;

static void
forget (gboolean is_shared)
{
  g_autoptr (GFile) file = foi_saved_lists_ref_file (is_shared);

  g_file_delete (file, NULL, NULL);
}

static void
put (gboolean is_shared, const char *title, const char *text)
{
  g_autoptr (GFile) file = foi_saved_lists_ref_file (is_shared);
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_saved_paragraphs_put (file, NULL, title, text, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  forget (FALSE);
  forget (TRUE);
  fixture->document = ui_test_open_example ();
  g_set_weak_pointer (&fixture->window, ui_test_show (fixture->document));
  foi_document_go_to (fixture->document, ANSWER);
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  g_object_unref (fixture->document);
  g_clear_weak_pointer (&fixture->saved);
  forget (FALSE);
  forget (TRUE);
}

static gboolean
is_ready (gpointer window)
{
  return !foi_saved_window_is_busy (window);
}

static void
wait_ready (Fixture *fixture)
{
  g_assert_true (ui_test_wait_until (is_ready, fixture->saved, 10000));
  ui_test_settle ();
}

static void
show (Fixture *fixture)
{
  gtk_widget_activate_action (ui_test_find (fixture->window, FOI_TYPE_QUESTION_PAGE),
                              "question.saved-paragraphs", NULL);
  g_set_weak_pointer (&fixture->saved, ui_test_find_window (FOI_TYPE_SAVED_WINDOW));
  g_assert_nonnull (fixture->saved);
  wait_ready (fixture);
}

static void
search (Fixture *fixture, const char *words)
{
  GtkWidget *entry = ui_test_find (fixture->saved, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  ui_test_settle ();
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = ui_test_find_button (root, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* "Title (whose)" of each row that is shown. */
static void
assert_rows (Fixture *fixture, const char *expected)
{
  GtkListBox *list = GTK_LIST_BOX (ui_test_find (fixture->saved, GTK_TYPE_LIST_BOX));
  g_autoptr (GString) words = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      GtkWidget *title = ui_test_find (GTK_WIDGET (row), GTK_TYPE_LABEL);

      if (!gtk_widget_get_child_visible (GTK_WIDGET (row)))
        continue;
      g_string_append_printf (words, "%s%s (%s)", words->len > 0 ? "|" : "",
                              gtk_label_get_text (GTK_LABEL (title)),
                              gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (title))));
    }
  g_assert_cmpstr (words->str, ==, expected);
}

static const char *
get_answer (Fixture *fixture)
{
  return foi_case_state_get_string (foi_case_get_state (foi_document_get_case (fixture->document)),
                                    ANSWER);
}

/* Found by its words, it goes into the answer as a paragraph of its own, and undo takes it out. */
static void
test_insert (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (get_answer (fixture));

  put (FALSE, "Live system", "These figures may change.");
  put (TRUE, "Advice", "Ask for one year.");
  show (fixture);
  assert_rows (fixture, "Advice (The authority’s)|Live system (Your own)");
  search (fixture, "change");
  assert_rows (fixture, "Live system (Your own)");
  click (fixture->saved, "_Insert");
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->saved, 5000));
  g_assert_nonnull (strstr (get_answer (fixture), "\n\nThese figures may change."));
  g_assert_true (foi_document_undo (fixture->document));
  g_assert_cmpstr (get_answer (fixture), ==, before);
}

static gboolean
is_listed (gpointer data)
{
  GtkWidget *saved = data;
  GtkWidget *list = ui_test_find (saved, GTK_TYPE_LIST_BOX);

  return is_ready (saved) && gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) != NULL;
}

static gboolean
is_empty (gpointer data)
{
  GtkWidget *saved = data;
  GtkWidget *list = ui_test_find (saved, GTK_TYPE_LIST_BOX);

  return is_ready (saved) && gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) == NULL;
}

static GtkWidget *
find_dialog (const char *title)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_strcmp0 (gtk_window_get_title (l->data), title) == 0)
      return l->data;
  return NULL;
}

/* What was answered is saved, changed, removed and brought back. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (get_answer (fixture));
  GtkWidget *dialog, *view;
  g_autofree char *text = NULL;

  show (fixture);
  assert_rows (fixture, "");
  click (fixture->saved, "_New…");
  dialog = find_dialog ("Save Paragraph");
  view = ui_test_find (dialog, GTK_TYPE_TEXT_VIEW);
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  g_assert_cmpstr (text, ==, before);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_ENTRY)), "Calls");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_test_find (dialog, GTK_TYPE_DROP_DOWN)), 1);
  click (dialog, "_Save");
  g_assert_true (ui_test_wait_until (is_listed, fixture->saved, 10000));
  assert_rows (fixture, "Calls (The authority’s)");

  click (fixture->saved, "C_hange…");
  dialog = find_dialog ("Change Paragraph");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_ENTRY)), "Helpline");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_test_find (dialog, GTK_TYPE_DROP_DOWN)), 0);
  click (dialog, "_Save");
  while (find_dialog ("Change Paragraph") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ui_test_wait_until (is_listed, fixture->saved, 10000));
  assert_rows (fixture, "Helpline (Your own)");

  click (fixture->saved, "_Remove");
  g_assert_true (ui_test_wait_until (is_empty, fixture->saved, 10000));
  click (fixture->saved, "Bring Back “Helpline”");
  g_assert_true (ui_test_wait_until (is_listed, fixture->saved, 10000));
  assert_rows (fixture, "Helpline (Your own)");
  g_assert_cmpstr (get_answer (fixture), ==, before);
}

/* A title that another has is told in the dialog, which stays with what was typed. */
static void
test_same_title (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  put (FALSE, "Advice", "Ask for one year.");
  show (fixture);
  click (fixture->saved, "_New…");
  dialog = find_dialog ("Save Paragraph");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_ENTRY)), "advice");
  click (dialog, "_Save");
  g_assert_true (ui_test_wait_until ((UiTestCondition) gtk_widget_is_sensitive,
                                     ui_test_find_button (dialog, "_Save"), 5000));
  g_assert_true (gtk_widget_is_visible (dialog));
  click (dialog, "_Cancel");
  assert_rows (fixture, "Advice (Your own)");
}

/* A list that is damaged is told, and does not hide the other one. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = foi_saved_lists_ref_file (TRUE);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  gboolean told = FALSE;

  put (FALSE, "Advice", "Ask for one year.");
  put (TRUE, "Advice", "Ask for one year.");
  g_assert_true (g_file_set_contents (path, "{\n7", -1, &error));
  show (fixture);
  assert_rows (fixture, "Advice (Your own)");
  for (guint i = 0; !told && ui_test_find_nth (fixture->saved, GTK_TYPE_LABEL, i) != NULL; i++)
    told = strstr (gtk_label_get_text (GTK_LABEL (ui_test_find_nth (fixture->saved, GTK_TYPE_LABEL,
                                                                   i))), "paragraphs.json: 2:1")
           != NULL;
  g_assert_true (told);
}

/* A paragraph stands below the cursor's line, with a blank line on each side; "|" is the cursor. */
static void
test_place (void)
{
  static const struct
  {
    const char *before, *after;
  } facts[] = {
    { "|", "P|" },
    { "on|e", "one\n\nP|" },
    { "one\n|", "one\n\nP|" },
    { "one\n\n|", "one\n\nP|" },
    { "|one\ntwo", "one\n\nP|\n\ntwo" },
    { "one|\n\ntwo", "one\n\nP|\n\ntwo" },
    { "one\n|\ntwo", "one\n\nP|\n\ntwo" },
    { "one|\n", "one\n\nP|\n" },
    { "größer|\nzwei", "größer\n\nP|\n\nzwei" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_auto (GStrv) sides = g_strsplit (facts[i].before, "|", 2);
      g_autofree char *text = g_strconcat (sides[0], sides[1], NULL);
      g_auto (FoiMarkupChange) change = { 0 };
      g_autoptr (GString) placed = g_string_new (text);

      foi_answer_markup_place (text, (guint) g_utf8_strlen (sides[0], -1), "P", &change);
      g_assert_cmpuint (change.start, ==, change.end);
      g_string_insert (placed, g_utf8_offset_to_pointer (text, change.start) - text, change.text);
      g_string_insert (placed, g_utf8_offset_to_pointer (placed->str, change.select_start)
                               - placed->str, "|");
      g_assert_cmpstr (placed->str, ==, facts[i].after);
    }
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/saved-paragraphs/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/saved-paragraphs/place", test_place);
  ADD ("insert", test_insert);
  ADD ("keep", test_keep);
  ADD ("same-title", test_same_title);
  ADD ("damaged", test_damaged);
#undef ADD
  return ui_test_run ();
}
