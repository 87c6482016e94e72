/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-paste-over.h"
#include "table-test.h"
#include "ui-test.h"

/* Pasting over a table: what would change is listed, and done as one. */

static GtkWidget *
paste_over (TableTest *test, const char *text)
{
  GtkWidget *strip;
  guint i = 0;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (test->window), text);
  table_test_act (test, "table.paste-over", NULL);
  do
    {
      ui_test_settle ();
      strip = ui_test_find (test->window, FOI_TYPE_PASTE_OVER);
    }
  while (strip == NULL && ++i < 50);
  g_assert_nonnull (strip);
  return strip;
}

static void
test_paste_over (TableTest *test, gconstpointer data)
{
  GtkWidget *strip = paste_over (test, "Reporting year\tMASH calls answered\n"
                                       "2019/20\t10,070\n2018/19\t20,982\n2025/26\t5\n");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 cell changes · 1 row is new · 7 rows were not pasted, "
                                       "and stay");
  table_test_assert_value (test, 3, 1, "10066");
  g_signal_emit_by_name (ui_test_find_button (strip, "Apply"), "clicked");
  ui_test_settle ();
  table_test_assert_value (test, 3, 1, "10070");
  table_test_assert_value (test, 9, 0, "2025/26");
  g_assert_null (ui_test_find (test->window, FOI_TYPE_PASTE_OVER));
  foi_document_undo (test->document);
  table_test_assert_value (test, 3, 1, "10066");
  g_assert_false (foi_case_editor_can_undo (table_test_get_editor (test)));
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

/* That a withheld figure goes is said before anything else. */
static void
test_paste_over_withheld (TableTest *test, gconstpointer data)
{
  GtkWidget *strip;

  foi_table_grid_move (test->grid, 3, 1, FALSE);
  table_test_act (test, "table.withhold", NULL);
  strip = paste_over (test, "Reporting year\tMASH calls answered\n"
                            "2019/20\t[x]\n2018/19\t5\n");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 withheld figure is replaced, and lost · 2 cells change "
                                       "· 7 rows were not pasted, and stay");
  g_assert_true (has_label (strip, "A withheld figure is replaced: "));
  g_signal_emit_by_name (ui_test_find_button (strip, "Apply"), "clicked");
  ui_test_settle ();
  table_test_assert_value (test, 3, 1, "[x]");
  foi_document_undo (test->document);
  table_test_assert_value (test, 3, 1, "[c]");
}

static void
test_paste_over_cancelled (TableTest *test, gconstpointer data)
{
  GtkWidget *strip = paste_over (test, "Reporting year\tMASH calls answered\n2019/20\t1\n");

  g_signal_emit_by_name (ui_test_find_button (strip, "Cancel"), "clicked");
  g_assert_null (ui_test_find (test->window, FOI_TYPE_PASTE_OVER));
  g_assert_false (foi_case_editor_can_undo (table_test_get_editor (test)));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/paste-over/" name, TableTest, NULL, table_test_set_up, func, table_test_tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("over", test_paste_over);
  ADD ("withheld", test_paste_over_withheld);
  ADD ("cancelled", test_paste_over_cancelled);
  return ui_test_run ();
}
