/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-paginate.h"

/* Lines of a paragraph that are never alone at the foot or the head of a page. */
#define ORPHANS 2
#define WIDOWS 2
/* The part of a page that may stay empty for the sake of what would rather stand together. */
#define MOST_EMPTY 0.15
/* A last page with less on it than this part is worth saving by gaps of these parts of their size,
 * the largest of them that does. */
#define SHORT_PAGE 0.25
static const double tight_gaps[] = { 0.85, 0.75, 0.65 };
/* What closes a letter has so much of its text above it on its page, which is taken from the page
 * before as whole paragraphs, of at most so much. */
#define CLOSING_LEAST 0.1
#define CLOSING_MOST 0.3
/* Heights were added up in another order. */
#define EPSILON 1e-6

/* Between which slices: @slice of @item is the next to be placed. */
typedef struct
{
  guint item, slice;
} Point;

typedef struct
{
  GPtrArray *items;
  double page_height;
  double gaps;         /* by which gaps are multiplied */
  guint begins_page;   /* an item that begins a page, 0 for none */
  GArray *placed;
  guint page;
  double y;
  Point next;
  Point good;          /* the last place on this page where it may end */
  gboolean has_good;
  Point better;        /* the last where it may end and parts nothing that belongs together */
  double better_y;
  gboolean has_better;
  guint first_placed;  /* of this page */
  double head_end;     /* of the taller side of the letter's head, while it is placed */
} Paging;

static const FoiItem *
get_item (const Paging *self, guint item)
{
  return self->items->pdata[item];
}

/* Whether a page may end before @point. */
static gboolean
may_break (const Paging *self, Point point)
{
  const FoiItem *item = get_item (self, point.item);

  if (point.slice > 0)
    return !item->together
           && (item->kind != FOI_ITEM_TEXT
               || (point.slice >= ORPHANS && item->n_slices - point.slice >= WIDOWS));
  return point.item > 0 && !item->keep_previous && !get_item (self, point.item - 1)->keep_next;
}

static gboolean
parts_nothing (const Paging *self, Point point)
{
  return point.slice > 0 || point.item == 0 || !get_item (self, point.item - 1)->rather_next;
}

/* Called where the page may end. */
static void
remember (Paging *self)
{
  self->good = self->next;
  self->has_good = TRUE;
  if (!parts_nothing (self, self->next))
    return;
  self->better = self->next;
  self->better_y = self->y;
  self->has_better = TRUE;
}

/* Between an item and the one before it, were they to stand on one page. */
static double
get_gap_before (const Paging *self, guint item)
{
  const FoiItem *above = get_item (self, item - 1);
  double gap = MAX (get_item (self, item)->before, above->after);

  return above->firm_after ? gap : self->gaps * gap;
}

static double
get_gap (const Paging *self, Point point)
{
  if (point.slice > 0 || point.item == 0 || self->placed->len == self->first_placed)
    return 0.0;
  if (self->head_end > 0.0 && get_item (self, point.item - 1)->head == FOI_HEAD_LETTERHEAD)
    return 0.0;
  return get_gap_before (self, point.item);
}

/* The height of what is at one side of a letter's head, from @first on. */
static double
measure_side (const Paging *self, guint first)
{
  FoiHead side = get_item (self, first)->head;
  double height = 0.0;

  for (guint i = first; i < self->items->len && get_item (self, i)->head == side; i++)
    {
      const FoiItem *item = get_item (self, i);

      height += (i > first ? get_gap_before (self, i) : 0.0)
                + foi_item_get_height (item, 0, item->n_slices);
    }
  return height;
}

/*
 * Date and addressee stand at the left of the letterhead, so that the last lines of both are on one
 * level: as on paper that is printed beforehand, and where an envelope has its window. Where they
 * are not on one page with all of it, they stand below it.
 */
static void
begin_side (Paging *self)
{
  const FoiItem *item = get_item (self, self->next.item);
  guint first = self->next.item;
  double left, right;

  if (self->next.slice > 0 || item->head != FOI_HEAD_ADDRESSEE || first == 0
      || get_item (self, first - 1)->head != FOI_HEAD_LETTERHEAD)
    return;
  while (first > 0 && get_item (self, first - 1)->head == FOI_HEAD_LETTERHEAD)
    first--;
  left = measure_side (self, self->next.item);
  right = measure_side (self, first);
  if (first > 0 || self->page > 0 || MAX (left, right) > self->page_height)
    return;
  self->head_end = MAX (left, right);
  self->y = MAX (right - left, 0.0);
}

/* What follows the head stands below both of its sides. */
static void
end_side (Paging *self)
{
  if (self->next.item < self->items->len
      && get_item (self, self->next.item)->head == FOI_HEAD_ADDRESSEE)
    return;
  self->y = MAX (self->y, self->head_end);
  self->head_end = 0.0;
}

/* How high the next slice is on this page: a figure gives way a little, for its caption, too. */
static double
get_height (const Paging *self, double gap)
{
  const FoiItem *item = get_item (self, self->next.item);
  double height = foi_item_get_height (item, self->next.slice, 1), room;

  if (item->kind != FOI_ITEM_FIGURE)
    return height;
  room = self->page_height - self->y - gap;
  if (item->keep_next && self->next.item + 1 < self->items->len)
    {
      const FoiItem *caption = get_item (self, self->next.item + 1);

      room -= get_gap_before (self, self->next.item + 1)
              + foi_item_get_height (caption, 0, caption->n_slices);
    }
  return room < height && room >= item->least ? room : height;
}

static gboolean
is_page_empty (const Paging *self)
{
  return self->placed->len == self->first_placed
         || (self->placed->len == self->first_placed + 1
             && g_array_index (self->placed, FoiPlaced, self->first_placed).repeated);
}

static void
place (Paging *self, const FoiItem *item, guint slice, double gap, double height,
       gboolean repeated)
{
  FoiPlaced *last = NULL;
  FoiPlaced placed = { .item = item, .page = self->page, .first = slice, .n_slices = 1,
                       .y = self->y + gap, .height = height, .repeated = repeated };

  if (self->placed->len > self->first_placed)
    last = &g_array_index (self->placed, FoiPlaced, self->placed->len - 1);
  if (last != NULL && last->item == item && !last->repeated)
    {
      last->n_slices++;
      last->height += height;
    }
  else
    g_array_append_val (self->placed, placed);
  self->y += gap + height;
}

/* Takes back what stands after @point, which goes to the next page. */
static void
take_back (Paging *self, Point point)
{
  const FoiItem *item = get_item (self, point.item);

  while (self->placed->len > self->first_placed)
    {
      FoiPlaced *last = &g_array_index (self->placed, FoiPlaced, self->placed->len - 1);

      if (last->item == item && last->first < point.slice)
        {
          last->n_slices = point.slice - last->first;
          last->height = foi_item_get_height (item, last->first, last->n_slices);
          return;
        }
      if (point.item > 0 && last->item == get_item (self, point.item - 1) && point.slice == 0)
        return;
      g_array_set_size (self->placed, self->placed->len - 1);
    }
}

static void
begin_page (Paging *self)
{
  const FoiItem *item = get_item (self, self->next.item);

  self->page++;
  self->y = 0.0;
  self->first_placed = self->placed->len;
  self->has_good = FALSE;
  self->has_better = FALSE;
  if (item->kind == FOI_ITEM_ROW && item->header != NULL
      && (self->next.slice > 0 || get_item (self, self->next.item - 1) != item->header))
    place (self, item->header, 0, 0.0, foi_item_get_height (item->header, 0, 1), TRUE);
}

/*
 * Ends the page at the last good place, or before what would rather stand together if that leaves
 * little of the page empty; where there is no good place, right here.
 */
static void
end_page (Paging *self)
{
  if (self->has_good)
    {
      if (self->has_better && self->page_height - self->better_y <= MOST_EMPTY * self->page_height)
        self->good = self->better;
      take_back (self, self->good);
      self->next = self->good;
    }
  begin_page (self);
}

/* Whether the next slice is to begin a page, and this one has something on it. */
static gboolean
is_page_done (const Paging *self)
{
  return self->begins_page > 0 && self->next.item == self->begins_page && self->next.slice == 0
         && !is_page_empty (self);
}

/* Everything put on pages, with gaps of @gaps times their size. */
static void
paginate (Paging *self, GPtrArray *items, double page_height, double gaps, guint begins_page)
{
  *self = (Paging) { .items = items,
                     .page_height = page_height,
                     .gaps = gaps,
                     .begins_page = begins_page,
                     .placed = g_array_new (FALSE, FALSE, sizeof (FoiPlaced)) };
  while (self->next.item < items->len)
    {
      const FoiItem *item = get_item (self, self->next.item);
      gboolean is_empty = is_page_empty (self);
      double gap, height;

      if (is_page_done (self))
        {
          begin_page (self);
          continue;
        }
      begin_side (self);
      gap = get_gap (self, self->next);
      height = get_height (self, gap);
      if (!is_empty && may_break (self, self->next))
        remember (self);
      if (!is_empty && self->y + gap + height > page_height + EPSILON)
        {
          end_page (self);
          continue;
        }
      place (self, item, self->next.slice, gap, height, FALSE);
      self->next.slice++;
      if (self->next.slice == item->n_slices)
        self->next = (Point) { self->next.item + 1, 0 };
      end_side (self);
    }
}

/* Whether there is too little above what closes the letter on its page, or little more than the end
 * of a paragraph. */
static gboolean
is_lonely (const Paging *self, const FoiPlaced *closing)
{
  const FoiPlaced *first = &g_array_index (self->placed, FoiPlaced, self->first_placed);
  const gboolean is_end = first->first > 0 && first->item->kind == FOI_ITEM_TEXT;

  return closing->y < (is_end ? 2.0 : 1.0) * CLOSING_LEAST * self->page_height;
}

/* What closes the letter, where it is all but alone on the last page; else NULL. */
static const FoiPlaced *
find_lonely_closing (const Paging *self)
{
  const FoiPlaced *closing = NULL;

  for (guint i = self->first_placed; i < self->placed->len; i++)
    {
      const FoiPlaced *placed = &g_array_index (self->placed, FoiPlaced, i);

      if (placed->item->keep_previous)
        closing = placed;
    }
  return closing != NULL && is_lonely (self, closing) ? closing : NULL;
}

/* The paragraph that is to begin the last page, so that there is enough above what closes the
 * letter; 0 where there is none that would do. */
static guint
find_last_page (const Paging *self, const FoiItem *closing)
{
  double height = 0.0;
  guint item = 0;

  if (!g_ptr_array_find (self->items, closing, &item))
    return 0;
  while (item > 1 && get_item (self, item - 1)->kind == FOI_ITEM_TEXT
         && height < CLOSING_MOST * self->page_height)
    {
      item--;
      height += foi_item_get_height (get_item (self, item), 0, get_item (self, item)->n_slices)
                + get_gap_before (self, item + 1);
      if (height >= CLOSING_LEAST * self->page_height && may_break (self, (Point) { item, 0 }))
        return item;
    }
  return 0;
}

/* Takes whole paragraphs to the last page where what closes the letter is all but alone on it. */
static void
fill_last_page (Paging *self)
{
  const FoiPlaced *closing = find_lonely_closing (self);
  const guint item = closing != NULL ? find_last_page (self, closing->item) : 0;
  Paging fuller;

  if (item == 0)
    return;
  paginate (&fuller, self->items, self->page_height, self->gaps, item);
  if (fuller.page == self->page)
    {
      g_array_unref (self->placed);
      *self = fuller;
    }
  else
    g_array_unref (fuller.placed);
}

/**
 * foi_paginate:
 * @items: (element-type FoiItem): in reading order
 * @page_height: of the text area, in points
 *
 * Puts a letter on pages. No line is alone, headings stay with what follows, rows are whole and
 * have their headings above them on each page; a table that is not long is parted only where much
 * of a page would stay empty otherwise; where all that cannot be had on one page, a page ends where
 * it is full. Gaps are smaller where that saves a last page with next to nothing on it; where it
 * does not, the last paragraphs go there with what closes the letter. It takes time in proportion
 * to the number of lines, a thousand in well under a millisecond, so that it is done anew after
 * each change.
 *
 * Returns: (transfer full) (element-type FoiPlaced): what stands where, page by page.
 */
GArray *
foi_paginate (GPtrArray *items, double page_height)
{
  Paging self, tight;

  g_return_val_if_fail (items != NULL && page_height > 0.0, NULL);

  paginate (&self, items, page_height, 1.0, 0);
  if (self.page == 0 || self.y > SHORT_PAGE * page_height)
    return self.placed;
  for (guint i = 0; i < G_N_ELEMENTS (tight_gaps); i++)
    {
      paginate (&tight, items, page_height, tight_gaps[i], 0);
      if (tight.page < self.page)
        {
          g_array_unref (self.placed);
          return tight.placed;
        }
      g_array_unref (tight.placed);
    }
  fill_last_page (&self);
  return self.placed;
}
