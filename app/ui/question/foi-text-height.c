/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-height.h"

/* Paragraphs of a text, at a few widths; a longer one is measured anew now and then. */
#define MOST_KNOWN 2000

struct _FoiTextHeight
{
  GtkTextView *view;
  int          enough;
  GHashTable  *texts;      /* of the whole: int for each width asked for, in pixels */
  GHashTable  *paragraphs; /* of each: int for its width, manner and text */
};

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

/* Of all paragraphs only the one that is typed in is new: the others' heights are @known. */
static int
measure_paragraph (PangoLayout *layout, const GtkTextIter *start, GHashTable *known)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL, *manner = NULL, *key = NULL;
  GtkTextIter end = *start;
  PangoRectangle logical;
  gpointer height;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_iter_get_slice (start, &end);
  attributes = make_attributes (start, &end);
  manner = pango_attr_list_to_string (attributes);
  key = g_strdup_printf ("%d %s\n%s", pango_layout_get_width (layout), manner, text);
  if (g_hash_table_lookup_extended (known, key, NULL, &height))
    return GPOINTER_TO_INT (height);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_extents (layout, NULL, &logical);
  if (g_hash_table_size (known) >= MOST_KNOWN)
    g_hash_table_remove_all (known);
  height = GINT_TO_POINTER (PANGO_PIXELS_CEIL (logical.height));
  g_hash_table_insert (known, g_steal_pointer (&key), height);
  return GPOINTER_TO_INT (height);
}

static int
measure_text (FoiTextHeight *self, int width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);
  GtkTextIter line;
  int height;

  width -= gtk_text_view_get_left_margin (self->view) + gtk_text_view_get_right_margin (self->view);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  height = gtk_text_view_get_top_margin (self->view) + gtk_text_view_get_bottom_margin (self->view);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (self->view), &line);
  do
    height += measure_paragraph (layout, &line, self->paragraphs);
  while (height <= self->enough && gtk_text_iter_forward_line (&line));
  return height;
}

/**
 * foi_text_height_new:
 * @view: a view that breaks lines at words, and outlives this
 * @enough: pixels after which nobody asks how much more there is
 *
 * A GtkTextView knows its height only some time after it got its width and its text: whatever
 * stands below it moves then. This tells the height at once.
 *
 * Returns: (transfer full): what knows it.
 */
FoiTextHeight *
foi_text_height_new (GtkTextView *view, int enough)
{
  FoiTextHeight *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  self = g_new0 (FoiTextHeight, 1);
  self->view = view;
  self->enough = enough;
  self->texts = g_hash_table_new (NULL, NULL);
  self->paragraphs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * foi_text_height_free:
 * @self: (transfer full): what nobody asks any more
 */
void
foi_text_height_free (FoiTextHeight *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->paragraphs);
  g_free (self);
}

/**
 * foi_text_height_get:
 * @width: the pixels that the view is given
 *
 * Returns: the height of its text with its margins, in pixels; more than what was enough where it
 *   is more.
 */
int
foi_text_height_get (FoiTextHeight *self, int width)
{
  gpointer kept;
  int height;

  g_return_val_if_fail (self != NULL, 0);

  if (g_hash_table_lookup_extended (self->texts, GINT_TO_POINTER (width), NULL, &kept))
    return GPOINTER_TO_INT (kept);
  height = measure_text (self, width);
  g_hash_table_insert (self->texts, GINT_TO_POINTER (width), GINT_TO_POINTER (height));
  return height;
}

/**
 * foi_text_height_forget:
 *
 * The view has other letters: whatever was measured does not hold.
 */
void
foi_text_height_forget (FoiTextHeight *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->texts);
  g_hash_table_remove_all (self->paragraphs);
}

/**
 * foi_text_height_follow:
 * @width: the pixels that the view has
 *
 * The view has another text.
 *
 * Returns: whether it is higher or lower at that width, or was not known.
 */
gboolean
foi_text_height_follow (FoiTextHeight *self, int width)
{
  gboolean was_known;
  gpointer before;

  g_return_val_if_fail (self != NULL, TRUE);

  was_known = g_hash_table_lookup_extended (self->texts, GINT_TO_POINTER (width), NULL, &before);
  g_hash_table_remove_all (self->texts);
  return !was_known || foi_text_height_get (self, width) != GPOINTER_TO_INT (before);
}
