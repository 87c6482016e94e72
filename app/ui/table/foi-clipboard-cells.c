/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-clipboard-cells.h"

#include <string.h>

#include "foi-sheet-import.h"
#include "foi-task.h"
#include "foi-text-encoding.h"

#define HTML "text/html"

/* Spreadsheets put cells on the clipboard as text with tabs, which is read as it is. Others put
 * tables there as HTML alone, or beside text in which the cells are no longer told apart. */

/* One look at the clipboard. */
typedef struct
{
  char    *text;
  GBytes  *html;
  gboolean whole;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->text);
  g_clear_pointer (&reading->html, g_bytes_unref);
  g_free (reading);
}

/* Whether each line has tabs, and all as many. */
static gboolean
is_clean (const char *text)
{
  guint n_first = 0;
  gboolean any = FALSE;

  for (const char *p = text; *p != '\0'; p += strspn (p, "\r\n"))
    {
      gsize length = strcspn (p, "\r\n");
      guint n_tabs = 0;

      for (gsize i = 0; i < length; i++)
        n_tabs += p[i] == '\t';
      if (length > 0 && any && n_tabs != n_first)
        return FALSE;
      n_first = length > 0 ? n_tabs : n_first;
      any |= length > 0;
      p += length;
    }
  return n_first > 0;
}

static void
append_cell (GString *text, const char *cell)
{
  if (strpbrk (cell, "\t\n\r\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/* The cells as spreadsheets copy them. */
static char *
to_text (FoiPasteGrid *grid)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < foi_paste_grid_get_n_rows (grid); i++)
    {
      for (guint j = 0; j < foi_paste_grid_get_n_columns (grid); j++)
        {
          if (j > 0)
            g_string_append_c (text, '\t');
          append_cell (text, foi_paste_grid_get (grid, i, j));
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
append_letters (GString *letters, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (letters, c);
    }
}

/* Whether the text has nothing but what is in the cells. */
static gboolean
is_whole (FoiPasteGrid *grid, const char *text)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  append_letters (wanted, text);
  for (guint i = 0; i < foi_paste_grid_get_n_rows (grid); i++)
    {
      for (guint j = 0; j < foi_paste_grid_get_n_columns (grid); j++)
        append_letters (found, foi_paste_grid_get (grid, i, j));
    }
  return g_string_equal (wanted, found);
}

/* The largest of the tables: pages and mails use others to lay things out. */
static FoiPasteGrid *
find_table (FoiWorkbook *workbook)
{
  FoiPasteGrid *best = NULL;
  guint most = 1;

  for (guint i = 0; i < foi_workbook_get_n_sheets (workbook); i++)
    {
      g_autoptr (FoiSheetBlock) block
        = foi_sheet_block_read (workbook, i, NULL, NULL, NULL, NULL, NULL);
      guint n = block != NULL ? foi_paste_grid_get_n_rows (block->grid)
                                  * foi_paste_grid_get_n_columns (block->grid)
                              : 0;

      if (n <= most)
        continue;
      most = n;
      g_clear_pointer (&best, foi_paste_grid_unref);
      best = foi_paste_grid_ref (block->grid);
    }
  return best;
}

/**
 * foi_clipboard_cells_from_html:
 * @html: what a clipboard holds as HTML
 * @text: (nullable): what it holds as text
 * @whole: whether there must be nothing but the table
 *
 * For any thread. Values only: what the page hides is left out.
 *
 * Returns: (transfer full) (nullable): the cells of its table as spreadsheets copy them; %NULL
 *   where there is none.
 */
char *
foi_clipboard_cells_from_html (GBytes *html, const char *text, gboolean whole)
{
  const char *found;
  gboolean has_mojibake;
  gsize length;
  g_autofree char *decoded = foi_text_decode (html, NULL, &found, &has_mojibake, &length, NULL);
  g_autoptr (FoiWorkbook) workbook = NULL;
  g_autoptr (FoiPasteGrid) grid = NULL;

  if (decoded == NULL || length > FOI_PASTE_MAX_BYTES)
    return NULL;
  workbook = foi_workbook_new_html (decoded, (gssize) length, NULL);
  grid = workbook != NULL ? find_table (workbook) : NULL;
  if (grid == NULL || (whole && !is_whole (grid, text != NULL ? text : "")))
    return NULL;
  return to_text (grid);
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  char *cells = foi_clipboard_cells_from_html (reading->html, reading->text, reading->whole);

  g_task_return_pointer (task, cells != NULL ? cells : g_steal_pointer (&reading->text), g_free);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) <= 0)
    {
      g_task_return_pointer (task, g_steal_pointer (&reading->text), g_free);
      return;
    }
  reading->html = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  foi_task_run_in_thread (task, read_thread);
}

static void
html_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GOutputStream) memory = NULL;
  g_autoptr (GInputStream) stream
    = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  if (stream == NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&reading->text), g_free);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
    memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
    G_PRIORITY_DEFAULT, NULL, spliced_cb, g_steal_pointer (&task));
}

/* Goes on with what there is besides the text, if that is not enough. */
static void
take_text (GTask *task, GdkClipboard *clipboard)
{
  static const char *types[] = { HTML, NULL };
  Reading *reading = g_task_get_task_data (task);

  if ((reading->text != NULL && is_clean (reading->text))
      || !gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), HTML))
    g_task_return_pointer (task, g_steal_pointer (&reading->text), g_free);
  else
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, html_read_cb,
                              g_object_ref (task));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);

  reading->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  take_text (task, GDK_CLIPBOARD (source));
}

static gboolean
has_text (GdkClipboard *clipboard)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (
    gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);
}

/**
 * foi_clipboard_cells_read_async:
 * @whole: take a table of HTML only where nothing stands beside it, as in prose that has one
 * @callback: called in the end
 * @user_data: for @callback
 *
 * Reads the clipboard: its text, or where that is no block of cells and there is a table in its
 * HTML, the cells of this.
 */
void
foi_clipboard_cells_read_async (GdkClipboard *clipboard, gboolean whole,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  Reading *reading;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  task = g_task_new (clipboard, NULL, callback, user_data);
  reading = g_new0 (Reading, 1);
  reading->whole = whole;
  g_task_set_task_data (task, reading, reading_free);
  /* GTK 4.8 loses its task where a text is asked for that is not there. */
  if (has_text (clipboard))
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (task));
  else
    take_text (task, clipboard);
}

/**
 * foi_clipboard_cells_read_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): text, cells as spreadsheets copy them; %NULL where there is
 *   none.
 */
char *
foi_clipboard_cells_read_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
