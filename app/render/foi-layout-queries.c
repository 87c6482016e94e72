/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-layout-private.h"

#include <string.h>

/* Whether an item is part of what is looked for. */
typedef gboolean (*Match) (const FoiBlock *block, const char *wanted);

/**
 * _foi_layout_get_placed:
 * @self: a layout
 * @page: from 0
 * @n_placed: (out): how many
 *
 * Returns: (array length=n_placed): what stands on the page, from top to bottom.
 */
const FoiPlaced *
_foi_layout_get_placed (FoiLayout *self, guint page, guint *n_placed)
{
  guint start = g_array_index (self->page_starts, guint, page);

  *n_placed = g_array_index (self->page_starts, guint, page + 1) - start;
  return (const FoiPlaced *) (gconstpointer) self->placed->data + start;
}

/**
 * _foi_layout_get_rect:
 * @self: a layout
 * @placed: what stands on one of its pages
 * @rect: (out): where
 *
 * Gives the rectangle on its page.
 */
void
_foi_layout_get_rect (FoiLayout *self, const FoiPlaced *placed, FoiRect *rect)
{
  *rect = (FoiRect) { self->area.x + placed->item->x, self->area.y + placed->y,
                      placed->item->width, placed->height };
}

static gboolean
has_id (const FoiBlock *block, const char *id)
{
  return g_str_equal (block->id, id);
}

/* "questions/q3" is a prefix of "questions/q3/answer", not of "questions/q31". */
static gboolean
has_place (const FoiBlock *block, const char *prefix)
{
  gsize length = strlen (prefix);

  return block->place != NULL && strncmp (block->place, prefix, length) == 0
         && (block->place[length] == '\0' || block->place[length] == '/'
             || (length > 0 && prefix[length - 1] == '/'));
}

static gboolean
stands_in (const FoiItem *item, Match match, const char *wanted)
{
  for (guint i = 0; i < item->path->len; i++)
    if (match (item->path->pdata[i], wanted))
      return TRUE;
  return FALSE;
}

static void
unite (FoiRect *rect, const FoiRect *other)
{
  double right = MAX (rect->x + rect->width, other->x + other->width);
  double bottom = MAX (rect->y + rect->height, other->y + other->height);

  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

/*
 * One rectangle for each page from the first to the last; an empty one on a page between that has
 * nothing of it, as when a place is used at both ends of a letter.
 */
static GArray *
find (FoiLayout *self, Match match, const char *wanted, guint *first_page)
{
  GArray *rects = g_array_new (FALSE, TRUE, sizeof (FoiRect));
  guint first = G_MAXUINT;

  for (guint i = 0; i < self->placed->len; i++)
    {
      const FoiPlaced *placed = &g_array_index (self->placed, FoiPlaced, i);
      FoiRect rect, *there;

      if (!stands_in (placed->item, match, wanted))
        continue;
      first = MIN (first, placed->page);
      _foi_layout_get_rect (self, placed, &rect);
      if (rects->len <= placed->page - first)
        {
          g_array_set_size (rects, placed->page - first + 1);
          g_array_index (rects, FoiRect, rects->len - 1) = rect;
          continue;
        }
      there = &g_array_index (rects, FoiRect, placed->page - first);
      unite (there, &rect);
    }
  if (first_page != NULL)
    *first_page = first == G_MAXUINT ? 0 : first;
  return rects;
}

/**
 * foi_layout_find_block:
 * @self: a layout
 * @id: of a block, also one inside another
 * @first_page: (out) (optional): on which page the first rectangle is, from 0
 *
 * Returns: (transfer full) (element-type FoiRect): where the block stands, a rectangle for its
 *   first page and each one after it; empty when there is no such block.
 */
GArray *
foi_layout_find_block (FoiLayout *self, const char *id, guint *first_page)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return find (self, has_id, id, first_page);
}

/**
 * foi_layout_list_blocks:
 * @self: a layout
 * @page: from 0
 *
 * Returns: (transfer full) (element-type FoiPageBlock): what stands on the page, from top to
 *   bottom: the outermost blocks, each with where on this page it is. The layout keeps the blocks.
 */
GArray *
foi_layout_list_blocks (FoiLayout *self, guint page)
{
  const FoiPlaced *placed;
  GArray *blocks;
  guint n_placed;

  g_return_val_if_fail (self != NULL && page < foi_layout_get_n_pages (self), NULL);

  blocks = g_array_new (FALSE, FALSE, sizeof (FoiPageBlock));
  placed = _foi_layout_get_placed (self, page, &n_placed);
  for (guint i = 0; i < n_placed; i++)
    {
      FoiPageBlock block = { .block = placed[i].item->path->pdata[0] };
      FoiPageBlock *last
        = blocks->len > 0 ? &g_array_index (blocks, FoiPageBlock, blocks->len - 1) : NULL;

      _foi_layout_get_rect (self, &placed[i], &block.rect);
      if (last != NULL && g_str_equal (last->block->id, block.block->id))
        unite (&last->rect, &block.rect);
      else
        g_array_append_val (blocks, block);
    }
  return blocks;
}

/**
 * foi_layout_find_place:
 * @self: a layout
 * @place_prefix: where it is edited: "questions/q3" is all of question 3
 * @first_page: (out) (optional): on which page the first rectangle is, from 0
 *
 * Returns: (transfer full) (element-type FoiRect): where that stands, as foi_layout_find_block().
 */
GArray *
foi_layout_find_place (FoiLayout *self, const char *place_prefix, guint *first_page)
{
  g_return_val_if_fail (self != NULL && place_prefix != NULL, NULL);
  return find (self, has_place, place_prefix, first_page);
}

/* Where the first line of a block stands, or NULL. */
const FoiPlaced *
_foi_layout_find_first (FoiLayout *self, const char *id)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const FoiPlaced *placed = &g_array_index (self->placed, FoiPlaced, i);

      if (stands_in (placed->item, has_id, id))
        return placed;
    }
  return NULL;
}

static const FoiPlaced *
find_nearest (FoiLayout *self, guint page, double y)
{
  guint n_placed;
  const FoiPlaced *placed = _foi_layout_get_placed (self, page, &n_placed);
  const FoiPlaced *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n_placed; i++)
    {
      double top = self->area.y + placed[i].y;
      double distance = MAX (MAX (top - y, y - top - placed[i].height), 0.0);

      if (distance < least)
        {
          least = distance;
          nearest = &placed[i];
        }
    }
  return nearest;
}

/**
 * foi_layout_get_block_at:
 * @self: a layout
 * @page: from 0
 * @x: in points
 * @y: in points
 *
 * Returns: (transfer none) (nullable): the innermost block at the point, or the nearest above or
 *   below it when the point is between two; %NULL in the margins at the head and the foot.
 */
FoiBlock *
foi_layout_get_block_at (FoiLayout *self, guint page, double x, double y)
{
  const FoiPlaced *placed;

  g_return_val_if_fail (self != NULL, NULL);

  if (page >= foi_layout_get_n_pages (self) || x < 0.0 || x >= self->page_width
      || y < self->area.y || y >= self->area.y + self->area.height)
    return NULL;
  placed = find_nearest (self, page, y);
  return placed != NULL ? placed->item->path->pdata[placed->item->path->len - 1] : NULL;
}

static const FoiSpan *
find_link_on_line (const FoiItem *item, const FoiLine *line, double x)
{
  const FoiBlock *block = foi_item_get_block (item);

  for (guint i = 0; block->spans != NULL && i < line->n_runs; i++)
    {
      const FoiRun *run = foi_set_text_get_run (item->text, line->first_run + i);

      if (run->span >= 0 && x >= run->x && x < run->x + run->width)
        return &g_array_index (block->spans, FoiSpan, run->span);
    }
  return NULL;
}

/**
 * foi_layout_get_link_at:
 * @self: a layout
 * @page: from 0
 * @x: in points
 * @y: in points
 *
 * Returns: (transfer none) (nullable): where the link at the point leads: a URL, or "#" and the id
 *   of a block.
 */
const char *
foi_layout_get_link_at (FoiLayout *self, guint page, double x, double y)
{
  guint n_placed;
  const FoiPlaced *placed;

  g_return_val_if_fail (self != NULL, NULL);

  if (page >= foi_layout_get_n_pages (self))
    return NULL;
  placed = _foi_layout_get_placed (self, page, &n_placed);
  for (guint i = 0; i < n_placed; i++)
    for (guint j = 0; placed[i].item->kind == FOI_ITEM_TEXT && j < placed[i].n_slices; j++)
      {
        const FoiItem *item = placed[i].item;
        double top = self->area.y + placed[i].y - item->offsets[placed[i].first]
                     + item->offsets[placed[i].first + j];
        const FoiLine *line = foi_set_text_get_line (item->text, placed[i].first + j);
        const FoiSpan *span;

        if (y < top || y >= top + line->height)
          continue;
        span = find_link_on_line (item, line, x - self->area.x - item->x);
        if (span != NULL && span->target != NULL)
          return span->target;
      }
  return NULL;
}
