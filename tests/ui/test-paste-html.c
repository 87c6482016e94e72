/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-clipboard-cells.h"
#include "table-test.h"
#include "ui-test.h"

/* Tables of web pages and mails, as they are on the clipboard. */

static gboolean
is_undoable (gpointer editor)
{
  return foi_case_editor_can_undo (editor);
}

/* What a browser or a mail program offers: the same as HTML and as text. */
static void
offer (TableTest *test, const char *html, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[]
    = { gdk_content_provider_new_for_bytes ("text/html", bytes),
        text != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, text) : NULL };
  g_autoptr (GdkContentProvider) both
    = gdk_content_provider_new_union (providers, text != NULL ? 2 : 1);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (test->window), both);
}

#define TABLE                                                                                     \
  "<table><tr><td>2023/24</td><td>1,000</td><td>52</td><td>two<br>lines</td></tr>"                \
  "<tr style=\"display:none\"><td>1999/00</td><td>7</td><td>1</td><td>ghost</td></tr>"            \
  "<tr><td>2024/25</td><td><s hidden>9</s>2000</td><td>26</td><td>say \"no\"</td></tr></table>"

static void
test_html (TableTest *test, gconstpointer data)
{
  static const char *const texts[] = { NULL, "As asked:\n2023/24\n1,000\n52" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      foi_table_grid_move (test->grid, 7, 0, FALSE);
      offer (test, "<p>As asked:</p>" TABLE, texts[i]);
      table_test_press (test, GDK_KEY_v, GDK_CONTROL_MASK);
      g_assert_true (ui_test_wait_until (is_undoable, table_test_get_editor (test), 5000));
      g_assert_cmpuint (table_test_count_rows (test), ==, 9);
      table_test_assert_value (test, 7, 1, "1000");
      table_test_assert_value (test, 7, 3, "two\nlines");
      table_test_assert_value (test, 8, 1, "2000");
      table_test_assert_value (test, 8, 3, "say \"no\"");
      g_assert_true (foi_document_undo (test->document));
      g_assert_false (foi_case_editor_can_undo (table_test_get_editor (test)));
    }
}

/* Cells as text are read as they are, and a page without a table is text. */
static void
test_html_or_text (void)
{
  static const struct
  {
    const char *html, *text;
    gboolean    whole;
    const char *cells; /* NULL where the text stays what it is */
  } facts[] = {
    { TABLE, NULL, FALSE,
      "2023/24\t1,000\t52\t\"two\nlines\"\n2024/25\t2000\t26\t\"say \"\"no\"\"\"\n" },
    { "<p>no table</p>", "no table", FALSE, NULL },
    { "<table><tr><td>5</table>", "5", FALSE, NULL },
    { "<table><tr><td>a<td>5</table>", "a\n5", TRUE, "a\t5\n" },
    { "See <table><tr><td>a<td>5</table>", "See\na\n5", TRUE, NULL },
    { "See <table><tr><td>a<td>5</table>", "See\na\n5", FALSE, "a\t5\n" },
    { "<table><tr><td>Hello</table><table><tr><td>a<td>5<tr><td>b<td>6</table>", NULL, FALSE,
      "a\t5\nb\t6\n" },
    { "<table><tr><td>\xa3" "5<td>6</table>", NULL, FALSE, "£5\t6\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GBytes) html = g_bytes_new (facts[i].html, strlen (facts[i].html));
      g_autofree char *cells
        = foi_clipboard_cells_from_html (html, facts[i].text, facts[i].whole);

      g_autofree char *shown = g_strescape (facts[i].html, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpstr (cells, ==, facts[i].cells);
    }
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/paste-html/cells", TableTest, NULL, table_test_set_up, test_html,
              table_test_tear_down);
  g_test_add_func ("/paste-html/or-text", test_html_or_text);
  return ui_test_run ();
}
