/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"
#include "foi-letter-pane.h"
#include "foi-letter-sheet.h"
#include "ui-test.h"

/* The page with the first table of the example. */
#define PLACE "questions/q3"

typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;
  GtkWidget   *pane;
} Fixture;

static GtkWidget *
get_sheet (Fixture *fixture, guint page)
{
  return ui_test_find_nth (fixture->pane, FOI_TYPE_LETTER_SHEET, page);
}

/* What the sheet drew last, or NULL before its first frame. */
static GskRenderNode *
dup_node (GtkWidget *sheet)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (sheet);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (sheet),
                          gtk_widget_get_height (sheet));
  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
is_drawn (gpointer sheet)
{
  GskRenderNode *node = gtk_widget_get_width (sheet) > 200 ? dup_node (sheet) : NULL;
  gboolean drawn = node != NULL;

  g_clear_pointer (&node, gsk_render_node_unref);
  return drawn;
}

static void
show (Fixture *fixture, FoiDocument *document)
{
  fixture->document = document;
  fixture->window = ui_test_show (document);
  ui_test_wait_for_layout (document);
  foi_document_go_to (document, PLACE);
  ui_test_settle ();
  fixture->pane = ui_test_find (fixture->window, FOI_TYPE_LETTER_PANE);
  g_assert_nonnull (fixture->pane);
  g_assert_true (ui_test_wait_until (is_drawn, get_sheet (fixture, 0), 5000));
  ui_test_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  show (fixture, ui_test_open_example ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->pane), (gpointer *) &fixture->pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->pane, 5000));
  g_object_unref (fixture->document);
}

/* What is seen of a page: 32 bits a pixel. */
static GBytes *
get_pixels (Fixture *fixture, guint page)
{
  GtkWidget *sheet = get_sheet (fixture, page);
  int width = gtk_widget_get_width (sheet), height = gtk_widget_get_height (sheet);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  GBytes *pixels;

  /* What the checks find stands beside the letter. */
  ui_test_wait_for_checks (fixture->window);
  /* Between a change and the next frame there is nothing to see. */
  g_assert_true (ui_test_wait_until (is_drawn, sheet, 5000));
  node = dup_node (sheet);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface) * (gsize) height);
  cairo_surface_destroy (surface);
  return pixels;
}

/* Of the middle of a page: its edges have a shadow. */
static gboolean
is_white (Fixture *fixture, guint page)
{
  g_autoptr (GBytes) pixels = get_pixels (fixture, page);
  gsize length;
  const guint32 *values = g_bytes_get_data (pixels, &length);
  gsize n = length / sizeof *values;

  for (gsize i = n / 4; i < n * 3 / 4; i++)
    if (values[i] != 0xffffffff && values[i] != values[n / 2])
      return FALSE;
  return TRUE;
}

static void
put_calls (Fixture *fixture, gint64 calls)
{
  GListModel *tables = foi_case_get_tables (foi_document_get_case (fixture->document));
  g_autoptr (FoiTable) table = g_list_model_get_item (tables, 0);
  g_autoptr (FoiRow) row = g_list_model_get_item (G_LIST_MODEL (table), 3);
  FoiCell cell = foi_cell_number (calls);
  g_autoptr (GError) error = NULL;

  foi_case_editor_set_cell (foi_document_get_editor (fixture->document),
                            foi_table_get_name (table), foi_row_get_id (row), "calls", &cell,
                            &error);
  g_assert_no_error (error);
}

static void
set_calls (Fixture *fixture, gint64 calls)
{
  put_calls (fixture, calls);
  ui_test_wait_for_layout (fixture->document);
  ui_test_settle ();
}

/* The page, of which only what changed is painted, is the one that is painted from nothing. */
static void
test_edit_is_painted (Fixture *fixture, gconstpointer data)
{
  guint page = foi_letter_pane_get_page (FOI_LETTER_PANE (fixture->pane));
  g_autoptr (GBytes) before = get_pixels (fixture, page);
  g_autoptr (GBytes) edited = NULL, anew = NULL, undone = NULL;
  Fixture other = { 0 };
  FoiCaseState *state;

  set_calls (fixture, 98765);
  edited = get_pixels (fixture, page);
  g_assert_false (g_bytes_equal (before, edited));

  state = foi_case_get_state (foi_document_get_case (fixture->document));
  show (&other, foi_document_new (state, NULL, NULL));
  anew = get_pixels (&other, page);
  g_assert_true (g_bytes_equal (anew, edited));
  tear_down (&other, NULL);

  foi_case_editor_undo (foi_document_get_editor (fixture->document));
  ui_test_wait_for_layout (fixture->document);
  ui_test_settle ();
  undone = get_pixels (fixture, page);
  g_assert_true (g_bytes_equal (before, undone));
}

/* A page far from what is seen costs nothing until somebody goes there. */
static void
test_far_pages_wait (Fixture *fixture, gconstpointer data)
{
  FoiLetterPane *pane = FOI_LETTER_PANE (fixture->pane);
  guint last = foi_layout_get_n_pages (foi_document_get_layout (fixture->document)) - 1;

  foi_letter_pane_scroll_to_page (pane, 0);
  ui_test_settle ();
  g_assert_false (is_white (fixture, 0));
  g_assert_true (is_white (fixture, last));

  foi_letter_pane_scroll_to_page (pane, last);
  ui_test_settle ();
  g_assert_false (is_white (fixture, last));
  g_assert_true (is_white (fixture, 0));
}

static void
count_cb (FoiDocument *document, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* Several edits that are one command make one letter: the one after the last. */
static void
test_group_is_one_letter (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  guint n = 0;

  g_signal_connect (fixture->document, "notify::layout", G_CALLBACK (count_cb), &n);
  foi_case_editor_begin (editor, "Three edits");
  for (gint64 calls = 1; calls <= 3; calls++)
    put_calls (fixture, calls);
  g_assert_true (foi_case_editor_is_in_group (editor));
  foi_case_editor_end (editor);
  g_assert_false (foi_case_editor_is_in_group (editor));
  ui_test_wait_for_layout (fixture->document);
  ui_test_settle ();
  g_assert_cmpuint (n, ==, 1);
  g_signal_handlers_disconnect_by_data (fixture->document, &n);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/letter-pane/edit-is-painted", Fixture, NULL, set_up, test_edit_is_painted,
              tear_down);
  g_test_add ("/letter-pane/far-pages-wait", Fixture, NULL, set_up, test_far_pages_wait,
              tear_down);
  g_test_add ("/letter-pane/group-is-one-letter", Fixture, NULL, set_up, test_group_is_one_letter,
              tear_down);
  return ui_test_run ();
}
