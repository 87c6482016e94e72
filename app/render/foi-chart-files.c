/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <math.h>

#include "foi-chart-painter.h"
#include "foi-pdf-tags.h"

#define LANGUAGE "en-GB"
/* More pixels than a poster needs. */
#define MOST_PIXELS 16384.0

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo: %s", cairo_status_to_string (status));
  return FALSE;
}

/**
 * foi_chart_to_png:
 * @chart: a chart
 * @width: points
 * @height: points
 * @scale: pixels to a point: 2 is good for screens, 300.0 / 72.0 for print
 * @error: set to %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the chart with its title as PNG. The same chart gives the
 *   same bytes.
 */
GBytes *
foi_chart_to_png (FoiChart *chart, double width, double height, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double pixels_wide = ceil (width * scale), pixels_high = ceil (height * scale);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (chart != NULL && scale > 0, NULL);
  g_return_val_if_fail (width > 0 && pixels_wide <= MOST_PIXELS, NULL);
  g_return_val_if_fail (height > 0 && pixels_high <= MOST_PIXELS, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) pixels_wide, (int) pixels_high);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  foi_chart_paint_picture (chart, cr, width, height);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  if (!check_status (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static cairo_status_t
paint_pdf (FoiChart *chart, double width, double height, FoiTagger **tagger, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  FoiTagPath path = { .n_steps = 0 };
  const FoiTagPath nowhere = { .n_steps = 0 };
  FoiPdfElement *figure;
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  *tagger = foi_tagger_new (cr);
  foi_tag_path_add (&path, "Document", NULL, 0);
  foi_tag_path_add (&path, "Figure", chart, 0);
  figure = foi_tagger_go_to (*tagger, &path, TRUE, NULL);
  if (figure != NULL)
    {
      figure->alt = g_strdup (foi_chart_get_description (chart));
      figure->has_box = TRUE;
      figure->box[2] = width;
      figure->box[3] = height;
    }
  foi_chart_paint_picture (chart, cr, width, height);
  foi_tagger_leave_leaf (*tagger);
  foi_tagger_go_to (*tagger, &nowhere, FALSE, NULL);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/**
 * foi_chart_to_pdf:
 * @chart: a chart
 * @width: points
 * @height: points
 * @error: set to %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the chart with its title as a tagged PDF of one page, its
 *   description being the figure's. The same chart gives the same bytes.
 */
GBytes *
foi_chart_to_pdf (FoiChart *chart, double width, double height, GError **error)
{
  GByteArray *bytes;
  g_autoptr (GBytes) painted = NULL;
  g_autoptr (FoiTagger) tagger = NULL;
  cairo_status_t status;
  FoiPdfFacts facts;

  g_return_val_if_fail (chart != NULL && width > 0 && height > 0, NULL);

  bytes = g_byte_array_new ();
  status = paint_pdf (chart, width, height, &tagger, bytes);
  painted = g_byte_array_free_to_bytes (bytes);
  if (!check_status (status, error))
    return NULL;
  facts = (FoiPdfFacts) { .title = foi_chart_get_title (chart),
                          .language = LANGUAGE,
                          .elements = foi_tagger_get_elements (tagger) };
  return foi_pdf_finish (painted, &facts, error);
}
