/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-speller.h"
#include "foi-spelling.h"
#include "ui-test.h"

typedef struct
{
  GtkWidget     *window;
  GtkTextView   *view;
  GtkTextBuffer *buffer;
} Fixture;

static gboolean
is_available (gpointer speller)
{
  return foi_speller_is_available (speller);
}

static gboolean
is_idle (gpointer view)
{
  return !foi_spelling_is_busy (view);
}

static void
forget_words (void)
{
  g_autoptr (GFile) file = foi_speller_ref_authority_words ();

  g_file_delete (file, NULL, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  forget_words ();
  g_assert_true (ui_test_wait_until (is_available, foi_speller_get_default (), 10000));
  g_object_set (foi_speller_get_default (), "enabled", TRUE, NULL);
  fixture->window = gtk_window_new ();
  fixture->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  fixture->buffer = gtk_text_view_get_buffer (fixture->view);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  foi_spelling_attach (fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  forget_words ();
}

static guint
count (Fixture *fixture)
{
  g_assert_true (ui_test_wait_until (is_idle, fixture->view, 10000));
  return foi_spelling_count (fixture->view);
}

/* British words are right; what no dictionary can know is not looked at. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint       n_wrong;
  } facts[] = {
    { "", 0 },
    { "We organise the centre’s colours and don’t fulfil the licence.", 0 },
    { "The comittee recieved it.", 2 },
    { "The comittee\nrecieved\n\nit and was kind.", 2 },
    { "See https://exampel.org/wrnog, NRM, FOI-7 and {{table:wrnog}}.", 0 },
    { "The color of the center", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gtk_text_buffer_set_text (fixture->buffer, facts[i].text, -1);
      gtk_widget_set_sensitive (GTK_WIDGET (fixture->view), FALSE); /* nobody is typing */
      g_assert_cmpuint (count (fixture), ==, facts[i].n_wrong);
    }
}

/* What is typed on, corrected or deleted is looked at again, and nothing else is left behind. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start, end;

  gtk_widget_set_sensitive (GTK_WIDGET (fixture->view), FALSE);
  gtk_text_buffer_set_text (fixture->buffer, "The comittee met.\nIt recieved it.", -1);
  g_assert_cmpuint (count (fixture), ==, 2);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 6);
  gtk_text_buffer_insert (fixture->buffer, &start, "m", 1);
  g_assert_cmpuint (count (fixture), ==, 1);
  gtk_text_buffer_get_iter_at_line (fixture->buffer, &start, 1);
  gtk_text_buffer_get_end_iter (fixture->buffer, &end);
  gtk_text_buffer_delete (fixture->buffer, &start, &end);
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* The word with the cursor is not finished; it is looked at when the cursor leaves. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  ui_test_settle ();
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));
  gtk_text_buffer_insert_at_cursor (fixture->buffer, "The comitt", -1);
  g_assert_cmpuint (count (fixture), ==, 0);
  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  gtk_text_buffer_place_cursor (fixture->buffer, &start);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  int *outcome = user_data;

  *outcome = foi_speller_add_finish (FOI_SPELLER (source), result, NULL) ? 1 : 0;
}

static gboolean
is_told (gpointer outcome)
{
  return *(int *) outcome >= 0;
}

static gboolean
add (const char *word, FoiWords words)
{
  int outcome = -1;

  foi_speller_add_async (foi_speller_get_default (), word, words, added_cb, &outcome);
  g_assert_true (ui_test_wait_until (is_told, &outcome, 10000));
  return outcome == 1;
}

/* The authority's list is a file that a team shares: what stands there stays. */
static void
test_lists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = foi_speller_ref_authority_words ();
  g_autofree char *path = g_file_get_path (file), *text = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (fixture->view), FALSE);
  gtk_text_buffer_set_text (fixture->buffer, "Wrekinshire and Quarrowby’s zzyzx", -1);
  g_assert_cmpuint (count (fixture), ==, 3);
  g_assert_true (add ("Wrekinshire", FOI_WORDS_AUTHORITY));
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_true (g_file_set_contents (path, "# Ours\nTelford", -1, &error));
  g_assert_true (add ("Quarrowby’s", FOI_WORDS_AUTHORITY));
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_cmpstr (text, ==, "# Ours\nTelford\nQuarrowby’s\n");
  g_assert_true (add ("zzyzx", FOI_WORDS_SESSION));
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_true (g_file_set_contents (path, "\xff\xfe", 2, &error));
  g_assert_false (add ("Shropshire", FOI_WORDS_AUTHORITY));
}

static void
suggested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char ***words = user_data;

  *words = foi_speller_suggest_finish (FOI_SPELLER (source), result, NULL);
}

static gboolean
has_words (gpointer words)
{
  return *(char ***) words != NULL;
}

static void
test_suggestions (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) words = NULL;

  foi_speller_suggest_async (foi_speller_get_default (), "exemtion", NULL, suggested_cb, &words);
  g_assert_true (ui_test_wait_until (has_words, &words, 10000));
  g_assert_true (g_strv_contains ((const char *const *) words, "exemption"));
}

/* Who switches it off sees no line at once. */
static void
test_switched_off (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_sensitive (GTK_WIDGET (fixture->view), FALSE);
  gtk_text_buffer_set_text (fixture->buffer, "The comittee met.", -1);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_object_set (foi_speller_get_default (), "enabled", FALSE, NULL);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_object_set (foi_speller_get_default (), "enabled", TRUE, NULL);
  g_assert_cmpuint (count (fixture), ==, 1);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/spelling/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("words", test_words);
  ADD ("follows", test_follows);
  ADD ("typing", test_typing);
  ADD ("lists", test_lists);
  ADD ("suggestions", test_suggestions);
  ADD ("switched-off", test_switched_off);
#undef ADD
  return ui_test_run ();
}
