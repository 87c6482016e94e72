/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-pictures.h"

#include <glib/gi18n.h>

#include "foi-chart-painter.h"
#include "foi-made-file.h"
#include "foi-task.h"

/* As wide as the text of a letter on A4, and sharp enough for its paper. */
#define PICTURE_WIDTH 480.0
#define PICTURE_SCALE 3.0

/* A picture to be made of what does not change any more. */
typedef struct
{
  FoiChart           *chart;
  FoiChartPictureKind kind;
  FoiDocument        *document;    /* the rest is for the main loop only */
  GdkClipboard       *clipboard;
  GBytes             *svg, *png;
} Picture;

static Picture *
picture_new (FoiDocument *document, FoiChart *chart, FoiChartPictureKind kind)
{
  Picture *self = g_new0 (Picture, 1);

  self->document = g_object_ref (document);
  self->chart = foi_chart_ref (chart);
  self->kind = kind;
  return self;
}

static void
picture_free (Picture *self)
{
  foi_chart_unref (self->chart);
  g_object_unref (self->document);
  g_clear_object (&self->clipboard);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_pointer (&self->png, g_bytes_unref);
  g_free (self);
}

static GBytes *
make (FoiChart *chart, FoiChartPictureKind kind, GError **error)
{
  double height = foi_chart_get_picture_height (chart, PICTURE_WIDTH);

  if (kind == FOI_CHART_PICTURE_SVG)
    return foi_chart_to_svg (chart, PICTURE_WIDTH, height, error);
  return foi_chart_to_png (chart, PICTURE_WIDTH, height, PICTURE_SCALE, error);
}

static GBytes *
make_file (gpointer data, GError **error)
{
  const Picture *self = data;

  return make (self->chart, self->kind, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Picture *self = foi_made_file_get_data (result);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = foi_made_file_finish (result, &error);
  g_autofree char *text = NULL;

  if (name != NULL)
    {
      text = g_strdup_printf (_("The chart was saved as “%s”."), name);
      foi_document_tell (self->document, text);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foi_document_tell_error (self->document, error);
}

/**
 * foi_chart_save_picture:
 * @parent: (nullable): the window that asks
 * @document: who is told
 * @chart: a chart
 * @kind: what is made
 * @name: the table's name, proposed for the file
 *
 * Asks for a file and makes the picture.
 */
void
foi_chart_save_picture (GtkWindow *parent, FoiDocument *document, FoiChart *chart,
                        FoiChartPictureKind kind, const char *name)
{
  g_autofree char *file_name = NULL;

  g_return_if_fail (FOI_IS_DOCUMENT (document) && chart != NULL && name != NULL);

  file_name = g_strconcat (name, kind == FOI_CHART_PICTURE_SVG ? ".svg" : ".png", NULL);
  foi_made_file_async (parent,
                       &(FoiMadeFile) {
                         .title = _("Save Chart as Picture"),
                         .kind = kind == FOI_CHART_PICTURE_SVG ? FOI_FILE_SVG : FOI_FILE_PNG,
                         .name = file_name,
                         .make = make_file,
                         .data = picture_new (document, chart, kind),
                         .free_data = (GDestroyNotify) picture_free,
                       },
                       saved_cb, NULL);
}

static void
copy_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Picture *self = task_data;
  GError *error = NULL;

  self->svg = make (self->chart, FOI_CHART_PICTURE_SVG, &error);
  self->png = self->svg != NULL ? make (self->chart, FOI_CHART_PICTURE_PNG, &error) : NULL;
  if (self->png != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Programs that keep shapes as shapes take the first that they know. */
static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiDocument *document = FOI_DOCUMENT (source);
  Picture *self = g_task_get_task_data (G_TASK (result));
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      foi_document_tell_error (document, error);
      return;
    }
  providers[0] = gdk_content_provider_new_for_bytes ("image/png", self->png);
  providers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", self->svg);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (self->clipboard, both);
  foi_document_tell (document, _("The chart was copied as a picture."));
}

/**
 * foi_chart_copy_picture:
 * @clipboard: where to
 * @document: who is told
 * @chart: a chart
 *
 * Copies the chart as a picture, as SVG and as PNG.
 */
void
foi_chart_copy_picture (GdkClipboard *clipboard, FoiDocument *document, FoiChart *chart)
{
  Picture *self;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard) && FOI_IS_DOCUMENT (document) && chart != NULL);

  self = picture_new (document, chart, FOI_CHART_PICTURE_PNG);
  self->clipboard = g_object_ref (clipboard);
  task = g_task_new (document, NULL, copied_cb, NULL);
  g_task_set_task_data (task, self, (GDestroyNotify) picture_free);
  foi_task_run_in_thread (task, copy_thread);
}
