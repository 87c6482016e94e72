/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-painter.h"

#include "letter-maker.h"

#define FIELDS                                                                                    \
  "{'name':'year','title':'Year','type':'string','foi:role':'key'},"                              \
  "{'name':'calls','title':'Calls','type':'integer','foi:role':'measure'}"

static FoiLayout *
lay_out (FoiLetter *letter, FoiLayout *previous)
{
  return foi_layout_new (letter, FOI_PAPER_A4, previous);
}

static cairo_surface_t *
new_page (cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 596, 842);

  *cr = cairo_create (surface);
  return surface;
}

static void
assert_same_pixels (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize length = (gsize) cairo_image_surface_get_stride (a)
                 * (gsize) cairo_image_surface_get_height (a);

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  g_assert_cmpmem (cairo_image_surface_get_data (a), length, cairo_image_surface_get_data (b),
                   length);
}

static gboolean
is_blank (cairo_surface_t *surface)
{
  gsize length = (gsize) cairo_image_surface_get_stride (surface)
                 * (gsize) cairo_image_surface_get_height (surface);
  const guchar *pixels;

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (gsize i = 0; i < length; i++)
    if (pixels[i] != 0)
      return FALSE;
  return TRUE;
}

static cairo_surface_t *
paint_whole (FoiLayout *layout, guint page)
{
  cairo_t *cr;
  cairo_surface_t *surface = new_page (&cr);

  foi_letter_paint_page (layout, page, cr);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
paint_in_pieces (FoiLayout *layout, guint page)
{
  g_autoptr (GArray) pieces = foi_layout_list_pieces (layout, page);
  cairo_t *cr;
  cairo_surface_t *surface = new_page (&cr);

  foi_letter_paint_ground (layout, page, cr);
  for (guint i = 0; i < pieces->len; i++)
    foi_letter_paint_piece (layout, page, &g_array_index (pieces, FoiPageBlock, i), cr);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
paint_piece (FoiLayout *layout, guint page, const FoiPageBlock *piece)
{
  cairo_t *cr;
  cairo_surface_t *surface = new_page (&cr);

  foi_letter_paint_piece (layout, page, piece, cr);
  cairo_destroy (cr);
  return surface;
}

static void
assert_pieces_make_pages (FoiLetter *letter)
{
  g_autoptr (FoiLayout) layout = lay_out (letter, NULL);

  for (guint page = 0; page < foi_layout_get_n_pages (layout); page++)
    {
      cairo_surface_t *whole = paint_whole (layout, page);
      cairo_surface_t *pieces = paint_in_pieces (layout, page);

      g_assert_false (is_blank (whole));
      assert_same_pixels (whole, pieces);
      cairo_surface_destroy (whole);
      cairo_surface_destroy (pieces);
    }
}

static void
test_pieces_make_pages (void)
{
  g_autoptr (FoiLetter) council = maker_council_letter ();
  g_autoptr (GRand) dice = g_rand_new_with_seed (651);

  assert_pieces_make_pages (council);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (FoiLetter) letter = maker_random_letter (dice, 30);

      assert_pieces_make_pages (letter);
    }
}

/* The other letter's piece that looks the same, if there is one. */
static const FoiPageBlock *
find_shared (FoiLayout *layout, const FoiPageBlock *piece, FoiLayout *other, GArray *others,
             guint page)
{
  for (guint i = 0; i < others->len; i++)
    if (foi_layout_shares_piece (layout, piece, other, &g_array_index (others, FoiPageBlock, i),
                                 page))
      return &g_array_index (others, FoiPageBlock, i);
  return NULL;
}

/* Asserts that what is told to look the same does; counts what is not. */
static guint
count_changed (FoiLayout *before, FoiLayout *after)
{
  guint n_pages = MIN (foi_layout_get_n_pages (before), foi_layout_get_n_pages (after));
  guint n = 0;

  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr (GArray) pieces = foi_layout_list_pieces (after, page);
      g_autoptr (GArray) others = foi_layout_list_pieces (before, page);

      for (guint i = 0; i < pieces->len; i++)
        {
          const FoiPageBlock *piece = &g_array_index (pieces, FoiPageBlock, i);
          const FoiPageBlock *other = find_shared (after, piece, before, others, page);
          cairo_surface_t *now, *then;

          if (other == NULL)
            {
              n++;
              continue;
            }
          now = paint_piece (after, page, piece);
          then = paint_piece (before, page, other);
          assert_same_pixels (now, then);
          cairo_surface_destroy (now);
          cairo_surface_destroy (then);
        }
    }
  return n;
}

static FoiLetter *
make_letter (const char *calls)
{
  FoiLetter *letter = maker_letter_new ();
  g_autofree char *rows
    = g_strdup_printf ("['year','calls'],['2016/17',20049],['2017/18',%s],['2018/19',23331]",
                       calls);

  maker_add (letter, FOI_BLOCK_PARAGRAPH, "before", "The calls are in this table.");
  maker_add_table (letter, "table", "Table 1: Calls", maker_table (FIELDS, rows, ""));
  maker_add (letter, FOI_BLOCK_PARAGRAPH, "after", "They were counted by hand.");
  return letter;
}

/* One figure of as many digits is one row of the table; one of more moves its column. */
static void
test_edited_figure (void)
{
  g_autoptr (FoiLetter) letter = make_letter ("19755");
  g_autoptr (FoiLetter) edited = make_letter ("19855");
  g_autoptr (FoiLetter) wider = make_letter ("1985500");
  g_autoptr (FoiLayout) before = lay_out (letter, NULL);
  g_autoptr (FoiLayout) again = lay_out (letter, before);
  g_autoptr (FoiLayout) after = lay_out (edited, before);
  g_autoptr (FoiLayout) after_wider = lay_out (wider, after);

  g_assert_cmpuint (count_changed (before, again), ==, 0);
  g_assert_cmpuint (count_changed (before, after), ==, 1);
  g_assert_true (foi_layout_shares_ground (after, before, 0));
  g_assert_cmpuint (count_changed (after, after_wider), >, 1);
}

static void
test_issued_has_another_ground (void)
{
  g_autoptr (FoiLetter) draft = make_letter ("19755");
  g_autoptr (FoiLetter) issued = make_letter ("19755");
  g_autoptr (FoiLayout) before = NULL, after = NULL;

  draft->draft = TRUE;
  issued->draft = FALSE;
  before = lay_out (draft, NULL);
  after = lay_out (issued, before);
  g_assert_false (foi_layout_shares_ground (after, before, 0));
}

static void
test_random_edits (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (119421);
  guint n_changed = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (FoiLetter) letter = maker_random_letter (dice, 15);
      guint index = (guint) g_rand_int_range (dice, 0, (int) letter->blocks->len);
      const FoiBlock *old = letter->blocks->pdata[index];
      g_autoptr (FoiLetter) edited
        = maker_edited (letter, index, maker_random_block (dice, old->id));
      g_autoptr (FoiLayout) before = lay_out (letter, NULL);
      g_autoptr (FoiLayout) after = lay_out (edited, before);

      n_changed += count_changed (before, after);
    }
  g_assert_cmpuint (n_changed, >, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-painter/pieces-make-pages", test_pieces_make_pages);
  g_test_add_func ("/letter-painter/edited-figure", test_edited_figure);
  g_test_add_func ("/letter-painter/issued-has-another-ground", test_issued_has_another_ground);
  g_test_add_func ("/letter-painter/random-edits", test_random_edits);
  return g_test_run ();
}
