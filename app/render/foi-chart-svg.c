/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "foi-chart-painter.h"
#include "foi-chart-plan.h"

/*
 * cairo's SVG has pictures of letters in it, and numbers that depend on what was painted before.
 * This one has text that can be read, found and copied, and the same bytes each time. Fonts of the
 * same measures as the one that everything was placed with come first.
 */
#define FAMILIES "Liberation Sans, Arimo, Arial, Helvetica, sans-serif"

/* A number with two decimals at most, and a point whatever the locale. */
static void
append_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  for (length = strlen (buffer); buffer[length - 1] == '0';)
    length--;
  if (buffer[length - 1] == '.')
    length--;
  buffer[length] = '\0';
  g_string_append (out, g_str_equal (buffer, "-0") ? "0" : buffer);
}

static void
append_attribute (GString *out, const char *name, double number)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, number);
  g_string_append_c (out, '"');
}

/* XML has no place for most control characters, not even escaped. */
static void
append_escaped (GString *out, const char *text, gssize length)
{
  g_autofree char *clean = g_utf8_make_valid (text, length);
  g_autofree char *escaped = NULL;

  for (char *c = clean; *c != '\0'; c++)
    if ((guchar) *c < ' ' || *c == 0x7f)
      *c = ' ';
  escaped = g_markup_escape_text (clean, -1);
  g_string_append (out, escaped);
}

static void
append_paint (GString *out, const FoiChartShape *shape)
{
  if (shape->fill == FOI_CHART_NO_COLOUR)
    g_string_append (out, " fill=\"none\"");
  else
    g_string_append_printf (out, " fill=\"#%06x\"", shape->fill);
  if (shape->edge != FOI_CHART_NO_COLOUR)
    {
      g_string_append_printf (out, " stroke=\"#%06x\"", shape->edge);
      append_attribute (out, "stroke-width", shape->edge_width);
      if (shape->dashed)
        g_string_append (out, " stroke-dasharray=\"4 2.5\"");
    }
  g_string_append (out, "/>\n");
}

static void
append_points (GString *out, const double (*points)[2], gsize n_points)
{
  g_string_append (out, "<polygon points=\"");
  for (gsize i = 0; i < n_points; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      append_number (out, points[i][0]);
      g_string_append_c (out, ',');
      append_number (out, points[i][1]);
    }
  g_string_append_c (out, '"');
}

static void
append_marker (GString *out, const FoiChartShape *shape)
{
  double x = shape->x, y = shape->y, right = x + shape->width, bottom = y + shape->height;
  double middle = x + shape->width / 2, centre = y + shape->height / 2;

  switch (shape->series)
    {
    case 0:
      g_string_append (out, "<circle");
      append_attribute (out, "cx", middle);
      append_attribute (out, "cy", centre);
      append_attribute (out, "r", shape->width / 2);
      break;
    case 1:
      append_points (out, (const double[][2]) { { x, y }, { right, y }, { right, bottom },
                                                { x, bottom } }, 4);
      break;
    case 2:
      append_points (out, (const double[][2]) { { middle, y }, { right, bottom }, { x, bottom } },
                     3);
      break;
    default:
      append_points (out, (const double[][2]) { { middle, y }, { right, centre },
                                                { middle, bottom }, { x, centre } }, 4);
      break;
    }
  append_paint (out, shape);
}

/* The words of one line, in the order in which they are read. */
static void
append_line_of_text (GString *out, const FoiSetText *text, const FoiLine *line)
{
  guint start = G_MAXUINT, end = 0;

  for (guint i = 0; i < line->n_runs; i++)
    {
      const FoiRun *run = foi_set_text_get_run (text, line->first_run + i);

      start = MIN (start, run->text_start);
      end = MAX (end, run->text_start + run->text_length);
    }
  while (end > start && text->text[end - 1] == ' ')
    end--;
  append_escaped (out, text->text + start, end - start);
}

static void
append_text (GString *out, const FoiChartShape *shape)
{
  const FoiLine *line = foi_set_text_get_line (shape->text, shape->line);
  const FoiRun *first = foi_set_text_get_run (shape->text, line->first_run);
  guint32 colour = foi_ink_get_colour (first->ink);

  g_string_append (out, "<text");
  append_attribute (out, "x", shape->x);
  append_attribute (out, "y", shape->y + line->baseline);
  append_attribute (out, "font-size", shape->text->font_size);
  g_string_append_printf (out, " fill=\"#%06x\"%s>", colour,
                          shape->bold ? " font-weight=\"bold\"" : "");
  append_line_of_text (out, shape->text, line);
  g_string_append (out, "</text>\n");
}

static void
append_shape (GString *out, const FoiChartShape *shape)
{
  switch (shape->kind)
    {
    case FOI_CHART_SHAPE_RECT:
      g_string_append (out, "<rect");
      append_attribute (out, "x", shape->x);
      append_attribute (out, "y", shape->y);
      append_attribute (out, "width", shape->width);
      append_attribute (out, "height", shape->height);
      append_paint (out, shape);
      break;
    case FOI_CHART_SHAPE_LINE:
      g_string_append (out, "<line");
      append_attribute (out, "x1", shape->x);
      append_attribute (out, "y1", shape->y);
      append_attribute (out, "x2", shape->x + shape->width);
      append_attribute (out, "y2", shape->y + shape->height);
      append_paint (out, shape);
      break;
    case FOI_CHART_SHAPE_MARKER:
      append_marker (out, shape);
      break;
    case FOI_CHART_SHAPE_TEXT:
      append_text (out, shape);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * foi_chart_to_svg:
 * @chart: a chart
 * @width: points
 * @height: points
 * @error: return location
 *
 * Writes the chart with its title as SVG 1.1, text as text, with title and description for those
 * who hear it read. The same chart gives the same bytes.
 *
 * Returns: (transfer full): the file.
 */
GBytes *
foi_chart_to_svg (FoiChart *chart, double width, double height, GError **error)
{
  g_autoptr (FoiChartPlan) plan = NULL;
  GString *out;

  g_return_val_if_fail (chart != NULL, NULL);

  plan = foi_chart_plan_new_picture (chart, width, height);
  out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\" "
                      "aria-labelledby=\"title\" aria-describedby=\"desc\" "
                      "xml:lang=\"en-GB\"");
  g_string_append (out, " width=\"");
  append_number (out, width);
  g_string_append (out, "pt\" height=\"");
  append_number (out, height);
  g_string_append (out, "pt\" viewBox=\"0 0 ");
  append_number (out, width);
  g_string_append_c (out, ' ');
  append_number (out, height);
  g_string_append (out, "\">\n<title id=\"title\">");
  append_escaped (out, foi_chart_get_title (chart), -1);
  g_string_append (out, "</title>\n<desc id=\"desc\">");
  append_escaped (out, foi_chart_get_description (chart), -1);
  g_string_append (out, "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
                        "<g font-family=\"" FAMILIES "\" xml:space=\"preserve\" "
                        "transform=\"translate(");
  append_number (out, FOI_CHART_MARGIN);
  g_string_append_c (out, ' ');
  append_number (out, FOI_CHART_MARGIN);
  g_string_append (out, ")\">\n");
  for (guint i = 0; i < plan->shapes->len; i++)
    append_shape (out, &g_array_index (plan->shapes, FoiChartShape, i));
  g_string_append (out, "</g>\n</svg>\n");
  return g_string_free_to_bytes (out);
}
