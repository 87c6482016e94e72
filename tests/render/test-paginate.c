/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-paginate.h"

#include <string.h>

/* Ten lines of ten points make a page. */
#define PAGE 100.0

typedef struct
{
  FoiBlock *block;
  GPtrArray *path;
  GPtrArray *items;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->block = foi_block_new (FOI_BLOCK_PARAGRAPH, "p", NULL);
  self->path = g_ptr_array_new ();
  g_ptr_array_add (self->path, self->block);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_item_free);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->path);
  foi_block_unref (self->block);
}

static FoiItem *
add (Fixture *self, FoiItemKind kind, guint n_slices)
{
  FoiItem *item = foi_item_new (kind, self->path);
  g_autofree double *heights = g_new (double, n_slices);

  for (guint i = 0; i < n_slices; i++)
    heights[i] = 10.0;
  foi_item_set_slices (item, heights, n_slices);
  g_ptr_array_add (self->items, item);
  return item;
}

/* "0:4 1:6 | 1:2": four lines of the first, six of the second, and two on the next page. */
static char *
describe (Fixture *self)
{
  g_autoptr (GArray) placed = foi_paginate (self->items, PAGE);
  GString *text = g_string_new (NULL);
  guint page = 0;

  for (guint i = 0; i < placed->len; i++)
    {
      const FoiPlaced *piece = &g_array_index (placed, FoiPlaced, i);
      guint item = 0;

      g_assert_true (g_ptr_array_find (self->items, piece->item, &item));
      for (; page < piece->page; page++)
        g_string_append (text, " |");
      g_string_append_printf (text, "%s%u%s%u", i > 0 ? " " : "", item,
                              piece->repeated ? "^" : ":", piece->n_slices);
    }
  return g_string_free (text, FALSE);
}

#define assert_pages(self, expected)                        \
  G_STMT_START                                              \
    {                                                       \
      g_autofree char *pages = describe (self);             \
      g_assert_cmpstr (pages, ==, expected);                \
    }                                                       \
  G_STMT_END

static void
test_fills (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 4);
  add (self, FOI_ITEM_TEXT, 8);
  assert_pages (self, "0:4 1:6 | 1:2");
}

static void
test_widows (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 4);
  add (self, FOI_ITEM_TEXT, 7);
  assert_pages (self, "0:4 1:5 | 1:2");
}

static void
test_orphans (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 9);
  add (self, FOI_ITEM_TEXT, 4);
  assert_pages (self, "0:9 | 1:4");
}

static void
test_three_lines_stay (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 8);
  add (self, FOI_ITEM_TEXT, 3);
  assert_pages (self, "0:8 | 1:3");
}

static void
test_heading_goes_along (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 7);
  add (self, FOI_ITEM_TEXT, 1)->keep_next = TRUE;
  add (self, FOI_ITEM_TEXT, 1)->keep_next = TRUE;
  add (self, FOI_ITEM_TEXT, 4);
  assert_pages (self, "0:7 | 1:1 2:1 3:4");
}

static void
test_heading_with_two_lines (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 6);
  add (self, FOI_ITEM_TEXT, 1)->keep_next = TRUE;
  add (self, FOI_ITEM_TEXT, 1)->keep_next = TRUE;
  add (self, FOI_ITEM_TEXT, 4);
  assert_pages (self, "0:6 1:1 2:1 3:2 | 3:2");
}

static void
test_gaps (Fixture *self, gconstpointer data)
{
  FoiItem *first = add (self, FOI_ITEM_TEXT, 5);
  FoiItem *second = add (self, FOI_ITEM_TEXT, 5);
  g_autoptr (GArray) placed = NULL;

  first->before = 30.0;    /* not at the head of a page */
  first->after = 5.0;
  second->before = 12.0;   /* the larger of two, not both */
  assert_pages (self, "0:5 1:3 | 1:2");
  placed = foi_paginate (self->items, PAGE);
  g_assert_cmpfloat_with_epsilon (g_array_index (placed, FoiPlaced, 0).y, 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (placed, FoiPlaced, 1).y, 62.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (placed, FoiPlaced, 2).y, 0.0, 1e-9);
}

static void
test_together (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 4);
  add (self, FOI_ITEM_TEXT, 8)->together = TRUE;
  assert_pages (self, "0:4 | 1:8");
}

static void
test_too_long_to_keep (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 4);
  add (self, FOI_ITEM_TEXT, 14)->together = TRUE;
  assert_pages (self, "0:4 | 1:10 | 1:4");
}

static void
test_sign_off (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 9);
  add (self, FOI_ITEM_TEXT, 1)->keep_previous = TRUE;
  ((FoiItem *) self->items->pdata[1])->keep_next = TRUE;
  add (self, FOI_ITEM_TEXT, 1);
  assert_pages (self, "0:7 | 0:2 1:1 2:1");
}

static FoiItem *
add_row (Fixture *self, FoiItem *header, guint n_slices)
{
  FoiItem *row = add (self, FOI_ITEM_ROW, n_slices);

  row->header = header;
  return row;
}

static void
test_repeats_headings (Fixture *self, gconstpointer data)
{
  FoiItem *header;

  add (self, FOI_ITEM_TEXT, 6);
  header = add_row (self, NULL, 1);
  header->keep_next = TRUE;
  for (guint i = 0; i < 13; i++)
    add_row (self, header, 1);
  assert_pages (self, "0:6 1:1 2:1 3:1 4:1 | 1^1 5:1 6:1 7:1 8:1 9:1 10:1 11:1 12:1 13:1 |"
                      " 1^1 14:1");
}

static void
test_headings_go_along (Fixture *self, gconstpointer data)
{
  FoiItem *header;

  add (self, FOI_ITEM_TEXT, 9);
  header = add_row (self, NULL, 1);
  header->keep_next = TRUE;
  add_row (self, header, 1);
  assert_pages (self, "0:9 | 1:1 2:1");
}

/* Only a row taller than a page is parted; its headings stand above each piece. */
static void
test_tall_row (Fixture *self, gconstpointer data)
{
  FoiItem *header = add_row (self, NULL, 1);

  header->keep_next = TRUE;
  add_row (self, header, 12);
  add_row (self, header, 1);
  assert_pages (self, "0:1 1:9 | 0^1 1:3 2:1");
}

/* What would rather stand together does, as long as that leaves little of the page empty. */
static void
test_rather_together (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 9)->together = TRUE;
  for (guint i = 0; i < 3; i++)
    add_row (self, NULL, 1)->rather_next = i < 2;
  assert_pages (self, "0:9 | 1:1 2:1 3:1");
}

static void
test_rather_parted (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 8)->together = TRUE;
  for (guint i = 0; i < 3; i++)
    add_row (self, NULL, 1)->rather_next = i < 2;
  assert_pages (self, "0:8 1:1 2:1 | 3:1");
}

/* A table that must not end a page here goes on to the next, however much stays empty. */
static void
test_rather_but_may_not (Fixture *self, gconstpointer data)
{
  add (self, FOI_ITEM_TEXT, 8)->together = TRUE;
  for (guint i = 0; i < 4; i++)
    {
      FoiItem *row = add_row (self, NULL, 1);

      row->rather_next = i < 3;
      row->keep_next = i < 2;
    }
  assert_pages (self, "0:8 | 1:1 2:1 3:1 4:1");
}

/* Gaps are smaller where a last page would have next to nothing on it, and only there. */
static void
test_saves_page (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    add (self, FOI_ITEM_TEXT, i < 3 ? 3 : 1)->after = 2.0;
  add (self, FOI_ITEM_TEXT, 1)->keep_previous = TRUE;
  assert_pages (self, "0:3 1:3 2:3 | 3:1 4:1");
  foi_item_free (g_ptr_array_steal_index (self->items, 4));
  assert_pages (self, "0:3 1:3 2:3 | 3:1");
  for (guint i = 0; i < 4; i++)
    ((FoiItem *) self->items->pdata[i])->after = 0.0;
  ((FoiItem *) self->items->pdata[0])->offsets[3] = 29.0;
  ((FoiItem *) self->items->pdata[0])->after = 1.5;
  assert_pages (self, "0:3 1:3 2:3 3:1");
  ((FoiItem *) self->items->pdata[0])->firm_after = TRUE;
  assert_pages (self, "0:3 1:3 2:3 | 3:1");
}

static FoiItem *
add_low (Fixture *self, guint n_slices)
{
  FoiItem *item = foi_item_new (FOI_ITEM_TEXT, self->path);
  g_autofree double *heights = g_new (double, n_slices);

  for (guint i = 0; i < n_slices; i++)
    heights[i] = 3.0;
  foi_item_set_slices (item, heights, n_slices);
  g_ptr_array_add (self->items, item);
  return item;
}

/* Valediction and name have some of the letter above them: whole paragraphs, with what stays. */
static void
test_closing (Fixture *self, gconstpointer data)
{
  static const guint n_slices[] = { 20, 6, 6, 1, 1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (n_slices); i++)
    add_low (self, n_slices[i]);
  assert_pages (self, "0:20 1:6 2:6 3:1 | 4:1 5:1");
  ((FoiItem *) self->items->pdata[5])->keep_previous = TRUE;
  assert_pages (self, "0:20 1:6 | 2:6 3:1 4:1 5:1");
  ((FoiItem *) self->items->pdata[1])->keep_next = TRUE;
  assert_pages (self, "0:20 | 1:6 2:6 3:1 4:1 5:1");
  /* No page is left half empty for it, and no table is parted. */
  ((FoiItem *) self->items->pdata[0])->keep_next = TRUE;
  assert_pages (self, "0:20 1:6 2:6 3:1 | 4:1 5:1");
  ((FoiItem *) self->items->pdata[0])->keep_next = FALSE;
  ((FoiItem *) self->items->pdata[2])->kind = FOI_ITEM_ROW;
  assert_pages (self, "0:20 1:6 2:6 3:1 | 4:1 5:1");
}

/* No paragraph is parted to be the first thing on a page that holds little else. */
static void
test_closing_with_end (Fixture *self, gconstpointer data)
{
  static const guint n_slices[] = { 20, 6, 10, 1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (n_slices); i++)
    add_low (self, n_slices[i]);
  assert_pages (self, "0:20 1:6 2:7 | 2:3 3:1 4:1");
  ((FoiItem *) self->items->pdata[4])->keep_previous = TRUE;
  assert_pages (self, "0:20 1:6 | 2:10 3:1 4:1");
  add_low (self, 1);
  g_ptr_array_insert (self->items, 3, g_ptr_array_steal_index (self->items, 5));
  assert_pages (self, "0:20 1:6 | 2:10 3:1 4:1 5:1");
  add_low (self, 1);
  g_ptr_array_insert (self->items, 3, g_ptr_array_steal_index (self->items, 6));
  add_low (self, 1);
  g_ptr_array_insert (self->items, 3, g_ptr_array_steal_index (self->items, 7));
  assert_pages (self, "0:20 1:6 2:7 | 2:3 3:1 4:1 5:1 6:1 7:1");
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  assert_pages (self, "");
}

/* Whether the rules allow a page to end before a slice. */
static gboolean
may_end (GPtrArray *items, guint item, guint slice)
{
  const FoiItem *this = items->pdata[item];

  if (slice > 0)
    return !this->together
           && (this->kind == FOI_ITEM_ROW || (slice >= 2 && this->n_slices - slice >= 2));
  return !this->keep_previous && !((const FoiItem *) items->pdata[item - 1])->keep_next;
}

/* Everything once and in order, no page too full, and no end where it need not have been. */
static void
check_random (Fixture *self)
{
  g_autoptr (GArray) placed = foi_paginate (self->items, PAGE);
  guint item = 0, slice = 0, page = 0, page_item = 0, page_slice = 0;

  for (guint i = 0; i < placed->len; i++)
    {
      const FoiPlaced *piece = &g_array_index (placed, FoiPlaced, i);

      g_assert_cmpfloat (piece->y + piece->height, <=, PAGE + 1e-6);
      if (piece->page != page)
        {
          g_assert_cmpuint (piece->page, ==, page + 1);
          page = piece->page;
          if (!may_end (self->items, item, slice))
            for (guint j = page_item, k = page_slice + 1; j < item || (j == item && k < slice); k++)
              {
                if (k >= ((const FoiItem *) self->items->pdata[j])->n_slices)
                  {
                    j++;
                    k = 0;
                    if (j > item || (j == item && k >= slice))
                      break;
                  }
                g_assert_false (may_end (self->items, j, k));
              }
          page_item = item;
          page_slice = slice;
        }
      if (piece->repeated)
        continue;
      g_assert_true (piece->item == self->items->pdata[item]);
      g_assert_cmpuint (piece->first, ==, slice);
      slice += piece->n_slices;
      if (slice == piece->item->n_slices)
        {
          item++;
          slice = 0;
        }
    }
  g_assert_cmpuint (item, ==, self->items->len);
}

static void
test_random (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (11);

  for (guint i = 0; i < 3000; i++)
    {
      FoiItem *header = NULL;

      g_ptr_array_set_size (self->items, 0);
      for (guint j = 0; j < 40; j++)
        {
          gboolean is_row = header != NULL && g_rand_int_range (dice, 0, 3) > 0;
          FoiItem *item = add (self, is_row ? FOI_ITEM_ROW : FOI_ITEM_TEXT,
                               is_row ? 1 : (guint) g_rand_int_range (dice, 1, 16));

          item->header = is_row ? header : NULL;
          item->keep_next = g_rand_int_range (dice, 0, 4) == 0;
          item->keep_previous = g_rand_int_range (dice, 0, 12) == 0;
          item->rather_next = g_rand_int_range (dice, 0, 4) == 0;
          item->together = g_rand_int_range (dice, 0, 5) == 0;
          item->before = g_rand_int_range (dice, 0, 12);
          item->after = g_rand_int_range (dice, 0, 12);
          if (!is_row && item->n_slices == 1 && g_rand_boolean (dice))
            {
              item->kind = FOI_ITEM_ROW;
              item->keep_next = TRUE;
              header = item;
            }
          else if (!is_row)
            header = NULL;
        }
      check_random (self);
    }
}

#define ADD(path, function) \
  g_test_add ("/paginate/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("fills", test_fills);
  ADD ("widows", test_widows);
  ADD ("orphans", test_orphans);
  ADD ("three-lines-stay", test_three_lines_stay);
  ADD ("heading-goes-along", test_heading_goes_along);
  ADD ("heading-with-two-lines", test_heading_with_two_lines);
  ADD ("gaps", test_gaps);
  ADD ("together", test_together);
  ADD ("too-long-to-keep", test_too_long_to_keep);
  ADD ("sign-off", test_sign_off);
  ADD ("repeats-headings", test_repeats_headings);
  ADD ("headings-go-along", test_headings_go_along);
  ADD ("tall-row", test_tall_row);
  ADD ("rather-together", test_rather_together);
  ADD ("rather-parted", test_rather_parted);
  ADD ("rather-but-may-not", test_rather_but_may_not);
  ADD ("saves-page", test_saves_page);
  ADD ("closing", test_closing);
  ADD ("closing-with-end", test_closing_with_end);
  ADD ("nothing", test_nothing);
  ADD ("random", test_random);
  return g_test_run ();
}
