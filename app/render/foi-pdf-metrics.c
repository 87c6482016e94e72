/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pdf-metrics.h"

#include <string.h>

/* Of letters whose width nobody says: the standard fonts, mostly. */
#define USUAL_WIDTH 520.0
#define TYPEWRITER_WIDTH 600.0
#define MAX_WIDTHS 70000

static void
set_width (FoiPdfMetrics *self, guint code, JsonNode *width)
{
  int thousandths = (int) foi_pdf_node_get_number (width, self->missing);

  if (g_hash_table_size (self->widths) < MAX_WIDTHS)
    g_hash_table_insert (self->widths, GUINT_TO_POINTER (code), GINT_TO_POINTER (thousandths));
}

static void
read_simple (FoiPdfMetrics *self, FoiPdfObjects *objects, JsonNode *font)
{
  JsonArray *widths = foi_pdf_objects_get_array (objects, font, "/Widths");
  guint first = (guint) CLAMP (foi_pdf_objects_get_number (objects, font, "/FirstChar", 0), 0, 255);
  const char *name = foi_pdf_objects_get_name (objects, font, "/BaseFont");

  if (name != NULL && strstr (name, "Courier") != NULL)
    self->missing = TYPEWRITER_WIDTH;
  for (guint i = 0; widths != NULL && i < json_array_get_length (widths) && first + i < 256; i++)
    set_width (self, first + i,
               foi_pdf_objects_resolve (objects, json_array_get_element (widths, i)));
}

/* "5 [500 600] 9 20 700": from 5 on these, and from 9 to 20 that one. */
static void
read_composite (FoiPdfMetrics *self, FoiPdfObjects *objects, JsonNode *font)
{
  JsonArray *below = foi_pdf_objects_get_array (objects, font, "/DescendantFonts");
  JsonNode *descendant = below != NULL && json_array_get_length (below) > 0
                           ? json_array_get_element (below, 0) : NULL;
  JsonArray *list = foi_pdf_objects_get_array (objects, descendant, "/W");
  guint n = list != NULL ? json_array_get_length (list) : 0;
  guint n_set = 0;

  self->missing = foi_pdf_objects_get_number (objects, descendant, "/DW", 1000);
  for (guint i = 0; i + 1 < n;)
    {
      double first = foi_pdf_node_get_number (json_array_get_element (list, i), 0);
      JsonArray *own = foi_pdf_node_get_array (
        foi_pdf_objects_resolve (objects, json_array_get_element (list, i + 1)));
      double last;

      if (own != NULL)
        for (guint j = 0; j < json_array_get_length (own); j++)
          set_width (self, (guint) MAX (first, 0) + j, json_array_get_element (own, j));
      i += 2;
      if (own != NULL || i >= n)
        continue;
      last = foi_pdf_node_get_number (json_array_get_element (list, i - 1), 0);
      for (double code = MAX (first, 0);
           code <= MIN (last, 65535) && n_set < MAX_WIDTHS; code++, n_set++)
        set_width (self, (guint) code, json_array_get_element (list, i));
      i++;
    }
}

/**
 * foi_pdf_metrics_new:
 * @objects: the objects of a PDF
 * @font: (nullable): a font's dictionary, or a reference to it
 *
 * Returns: (transfer full): what is known of its letters.
 */
FoiPdfMetrics *
foi_pdf_metrics_new (FoiPdfObjects *objects, JsonNode *font)
{
  FoiPdfMetrics *self = g_new0 (FoiPdfMetrics, 1);
  const char *type = foi_pdf_objects_get_name (objects, font, "/Subtype");
  JsonArray *matrix = foi_pdf_objects_get_array (objects, font, "/FontMatrix");

  self->reading = foi_pdf_font_new (objects, font);
  self->widths = g_hash_table_new (NULL, NULL);
  self->missing = USUAL_WIDTH;
  self->scale = 0.001;
  if (g_strcmp0 (type, "/Type0") == 0)
    read_composite (self, objects, font);
  else
    read_simple (self, objects, font);
  if (g_strcmp0 (type, "/Type3") == 0 && matrix != NULL && json_array_get_length (matrix) > 0)
    self->scale = foi_pdf_node_get_number (json_array_get_element (matrix, 0), 0.001);
  return self;
}

/**
 * foi_pdf_metrics_free:
 * @self: (transfer full): metrics
 *
 * Frees them.
 */
void
foi_pdf_metrics_free (FoiPdfMetrics *self)
{
  foi_pdf_font_free (self->reading);
  g_hash_table_unref (self->widths);
  g_free (self);
}

/**
 * foi_pdf_metrics_get_width:
 * @self: metrics
 * @code: of a letter
 *
 * Returns: how far it goes, of a size of 1.
 */
double
foi_pdf_metrics_get_width (FoiPdfMetrics *self, guint code)
{
  gpointer width;

  if (g_hash_table_lookup_extended (self->widths, GUINT_TO_POINTER (code), NULL, &width))
    return GPOINTER_TO_INT (width) * self->scale;
  return self->missing * self->scale;
}
