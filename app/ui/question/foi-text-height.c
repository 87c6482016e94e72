/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-height.h"

/* What of a tag makes letters wider or higher, from byte @start of a paragraph to byte @end. */
static void
add_attributes (PangoAttrList *attributes, GtkTextTag *tag, guint start, guint end)
{
  gboolean has_weight, has_style, has_scale;
  PangoAttribute *made[3] = { NULL };
  PangoStyle style;
  double scale;
  int weight;

  g_object_get (tag, "weight-set", &has_weight, "weight", &weight, "style-set", &has_style, "style",
                &style, "scale-set", &has_scale, "scale", &scale, NULL);
  if (has_weight)
    made[0] = pango_attr_weight_new ((PangoWeight) weight);
  if (has_style)
    made[1] = pango_attr_style_new (style);
  if (has_scale)
    made[2] = pango_attr_scale_new (scale);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    if (made[i] != NULL)
      {
        made[i]->start_index = start;
        made[i]->end_index = end;
        pango_attr_list_insert (attributes, made[i]);
      }
}

static PangoAttrList *
make_attributes (const GtkTextIter *start, const GtkTextIter *end)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  GtkTextIter from = *start;

  while (gtk_text_iter_compare (&from, end) < 0)
    {
      GtkTextIter to = from;
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&from);
      guint last;

      if (!gtk_text_iter_forward_to_tag_toggle (&to, NULL) || gtk_text_iter_compare (&to, end) > 0)
        to = *end;
      last = gtk_text_iter_get_line (&to) == gtk_text_iter_get_line (start)
               ? (guint) gtk_text_iter_get_line_index (&to)
               : (guint) gtk_text_iter_get_bytes_in_line (start);
      for (GSList *item = tags; item != NULL; item = item->next)
        add_attributes (attributes, item->data, (guint) gtk_text_iter_get_line_index (&from), last);
      from = to;
    }
  return attributes;
}

static int
measure_paragraph (PangoLayout *layout, const GtkTextIter *start)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;
  GtkTextIter end = *start;
  PangoRectangle logical;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_iter_get_slice (start, &end);
  attributes = make_attributes (start, &end);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_extents (layout, NULL, &logical);
  return PANGO_PIXELS_CEIL (logical.height);
}

/**
 * foi_text_height_measure:
 * @view: a view that breaks lines at words
 * @width: the pixels that it is given
 * @enough: pixels after which nobody asks how much more there is
 *
 * A GtkTextView knows its height only some time after it got its width and its text: whatever
 * stands below it moves then. This tells the height at once.
 *
 * Returns: the height of its text with its margins, in pixels; more than @enough where it is more.
 */
int
foi_text_height_measure (GtkTextView *view, int width, int enough)
{
  g_autoptr (PangoLayout) layout = NULL;
  GtkTextIter line;
  int height;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), 0);

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);
  width -= gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  height = gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &line);
  do
    height += measure_paragraph (layout, &line);
  while (height <= enough && gtk_text_iter_forward_line (&line));
  return height;
}
