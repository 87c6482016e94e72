/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-asked-text.h"
#include "ui-test.h"

typedef struct
{
  GtkWidget *window, *asked, *label, *scroller, *button;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->asked = g_object_new (FOI_TYPE_ASKED_TEXT, NULL);
  fixture->label = ui_test_find (fixture->asked, GTK_TYPE_LABEL);
  fixture->scroller = ui_test_find (fixture->asked, GTK_TYPE_SCROLLED_WINDOW);
  fixture->button = ui_test_find (fixture->asked, GTK_TYPE_TOGGLE_BUTTON);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, -1);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->asked);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
test_short (Fixture *fixture, gconstpointer data)
{
  const char *text = "1. How many calls?\n\nBy year.";

  foi_asked_text_set_text (FOI_ASKED_TEXT (fixture->asked), text);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (fixture->label)), ==, text);
  g_assert_false (gtk_widget_get_visible (fixture->button));
}

/* So much somebody pastes who pastes a whole thread of mails. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("1.");
  GtkWidget *view = ui_test_find (fixture->scroller, GTK_TYPE_TEXT_VIEW);
  g_autofree char *whole = NULL;

  for (guint i = 0; i < 8000; i++)
    g_string_append (text, " word");
  foi_asked_text_set_text (FOI_ASKED_TEXT (fixture->asked), text->str);
  ui_test_settle ();
  g_assert_true (g_str_has_suffix (gtk_label_get_text (GTK_LABEL (fixture->label)), "word…"));
  g_assert_cmpint (gtk_widget_get_height (fixture->asked), <, 300);
  g_assert_false (gtk_widget_get_visible (fixture->scroller));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fixture->button), TRUE);
  ui_test_settle ();
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &whole, NULL);
  g_assert_cmpstr (whole, ==, text->str);
  g_assert_false (gtk_widget_get_visible (fixture->label));
  g_assert_true (gtk_widget_get_visible (fixture->scroller));
  g_assert_cmpint (gtk_widget_get_height (fixture->asked), <, 400);

  /* Another question is folded, and the same one stays as it is. */
  foi_asked_text_set_text (FOI_ASKED_TEXT (fixture->asked), text->str);
  g_assert_true (gtk_widget_get_visible (fixture->scroller));
  foi_asked_text_set_text (FOI_ASKED_TEXT (fixture->asked), "2. Why?");
  g_assert_false (gtk_widget_get_visible (fixture->scroller));
  g_assert_true (gtk_widget_get_visible (fixture->label));
}

static void
test_many_lines (Fixture *fixture, gconstpointer data)
{
  foi_asked_text_set_text (FOI_ASKED_TEXT (fixture->asked), "1\n2\n3\n4\n5\n6\n7\n8\n9");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (fixture->label)), ==,
                   "1\n2\n3\n4\n5\n6\n7\n8…");
  g_assert_true (gtk_widget_get_visible (fixture->button));
}

#define ADD(name, function) \
  g_test_add ("/asked-text/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("short", test_short);
  ADD ("long", test_long);
  ADD ("many-lines", test_many_lines);
  return ui_test_run ();
}
