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

static GArray *
list (FoiLayout *self, guint page, gboolean rows_alone)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (FoiPageBlock));
  guint n_placed;
  const FoiPlaced *placed = _foi_layout_get_placed (self, page, &n_placed);

  for (guint i = 0; i < n_placed; i++)
    {
      FoiPageBlock block = { .block = placed[i].item->path->pdata[0], .first = i, .n_placed = 1 };
      FoiPageBlock *last
        = blocks->len > 0 ? &g_array_index (blocks, FoiPageBlock, blocks->len - 1) : NULL;

      _foi_layout_get_rect (self, &placed[i], &block.rect);
      if (last != NULL && g_str_equal (last->block->id, block.block->id)
          && !(rows_alone && placed[i].item->kind == FOI_ITEM_ROW))
        {
          unite (&last->rect, &block.rect);
          last->n_placed++;
        }
      else
        g_array_append_val (blocks, block);
    }
  return blocks;
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
  g_return_val_if_fail (self != NULL && page < foi_layout_get_n_pages (self), NULL);
  return list (self, page, FALSE);
}

/**
 * foi_layout_list_pieces:
 * @self: a layout
 * @page: from 0
 *
 * Returns: (transfer full) (element-type FoiPageBlock): the same in what an edit changes by itself:
 *   blocks, but of a table row after row.
 */
GArray *
foi_layout_list_pieces (FoiLayout *self, guint page)
{
  g_return_val_if_fail (self != NULL && page < foi_layout_get_n_pages (self), NULL);
  return list (self, page, TRUE);
}

static gboolean
has_same_size (FoiLayout *self, FoiLayout *other)
{
  return memcmp (&self->area, &other->area, sizeof self->area) == 0
         && self->paper == other->paper;
}

/**
 * foi_layout_shares_ground:
 * @self: a layout
 * @other: another one, as the letter was before or after
 * @page: from 0, of both
 *
 * Returns: whether the page's watermark and running header look the same; %FALSE when in doubt.
 */
gboolean
foi_layout_shares_ground (FoiLayout *self, FoiLayout *other, guint page)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);
  return has_same_size (self, other) && self->watermark == other->watermark
         && self->reference == other->reference && page < self->page_labels->len
         && page < other->page_labels->len
         && self->page_labels->pdata[page] == other->page_labels->pdata[page];
}

static gboolean
is_same_length (const double *length, const double *other)
{
  return memcmp (length, other, sizeof *length) == 0;
}

static gboolean
has_same_cells (const FoiItem *item, const FoiItem *other)
{
  if (item->n_cells != other->n_cells || item->row != other->row
      || item->is_total != other->is_total || item->n_slices != 1 || other->n_slices != 1)
    return FALSE;
  for (guint i = 0; i < item->n_cells; i++)
    {
      const FoiSetCell *cell = &item->cells[i], *other_cell = &other->cells[i];

      if (!foi_set_text_looks_same (cell->set, other_cell->set)
          || !is_same_length (&cell->x, &other_cell->x)
          || !is_same_length (&cell->width, &other_cell->width)
          || !is_same_length (&cell->shift, &other_cell->shift))
        return FALSE;
    }
  return TRUE;
}

/* A block is measured anew as a whole: of a table, one row may look different. */
static gboolean
is_same_item (const FoiItem *item, const FoiItem *other)
{
  if (item == other)
    return TRUE;
  if (item->kind != other->kind || !is_same_length (&item->x, &other->x)
      || !is_same_length (&item->width, &other->width))
    return FALSE;
  switch (item->kind)
    {
    case FOI_ITEM_TEXT:
      return foi_set_text_looks_same (item->text, other->text)
             && (item->label == NULL) == (other->label == NULL)
             && (item->label == NULL || foi_set_text_looks_same (item->label, other->label))
             && is_same_length (&item->label_x, &other->label_x);
    case FOI_ITEM_ROW:
      return has_same_cells (item, other);
    case FOI_ITEM_FIGURE:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_same_placed (const FoiPlaced *placed, const FoiPlaced *other)
{
  return placed->first == other->first && placed->n_slices == other->n_slices
         && is_same_length (&placed->y, &other->y)
         && is_same_length (&placed->height, &other->height)
         && is_same_item (placed->item, other->item);
}

/**
 * foi_layout_shares_piece:
 * @self: a layout
 * @piece: what foi_layout_list_pieces() gives for its page
 * @other: another one, as the letter was before or after
 * @other_piece: a piece of the same page of that one
 * @page: from 0, of both
 *
 * Returns: whether the two look the same in the same place; %FALSE when in doubt.
 */
gboolean
foi_layout_shares_piece (FoiLayout *self, const FoiPageBlock *piece, FoiLayout *other,
                         const FoiPageBlock *other_piece, guint page)
{
  const FoiPlaced *placed, *other_placed;
  guint n_placed;

  g_return_val_if_fail (self != NULL && page < foi_layout_get_n_pages (self), FALSE);
  g_return_val_if_fail (other != NULL && page < foi_layout_get_n_pages (other), FALSE);

  if (!has_same_size (self, other) || piece->n_placed != other_piece->n_placed)
    return FALSE;
  placed = _foi_layout_get_placed (self, page, &n_placed) + piece->first;
  other_placed = _foi_layout_get_placed (other, page, &n_placed) + other_piece->first;
  for (guint i = 0; i < piece->n_placed; i++)
    if (!is_same_placed (&placed[i], &other_placed[i]))
      return FALSE;
  return TRUE;
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
