/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "layout-check.h"

#include <string.h>

#define EPSILON 0.02

static void
check_text_inside (FoiLayout *layout, const FoiSetText *set, double x)
{
  for (guint i = 0; i < set->lines->len; i++)
    {
      const FoiLine *line = foi_set_text_get_line (set, i);

      g_assert_cmpfloat (x + line->x, >=, -EPSILON);
      g_assert_cmpfloat (x + line->x + line->width, <=, layout->area.width + EPSILON);
    }
}

static void
check_cells (FoiLayout *layout, const FoiItem *item)
{
  for (guint i = 0; i < item->n_cells; i++)
    {
      check_text_inside (layout, item->cells[i].set, item->cells[i].x);
      if (i > 0)
        g_assert_cmpfloat (item->cells[i].x, >=,
                           item->cells[i - 1].x + item->cells[i - 1].set->width - EPSILON);
    }
}

static void
check_inside (FoiLayout *layout, const FoiPlaced *placed)
{
  const FoiItem *item = placed->item;
  FoiRect rect;

  _foi_layout_get_rect (layout, placed, &rect);
  g_assert_cmpfloat (rect.x, >=, layout->area.x - EPSILON);
  g_assert_cmpfloat (rect.x + rect.width, <=, layout->area.x + layout->area.width + EPSILON);
  g_assert_cmpfloat (rect.y, >=, layout->area.y - EPSILON);
  g_assert_cmpfloat (rect.y + rect.height, <=, layout->area.y + layout->area.height + EPSILON);
  switch (item->kind)
    {
    case FOI_ITEM_TEXT:
      check_text_inside (layout, item->text, item->x);
      if (item->label != NULL)
        check_text_inside (layout, item->label, item->label_x);
      break;
    case FOI_ITEM_ROW:
      check_cells (layout, item);
      break;
    case FOI_ITEM_FIGURE:
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Every line of every block once, in reading order. */
static void
check_order (FoiLayout *layout)
{
  guint at = 0;

  for (guint i = 0; i < layout->measured->len; i++)
    {
      const FoiMeasured *measured = layout->measured->pdata[i];

      for (guint j = 0; j < measured->items->len; j++)
        {
          const FoiItem *item = measured->items->pdata[j];

          for (guint slice = 0; slice < item->n_slices; at++)
            {
              const FoiPlaced *placed = &g_array_index (layout->placed, FoiPlaced, at);

              g_assert_cmpuint (at, <, layout->placed->len);
              if (placed->repeated)
                continue;
              g_assert_true (placed->item == item);
              g_assert_cmpuint (placed->first, ==, slice);
              slice += placed->n_slices;
            }
        }
    }
  g_assert_cmpuint (at, ==, layout->placed->len);
}

/* Each below the one before it; only date and addressee may begin again beside the letterhead, left
 * of all of it, and what follows them is below both. */
static void
check_below (const FoiPlaced *placed, guint n_placed)
{
  double bottom = 0.0, head_bottom = 0.0, head_x = 0.0;

  for (guint i = 0; i < n_placed; i++)
    {
      FoiHead head = placed[i].item->head;
      gboolean is_beside = head == FOI_HEAD_ADDRESSEE && i > 0 && head_x > 0.0;

      if (head == FOI_HEAD_LETTERHEAD)
        head_x = placed[i].item->x;
      else if (!is_beside)
        head_x = 0.0;
      if (is_beside && placed[i - 1].item->head == FOI_HEAD_LETTERHEAD)
        {
          head_bottom = bottom;
          bottom = 0.0;
        }
      if (is_beside)
        g_assert_cmpfloat (placed[i].item->x + placed[i].item->width, <=, head_x);
      else
        bottom = MAX (bottom, head_bottom);
      g_assert_cmpfloat (placed[i].y, >=, bottom - EPSILON);
      bottom = placed[i].y + placed[i].height;
    }
}

/* What is true of every letter on its pages. */
void
check_layout (FoiLayout *layout)
{
  g_assert_cmpuint (layout->measured->len, ==, layout->letter->blocks->len);
  check_order (layout);
  for (guint page = 0; page < foi_layout_get_n_pages (layout); page++)
    {
      guint n_placed;
      const FoiPlaced *placed = _foi_layout_get_placed (layout, page, &n_placed);

      check_below (placed, n_placed);
      for (guint i = 0; i < n_placed; i++)
        {
          g_assert_cmpuint (placed[i].page, ==, page);
          check_inside (layout, &placed[i]);
        }
    }
}

static void
check_same_text (const FoiSetText *a, const FoiSetText *b)
{
  g_assert_cmpint (a != NULL, ==, b != NULL);
  if (a == NULL)
    return;
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpuint (a->runs->len, ==, b->runs->len);
  g_assert_cmpmem (a->lines->data, a->lines->len * sizeof (FoiLine), b->lines->data,
                   b->lines->len * sizeof (FoiLine));
  g_assert_cmpmem (a->glyphs->data, a->glyphs->len * sizeof (cairo_glyph_t), b->glyphs->data,
                   b->glyphs->len * sizeof (cairo_glyph_t));
}

/* The same glyphs in the same places. */
void
check_same_layout (FoiLayout *a, FoiLayout *b)
{
  g_assert_cmpuint (a->placed->len, ==, b->placed->len);
  for (guint i = 0; i < a->placed->len; i++)
    {
      const FoiPlaced *of_a = &g_array_index (a->placed, FoiPlaced, i);
      const FoiPlaced *of_b = &g_array_index (b->placed, FoiPlaced, i);

      g_assert_cmpuint (of_a->page, ==, of_b->page);
      g_assert_cmpuint (of_a->first, ==, of_b->first);
      g_assert_cmpuint (of_a->n_slices, ==, of_b->n_slices);
      g_assert_cmpint (of_a->repeated, ==, of_b->repeated);
      g_assert_cmpfloat_with_epsilon (of_a->y, of_b->y, 1e-9);
      g_assert_cmpfloat_with_epsilon (of_a->item->x, of_b->item->x, 1e-9);
      check_same_text (of_a->item->text, of_b->item->text);
      check_same_text (of_a->item->label, of_b->item->label);
      g_assert_cmpuint (of_a->item->n_cells, ==, of_b->item->n_cells);
      for (guint j = 0; j < of_a->item->n_cells; j++)
        check_same_text (of_a->item->cells[j].set, of_b->item->cells[j].set);
    }
  for (guint i = 0; i < a->page_labels->len; i++)
    check_same_text (a->page_labels->pdata[i], b->page_labels->pdata[i]);
  check_same_text (a->watermark, b->watermark);
}
