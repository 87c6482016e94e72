/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-set-text.h"

#include <string.h>

/* Of the font's size: where the line under a link is, and how thick. */
#define UNDERLINE_POSITION 0.12
#define UNDERLINE_THICKNESS 0.055

static void
run_clear (gpointer data)
{
  FoiRun *run = data;

  g_clear_pointer (&run->font, cairo_scaled_font_destroy);
}

/**
 * foi_set_text_new:
 *
 * Returns: (transfer full): text without lines, for the typesetter to fill.
 */
FoiSetText *
foi_set_text_new (void)
{
  FoiSetText *self = g_atomic_rc_box_new0 (FoiSetText);

  self->lines = g_array_new (FALSE, FALSE, sizeof (FoiLine));
  self->runs = g_array_new (FALSE, FALSE, sizeof (FoiRun));
  g_array_set_clear_func (self->runs, run_clear);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  return self;
}

/**
 * foi_set_text_ref:
 * @self: text
 *
 * Returns: (transfer full): @self, from any thread.
 */
FoiSetText *
foi_set_text_ref (FoiSetText *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
set_text_clear (gpointer data)
{
  FoiSetText *self = data;

  g_free (self->text);
  g_array_unref (self->lines);
  g_array_unref (self->runs);
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
}

/**
 * foi_set_text_unref:
 * @self: (transfer full): text
 *
 * Gives a reference up; the last frees the glyphs. Fonts live on with whoever else uses them.
 */
void
foi_set_text_unref (FoiSetText *self)
{
  g_atomic_rc_box_release_full (self, set_text_clear);
}

static gboolean
same_bytes (const GArray *array, const GArray *other)
{
  return array->len == other->len
         && (array->len == 0
             || memcmp (array->data, other->data,
                        array->len * g_array_get_element_size ((GArray *) array)) == 0);
}

static gboolean
same_strokes (const FoiRun *run, const FoiRun *other)
{
  return run->font == other->font && run->first_glyph == other->first_glyph
         && run->n_glyphs == other->n_glyphs && run->ink == other->ink
         && run->underlined == other->underlined
         && memcmp (&run->x, &other->x, sizeof run->x) == 0
         && memcmp (&run->width, &other->width, sizeof run->width) == 0;
}

/**
 * foi_set_text_looks_same:
 * @self: text that is set
 * @other: other text
 *
 * Returns: whether the two are drawn with the same strokes.
 */
gboolean
foi_set_text_looks_same (const FoiSetText *self, const FoiSetText *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self == other)
    return TRUE;
  if (strcmp (self->text, other->text) != 0 || self->runs->len != other->runs->len
      || !same_bytes (self->lines, other->lines) || !same_bytes (self->glyphs, other->glyphs))
    return FALSE;
  for (guint i = 0; i < self->runs->len; i++)
    if (!same_strokes (foi_set_text_get_run (self, i), foi_set_text_get_run (other, i)))
      return FALSE;
  return TRUE;
}

/**
 * foi_set_text_get_line:
 * @self: text
 * @line: less than the number of its lines
 *
 * Returns: the line.
 */
const FoiLine *
foi_set_text_get_line (const FoiSetText *self, guint line)
{
  g_return_val_if_fail (line < self->lines->len, NULL);
  return &g_array_index (self->lines, FoiLine, line);
}

/**
 * foi_set_text_get_run:
 * @self: text
 * @run: less than the number of its runs
 *
 * Returns: the run.
 */
const FoiRun *
foi_set_text_get_run (const FoiSetText *self, guint run)
{
  g_return_val_if_fail (run < self->runs->len, NULL);
  return &g_array_index (self->runs, FoiRun, run);
}

/**
 * foi_ink_get_colour:
 * @ink: a colour of the letter
 *
 * The greys have 9.3:1 and 7.0:1 on white (WCAG 2.2, 1.4.6), the blue of links 10.6:1, the red of
 * what is missing 7.5:1, the brown of parts 8.3:1.
 *
 * Returns: it as 0xRRGGBB.
 */
guint32
foi_ink_get_colour (FoiInk ink)
{
  static const guint32 colours[] = {
    [FOI_INK_TEXT] = 0x141414, [FOI_INK_ASKED] = 0x474747,   [FOI_INK_SMALL] = 0x595959,
    [FOI_INK_LINK] = 0x12436d, [FOI_INK_MISSING] = 0xa31010, [FOI_INK_PART] = 0x7a3e00,
  };

  g_return_val_if_fail ((gsize) ink < G_N_ELEMENTS (colours), 0);

  return colours[ink];
}

/**
 * foi_ink_set:
 * @ink: a colour of the letter
 * @cr: where to paint with it
 *
 * Chooses the colour.
 */
void
foi_ink_set (FoiInk ink, cairo_t *cr)
{
  guint32 colour = foi_ink_get_colour (ink);

  cairo_set_source_rgb (cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

/* Only face, size and options are the run's: cairo scales the font to the page's zoom by itself. */
static void
choose_font (cairo_t *cr, cairo_scaled_font_t *font)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t matrix;

  cairo_scaled_font_get_font_matrix (font, &matrix);
  cairo_scaled_font_get_font_options (font, options);
  cairo_set_font_face (cr, cairo_scaled_font_get_font_face (font));
  cairo_set_font_matrix (cr, &matrix);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
}

/**
 * foi_set_text_draw_run:
 * @self: text
 * @cr: where to paint
 * @run: one of its runs
 * @x: the left edge of the text
 * @baseline: the baseline of the run's line
 *
 * Paints the run with its text, so that in a PDF it can be found, copied and read aloud.
 */
void
foi_set_text_draw_run (const FoiSetText *self, cairo_t *cr, const FoiRun *run, double x,
                       double baseline)
{
  if (run->n_glyphs == 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, baseline);
  foi_ink_set (run->ink, cr);
  choose_font (cr, run->font);
  cairo_show_text_glyphs (cr, self->text + run->text_start, (int) run->text_length,
                          &g_array_index (self->glyphs, cairo_glyph_t, run->first_glyph),
                          (int) run->n_glyphs,
                          &g_array_index (self->clusters, cairo_text_cluster_t, run->first_cluster),
                          (int) run->n_clusters, run->flags);
  if (run->underlined)
    {
      cairo_rectangle (cr, run->x, self->font_size * UNDERLINE_POSITION, run->width,
                       self->font_size * UNDERLINE_THICKNESS);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/**
 * foi_set_text_draw:
 * @self: text
 * @cr: where to paint
 * @x: the left edge
 * @y: the top
 *
 * Paints all its lines.
 */
void
foi_set_text_draw (const FoiSetText *self, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const FoiLine *line = foi_set_text_get_line (self, i);

      for (guint j = 0; j < line->n_runs; j++)
        foi_set_text_draw_run (self, cr, foi_set_text_get_run (self, line->first_run + j), x,
                               y + line->y + line->baseline);
    }
}

/**
 * foi_set_text_add_outline:
 * @self: text
 * @cr: where to paint
 * @x: the left edge
 * @y: the top
 *
 * Adds the shapes of its glyphs to the path: text that is seen and cannot be copied.
 */
void
foi_set_text_add_outline (const FoiSetText *self, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const FoiLine *line = foi_set_text_get_line (self, i);

      for (guint j = 0; j < line->n_runs; j++)
        {
          const FoiRun *run = foi_set_text_get_run (self, line->first_run + j);

          if (run->n_glyphs == 0)
            continue;
          cairo_save (cr);
          cairo_translate (cr, x, y + line->y + line->baseline);
          choose_font (cr, run->font);
          cairo_glyph_path (cr, &g_array_index (self->glyphs, cairo_glyph_t, run->first_glyph),
                            (int) run->n_glyphs);
          cairo_restore (cr);
        }
    }
}
