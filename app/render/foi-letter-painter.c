/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-letter-painter-private.h"

#include <math.h>

#include "foi-chart-painter.h"
#include "foi-letter-style.h"

/* Of the page's diagonal, which the watermark runs along. */
#define WATERMARK_PART 0.52
#define TOTAL_LINE 0.9

typedef struct
{
  FoiLayout *layout;
  cairo_t *cr;
  FoiMarkFunc mark;
  gpointer data;
} Painting;

static void
tell (Painting *self, FoiMarkKind kind, const FoiPlaced *placed, guint cell)
{
  FoiMark mark = { .kind = kind, .placed = placed, .cell = cell };

  if (self->mark != NULL)
    self->mark (&mark, self->cr, self->data);
}

/* Shapes, not text: nobody searching or listening meets it between two words. */
static void
paint_watermark (Painting *self)
{
  FoiLayout *layout = self->layout;
  double diagonal = hypot (layout->page_width, layout->page_height);
  double scale;

  if (layout->watermark == NULL || layout->watermark->width <= 0.0)
    return;
  scale = diagonal * WATERMARK_PART / layout->watermark->width;
  cairo_save (self->cr);
  cairo_translate (self->cr, layout->page_width / 2, layout->page_height / 2);
  cairo_rotate (self->cr, -atan2 (layout->page_height, layout->page_width));
  cairo_scale (self->cr, scale, scale);
  cairo_new_path (self->cr);
  foi_set_text_add_outline (layout->watermark, self->cr, -layout->watermark->width / 2,
                            -layout->watermark->height / 2);
  cairo_set_source_rgb (self->cr, 0.94, 0.948, 0.962);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

static void
paint_running_header (Painting *self, guint page)
{
  FoiLayout *layout = self->layout;
  const FoiSetText *label = layout->page_labels->pdata[page];

  if (page == 0)
    return;
  foi_set_text_draw (layout->reference, self->cr, layout->area.x, FOI_HEADER_Y);
  foi_set_text_draw (label, self->cr, layout->area.x + layout->area.width - label->width,
                     FOI_HEADER_Y);
}

/* Which of the block's spans a run is, when that is a link; else NULL. */
static const FoiSpan *
get_link (const FoiItem *item, const FoiRun *run)
{
  const FoiBlock *block = foi_item_get_block (item);
  const FoiSpan *span;

  if (run->span < 0 || block->spans == NULL)
    return NULL;
  span = &g_array_index (block->spans, FoiSpan, run->span);
  return span->target != NULL ? span : NULL;
}

/* Runs of one link, or of no link, that follow one another on the lines of a page. */
typedef struct
{
  const FoiSpan *link;
  guint first_run, n_runs;
  GArray *rects;
} Stretch;

static void
stretch_clear (gpointer data)
{
  Stretch *stretch = data;

  g_clear_pointer (&stretch->rects, g_array_unref);
}

static void
add_to_stretch (Stretch *stretch, const FoiRun *run, double x, double y, double height)
{
  FoiRect rect = { x + run->x, y, run->width, height };
  FoiRect *last = NULL;

  stretch->n_runs++;
  if (stretch->link == NULL)
    return;
  if (stretch->rects->len > 0)
    last = &g_array_index (stretch->rects, FoiRect, stretch->rects->len - 1);
  /* One rectangle for each line: the runs of a link on a line touch. */
  if (last != NULL && last->y >= y)
    {
      double right = MAX (last->x + last->width, rect.x + rect.width);

      last->x = MIN (last->x, rect.x);
      last->width = right - last->x;
    }
  else
    g_array_append_val (stretch->rects, rect);
}

static GArray *
find_stretches (const FoiPlaced *placed, double x, double top)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  const FoiItem *item = placed->item;

  g_array_set_clear_func (stretches, stretch_clear);
  for (guint i = placed->first; i < placed->first + placed->n_slices; i++)
    {
      const FoiLine *line = foi_set_text_get_line (item->text, i);

      for (guint j = line->first_run; j < line->first_run + line->n_runs; j++)
        {
          const FoiRun *run = foi_set_text_get_run (item->text, j);
          const FoiSpan *link = get_link (item, run);
          Stretch *last = NULL;

          if (stretches->len > 0)
            last = &g_array_index (stretches, Stretch, stretches->len - 1);
          if (last == NULL || last->link != link)
            {
              Stretch stretch = { .link = link, .first_run = j };

              stretch.rects = link != NULL ? g_array_new (FALSE, FALSE, sizeof (FoiRect)) : NULL;
              g_array_append_val (stretches, stretch);
              last = &g_array_index (stretches, Stretch, stretches->len - 1);
            }
          add_to_stretch (last, run, x, top + item->offsets[i], line->height);
        }
    }
  return stretches;
}

static void
paint_stretch (Painting *self, const FoiPlaced *placed, const Stretch *stretch, double x,
               double top)
{
  const FoiSetText *text = placed->item->text;
  FoiMark mark = { .kind = FOI_MARK_TEXT,
                   .placed = placed,
                   .first_run = stretch->first_run,
                   .link = stretch->link,
                   .rects = stretch->rects };
  guint run = stretch->first_run, end = stretch->first_run + stretch->n_runs;

  if (self->mark != NULL)
    self->mark (&mark, self->cr, self->data);
  for (guint i = placed->first; i < placed->first + placed->n_slices && run < end; i++)
    {
      const FoiLine *line = foi_set_text_get_line (text, i);
      double baseline = top + line->y + line->baseline;

      for (; run < end && run < line->first_run + line->n_runs; run++)
        foi_set_text_draw_run (text, self->cr, foi_set_text_get_run (text, run), x, baseline);
    }
}

static void
paint_text (Painting *self, const FoiPlaced *placed)
{
  const FoiItem *item = placed->item;
  double x = self->layout->area.x + item->x;
  double top = self->layout->area.y + placed->y - item->offsets[placed->first];
  g_autoptr (GArray) stretches = find_stretches (placed, x, top);

  if (item->label != NULL && placed->first == 0)
    {
      const FoiLine *line = foi_set_text_get_line (item->text, 0);
      const FoiLine *label_line = foi_set_text_get_line (item->label, 0);

      tell (self, FOI_MARK_LABEL, placed, 0);
      foi_set_text_draw (item->label, self->cr, self->layout->area.x + item->label_x,
                         top + line->baseline - label_line->baseline);
    }
  for (guint i = 0; i < stretches->len; i++)
    paint_stretch (self, placed, &g_array_index (stretches, Stretch, i), x, top);
  if (stretches->len == 0)
    tell (self, FOI_MARK_TEXT, placed, 0);
}

static void
paint_rule (cairo_t *cr, const FoiRect *rect, double y, double thickness)
{
  cairo_rectangle (cr, rect->x, y, rect->width, thickness);
  cairo_fill (cr);
}

/* Headings stand on a tint, rows are parted by hairlines, a total has a line above it. */
static void
paint_row_ground (Painting *self, const FoiPlaced *placed, const FoiRect *rect)
{
  const FoiItem *item = placed->item;
  gboolean is_end = placed->first + placed->n_slices == item->n_slices;

  cairo_save (self->cr);
  if (item->row == G_MAXUINT)
    {
      cairo_set_source_rgb (self->cr, 0xe9 / 255.0, 0xec / 255.0, 0xf3 / 255.0);
      cairo_rectangle (self->cr, rect->x, rect->y, rect->width, rect->height);
      cairo_fill (self->cr);
    }
  if (item->is_total && placed->first == 0)
    {
      foi_ink_set (FOI_INK_ASKED, self->cr);
      paint_rule (self->cr, rect, rect->y - TOTAL_LINE, TOTAL_LINE);
    }
  if (item->row != G_MAXUINT && is_end)
    {
      cairo_set_source_rgb (self->cr, 0.72, 0.74, 0.79);
      paint_rule (self->cr, rect, rect->y + rect->height - FOI_HAIRLINE, FOI_HAIRLINE);
    }
  cairo_restore (self->cr);
}

static void
paint_cell (Painting *self, const FoiPlaced *placed, const FoiSetCell *cell, double top)
{
  const FoiItem *item = placed->item;
  double x = self->layout->area.x + cell->x;

  cairo_save (self->cr);
  if (cell->set->width > cell->width + FOI_HAIRLINE)
    {
      cairo_rectangle (self->cr, x, top + item->offsets[placed->first], cell->width,
                       placed->height);
      cairo_clip (self->cr);
    }
  if (item->n_slices == 1)
    foi_set_text_draw (cell->set, self->cr, x, top + FOI_CELL_PADDING_Y + cell->shift);
  else
    for (guint i = placed->first; i < placed->first + placed->n_slices; i++)
      {
        double padding = i == 0 ? FOI_CELL_PADDING_Y : 0.0;
        const FoiLine *line;

        if (i >= cell->set->lines->len)
          break;
        line = foi_set_text_get_line (cell->set, i);
        for (guint j = line->first_run; j < line->first_run + line->n_runs; j++)
          foi_set_text_draw_run (cell->set, self->cr, foi_set_text_get_run (cell->set, j), x,
                                 top + item->offsets[i] + padding + line->baseline);
      }
  cairo_restore (self->cr);
}

static void
paint_row (Painting *self, const FoiPlaced *placed)
{
  const FoiItem *item = placed->item;
  FoiRect rect;

  _foi_layout_get_rect (self->layout, placed, &rect);
  tell (self, FOI_MARK_ORNAMENT, placed, 0);
  paint_row_ground (self, placed, &rect);
  for (guint i = 0; i < item->n_cells; i++)
    {
      if (!placed->repeated)
        tell (self, FOI_MARK_CELL, placed, i);
      paint_cell (self, placed, &item->cells[i], rect.y - item->offsets[placed->first]);
    }
}

static void
paint_figure (Painting *self, const FoiPlaced *placed)
{
  FoiRect rect;

  _foi_layout_get_rect (self->layout, placed, &rect);
  tell (self, FOI_MARK_FIGURE, placed, 0);
  cairo_save (self->cr);
  cairo_translate (self->cr, rect.x, rect.y);
  foi_chart_paint (foi_item_get_block (placed->item)->chart, self->cr, rect.width, rect.height);
  cairo_restore (self->cr);
}

static void
paint_ground (Painting *self, guint page)
{
  tell (self, FOI_MARK_ORNAMENT, NULL, 0);
  paint_watermark (self);
  paint_running_header (self, page);
}

static void
paint_placed (Painting *self, const FoiPlaced *placed, guint n_placed)
{
  for (guint i = 0; i < n_placed; i++)
    switch (placed[i].item->kind)
      {
      case FOI_ITEM_TEXT:
        paint_text (self, &placed[i]);
        break;
      case FOI_ITEM_ROW:
        paint_row (self, &placed[i]);
        break;
      case FOI_ITEM_FIGURE:
        paint_figure (self, &placed[i]);
        break;
      default:
        g_assert_not_reached ();
      }
}

/* foi_letter_paint_page(), telling @mark (nullable) of everything just before it is painted. */
void
_foi_letter_paint_page (FoiLayout *layout, guint page, cairo_t *cr, FoiMarkFunc mark, gpointer data)
{
  Painting self = { layout, cr, mark, data };
  const FoiPlaced *placed;
  guint n_placed;

  paint_ground (&self, page);
  placed = _foi_layout_get_placed (layout, page, &n_placed);
  paint_placed (&self, placed, n_placed);
}

/**
 * foi_letter_paint_page:
 * @layout: a letter on its pages
 * @page: from 0
 * @cr: any surface, scaled so that a unit is a point of the page
 *
 * Paints a page: the same strokes on screen, paper and PDF. The paper itself is not painted.
 */
void
foi_letter_paint_page (FoiLayout *layout, guint page, cairo_t *cr)
{
  g_return_if_fail (layout != NULL && cr != NULL);
  g_return_if_fail (page < foi_layout_get_n_pages (layout));

  _foi_letter_paint_page (layout, page, cr, NULL, NULL);
}

/**
 * foi_letter_paint_ground:
 * @layout: a letter on its pages
 * @page: from 0
 * @cr: as for foi_letter_paint_page()
 *
 * Paints what stands on every page: the watermark and the running header. With each of the page's
 * pieces over it, this is the page.
 */
void
foi_letter_paint_ground (FoiLayout *layout, guint page, cairo_t *cr)
{
  Painting self = { .layout = layout, .cr = cr };

  g_return_if_fail (layout != NULL && cr != NULL);
  g_return_if_fail (page < foi_layout_get_n_pages (layout));

  paint_ground (&self, page);
}

/**
 * foi_letter_paint_piece:
 * @layout: a letter on its pages
 * @page: from 0
 * @piece: one of what foi_layout_list_pieces() gives for the page
 * @cr: as for foi_letter_paint_page()
 *
 * Paints one piece of a page, in its place.
 */
void
foi_letter_paint_piece (FoiLayout *layout, guint page, const FoiPageBlock *piece, cairo_t *cr)
{
  Painting self = { .layout = layout, .cr = cr };
  guint n_placed;

  g_return_if_fail (layout != NULL && piece != NULL && cr != NULL);
  g_return_if_fail (page < foi_layout_get_n_pages (layout));

  paint_placed (&self, _foi_layout_get_placed (layout, page, &n_placed) + piece->first,
                piece->n_placed);
}
